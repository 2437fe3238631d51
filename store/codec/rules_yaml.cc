#include "store/codec/rules_yaml.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "core/rules/lint.h"
#include "store/codec/rules_decoder.h"
#include "store/codec/yaml_reader.h"

namespace cartulary {
namespace {

std::vector<RulesProblem> Sorted(std::vector<RulesProblem> problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const auto& a, const auto& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  if (problems.size() >= kProblemsMax) {
    problems.push_back({problems.back().line, problems.back().column,
                        Said("there may be more problems; correct these first",
                             "il peut y avoir d'autres problèmes ; corrigez d'abord ceux-ci")});
  }
  return problems;
}

// Values that no author may publish are none to try.
std::vector<LintProblem> OutOfRange(const Referential& rules) {
  std::vector<LintProblem> problems = Lint(rules);
  std::erase_if(problems, [](const LintProblem& one) { return one.code != LintCode::kOutOfRange; });
  return problems;
}

}  // namespace

LoadedRules YamlRulesLoader::LoadWith(std::string_view yaml,
                                      const AssumptionSettings& settings) const {
  YamlTree tree = ReadYaml(yaml, kRulesSizeBytesMax);
  std::vector<RulesProblem> problems = std::move(tree.problems);
  if (!tree.root) return Sorted(std::move(problems));

  RulesDecoder decoder(settings, problems);
  Referential rules = decoder.Decode(*tree.root);
  // Of rules with holes, only the names can be checked; and not even those without requirements.
  std::vector<LintProblem> found;
  if (problems.empty()) {
    found = CheckRules(rules);
    if (found.empty() && !settings.empty()) found = OutOfRange(rules);
  } else if (!rules.requirements.empty()) {
    found = CheckReferences(rules);
  }
  for (const LintProblem& problem : found) {
    const YamlPlace place = decoder.PlaceOf(problem.requirement);
    if (problems.size() < kProblemsMax) {
      problems.push_back({place.line, place.column, problem.message});
    }
  }
  if (!problems.empty()) return Sorted(std::move(problems));
  return rules;
}

}  // namespace cartulary
