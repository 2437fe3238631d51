#include "core/evaluate/aftermath.h"

#include <algorithm>

#include "core/fold/terms.h"

namespace cartulary {
namespace {

// The first fact of type T that holds on the date and of which `matches(fact)` is true.
template <typename T, typename Predicate>
const Entry* FindHeld(const Dossier& dossier, Date on, Predicate matches) {
  const Entry* first = nullptr;
  for (const Entry& entry : dossier.entries) {
    const T* fact = std::get_if<T>(&entry.fact);
    if (fact == nullptr || !entry.HoldsOn(on) || !matches(*fact)) continue;
    if (first == nullptr || entry.effective < first->effective) first = &entry;
  }
  return first;
}

template <typename T>
const Entry* FindEndOf(const Dossier& dossier, const Entry& decision, Date on) {
  return FindHeld<T>(dossier, on, [&](const T& fact) {
    return FindStanding(dossier, fact.decision) == &decision;
  });
}

template <typename T>
const Entry* FindEndOf(const Dossier& dossier, const Entry& decision, const Reserve& reserve,
                       Date on) {
  return FindHeld<T>(dossier, on, [&](const T& fact) {
    return fact.requirement == reserve.requirement &&
           FindStanding(dossier, fact.decision) == &decision;
  });
}

const Entry* FirstOf(const Entry* a, const Entry* b) {
  if (a == nullptr || b == nullptr) return a == nullptr ? b : a;
  return b->effective < a->effective ? b : a;
}

}  // namespace

bool DecisionState::IsAnnulled() const {
  return end != nullptr && std::holds_alternative<JuryDecisionAnnulled>(end->fact);
}

std::vector<DecisionState> DecisionsOn(const Dossier& dossier, const EnrolmentId& enrolment,
                                       Date on) {
  std::vector<DecisionState> states;
  for (const auto& decision : HeldOn<JuryDecisionRecorded>(dossier, enrolment, on)) {
    states.push_back(
        {decision, FirstOf(FindEndOf<JuryDecisionRectified>(dossier, *decision.entry, on),
                           FindEndOf<JuryDecisionAnnulled>(dossier, *decision.entry, on))});
  }
  std::ranges::stable_sort(
      states, {}, [](const DecisionState& state) { return state.decision.entry->effective; });
  return states;
}

bool ReserveState::IsLifted() const {
  return end != nullptr && std::holds_alternative<ReserveLifted>(end->fact);
}

bool ReserveState::IsLapsed() const { return end != nullptr && !IsLifted(); }

std::vector<ReserveState> ReservesOn(const Dossier& dossier,
                                     const Held<JuryDecisionRecorded>& decision, Date on) {
  std::vector<ReserveState> states;
  for (const Reserve& reserve : decision->reserves) {
    states.push_back(
        {&reserve, FirstOf(FindEndOf<ReserveLifted>(dossier, *decision.entry, reserve, on),
                           FindEndOf<ReserveLapsed>(dossier, *decision.entry, reserve, on))});
  }
  return states;
}

FinalDecision FinalOn(const Dossier& dossier, const Held<JuryDecisionRecorded>& decision, Date on) {
  if (decision->decision != FinalDecision::kConditional) return decision->decision;
  const auto reserves = ReservesOn(dossier, decision, on);
  if (std::ranges::any_of(reserves, &ReserveState::IsLapsed)) return FinalDecision::kDeferred;
  return std::ranges::all_of(reserves, &ReserveState::IsLifted) ? FinalDecision::kAdmitted
                                                                : FinalDecision::kConditional;
}

const Entry* WithdrawalOf(const Dossier& dossier, const Entry& award, Date on) {
  for (const Held<AwardWithdrawn>& withdrawn : HeldOn<AwardWithdrawn>(dossier, on)) {
    if (FindStanding(dossier, withdrawn->award) != &award) continue;
    const Entry* reinstated =
        FindHeld<AwardReinstated>(dossier, on, [&](const AwardReinstated& fact) {
          return FindStanding(dossier, fact.withdrawal) == withdrawn.entry;
        });
    if (reinstated == nullptr) return withdrawn.entry;
  }
  return nullptr;
}

Route RouteOf(const Dossier& dossier, const Held<AwardIssued>& award) {
  const Entry* decision = FindStanding(dossier, award->decision);
  const Date day = (decision == nullptr ? award.entry : decision)->effective;
  return TermsOf(dossier, award->enrolment, day)->route;
}

std::vector<AwardState> AwardsOn(const Dossier& dossier, const EnrolmentId& enrolment, Date on) {
  std::vector<AwardState> states;
  for (const auto& award : HeldOn<AwardIssued>(dossier, enrolment, on)) {
    states.push_back({award, WithdrawalOf(dossier, *award.entry, on)});
  }
  return states;
}

const AwardState* LiveAward(const std::vector<AwardState>& awards) {
  const AwardState* shown = nullptr;
  for (const AwardState& award : awards) {
    if (shown == nullptr || award.withdrawal == nullptr || shown->withdrawal != nullptr) {
      shown = &award;
    }
  }
  return shown;
}

}  // namespace cartulary
