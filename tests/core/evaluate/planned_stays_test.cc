// What is planned and not made: shown, never counted.
#include "core/evaluate/planned_stays.h"

#include <gtest/gtest.h>

#include "tests/support/verdicts.h"

namespace cartulary {
namespace {

using namespace testing_support;

MobilityPlanned Plan(const char* to, const char* country = "DE") {
  return {kEnrolment, {country}, Day(to), MobilityKind::kCompany};
}

MobilityPeriodRecorded Made(const char* from) {
  return {kEnrolment, {"DE"}, Day(from), MobilityKind::kCompany, MobilityEnding::kNormal};
}

World Enrolled() {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kApprenticeship));
  return world;
}

std::vector<Version> PlannedOn(const World& world, const char* on) {
  std::vector<Version> versions;
  for (const auto& held : PlannedStays(world.dossier, kEnrolment, Day(on))) {
    versions.push_back(held.entry->version);
  }
  return versions;
}

TEST(PlannedStaysTest, APlanIsShownUntilAStayIsMadeInItsDays) {
  World world = Enrolled();
  const Version plan = world.Record("2026-02-01", Plan("2026-05-31"));
  world.Record("2026-05-10", Made("2026-02-03"));
  EXPECT_EQ(PlannedOn(world, "2025-10-01"), std::vector{plan}) << "ahead";
  EXPECT_EQ(PlannedOn(world, "2026-03-01"), std::vector{plan}) << "going on";
  EXPECT_EQ(PlannedOn(world, "2026-05-10"), std::vector<Version>{}) << "made";
}

TEST(PlannedStaysTest, AStayBeforeOrAfterItLeavesAPlanAsItIs) {
  World world = Enrolled();
  const Version plan = world.Record("2026-02-01", Plan("2026-05-31"));
  world.Record("2026-01-31", Made("2025-12-01"));
  world.Record("2026-07-31", Made("2026-06-01"));
  EXPECT_EQ(PlannedOn(world, "2026-08-01"), std::vector{plan}) << "overdue";
}

TEST(PlannedStaysTest, AVoidedPlanIsNoneAndACorrectedOneIsItsReplacement) {
  World world = Enrolled();
  const Version first = world.Record("2026-06-01", Plan("2026-07-31"));
  const Version second = world.Record("2026-02-01", Plan("2026-05-31"));
  EXPECT_EQ(PlannedOn(world, "2026-01-01"), (std::vector{second, first})) << "by their first day";
  world.Void(first);
  const Version corrected = world.Correct(second, Plan("2026-04-30"));
  EXPECT_EQ(PlannedOn(world, "2026-01-01"), std::vector{corrected});
}

TEST(PlannedStaysTest, OnceMadeItWouldCountAsTheRulesCount) {
  const struct {
    const char* what;
    MobilityPlanned plan;
    Outcome expected;
  } kRows[] = {
      {"long enough", Plan("2026-05-31"), Outcome::kSatisfied},
      {"too short", Plan("2026-03-31"), Outcome::kPending},
      {"at home", Plan("2026-05-31", "FR"), Outcome::kPending},
  };
  for (const auto& row : kRows) {
    World world = Enrolled();
    world.Record("2026-02-01", row.plan);
    const auto planned = PlannedStays(world.dossier, kEnrolment, Day("2025-10-01"));
    EXPECT_EQ(NodeOf(VerdictOf(world, "2025-10-01"), "mobility_length").reason,
              Reason::kStayMissing)
        << row.what << ": it is not made";
    World made = world;
    made.dossier = WithStaysMade(world.dossier, planned);
    EXPECT_EQ(NodeOf(VerdictOf(made, ToText(row.plan.to)), "mobility_length").computed,
              row.expected)
        << row.what;
  }
}

}  // namespace
}  // namespace cartulary
