#include "core/evaluate/evaluate.h"

#include <numeric>
#include <tuple>

#include "core/check.h"
#include "core/evaluate/course.h"
#include "core/evaluate/nodes.h"
#include "core/evaluate/standing.h"
#include "core/fold/editions.h"
#include "core/fold/terms.h"

namespace cartulary {
namespace {

Param<Route> BindingRouteOf(const Referential& rules, const EnrolmentTerms& terms) {
  if (terms.route_changed == nullptr) return {terms.route, std::nullopt};
  const auto& [binding, assumption] = rules.binding_route;
  return {binding == BindingRoute::kEntry ? terms.opened->route : terms.route, assumption};
}

// What juries decided on the enrolment, as Evaluation has it.
struct Decisions {
  std::vector<Held<JuryDecisionRecorded>> standing;
  std::optional<DecisionState> annulled;
};

Decisions DecisionsOf(const Dossier& dossier, const EnrolmentId& enrolment, Date on) {
  Decisions decisions;
  for (const DecisionState& state : DecisionsOn(dossier, enrolment, on)) {
    if (state.end == nullptr) {
      decisions.standing.push_back(state.decision);
      decisions.annulled.reset();
    } else if (state.IsAnnulled()) {
      decisions.annulled = state;
    }
  }
  return decisions;
}

// The academic years of an enrolment: from its entry until the jury admits. A plan that names a
// year and no cohort is for whoever is enrolled in that year.
struct Years {
  AcademicYear first;
  std::optional<AcademicYear> last;
  bool Have(AcademicYear year) const { return first <= year && (!last || year <= *last); }
};

Years YearsOf(const Held<EnrolmentOpened>& opened,
              std::span<const Held<JuryDecisionRecorded>> decisions, const Dossier& dossier,
              Date on) {
  Years years{AcademicYearOf(opened.entry->effective), std::nullopt};
  for (const auto& decision : decisions) {
    if (years.last || FinalOn(dossier, decision, on) != FinalDecision::kAdmitted) continue;
    years.last = AcademicYearOf(decision.entry->effective);
  }
  return years;
}

bool Binds(const AssessmentPlanned& plan, const EnrolmentTerms& terms, const Years& years) {
  return plan.use == AssessmentUse::kSummative && plan.edition == terms.edition &&
         (!plan.cohort || *plan.cohort == terms.opened->cohort) &&
         (!plan.academic_year || years.Have(*plan.academic_year));
}

// Plans are published in the order of their codes, and results mostly recorded in that of the
// plans: to look first spares half of what a verdict costs.
template <typename T, typename Less>
void SortUnlessSorted(std::vector<T>& items, const Less& less) {
  if (!std::ranges::is_sorted(items, less)) std::ranges::stable_sort(items, less);
}

// The plans that bind, by block and code. Of several with one code, the most particular: for the
// cohort, for a year, the one published last.
std::vector<PlannedAssessment> BindingPlans(const FoldedStream& referential,
                                            const EnrolmentTerms& terms, const Years& years,
                                            Date on, Horizon& horizon) {
  std::vector<PlannedAssessment> plans;
  for (const Entry& entry : referential.entries) {
    const auto* plan = std::get_if<AssessmentPlanned>(&entry.fact);
    if (plan == nullptr) continue;
    horizon.Consider(entry);
    if (!entry.HoldsOn(on) || !Binds(*plan, terms, years)) continue;
    plans.push_back({{&entry, plan}, {}});
  }
  const auto rank = [](const PlannedAssessment& planned) {
    const AssessmentPlanned& plan = *planned.plan.fact;
    return std::tuple(plan.cohort.has_value(), plan.academic_year.has_value(),
                      planned.plan.entry->version);
  };
  SortUnlessSorted(plans, [&](const PlannedAssessment& a, const PlannedAssessment& b) {
    if (const auto order = a.plan->plan <=> b.plan->plan; order != 0) return order < 0;
    return rank(a) > rank(b);
  });
  const auto same_code = [](const PlannedAssessment& a, const PlannedAssessment& b) {
    return a.plan->plan == b.plan->plan;
  };
  plans.erase(std::unique(plans.begin(), plans.end(), same_code), plans.end());
  SortUnlessSorted(plans, [](const PlannedAssessment& a, const PlannedAssessment& b) {
    return a.plan->block < b.plan->block;
  });
  return plans;
}

const Entry* JustificationOf(const Entry& absence, const Dossier& dossier,
                             const HoldingFacts& facts) {
  for (const auto justified : facts.Of<AbsenceJustified>()) {
    if (FindStanding(dossier, justified->assessment) == &absence) return justified.entry;
  }
  return nullptr;
}

// An attempt with the place of its plan among those that bind.
struct Placed {
  std::size_t plan;
  Attempt attempt;

  auto Key() const {
    return std::tuple(plan, attempt.recorded->session, attempt.recorded->attempt);
  }
};

// By plan, session and number. An attempt that was recorded twice counts once, as recorded last.
// What is of none of the plans goes to `unplanned`.
std::vector<Placed> AttemptsAt(std::span<const PlannedAssessment> plans, const Dossier& dossier,
                               const HoldingFacts& facts,
                               std::vector<Held<AssessmentRecorded>>& unplanned) {
  std::vector<std::size_t> by_code(plans.size());
  std::iota(by_code.begin(), by_code.end(), std::size_t{0});
  const auto code = [&](std::size_t i) -> const PlanCode& { return plans[i].plan->plan; };
  SortUnlessSorted(by_code, [&](std::size_t a, std::size_t b) { return code(a) < code(b); });

  std::vector<Placed> placed;
  placed.reserve(facts.Of<AssessmentRecorded>().size());
  for (const auto recorded : facts.Of<AssessmentRecorded>()) {
    const auto at = std::ranges::lower_bound(by_code, recorded->plan, {}, code);
    if (at == by_code.end() || code(*at) != recorded->plan) {
      unplanned.push_back(recorded);
      continue;
    }
    Attempt attempt{recorded, nullptr, recorded->status};
    if (attempt.status == AssessmentStatus::kAbsentUnjustified) {
      attempt.justified = JustificationOf(*recorded.entry, dossier, facts);
      if (attempt.justified != nullptr) attempt.status = AssessmentStatus::kAbsentJustified;
    }
    placed.push_back({*at, attempt});
  }
  SortUnlessSorted(placed, [](const Placed& a, const Placed& b) { return a.Key() < b.Key(); });
  const auto same = [](const Placed& a, const Placed& b) { return a.Key() == b.Key(); };
  const auto kept = std::unique(placed.rbegin(), placed.rend(), same);
  placed.erase(placed.begin(), kept.base());
  return placed;
}

PlannedAssessments AssessmentsOf(const Dossier& dossier, const HoldingFacts& facts,
                                 std::vector<PlannedAssessment> plans,
                                 std::vector<Held<AssessmentRecorded>>& unplanned) {
  const std::vector<Placed> placed = AttemptsAt(plans, dossier, facts, unplanned);
  std::vector<Attempt> attempts;
  attempts.reserve(placed.size());
  for (const Placed& at : placed) attempts.push_back(at.attempt);
  for (std::size_t first = 0; first < placed.size();) {
    std::size_t last = first;
    while (last < placed.size() && placed[last].plan == placed[first].plan) ++last;
    plans[placed[first].plan].attempts = std::span(attempts).subspan(first, last - first);
    first = last;
  }
  return {std::move(plans), std::move(attempts)};
}

// Why no assessment that binds has the code; none if the edition knows it as formative. `planned`
// are the assessments that hold.
std::optional<Uncounted> WhyUncounted(const PlanCode& code,
                                      std::span<const Held<AssessmentPlanned>> planned,
                                      const EditionCode& edition) {
  bool known = false;
  for (const auto& plan : planned) {
    if (plan->plan != code || plan->edition != edition) continue;
    if (plan->use == AssessmentUse::kFormative) return std::nullopt;
    known = true;
  }
  return known ? Uncounted::kPlanOfOthers : Uncounted::kPlanUnknown;
}

std::vector<UncountedResult> UncountedResults(
    const std::vector<Held<AssessmentRecorded>>& unplanned, const Evaluation& evaluation) {
  std::vector<UncountedResult> uncounted;
  if (unplanned.empty()) return uncounted;
  const auto planned = HeldOn<AssessmentPlanned>(evaluation.plan_stream, evaluation.on);
  for (const auto& recorded : unplanned) {
    const auto because = WhyUncounted(recorded->plan, planned, evaluation.terms.edition);
    if (!because) continue;
    uncounted.push_back({CitedOf(evaluation.dossier, *recorded.entry), recorded->plan, *because});
  }
  std::ranges::sort(uncounted, {},
                    [](const UncountedResult& result) { return result.event.index; });
  return uncounted;
}

// A root that stands alone: nothing is asked of the enrolment.
std::optional<VerdictNode> NothingAsked(const Evaluation& evaluation) {
  NodeBuilder node(evaluation.rules.root, nullptr);
  if (!evaluation.terms.opened.entry->HoldsOn(evaluation.on)) {
    return node.With("on", evaluation.on).Done(Outcome::kNotApplicable, Reason::kNotEnrolled);
  }
  const Route route = node.ReadRoute(evaluation);
  const RouteAccess* access = FindRoute(evaluation.rules, route);
  if (access == nullptr || !access->open) {
    return node.With("route", route).Done(Outcome::kNotApplicable, Reason::kRouteClosed);
  }
  return std::nullopt;
}

void CollectAssumptions(const VerdictNode& node, std::vector<AssumptionCode>& assumptions) {
  assumptions.insert(assumptions.end(), node.assumptions.begin(), node.assumptions.end());
  for (const VerdictNode& child : node.children) CollectAssumptions(child, assumptions);
}

std::vector<AssumptionCode> AssumptionsOf(const VerdictNode& root) {
  std::vector<AssumptionCode> assumptions;
  CollectAssumptions(root, assumptions);
  std::ranges::sort(assumptions);
  assumptions.erase(std::unique(assumptions.begin(), assumptions.end()), assumptions.end());
  return assumptions;
}

}  // namespace

Verdict Evaluate(const Referential& rules, std::uint32_t revision, const Dossier& dossier,
                 const EnrolmentId& enrolment, const Reference& reference, Date on) {
  std::optional<EnrolmentTerms> terms = TermsOf(dossier, enrolment, on);
  CARTULARY_CHECK(terms.has_value());
  const Held<EnrolmentOpened> opened = terms->opened;
  CARTULARY_CHECK(rules.certification == opened->certification);
  Horizon horizon(on);
  HoldingFacts facts(dossier, enrolment, on, horizon);
  Decisions decisions = DecisionsOf(dossier, enrolment, on);
  const FoldedStream& referential = reference.Referential(opened->certification);
  const Years years = YearsOf(opened, decisions.standing, dossier, on);
  std::vector<Held<AssessmentRecorded>> unplanned;
  PlannedAssessments assessments = AssessmentsOf(
      dossier, facts, BindingPlans(referential, *terms, years, on, horizon), unplanned);
  const Evaluation evaluation{rules,
                              dossier,
                              reference,
                              on,
                              *terms,
                              BindingRouteOf(rules, *terms),
                              horizon,
                              std::move(facts),
                              referential,
                              std::move(assessments),
                              std::move(decisions.standing),
                              decisions.annulled};

  Verdict verdict;
  verdict.learner = IdFrom<LearnerId>(dossier.subject);
  verdict.enrolment = enrolment;
  verdict.certification = opened->certification;
  verdict.edition = terms->edition;
  verdict.revision = revision;
  verdict.on = on;
  verdict.route = terms->route;
  SetEnrolmentStanding(verdict, evaluation);
  auto alone = NothingAsked(evaluation);
  verdict.root = alone ? std::move(*alone) : EvaluateRequirement(rules.root, evaluation, nullptr);
  verdict.conditions_met = ConditionsMet(verdict.root, rules, evaluation.Decision() != nullptr);
  SetStanding(verdict, evaluation);
  verdict.assumptions = AssumptionsOf(verdict.root);
  verdict.uncounted = UncountedResults(unplanned, evaluation);
  verdict.next_change = horizon.next();
  return verdict;
}

}  // namespace cartulary
