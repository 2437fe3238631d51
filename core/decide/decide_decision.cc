// The rules of what follows a jury's decision: reserves, rectification, notification, appeals.
#include <algorithm>

#include "core/decide/case.h"

namespace cartulary {
namespace {

// The decision of the enrolment at a version, if it was not taken out.
template <typename T>
std::optional<Held<JuryDecisionRecorded>> FindDecision(const T& fact, Version version,
                                                       const Case& c) {
  const auto decision = FindNamed<JuryDecisionRecorded>(c.stream, version, c.effective());
  if (!decision || (*decision)->enrolment != fact.enrolment) return std::nullopt;
  return decision;
}

Rejection NotADecision(Version version) {
  return Reject(
      RejectionCode::kUnknownFact,
      Said("version {0} is not a jury's decision on this enrolment",
           "la version {0} n'est pas une décision de jury sur cette inscription", version));
}

Rejection BeforeDecision(const Held<JuryDecisionRecorded>& decision, const Case& c) {
  return Reject(RejectionCode::kPeriodReversed,
                Said("{0} is before the decision of {1}", "le {0} précède la décision du {1}",
                     c.effective(), decision.entry->effective));
}

// The decision that a fact is about: known, and not of a later day.
template <typename T>
Refusal CheckDecision(const T& fact, const Case& c) {
  const auto decision = FindDecision(fact, fact.decision, c);
  if (!decision) return NotADecision(fact.decision);
  if (c.effective() < decision->entry->effective) return BeforeDecision(*decision, c);
  return std::nullopt;
}

Refusal CheckStands(Version version, const Case& c) {
  const Entry* end = EndOfDecision(version, c);
  if (end == nullptr) return std::nullopt;
  return Reject(RejectionCode::kDecisionNotStanding,
                Said("the decision ended on {0}, by version {1}",
                     "la décision a cessé de valoir le {0}, par la version {1}", end->effective,
                     end->version));
}

// Only these draw the consequences of an error (CE, 29 July 1983, n° 31842).
Refusal CheckMayUndo(Authority authority) {
  if (authority == Authority::kJury || authority == Authority::kDirectorGeneral ||
      authority == Authority::kCourt) {
    return std::nullopt;
  }
  return Reject(RejectionCode::kAuthorityNotAllowed,
                Said("a decision is undone by a jury, the director general or a court, not by: {0}",
                     "une décision est remise en cause par un jury, le directeur général ou une "
                     "juridiction, non par : {0}",
                     authority));
}

// The reserve that a fact names, of a decision that stands.
template <typename T>
std::variant<Reserve, Rejection> FindReserve(const T& fact, const Case& c) {
  if (auto no = CheckDecision(fact, c)) return *no;
  const auto decision = FindDecision(fact, fact.decision, c);
  const auto& reserves = (*decision)->reserves;
  const auto found = std::find_if(reserves.begin(), reserves.end(), [&](const Reserve& reserve) {
    return reserve.requirement == fact.requirement;
  });
  if (found == reserves.end()) {
    return Reject(RejectionCode::kNotReserved,
                  Said("the decision has no reserve on {0}",
                       "la décision ne comporte pas de réserve sur {0}", fact.requirement.text));
  }
  if (auto no = CheckStands(fact.decision, c)) return *no;
  return *found;
}

// What became of a reserve already.
template <typename T>
const Entry* FindReserveEnd(const T& fact, const Case& c) {
  const Entry* decision = FindStanding(c.stream, fact.decision);
  const auto same = [&](const auto& held) {
    return held->requirement == fact.requirement &&
           FindStanding(c.stream, held->decision) == decision;
  };
  if (const auto lifted = FindLive<ReserveLifted>(c.stream, c.effective(), same)) {
    return lifted->entry;
  }
  const auto lapsed = FindLive<ReserveLapsed>(c.stream, c.effective(), same);
  return lapsed ? lapsed->entry : nullptr;
}

template <typename T>
Refusal CheckReserveOpen(const T& fact, const Case& c) {
  const Entry* end = FindReserveEnd(fact, c);
  if (end == nullptr) return std::nullopt;
  return Reject(RejectionCode::kRecordedOtherwise,
                Said("{0} at version {1} says what became of this reserve. Correct that",
                     "{0}, à la version {1}, dit ce qu'est devenue cette réserve. Corrigez ce fait",
                     InfoOf(end->fact).name, end->version));
}

}  // namespace

const Entry* EndOfDecision(Version version, const Case& c) {
  const Entry* decision = FindStanding(c.stream, version);
  const auto names = [&](const auto& held) {
    return FindStanding(c.stream, held->decision) == decision;
  };
  if (const auto rectified = FindLive<JuryDecisionRectified>(c.stream, c.effective(), names)) {
    return rectified->entry;
  }
  const auto annulled = FindLive<JuryDecisionAnnulled>(c.stream, c.effective(), names);
  return annulled ? annulled->entry : nullptr;
}

Refusal Check(const ReserveLifted& fact, const Case& c) {
  const auto found = FindReserve(fact, c);
  if (const auto* no = std::get_if<Rejection>(&found)) return *no;
  const Reserve& reserve = *std::get_if<Reserve>(&found);
  if (auto no = CheckReserveOpen(fact, c)) return no;
  // A jury may do what it left to its chair.
  if (fact.authority != reserve.lifted_by && fact.authority != Authority::kJury) {
    return Reject(RejectionCode::kAuthorityNotAllowed,
                  Said("the decision leaves this reserve to: {0}",
                       "la décision confie la levée de cette réserve à : {0}", reserve.lifted_by));
  }
  if (reserve.deadline < c.effective()) {
    return Reject(
        RejectionCode::kReserveDeadline,
        Said("the reserve was to be lifted by {0}. Record ReserveLapsed: only a jury decides anew",
             "la réserve devait être levée au plus tard le {0}. Enregistrez ReserveLapsed : seul "
             "un jury peut statuer à nouveau",
             reserve.deadline));
  }
  return std::nullopt;
}

Refusal Check(const ReserveLapsed& fact, const Case& c) {
  const auto found = FindReserve(fact, c);
  if (const auto* no = std::get_if<Rejection>(&found)) return *no;
  if (auto no = CheckReserveOpen(fact, c)) return no;
  const Date deadline = std::get_if<Reserve>(&found)->deadline;
  if (c.effective() <= deadline) {
    return Reject(RejectionCode::kReserveDeadline,
                  Said("the reserve may be lifted until {0}",
                       "la réserve peut être levée jusqu'au {0}", deadline));
  }
  return std::nullopt;
}

Refusal Check(const JuryDecisionRectified& fact, const Case& c) {
  if (auto no = CheckDecision(fact, c)) return no;
  const auto by = FindDecision(fact, fact.by, c);
  if (!by) return NotADecision(fact.by);
  const auto decision = FindDecision(fact, fact.decision, c);
  if (by->entry == decision->entry) {
    return Reject(
        RejectionCode::kNothingChanged,
        Said("a decision does not take its own place. Record the new JuryDecisionRecorded first",
             "une décision ne se remplace pas elle-même. Enregistrez d'abord la nouvelle par "
             "JuryDecisionRecorded"));
  }
  if (by->entry->effective != c.effective()) {
    return Reject(RejectionCode::kSignatureDate,
                  Said("the new decision is of {0}, so the rectification is of that day",
                       "la nouvelle décision est du {0} : la rectification est de ce jour",
                       by->entry->effective));
  }
  if (auto no = CheckMayUndo(fact.authority)) return no;
  return CheckStands(fact.decision, c);
}

Refusal Check(const JuryDecisionAnnulled& fact, const Case& c) {
  if (auto no = CheckDecision(fact, c)) return no;
  if (auto no = CheckMayUndo(fact.authority)) return no;
  return CheckStands(fact.decision, c);
}

Refusal Check(const DecisionNotified& fact, const Case& c) { return CheckDecision(fact, c); }

Refusal Check(const AppealLodged& fact, const Case& c) { return CheckDecision(fact, c); }

Refusal Check(const AppealDecided& fact, const Case& c) {
  const auto appeal = FindNamed<AppealLodged>(c.stream, fact.appeal, c.effective());
  if (!appeal || (*appeal)->enrolment != fact.enrolment) {
    return Reject(
        RejectionCode::kUnknownFact,
        Said("version {0} is not an appeal of this enrolment",
             "la version {0} n'est pas un recours concernant cette inscription", fact.appeal));
  }
  if (c.effective() < appeal->entry->effective) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("the appeal was lodged on {0}", "le recours a été formé le {0}",
                       appeal->entry->effective));
  }
  if ((*appeal)->kind == AppealKind::kToTheCourt) {
    return Reject(
        RejectionCode::kAuthorityNotAllowed,
        Said("an appeal to the court is decided by the court. Record CourtRuled",
             "un recours contentieux est tranché par la juridiction. Enregistrez CourtRuled"));
  }
  const auto other = FindLive<AppealDecided>(c.stream, c.effective(), [&](const auto& held) {
    return FindStanding(c.stream, held->appeal) == appeal->entry;
  });
  if (other) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("decided at version {0}. Correct that",
             "la suite donnée est à la version {0}. Corrigez ce fait", other->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const CourtRuled& fact, const Case& c) {
  if (auto no = CheckDecision(fact, c)) return no;
  if (fact.appeal) {
    const auto appeal = FindNamed<AppealLodged>(c.stream, *fact.appeal, c.effective());
    if (!appeal || (*appeal)->enrolment != fact.enrolment ||
        (*appeal)->kind != AppealKind::kToTheCourt) {
      return Reject(RejectionCode::kUnknownFact,
                    Said("version {0} is not an appeal to the court",
                         "la version {0} n'est pas un recours contentieux", *fact.appeal));
    }
  }
  if (fact.deadline && *fact.deadline < c.effective()) {
    return Reject(RejectionCode::kPeriodReversed,
                  Said("the deadline {0} is before the ruling",
                       "l'échéance du {0} précède le jugement", *fact.deadline));
  }
  return std::nullopt;
}

}  // namespace cartulary
