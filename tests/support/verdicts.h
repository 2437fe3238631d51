// How tests ask for a verdict and look into it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/evaluate/evaluate.h"
#include "tests/support/dossier_builder.h"
#include "tests/support/small_rules.h"

namespace cartulary::testing_support {

inline void ForEachNode(const VerdictNode& node,
                        const std::function<void(const VerdictNode&)>& visit) {
  visit(node);
  for (const VerdictNode& child : node.children) ForEachNode(child, visit);
}

// Every sentence of the tree is whole, in both languages.
inline void ExpectExplained(const VerdictNode& root) {
  ForEachNode(root, [](const VerdictNode& node) {
    for (const Lang lang : {Lang::kEnglish, Lang::kFrench}) {
      const std::string text = ExplainText(node, lang);
      EXPECT_EQ(text.find_first_of("{}?"), std::string::npos)
          << node.requirement.text << ": " << text;
    }
  });
}

inline Verdict VerdictOf(const World& world, const Referential& rules,
                         std::string_view on = "2027-12-31",
                         const EnrolmentId& enrolment = kEnrolment) {
  const Verdict verdict = Evaluate(rules, 1, world.dossier, enrolment, world.reference, Day(on));
  ExpectExplained(verdict.root);
  return verdict;
}
inline Verdict VerdictOf(const World& world, std::string_view on = "2027-12-31") {
  return VerdictOf(world, SmallRules(), on);
}

inline const VerdictNode* FindNode(const VerdictNode& node, std::string_view requirement,
                                   std::string_view block = "") {
  const bool right_block = block.empty() || (node.block && node.block->text == block);
  if (node.requirement.text == requirement && right_block) return &node;
  for (const VerdictNode& child : node.children) {
    if (const VerdictNode* found = FindNode(child, requirement, block)) return found;
  }
  return nullptr;
}

// The first node of a requirement; a node of nothing, and a failed test, without one.
inline VerdictNode NodeOf(const Verdict& verdict, std::string_view requirement,
                          std::string_view block = "") {
  const VerdictNode* found = FindNode(verdict.root, requirement, block);
  EXPECT_NE(found, nullptr) << requirement;
  return found == nullptr ? VerdictNode{} : *found;
}

inline bool Cites(const std::vector<Cited>& events, Version version) {
  return std::ranges::any_of(events, [&](const Cited& event) { return event.version == version; });
}

inline std::string ValueOf(const VerdictNode& node, std::string_view name) {
  for (const ReadValue& value : node.values) {
    if (value.name == name) return value.text;
  }
  return "";
}

}  // namespace cartulary::testing_support
