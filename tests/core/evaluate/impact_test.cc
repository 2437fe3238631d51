#include "core/evaluate/impact.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/dossier_builder.h"

namespace cartulary {
namespace {

using testing_support::Day;

constexpr Outcome kYes = Outcome::kSatisfied;
constexpr Outcome kNo = Outcome::kNotSatisfied;
constexpr Outcome kOpen = Outcome::kPending;

VerdictNode Node(std::string id, Outcome computed, std::vector<VerdictNode> children = {},
                 std::optional<Outcome> decided = std::nullopt) {
  VerdictNode node;
  node.requirement.text = std::move(id);
  node.computed = computed;
  node.decided = decided;
  node.children = std::move(children);
  return node;
}

Verdict Of(CertificationStanding standing, bool met, VerdictNode root) {
  Verdict verdict;
  verdict.standing = standing;
  verdict.conditions_met = met;
  verdict.root = std::move(root);
  verdict.on = Day("2026-11-25");
  return verdict;
}

Verdict Awarded(bool met, VerdictNode root) {
  return Of(CertificationStanding::kAwarded, met, std::move(root));
}
Verdict Refused(bool met, VerdictNode root) {
  return Of(CertificationStanding::kRefused, met, std::move(root));
}

std::string CausesOf(const Impact& impact) {
  std::string causes;
  for (const Flip& flip : impact.flips) {
    if (flip.is_cause) causes += (causes.empty() ? "" : " ") + flip.requirement.text;
  }
  return causes;
}
std::string FlipsOf(const Impact& impact) {
  std::string flips;
  for (const Flip& flip : impact.flips) {
    flips += (flips.empty() ? "" : " ") + flip.requirement.text;
  }
  return flips;
}

TEST(ImpactTest, TheSameVerdictHasNone) {
  const Verdict verdict = Awarded(true, Node("root", kYes, {Node("english", kYes)}));
  EXPECT_FALSE(ImpactOf(verdict, verdict, {}));
}

TEST(ImpactTest, OtherValuesWithTheSameOutcomeAreNone) {
  Verdict before = Awarded(true, Node("root", kYes, {Node("stay", kYes)}));
  Verdict after = before;
  after.root.children[0].values = {{"min", "112"}};
  EXPECT_FALSE(ImpactOf(before, after, {}));
}

TEST(ImpactTest, AnAwardWhoseTreeIsNoLongerMetIsContestableAndTheLeafIsTheCause) {
  const auto impact =
      ImpactOf(Awarded(true, Node("root", kYes, {Node("english", kYes), Node("stay", kYes)})),
               Awarded(false, Node("root", kNo, {Node("english", kNo), Node("stay", kYes)})), {});
  ASSERT_TRUE(impact);
  EXPECT_EQ(impact->act, ImpactOn::kAward);
  EXPECT_EQ(impact->direction, Direction::kContestable);
  EXPECT_EQ(FlipsOf(*impact), "root english");
  EXPECT_EQ(CausesOf(*impact), "english");
}

TEST(ImpactTest, AnAwardWhoseJuryFollowedWhatNoLongerHoldsIsContestable) {
  const auto impact =
      ImpactOf(Awarded(true, Node("root", kYes, {Node("block", kYes, {}, kYes)}, kYes)),
               Awarded(true, Node("root", kNo, {Node("block", kNo, {}, kYes)}, kYes)), {});
  ASSERT_TRUE(impact);
  EXPECT_EQ(impact->direction, Direction::kContestable);
  for (const Flip& flip : impact->flips) EXPECT_FALSE(flip.is_appreciation);
}

TEST(ImpactTest, WhatAJuryChoseAgainstTheComputationIsItsAppreciation) {
  // The block was validated at 9.6; a corrected mark meets or misses it: the jury chose either way.
  const auto impact = ImpactOf(
      Awarded(true, Node("root", kNo, {Node("block", kNo, {Node("average", kNo)}, kYes)}, kYes)),
      Awarded(true, Node("root", kYes, {Node("block", kYes, {Node("average", kYes)})})), {});
  ASSERT_TRUE(impact);
  EXPECT_FALSE(impact->direction);
  ASSERT_EQ(FlipsOf(*impact), "root block average");
  for (const Flip& flip : impact->flips) EXPECT_TRUE(flip.is_appreciation);
}

TEST(ImpactTest, AWayThatNoLongerHoldsTouchesNoAwardWhileAnotherWayDoes) {
  const auto tree = [](Outcome by_marks) {
    return Node("root", kYes,
                {Node("block", kYes, {Node("marks", by_marks, {}, kYes), Node("waived", kYes)})});
  };
  const auto impact = ImpactOf(Awarded(true, tree(kYes)), Awarded(true, tree(kNo)), {});
  ASSERT_TRUE(impact);
  EXPECT_FALSE(impact->direction);
}

TEST(ImpactTest, ARefusalWhoseConditionsAreMetAfterIsFavourable) {
  const auto impact = ImpactOf(Refused(false, Node("root", kNo, {Node("stay", kNo)})),
                               Refused(true, Node("root", kOpen, {Node("stay", kYes)})), {});
  ASSERT_TRUE(impact);
  EXPECT_EQ(impact->act, ImpactOn::kRefusal);
  EXPECT_EQ(impact->direction, Direction::kFavourable);
  EXPECT_EQ(CausesOf(*impact), "stay");
}

TEST(ImpactTest, ARefusalOfOneBlockThatIsMetAfterIsFavourableThoughOthersAreMissing) {
  const auto tree = [](Outcome block) {
    return Node("root", kNo, {Node("block", block, {}, kNo), Node("stay", kNo)});
  };
  const auto impact = ImpactOf(Refused(false, tree(kNo)), Refused(false, tree(kYes)), {});
  ASSERT_TRUE(impact);
  EXPECT_EQ(impact->direction, Direction::kFavourable);
}

TEST(ImpactTest, AnEnrolmentThatGoesOnFollowsItsConditions) {
  const Verdict met = Of(CertificationStanding::kConditionsMet, true, Node("root", kOpen));
  const Verdict unmet = Of(CertificationStanding::kInProgress, false, Node("root", kNo));
  EXPECT_EQ(ImpactOf(met, unmet, {})->act, ImpactOn::kNone);
  EXPECT_EQ(ImpactOf(met, unmet, {})->direction, Direction::kContestable);
  EXPECT_EQ(ImpactOf(unmet, met, {})->direction, Direction::kFavourable);
}

TEST(ImpactTest, ARequirementThatOnlyOneTextHasCountsAsNotApplicableInTheOther) {
  const Verdict without = Awarded(true, Node("root", kYes, {Node("stay", kYes)}));
  const Verdict missed =
      Awarded(false, Node("root", kNo, {Node("stay", kYes), Node("english", kNo)}));
  const Verdict met =
      Awarded(true, Node("root", kYes, {Node("stay", kYes), Node("english", kYes)}));
  EXPECT_FALSE(ImpactOf(without, met, {}));
  const auto added = ImpactOf(without, missed, {});
  ASSERT_TRUE(added);
  EXPECT_EQ(CausesOf(*added), "english");
  EXPECT_FALSE(added->flips.back().before);
  const auto removed = ImpactOf(missed, without, {});
  ASSERT_TRUE(removed);
  EXPECT_EQ(CausesOf(*removed), "english");
  EXPECT_FALSE(removed->flips.back().after);
  EXPECT_EQ(removed->direction, Direction::kFavourable);
}

TEST(ImpactTest, TheLimitIsFourMonthsFromTheDecision) {
  EXPECT_EQ(LastDayToWithdraw(Day("2025-07-10")), Day("2025-11-10"));
  EXPECT_EQ(LastDayToWithdraw(Day("2025-10-31")), Day("2026-02-28"));
}

}  // namespace
}  // namespace cartulary
