#include "cli/reading/aftermath_reader.h"

#include <algorithm>
#include <set>

#include "core/evaluate/aftermath.h"

namespace cartulary::cli {
namespace {

template <typename T>
Dated<T> DatedOf(const Held<T>& held) {
  return {*held.fact, held.entry->effective, held.entry->index};
}

template <typename T>
std::optional<Dated<T>> DatedOf(const Entry* entry) {
  const T* fact = entry == nullptr ? nullptr : std::get_if<T>(&entry->fact);
  if (fact == nullptr) return std::nullopt;
  return DatedOf(Held<T>{entry, fact});
}

// Those that name the decision.
template <typename T>
std::vector<Held<T>> About(const Dossier& dossier, const Entry& decision, Date on) {
  auto held = HeldOn<T>(dossier, on);
  std::erase_if(
      held, [&](const Held<T>& one) { return FindStanding(dossier, one->decision) != &decision; });
  return held;
}

AppealView AppealOf(const Dossier& dossier, const Held<AppealLodged>& lodged,
                    const std::vector<Held<CourtRuled>>& rulings, Date on) {
  AppealView appeal{DatedOf(lodged), std::nullopt, std::nullopt};
  for (const auto& decided : HeldOn<AppealDecided>(dossier, on)) {
    if (FindStanding(dossier, decided->appeal) == lodged.entry) appeal.decided = DatedOf(decided);
  }
  for (const auto& ruling : rulings) {
    const bool names = ruling->appeal && FindStanding(dossier, *ruling->appeal) == lodged.entry;
    if (names) appeal.ruled = DatedOf(ruling);
  }
  return appeal;
}

ReserveView ReserveOf(const ReserveState& state, Date on) {
  ReserveView view{*state.reserve, state.IsOverdue(on), state.IsLifted(), {}, {}};
  if (state.end != nullptr) {
    view.ended = state.end->effective;
    view.index = state.end->index;
  }
  return view;
}

// Whether the fact names, by version, one of these entries as what it follows.
bool Names(const PlainFact& fact, const std::set<const Entry*>& followed, const Dossier& dossier) {
  return std::visit(
      [&](const auto& plain) {
        const auto is = [&](Version version) {
          return followed.contains(FindStanding(dossier, version));
        };
        bool names = false;
        if constexpr (requires { is(plain.decision); }) names |= is(plain.decision);
        if constexpr (requires { is(plain.award); }) names |= is(plain.award);
        if constexpr (requires { is(plain.withdrawal); }) names |= is(plain.withdrawal);
        if constexpr (requires { is(plain.appeal); }) names |= is(plain.appeal);
        return names;
      },
      fact);
}

// Of the decision that the award names.
std::optional<Dated<JuryDecisionAnnulled>> AnnulmentUnder(const Dossier& dossier,
                                                          const Entry& award, Date on) {
  const auto* issued = std::get_if<AwardIssued>(&award.fact);
  if (issued == nullptr) return std::nullopt;
  const Entry* named = FindStanding(dossier, issued->decision);
  for (const DecisionState& state : DecisionsOn(dossier, issued->enrolment, on)) {
    if (state.decision.entry == named) return DatedOf<JuryDecisionAnnulled>(state.end);
  }
  return std::nullopt;
}

}  // namespace

AftermathView ReadAftermath(const Dossier& dossier, const Held<JuryDecisionRecorded>* decision,
                            const Entry* award, Date on) {
  AftermathView view;
  if (award != nullptr) {
    view.withdrawn = DatedOf<AwardWithdrawn>(WithdrawalOf(dossier, *award, on));
    if (!view.withdrawn) view.support_lost = AnnulmentUnder(dossier, *award, on);
    const auto acted = [&](Date day) {
      view.last_act_on_title = std::max(day, view.last_act_on_title.value_or(day));
    };
    for (const auto& withdrawn : HeldOn<AwardWithdrawn>(dossier, on)) {
      if (FindStanding(dossier, withdrawn->award) != award) continue;
      acted(withdrawn.entry->effective);
      for (const auto& reinstated : HeldOn<AwardReinstated>(dossier, on)) {
        const Entry* undone = FindStanding(dossier, reinstated->withdrawal);
        if (undone == withdrawn.entry) acted(reinstated.entry->effective);
      }
    }
  }
  if (decision == nullptr) return view;
  for (const ReserveState& state : ReservesOn(dossier, *decision, on)) {
    view.reserves.push_back(ReserveOf(state, on));
  }
  const Entry& about = *decision->entry;
  for (const auto& notified : About<DecisionNotified>(dossier, about, on)) {
    view.notified.push_back(DatedOf(notified));
  }
  const auto rulings = About<CourtRuled>(dossier, about, on);
  for (const auto& ruling : rulings) view.rulings.push_back(DatedOf(ruling));
  for (const auto& lodged : About<AppealLodged>(dossier, about, on)) {
    view.appeals.push_back(AppealOf(dossier, lodged, rulings, on));
  }
  for (const DecisionState& state : DecisionsOn(dossier, (*decision)->enrolment, on)) {
    if (state.decision.entry != &about) continue;
    view.annulled = DatedOf<JuryDecisionAnnulled>(state.end);
    view.rectified = DatedOf<JuryDecisionRectified>(state.end);
  }
  return view;
}

std::vector<const Entry*> FollowingEntries(const Dossier& dossier, const Entry* decision,
                                           const Entry& award, Date on) {
  std::set<const Entry*> followed{&award};
  if (decision != nullptr) followed.insert(decision);
  std::vector<const Entry*> following;
  for (const Entry& entry : dossier.entries) {
    const bool later = on < entry.effective || std::holds_alternative<AwardIssued>(entry.fact);
    if (later || followed.contains(&entry) || !Names(entry.fact, followed, dossier)) continue;
    followed.insert(&entry);
    following.push_back(&entry);
  }
  return following;
}

}  // namespace cartulary::cli
