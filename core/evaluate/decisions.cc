// What was decided or submitted: jury decisions, VAE, equivalence, entry.
#include "core/evaluate/jury.h"
#include "core/evaluate/nodes.h"

namespace cartulary {
namespace {

// Whether the jury that decided is of the kind asked for: the rule's, else that of the route.
bool DecidedByRightJury(const Held<JuryDecisionRecorded>& decision, const JuryDecision& rule,
                        const Evaluation& evaluation, NodeBuilder& node) {
  std::optional<JuryKind> asked = rule.jury;
  if (!asked) {
    const RouteAccess* route = FindRoute(evaluation.rules, node.ReadRoute(evaluation));
    if (route != nullptr) asked = route->jury;
  }
  if (!asked) return true;
  node.With("jury", *asked);
  const auto appointed =
      AppointmentOn(evaluation.reference.Jury(decision->jury), decision.entry->effective);
  return appointed && (*appointed)->kind == *asked;
}

// The reserves of a decision that match, by their requirements, and the first of their deadlines.
struct Reserved {
  std::string requirements;
  std::optional<Date> deadline;

  void Add(const Reserve& reserve) {
    requirements += (requirements.empty() ? "" : ", ") + reserve.requirement.text;
    if (!deadline || reserve.deadline < *deadline) deadline = reserve.deadline;
  }
};

// A conditional decision that the rule takes for none of its outcomes as it is.
VerdictNode UnderReserve(std::span<const ReserveState> reserves, NodeBuilder& node,
                         const Evaluation& evaluation) {
  Reserved open;
  Reserved overdue;
  Reserved lapsed;
  for (const ReserveState& state : reserves) {
    if (state.IsLapsed()) lapsed.Add(*state.reserve);
    if (!state.IsOpen()) continue;
    open.Add(*state.reserve);
    if (state.IsOverdue(evaluation.on)) overdue.Add(*state.reserve);
    evaluation.horizon.Consider(DayAfter(state.reserve->deadline));
  }
  if (lapsed.deadline) {
    return node.With("reserves", lapsed.requirements)
        .With("deadline", *lapsed.deadline)
        .Done(Outcome::kNotSatisfied, Reason::kReserveLapsed);
  }
  node.With("reserves", open.requirements);
  if (overdue.deadline) {
    return node.With("overdue", overdue.requirements)
        .With("deadline", *overdue.deadline)
        .Done(Outcome::kPending, Reason::kReserveOverdue);
  }
  return node.With("deadline", *open.deadline).Done(Outcome::kPending, Reason::kReservesOpen);
}

VerdictNode DecidedFinally(const JuryDecision& rule, NodeBuilder& node,
                           const Evaluation& evaluation) {
  if (evaluation.annulled) return Annulled(*evaluation.annulled, node, evaluation);
  if (evaluation.decisions.empty()) return node.Done(Outcome::kPending, Reason::kNotDecided);
  const Held<JuryDecisionRecorded>& decision = evaluation.decisions.back();
  node.Cite(evaluation.dossier, *decision.entry);
  node.With("date", decision.entry->effective).With("decision", decision->decision);
  const auto reserves = ReservesOn(evaluation.dossier, decision, evaluation.on);
  for (const ReserveState& reserve : reserves) {
    if (!reserve.IsOpen()) node.Cite(evaluation.dossier, *reserve.end);
  }
  const FinalDecision final = FinalOn(evaluation.dossier, decision, evaluation.on);
  const bool lifted = final != decision->decision && final == FinalDecision::kAdmitted;
  const bool asked = std::ranges::count(rule.outcomes, final) > 0;
  if (!asked && decision->decision == FinalDecision::kConditional && !lifted) {
    return UnderReserve(reserves, node, evaluation);
  }
  if (!asked) return node.Done(Outcome::kNotSatisfied, Reason::kDecidedOtherwise);
  return DecidedByRightJury(decision, rule, evaluation, node)
             ? node.Done(Outcome::kSatisfied, lifted ? Reason::kReservesLifted : Reason::kDecided)
             : node.Done(Outcome::kNotSatisfied, Reason::kDecidedByOtherJury);
}

VerdictNode DecidedOnBlock(const JuryDecision& rule, NodeBuilder& node,
                           const NodeContext& context) {
  const Evaluation& evaluation = context.evaluation;
  const auto ruling = RulingOn(evaluation, context.BlockAtHand().id);
  if (!ruling) return node.Done(Outcome::kPending, Reason::kBlockNotDecided);
  for (const Cited& event : ruling->events) node.Cite(event);
  node.With("date", ruling->decision.entry->effective);
  if (ruling->ruling == BlockDecision::kRefused) {
    return node.Done(Outcome::kNotSatisfied, Reason::kBlockRefused);
  }
  // Another enrolment may have had another route, and so another jury.
  if (ruling->origin == BlockOrigin::kCertification) {
    return node.Done(Outcome::kSatisfied, Reason::kBlockCarriedOver);
  }
  if (ruling->origin == BlockOrigin::kPredecessor) {
    node.With("certification", ruling->certification);
    return node.Done(Outcome::kSatisfied, Reason::kBlockTransferred);
  }
  return DecidedByRightJury(ruling->decision, rule, evaluation, node)
             ? node.Done(Outcome::kSatisfied, Reason::kBlockValidated)
             : node.Done(Outcome::kNotSatisfied, Reason::kDecidedByOtherJury);
}

}  // namespace

VerdictNode Annulled(const DecisionState& decision, NodeBuilder& node,
                     const Evaluation& evaluation) {
  node.Cite(evaluation.dossier, *decision.decision.entry);
  node.Cite(evaluation.dossier, *decision.end);
  return node.With("date", decision.decision.entry->effective)
      .With("annulled_on", decision.end->effective)
      .Done(Outcome::kPending, Reason::kDecisionAnnulled);
}

VerdictNode EvaluateJuryDecision(const JuryDecision& rule, const NodeContext& context) {
  NodeBuilder node(context);
  switch (rule.on) {
    case DecisionScope::kFinal:
      break;
    case DecisionScope::kBlock:
      return DecidedOnBlock(rule, node, context);
  }
  return DecidedFinally(rule, node, context.evaluation);
}

VerdictNode EvaluateVaeDossier(const VaeDossier& rule, const NodeContext& context) {
  NodeBuilder node(context);
  const Evaluation& evaluation = context.evaluation;
  if (node.Read(rule.admissible)) {
    std::optional<Held<VaeAdmissibilityDecided>> last;
    for (const auto decided : evaluation.facts.Of<VaeAdmissibilityDecided>()) {
      if (!last || last->entry->effective <= decided.entry->effective) last = decided;
    }
    if (!last) return node.Done(Outcome::kPending, Reason::kVaeUndecided);
    node.Cite(evaluation.dossier, *last->entry);
    if ((*last)->outcome != Appraisal::kFavourable) {
      return node.With("date", last->entry->effective)
          .Done(Outcome::kNotSatisfied, Reason::kVaeInadmissible);
    }
  }
  if (node.Read(rule.submitted)) {
    const auto submitted = evaluation.facts.Of<VaeDossierSubmitted>();
    if (submitted.empty()) return node.Done(Outcome::kPending, Reason::kVaeNotSubmitted);
    for (const auto dossier : submitted) node.Cite(evaluation.dossier, *dossier.entry);
  }
  return node.Done(Outcome::kSatisfied, Reason::kVaeComplete);
}

// Without an act there is none, and nobody waits for one: so it is not pending.
VerdictNode EvaluateEquivalence(const Equivalence& rule, const NodeContext& context) {
  NodeBuilder node(context);
  const Evaluation& evaluation = context.evaluation;
  const BlockCode& block = context.BlockAtHand().id;
  node.With("block", block);
  const auto counts = [&](const Held<EquivalenceGranted>& act) {
    return rule.from.empty() || std::ranges::count(rule.from, act->certification) > 0;
  };
  std::optional<Held<EquivalenceGranted>> granted;
  for (const auto act : evaluation.facts.Of<EquivalenceGranted>()) {
    if (act->block == block && (!granted || counts(act))) granted = act;
  }
  if (!granted) return node.Done(Outcome::kNotSatisfied, Reason::kNoEquivalence);
  node.Cite(evaluation.dossier, *granted->entry);
  node.With("date", granted->entry->effective).With("held", (*granted)->from);
  node.With("certification", (*granted)->certification).With("act", (*granted)->act);
  return counts(*granted) ? node.Done(Outcome::kSatisfied, Reason::kEquivalenceGranted)
                          : node.Done(Outcome::kNotSatisfied, Reason::kEquivalenceNotNamed);
}

VerdictNode EvaluateEntryWindow(const EntryWindow& rule, const NodeContext& context) {
  NodeBuilder node(context);
  const Held<EnrolmentOpened>& opened = context.evaluation.terms.opened;
  const Date entered = opened.entry->effective;
  node.Cite(context.evaluation.dossier, *opened.entry);
  node.With("date", entered).With("level", int{opened->level});
  if (rule.from && entered < *rule.from) {
    return node.With("from", *rule.from).Done(Outcome::kNotSatisfied, Reason::kEntryTooEarly);
  }
  if (rule.until && *rule.until < entered) {
    return node.With("until", *rule.until).Done(Outcome::kNotSatisfied, Reason::kEntryTooLate);
  }
  if (!rule.levels.empty() && std::ranges::count(rule.levels, int{opened->level}) == 0) {
    std::string levels;
    for (const int level : rule.levels) {
      levels += (levels.empty() ? "" : ", ") + std::to_string(level);
    }
    return node.With("levels", levels).Done(Outcome::kNotSatisfied, Reason::kEntryLevel);
  }
  return node.Done(Outcome::kSatisfied, Reason::kEntryAdmitted);
}

}  // namespace cartulary
