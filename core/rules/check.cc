// CheckReferences and CheckRules: whether rules can be evaluated and do not contradict themselves.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/rules/lint.h"
#include "core/rules/lint_parts.h"

namespace cartulary {
namespace {

using lint::Named;
using lint::Quoted;

class ReferenceCheck {
 public:
  explicit ReferenceCheck(const Referential& rules) : rules_(rules) {}

  std::vector<LintProblem> Run() {
    if (rules_.requirements.size() > kRequirementsMax) {
      problems_.push_back({LintCode::kTooLarge,
                           {},
                           Said("there are more than {0} requirements",
                                "il y a plus de {0} exigences", kRequirementsMax)});
    }
    if (FindRequirement(rules_, rules_.root) == nullptr) {
      Report({}, Said("the root {0} is not a requirement", "la racine {0} n'est pas une exigence",
                      Quoted(rules_.root.text)));
    }
    for (const auto& [id, requirement] : rules_.requirements) CheckRequirement(requirement);
    for (const auto& condition : rules_.conditions) {
      for (const auto& id : condition.requirements)
        CheckTarget({}, Said("a condition", "une condition"), id);
    }
    for (const AwardJury& jury : rules_.juries) {
      const auto* target = CheckTarget({}, Named(jury.kind), jury.requirement);
      const auto* node = target == nullptr ? nullptr : std::get_if<Jury>(&target->node);
      if (target != nullptr && (node == nullptr || node->jury != jury.kind)) {
        Report(jury.requirement,
               Said("{0} does not test the jury {1}", "{0} ne vérifie pas la composition du {1}",
                    Named(jury.requirement), jury.kind));
      }
    }
    for (const AssumptionCode& code : AssumptionsOutside(rules_)) {
      if (FindAssumption(rules_, code) != nullptr) continue;
      Report({}, Said("the binding route assumes {0}, which is not listed",
                      "la voie dont les règles s'appliquent (binding_route) s'appuie sur "
                      "l'hypothèse {0}, qui n'est pas déclarée",
                      Quoted(code.text)));
    }
    CheckDocument({}, Said("the entry prerequisite", "le prérequis à l'entrée"),
                  rules_.entry_prerequisite.document);
    for (const Assumption& assumption : rules_.assumptions) {
      if (assumption.settlement) {
        CheckDocument({}, Named(assumption), assumption.settlement->document);
      }
    }
    for (const ScoreTable& table : rules_.score_tables) {
      CheckDocument({}, Named(table), table.document);
    }
    return std::move(problems_);
  }

 private:
  void Report(const RequirementCode& id, Text message) {
    problems_.push_back({LintCode::kUnknownReference, id, std::move(message)});
  }

  const Requirement* CheckTarget(const RequirementCode& at, const Text& who,
                                 const RequirementCode& id) {
    const Requirement* target = FindRequirement(rules_, id);
    if (target == nullptr) {
      Report(at, Said("{0} names the requirement {1}, which is not there",
                      "{0} cite l'exigence {1}, qui n'existe pas", who, Quoted(id.text)));
    }
    return target;
  }

  void CheckDocument(const RequirementCode& at, const Text& who, const std::string& id) {
    if (FindDocument(rules_, id) == nullptr) {
      Report(at, Said("{0} cites the document {1}, which is not listed",
                      "{0} cite le document {1}, qui n'est pas déclaré", who, Quoted(id)));
    }
  }

  void CheckRequirement(const Requirement& requirement) {
    const RequirementCode& id = requirement.id;
    for (const auto& child : ChildrenOf(requirement.node)) CheckTarget(id, Named(id), child);
    // Without a source at all: no loader lets it pass, and Lint says so.
    const std::string& document = requirement.source.document;
    if (!document.empty()) CheckDocument(id, Named(id), document);
    for (const AssumptionCode& code : AssumptionsOf(requirement)) {
      if (FindAssumption(rules_, code) == nullptr) {
        Report(id, Said("{0} assumes {1}, which is not listed",
                        "{0} s'appuie sur l'hypothèse {1}, qui n'est pas déclarée", Named(id),
                        Quoted(code.text)));
      }
    }
    if (const auto* each = std::get_if<EachBlock>(&requirement.node)) {
      for (const BlockCode& block : each->blocks) {
        if (FindBlock(rules_, block) == nullptr) {
          Report(id, Said("{0} names the block {1}, which is not listed",
                          "{0} cite le bloc {1}, qui n'est pas déclaré", Named(id),
                          Quoted(block.text)));
        }
      }
    }
  }

  const Referential& rules_;
  std::vector<LintProblem> problems_;
};

// Depth first from every requirement: a cycle is one wherever it hangs.
class CycleCheck {
 public:
  explicit CycleCheck(const Referential& rules) : rules_(rules) {}

  std::vector<LintProblem> Run() {
    for (const auto& [id, requirement] : rules_.requirements) Visit(requirement);
    return std::move(problems_);
  }

 private:
  void Visit(const Requirement& requirement) {
    if (done_.contains(requirement.id)) return;
    path_.push_back(requirement.id);
    for (const RequirementCode& child : ChildrenOf(requirement.node)) {
      const auto again = std::find(path_.begin(), path_.end(), child);
      if (again == path_.end()) {
        Visit(*FindRequirement(rules_, child));
        continue;
      }
      std::string way;
      for (auto step = again; step != path_.end(); ++step) way += step->text + " > ";
      problems_.push_back({LintCode::kCycle, child,
                           Said("{0} depends on itself: {1}{2}", "{0} dépend d'elle-même : {1}{2}",
                                Named(child), way, child)});
    }
    path_.pop_back();
    done_.insert(requirement.id);
  }

  const Referential& rules_;
  std::vector<RequirementCode> path_;
  std::set<RequirementCode> done_;
  std::vector<LintProblem> problems_;
};

// Precondition of this and what follows: references lead somewhere and there is no cycle.
//
// A requirement that several name is evaluated below each of them, so a file of a few lines can be
// a tree that nobody could evaluate.
void CheckSize(const Referential& rules, std::vector<LintProblem>& problems) {
  std::map<RequirementCode, std::size_t> sizes;
  const auto size_of = [&](const auto& self, const RequirementCode& id) -> std::size_t {
    if (const auto known = sizes.find(id); known != sizes.end()) return known->second;
    const Node& node = FindRequirement(rules, id)->node;
    std::size_t size = 1;
    for (const RequirementCode& child : ChildrenOf(node)) size += self(self, child);
    if (std::holds_alternative<EachBlock>(node))
      size *= std::max<std::size_t>(1, rules.blocks.size());
    return sizes[id] = std::min(size, kVerdictNodesMax + 1);
  };
  if (size_of(size_of, rules.root) <= kVerdictNodesMax) return;
  problems.push_back(
      {LintCode::kTooLarge, rules.root,
       Said("a verdict would have more than {0} nodes; name fewer requirements in several places",
            "un verdict aurait plus de {0} nœuds ; réduisez le nombre d'exigences citées à "
            "plusieurs endroits",
            kVerdictNodesMax)});
}

void CheckBlockContext(const Referential& rules, std::vector<LintProblem>& problems) {
  std::set<std::pair<RequirementCode, bool>> seen;
  std::vector<std::pair<RequirementCode, bool>> open = {{rules.root, false}};
  while (!open.empty()) {
    const auto [id, in_block] = open.back();
    open.pop_back();
    if (!seen.insert({id, in_block}).second) continue;
    const Requirement& requirement = *FindRequirement(rules, id);
    const bool each = std::holds_alternative<EachBlock>(requirement.node);
    if (!in_block && IsOfBlock(requirement.node)) {
      problems.push_back(
          {LintCode::kBlockContext, id,
           Said("{0} is about a block, but nothing above it is an each_block",
                "{0} porte sur un bloc, mais aucun each_block ne se trouve au-dessus d'elle",
                Named(id))});
    }
    if (in_block && each) {
      problems.push_back({LintCode::kBlockContext, id,
                          Said("{0} is an each_block below another each_block",
                               "{0} est un each_block placé sous un autre each_block", Named(id))});
    }
    for (auto& child : ChildrenOf(requirement.node)) {
      open.emplace_back(std::move(child), in_block || each);
    }
  }
}

void CheckDiscretion(const Referential& rules, std::vector<LintProblem>& problems) {
  for (const auto& [id, requirement] : rules.requirements) {
    const NodeKind kind = KindOf(requirement.node);
    const bool measured = kind == NodeKind::kLanguageCertificate || kind == NodeKind::kMobility;
    if (requirement.jury_discretion && measured) {
      problems.push_back({LintCode::kDiscretion, id,
                          Said("{0} gives the jury a discretion over {1}, which it never has",
                               "{0} donne au jury, en matière de « {1} », un pouvoir "
                               "d'appréciation qu'il n'a jamais",
                               Named(id), kind)});
    }
    const bool act = kind == NodeKind::kJury || kind == NodeKind::kJuryDecision;
    if (!requirement.waivable_by.empty() && (act || id == rules.root)) {
      problems.push_back({LintCode::kDiscretion, id,
                          Said("{0} can be waived, but nobody can dispense from the award, its "
                               "jury or its decision",
                               "{0} admet une dispense, mais nul ne peut dispenser du titre, de "
                               "son jury ni de sa décision",
                               Named(id))});
    }
  }
}

using Routes = std::set<Route>;

// A requirement that has to be satisfied together with the others of its group, on these routes.
struct Bound {
  const Requirement* requirement;
  Routes routes;
  std::vector<BlockCode> blocks;  // Those of the each_block above it; empty: none or every block.
};

class ConflictCheck {
 public:
  using Step = std::tuple<RequirementCode, Routes, std::vector<BlockCode>>;

  explicit ConflictCheck(const Referential& rules) : rules_(rules) {}

  std::vector<LintProblem> Run() {
    Routes open;
    for (const RouteAccess& access : rules_.routes) {
      if (access.open) open.insert(access.route);
    }
    StartGroup(*FindRequirement(rules_, rules_.root), open, {});
    return std::move(problems_);
  }

 private:
  // The alternatives of an any_of or at_least_n need not hold together: each starts its own group,
  // which also contains nothing of the group above, where the alternative may not be the one taken.
  void StartGroup(const Requirement& start, const Routes& routes,
                  const std::vector<BlockCode>& blocks) {
    if (!started_.insert({start.id, routes, blocks}).second) return;
    std::vector<Bound> group;
    std::set<Step> seen;
    Collect(start, routes, blocks, seen, group);
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = i + 1; j < group.size(); ++j) Compare(group[i], group[j]);
    }
  }

  void Collect(const Requirement& requirement, const Routes& above,
               const std::vector<BlockCode>& blocks, std::set<Step>& seen,
               std::vector<Bound>& group) {
    if (!seen.insert({requirement.id, above, blocks}).second) return;
    Routes routes;
    for (const Route route : above) {
      if (BindsRoute(requirement, route)) routes.insert(route);
    }
    if (routes.empty()) return;
    const Node& node = requirement.node;
    const auto children = ChildrenOf(node);
    if (children.empty()) {
      group.push_back({&requirement, std::move(routes), blocks});
      return;
    }
    const auto* each = std::get_if<EachBlock>(&node);
    const bool together = each != nullptr || std::holds_alternative<AllOf>(node);
    for (const RequirementCode& id : children) {
      const Requirement& child = *FindRequirement(rules_, id);
      const auto& below = each == nullptr ? blocks : each->blocks;
      if (together) {
        Collect(child, routes, below, seen, group);
      } else {
        StartGroup(child, routes, below);
      }
    }
  }

  static bool Overlap(const Bound& a, const Bound& b) {
    const bool routes = std::any_of(a.routes.begin(), a.routes.end(),
                                    [&](Route route) { return b.routes.contains(route); });
    if (!routes || a.blocks.empty() || b.blocks.empty()) return routes;
    return std::any_of(a.blocks.begin(), a.blocks.end(), [&](const BlockCode& block) {
      return std::find(b.blocks.begin(), b.blocks.end(), block) != b.blocks.end();
    });
  }

  // What two requirements of a kind are both about; kinds that hold children are about nothing.
  static std::string SubjectOf(const Node& node) {
    struct Visitor {
      std::string operator()(const AllOf&) const { return {}; }
      std::string operator()(const AnyOf&) const { return {}; }
      std::string operator()(const AtLeastN&) const { return {}; }
      std::string operator()(const EachBlock&) const { return {}; }
      std::string operator()(const WeightedAverage&) const { return "block"; }
      std::string operator()(const AcquiredScale&) const { return "block"; }
      std::string operator()(const TutorGrid&) const { return "block"; }
      std::string operator()(const Defence& node) const {
        return std::string(ToName(node.defence));
      }
      std::string operator()(const Report& node) const { return std::string(ToName(node.report)); }
      std::string operator()(const LanguageCertificate& node) const { return node.language.text; }
      std::string operator()(const Mobility&) const { return "mobility"; }
      std::string operator()(const Jury& node) const { return std::string(ToName(node.jury)); }
      std::string operator()(const JuryDecision& node) const {
        return std::string(ToName(node.on));
      }
      std::string operator()(const VaeDossier&) const { return "dossier"; }
      std::string operator()(const Equivalence&) const { return "block"; }
      std::string operator()(const EntryWindow&) const { return "entry"; }
    };
    return std::visit(Visitor{}, node);
  }

  static bool Differ(const Node& a, const Node& b) {
    const auto* first = std::get_if<EntryWindow>(&a);
    const auto* second = std::get_if<EntryWindow>(&b);
    if (first == nullptr || second == nullptr) return a != b;
    const auto dated = [](const EntryWindow& node) { return node.from || node.until; };
    const bool dates = dated(*first) && dated(*second) &&
                       (first->from != second->from || first->until != second->until);
    const bool levels =
        !first->levels.empty() && !second->levels.empty() && first->levels != second->levels;
    return dates || levels;
  }

  void Compare(const Bound& a, const Bound& b) {
    const Node& first = a.requirement->node;
    const Node& second = b.requirement->node;
    if (a.requirement->id == b.requirement->id || first.index() != second.index()) return;
    if (SubjectOf(first) != SubjectOf(second) || !Differ(first, second) || !Overlap(a, b)) return;
    const auto pair = std::minmax(a.requirement->id, b.requirement->id);
    if (!reported_.insert({pair.first, pair.second}).second) return;
    problems_.push_back(
        {LintCode::kConflict, b.requirement->id,
         Said("{0} conflicts with {1}: both are a {2} about the same thing, have to be satisfied "
              "together, and ask it differently",
              "{0} contredit l'exigence {1} : toutes deux sont de nature « {2} » et portent sur le "
              "même objet ; elles doivent être satisfaites ensemble et ne demandent pas la même "
              "chose",
              Named(b.requirement->id), Quoted(a.requirement->id.text), KindOf(first))});
  }

  const Referential& rules_;
  std::set<Step> started_;
  std::set<std::pair<RequirementCode, RequirementCode>> reported_;
  std::vector<LintProblem> problems_;
};

}  // namespace

std::vector<LintProblem> CheckReferences(const Referential& rules) {
  return ReferenceCheck(rules).Run();
}

std::vector<LintProblem> CheckRules(const Referential& rules) {
  std::vector<LintProblem> problems = CheckReferences(rules);
  if (!problems.empty()) return problems;
  problems = CycleCheck(rules).Run();
  if (!problems.empty()) return problems;
  CheckSize(rules, problems);
  if (!problems.empty()) return problems;
  CheckBlockContext(rules, problems);
  CheckDiscretion(rules, problems);
  auto conflicts = ConflictCheck(rules).Run();
  problems.insert(problems.end(), std::make_move_iterator(conflicts.begin()),
                  std::make_move_iterator(conflicts.end()));
  return problems;
}

}  // namespace cartulary
