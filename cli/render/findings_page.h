// The answers of `findings`: what an auditor should look at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/output/rows.h"
#include "cli/reading/viewpoint.h"
#include "cli/render/event_note.h"
#include "cli/render/look.h"
#include "cli/render/page.h"
#include "cli/render/verdict_view.h"
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
  std::string now;      // Of the registration that goes on, where that one was merged into another.
  std::string name;     // Likewise; empty where it cannot be read.
  std::string session;  // Code of the session.
  std::string persons;  // Names, after the sentence.
  std::optional<FindingAnswer> answer;  // To this evidence; none: it is open.
};

struct FindingsView {
  Viewpoint viewpoint;
  std::size_t noted = 0;  // How many a note covers, whether or not they are among `findings`.
  std::vector<FindingView> findings;
};

// What was found, with whom it names: one sentence without its full stop.
std::string SentenceOf(const FindingView& view, Language language);

// Those against a title or a decision, a line each, with what tells more of it and of the session;
// nothing for none.
void AddAgainst(Page& page, const std::vector<FindingView>& findings, const VerdictView& view,
                Language language);
Json AgainstJson(const std::vector<FindingView>& findings);

// How many no note covers.
std::size_t OpenIn(const std::vector<FindingView>& findings);

// The open ones, the serious ones first, then those that a note covers, where they were asked for;
// each with its sentence and its events.
std::string FindingsPage(const FindingsView& view, const Look& look);
Rows FindingsRows(const FindingsView& view);

// One, with all that explains it; `notes` are those of its evidence.
std::string FindingPage(const FindingView& view, const EventNotes& notes, const Look& look);
Json FindingJson(const FindingView& view, const EventNotes& notes);

}  // namespace cartulary::cli
