// The answers of `findings`: what an auditor should look at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/output/rows.h"
#include "cli/render/event_note.h"
#include "cli/render/look.h"
#include "core/facts/vocabulary.h"
#include "core/findings/finding.h"
#include "core/time.h"

namespace cartulary::cli {

// What somebody answered to a finding.
struct FindingAnswer {
  FindingStatus status{};
  Index index;  // Of the event.
  Date noted;
  std::string actor;
  std::string reason;  // The code, and the words where they can be read.
};

struct FindingView {
  Finding finding;
  std::string number;   // Of the learner, or the id where it cannot be read; empty for no learner.
  std::string name;     // Likewise; empty where it cannot be read.
  std::string session;  // Code of the session.
  std::string persons;  // Names, after the sentence.
  std::optional<FindingAnswer> answer;  // To this evidence; none: it is open.
};

struct FindingsView {
  Date on;
  std::uint64_t log_size = 0;
  std::size_t noted = 0;  // How many a note covers, whether or not they are among `findings`.
  std::vector<FindingView> findings;
};

// Whether none is open.
bool AllAnswered(const FindingsView& view);

// The open ones, the serious ones first, then those that a note covers, where they were asked for;
// each with its sentence and its events.
std::string FindingsPage(const FindingsView& view, const Look& look);
Rows FindingsRows(const FindingsView& view);

// One, with all that explains it; `notes` are those of its evidence.
std::string FindingPage(const FindingView& view, const EventNotes& notes, Date on,
                        const Look& look);
Json FindingJson(const FindingView& view, const EventNotes& notes, Date on);

}  // namespace cartulary::cli
