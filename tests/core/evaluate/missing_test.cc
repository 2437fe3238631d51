// What is missing of a verdict, on trees made by hand.
#include "core/evaluate/missing.h"

#include <gtest/gtest.h>

#include "tests/support/small_tree.h"

namespace cartulary {
namespace {

using namespace testing_support;

VerdictNode SomeTree() {
  return NodeOf("award", Outcome::kNotSatisfied, Reason::kChildFailed,
                {NodeOf("block", Outcome::kNotSatisfied, Reason::kTooFewSatisfied,
                        {NodeOf("average", Outcome::kNotSatisfied, Reason::kAverageBelow),
                         NodeOf("equivalence", Outcome::kNotSatisfied, Reason::kNoEquivalence)}),
                 NodeOf("english", Outcome::kPending, Reason::kLanguageMissing),
                 NodeOf("decision", Outcome::kPending, Reason::kNotDecided)});
}

// block = any of (average, acquired), of which no text asks the second.
TEST(MissingTest, AWayThatNoTextAsksIsToldOnceSomethingIsRecordedForIt) {
  Referential rules = SomeRules();
  Requirement acquired = Rule("acquired", AcquiredScale{});
  acquired.assumption = AssumptionCode{"acquired_level"};
  rules.requirements.emplace(acquired.id, acquired);
  rules.requirements.at(RequirementCode{"block"}).node =
      AnyOf{{RequirementCode{"average"}, RequirementCode{"acquired"}}};
  VerdictNode block = NodeOf("block", Outcome::kPending, Reason::kTooFewSatisfied,
                             {NodeOf("average", Outcome::kPending, Reason::kNothingPlanned),
                              NodeOf("acquired", Outcome::kPending, Reason::kNothingPlanned)});
  const auto one = MissingIn(block, rules);
  ASSERT_EQ(one.size(), 1u);
  EXPECT_EQ(one.front().node->requirement.text, "average");

  block.children[1].events = {Cited{{}, {4}, {17}}};
  const auto two = MissingIn(block, rules);
  ASSERT_EQ(two.size(), 1u);
  EXPECT_EQ(two.front().ways.size(), 2u);
}

TEST(MissingTest, IsEmptyForWhatIsMet) {
  const Referential rules = SomeRules();
  for (const Outcome met : {Outcome::kSatisfied, Outcome::kWaived, Outcome::kNotApplicable}) {
    EXPECT_TRUE(MissingIn(NodeOf("award", met, Reason::kAllSatisfied), rules).empty());
  }
}

TEST(MissingTest, NamesTheLeavesAndLeavesEquivalenceOut) {
  const VerdictNode root = SomeTree();
  const Referential rules = SomeRules();

  const auto missing = MissingIn(root, rules);

  ASSERT_EQ(missing.size(), 3u);
  EXPECT_EQ(missing[0].node->requirement.text, "average");
  EXPECT_FALSE(missing[0].is_act_of_jury);
  EXPECT_EQ(missing[1].node->requirement.text, "english");
  EXPECT_EQ(missing[2].node->requirement.text, "decision");
  EXPECT_TRUE(missing[2].is_act_of_jury);
}

TEST(MissingTest, StopsWhereTheJuryDecidedOtherwise) {
  VerdictNode root = SomeTree();
  Referential rules = SomeRules();
  root.children[0].decided = Outcome::kSatisfied;

  const auto missing = MissingIn(root, rules);

  ASSERT_EQ(missing.size(), 2u);
  EXPECT_EQ(missing[0].node->requirement.text, "english");
}

TEST(MissingTest, NamesTheNodeThatTheJuryRefusedThoughAllBelowIsMet) {
  VerdictNode root = SomeTree();
  Referential rules = SomeRules();
  VerdictNode& block = root.children[0];
  block.computed = Outcome::kSatisfied;
  block.decided = Outcome::kNotSatisfied;
  for (VerdictNode& child : block.children) child.computed = Outcome::kSatisfied;

  const auto missing = MissingIn(root, rules);

  EXPECT_EQ(missing[0].node->requirement.text, "block");
}

TEST(MissingTest, AlternativesAreNoWayRoundAJurysRefusal) {
  VerdictNode root = SomeTree();
  Referential rules = SomeRules();
  rules.requirements[RequirementCode{"block"}].jury_discretion = true;
  VerdictNode& block = root.children[0];
  block.computed = Outcome::kSatisfied;
  block.decided = Outcome::kNotSatisfied;
  block.children.back().computed = Outcome::kSatisfied;

  const auto missing = MissingIn(root, rules);

  EXPECT_EQ(missing[0].node->requirement.text, "block");
  EXPECT_TRUE(missing[0].ways.empty());
}

TEST(MissingTest, KeepsAlternativesApart) {
  VerdictNode root = SomeTree();
  Referential rules = SomeRules();
  rules.requirements[RequirementCode{"equivalence"}].node = Defence{};

  const auto missing = MissingIn(root, rules);

  ASSERT_EQ(missing[0].ways.size(), 2u);
  EXPECT_EQ(missing[0].needed, 1u);
}

TEST(MissingTest, TellsTheSameEvidenceOnceButEachActOfAJury) {
  Referential rules = SomeRules();
  VerdictNode root = SomeTree();
  const Cited annulled{Subject{}, Version{8}, Index{805}};
  for (VerdictNode* node : {&root.children[1], &root.children[2]}) {
    node->reason = Reason::kDecisionAnnulled;
    node->computed = Outcome::kPending;
    node->events = {annulled};
  }
  rules.requirements[RequirementCode{"english"}].node = Jury{};
  EXPECT_EQ(MissingIn(root, rules).size(), 3u) << "a jury, and its decision";

  rules.requirements[RequirementCode{"english"}].node = Defence{};
  rules.requirements[RequirementCode{"decision"}].node = Defence{};
  EXPECT_EQ(MissingIn(root, rules).size(), 2u) << "one defence for both";
}

TEST(MissingTest, TellsOnceWhatTwoRequirementsOfABlockSayInTheSameWords) {
  Referential rules = SomeRules();
  VerdictNode root = SomeTree();
  for (VerdictNode* node : {&root.children[1], &root.children[2]}) {
    node->block = BlockCode{"BC01"};
    node->reason = Reason::kResultMissing;
    node->computed = Outcome::kPending;
    node->values = {{"plan", "EX1"}, {"missing", "2"}, {"of", "2"}};
  }
  root.children[2].values.push_back({"min_acquired", "acquired"});  // Which nothing says.
  rules.requirements[RequirementCode{"english"}].node = WeightedAverage{};
  rules.requirements[RequirementCode{"decision"}].node = AcquiredScale{};
  EXPECT_EQ(MissingIn(root, rules).size(), 2u);

  root.children[2].block = BlockCode{"BC02"};
  EXPECT_EQ(MissingIn(root, rules).size(), 3u) << "of another block";
}

TEST(MissingTest, TellsTheChecksOfAJuryAsTheJury) {
  Referential rules = SomeRules();
  rules.requirements[RequirementCode{"english"}].node = Jury{};
  VerdictNode root = SomeTree();
  VerdictNode& jury = root.children[1];
  jury.computed = Outcome::kNotSatisfied;
  jury.children = {NodeOf("english/share", Outcome::kNotSatisfied, Reason::kJuryTooSmall)};

  const auto missing = MissingIn(root, rules);

  ASSERT_EQ(missing.size(), 3u);
  EXPECT_EQ(missing[1].node->requirement.text, "english");
  EXPECT_TRUE(missing[1].is_act_of_jury);
}

}  // namespace
}  // namespace cartulary
