// The answer of `jury check`: whether a session is lawfully composed, for each candidate.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/output/rows.h"
#include "cli/reading/viewpoint.h"
#include "cli/render/look.h"
#include "core/evaluate/verdict.h"
#include "core/facts/jury.h"
#include "core/ids.h"
#include "core/text.h"
#include "core/time.h"

namespace cartulary::cli {

struct SeatView {
  PersonId person;
  std::string name;
  std::string number;
  College college{};
  MemberCapacity capacity{};
  bool chair = false;
  bool absent = false;  // By --absent.
};

// A rule that a session is held to, and what was found.
struct CheckView {
  std::string rule;  // Stable: "award_jury/size", "session/attendance".
  Text label;
  Text source{};  // The text or ruling that asks for it; empty: none is known.
  Outcome outcome = Outcome::kSatisfied;
  Text found{};
  std::vector<Index> events{};
};

// One candidate of the session.
struct CandidateView {
  LearnerId learner;
  EnrolmentId enrolment;
  std::string number;  // Or the id, where the number cannot be read.
  std::string now;     // Of the registration that goes on, where that one was merged into another.
  std::string name;    // Empty: it cannot be read.
  bool convened = true;
  bool decided = false;  // Judged from those who deliberated, not from those expected.
  std::optional<CheckView> composition;  // Empty: nothing tells how this jury is judged.
  Text obstacle;                         // Why there is none.
  std::vector<CheckView> checks;         // Of the composition, each, and those of the law.
  std::vector<CheckView> recused;        // Each with the member's name.
  std::vector<CheckView> notes;          // To be looked at; no fault by themselves.
};

struct JuryView {
  Viewpoint viewpoint;
  JuryAppointed session;
  Date day;
  Date appointed_on;
  std::string appointed_by;
  std::vector<SeatView> seats;
  std::vector<CheckView> checks;  // Of the session as a whole.
  std::vector<CheckView> notes;
  std::vector<CandidateView> candidates;
};

// Nothing is found against it; what cannot be told yet is not held against it.
bool IsRegular(const CandidateView& candidate);
// Likewise, for each candidate, of whom there is one.
bool IsRegular(const JuryView& view);

std::string JuryPage(const JuryView& view, const Look& look);
Json JuryJson(const JuryView& view);

}  // namespace cartulary::cli
