// Rules of a few requirements and the nodes of a verdict, made by hand: for tests of what reads a
// verdict.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/evaluate/verdict.h"
#include "core/rules/referential.h"

namespace cartulary::testing_support {

inline Requirement Rule(const std::string& id, Node node) {
  Requirement requirement;
  requirement.id = RequirementCode{id};
  requirement.label = {"Condition " + id, "Requirement " + id};
  requirement.source = {"fiche", "tiret 1", "La phrase de " + id + "."};
  requirement.node = std::move(node);
  return requirement;
}

// award = all of (any of (average, equivalence), english, decision)
inline Referential SomeRules() {
  Referential rules;
  rules.certification = CertificationCode{"RNCP1"};
  rules.title = {"Titre", "Title"};
  rules.root = RequirementCode{"award"};
  const auto add = [&](Requirement requirement) {
    rules.requirements.emplace(requirement.id, requirement);
  };
  add(Rule("award", AllOf{{RequirementCode{"block"}, RequirementCode{"english"},
                           RequirementCode{"decision"}}}));
  add(Rule("block", AnyOf{{RequirementCode{"average"}, RequirementCode{"equivalence"}}}));
  add(Rule("average", WeightedAverage{}));
  add(Rule("equivalence", Equivalence{}));
  LanguageCertificate english;
  english.language = LanguageCode{"en"};
  english.min.value = LanguageLevel::kB2;
  add(Rule("english", english));
  add(Rule("decision", JuryDecision{DecisionScope::kFinal, {FinalDecision::kAdmitted}, {}}));
  Assumption mark;
  mark.id = AssumptionCode{"pass_mark"};
  mark.label = {"Moyenne", "Average that validates"};
  mark.value = "10";
  rules.assumptions = {mark};
  return rules;
}

inline VerdictNode NodeOf(const std::string& id, Outcome outcome, Reason reason,
                          std::vector<VerdictNode> children = {}) {
  VerdictNode node;
  node.requirement = RequirementCode{id};
  node.computed = outcome;
  node.reason = reason;
  node.children = std::move(children);
  return node;
}

}  // namespace cartulary::testing_support
