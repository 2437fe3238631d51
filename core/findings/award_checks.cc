// Checks of awards and of what juries decided, against what the rules say.
#include <algorithm>

#include "core/evaluate/evaluate.h"
#include "core/evaluate/missing.h"
#include "core/evaluate/node_context.h"
#include "core/findings/check_functions.h"

namespace cartulary {
namespace {

// How long after a decision it has to be notified, and how long after everything was met a jury has
// to be convened: both are readings (table.cc says so), no law.
constexpr int kNotificationDays = 30;
constexpr int kPresentationDays = 180;

Date DaysAfter(Date date, int days) { return Date{date.days + days}; }

Found About(const EnrolmentScope& scope, const Entry& entry, Text text) {
  Found found;
  found.about = entry.index;
  found.text = std::move(text);
  found.evidence = {CitedOf(scope.dossier, entry)};
  return found;
}

Found AboutAward(const EnrolmentScope& scope, Text text) {
  return About(scope, *scope.Award()->award.entry, std::move(text));
}

// Whether the last decision that stands admits.
bool IsAdmitted(const EnrolmentScope& scope) {
  const JudgedDecision* last = scope.LastDecision();
  return last != nullptr &&
         FinalOn(scope.dossier, last->decision, scope.on()) == FinalDecision::kAdmitted;
}

enum class Unmet { kConditions, kAndActsOfJury };

// The smallest parts that are not met.
std::vector<Missing> UnmetOf(const EnrolmentScope& scope, Unmet asked) {
  auto missing = MissingIn(scope.verdict.root, scope.rules);
  std::erase_if(missing, [&](const Missing& part) {
    return part.is_act_of_jury && asked == Unmet::kConditions;
  });
  return missing;
}

Text LabelOf(const VerdictNode& node, const Requirement& requirement) {
  if (!node.block) return requirement.label;
  return Said("{0} ({1})", "{0} ({1})", requirement.label, *node.block);
}

// Names what is not met, cites what it rests on, and quotes the first requirement of it.
void AddUnmet(const EnrolmentScope& scope, Unmet asked, Found& found) {
  Text list;
  for (const Missing& part : UnmetOf(scope, asked)) {
    CiteTree(*part.node, found.evidence);
    if (part.requirement == nullptr) continue;
    if (found.requirement == nullptr) found.requirement = part.requirement;
    if (!list.empty()) list += Said("; ", " ; ");
    list += LabelOf(*part.node, *part.requirement);
    for (const AssumptionCode& assumption : part.node->assumptions) {
      if (std::ranges::count(found.assumptions, assumption) == 0) {
        found.assumptions.push_back(assumption);
      }
    }
  }
  if (!list.empty()) found.text += Said(": {0}", " : {0}", list);
}

bool IsUnfavourable(FinalDecision decision) {
  return decision == FinalDecision::kRefused || decision == FinalDecision::kDeferred ||
         decision == FinalDecision::kPartial;
}

// The last decision, if it does not admit and no title was granted since.
const JudgedDecision* Refusal(const EnrolmentScope& scope) {
  const JudgedDecision* last = scope.LastDecision();
  if (last == nullptr || scope.Award() != nullptr) return nullptr;
  return IsUnfavourable(FinalOn(scope.dossier, last->decision, scope.on())) ? last : nullptr;
}

bool WasMetOn(const EnrolmentScope& scope, Date day) {
  const Verdict then = Evaluate(scope.rules, scope.verdict.revision, scope.dossier,
                                scope.verdict.enrolment, scope.reference, day);
  return MetByRules(then, scope.rules);
}

// A session that is still to sit.
bool IsAwaitingSession(const EnrolmentScope& scope) {
  return std::ranges::any_of(scope.sessions, [&](const FoldedStream* jury) {
    const auto session = SessionOn(*jury, scope.on());
    const auto convened = HeldOn<CandidateConvened>(*jury, scope.on());
    return session && scope.on() <= session->appointed->session_date &&
           std::ranges::any_of(convened, [&](const auto& candidate) {
             return candidate->enrolment == scope.verdict.enrolment;
           });
  });
}

std::vector<Held<DecisionNotified>> Notifications(const EnrolmentScope& scope,
                                                  const JudgedDecision& judged) {
  auto notified = HeldOn<DecisionNotified>(scope.dossier, scope.verdict.enrolment, scope.on());
  std::erase_if(notified, [&](const auto& held) {
    return FindStanding(scope.dossier, held->decision) != judged.decision.entry;
  });
  return notified;
}

}  // namespace

void CiteTree(const VerdictNode& node, std::vector<Cited>& events) {
  events.insert(events.end(), node.events.begin(), node.events.end());
  for (const VerdictNode& child : node.children) CiteTree(child, events);
}

std::vector<Found> AwardWithoutDecision(const EnrolmentScope& scope) {
  if (scope.Award() == nullptr) return {};
  if (IsAdmitted(scope)) return {};
  const JudgedDecision* last = scope.LastDecision();
  Found found = AboutAward(scope, last == nullptr
                                      ? Said("the title stands, and no decision of a jury does",
                                             "le titre vaut, et aucune décision de jury ne vaut")
                                      : Said("the title stands, and the jury's decision does not "
                                             "admit: {0}",
                                             "le titre vaut, et la décision du jury n'admet pas : "
                                             "{0}",
                                             FinalOn(scope.dossier, last->decision, scope.on())));
  for (const DecisionState& state :
       DecisionsOn(scope.dossier, scope.verdict.enrolment, scope.on())) {
    found.evidence.push_back(CitedOf(scope.dossier, *state.decision.entry));
    if (state.end != nullptr) found.evidence.push_back(CitedOf(scope.dossier, *state.end));
  }
  return {std::move(found)};
}

std::vector<Found> AwardUnmet(const EnrolmentScope& scope) {
  // Where no decision admits, AWARD_WITHOUT_DECISION tells it.
  const Unmet asked = IsAdmitted(scope) ? Unmet::kAndActsOfJury : Unmet::kConditions;
  if (scope.Award() == nullptr || UnmetOf(scope, asked).empty()) return {};
  Found found = AboutAward(scope, Said("the title stands; not met on {0}",
                                       "le titre vaut ; il y manque, au {0}", scope.on()));
  AddUnmet(scope, asked, found);
  return {std::move(found)};
}

std::vector<Found> AwardUnsettled(const EnrolmentScope& scope) {
  if (scope.Award() == nullptr) return {};
  std::vector<AssumptionCode> unsettled;
  std::string names;
  for (const AssumptionCode& code : scope.verdict.assumptions) {
    const Assumption* assumption = FindAssumption(scope.rules, code);
    if (assumption != nullptr && assumption->settlement) continue;
    unsettled.push_back(code);
    names += (names.empty() ? "" : ", ") + code.text;
  }
  if (unsettled.empty()) return {};
  Found found =
      AboutAward(scope, Said("the title leans on what no document settles: {0}",
                             "le titre repose sur ce qu'aucun document ne tranche : {0}", names));
  found.assumptions = std::move(unsettled);
  return {std::move(found)};
}

std::vector<Found> AwardAfterWindow(const EnrolmentScope& scope) {
  const AwardState* award = scope.Award();
  const auto& end = scope.rules.registration_end;
  if (award == nullptr || !end || award->award.entry->effective <= *end) return {};
  if (scope.rules.delivery_limit) return {};  // Then that is the limit which counts.
  return {AboutAward(scope,
                     Said("issued on {0}, after the registration ended on {1}; the last day to "
                          "deliver titles is unknown",
                          "délivré le {0}, après l'échéance de l'enregistrement le {1} ; la date "
                          "limite de délivrance est inconnue",
                          award->award.entry->effective, *end))};
}

std::vector<Found> AwardAfterLimit(const EnrolmentScope& scope) {
  const AwardState* award = scope.Award();
  const auto& limit = scope.rules.delivery_limit;
  if (award == nullptr || !limit || award->award.entry->effective <= *limit) return {};
  return {AboutAward(scope, Said("issued on {0}, after the last day to deliver titles, {1}",
                                 "délivré le {0}, après la date limite de délivrance, {1}",
                                 award->award.entry->effective, *limit))};
}

std::vector<Found> AwardDespite(const EnrolmentScope& scope) {
  const AwardState* award = scope.Award();
  if (award == nullptr || award->award->overridden.empty()) return {};
  std::string names;
  for (const FindingCode& finding : award->award->overridden) {
    names += (names.empty() ? "" : ", ") + finding.text;
  }
  return {AboutAward(scope, Said("issued in spite of {0}", "délivré malgré {0}", names))};
}

std::vector<Found> AdmittedUnmet(const EnrolmentScope& scope) {
  const JudgedDecision* last = scope.LastDecision();
  // What was drawn from it by withdrawing the title needs no telling.
  if (!scope.awards.empty() || scope.verdict.conditions_met || !IsAdmitted(scope)) return {};
  Found found = About(scope, *last->decision.entry,
                      Said("the jury admitted the candidate without what it may not decide "
                           "otherwise",
                           "le jury a admis le candidat sans ce dont il ne peut décider "
                           "autrement"));
  AddUnmet(scope, Unmet::kConditions, found);
  return {std::move(found)};
}

std::vector<Found> MetAndRefused(const EnrolmentScope& scope) {
  const JudgedDecision* refusal = Refusal(scope);
  if (refusal == nullptr) return {};
  const Entry& entry = *refusal->decision.entry;
  if (!WasMetOn(scope, entry.effective)) return {};
  return {About(scope, entry,
                Said("by the rules alone every requirement was met on {0}, and the jury decided: "
                     "{1}",
                     "selon les seules règles, toutes les conditions étaient réunies au {0}, et le "
                     "jury a décidé : {1}",
                     entry.effective, refusal->decision->decision))};
}

std::vector<Found> MetSinceDecision(const EnrolmentScope& scope) {
  const JudgedDecision* refusal = Refusal(scope);
  if (refusal == nullptr || !scope.met_by_rules || IsAwaitingSession(scope)) return {};
  const Entry& entry = *refusal->decision.entry;
  if (WasMetOn(scope, entry.effective)) return {};
  return {About(scope, entry,
                Said("every requirement is met since the decision of {0}, and no session is to sit "
                     "on the candidate",
                     "toutes les conditions sont réunies depuis la décision du {0}, et aucune "
                     "session ne doit statuer sur le candidat",
                     entry.effective))};
}

std::vector<Found> NeverPresented(const EnrolmentScope& scope) {
  if (!scope.met_by_rules || scope.Award() != nullptr) return {};
  if (!DecisionsOn(scope.dossier, scope.verdict.enrolment, scope.on()).empty()) return {};
  if (IsAwaitingSession(scope)) return {};
  std::vector<Cited> events;
  CiteTree(scope.verdict.root, events);
  const Entry* last = nullptr;  // The last day of what the verdict rests on.
  for (const Cited& cited : events) {
    const Entry* entry = FindEntry(scope.dossier, cited.index);
    if (entry != nullptr && (last == nullptr || last->effective < entry->effective)) last = entry;
  }
  if (last == nullptr || scope.on() <= DaysAfter(last->effective, kPresentationDays)) return {};
  const auto terms = TermsOf(scope.dossier, scope.verdict.enrolment, scope.on());
  Found found = About(scope, *terms->opened.entry,
                      Said("every requirement is met since {0}, and no jury was asked to decide",
                           "toutes les conditions sont réunies depuis le {0}, et aucun jury n'a "
                           "été saisi",
                           last->effective));
  found.evidence.push_back(CitedOf(scope.dossier, *last));
  return {std::move(found)};
}

std::vector<Found> ReserveOverdue(const EnrolmentScope& scope) {
  std::vector<Found> all;
  for (const JudgedDecision& judged : scope.decisions) {
    for (const ReserveState& state : ReservesOn(scope.dossier, judged.decision, scope.on())) {
      if (!state.IsOverdue(scope.on())) continue;
      Found& found = all.emplace_back(About(
          scope, *judged.decision.entry,
          Said("the reserve on {0} was to be lifted by {1}, and nobody said what became of it",
               "la réserve portant sur {0} était à lever au plus tard le {1}, et nul n'a dit "
               "ce qu'il en est",
               state.reserve->requirement, state.reserve->deadline)));
      found.part = state.reserve->requirement.text;
      found.requirement = FindRequirement(scope.rules, state.reserve->requirement);
    }
  }
  return all;
}

std::vector<Found> DecisionNotNotified(const EnrolmentScope& scope) {
  std::vector<Found> all;
  if (scope.Award() != nullptr) return all;  // Nobody is left to appeal.
  for (const JudgedDecision& judged : scope.decisions) {
    const Entry& entry = *judged.decision.entry;
    const FinalDecision decision = judged.decision->decision;
    if (decision == FinalDecision::kAdmitted) continue;
    if (scope.on() <= DaysAfter(entry.effective, kNotificationDays)) continue;
    if (!Notifications(scope, judged).empty()) continue;
    all.push_back(About(scope, entry,
                        Said("the decision of {0} ({1}) was not notified, so the time to appeal "
                             "does not run",
                             "la décision du {0} ({1}) n'a pas été notifiée : le délai de recours "
                             "ne court pas",
                             entry.effective, decision)));
  }
  return all;
}

std::vector<Found> NotifiedWithoutRemedies(const EnrolmentScope& scope) {
  std::vector<Found> all;
  if (scope.Award() != nullptr) return all;
  for (const JudgedDecision& judged : scope.decisions) {
    if (judged.decision->decision == FinalDecision::kAdmitted) continue;
    const auto notified = Notifications(scope, judged);
    const bool stated =
        std::ranges::any_of(notified, [](const auto& held) { return held->remedies; });
    if (notified.empty() || stated) continue;
    Found& found = all.emplace_back(
        About(scope, *notified.front().entry,
              Said("notified on {0} without the remedies, so the time to appeal does not run",
                   "notifiée le {0} sans les voies et délais de recours : le délai de recours ne "
                   "court pas",
                   notified.front().entry->effective)));
    found.evidence.push_back(CitedOf(scope.dossier, *judged.decision.entry));
  }
  return all;
}

}  // namespace cartulary
