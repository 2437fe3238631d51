// What each kind of requirement makes of its facts, by tables.
#include <gtest/gtest.h>

#include <functional>

#include "tests/support/verdicts.h"

namespace cartulary {
namespace {

using namespace testing_support;

// ---- Mobility ----

TEST(MobilityTest, ShortStaySaysHowManyDaysAreMissing) {
  World world = Enrolled();
  world.Record("2026-08-22", Stay("2026-06-01"));
  const VerdictNode node = NodeOf(VerdictOf(world), "mobility_length");
  EXPECT_EQ(ExplainText(node, Lang::kFrench), "83 jours sur 84 : il manque 1 jour");
  EXPECT_EQ(ExplainText(node, Lang::kEnglish), "83 days of 84: short by 1");
}

TEST(MobilityTest, ShortenedStayCountsAsTheRuleSays) {
  for (const auto& [ending, policy, counted] :
       {std::tuple(MobilityEnding::kInterrupted, ShortenedStay::kDaysDone, true),
        std::tuple(MobilityEnding::kInterrupted, ShortenedStay::kNotCounted, false),
        std::tuple(MobilityEnding::kForceMajeure, ShortenedStay::kDaysDone, true),
        std::tuple(MobilityEnding::kForceMajeure, ShortenedStay::kNotCounted, false)}) {
    World world = Enrolled();
    world.Record("2026-08-23", Stay("2026-06-01", "DE", ending));
    Referential rules = SmallRules();
    auto& rule = Rule<Mobility>(rules, "mobility_length");
    (ending == MobilityEnding::kInterrupted ? rule.interrupted : rule.force_majeure).value = policy;
    const VerdictNode node = NodeOf(VerdictOf(world, rules), "mobility_length");
    EXPECT_EQ(node.outcome() == Outcome::kSatisfied, counted) << ToName(ending);
  }
}

// ---- What a mobility is assessed by ----

// 42 days from 2025-06-02, and 84 from 2026-06-01.
struct TwoStays {
  World world = Enrolled();
  Version first = world.Record("2025-07-13", Stay("2025-06-02"));
  Version second = world.Record("2026-08-23", Stay("2026-06-01"));
};

TEST(MobilityTest, ReportAndDefenceAreAboutTheStayThatCounts) {
  const struct {
    const char* name;
    bool of_first;
    bool of_second;
    StaySum sum;
    Outcome outcome;
  } kCases[] = {
      {"of the long stay", false, true, StaySum::kLongest, Outcome::kSatisfied},
      {"of the short stay", true, false, StaySum::kLongest, Outcome::kPending},
      {"of both", true, true, StaySum::kLongest, Outcome::kSatisfied},
      {"of none", false, false, StaySum::kLongest, Outcome::kPending},
      {"of the short stay, where they are added up", true, false, StaySum::kAll,
       Outcome::kSatisfied},
      {"of none, where they are added up", false, false, StaySum::kAll, Outcome::kPending},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.name);
    TwoStays stays;
    std::vector<Version> cited;
    if (test.of_first) cited.push_back(stays.first);
    if (test.of_second) cited.push_back(stays.second);
    stays.world.Record("2026-09-20", MobilityReport(Appraisal::kFavourable, cited));
    stays.world.Record("2026-09-20",
                       Defended(DefenceKind::kMobility, Appraisal::kFavourable, cited));
    Referential rules = SmallRules();
    Rule<Mobility>(rules, "mobility_length").sum_periods.value = test.sum;
    const Verdict verdict = VerdictOf(stays.world, rules);
    const VerdictNode report = NodeOf(verdict, "mobility_report");
    const VerdictNode defence = NodeOf(verdict, "mobility_defence");
    EXPECT_EQ(report.outcome(), test.outcome);
    EXPECT_EQ(defence.outcome(), test.outcome);
    if (test.outcome == Outcome::kSatisfied) continue;
    EXPECT_EQ(report.reason, Reason::kReportOfOtherStay);
    EXPECT_EQ(defence.reason, Reason::kDefenceOfOtherStay);
    EXPECT_EQ(ValueOf(report, "from"), "2026-06-01");
    EXPECT_EQ(ValueOf(defence, "until"), "2026-08-23");
    EXPECT_TRUE(Cites(report.events, stays.second));
  }
}

TEST(MobilityTest, AStayThatIsLongEnoughCountsWhateverLongerOneFollows) {
  World world = Enrolled();
  const Version first = world.Record("2025-08-24", Stay("2025-06-02"));  // 84 days.
  world.Record("2025-09-20", MobilityReport(Appraisal::kFavourable, {first}));
  world.Record("2026-09-06", Stay("2026-06-01"));
  Referential rules = SmallRules();
  Rule<Mobility>(rules, "mobility_length").sum_periods.value = StaySum::kLongest;
  EXPECT_EQ(NodeOf(VerdictOf(world, rules), "mobility_report").outcome(), Outcome::kSatisfied);
}

TEST(MobilityTest, AReportIsAboutNoStayThatTheRulesLeaveOut) {
  World world = Enrolled();
  const Version at_home = world.Record("2026-08-23", Stay("2026-06-01", "FR"));
  world.Record("2026-09-20", MobilityReport(Appraisal::kFavourable, {at_home}));
  world.Record("2026-09-20", Defended(DefenceKind::kMobility, Appraisal::kFavourable, {at_home}));
  const Verdict verdict = VerdictOf(world);
  EXPECT_EQ(NodeOf(verdict, "mobility_report").reason, Reason::kReportOfNoStay);
  EXPECT_EQ(NodeOf(verdict, "mobility_defence").reason, Reason::kDefenceOfNoStay);
}

TEST(MobilityTest, AReportGoesOnNamingAStayThatWasCorrected) {
  World world = Enrolled();
  const Version stay = world.Record("2026-08-23", Stay("2026-06-02"));
  world.Record("2026-09-20", MobilityReport(Appraisal::kFavourable, {stay}));
  const Version replacement = world.Correct(stay, Stay("2026-06-01"));
  EXPECT_EQ(NodeOf(VerdictOf(world), "mobility_report").outcome(), Outcome::kSatisfied);
  world.Void(replacement);
  EXPECT_EQ(NodeOf(VerdictOf(world), "mobility_report").outcome(), Outcome::kPending);
}

// ---- Weighted average ----

using Bend = std::function<void(WeightedAverage&)>;

VerdictNode AverageOf(
    const World& world, const Bend& bend = [](WeightedAverage&) {}) {
  Referential rules = SmallRules();
  bend(Rule<WeightedAverage>(rules, "average"));
  return NodeOf(VerdictOf(world, rules), "average", "BC01");
}

TEST(AverageTest, IsComparedExactlyAndRoundedOnlyWhereTheRuleSaysSo) {
  World world = Enrolled();
  world.Record("2025-06-15", Graded("BC01-EX1", "9.99"));  // Weight 2.
  world.Record("2025-06-15", Graded("BC01-EX2", "10.01"));

  const VerdictNode exact = AverageOf(world);
  EXPECT_EQ(exact.outcome(), Outcome::kNotSatisfied);
  EXPECT_EQ(ValueOf(exact, "average"), "10");  // 9.99666…, shown to the hundredth.
  EXPECT_EQ(ValueOf(exact, "points"), "29.99");
  EXPECT_EQ(ValueOf(exact, "points_min"), "30");
  for (const Rounding rounding : {Rounding::kHundredth, Rounding::kTenth}) {
    EXPECT_EQ(AverageOf(world, [&](auto& rule) { rule.rounding.value = rounding; }).outcome(),
              Outcome::kSatisfied);
  }
}

TEST(AverageTest, RoundsHalfUp) {
  for (const auto& [grade, tenth] : {std::pair("9.94", false), std::pair("9.95", true)}) {
    World world = Enrolled();
    world.Record("2025-06-15", Graded("BC01-EX1", grade));
    world.Record("2025-06-15", Graded("BC01-EX2", grade));
    const auto to_tenth = [](auto& rule) { rule.rounding.value = Rounding::kTenth; };
    EXPECT_EQ(AverageOf(world, to_tenth).outcome() == Outcome::kSatisfied, tenth) << grade;
  }
}

struct ResultCase {
  const char* name;
  std::vector<AssessmentRecorded> results;  // Beside a 12 in BC01-EX2 (weight 1).
  Outcome outcome;
  Reason reason;
  Bend bend = [](WeightedAverage&) {};
};

TEST(AverageTest, CountsEachStatusAsTheRuleSays) {
  using enum AssessmentStatus;
  const auto absent_fails = [](auto& rule) { rule.absent_unjustified.value = Penalty::kFail; };
  const auto fraud_zero = [](auto& rule) { rule.fraud.value = Penalty::kZero; };
  const auto no_floor = [](auto& rule) { rule.floor.reset(); };
  const auto excused_zero = [](auto& rule) {
    rule.absent_justified.value = JustifiedAbsence::kZero;
    rule.floor.reset();
  };
  const auto excused_pending = [](auto& rule) {
    rule.absent_justified.value = JustifiedAbsence::kPending;
  };
  const auto missing_zero = [](auto& rule) { rule.missing.value = MissingResult::kZero; };
  const auto zero_for_all = [](auto& rule) {
    rule.missing.value = MissingResult::kZero;
    rule.require_mandatory.value = false;
    rule.floor.reset();
  };
  const auto alone = [](auto& rule) { rule.compensation.value = Compensation::kNone; };
  const auto absent_alone = [](auto& rule) {
    rule.compensation.value = Compensation::kNone;
    rule.floor.reset();
  };
  const auto excused_zero_with_floor = [](auto& rule) {
    rule.absent_justified.value = JustifiedAbsence::kZero;
  };
  const ResultCase kCases[] = {
      {"graded", {Graded("BC01-EX1", "10")}, Outcome::kSatisfied, Reason::kAverageReached},
      {"just below", {Graded("BC01-EX1", "8.99")}, Outcome::kNotSatisfied, Reason::kAverageBelow},
      {"compensated", {Graded("BC01-EX1", "9")}, Outcome::kSatisfied, Reason::kAverageReached},
      {"not compensated",
       {Graded("BC01-EX1", "9")},
       Outcome::kNotSatisfied,
       Reason::kResultBelowMin,
       alone},
      {"at the floor", {Graded("BC01-EX1", "7")}, Outcome::kNotSatisfied, Reason::kAverageBelow},
      {"under the floor",
       {Graded("BC01-EX1", "6.99")},
       Outcome::kNotSatisfied,
       Reason::kResultBelowFloor},
      {"missing", {}, Outcome::kPending, Reason::kResultMissing},
      {"mandatory is waited for even where missing is zero",
       {},
       Outcome::kPending,
       Reason::kResultMissing,
       missing_zero},
      {"missing is zero", {}, Outcome::kNotSatisfied, Reason::kAverageBelow, zero_for_all},
      {"absent is zero",
       {Taken("BC01-EX1", kAbsentUnjustified)},
       Outcome::kNotSatisfied,
       Reason::kAverageBelow,
       no_floor},
      {"absent is under the floor",
       {Taken("BC01-EX1", kAbsentUnjustified)},
       Outcome::kNotSatisfied,
       Reason::kAbsenceIsZero},
      {"absent is below the mark that each has to reach",
       {Taken("BC01-EX1", kAbsentUnjustified)},
       Outcome::kNotSatisfied,
       Reason::kAbsenceIsZero,
       absent_alone},
      {"absent fails",
       {Taken("BC01-EX1", kAbsentUnjustified)},
       Outcome::kNotSatisfied,
       Reason::kAbsenceFails,
       absent_fails},
      {"excused is neutral",
       {Taken("BC01-EX1", kAbsentJustified)},
       Outcome::kSatisfied,
       Reason::kAverageReached},
      {"excused is zero",
       {Taken("BC01-EX1", kAbsentJustified)},
       Outcome::kNotSatisfied,
       Reason::kAverageBelow,
       excused_zero},
      {"excused is under the floor",
       {Taken("BC01-EX1", kAbsentJustified)},
       Outcome::kNotSatisfied,
       Reason::kExcusedIsZero,
       excused_zero_with_floor},
      {"excused is pending",
       {Taken("BC01-EX1", kAbsentJustified)},
       Outcome::kPending,
       Reason::kAbsencePending,
       excused_pending},
      {"exempt", {Taken("BC01-EX1", kExempt)}, Outcome::kSatisfied, Reason::kAverageReached},
      {"neutralised",
       {Taken("BC01-EX1", kNeutralised)},
       Outcome::kSatisfied,
       Reason::kAverageReached},
      {"fraud", {Taken("BC01-EX1", kFraud)}, Outcome::kNotSatisfied, Reason::kFraudFails},
      {"fraud is zero",
       {Taken("BC01-EX1", kFraud)},
       Outcome::kNotSatisfied,
       Reason::kFraudIsZero,
       fraud_zero},
      {"of another plan", {Graded("BC09-EX9", "20")}, Outcome::kPending, Reason::kResultMissing},
  };
  for (const ResultCase& test : kCases) {
    World world = Enrolled();
    world.Record("2025-06-15", Graded("BC01-EX2", "12"));
    for (const AssessmentRecorded& result : test.results) world.Record("2025-06-16", result);
    const VerdictNode node = AverageOf(world, test.bend);
    EXPECT_EQ(node.outcome(), test.outcome) << test.name;
    EXPECT_EQ(ToName(node.reason), ToName(test.reason)) << test.name;
  }
}

TEST(AverageTest, JustificationTurnsAnUnjustifiedAbsenceIntoAJustifiedOne) {
  World world = Enrolled();
  world.Record("2025-06-15", Graded("BC01-EX2", "12"));
  const Version absence =
      world.Record("2025-06-15", Taken("BC01-EX1", AssessmentStatus::kAbsentUnjustified));
  EXPECT_EQ(AverageOf(world).reason, Reason::kAbsenceIsZero);

  world.Record("2025-06-20", AbsenceJustified{kEnrolment, absence, {"medical"}});

  EXPECT_EQ(AverageOf(world).reason, Reason::kAverageReached);
  EXPECT_EQ(NodeOf(VerdictOf(world, "2025-06-19"), "average", "BC01").reason,
            Reason::kAbsenceIsZero);
}

TEST(AverageTest, ResitCountsByThePolicy) {
  using enum ResitPolicy;
  const auto absent = [] {
    AssessmentRecorded resit = Taken("BC01-EX1", AssessmentStatus::kAbsentUnjustified);
    resit.session = AssessmentSession::kResit;
    resit.attempt = 2;
    return resit;
  };
  const struct {
    ResitPolicy policy;
    AssessmentRecorded resit;
    const char* average;  // With 8 (weight 2) at first, and 14 (weight 1) elsewhere.
  } kCases[] = {
      {kBest, Graded("BC01-EX1", "11", 2), "12"},
      {kLast, Graded("BC01-EX1", "11", 2), "12"},
      {kReplaces, Graded("BC01-EX1", "11", 2), "12"},
      {kBest, Graded("BC01-EX1", "5", 2), "10"},
      {kLast, Graded("BC01-EX1", "5", 2), "8"},
      {kReplaces, Graded("BC01-EX1", "5", 2), "8"},
      {kBest, absent(), "10"},
      {kLast, absent(), "10"},
      {kReplaces, absent(), "4.67"},
  };
  for (const auto& test : kCases) {
    World world = Enrolled();
    world.Record("2025-06-15", Graded("BC01-EX1", "8"));
    world.Record("2025-06-15", Graded("BC01-EX2", "14"));
    world.Record("2025-09-15", test.resit);
    const VerdictNode node = AverageOf(world, [&](WeightedAverage& rule) {
      rule.resit.value = test.policy;
      rule.floor.reset();
    });
    EXPECT_EQ(ValueOf(node, "average"), test.average) << ToName(test.policy);
  }
}

TEST(AverageTest, PlansAreThoseOfTheEditionTheCohortAndTheYearsOfTheEnrolment) {
  const struct {
    const char* name;
    std::function<void(AssessmentPlanned&)> scope;
    bool binds;
  } kCases[] = {
      {"its cohort", [](auto& plan) { plan.cohort = CohortCode{"2024"}; }, true},
      {"another cohort", [](auto& plan) { plan.cohort = CohortCode{"2023"}; }, false},
      {"another edition", [](auto& plan) { plan.edition.text = "2027"; }, false},
      {"a year before entry", [](auto& plan) { plan.academic_year = AcademicYear{2023}; }, false},
      {"the first year", [](auto& plan) { plan.academic_year = AcademicYear{2024}; }, true},
      {"the year of the jury", [](auto& plan) { plan.academic_year = AcademicYear{2027}; }, true},
      {"a year after it", [](auto& plan) { plan.academic_year = AcademicYear{2028}; }, false},
      {"another block", [](auto& plan) { plan.block.text = "BC02"; }, false},
      {"formative", [](auto& plan) { plan.use = AssessmentUse::kFormative; }, false},
  };
  for (const auto& test : kCases) {
    World world = Apprentice();
    RecordDecision(world, Decided(FinalDecision::kAdmitted));
    AssessmentPlanned plan = Planned("BC01-EX3", "BC01");
    test.scope(plan);
    world.Plan("2024-09-01", plan);
    EXPECT_EQ(AverageOf(world).reason == Reason::kResultMissing, test.binds) << test.name;
  }
}

TEST(AverageTest, PlanOfTheCohortPrevailsOverThatOfEveryone) {
  World world = Apprentice();
  AssessmentPlanned heavier = Planned("BC01-EX1", "BC01", AssessmentUse::kSummative, "5");
  heavier.cohort = CohortCode{"2024"};
  world.Plan("2024-09-01", heavier);
  EXPECT_EQ(ValueOf(AverageOf(world), "points_min"), "60");
}

// ---- Acquired scale ----

AssessmentRecorded AtLevel(std::string plan, AcquiredLevel level) {
  AssessmentRecorded result = Taken(std::move(plan), AssessmentStatus::kGraded);
  result.level = level;
  return result;
}

TEST(AcquiredScaleTest, EveryResultReachesTheLevelButThoseTolerated) {
  using enum AcquiredLevel;
  const struct {
    AcquiredLevel first;
    AcquiredLevel second;
    int tolerated;
    Outcome outcome;
  } kCases[] = {
      {kAcquired, kAcquired, 0, Outcome::kSatisfied},
      {kAcquired, kPartlyAcquired, 0, Outcome::kNotSatisfied},
      {kAcquired, kPartlyAcquired, 1, Outcome::kSatisfied},
      {kPartlyAcquired, kPartlyAcquired, 1, Outcome::kNotSatisfied},
      {kAcquired, kNotAcquired, 2, Outcome::kNotSatisfied},
  };
  for (const auto& test : kCases) {
    World world = Enrolled();
    world.Record("2025-06-15", AtLevel("BC01-EX1", test.first));
    world.Record("2025-06-15", AtLevel("BC01-EX2", test.second));
    Referential rules = SmallRules();
    Rule<AcquiredScale>(rules, "acquired").partly_tolerated.value = test.tolerated;
    const Verdict verdict = VerdictOf(world, rules);
    EXPECT_EQ(NodeOf(verdict, "acquired", "BC01").outcome(), test.outcome);
    EXPECT_EQ(NodeOf(verdict, "average", "BC01").reason, Reason::kOtherScale);
  }
}

// ---- Grids, reports, defences ----

TEST(TutorGridTest, LevelIsAskedOfTheLastGridOrOfEveryOne) {
  const struct {
    std::vector<int> levels;  // Of 2024, 2025, 2026.
    GridLevelAt at;
    Outcome outcome;
  } kCases[] = {
      {{1, 2, 3}, GridLevelAt::kLast, Outcome::kSatisfied},
      {{3, 3, 2}, GridLevelAt::kLast, Outcome::kNotSatisfied},
      {{1, 2, 3}, GridLevelAt::kEvery, Outcome::kNotSatisfied},
      {{3, 4, 3}, GridLevelAt::kEvery, Outcome::kSatisfied},
      {{3, 4}, GridLevelAt::kEvery, Outcome::kPending},
      {{1, 2}, GridLevelAt::kLast, Outcome::kPending},
  };
  for (const auto& test : kCases) {
    World world = Enrolled();
    int year = 2024;
    for (const int level : test.levels) {
      world.Record("2027-06-30", Grid(year++, /*academic=*/true, /*company=*/true, level));
    }
    Referential rules = SmallRules();
    Rule<TutorGrid>(rules, "grid").level_at.value = test.at;
    EXPECT_EQ(NodeOf(VerdictOf(world, rules), "grid", "BC02").outcome(), test.outcome);
  }
}

TEST(TutorGridTest, TwoGridsOfOneYearAreOneYear) {
  World world = Enrolled();
  for (const int year : {2024, 2025, 2025}) world.Record("2026-06-30", Grid(year));
  EXPECT_EQ(ValueOf(NodeOf(VerdictOf(world), "grid", "BC01"), "years"), "2");
}

AnnualRegistrationRecorded Registered(int year, bool repeating) {
  AnnualRegistrationRecorded registered;
  registered.enrolment = kEnrolment;
  registered.academic_year.first = static_cast<std::uint16_t>(year);
  registered.year_of_study = 2;
  registered.repeating = repeating;
  return registered;
}

TEST(TutorGridTest, AYearThatIsRepeatedIsOneYearOfStudy) {
  const struct {
    const char* name;
    std::vector<int> grids;
    std::vector<int> repeated;
    std::optional<std::pair<const char*, const char*>> away;  // First day, and of return.
    const char* years;
    const char* counted;
    const char* lacking;
  } kCases[] = {
      {"none repeated", {2024, 2025, 2026}, {}, {}, "3", "2024-2025, 2025-2026, 2026-2027", ""},
      {"none yet", {}, {}, {}, "0", "", "2024-2025, 2025-2026, 2026-2027"},
      {"a hole", {2024, 2026}, {}, {}, "2", "2024-2025, 2026-2027", "2025-2026"},
      {"the second year twice",
       {2024, 2025, 2026},
       {2026},
       {},
       "2",
       "2024-2025, 2026-2027",
       "2027-2028"},
      {"the second year twice, and the third",
       {2024, 2025, 2026, 2027},
       {2026},
       {},
       "3",
       "2024-2025, 2026-2027, 2027-2028",
       ""},
      {"a year taken three times",
       {2024, 2025, 2026},
       {2025, 2026},
       {},
       "1",
       "2026-2027",
       "2027-2028, 2028-2029"},
      {"the grid of the first time is enough",
       {2024, 2025},
       {2026},
       {},
       "2",
       "2024-2025, 2025-2026",
       "2027-2028"},
      {"repeated after a year away",
       {2024, 2026},
       {2026},
       std::pair("2025-09-01", "2026-09-01"),
       "1",
       "2026-2027",
       "2027-2028, 2028-2029"},
      {"a year broken off, then repeated",
       {2024, 2026},
       {2026},
       std::pair("2026-02-01", "2026-09-01"),
       "2",
       "2024-2025, 2026-2027",
       "2027-2028"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.name);
    World world = Enrolled();
    if (test.away) {
      world.Record(test.away->first,
                   EnrolmentSuspended{kEnrolment, LeavingReason::kGapYear, {}, {}});
      world.Record(test.away->second, EnrolmentResumed{kEnrolment, {}});
    }
    for (const int year : test.repeated) {
      world.Record(std::to_string(year) + "-09-02", Registered(year, /*repeating=*/true));
    }
    for (const int year : test.grids) world.Record(std::to_string(year + 1) + "-06-30", Grid(year));
    const VerdictNode node = NodeOf(VerdictOf(world, "2028-12-31"), "grid", "BC01");
    EXPECT_EQ(ValueOf(node, "years"), test.years);
    EXPECT_EQ(ValueOf(node, "counted"), test.counted);
    EXPECT_EQ(ValueOf(node, "lacking"), test.lacking);
    EXPECT_EQ(node.outcome(), *test.lacking == '\0' ? Outcome::kSatisfied : Outcome::kPending);
  }
}

TEST(TutorGridTest, SaysThatARepeatedYearCountsOnce) {
  World world = Enrolled();
  world.Record("2026-09-02", Registered(2026, /*repeating=*/true));
  for (const int year : {2024, 2025, 2026}) world.Record("2027-06-30", Grid(year));
  const VerdictNode node = NodeOf(VerdictOf(world), "grid", "BC01");
  EXPECT_EQ(ExplainText(node, Lang::kEnglish),
            "grids signed for 2 years of 3 (2024-2025, 2026-2027): 1 missing (2027-2028); "
            "2026-2027 repeats a year, and its grid counts for that one");
  world.Record("2026-09-03", Registered(2026, /*repeating=*/false));
  EXPECT_EQ(NodeOf(VerdictOf(world), "grid", "BC01").outcome(), Outcome::kSatisfied);
}

TEST(ReportTest, AlternanceReportNeedsBothAppraisals) {
  using enum Appraisal;
  const struct {
    std::optional<Appraisal> company;
    std::optional<Appraisal> head;
    Outcome outcome;
    Reason reason;
  } kCases[] = {
      {kFavourable, kFavourable, Outcome::kSatisfied, Reason::kReportsReached},
      {kFavourable, {}, Outcome::kPending, Reason::kAppraisalMissing},
      {{}, kFavourable, Outcome::kPending, Reason::kAppraisalMissing},
      {kFavourable, kUnfavourable, Outcome::kNotSatisfied, Reason::kReportRefused},
      {kUnfavourable, kFavourable, Outcome::kNotSatisfied, Reason::kReportRefused},
  };
  for (const auto& test : kCases) {
    World world = Enrolled();
    world.Record("2026-06-30", AlternanceReport(2025, test.company, test.head));
    const VerdictNode node = NodeOf(VerdictOf(world), "reports");
    EXPECT_EQ(node.outcome(), test.outcome);
    EXPECT_EQ(node.reason, test.reason);
  }
}

TEST(ReportTest, MobilityReportIsAppraisedByThoseWhomTheRuleNames) {
  World world = Enrolled();
  world.Establish("2020-01-01", OfficeHeld{Person(30), Office::kProgrammeHead, {}, {}, {}});
  world.Record("2024-09-01", TutorAssigned{kEnrolment, Person(kCompanyTutor), TutorRole::kCompany,
                                           Day("2026-12-31")});
  Referential rules = SmallRules();
  Rule<Report>(rules, "mobility_report").assessed_by = {ReportAssessor::kCompanyTutor,
                                                        ReportAssessor::kProgrammeHead};
  const auto outcome_on = [&](std::string_view day, std::vector<PersonId> assessors) {
    World then = world;
    const Version stay = then.Record("2026-08-23", Stay("2026-06-01"));
    MobilityReportAssessed report = MobilityReport(Appraisal::kFavourable, {stay});
    report.assessors = std::move(assessors);
    then.Record(day, report);
    return NodeOf(VerdictOf(then, rules), "mobility_report").outcome();
  };
  EXPECT_EQ(outcome_on("2026-09-20", {Person(kCompanyTutor), Person(30)}), Outcome::kSatisfied);
  EXPECT_EQ(outcome_on("2026-09-20", {Person(30)}), Outcome::kPending);
  EXPECT_EQ(outcome_on("2027-01-01", {Person(kCompanyTutor), Person(30)}), Outcome::kPending);
}

TEST(DefenceTest, FavourableDefenceNeedsBothCollegesOnThePanel) {
  World world = Enrolled();
  DefenceHeld teachers_only = Defended(DefenceKind::kCompany);
  teachers_only.panel[0].college = College::kAcademic;
  world.Record("2027-09-10", teachers_only);
  EXPECT_EQ(NodeOf(VerdictOf(world), "company_defence").reason, Reason::kPanelIncomplete);

  world.Record("2027-09-15", Defended(DefenceKind::kCompany));
  EXPECT_EQ(NodeOf(VerdictOf(world), "company_defence").outcome(), Outcome::kSatisfied);

  // One person is one member.
  Referential rules = SmallRules();
  Rule<Defence>(rules, "company_defence").panel_each->value = 2;
  DefenceHeld doubled = Defended(DefenceKind::kCompany);
  doubled.panel.push_back(doubled.panel[0]);
  doubled.panel.push_back(doubled.panel[1]);
  world.Record("2027-09-16", doubled);
  EXPECT_EQ(NodeOf(VerdictOf(world, rules), "company_defence").outcome(), Outcome::kNotSatisfied);
}

// ---- Languages ----

TEST(LanguageTest, BodyIsAccreditedOnTheDayThatTheRuleNames) {
  World world = Enrolled();
  world.Record("2026-03-15", Certificate("en", LanguageLevel::kB2));
  world.Establish("2026-06-30", BodyAccreditationEnded{{"ETS"}, {"en"}, {}});
  EXPECT_EQ(NodeOf(VerdictOf(world), "english").outcome(), Outcome::kSatisfied);

  Referential rules = SmallRules();
  Rule<LanguageCertificate>(rules, "english").accredited_on.value = AccreditedOn::kEvaluationDate;
  EXPECT_EQ(NodeOf(VerdictOf(world, rules, "2026-06-30"), "english").outcome(),
            Outcome::kSatisfied);
  EXPECT_EQ(VerdictOf(world, rules, "2026-06-30").next_change, Day("2026-07-01"));
  const VerdictNode after = NodeOf(VerdictOf(world, rules, "2026-07-01"), "english");
  EXPECT_EQ(after.reason, Reason::kBodyNotAccredited);
  EXPECT_EQ(ExplainText(after, Lang::kFrench),
            "ETS n'était pas accrédité pour « en » le 01/07/2026");

  world.Establish("2026-09-01", BodyAccredited{{"ETS"}, {"en"}, {}, {}});
  EXPECT_EQ(NodeOf(VerdictOf(world, rules), "english").outcome(), Outcome::kSatisfied);
}

TEST(LanguageTest, AccreditationHasALastDayAndIsForOneLanguage) {
  World world = Enrolled();
  world.Establish("2026-01-01", BodyAccredited{{"TELC"}, {"en"}, Day("2026-03-15"), {}});
  world.Establish("2026-01-01", BodyAccredited{{"GOETHE"}, {"de"}, {}, {}});
  const auto reason = [&](const char* day, const char* body) {
    World then = world;
    LanguageCertificateRecorded certificate = Certificate("en", LanguageLevel::kB2);
    certificate.body.text = body;
    then.Record(day, certificate);
    return NodeOf(VerdictOf(then), "english").reason;
  };
  EXPECT_EQ(reason("2026-03-15", "TELC"), Reason::kLanguageReached);
  EXPECT_EQ(reason("2026-03-16", "TELC"), Reason::kBodyNotAccredited);
  EXPECT_EQ(reason("2025-12-31", "TELC"), Reason::kBodyNotAccredited);
  EXPECT_EQ(reason("2026-03-15", "GOETHE"), Reason::kBodyNotAccredited);
}

TEST(LanguageTest, ScoresBecomeALevelByTheTableOfTheTestDate) {
  Referential rules = SmallRules();
  const ScoreRow b2{LanguageLevel::kB2, Decimal::Of(785), {{"listening", Decimal::Of(400)}}};
  const ScoreRow stricter{LanguageLevel::kB2, Decimal::Of(900), {}};
  rules.score_tables = {{{"ETS"}, {"TOEIC"}, {"en"}, {}, Day("2025-12-31"), "t", {b2}},
                        {{"ETS"}, {"TOEIC"}, {"en"}, Day("2026-01-01"), {}, "t", {stricter}}};
  const auto node = [&](const char* day, int listening, int reading) {
    World world = Enrolled();
    LanguageCertificateRecorded certificate = Certificate("en", LanguageLevel::kC1);
    certificate.test.text = "TOEIC";
    certificate.scores = {{{"listening"}, Decimal::Of(listening)},
                          {{"reading"}, Decimal::Of(reading)}};
    world.Record(day, certificate);
    return NodeOf(VerdictOf(world, rules), "english");
  };
  const auto reason = [&](const char* day, int listening, int reading) {
    return node(day, listening, reading).reason;
  };
  EXPECT_EQ(reason("2025-12-31", 400, 385), Reason::kLanguageReached);
  EXPECT_EQ(reason("2025-12-31", 399, 486), Reason::kLanguageScoreBelow);  // A part falls short.
  EXPECT_EQ(reason("2025-12-31", 400, 384), Reason::kLanguageScoreBelow);
  EXPECT_EQ(reason("2026-01-01", 400, 385), Reason::kLanguageScoreBelow);
  EXPECT_EQ(ExplainText(node("2025-12-31", 399, 385), Lang::kEnglish),
            "below A1 in “en” on 2025-12-31 (ETS), B2 required: total 784 < 785; listening 399 < "
            "400");

  auto& rule = Rule<LanguageCertificate>(rules, "english");
  rule.score_tables.value = false;
  EXPECT_EQ(reason("2026-01-01", 400, 385), Reason::kLanguageReached);  // As the body states.
  rule.stated_level.value = false;
  EXPECT_EQ(reason("2026-01-01", 400, 385), Reason::kLevelUnknown);
}

// A typing error in the code of a test is told apart from a certificate without a level.
TEST(LanguageTest, ScoresOfATestThatTheRulesDoNotKnowSaySo) {
  World world = Enrolled();
  LanguageCertificateRecorded certificate = Certificate("en", LanguageLevel::kC1);
  certificate.test.text = "TOEIK";
  certificate.level.reset();
  certificate.scores = {{{"total"}, Decimal::Of(990)}};
  world.Record("2026-03-15", certificate);
  const VerdictNode node = NodeOf(VerdictOf(world), "english");
  EXPECT_EQ(node.reason, Reason::kTestUnknown);
  EXPECT_NE(ExplainText(node, Lang::kEnglish).find("TOEIK"), std::string::npos);
  EXPECT_EQ(node.outcome(), Outcome::kPending);
}

// Recording more short stays never helps then, and the reason says so.
TEST(MobilityTest, StaysThatAreNotAddedUpSaySo) {
  World world = Enrolled();
  world.Record("2025-07-13", Stay("2025-06-02"));
  world.Record("2026-07-12", Stay("2026-06-01"));
  Referential rules = SmallRules();
  EXPECT_EQ(NodeOf(VerdictOf(world, rules), "mobility_length").outcome(), Outcome::kSatisfied);
  Rule<Mobility>(rules, "mobility_length").sum_periods.value = StaySum::kLongest;
  const VerdictNode node = NodeOf(VerdictOf(world, rules), "mobility_length");
  EXPECT_EQ(node.reason, Reason::kStayLongestShort);
  EXPECT_NE(ExplainText(node, Lang::kEnglish).find("of 2 stays only the longest"),
            std::string::npos);
}

TEST(LanguageTest, CertificateExpiresAfterTheMonthsOfTheRule) {
  World world = Enrolled();
  world.Record("2026-03-15", Certificate("en", LanguageLevel::kB2));
  Referential rules = SmallRules();
  Rule<LanguageCertificate>(rules, "english").valid_months = Said(12);
  const Verdict last_day = VerdictOf(world, rules, "2027-03-15");
  EXPECT_EQ(NodeOf(last_day, "english").outcome(), Outcome::kSatisfied);
  EXPECT_EQ(last_day.next_change, Day("2027-03-16"));
  EXPECT_EQ(NodeOf(VerdictOf(world, rules, "2027-03-16"), "english").reason,
            Reason::kLanguageExpired);
}

// ---- Combinations ----

TEST(CombinationTest, FollowsKleene) {
  // Three leaves, each brought to one outcome by the level asked on entry or by what is missing.
  const auto leaf = [](Referential& rules, const std::string& id, Outcome outcome) {
    switch (outcome) {
      case Outcome::kSatisfied:
        Require(rules, id, EntryWindow{});
        break;
      case Outcome::kNotSatisfied:
        Require(rules, id, EntryWindow{std::nullopt, std::nullopt, {8}});
        break;
      case Outcome::kPending:
        Require(rules, id, LanguageRule());
        break;
      case Outcome::kNotApplicable:
      case Outcome::kWaived:
        Require(rules, id, EntryWindow{}, {Route::kVae});
        break;
    }
  };
  const auto s = Outcome::kSatisfied;
  const auto f = Outcome::kNotSatisfied;
  const auto p = Outcome::kPending;
  const auto n = Outcome::kNotApplicable;
  const struct {
    Outcome a, b, c;
    Outcome all, any, two;
  } kCases[] = {
      {s, s, s, s, s, s}, {s, s, p, p, s, s}, {s, s, f, f, s, s}, {s, s, n, s, s, s},
      {s, p, p, p, s, p}, {s, p, f, f, s, p}, {s, p, n, p, s, p}, {s, f, f, f, s, f},
      {s, f, n, f, s, f}, {s, n, n, s, s, f}, {p, p, p, p, p, p}, {p, f, f, f, p, f},
      {p, n, n, p, p, f}, {f, f, f, f, f, f}, {f, n, n, f, f, f}, {n, n, n, n, n, n},
  };
  const World world = Enrolled();
  for (const auto& test : kCases) {
    Referential rules = SmallRules();
    leaf(rules, "a", test.a);
    leaf(rules, "b", test.b);
    leaf(rules, "c", test.c);
    const auto outcome = [&](Node node) {
      Require(rules, "award", std::move(node));
      return VerdictOf(world, rules).root.computed;
    };
    EXPECT_EQ(outcome(AllOf{Ids({"a", "b", "c"})}), test.all);
    EXPECT_EQ(outcome(AnyOf{Ids({"c", "b", "a"})}), test.any);
    EXPECT_EQ(outcome(AtLeastN{Said(2), Ids({"b", "a", "c"})}), test.two);
  }
}

TEST(CombinationTest, ConditionsLeaveOutJuryAndFinalDecisionWhereverTheyStand) {
  Referential rules = SmallRules();
  Require(rules, "a", EntryWindow{});
  Require(rules, "some_jury", AnyOf{Ids({"jury_training", "decision"})});
  const World world = Enrolled();
  const auto met = [&](Node node) {
    Require(rules, "award", std::move(node));
    return VerdictOf(world, rules).conditions_met;
  };
  EXPECT_TRUE(met(AllOf{Ids({"a", "some_jury", "decision"})}));
  EXPECT_FALSE(met(AllOf{Ids({"some_jury", "decision"})}));  // Nothing is left to meet.
  EXPECT_FALSE(met(AnyOf{Ids({"english", "decision"})}));
}

}  // namespace
}  // namespace cartulary
