#include "core/rules/referential.h"

#include <gtest/gtest.h>

#include <set>

namespace cartulary {
namespace {

RequirementCode Id(std::string_view text) { return *RequirementCode::Parse(text); }
AssumptionCode Assumed(std::string_view text) { return *AssumptionCode::Parse(text); }

TEST(NodeTest, KindsAreInTheOrderOfTheVariant) {
  EXPECT_EQ(KindOf(AllOf{}), NodeKind::kAllOf);
  EXPECT_EQ(KindOf(WeightedAverage{}), NodeKind::kWeightedAverage);
  EXPECT_EQ(KindOf(Mobility{}), NodeKind::kMobility);
  EXPECT_EQ(KindOf(EntryWindow{}), NodeKind::kEntryWindow);
}

TEST(NodeTest, ChildrenAreThoseNamedInOrder) {
  EXPECT_EQ(ChildrenOf(AnyOf{{Id("b"), Id("a")}}), (std::vector{Id("b"), Id("a")}));
  EXPECT_EQ(ChildrenOf(EachBlock{Id("block"), {}}), std::vector{Id("block")});
  EXPECT_EQ(ChildrenOf(AtLeastN{{1, {}}, {Id("a")}}), std::vector{Id("a")});
  EXPECT_TRUE(ChildrenOf(Jury{}).empty());
}

TEST(NodeTest, OnlyADecisionOnABlockIsOfABlock) {
  EXPECT_TRUE(IsOfBlock(JuryDecision{DecisionScope::kBlock, {}, {}}));
  EXPECT_FALSE(IsOfBlock(JuryDecision{DecisionScope::kFinal, {}, {}}));
  EXPECT_TRUE(IsOfBlock(TutorGrid{}));
  EXPECT_FALSE(IsOfBlock(Defence{}));
}

TEST(NodeTest, MobilityIsCountedInDays) {
  Mobility mobility;
  mobility.min_weeks.value = 12;
  mobility.days_per_week.value = 7;
  EXPECT_EQ(mobility.MinDays(), 84);
}

TEST(RequirementTest, AssumptionsAreFoundAtAnyDepthOnceAndSorted) {
  Jury jury;
  jury.parity.assumption = Assumed("parity");
  jury.at_least = {{College::kProfessional, {2, Assumed("members")}}};
  jury.min_share = {College::kProfessional, {{1, 4}, Assumed("share")}};
  jury.count.assumption = Assumed("members");
  Requirement requirement;
  requirement.node = jury;
  requirement.assumption = Assumed("all");

  EXPECT_EQ(AssumptionsOf(requirement),
            (std::vector{Assumed("all"), Assumed("members"), Assumed("parity"), Assumed("share")}));
}

TEST(RequirementTest, NoRoutesBindEveryRoute) {
  Requirement requirement;
  EXPECT_TRUE(BindsRoute(requirement, Route::kVae));
  requirement.routes = {Route::kApprenticeship};
  EXPECT_TRUE(BindsRoute(requirement, Route::kApprenticeship));
  EXPECT_FALSE(BindsRoute(requirement, Route::kVae));
}

TEST(ScoreTableTest, TheTableInForceOnTheTestDateIsFound) {
  Referential rules;
  ScoreTable old;
  old.body = *BodyCode::Parse("ETS");
  old.test = *TestCode::Parse("T");
  old.language = *LanguageCode::Parse("en");
  old.until = Date::Parse("2026-01-20");
  ScoreTable current = old;
  current.from = Date::Parse("2026-01-21");
  current.until.reset();
  rules.score_tables = {old, current};

  const auto find = [&](std::string_view date) {
    return FindScoreTable(rules, old.body, old.test, old.language, *Date::Parse(date));
  };
  EXPECT_EQ(find("2026-01-20"), &rules.score_tables[0]);
  EXPECT_EQ(find("2026-01-21"), &rules.score_tables[1]);
  EXPECT_EQ(FindScoreTable(rules, old.body, old.test, *LanguageCode::Parse("de"),
                           *Date::Parse("2026-01-20")),
            nullptr);
}

TEST(PoliciesTest, NumbersAndNamesAreUniqueAndNeverZero) {
  const auto check = [](const auto& names) {
    std::set<int> numbers;
    std::set<std::string_view> words;
    for (const auto& entry : names) {
      EXPECT_GT(static_cast<int>(entry.value), 0);
      EXPECT_TRUE(numbers.insert(static_cast<int>(entry.value)).second) << entry.name;
      EXPECT_TRUE(words.insert(entry.name).second) << entry.name;
      EXPECT_FALSE(entry.french.empty());
    }
  };
  check(kEnumNames<NodeKind>);
  check(kEnumNames<AssumptionKind>);
  check(kEnumNames<Reading>);
  check(kEnumNames<Compensation>);
  check(kEnumNames<MissingResult>);
  check(kEnumNames<JustifiedAbsence>);
  check(kEnumNames<Penalty>);
  check(kEnumNames<ResitPolicy>);
  check(kEnumNames<Rounding>);
  check(kEnumNames<GridLevelAt>);
  check(kEnumNames<ReportKind>);
  check(kEnumNames<ReportAssessor>);
  check(kEnumNames<AccreditedOn>);
  check(kEnumNames<StaySum>);
  check(kEnumNames<ShortenedStay>);
  check(kEnumNames<Parity>);
  check(kEnumNames<ChairCountsAs>);
  check(kEnumNames<JuryCount>);
  check(kEnumNames<DecisionScope>);
}

}  // namespace
}  // namespace cartulary
