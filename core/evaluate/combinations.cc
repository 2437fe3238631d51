#include "core/check.h"
#include "core/evaluate/combine.h"
#include "core/evaluate/nodes.h"

namespace cartulary {
namespace {

struct Tallies {
  Tally computed;
  Tally decided;  // With the jury's decisions in it, at any depth.
  bool jury_decided = false;
};

Tallies TalliesOf(std::span<const VerdictNode> children) {
  Tallies tallies;
  for (const VerdictNode& child : children) {
    tallies.computed.Count(child.computed);
    tallies.decided.Count(child.outcome());
    tallies.jury_decided |= child.decided.has_value();
  }
  return tallies;
}

std::vector<VerdictNode> EvaluateChildren(std::span<const RequirementCode> ids,
                                          const NodeContext& context) {
  std::vector<VerdictNode> children;
  children.reserve(ids.size());
  for (const RequirementCode& id : ids) {
    children.push_back(
        EvaluateRequirement(id, context.evaluation, context.block, context.discretion));
  }
  return children;
}

VerdictNode Conjunction(NodeBuilder node, std::vector<VerdictNode> children) {
  const Tallies tallies = TalliesOf(children);
  const Tally& tally = tallies.computed;
  node.Adopt(std::move(children));
  if (tallies.jury_decided) node.Decide(CombineAllOf(tallies.decided));

  node.With("of", tally.applicable());
  switch (CombineAllOf(tally)) {
    case Outcome::kSatisfied:
    case Outcome::kWaived:
      return node.Done(Outcome::kSatisfied, Reason::kAllSatisfied);
    case Outcome::kNotSatisfied:
      node.With("failed", tally.not_satisfied).With("pending", tally.pending);
      return node.Done(Outcome::kNotSatisfied, Reason::kChildFailed);
    case Outcome::kPending:
      return node.With("pending", tally.pending).Done(Outcome::kPending, Reason::kChildMissing);
    case Outcome::kNotApplicable:
      break;
  }
  return node.Done(Outcome::kNotApplicable, Reason::kNothingApplies);
}

VerdictNode AtLeast(int n, NodeBuilder node, std::vector<VerdictNode> children, Reason when_enough,
                    Reason when_too_few) {
  const Tallies tallies = TalliesOf(children);
  const Tally& tally = tallies.computed;
  node.Adopt(std::move(children));
  if (tallies.jury_decided) node.Decide(CombineAtLeast(tallies.decided, n));

  node.With("satisfied", tally.satisfied).With("of", tally.applicable()).With("min", n);
  node.With("pending", tally.pending).With("failed", tally.not_satisfied);
  const Outcome computed = CombineAtLeast(tally, n);
  if (computed == Outcome::kNotApplicable) return node.Done(computed, Reason::kNothingApplies);
  return node.Done(computed, computed == Outcome::kSatisfied ? when_enough : when_too_few);
}

// Calls the function of the node's kind. A kind without one does not compile.
struct Dispatch {
  const NodeContext& context;
  VerdictNode operator()(const AllOf& rule) const { return EvaluateAllOf(rule, context); }
  VerdictNode operator()(const AnyOf& rule) const { return EvaluateAnyOf(rule, context); }
  VerdictNode operator()(const AtLeastN& rule) const { return EvaluateAtLeastN(rule, context); }
  VerdictNode operator()(const EachBlock& rule) const { return EvaluateEachBlock(rule, context); }
  VerdictNode operator()(const WeightedAverage& rule) const {
    return EvaluateWeightedAverage(rule, context);
  }
  VerdictNode operator()(const AcquiredScale& rule) const {
    return EvaluateAcquiredScale(rule, context);
  }
  VerdictNode operator()(const TutorGrid& rule) const { return EvaluateTutorGrid(rule, context); }
  VerdictNode operator()(const Defence& rule) const { return EvaluateDefence(rule, context); }
  VerdictNode operator()(const Report& rule) const { return EvaluateReport(rule, context); }
  VerdictNode operator()(const LanguageCertificate& rule) const {
    return EvaluateLanguageCertificate(rule, context);
  }
  VerdictNode operator()(const Mobility& rule) const { return EvaluateMobility(rule, context); }
  VerdictNode operator()(const Jury& rule) const { return EvaluateJury(rule, context); }
  VerdictNode operator()(const JuryDecision& rule) const {
    return EvaluateJuryDecision(rule, context);
  }
  VerdictNode operator()(const VaeDossier& rule) const { return EvaluateVaeDossier(rule, context); }
  VerdictNode operator()(const Equivalence& rule) const {
    return EvaluateEquivalence(rule, context);
  }
  VerdictNode operator()(const EntryWindow& rule) const {
    return EvaluateEntryWindow(rule, context);
  }
};

// What the jury decided of a requirement that the rules leave to its discretion: of a block, by
// ruling on it; of anything else, by admitting the candidate.
struct Discretion {
  std::vector<Cited> events;
  Outcome outcome;
};
std::optional<Discretion> DiscretionUsed(const NodeContext& context) {
  const Evaluation& evaluation = context.evaluation;
  if (context.block != nullptr) {
    const auto ruling = RulingOn(evaluation, context.block->id);
    if (!ruling) return std::nullopt;
    const bool validated = ruling->ruling == BlockDecision::kValidated;
    return Discretion{ruling->events, validated ? Outcome::kSatisfied : Outcome::kNotSatisfied};
  }
  const Held<JuryDecisionRecorded>* decision = evaluation.Decision();
  if (decision == nullptr) return std::nullopt;
  const FinalDecision final = FinalOn(evaluation.dossier, *decision, evaluation.on);
  if (final != FinalDecision::kAdmitted) return std::nullopt;
  return Discretion{{CitedOf(evaluation.dossier, *decision->entry)}, Outcome::kSatisfied};
}

void ApplyDiscretion(VerdictNode& node, const NodeContext& context) {
  if (!context.requirement.jury_discretion) return;
  const auto used = DiscretionUsed(context);
  if (!used) return;
  node.decided = used->outcome;
  node.events.insert(node.events.end(), used->events.begin(), used->events.end());
  SortEvents(node.events);
}

VerdictNode WaiverNode(const Held<WaiverGranted>& waiver, const NodeContext& context,
                       std::string id, Outcome outcome, Reason reason) {
  NodeBuilder node(RequirementCode{std::move(id)}, context.block);
  node.Cite(context.evaluation.dossier, *waiver.entry);
  node.With("date", waiver.entry->effective).With("authority", waiver->authority);
  return node.With("act", waiver->act).With("ground", waiver->ground).Done(outcome, reason);
}

// An authority that the rule names may dispense from the requirement. What it comes to without that
// is kept below, and so is a waiver that the rule does not provide for.
void ApplyWaivers(VerdictNode& node, const NodeContext& context) {
  const Requirement& requirement = context.requirement;
  std::optional<Held<WaiverGranted>> granted;
  for (const auto waiver : context.evaluation.facts.Of<WaiverGranted>()) {
    if (waiver->requirement != requirement.id) continue;
    if (std::ranges::count(requirement.waivable_by, waiver->authority) > 0) {
      granted = waiver;
    } else {
      node.children.push_back(WaiverNode(waiver, context, requirement.id.text + "/waiver",
                                         Outcome::kNotApplicable, Reason::kWaiverNotProvided));
    }
  }
  if (!granted) return;
  VerdictNode waived =
      WaiverNode(*granted, context, requirement.id.text, Outcome::kWaived, Reason::kWaived);
  node.requirement.text += "/computed";
  waived.children.push_back(std::move(node));
  node = std::move(waived);
}

}  // namespace

VerdictNode EvaluateRequirement(const RequirementCode& id, const Evaluation& evaluation,
                                const Block* block, bool discretion) {
  const Requirement* requirement = FindRequirement(evaluation.rules, id);
  CARTULARY_CHECK(requirement != nullptr);  // The loader refuses dangling references.
  const NodeContext context{evaluation, *requirement, block,
                            discretion || requirement->jury_discretion};
  if (const Route route = evaluation.route.value; !BindsRoute(*requirement, route)) {
    NodeBuilder node(id, block);
    node.ReadRoute(evaluation);
    return node.With("route", route).Done(Outcome::kNotApplicable, Reason::kNotBound);
  }
  VerdictNode node = std::visit(Dispatch{context}, requirement->node);
  ApplyDiscretion(node, context);
  ApplyWaivers(node, context);
  return node;
}

VerdictNode EvaluateAllOf(const AllOf& rule, const NodeContext& context) {
  return Conjunction(NodeBuilder(context), EvaluateChildren(rule.of, context));
}

VerdictNode EvaluateAnyOf(const AnyOf& rule, const NodeContext& context) {
  return AtLeast(1, NodeBuilder(context), EvaluateChildren(rule.of, context), Reason::kOneSatisfied,
                 Reason::kTooFewSatisfied);
}

VerdictNode EvaluateAtLeastN(const AtLeastN& rule, const NodeContext& context) {
  NodeBuilder node(context);
  const int n = node.Read(rule.n);
  return AtLeast(n, std::move(node), EvaluateChildren(rule.of, context), Reason::kEnoughSatisfied,
                 Reason::kTooFewSatisfied);
}

VerdictNode EvaluateEachBlock(const EachBlock& rule, const NodeContext& context) {
  const Evaluation& evaluation = context.evaluation;
  std::vector<VerdictNode> children;
  for (const Block& block : evaluation.rules.blocks) {
    const bool listed = rule.blocks.empty() || std::ranges::count(rule.blocks, block.id) > 0;
    if (listed) {
      children.push_back(EvaluateRequirement(rule.of, evaluation, &block, context.discretion));
    }
  }
  return Conjunction(NodeBuilder(context), std::move(children));
}

}  // namespace cartulary
