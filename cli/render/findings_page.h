// The answers of `findings`: what an auditor should look at.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/output/rows.h"
#include "cli/render/event_note.h"
#include "cli/render/look.h"
#include "core/findings/finding.h"
#include "core/time.h"

namespace cartulary::cli {

struct FindingView {
  Finding finding;
  std::string number;   // Of the learner, or the id where it cannot be read; empty for no learner.
  std::string name;     // Likewise; empty where it cannot be read.
  std::string session;  // Code of the session.
  std::string persons;  // Names, after the sentence.
};

struct FindingsView {
  Date on;
  std::uint64_t log_size = 0;
  std::vector<FindingView> findings;
};

// The serious ones first; each with its sentence and its events.
std::string FindingsPage(const FindingsView& view, const Look& look);
Rows FindingsRows(const FindingsView& view);

// One, with all that explains it; `notes` are those of its evidence.
std::string FindingPage(const FindingView& view, const EventNotes& notes, Date on,
                        const Look& look);
Json FindingJson(const FindingView& view, const EventNotes& notes, Date on);

}  // namespace cartulary::cli
