// The traps of RNCP39304: where a quick reading of the fiche goes wrong. Each test is named by the
// number of its trap. Those of a jury's composition (T10, T11) are in jury_test.cc, of two
// registrations (T17) in merged_test.cc, of what is refused (T13, T19) in decide_test.cc.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <tuple>
#include <vector>

#include "tests/support/verdicts.h"

namespace cartulary {
namespace {

using namespace testing_support;

AwardIssued Award(Version decision = {}) {
  AwardIssued award;
  award.enrolment = kEnrolment;
  award.number.text = "A-1";
  award.certification = kCertification;
  award.revision = 1;
  award.decision = decision;
  award.authority = Authority::kDirectorGeneral;
  return award;
}

// Entered by continuing education on a day, met everything, admitted, awarded on another.
World Awarded(std::string_view entry, std::string_view award) {
  World world = Founded();
  world.Record(entry, Opened(Route::kContinuingEducation));
  RecordResults(world);
  world.Convene("2024-10-01", Appointed(RegularMembers()));
  const Version decision = world.Record("2026-07-01", Decided(FinalDecision::kAdmitted));
  world.Record(award, Award(decision));
  return world;
}

// ---- The registration ends on 2026-08-31: it tests the entry, never the award ----

TEST(TrapTest, T01_AnAwardOnTheLastDayOfTheRegistrationAndOnTheNextOneAreSupported) {
  for (const char* award : {"2026-08-31", "2026-09-01"}) {
    const Verdict verdict = VerdictOf(Awarded("2024-09-01", award));
    EXPECT_EQ(verdict.standing, CertificationStanding::kAwarded) << award;
    EXPECT_EQ(verdict.root.computed, Outcome::kSatisfied) << award;
  }
}

TEST(TrapTest, T01_TheLastDayToEnterIsThatOfTheRegistration) {
  const struct {
    const char* entry;
    Reason reason;
  } kCases[] = {{"2026-08-31", Reason::kEntryAdmitted}, {"2026-09-01", Reason::kEntryTooLate}};
  for (const auto& test : kCases) {
    World world = Founded();
    world.Record(test.entry, Opened(Route::kContinuingEducation));
    EXPECT_EQ(NodeOf(VerdictOf(world), "entry").reason, test.reason) << test.entry;
  }
}

TEST(TrapTest, T02_AnAwardLongAfterTheRegistrationIsSupportedForWhoEnteredBefore) {
  const Verdict verdict = VerdictOf(Awarded("2024-09-01", "2027-11-15"));
  EXPECT_EQ(verdict.standing, CertificationStanding::kAwarded);
  EXPECT_EQ(NodeOf(verdict, "entry").outcome(), Outcome::kSatisfied);
  EXPECT_EQ(verdict.root.computed, Outcome::kSatisfied);
}

// ---- What counts, and for whom ----

TEST(TrapTest, T03_BlockOfThePredecessorNeedsAnEquivalenceWhereOneOfThisCertificationCarriesOver) {
  const struct {
    const char* certification;
    bool equivalence;
    bool satisfied;
  } kCases[] = {{"RNCP39304", false, true}, {"RNCP37484", false, false}, {"RNCP37484", true, true}};
  for (const auto& test : kCases) {
    World world = Founded();
    EnrolmentOpened earlier = Opened(Route::kVae, 5, kOtherEnrolment);
    earlier.certification.text = test.certification;
    world.Record("2022-01-01", earlier);
    JuryDecisionRecorded decided =
        Decided(FinalDecision::kPartial, {{{"BC01"}, BlockDecision::kValidated}});
    decided.enrolment = kOtherEnrolment;
    world.Record("2023-01-01", decided);
    world.Record("2024-09-01", Opened(Route::kContinuingEducation));
    if (test.equivalence) {
      EquivalenceGranted granted;
      granted.enrolment = kEnrolment;
      granted.certification.text = test.certification;
      granted.from.text = "BC01";
      granted.block.text = "BC01";
      granted.authority = Authority::kDirectorGeneral;
      granted.act.text = "DEC-1";
      world.Record("2024-10-01", granted);
    }
    const Verdict verdict = VerdictOf(world);
    EXPECT_EQ(NodeOf(verdict, "block", "BC01").outcome() == Outcome::kSatisfied, test.satisfied)
        << test.certification;
    EXPECT_EQ(verdict.standing, CertificationStanding::kInProgress);
  }
}

TEST(TrapTest, T04_ContinuingEducationNeedsNeitherEnglishNorMobilityNorGrids) {
  World world = Enrolled(Route::kContinuingEducation);
  RecordResults(world);

  const Verdict verdict = VerdictOf(world);

  EXPECT_TRUE(verdict.conditions_met);
  for (const char* id : {"english", "mobility", "grid", "company_defence"}) {
    EXPECT_EQ(NodeOf(verdict, id).outcome(), Outcome::kNotApplicable) << id;
    EXPECT_EQ(NodeOf(verdict, id).reason, Reason::kNotBound) << id;
  }
}

void ExpectEnglish(const char* language, LanguageLevel level, Reason reason) {
  World world = Enrolled(Route::kApprenticeship);
  world.Record("2026-03-15", Certificate(language, level));
  const VerdictNode node = NodeOf(VerdictOf(world), "english");
  EXPECT_EQ(node.reason, reason) << language << ToName(level);
  EXPECT_EQ(node.outcome() == Outcome::kSatisfied, reason == Reason::kLanguageReached);
}

TEST(TrapTest, T05_GermanAtB2IsNoEnglish) {
  ExpectEnglish("de", LanguageLevel::kB2, Reason::kLanguageOther);
}

TEST(TrapTest, T05_GermanCertificateIsNamedWhereEnglishIsMissing) {
  World world = Enrolled(Route::kApprenticeship);
  world.Record("2026-03-15", Certificate("de", LanguageLevel::kB2));
  EXPECT_EQ(ExplainText(NodeOf(VerdictOf(world), "english"), Lang::kFrench),
            "aucun certificat en « en » (B2 demandé) : celui du 15/03/2026 est en « de »");
}

TEST(TrapTest, T06_EnglishAboveB2IsEnough) {
  ExpectEnglish("en", LanguageLevel::kB1, Reason::kLanguageBelow);
  ExpectEnglish("en", LanguageLevel::kB2, Reason::kLanguageReached);
  ExpectEnglish("en", LanguageLevel::kC1, Reason::kLanguageReached);
  ExpectEnglish("en", LanguageLevel::kC2, Reason::kLanguageReached);
}

TEST(TrapTest, T07_RevokedCertificateTakesTheRequirementAndNeverTheAward) {
  World world = Apprentice();
  const Version certificate{
      HeldOn<LanguageCertificateRecorded>(world.dossier, Day("2027-12-31"))[0].entry->version};
  RecordDecision(world, Decided(FinalDecision::kAdmitted));
  world.Record("2027-11-15", Award());
  EXPECT_EQ(VerdictOf(world).root.computed, Outcome::kSatisfied);

  world.Record("2027-12-01",
               LanguageCertificateRevoked{certificate, CorrectionGround::kAnnulledByIssuer});
  const Verdict verdict = VerdictOf(world);

  EXPECT_EQ(NodeOf(verdict, "english").reason, Reason::kLanguageRevoked);
  EXPECT_FALSE(verdict.conditions_met);
  EXPECT_EQ(verdict.standing, CertificationStanding::kAwarded);
  EXPECT_EQ(VerdictOf(world, "2027-11-30").root.computed, Outcome::kSatisfied);
}

struct StayCase {
  const char* name;
  std::vector<std::tuple<const char*, const char*, const char*>> stays;  // from, to, country
  const char* days;
  Outcome outcome;
  std::function<void(Mobility&)> bend = [](Mobility&) {};
};

TEST(TrapTest, T08_MobilityCountsDaysByTheParametersOfTheRule) {
  const auto longest = [](Mobility& rule) { rule.sum_periods.value = StaySum::kLongest; };
  const auto no_end_day = [](Mobility& rule) { rule.count_end_day.value = false; };
  const auto twice = [](Mobility& rule) { rule.overlapping_once.value = false; };
  const auto five_days = [](Mobility& rule) { rule.days_per_week.value = 5; };
  const auto home_too = [](Mobility& rule) { rule.abroad_only.value = false; };
  const StayCase kCases[] = {
      {"83 days", {{"2026-06-01", "2026-08-22", "DE"}}, "83", Outcome::kPending},
      {"84 days", {{"2026-06-01", "2026-08-23", "DE"}}, "84", Outcome::kSatisfied},
      {"84 but the last does not count",
       {{"2026-06-01", "2026-08-23", "DE"}},
       "83",
       Outcome::kPending,
       no_end_day},
      {"6 and 6 weeks",
       {{"2025-06-02", "2025-07-13", "DE"}, {"2026-06-01", "2026-07-12", "IT"}},
       "84",
       Outcome::kSatisfied},
      {"6 and 6 weeks, the longest counts",
       {{"2025-06-02", "2025-07-13", "DE"}, {"2026-06-01", "2026-07-12", "IT"}},
       "42",
       Outcome::kPending,
       longest},
      {"overlapping",
       {{"2026-06-01", "2026-07-31", "DE"}, {"2026-07-01", "2026-08-15", "IT"}},
       "76",
       Outcome::kPending},
      {"overlapping, counted twice",
       {{"2026-06-01", "2026-07-31", "DE"}, {"2026-07-01", "2026-08-15", "IT"}},
       "107",
       Outcome::kSatisfied,
       twice},
      {"one within another",
       {{"2026-06-01", "2026-08-23", "DE"}, {"2026-07-01", "2026-07-10", "IT"}},
       "84",
       Outcome::kSatisfied},
      {"in France", {{"2026-06-01", "2026-08-23", "FR"}}, "0", Outcome::kPending},
      {"in France, where that counts",
       {{"2026-06-01", "2026-08-23", "FR"}},
       "84",
       Outcome::kSatisfied,
       home_too},
      {"weeks of five days",
       {{"2026-06-01", "2026-07-30", "DE"}},
       "60",
       Outcome::kSatisfied,
       five_days},
  };
  for (const StayCase& test : kCases) {
    World world = Enrolled(Route::kApprenticeship);
    for (const auto& [from, to, country] : test.stays) world.Record(to, Stay(from, country));
    Referential rules = SmallRules();
    test.bend(Rule<Mobility>(rules, "mobility_length"));
    const VerdictNode node = NodeOf(VerdictOf(world, rules), "mobility_length");
    EXPECT_EQ(ValueOf(node, "days"), test.days) << test.name;
    EXPECT_EQ(node.outcome(), test.outcome) << test.name;
    EXPECT_EQ(node.events.size(), test.stays.size()) << test.name;
  }
}

TEST(TrapTest, T09_MobilityWithoutItsDefenceIsNotDone) {
  World world = Apprentice();
  for (const auto& held : HeldOn<DefenceHeld>(world.dossier, Day("2027-12-31"))) {
    if (held->kind == DefenceKind::kMobility) world.Void(held.entry->version);
  }
  const Verdict verdict = VerdictOf(world);

  EXPECT_EQ(NodeOf(verdict, "mobility_length").outcome(), Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(verdict, "mobility_defence").reason, Reason::kDefenceMissing);
  EXPECT_EQ(NodeOf(verdict, "mobility").outcome(), Outcome::kPending);
}

// The fiche does not forbid it: who sits is shown (`cartulary jury check` names the tie), and a
// recusal takes the member out for this candidate.
TEST(TrapTest, T12_TutorOrCompanionWhoSitsIsNoFaultOfTheCompositionUntilRecused) {
  for (const TutorRole role :
       {TutorRole::kAcademic, TutorRole::kCompany, TutorRole::kVaeCompanion}) {
    World world = Apprentice();
    world.Record("2024-09-01", TutorAssigned{kEnrolment, Person(12), role, {}});
    RecordDecision(world, Decided(FinalDecision::kAdmitted));
    EXPECT_EQ(NodeOf(VerdictOf(world), "jury").outcome(), Outcome::kSatisfied) << ToName(role);

    world.Convene("2027-10-15", RecusalRecorded{Person(12), kLearner});
    EXPECT_EQ(NodeOf(VerdictOf(world), "jury").outcome(), Outcome::kNotSatisfied) << ToName(role);
  }
}

TEST(TrapTest, T13_GradeSentTwiceCountsOnceAndACorrectionReplacesIt) {
  World world = Enrolled(Route::kContinuingEducation);
  const Version first = world.Record("2025-06-15", Graded("BC01-EX1", "9"));
  world.Record("2025-06-15", Graded("BC01-EX1", "9"));
  world.Record("2026-06-15", Graded("BC01-EX2", "12"));
  EXPECT_EQ(ValueOf(NodeOf(VerdictOf(world), "average", "BC01"), "average"), "10");

  World corrected = Founded();
  corrected.Record("2024-09-01", Opened(Route::kContinuingEducation));
  corrected.Record("2025-06-15", Graded("BC01-EX1", "9"));
  corrected.Record("2026-06-15", Graded("BC01-EX2", "12"));
  corrected.Correct(first, Graded("BC01-EX1", "8"));
  EXPECT_EQ(NodeOf(VerdictOf(corrected), "average", "BC01").outcome(), Outcome::kNotSatisfied);
  corrected.Void(Version{3});
  EXPECT_EQ(NodeOf(VerdictOf(corrected), "average", "BC01").reason, Reason::kResultMissing);
}

TEST(TrapTest, T14_FormativeResultNeverCounts) {
  World world = Enrolled(Route::kContinuingEducation);
  RecordResults(world, "9");
  world.Record("2026-06-20", Graded("BC01-FORM", "18"));

  const VerdictNode node = NodeOf(VerdictOf(world), "average", "BC01");

  EXPECT_EQ(node.outcome(), Outcome::kNotSatisfied);
  EXPECT_EQ(ValueOf(node, "average"), "9");
}

TEST(TrapTest, T15_GridSignedByOneTutorDoesNotCountAndSaysWhoDidNotSign) {
  World world = Enrolled(Route::kApprenticeship);
  world.Record("2025-06-30", Grid(2024));
  world.Record("2026-06-30", Grid(2025, /*academic=*/true, /*company=*/false));
  world.Record("2027-06-30", Grid(2026));
  EXPECT_EQ(ExplainText(NodeOf(VerdictOf(world), "grid", "BC01"), Lang::kFrench),
            "grilles signées pour 2 années sur 3 ; à celle de 2025-2026 manque la signature : "
            "maître d'apprentissage");

  // Two half-signed grids are not one joint grid.
  world.Record("2026-07-01", Grid(2025, /*academic=*/false, /*company=*/true));
  EXPECT_EQ(NodeOf(VerdictOf(world), "grid", "BC01").reason, Reason::kGridUnsigned);

  world.Record("2026-07-02", Grid(2025));
  EXPECT_EQ(NodeOf(VerdictOf(world), "grid", "BC01").outcome(), Outcome::kSatisfied);
}

TEST(TrapTest, T16_ConditionsAreThoseOfTheRouteThatTheRulesAssume) {
  World world = Enrolled(Route::kApprenticeship);
  RecordResults(world);
  const Version change =
      world.Record("2026-09-01", RouteChanged{kEnrolment, Route::kContinuingEducation, {}});
  for (const BindingRoute binding : {BindingRoute::kInForce, BindingRoute::kEntry}) {
    Referential rules = SmallRules();
    rules.binding_route = Assumed(binding, "binding_route");
    const AssumptionCode assumed{"binding_route"};

    const Verdict before = VerdictOf(world, rules, "2026-08-31");
    EXPECT_EQ(before.route, Route::kApprenticeship);
    EXPECT_FALSE(before.conditions_met);
    EXPECT_EQ(std::ranges::count(before.assumptions, assumed), 0);

    const Verdict after = VerdictOf(world, rules, "2026-09-01");
    const bool in_force = binding == BindingRoute::kInForce;
    EXPECT_EQ(after.route, Route::kContinuingEducation);
    EXPECT_EQ(after.conditions_met, in_force);
    EXPECT_EQ(NodeOf(after, "english").reason == Reason::kNotBound, in_force);
    EXPECT_EQ(std::ranges::count(after.assumptions, assumed), 1);
    EXPECT_TRUE(Cites(NodeOf(after, "english").events, change));
    EXPECT_TRUE(Cites(after.course, change));
    EXPECT_EQ(NodeOf(after, "entry").assumptions, std::vector<AssumptionCode>());  // Binds all.
  }
}

TEST(TrapTest, T18_WhatIsEffectiveLaterIsIgnoredWhateverTheOrderOfRecording) {
  const World world = Apprentice();  // The certificate is recorded after the grids of 2027.
  EXPECT_EQ(NodeOf(VerdictOf(world, "2026-03-14"), "english").reason, Reason::kLanguageMissing);
  EXPECT_EQ(NodeOf(VerdictOf(world, "2026-03-15"), "english").reason, Reason::kLanguageReached);
  EXPECT_FALSE(VerdictOf(world, "2027-09-14").conditions_met);
  EXPECT_TRUE(VerdictOf(world, "2027-09-15").conditions_met);

  const Verdict before = VerdictOf(world, "2024-08-31");
  EXPECT_EQ(before.root.reason, Reason::kNotEnrolled);
  EXPECT_FALSE(before.conditions_met);
  EXPECT_EQ(before.next_change, Day("2024-09-01"));
}

TEST(TrapTest, T19_ClosedRouteNeverMeetsTheConditions) {
  World world = Enrolled(Route::kStudent);
  RecordResults(world);
  const Verdict verdict = VerdictOf(world);
  EXPECT_EQ(verdict.root.reason, Reason::kRouteClosed);
  EXPECT_EQ(verdict.root.outcome(), Outcome::kNotApplicable);
  EXPECT_FALSE(verdict.conditions_met);
}

TEST(TrapTest, T20_EntryLevelIsFiveOrSixAndSevenIsNoneOfThem) {
  for (const int level : {4, 5, 6, 7}) {
    World world = Enrolled(Route::kApprenticeship, level);
    const VerdictNode node = NodeOf(VerdictOf(world), "entry_level");
    const bool admitted = level == 5 || level == 6;
    EXPECT_EQ(node.reason, admitted ? Reason::kEntryAdmitted : Reason::kEntryLevel) << level;
    EXPECT_EQ(node.outcome() == Outcome::kSatisfied, admitted) << level;
  }
}

}  // namespace
}  // namespace cartulary
