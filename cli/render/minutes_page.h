// The documents of a session of a jury: the minutes (procès-verbal), the attendance list (liste
// d'émargement) and the extract of each candidate. They are public documents, and so in French.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/render/jury_page.h"
#include "core/facts/decision.h"
#include "core/rules/referential.h"

namespace cartulary::cli {

// What the log holds of the attendance of one person.
struct AttendanceView {
  PersonId person;
  std::string name;
  std::string number;
  AttendanceSigned fact;
  Index index;
};

struct AmendmentView {
  JuryAmended fact;
  Date on;
  Index index;
  std::vector<std::string> added;  // Names.
  std::vector<std::string> removed;
  std::string chair;  // Empty: it did not change.
};

// What the session decided of one candidate.
struct MinutedView {
  JuryDecisionRecorded fact;
  EventRef where;  // As MinutesSealed names it.
  Date on;
  Index index;
  std::string chair;
  std::vector<std::string> deliberated;
  std::optional<Index> minutes;  // The event that sealed it in minutes already.
};

// Beside JuryView::candidates, one each.
struct ExtractView {
  Route route{};
  std::string revision;  // "RNCP39304@1"; empty: nothing says how the enrolment is judged.
  Hash rules_sha256;
  std::shared_ptr<const Referential> rules;
  std::optional<Index> convened;
  std::optional<MinutedView> decision;
};

struct MinutesView {
  JuryView jury;
  std::shared_ptr<const Referential> rules;  // Those of some candidate; may be null.
  Index appointed;
  std::vector<AmendmentView> amendments;
  std::vector<AttendanceView> attendance;
  std::vector<ExtractView> extracts;
  std::uint64_t log_size = 0;
  Hash last_leaf;  // Of the last of these events.
};

// No decision is recorded: the documents are forms to be filled in, marked so.
bool IsDraft(const MinutesView& view);

// HTML, the same bytes for the same view.
std::string MinutesPage(const MinutesView& view);
std::string AttendancePage(const MinutesView& view);
// Of the candidate at a place in `jury.candidates`.
std::string ExtractPage(const MinutesView& view, std::size_t candidate);

}  // namespace cartulary::cli
