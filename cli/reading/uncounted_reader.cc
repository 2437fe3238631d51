#include "cli/reading/uncounted_reader.h"

#include <algorithm>
#include <variant>

#include "core/evaluate/evaluate.h"
#include "core/evaluate/planned_stays.h"
#include "core/fold/terms.h"

namespace cartulary::cli {
namespace {

void CollectMobility(const VerdictNode& node, const Referential& rules,
                     std::vector<VerdictNode>& found) {
  const Requirement* requirement = FindRequirement(rules, node.requirement);
  if (requirement != nullptr && std::holds_alternative<Mobility>(requirement->node) &&
      node.outcome() != Outcome::kNotApplicable) {
    found.push_back(node);
  }
  for (const VerdictNode& child : node.children) CollectMobility(child, rules, found);
}

}  // namespace

UncountedView ReadUncounted(const EvaluatedEnrolment& evaluated) {
  const Verdict& verdict = evaluated.verdict;
  UncountedView view;
  view.results = verdict.uncounted;
  view.edition = verdict.edition;
  const auto terms = TermsOf(evaluated.dossier, verdict.enrolment, verdict.on);
  if (terms && terms->repinned != nullptr) view.repinned = terms->repinned->index;

  const auto planned = PlannedStays(evaluated.dossier, verdict.enrolment, verdict.on);
  if (planned.empty()) return view;
  Date last = verdict.on;
  for (const auto& stay : planned) {
    view.planned.push_back(
        {*stay.fact, stay.entry->effective, stay.entry->index, stay->to < verdict.on});
    last = std::max(last, stay->to);
  }
  const Dossier made = WithStaysMade(evaluated.dossier, planned);
  const Verdict later = Evaluate(*evaluated.rules, verdict.revision, made, verdict.enrolment,
                                 evaluated.reference, last);
  CollectMobility(later.root, *evaluated.rules, view.once_made);
  return view;
}

}  // namespace cartulary::cli
