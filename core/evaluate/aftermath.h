// What has become, by a date, of the decisions of juries on an enrolment and of its awards. Only an
// act ends or changes them: nothing here follows from a rule, and nothing from a day that passes.
#pragma once

#include <vector>

#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// All borrow from the dossier.
struct DecisionState {
  Held<JuryDecisionRecorded> decision;
  const Entry* end = nullptr;  // Its rectification or annulment; nullptr while it stands.

  bool IsAnnulled() const;
};

// The decisions on an enrolment that hold on a date, the latest last.
std::vector<DecisionState> DecisionsOn(const Dossier& dossier, const EnrolmentId& enrolment,
                                       Date on);

struct ReserveState {
  const Reserve* reserve = nullptr;
  const Entry* end = nullptr;  // Says that it was lifted, or that it lapsed; nullptr while open.

  bool IsOpen() const { return end == nullptr; }
  bool IsOverdue(Date on) const { return IsOpen() && reserve->deadline < on; }
  bool IsLifted() const;
  bool IsLapsed() const;
};

// In the order of the decision.
std::vector<ReserveState> ReservesOn(const Dossier& dossier,
                                     const Held<JuryDecisionRecorded>& decision, Date on);

// What a decision comes to: a conditional one admits once each reserve is lifted, and defers once
// one has lapsed.
FinalDecision FinalOn(const Dossier& dossier, const Held<JuryDecisionRecorded>& decision, Date on);

struct AwardState {
  Held<AwardIssued> award;
  const Entry* withdrawal = nullptr;  // Unless it was reinstated; nullptr while the title stands.
};

// The withdrawal of an award by the date, unless it was reinstated by then; nullptr for none.
const Entry* WithdrawalOf(const Dossier& dossier, const Entry& award, Date on);

// The route by which a title was earned: that of the enrolment on the day of the decision on which
// it was issued or, where that never was, on the day of the title.
Route RouteOf(const Dossier& dossier, const Held<AwardIssued>& award);

// The awards of an enrolment that hold on a date, in the order of their versions.
std::vector<AwardState> AwardsOn(const Dossier& dossier, const EnrolmentId& enrolment, Date on);

// The award that stands or, where none does, the last that was withdrawn; nullptr for none at all.
const AwardState* LiveAward(const std::vector<AwardState>& awards);

}  // namespace cartulary
