#include "core/rules/lint.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/rules/lint_parts.h"

namespace cartulary {
namespace {

using lint::Named;

// Whether every way to satisfy `id` on this route goes through a requirement for which `is_goal`.
// Precondition: no cycle.
template <typename Goal>
bool AlwaysMeets(const Referential& rules, const RequirementCode& id, Route route,
                 const Goal& is_goal, std::map<RequirementCode, bool>& known) {
  if (const auto found = known.find(id); found != known.end()) return found->second;
  const Requirement& requirement = *FindRequirement(rules, id);
  bool meets = is_goal(requirement.node);
  if (!meets) {
    int bound = 0;
    int met = 0;
    for (const RequirementCode& child : ChildrenOf(requirement.node)) {
      if (!BindsRoute(*FindRequirement(rules, child), route)) continue;
      ++bound;
      if (AlwaysMeets(rules, child, route, is_goal, known)) ++met;
    }
    const auto* some = std::get_if<AtLeastN>(&requirement.node);
    const int avoidable = std::holds_alternative<AnyOf>(requirement.node) ? bound - 1
                          : some != nullptr                               ? bound - some->n.value
                                                                          : 0;
    meets = met > avoidable && met > 0;
  }
  return known[id] = meets;
}

class Linter {
 public:
  explicit Linter(const Referential& rules) : rules_(rules) {}

  std::vector<LintProblem> Run() {
    CheckReach();
    CheckRoutes();
    CheckAssumptions();
    for (const auto& [id, requirement] : rules_.requirements) {
      CheckRequirement(requirement);
      lint::CheckRanges(requirement, problems_);
      if (const auto* jury = std::get_if<Jury>(&requirement.node)) {
        lint::CheckJury(requirement, *jury, problems_);
      }
    }
    lint::CheckDescription(rules_, problems_);
    return std::move(problems_);
  }

 private:
  void Report(LintCode code, const RequirementCode& id, Text message) {
    problems_.push_back({code, id, std::move(message)});
  }

  void CheckReach() {
    std::set<RequirementCode> reached;
    std::vector<RequirementCode> open = {rules_.root};
    while (!open.empty()) {
      const RequirementCode id = std::move(open.back());
      open.pop_back();
      if (!reached.insert(id).second) continue;
      for (auto& child : ChildrenOf(FindRequirement(rules_, id)->node)) {
        open.push_back(std::move(child));
      }
    }
    for (const auto& [id, requirement] : rules_.requirements) {
      if (reached.contains(id)) continue;
      Report(LintCode::kUnreachable, id,
             Said("nothing asks for {0}; name it or remove it",
                  "rien ne demande {0} ; citez-la ou retirez-la", Named(id)));
    }
  }

  void CheckRoutes() {
    const Requirement& root = *FindRequirement(rules_, rules_.root);
    for (const RouteAccess& access : rules_.routes) {
      if (!access.open) continue;
      const Text route = Named(access.route);
      std::map<RequirementCode, bool> juries;
      std::map<RequirementCode, bool> decisions;
      const auto is_jury = [](const Node& node) { return std::holds_alternative<Jury>(node); };
      const auto is_decision = [](const Node& node) {
        const auto* decision = std::get_if<JuryDecision>(&node);
        return decision != nullptr && decision->on == DecisionScope::kFinal;
      };
      const bool bound = BindsRoute(root, access.route);
      if (!bound || !AlwaysMeets(rules_, rules_.root, access.route, is_jury, juries)) {
        Report(
            LintCode::kRouteWithoutJury, rules_.root,
            Said("{0} can reach the award without a jury that is tested",
                 "{0} peut mener au titre sans que la composition d'un jury soit vérifiée", route));
      }
      if (!bound || !AlwaysMeets(rules_, rules_.root, access.route, is_decision, decisions)) {
        Report(LintCode::kRouteWithoutJury, rules_.root,
               Said("{0} can reach the award without a jury's final decision",
                    "{0} peut mener au titre sans décision finale d'un jury", route));
      }
    }
    for (const auto& [id, requirement] : rules_.requirements) {
      const bool open =
          requirement.routes.empty() ||
          std::any_of(requirement.routes.begin(), requirement.routes.end(), [&](Route route) {
            const auto* access = FindRoute(rules_, route);
            return access != nullptr && access->open;
          });
      if (!open) {
        Report(LintCode::kClosedRoute, id,
               Said("{0} binds closed routes only", "{0} ne vaut que pour des voies fermées",
                    Named(id)));
      }
    }
  }

  void CheckAssumptions() {
    const auto outside = AssumptionsOutside(rules_);
    std::set<AssumptionCode> used(outside.begin(), outside.end());
    for (const auto& [id, requirement] : rules_.requirements) {
      for (auto& code : AssumptionsOf(requirement)) used.insert(std::move(code));
    }
    for (const Assumption& assumption : rules_.assumptions) {
      const Text named = Named(assumption);
      if (!used.contains(assumption.id)) {
        Report(LintCode::kUnusedAssumption, {},
               Said("no requirement leans on {0}", "aucune exigence ne s'appuie sur {0}", named));
      }
      if (assumption.label.fr.empty() || assumption.label.en.empty()) {
        Report(LintCode::kNoLabel, {},
               Said("{0} has no label in French or in English",
                    "{0} : il manque le libellé français ou anglais", named));
      }
      if (assumption.why.fr.empty() || assumption.why.en.empty()) {
        Report(LintCode::kNoLabel, {},
               Said("{0} does not say why, in French or in English",
                    "{0} : il manque le motif (why) en français ou en anglais", named));
      }
    }
  }

  void CheckRequirement(const Requirement& requirement) {
    const Text named = Named(requirement.id);
    if (requirement.label.fr.empty()) {
      Report(LintCode::kNoLabel, requirement.id,
             Said("{0} has no label in French", "{0} n'a pas de libellé en français", named));
    }
    if (requirement.label.en.empty()) {
      Report(LintCode::kNoLabel, requirement.id,
             Said("{0} has no label in English", "{0} n'a pas de libellé en anglais", named));
    }
    if (requirement.assumption) return;
    const Source& source = requirement.source;
    if (source.document.empty() || source.quote.empty() || source.place.empty()) {
      Report(LintCode::kNoQuote, requirement.id,
             Said("{0} does not quote its source, or not where it says so",
                  "{0} ne cite pas sa source, ou n'indique pas l'endroit du document", named));
    }
    if (const auto* each = std::get_if<EachBlock>(&requirement.node)) {
      const std::set<BlockCode> unique(each->blocks.begin(), each->blocks.end());
      if (unique.size() != each->blocks.size()) {
        Report(LintCode::kDuplicate, requirement.id,
               Said("{0} names a block twice", "{0} cite deux fois le même bloc", named));
      }
    }
    const auto children = ChildrenOf(requirement.node);
    if (std::set<RequirementCode>(children.begin(), children.end()).size() != children.size()) {
      Report(LintCode::kDuplicate, requirement.id,
             Said("{0} names a requirement twice", "{0} cite deux fois la même exigence", named));
    }
    const std::set<Route> routes(requirement.routes.begin(), requirement.routes.end());
    if (routes.size() != requirement.routes.size()) {
      Report(LintCode::kDuplicate, requirement.id,
             Said("{0} names a route twice", "{0} cite deux fois la même voie", named));
    }
  }

  const Referential& rules_;
  std::vector<LintProblem> problems_;
};

}  // namespace

std::vector<LintProblem> Lint(const Referential& rules) {
  std::vector<LintProblem> problems = CheckRules(rules);
  const bool sound = std::none_of(problems.begin(), problems.end(), [](const LintProblem& problem) {
    return problem.code == LintCode::kUnknownReference || problem.code == LintCode::kCycle ||
           problem.code == LintCode::kTooLarge;
  });
  if (!sound) return problems;  // The tree cannot be walked.
  auto more = Linter(rules).Run();
  problems.insert(problems.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
  return problems;
}

}  // namespace cartulary
