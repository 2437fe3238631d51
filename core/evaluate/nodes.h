// One function for each kind of requirement. Internal to core/evaluate.
#pragma once

#include "core/evaluate/node_context.h"
#include "core/evaluate/verdict.h"

namespace cartulary {

// combinations.cc
VerdictNode EvaluateAllOf(const AllOf& rule, const NodeContext& context);
VerdictNode EvaluateAnyOf(const AnyOf& rule, const NodeContext& context);
VerdictNode EvaluateAtLeastN(const AtLeastN& rule, const NodeContext& context);
VerdictNode EvaluateEachBlock(const EachBlock& rule, const NodeContext& context);

// assessments.cc
VerdictNode EvaluateWeightedAverage(const WeightedAverage& rule, const NodeContext& context);
VerdictNode EvaluateAcquiredScale(const AcquiredScale& rule, const NodeContext& context);

// tutoring.cc
VerdictNode EvaluateTutorGrid(const TutorGrid& rule, const NodeContext& context);
VerdictNode EvaluateReport(const Report& rule, const NodeContext& context);
VerdictNode EvaluateDefence(const Defence& rule, const NodeContext& context);

// language.cc
VerdictNode EvaluateLanguageCertificate(const LanguageCertificate& rule,
                                        const NodeContext& context);

// mobility.cc
VerdictNode EvaluateMobility(const Mobility& rule, const NodeContext& context);
// The stays that the rules count towards the length of a mobility: where they are not added up,
// those that are long enough or, while none is, the longest. Borrows from the dossier.
struct CountedStays {
  std::vector<const Entry*> entries;
  std::optional<Cited> longest;  // None if no stay counts; its first and its last day:
  Date from;
  Date until;

  // Whether one of those that a report or a defence is about counts.
  bool AnyOf(const std::vector<Version>& stays, const Dossier& dossier) const;
};
// None if the rules ask the route for no mobility. What is read, `node` leans on.
std::optional<CountedStays> StaysThatCount(const Evaluation& evaluation, NodeBuilder& node);

// jury.cc
VerdictNode EvaluateJury(const Jury& rule, const NodeContext& context);

// decisions.cc
// A node that rests on a decision which was annulled.
VerdictNode Annulled(const DecisionState& decision, NodeBuilder& node,
                     const Evaluation& evaluation);
VerdictNode EvaluateJuryDecision(const JuryDecision& rule, const NodeContext& context);
VerdictNode EvaluateVaeDossier(const VaeDossier& rule, const NodeContext& context);
VerdictNode EvaluateEquivalence(const Equivalence& rule, const NodeContext& context);
VerdictNode EvaluateEntryWindow(const EntryWindow& rule, const NodeContext& context);

// combinations.cc. Any requirement, for the block at hand if there is one: whether it binds the
// route, what its kind comes to, and what the jury decided where the rules let it. `discretion`:
// the rules leave what it is part of to the jury.
VerdictNode EvaluateRequirement(const RequirementCode& id, const Evaluation& evaluation,
                                const Block* block, bool discretion = false);

}  // namespace cartulary
