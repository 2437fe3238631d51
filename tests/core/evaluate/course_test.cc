// The course of an enrolment: years, routes, interruptions, leaving, and what stands in the place
// of a requirement. Each at dates before and after, and after its correction and its voiding.
#include <gtest/gtest.h>

#include "core/fold/terms.h"
#include "tests/support/verdicts.h"

namespace cartulary {
namespace {

using namespace testing_support;

const CertificationCode kPredecessor{"RNCP37484"};

AnnualRegistrationRecorded Registered(int year, bool repeating,
                                      std::optional<EditionCode> edition = std::nullopt) {
  return {kEnrolment, {static_cast<std::uint16_t>(year)}, 2, repeating, std::move(edition), {}};
}

TEST(CourseTest, EachFactMovesTheLearnerFromItsDayOn) {
  const EnrolmentSuspended gap{kEnrolment, LeavingReason::kGapYear, Day("2026-06-30"), {}};
  const struct {
    const char* what;
    std::vector<std::pair<const char*, Fact>> facts;
    std::vector<std::pair<const char*, EnrolmentStanding>> standings;
  } kCases[] = {
      {"a year that is not repeated",
       {{"2025-09-01", Registered(2025, false)}},
       {{"2025-09-01", EnrolmentStanding::kEnrolled}}},
      {"a repeated year, and the one after",
       {{"2025-09-01", Registered(2025, true)}, {"2026-09-01", Registered(2026, false)}},
       {{"2025-08-31", EnrolmentStanding::kEnrolled},
        {"2025-09-01", EnrolmentStanding::kRepeating},
        {"2026-08-31", EnrolmentStanding::kRepeating},
        {"2026-09-01", EnrolmentStanding::kEnrolled}}},
      {"an interruption, whose planned end resumes nothing",
       {{"2025-09-15", gap}},
       {{"2025-09-14", EnrolmentStanding::kEnrolled},
        {"2025-09-15", EnrolmentStanding::kSuspended},
        {"2026-12-31", EnrolmentStanding::kSuspended}}},
      {"a resumption, also of a repeated year",
       {{"2025-09-01", Registered(2025, true)},
        {"2025-09-15", gap},
        {"2026-02-01", EnrolmentResumed{kEnrolment, {}}}},
       {{"2026-01-31", EnrolmentStanding::kSuspended},
        {"2026-02-01", EnrolmentStanding::kRepeating}}},
      {"interrupted anew on the day of the resumption",
       {{"2025-09-15", gap}, {"2026-02-01", EnrolmentResumed{kEnrolment, {}}}, {"2026-02-01", gap}},
       {{"2026-02-01", EnrolmentStanding::kSuspended}}},
      {"leaving, for good",
       {{"2025-09-15", gap},
        {"2025-12-31", EnrolmentClosed{kEnrolment, LeavingReason::kResignation, {}}}},
       {{"2025-12-30", EnrolmentStanding::kSuspended}, {"2025-12-31", EnrolmentStanding::kLeft}}},
      {"a transfer",
       {{"2025-12-31", EnrolmentTransferred{kEnrolment, kOtherEnrolment, {}}}},
       {{"2025-12-30", EnrolmentStanding::kEnrolled}, {"2025-12-31", EnrolmentStanding::kLeft}}},
      {"facts of another enrolment",
       {{"2025-12-31", EnrolmentClosed{kOtherEnrolment, LeavingReason::kResignation, {}}}},
       {{"2026-01-31", EnrolmentStanding::kEnrolled}}},
  };
  for (const auto& test : kCases) {
    World world = Enrolled(Route::kApprenticeship);
    Version last;
    for (const auto& [day, fact] : test.facts) last = world.Record(day, fact);
    for (const auto& [on, standing] : test.standings) {
      EXPECT_EQ(VerdictOf(world, on).enrolment_standing, standing) << test.what << ", " << on;
    }
    const Verdict there = VerdictOf(world, test.standings.back().first);
    if (there.enrolment_standing != EnrolmentStanding::kEnrolled &&
        there.enrolment_standing != EnrolmentStanding::kRepeating) {
      EXPECT_TRUE(Cites(there.course, last)) << test.what;
    }
  }
}

TEST(CourseTest, AheadIsADateOfChange) {
  World world = Enrolled(Route::kContinuingEducation);
  const Version left =
      world.Record("2028-01-15", EnrolmentClosed{kEnrolment, LeavingReason::kResignation, {}});
  EXPECT_EQ(VerdictOf(world, "2027-12-31").next_change, Day("2028-01-15"));
  world.Void(left);
  EXPECT_EQ(VerdictOf(world, "2028-02-01").enrolment_standing, EnrolmentStanding::kEnrolled);
}

TEST(CourseTest, CorrectedOrVoidedInterruptionNeverWas) {
  World world = Enrolled(Route::kApprenticeship);
  const Version gap =
      world.Record("2025-09-15", EnrolmentSuspended{kEnrolment, LeavingReason::kGapYear, {}, {}});
  world.Correct(gap, EnrolmentSuspended{kOtherEnrolment, LeavingReason::kGapYear, {}, {}});
  EXPECT_EQ(VerdictOf(world).enrolment_standing, EnrolmentStanding::kEnrolled);

  const Version left =
      world.Record("2026-01-31", EnrolmentClosed{kEnrolment, LeavingReason::kResignation, {}});
  world.Void(left, Day("2026-03-01"));
  EXPECT_EQ(VerdictOf(world, "2026-02-28").enrolment_standing, EnrolmentStanding::kLeft);
  EXPECT_EQ(VerdictOf(world, "2026-03-01").enrolment_standing, EnrolmentStanding::kEnrolled);
}

// ---- Routes

TEST(RouteChangeTest, CorrectionAndVoidingOfTheChange) {
  World world = Enrolled(Route::kApprenticeship);
  const Version change =
      world.Record("2026-09-01", RouteChanged{kEnrolment, Route::kContinuingEducation, {}});
  const Version corrected =
      world.Correct(change, RouteChanged{kEnrolment, Route::kProfessionalContract, {}});
  EXPECT_EQ(VerdictOf(world).route, Route::kProfessionalContract);
  EXPECT_EQ(VerdictOf(world, "2026-08-31").route, Route::kApprenticeship);
  EXPECT_EQ(VerdictOf(world, "2026-08-31").next_change, Day("2026-09-01"));
  world.Void(corrected);
  EXPECT_EQ(VerdictOf(world).route, Route::kApprenticeship);
}

TEST(RouteChangeTest, TheJuryIsThatOfTheNewRoute) {
  World world = Enrolled(Route::kContinuingEducation);
  world.Record("2026-09-01", RouteChanged{kEnrolment, Route::kVae, {}});
  RecordDecision(world, Decided(FinalDecision::kAdmitted));
  EXPECT_EQ(NodeOf(VerdictOf(world), "decision").reason, Reason::kDecidedByOtherJury);
}

// ---- Editions

TEST(EditionTest, RepeatedYearBringsTheEnrolmentUnderThePlansOfTheNewEdition) {
  World world = Enrolled(Route::kContinuingEducation);
  AssessmentPlanned newer = Planned("BC01-NEW", "BC01");
  newer.edition.text = "2026";
  world.Plan("2026-09-01", newer);
  const Version again = world.Record("2026-09-10", Registered(2026, true, EditionCode{"2026"}));
  world.Record("2027-06-15", Graded("BC01-NEW", "14"));

  EXPECT_EQ(VerdictOf(world, "2026-09-09").edition, kEdition);
  const Verdict verdict = VerdictOf(world);
  EXPECT_EQ(verdict.edition, EditionCode{"2026"});
  EXPECT_TRUE(Cites(verdict.course, again));
  EXPECT_EQ(NodeOf(verdict, "average", "BC01").outcome(), Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(verdict, "average", "BC02").reason, Reason::kNothingPlanned);

  world.Record("2027-09-10", Registered(2027, false));  // Re-pins nothing.
  EXPECT_EQ(VerdictOf(world).edition, EditionCode{"2026"});
  world.Void(again);
  EXPECT_EQ(VerdictOf(world).edition, kEdition);
}

TEST(EditionTest, ResultsOfPlansThatTheEditionDoesNotHaveAreToldAsCountingForNothing) {
  World world = Enrolled(Route::kContinuingEducation);
  const auto newer = [&](const char* code, auto change) {
    AssessmentPlanned plan = Planned(code, "BC01");
    plan.edition.text = "2026";
    change(plan);
    world.Plan("2026-09-01", plan);
  };
  newer("BC01-NEW", [](auto&) {});
  newer("BC01-TRY", [](auto& plan) { plan.use = AssessmentUse::kFormative; });
  newer("BC01-AIX", [](auto& plan) { plan.cohort = CohortCode{"1999"}; });
  const Version gone = world.Record("2026-06-15", Graded("BC01-OLD", "14"));
  const Version of_others = world.Record("2026-06-16", Graded("BC01-AIX", "14"));
  world.Record("2026-06-17", Graded("BC01-TRY", "14"));
  world.Record("2026-06-18", Graded("BC01-NEW", "14"));
  world.Record("2026-09-10", Registered(2026, true, EditionCode{"2026"}));

  const auto& uncounted = VerdictOf(world).uncounted;
  ASSERT_EQ(uncounted.size(), 2u);
  EXPECT_EQ(uncounted[0].event.version, gone);
  EXPECT_EQ(uncounted[0].plan, PlanCode{"BC01-OLD"});
  EXPECT_EQ(uncounted[0].because, Uncounted::kPlanUnknown);
  EXPECT_EQ(uncounted[1].event.version, of_others);
  EXPECT_EQ(uncounted[1].because, Uncounted::kPlanOfOthers);
  world.Void(gone);
  EXPECT_EQ(VerdictOf(world).uncounted.size(), 1u) << "what was voided is not told";
}

// ---- Equivalence

EquivalenceGranted Granted(std::string block) {
  return {kEnrolment,     kPredecessor, {"BC04"}, {std::move(block)}, Authority::kDirectorGeneral,
          {"DEC-2025-07"}};
}

TEST(EquivalenceTest, ActGrantsTheBlockFromItsDayOn) {
  World world = Enrolled(Route::kContinuingEducation);
  const Version act = world.Record("2025-10-01", Granted("BC01"));
  EXPECT_EQ(NodeOf(VerdictOf(world, "2025-09-30"), "equivalence", "BC01").reason,
            Reason::kNoEquivalence);
  const VerdictNode node = NodeOf(VerdictOf(world), "equivalence", "BC01");
  EXPECT_EQ(node.outcome(), Outcome::kSatisfied);
  EXPECT_TRUE(Cites(node.events, act));
  EXPECT_EQ(ExplainText(node, Lang::kFrench),
            "accordé le 01/10/2025 pour BC04 de RNCP37484 (acte DEC-2025-07)");
  EXPECT_EQ(NodeOf(VerdictOf(world), "block", "BC01").outcome(), Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(VerdictOf(world), "block", "BC02").outcome(), Outcome::kPending);

  const Version corrected = world.Correct(act, Granted("BC02"));
  EXPECT_NE(NodeOf(VerdictOf(world), "block", "BC01").outcome(), Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(VerdictOf(world), "block", "BC02").outcome(), Outcome::kSatisfied);
  world.Void(corrected);
  EXPECT_EQ(NodeOf(VerdictOf(world), "equivalence", "BC02").reason, Reason::kNoEquivalence);
}

TEST(EquivalenceTest, OnlyFromCertificationsThatTheRuleNames) {
  World world = Enrolled(Route::kContinuingEducation);
  world.Record("2025-10-01", Granted("BC01"));
  Referential rules = SmallRules();
  Rule<Equivalence>(rules, "equivalence").from = {{"RNCP11111"}};
  const VerdictNode node = NodeOf(VerdictOf(world, rules), "equivalence", "BC01");
  EXPECT_EQ(node.outcome(), Outcome::kNotSatisfied);
  EXPECT_EQ(node.reason, Reason::kEquivalenceNotNamed);
  Rule<Equivalence>(rules, "equivalence").from.push_back(kPredecessor);
  EXPECT_EQ(NodeOf(VerdictOf(world, rules), "equivalence", "BC01").outcome(), Outcome::kSatisfied);
}

// ---- Waivers

WaiverGranted Waived(const char* requirement, Authority authority) {
  return {kEnrolment, {requirement}, {"HEALTH"}, authority, {"DEC-2027-01"}};
}

Referential Waivable() {
  Referential rules = SmallRules();
  for (const char* id : {"english", "mobility"}) {
    rules.requirements.at(RequirementCode{id}).waivable_by = {Authority::kProgrammeHead};
  }
  return rules;
}

TEST(WaiverTest, WaivedIsMetAndWhatItWouldComeToIsKept) {
  for (const char* id : {"english", "mobility"}) {
    World world = Apprentice();
    for (const auto& held : HeldOn<LanguageCertificateRecorded>(world.dossier, Day("2027-12-31"))) {
      if (std::string_view(id) == "english") world.Void(held.entry->version);
    }
    for (const auto& held : HeldOn<MobilityPeriodRecorded>(world.dossier, Day("2027-12-31"))) {
      if (std::string_view(id) == "mobility") world.Void(held.entry->version);
    }
    const Version waiver = world.Record("2027-10-01", Waived(id, Authority::kProgrammeHead));

    EXPECT_FALSE(VerdictOf(world, Waivable(), "2027-09-30").conditions_met) << id;
    const Verdict verdict = VerdictOf(world, Waivable());
    EXPECT_TRUE(verdict.conditions_met) << id;
    const VerdictNode node = NodeOf(verdict, id);
    EXPECT_EQ(node.outcome(), Outcome::kWaived);
    EXPECT_TRUE(Cites(node.events, waiver));
    ASSERT_EQ(node.children.size(), 1u);
    EXPECT_EQ(node.children[0].requirement.text, std::string(id) + "/computed");
    EXPECT_EQ(node.children[0].outcome(), Outcome::kPending);

    world.Void(waiver);
    EXPECT_FALSE(VerdictOf(world, Waivable()).conditions_met) << id;
  }
}

TEST(WaiverTest, CountsForNothingUnderRulesThatDoNotProvideForIt) {
  for (const char* id : {"english", "mobility"}) {
    World world = Apprentice();
    world.Record("2027-10-01", Waived(id, Authority::kRegistrar));
    const Verdict verdict = VerdictOf(world, Waivable());
    const VerdictNode node = NodeOf(verdict, id);
    EXPECT_EQ(node.outcome(), Outcome::kSatisfied);  // By what the learner did.
    EXPECT_TRUE(verdict.conditions_met);
    EXPECT_EQ(node.children.back().reason, Reason::kWaiverNotProvided);
    EXPECT_EQ(ExplainText(node.children.back(), Lang::kFrench),
              "une dispense du 01/10/2027 est sans effet : les règles ne permettent pas de "
              "l'accorder à : scolarité (acte DEC-2027-01)");
  }
}

TEST(WaiverTest, CorrectionBringsItUnderTheRule) {
  World world = Enrolled(Route::kApprenticeship);
  const Version waiver = world.Record("2027-10-01", Waived("english", Authority::kRegistrar));
  EXPECT_EQ(NodeOf(VerdictOf(world, Waivable()), "english").outcome(), Outcome::kPending);
  world.Correct(waiver, Waived("english", Authority::kProgrammeHead));
  EXPECT_EQ(NodeOf(VerdictOf(world, Waivable()), "english").outcome(), Outcome::kWaived);
}

TEST(WaiverTest, DispensesFromARequirementInEachBlock) {
  Referential rules = SmallRules();
  rules.requirements.at(RequirementCode{"grid"}).waivable_by = {Authority::kJury};
  World world = Enrolled(Route::kApprenticeship);
  world.Record("2027-10-01", Waived("grid", Authority::kJury));
  const Verdict verdict = VerdictOf(world, rules);
  for (const char* block : {"BC01", "BC02", "BC03"}) {
    EXPECT_EQ(NodeOf(verdict, "grid", block).outcome(), Outcome::kWaived) << block;
  }
}

// ---- Transfers

// Enrolled under the predecessor, where the jury validated BC01 and BC02, then transferred.
World Transferred(std::vector<BlockCorrespondence> blocks) {
  World world = Founded();
  EnrolmentOpened earlier = Opened(Route::kContinuingEducation, 5, kOtherEnrolment);
  earlier.certification = kPredecessor;
  world.Record("2022-09-01", earlier);
  JuryDecisionRecorded decided =
      Decided(FinalDecision::kPartial, {{{"BC01"}, BlockDecision::kValidated},
                                        {{"BC02"}, BlockDecision::kValidated},
                                        {{"BC03"}, BlockDecision::kRefused}});
  decided.enrolment = kOtherEnrolment;
  world.Record("2023-09-30", decided);
  world.Record("2024-09-01", Opened(Route::kContinuingEducation));
  world.Record("2024-09-01", EnrolmentTransferred{kOtherEnrolment, kEnrolment, {}});
  world.Declare(kPredecessor, "2024-07-01",
                SuccessorDeclared{kPredecessor, kCertification, std::move(blocks), {}});
  return world;
}

TEST(TransferTest, ValidatedBlocksCarryOverByTheCorrespondencesOfThePredecessor) {
  const World world = Transferred({{{"BC01"}, {"BC02"}}, {{"BC03"}, {"BC03"}}});
  const Verdict verdict = VerdictOf(world);
  EXPECT_NE(NodeOf(verdict, "block", "BC01").outcome(), Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(verdict, "block", "BC02").outcome(), Outcome::kSatisfied);
  EXPECT_NE(NodeOf(verdict, "block", "BC03").outcome(), Outcome::kSatisfied);  // Was refused.
  const VerdictNode block = NodeOf(verdict, "block", "BC02");
  std::set<Subject> subjects;
  for (const Cited& cited : block.events) subjects.insert(cited.subject);
  EXPECT_EQ(subjects.size(), 2u);  // The learner's, and the predecessor's.
  EXPECT_EQ(block.events.size(), 3u);
}

TEST(TransferTest, BlockThatSeveralStandForTogetherNeedsThemAll) {
  EXPECT_EQ(
      NodeOf(VerdictOf(Transferred({{{"BC01"}, {"BC01"}}, {{"BC02"}, {"BC01"}}})), "block", "BC01")
          .outcome(),
      Outcome::kSatisfied);
  EXPECT_NE(
      NodeOf(VerdictOf(Transferred({{{"BC01"}, {"BC01"}}, {{"BC03"}, {"BC01"}}})), "block", "BC01")
          .outcome(),
      Outcome::kSatisfied);
}

TEST(TransferTest, NeitherWithoutTheTransferNorWithoutTheDeclaration) {
  const Version transfer{3};
  World world = Transferred({{{"BC01"}, {"BC01"}}});
  ASSERT_EQ(NodeOf(VerdictOf(world), "block", "BC01").outcome(), Outcome::kSatisfied);
  ASSERT_TRUE(
      std::holds_alternative<EnrolmentTransferred>(FindEntry(world.dossier, transfer)->fact));
  world.Void(transfer);
  EXPECT_NE(NodeOf(VerdictOf(world), "block", "BC01").outcome(), Outcome::kSatisfied);

  World undeclared = Transferred({{{"BC01"}, {"BC01"}}});
  undeclared.reference.referentials.erase(kPredecessor);
  EXPECT_NE(NodeOf(VerdictOf(undeclared), "block", "BC01").outcome(), Outcome::kSatisfied);
}

TEST(TransferTest, DeclarationToComeIsADateOfChange) {
  World world = Transferred({});
  world.Declare(kPredecessor, "2028-07-01",
                SuccessorDeclared{kPredecessor, kCertification, {{{"BC01"}, {"BC01"}}}, {}});
  EXPECT_EQ(VerdictOf(world).next_change, Day("2028-07-01"));
  EXPECT_EQ(NodeOf(VerdictOf(world, "2028-07-01"), "block", "BC01").outcome(), Outcome::kSatisfied);
}

TEST(TransferTest, VaeBlockSaysUnderWhichCertificationItWasValidated) {
  World world = Transferred({{{"BC01"}, {"BC01"}}});
  world.Record("2026-09-01", RouteChanged{kEnrolment, Route::kVae, {}});
  const VerdictNode node = NodeOf(VerdictOf(world), "vae_block", "BC01");
  EXPECT_EQ(node.reason, Reason::kBlockTransferred);
  EXPECT_EQ(ExplainText(node, Lang::kEnglish),
            "validated on 2023-09-30 under RNCP37484, which this certification succeeds");
}

}  // namespace
}  // namespace cartulary
