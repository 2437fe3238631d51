// Whole careers: who meets the conditions, by which route, and what stands in the way.
#include <gtest/gtest.h>

#include "tests/support/verdicts.h"

namespace cartulary {
namespace {

using namespace testing_support;

std::vector<BlockOutcome> AllBlocks(BlockDecision decision) {
  return {{{"BC01"}, decision}, {{"BC02"}, decision}, {{"BC03"}, decision}};
}

TEST(CareerTest, ApprenticeWithEverythingMeetsTheConditions) {
  const Verdict verdict = VerdictOf(Apprentice());

  EXPECT_TRUE(verdict.conditions_met);
  EXPECT_EQ(verdict.standing, CertificationStanding::kConditionsMet);
  EXPECT_EQ(verdict.enrolment_standing, EnrolmentStanding::kEnrolled);
  EXPECT_EQ(verdict.root.outcome(), Outcome::kPending);  // Of the jury's decision.
  EXPECT_EQ(NodeOf(verdict, "jury").outcome(), Outcome::kPending);
}

TEST(CareerTest, EachThingThatAnApprenticeLacksStandsInTheWay) {
  const World everything = Apprentice();
  std::size_t needed = 0;
  for (const Entry& entry : everything.dossier.entries) {
    if (std::holds_alternative<EnrolmentOpened>(entry.fact)) continue;
    World world = everything;
    world.Void(entry.version);
    EXPECT_FALSE(VerdictOf(world).conditions_met) << entry.version.value;
    ++needed;
  }
  EXPECT_EQ(needed, everything.dossier.entries.size() - 1);
}

// T4
TEST(CareerTest, ContinuingEducationNeedsNeitherEnglishNorMobilityNorGrids) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kContinuingEducation));
  RecordResults(world);

  const Verdict verdict = VerdictOf(world);

  EXPECT_TRUE(verdict.conditions_met);
  for (const char* id : {"english", "mobility", "grid", "company_defence"}) {
    EXPECT_EQ(NodeOf(verdict, id).outcome(), Outcome::kNotApplicable) << id;
    EXPECT_EQ(NodeOf(verdict, id).reason, Reason::kNotBound) << id;
  }
}

TEST(CareerTest, ProfessionalContractIsAlternanceButNotApprenticeship) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kProfessionalContract));
  RecordResults(world);
  EXPECT_FALSE(VerdictOf(world).conditions_met);

  RecordCompany(world);

  EXPECT_TRUE(VerdictOf(world).conditions_met);
}

TEST(CareerTest, VaeRestsOnDossierDefenceAndTheBlocksThatItsJuryValidates) {
  World world = Founded();
  world.Record("2026-01-10", Opened(Route::kVae, 4));
  world.Record("2026-02-01", VaeAdmissibilityDecided{kEnrolment, Appraisal::kFavourable});
  world.Record("2026-09-01", VaeDossierSubmitted{kEnrolment});
  world.Record("2026-10-01", Defended(DefenceKind::kVae));
  EXPECT_FALSE(VerdictOf(world).conditions_met);

  const std::vector<JuryMember> members = {
      Member(kCampusDirector, College::kAcademic), Member(10, College::kAcademic),
      Member(11, College::kProfessional), Member(12, College::kProfessional)};
  world.Convene("2026-09-15", Appointed(members, kCampusDirector, JuryKind::kVae));
  world.Record("2026-10-02", Decided(FinalDecision::kAdmitted, AllBlocks(BlockDecision::kValidated),
                                     members, kCampusDirector));
  const Verdict verdict = VerdictOf(world);

  EXPECT_TRUE(verdict.conditions_met);
  EXPECT_EQ(verdict.root.computed, Outcome::kSatisfied);
  EXPECT_EQ(verdict.standing, CertificationStanding::kAdmitted);
}

// T5, T6
TEST(CareerTest, EnglishAtB2OrAboveAndNoOtherLanguage) {
  const struct {
    const char* language;
    LanguageLevel level;
    Reason reason;
  } kCases[] = {
      {"de", LanguageLevel::kB2, Reason::kLanguageOther},
      {"en", LanguageLevel::kB1, Reason::kLanguageBelow},
      {"en", LanguageLevel::kB2, Reason::kLanguageReached},
      {"en", LanguageLevel::kC1, Reason::kLanguageReached},
  };
  for (const auto& test : kCases) {
    World world = Founded();
    world.Record("2024-09-01", Opened(Route::kApprenticeship));
    world.Record("2026-03-15", Certificate(test.language, test.level));
    const VerdictNode node = NodeOf(VerdictOf(world), "english");
    EXPECT_EQ(node.reason, test.reason) << test.language << ToName(test.level);
    EXPECT_EQ(node.outcome() == Outcome::kSatisfied, test.reason == Reason::kLanguageReached);
  }
}

TEST(CareerTest, GermanCertificateIsNamedWhereEnglishIsMissing) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kApprenticeship));
  world.Record("2026-03-15", Certificate("de", LanguageLevel::kB2));
  EXPECT_EQ(ExplainText(NodeOf(VerdictOf(world), "english"), Lang::kFrench),
            "aucun certificat en « en » (B2 demandé) : celui du 15/03/2026 est en « de »");
}

// T7
TEST(CareerTest, RevokedCertificateTakesTheRequirementAndNeverTheAward) {
  World world = Apprentice();
  const Version certificate{
      HeldOn<LanguageCertificateRecorded>(world.dossier, Day("2027-12-31"))[0].entry->version};
  RecordDecision(world, Decided(FinalDecision::kAdmitted));
  world.Record(
      "2027-11-15",
      AwardIssued{
          kEnrolment, {"A-1"}, kCertification, 1, {}, {}, Authority::kDirectorGeneral, {}, {}, {}});
  EXPECT_EQ(VerdictOf(world).root.computed, Outcome::kSatisfied);

  world.Record("2027-12-01",
               LanguageCertificateRevoked{certificate, CorrectionGround::kAnnulledByIssuer});
  const Verdict verdict = VerdictOf(world);

  EXPECT_EQ(NodeOf(verdict, "english").reason, Reason::kLanguageRevoked);
  EXPECT_FALSE(verdict.conditions_met);
  EXPECT_EQ(verdict.standing, CertificationStanding::kAwarded);
  EXPECT_EQ(VerdictOf(world, "2027-11-30").root.computed, Outcome::kSatisfied);
}

TEST(CareerTest, RevocationReachesACorrectedCertificate) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kApprenticeship));
  const Version recorded = world.Record("2026-03-15", Certificate("en", LanguageLevel::kB2));
  world.Correct(recorded, Certificate("en", LanguageLevel::kC1));
  EXPECT_EQ(NodeOf(VerdictOf(world), "english").outcome(), Outcome::kSatisfied);

  world.Record("2026-12-01", LanguageCertificateRevoked{recorded, CorrectionGround::kFraud});

  EXPECT_EQ(NodeOf(VerdictOf(world), "english").reason, Reason::kLanguageRevoked);
}

// T9
TEST(CareerTest, MobilityWithoutItsDefenceIsNotDone) {
  World world = Apprentice();
  for (const auto& held : HeldOn<DefenceHeld>(world.dossier, Day("2027-12-31"))) {
    if (held->kind == DefenceKind::kMobility) world.Void(held.entry->version);
  }
  const Verdict verdict = VerdictOf(world);

  EXPECT_EQ(NodeOf(verdict, "mobility_length").outcome(), Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(verdict, "mobility_defence").reason, Reason::kDefenceMissing);
  EXPECT_EQ(NodeOf(verdict, "mobility").outcome(), Outcome::kPending);
}

// T13
TEST(CareerTest, GradeSentTwiceCountsOnceAndACorrectionReplacesIt) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kContinuingEducation));
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

// T14
TEST(CareerTest, FormativeResultNeverCounts) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kContinuingEducation));
  RecordResults(world, "9");
  world.Record("2026-06-20", Graded("BC01-FORM", "18"));

  const VerdictNode node = NodeOf(VerdictOf(world), "average", "BC01");

  EXPECT_EQ(node.outcome(), Outcome::kNotSatisfied);
  EXPECT_EQ(ValueOf(node, "average"), "9");
}

// T15
TEST(CareerTest, GridSignedByOneTutorDoesNotCountAndSaysWhoDidNotSign) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kApprenticeship));
  world.Record("2025-06-30", Grid(2024));
  world.Record("2026-06-30", Grid(2025, /*academic=*/true, /*company=*/false));
  world.Record("2027-06-30", Grid(2026));
  EXPECT_EQ(ExplainText(NodeOf(VerdictOf(world), "grid", "BC01"), Lang::kFrench),
            "grilles signées pour 2 année(s) sur 3 ; à celle de 2025-2026 manque la signature : "
            "maître d'apprentissage");

  // Two half-signed grids are not one joint grid.
  world.Record("2026-07-01", Grid(2025, /*academic=*/false, /*company=*/true));
  EXPECT_EQ(NodeOf(VerdictOf(world), "grid", "BC01").reason, Reason::kGridUnsigned);

  world.Record("2026-07-02", Grid(2025));
  EXPECT_EQ(NodeOf(VerdictOf(world), "grid", "BC01").outcome(), Outcome::kSatisfied);
}

// T18
TEST(CareerTest, WhatIsEffectiveLaterIsIgnoredWhateverTheOrderOfRecording) {
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

// T19
TEST(CareerTest, ClosedRouteNeverMeetsTheConditions) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kStudent));
  RecordResults(world);
  const Verdict verdict = VerdictOf(world);
  EXPECT_EQ(verdict.root.reason, Reason::kRouteClosed);
  EXPECT_EQ(verdict.root.outcome(), Outcome::kNotApplicable);
  EXPECT_FALSE(verdict.conditions_met);
}

// T20
TEST(CareerTest, EntryLevelIsFiveOrSix) {
  for (const int level : {4, 5, 6, 7}) {
    World world = Founded();
    world.Record("2024-09-01", Opened(Route::kApprenticeship, level));
    const VerdictNode node = NodeOf(VerdictOf(world), "entry_level");
    EXPECT_EQ(node.outcome() == Outcome::kSatisfied, level == 5 || level == 6) << level;
  }
}

TEST(CareerTest, ValidatingJuryPrevailsOverTheAverageAndBothAreKept) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kContinuingEducation));
  RecordResults(world, "9.6");
  RecordDecision(world, Decided(FinalDecision::kAdmitted, AllBlocks(BlockDecision::kValidated)));

  const Verdict verdict = VerdictOf(world);

  const VerdictNode block = NodeOf(verdict, "block", "BC02");
  EXPECT_EQ(block.computed, Outcome::kNotSatisfied);
  EXPECT_EQ(block.decided, Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(verdict, "average", "BC02").decided, std::nullopt);
  EXPECT_EQ(verdict.root.computed, Outcome::kNotSatisfied);
  EXPECT_EQ(verdict.root.decided, Outcome::kSatisfied);
  EXPECT_TRUE(verdict.conditions_met);
}

TEST(CareerTest, RefusingJuryPrevailsOverTheAverage) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kContinuingEducation));
  RecordResults(world);
  RecordDecision(world, Decided(FinalDecision::kPartial, {{{"BC01"}, BlockDecision::kRefused}}));

  const Verdict verdict = VerdictOf(world);

  EXPECT_EQ(NodeOf(verdict, "block", "BC01").computed, Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(verdict, "block", "BC01").outcome(), Outcome::kNotSatisfied);
  EXPECT_EQ(NodeOf(verdict, "block", "BC02").decided, std::nullopt);
  EXPECT_FALSE(verdict.conditions_met);
  EXPECT_EQ(verdict.standing, CertificationStanding::kPartial);
}

TEST(CareerTest, JuryHasNoSayOverLanguageOrMobility) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kApprenticeship));
  RecordDecision(world, Decided(FinalDecision::kAdmitted, AllBlocks(BlockDecision::kValidated)));

  const Verdict verdict = VerdictOf(world);

  EXPECT_EQ(NodeOf(verdict, "english").decided, std::nullopt);
  EXPECT_EQ(NodeOf(verdict, "mobility").decided, std::nullopt);
  EXPECT_EQ(NodeOf(verdict, "company_defence").decided, Outcome::kSatisfied);  // At discretion.
  EXPECT_FALSE(verdict.conditions_met);
  EXPECT_EQ(verdict.standing, CertificationStanding::kAdmitted);
}

TEST(CareerTest, LatestDecisionThatSpeaksOfABlockPrevails) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kContinuingEducation));
  RecordResults(world, "8");
  RecordDecision(world, Decided(FinalDecision::kPartial, {{{"BC01"}, BlockDecision::kValidated},
                                                          {{"BC02"}, BlockDecision::kRefused}}));
  world.Record("2027-11-20",
               Decided(FinalDecision::kPartial, {{{"BC02"}, BlockDecision::kValidated}}));

  const Verdict verdict = VerdictOf(world);

  EXPECT_EQ(NodeOf(verdict, "block", "BC01").decided, Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(verdict, "block", "BC02").decided, Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(verdict, "block", "BC03").decided, std::nullopt);
}

TEST(CareerTest, ValidatedBlockCarriesOverToALaterEnrolmentOfTheSameCertificationOnly) {
  for (const bool same : {true, false}) {
    World world = Founded();
    EnrolmentOpened earlier = Opened(Route::kVae, 5, kOtherEnrolment);
    if (!same) earlier.certification.text = "RNCP37484";
    world.Record("2022-01-01", earlier);
    JuryDecisionRecorded decided =
        Decided(FinalDecision::kPartial, {{{"BC01"}, BlockDecision::kValidated}});
    decided.enrolment = kOtherEnrolment;
    world.Record("2023-01-01", decided);
    world.Record("2024-09-01", Opened(Route::kContinuingEducation));

    const Verdict verdict = VerdictOf(world);

    EXPECT_EQ(NodeOf(verdict, "block", "BC01").outcome() == Outcome::kSatisfied, same);
    EXPECT_EQ(verdict.standing, CertificationStanding::kInProgress);
  }
}

TEST(CareerTest, StandingFollowsTheLatestDecisionThenTheAward) {
  const struct {
    FinalDecision decision;
    CertificationStanding standing;
  } kCases[] = {{FinalDecision::kAdmitted, CertificationStanding::kAdmitted},
                {FinalDecision::kDeferred, CertificationStanding::kDeferred},
                {FinalDecision::kPartial, CertificationStanding::kPartial},
                {FinalDecision::kRefused, CertificationStanding::kRefused}};
  for (const auto& test : kCases) {
    World world = Apprentice();
    RecordDecision(world, Decided(test.decision));
    EXPECT_EQ(VerdictOf(world, "2027-10-14").standing, CertificationStanding::kConditionsMet);
    EXPECT_EQ(VerdictOf(world, "2027-10-15").standing, test.standing);
    EXPECT_TRUE(VerdictOf(world).decision.has_value());
  }
  World world = Apprentice();
  RecordDecision(world, Decided(FinalDecision::kDeferred));
  const Version admitted = world.Record("2027-11-20", Decided(FinalDecision::kAdmitted));
  EXPECT_EQ(VerdictOf(world).standing, CertificationStanding::kAdmitted);
  world.Record("2027-12-01", AwardIssued{kEnrolment,
                                         {"A-1"},
                                         kCertification,
                                         1,
                                         admitted,
                                         {},
                                         Authority::kDirectorGeneral,
                                         {},
                                         {},
                                         {}});
  const Verdict verdict = VerdictOf(world);
  EXPECT_EQ(verdict.standing, CertificationStanding::kAwarded);
  EXPECT_EQ(verdict.award_number, AwardNumber{"A-1"});
  EXPECT_EQ(verdict.decision->version, admitted);
}

TEST(CareerTest, VoidedEnrolmentAsksNothing) {
  World world = Apprentice();
  world.Void(Version{0});
  const Verdict verdict = VerdictOf(world);
  EXPECT_EQ(verdict.root.reason, Reason::kNotEnrolled);
  EXPECT_EQ(verdict.enrolment_standing, EnrolmentStanding::kLeft);
  EXPECT_FALSE(verdict.conditions_met);
}

}  // namespace
}  // namespace cartulary
