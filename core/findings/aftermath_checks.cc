// Checks of what was done to decisions, titles and their holders afterwards.
#include <algorithm>

#include "core/evaluate/impact.h"
#include "core/evaluate/node_context.h"
#include "core/findings/check_functions.h"

namespace cartulary {
namespace {

bool IsFavourable(FinalDecision decision) {
  return decision == FinalDecision::kAdmitted || decision == FinalDecision::kConditional;
}

// Whom the four months do not bind: fraud, the request of the holder, and courts.
bool IsBoundByDelay(const AwardWithdrawn& withdrawn) {
  return withdrawn.authority != Authority::kCourt && withdrawn.ground != WithdrawalGround::kFraud &&
         withdrawn.ground != WithdrawalGround::kCourtRuling &&
         withdrawn.ground != WithdrawalGround::kOnRequest;
}

// `what` was taken back by `act`; nothing if that was in time.
std::optional<Found> TakenBackLate(const EnrolmentScope& scope, const Entry& act,
                                   const Entry& decision) {
  const Date last = LastDayToWithdraw(decision.effective);
  if (act.effective <= last) return std::nullopt;
  Found found;
  found.about = act.index;
  found.text = Said("taken back on {0}; the decision of {1} could be until {2}",
                    "retiré le {0} ; la décision du {1} pouvait l'être jusqu'au {2}", act.effective,
                    decision.effective, last);
  found.evidence = {CitedOf(scope.dossier, act), CitedOf(scope.dossier, decision)};
  return found;
}

// What an authority, a jury or a court decides, and what voiding it brings back to life.
bool IsActOfAuthority(const PlainFact& fact) {
  return std::holds_alternative<AwardWithdrawn>(fact) ||
         std::holds_alternative<AwardReinstated>(fact) ||
         std::holds_alternative<JuryDecisionAnnulled>(fact) ||
         std::holds_alternative<JuryDecisionRectified>(fact) ||
         std::holds_alternative<AppealDecided>(fact) || std::holds_alternative<CourtRuled>(fact) ||
         std::holds_alternative<LanguageCertificateRevoked>(fact);
}

}  // namespace

std::vector<Found> WithdrawnLate(const EnrolmentScope& scope) {
  std::vector<Found> all;
  for (const AwardState& award : scope.awards) {
    const auto* withdrawn = award.withdrawal == nullptr
                                ? nullptr
                                : std::get_if<AwardWithdrawn>(&award.withdrawal->fact);
    const Entry* decision = FindStanding(scope.dossier, award.award->decision);
    if (withdrawn == nullptr || decision == nullptr || !IsBoundByDelay(*withdrawn)) continue;
    if (scope.on() < decision->effective) continue;
    auto found = TakenBackLate(scope, *award.withdrawal, *decision);
    if (!found) continue;
    found->evidence.push_back(CitedOf(scope.dossier, *award.award.entry));
    all.push_back(*std::move(found));
  }
  for (const DecisionState& state :
       DecisionsOn(scope.dossier, scope.verdict.enrolment, scope.on())) {
    if (!state.IsAnnulled() || !IsFavourable(state.decision->decision)) continue;
    if (std::get<JuryDecisionAnnulled>(state.end->fact).authority == Authority::kCourt) continue;
    auto found = TakenBackLate(scope, *state.end, *state.decision.entry);
    if (found) all.push_back(*std::move(found));
  }
  return all;
}

std::vector<Found> ReserveLiftedLate(const EnrolmentScope& scope) {
  std::vector<Found> all;
  for (const JudgedDecision& judged : scope.decisions) {
    for (const ReserveState& state : ReservesOn(scope.dossier, judged.decision, scope.on())) {
      const Date deadline = state.reserve->deadline;
      const bool late = state.IsLifted() && state.end->effective <= deadline &&
                        deadline < state.end->recorded_date;
      if (!late) continue;
      Found& found = all.emplace_back();
      found.about = state.end->index;
      found.text = Said("said to be lifted on {0}, and recorded on {1}, after the deadline of {2}",
                        "dite levée le {0}, et enregistrée le {1}, après le terme du {2}",
                        state.end->effective, state.end->recorded_date, deadline);
      found.evidence = {CitedOf(scope.dossier, *state.end),
                        CitedOf(scope.dossier, *judged.decision.entry)};
      found.requirement = FindRequirement(scope.rules, state.reserve->requirement);
    }
  }
  return all;
}

std::vector<Found> ActVoided(const LearnerScope& scope) {
  std::vector<Found> all;
  for (const Entry& entry : scope.dossier.entries) {
    const bool voided = IsActOfAuthority(entry.fact) && entry.effective <= scope.on &&
                        entry.superseded && !entry.HoldsOn(scope.on) &&
                        FindEntry(scope.dossier, entry.superseded->by) == nullptr;
    if (!voided) continue;
    const FactInfo& info = InfoOf(entry.fact);
    Found& found = all.emplace_back();
    found.about = entry.index;
    found.text = Said("{0} of {1} was voided: what it undid counts again, and nobody decided that",
                      "{0} du {1} : saisie annulée ; ce qu'elle défaisait vaut de nouveau, sans "
                      "que nul l'ait décidé",
                      Text{std::string(info.french), std::string(info.name)}, entry.effective);
    found.evidence = {CitedOf(scope.dossier, entry)};
    // In a joined dossier the version of the voiding is not known; its event is shown with this.
    if (!entry.origin) {
      found.evidence.push_back(
          {scope.dossier.subject, entry.superseded->by, entry.superseded->index});
    }
  }
  return all;
}

std::vector<Found> IdentityCorrected(const LearnerScope& scope) {
  const auto titles = HeldOn<AwardIssued>(scope.dossier, scope.on);
  std::vector<Found> all;
  for (const auto& identity : HeldOn<LearnerRegistered>(scope.dossier, scope.on)) {
    const Entry& entry = *identity.entry;
    if (!entry.replaces) continue;
    Found found;
    for (const auto& title : titles) {
      if (title.entry->index < entry.index) {
        found.evidence.push_back(CitedOf(scope.dossier, *title.entry));
      }
    }
    if (found.evidence.empty()) continue;
    found.about = entry.index;
    found.text = Said(
        "the identity of who holds the title was corrected on {0}, after it was "
        "issued",
        "l'identité de qui détient le titre a été rectifiée le {0}, après sa "
        "délivrance",
        entry.recorded_date);
    found.evidence.push_back(CitedOf(scope.dossier, entry));
    const Entry* former = FindEntry(scope.dossier, *entry.replaces);
    if (former != nullptr && former->effective <= scope.on) {
      found.evidence.push_back(CitedOf(scope.dossier, *former));
    }
    all.push_back(std::move(found));
  }
  return all;
}

std::vector<Found> MergedWithTitle(const LearnerScope& scope) {
  std::vector<Found> all;
  for (const auto& merged : HeldOn<LearnersMerged>(scope.dossier, scope.on)) {
    if (!merged->survivor) continue;
    Found found;
    for (const auto& title : HeldOn<AwardIssued>(scope.dossier, scope.on)) {
      if (title.entry->index < merged.entry->index) {
        found.evidence.push_back(CitedOf(scope.dossier, *title.entry));
      }
    }
    if (found.evidence.empty()) continue;
    found.about = merged.entry->index;
    found.text = Said("two registrations were merged on {0}, once a title was issued",
                      "deux dossiers ont été réunis le {0}, une fois un titre délivré",
                      merged.entry->effective);
    found.registrations = {IdFrom<LearnerId>(scope.dossier.subject), merged->other};
    found.evidence.push_back(CitedOf(scope.dossier, *merged.entry));
    all.push_back(std::move(found));
  }
  return all;
}

}  // namespace cartulary
