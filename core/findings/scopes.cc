// What the checks look at, gathered once.
#include <algorithm>
#include <set>

#include "core/evaluate/node_context.h"
#include "core/evaluate/standing.h"
#include "core/findings/checks.h"
#include "core/findings/recorded.h"
#include "core/fold/terms.h"

namespace cartulary {
namespace {

const VerdictNode* FindNode(const VerdictNode& node, const RequirementCode& requirement) {
  if (node.requirement == requirement) return &node;
  for (const VerdictNode& child : node.children) {
    if (const VerdictNode* found = FindNode(child, requirement)) return found;
  }
  return nullptr;
}

// The requirement that tests the jury of the enrolment's route; nullptr if no jury decides on it.
const Requirement* JuryRequirement(const Referential& rules, Route route) {
  const RouteAccess* access = FindRoute(rules, route);
  if (access == nullptr || !access->jury) return nullptr;
  return FindJuryRequirement(rules, *access->jury);
}

void ForgetDecisions(VerdictNode& node) {
  node.decided.reset();
  for (VerdictNode& child : node.children) ForgetDecisions(child);
}

JudgedDecision Judge(const EnrolmentScope& scope, const Held<JuryDecisionRecorded>& decision) {
  JudgedDecision judged{decision, &scope.reference.Jury(decision->jury), nullptr, {}, {}};
  const Date day = decision.entry->effective;
  judged.ties = TiesOf(scope.dossier, day);
  const Route route = TermsOf(scope.dossier, scope.verdict.enrolment, day)->route;
  judged.requirement = JuryRequirement(scope.rules, route);
  if (judged.requirement == nullptr) return judged;
  const bool of_verdict = route == scope.verdict.route && scope.verdict.decision &&
                          scope.verdict.decision->index == decision.entry->index;
  const VerdictNode* node =
      of_verdict ? FindNode(scope.verdict.root, judged.requirement->id) : nullptr;
  judged.composition =
      node != nullptr ? *node
                      : JudgeDeliberation(*judged.requirement, *judged.jury,
                                          scope.reference.institution, scope.dossier, decision);
  return judged;
}

}  // namespace

bool MetByRules(const Verdict& verdict, const Referential& rules) {
  VerdictNode computed = verdict.root;
  ForgetDecisions(computed);
  return ConditionsMet(computed, rules, verdict.decision.has_value());
}

const AwardState* EnrolmentScope::Award() const {
  const AwardState* award = LiveAward(awards);
  return award == nullptr || award->withdrawal != nullptr ? nullptr : award;
}

EnrolmentScope ScopeOf(const Dossier& dossier, const Reference& reference, const Referential& rules,
                       const Verdict& verdict) {
  EnrolmentScope scope{dossier, reference, rules, verdict};
  for (const DecisionState& state : DecisionsOn(dossier, verdict.enrolment, verdict.on)) {
    if (state.end == nullptr) scope.decisions.push_back(Judge(scope, state.decision));
  }
  scope.awards = AwardsOn(dossier, verdict.enrolment, verdict.on);
  scope.met_by_rules = MetByRules(verdict, rules);
  return scope;
}

bool AsksForSessions(const EnrolmentScope& scope) {
  return scope.met_by_rules && scope.Award() == nullptr;
}

namespace {

// Whether a decision takes the place of another, which was rectified.
bool Rectifies(const Dossier& dossier, const Entry& decision, Date on) {
  return std::ranges::any_of(HeldOn<JuryDecisionRectified>(dossier, on), [&](const auto& held) {
    return FindStanding(dossier, held->by) == &decision;
  });
}

void AddRulings(std::map<JuryId, Deliberations>& all, const Dossier& dossier, Date on) {
  for (const auto& ruling : HeldOn<CourtRuled>(dossier, on)) {
    if (ruling->scope != RulingScope::kSession || ruling->outcome == CourtOutcome::kRejected) {
      continue;
    }
    const Entry* entry = FindEntry(dossier, ruling->decision);
    const auto* decision =
        entry == nullptr ? nullptr : std::get_if<JuryDecisionRecorded>(&entry->fact);
    if (decision == nullptr) continue;
    all[decision->jury].rulings.push_back(
        {CitedOf(dossier, *ruling.entry), ruling->outcome, ruling->act, ruling.entry->effective});
  }
}

}  // namespace

void AddDeliberations(std::map<JuryId, Deliberations>& all, const Dossier& dossier, Date on,
                      std::optional<Date> store_made) {
  AddRulings(all, dossier, on);
  for (const Entry& entry : dossier.entries) {
    const auto* decision = std::get_if<JuryDecisionRecorded>(&entry.fact);
    if (decision == nullptr) continue;
    all[decision->jury].chairs.emplace(RecordedAt(dossier, entry), decision->chair);
  }
  std::set<EnrolmentId> enrolments;
  for (const auto& decision : HeldOn<JuryDecisionRecorded>(dossier, on)) {
    enrolments.insert(decision->enrolment);
  }
  for (const EnrolmentId& enrolment : enrolments) {
    for (const DecisionState& state : DecisionsOn(dossier, enrolment, on)) {
      if (state.end != nullptr) continue;
      const Cited cited = CitedOf(dossier, *state.decision.entry);
      Deliberations& session = all[state.decision->jury];
      session.decisions.push_back(cited);
      if (IsRecordedAsItHappens(*state.decision.entry, store_made) &&
          !Rectifies(dossier, *state.decision.entry, on)) {
        session.first_decisions.push_back(cited);
      }
      for (const PersonId& person : state.decision->deliberated) {
        const auto [at, added] = session.persons.emplace(person, cited);
        if (!added && cited.index < at->second.index) at->second = cited;
      }
    }
  }
}

}  // namespace cartulary
