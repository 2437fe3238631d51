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
  EXPECT_FALSE(VerdictOf(world).conditions_met);
  world.Record("2026-10-01", Defended(DefenceKind::kVae));
  EXPECT_EQ(VerdictOf(world).standing, CertificationStanding::kConditionsMet);

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

TEST(CareerTest, WhatAVaeJuryThatDecidedLeftUndecidedIsUnmet) {
  World world = Founded();
  world.Record("2026-01-10", Opened(Route::kVae, 4));
  world.Record("2026-02-01", VaeAdmissibilityDecided{kEnrolment, Appraisal::kFavourable});
  world.Record("2026-09-01", VaeDossierSubmitted{kEnrolment});
  world.Record("2026-10-01", Defended(DefenceKind::kVae));
  EXPECT_TRUE(VerdictOf(world, "2027-10-14").conditions_met);

  RecordDecision(world, Decided(FinalDecision::kAdmitted, {{{"BC01"}, BlockDecision::kValidated}}));

  EXPECT_FALSE(VerdictOf(world).conditions_met);
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
