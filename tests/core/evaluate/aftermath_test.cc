// What follows a jury's decision and an award: reserves, annulment, rectification, points of jury,
// withdrawal. Each before the act, from its day, and after its correction and its voiding.
#include "core/evaluate/aftermath.h"

#include <gtest/gtest.h>

#include "tests/support/verdicts.h"

namespace cartulary {
namespace {

using namespace testing_support;
using enum CertificationStanding;

constexpr const char* kDecidedOn = "2027-10-15";

std::vector<BlockOutcome> Validated(const char* block) {
  return {{{block}, BlockDecision::kValidated}};
}

// An apprentice with everything, on whom the jury decided on 2027-10-15.
struct Candidate {
  explicit Candidate(JuryDecisionRecorded decided = Decided(FinalDecision::kAdmitted),
                     World with = Apprentice())
      : world(std::move(with)) {
    world.Convene("2027-09-01", Appointed(RegularMembers()));
    decision = world.Record(kDecidedOn, std::move(decided));
  }

  World world;
  Version decision;

  JuryDecisionAnnulled Annulment() const {
    return {kEnrolment, decision, Authority::kCourt, {"TA-1"}};
  }
  Version Annul(const char* day) { return world.Record(day, Annulment()); }
  Version RectifyBy(JuryDecisionRecorded other, const char* day) {
    const Version by = world.Record(day, std::move(other));
    return world.Record(day,
                        JuryDecisionRectified{kEnrolment, decision, by, Authority::kJury, {"PV"}});
  }
  Version Award(const char* day, const char* number = "A-1") {
    return world.Record(day, AwardIssued{kEnrolment,
                                         {number},
                                         kCertification,
                                         1,
                                         decision,
                                         {},
                                         Authority::kDirectorGeneral,
                                         {},
                                         {},
                                         {}});
  }
  CertificationStanding On(const char* day) const { return VerdictOf(world, day).standing; }
};

JuryDecisionRecorded UnderReserve(std::vector<const char*> requirements,
                                  const char* deadline = "2027-12-31") {
  JuryDecisionRecorded decided = Decided(FinalDecision::kConditional);
  for (const char* requirement : requirements) {
    decided.reserves.push_back({{requirement}, Day(deadline), Authority::kJuryChair});
  }
  return decided;
}

Version Lift(Candidate& candidate, const char* requirement, const char* day) {
  return candidate.world.Record(
      day, ReserveLifted{
               kEnrolment, candidate.decision, {requirement}, Authority::kJuryChair, std::nullopt});
}

// ---- Annulment

TEST(AnnulmentTest, EndsTheDecisionFromItsDayAndNotBefore) {
  Candidate candidate;
  candidate.Annul("2028-02-01");

  EXPECT_EQ(candidate.On("2028-01-31"), kAdmitted);
  EXPECT_EQ(VerdictOf(candidate.world, "2028-01-31").root.outcome(), Outcome::kSatisfied);

  const Verdict after = VerdictOf(candidate.world, "2028-02-01");
  EXPECT_EQ(after.standing, kDecisionAnnulled);
  EXPECT_EQ(after.decision, std::nullopt);
  EXPECT_EQ(NodeOf(after, "jury_training").reason, Reason::kDecisionAnnulled);
  const VerdictNode node = NodeOf(after, "decision");
  EXPECT_EQ(node.computed, Outcome::kPending);
  EXPECT_EQ(node.events.size(), 2u) << "the decision and its annulment";
  EXPECT_EQ(ExplainText(node, Lang::kFrench),
            "la décision du 15/10/2027 a été annulée le 01/02/2028 : un jury doit de nouveau "
            "statuer");
  EXPECT_EQ(ExplainText(node, Lang::kEnglish),
            "the decision of 2027-10-15 was annulled on 2028-02-01: a jury must decide anew");
}

TEST(AnnulmentTest, IsUndoneByItsVoidingAndFollowsItsCorrection) {
  Candidate candidate;
  const Version annulment = candidate.Annul("2028-02-01");
  Candidate voided = candidate;
  voided.world.Void(annulment);
  EXPECT_EQ(voided.On("2028-02-01"), kAdmitted);

  candidate.world.Correct(annulment, candidate.Annulment());
  EXPECT_EQ(candidate.On("2028-02-01"), kDecisionAnnulled);
}

TEST(AnnulmentTest, ReachesACorrectedDecision) {
  Candidate candidate(Decided(FinalDecision::kPartial));
  candidate.world.Correct(candidate.decision, Decided(FinalDecision::kAdmitted));
  candidate.Annul("2028-02-01");

  EXPECT_EQ(candidate.On("2028-01-31"), kAdmitted);
  EXPECT_EQ(candidate.On("2028-02-01"), kDecisionAnnulled);
}

TEST(AnnulmentTest, TakesTheBlocksThatTheDecisionValidated) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kContinuingEducation));
  RecordResults(world, "9");
  Candidate candidate(Decided(FinalDecision::kPartial, Validated("BC01")), world);
  candidate.Annul("2028-02-01");

  const VerdictNode before = NodeOf(VerdictOf(candidate.world, "2028-01-31"), "block", "BC01");
  EXPECT_EQ(before.decided, Outcome::kSatisfied);
  const VerdictNode after = NodeOf(VerdictOf(candidate.world, "2028-02-01"), "block", "BC01");
  EXPECT_EQ(after.decided, std::nullopt);
  EXPECT_EQ(after.computed, before.computed);
}

TEST(AnnulmentTest, TakesTheBlocksThatAnotherEnrolmentHadCarriedOver) {
  World world = Founded();
  world.Record("2022-01-01", Opened(Route::kVae, 5, kOtherEnrolment));
  JuryDecisionRecorded decided = Decided(FinalDecision::kPartial, Validated("BC01"));
  decided.enrolment = kOtherEnrolment;
  const Version version = world.Record("2023-01-01", decided);
  world.Record("2024-09-01", Opened(Route::kContinuingEducation));
  world.Record("2025-01-01",
               JuryDecisionAnnulled{kOtherEnrolment, version, Authority::kCourt, {"TA-1"}});

  const auto block = [&](const char* on) {
    return NodeOf(VerdictOf(world, on), "block", "BC01").outcome();
  };
  EXPECT_EQ(block("2024-12-31"), Outcome::kSatisfied);
  EXPECT_NE(block("2025-01-01"), Outcome::kSatisfied);
}

TEST(AnnulmentTest, LeavesWhatAnEarlierDecisionValidatedAndMakesWayForALaterOne) {
  World world = Apprentice();
  world.Record("2027-07-01", Decided(FinalDecision::kPartial, Validated("BC02")));
  Candidate candidate(Decided(FinalDecision::kAdmitted), world);
  candidate.Annul("2028-02-01");

  const Verdict annulled = VerdictOf(candidate.world, "2028-02-01");
  EXPECT_EQ(annulled.standing, kDecisionAnnulled) << "the jury must decide anew";
  EXPECT_EQ(NodeOf(annulled, "block", "BC02").decided, Outcome::kSatisfied);

  const Version anew = candidate.world.Record("2028-03-01", Decided(FinalDecision::kAdmitted));
  EXPECT_EQ(candidate.On("2028-02-29"), kDecisionAnnulled);
  EXPECT_EQ(candidate.On("2028-03-01"), kAdmitted);
  EXPECT_EQ(VerdictOf(candidate.world, "2028-03-01").decision->version, anew);
}

TEST(AnnulmentTest, LeavesTheAwardAndTheTreeSaysThatItsDecisionIsGone) {
  Candidate candidate;
  candidate.Award("2027-11-15");
  EXPECT_EQ(VerdictOf(candidate.world, "2028-01-31").root.outcome(), Outcome::kSatisfied);
  candidate.Annul("2028-02-01");

  const Verdict verdict = VerdictOf(candidate.world, "2028-02-01");

  EXPECT_EQ(verdict.standing, kAwarded) << "only an act takes away";
  EXPECT_EQ(verdict.root.outcome(), Outcome::kPending);
  EXPECT_EQ(NodeOf(verdict, "decision").reason, Reason::kDecisionAnnulled);
}

// ---- Rectification

TEST(RectificationTest, TheNewDecisionTakesThePlaceOfTheOtherFromItsDay) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kContinuingEducation));
  RecordResults(world, "9");
  Candidate candidate(Decided(FinalDecision::kPartial, Validated("BC01")), world);
  candidate.RectifyBy(Decided(FinalDecision::kPartial, Validated("BC02")), "2028-01-10");

  const auto decided = [&](const char* on, const char* block) {
    return NodeOf(VerdictOf(candidate.world, on), "block", block).decided;
  };
  EXPECT_EQ(decided("2028-01-09", "BC01"), Outcome::kSatisfied);
  EXPECT_EQ(decided("2028-01-09", "BC02"), std::nullopt);
  EXPECT_EQ(decided("2028-01-10", "BC01"), std::nullopt) << "it no longer stands";
  EXPECT_EQ(decided("2028-01-10", "BC02"), Outcome::kSatisfied);
}

TEST(RectificationTest, OfTheSameDayPrevailsWhateverTheOrderOfRecording) {
  World world = Apprentice();
  const Version right = world.Record(kDecidedOn, Decided(FinalDecision::kAdmitted));
  Candidate candidate(Decided(FinalDecision::kDeferred), world);
  EXPECT_EQ(candidate.On(kDecidedOn), kDeferred);

  const Version act = candidate.world.Record(
      kDecidedOn,
      JuryDecisionRectified{kEnrolment, candidate.decision, right, Authority::kJury, {"PV"}});

  EXPECT_EQ(candidate.On(kDecidedOn), kAdmitted);
  candidate.world.Void(act);
  EXPECT_EQ(candidate.On(kDecidedOn), kDeferred);
}

TEST(RectificationTest, AnnulledItLeavesNoDecision) {
  Candidate candidate(Decided(FinalDecision::kDeferred));
  candidate.RectifyBy(Decided(FinalDecision::kAdmitted), "2028-01-10");
  EXPECT_EQ(candidate.On("2028-01-10"), kAdmitted);
  const Version by{candidate.decision.value + 1};
  candidate.world.Record("2028-02-01",
                         JuryDecisionAnnulled{kEnrolment, by, Authority::kCourt, {"TA-1"}});
  EXPECT_EQ(candidate.On("2028-02-01"), kDecisionAnnulled);
}

// ---- Reserves

struct ReserveRow {
  const char* on;
  CertificationStanding standing;
  Reason reason;
  Outcome outcome;
};

void ExpectRows(const Candidate& candidate, std::initializer_list<ReserveRow> rows) {
  for (const ReserveRow& row : rows) {
    SCOPED_TRACE(row.on);
    const Verdict verdict = VerdictOf(candidate.world, row.on);
    EXPECT_EQ(verdict.standing, row.standing);
    EXPECT_EQ(NodeOf(verdict, "decision").reason, row.reason);
    EXPECT_EQ(NodeOf(verdict, "decision").computed, row.outcome);
  }
}

TEST(ReserveTest, AdmitsFromTheDayOnWhichTheLastIsLifted) {
  Candidate candidate(UnderReserve({"english", "mobility"}));
  Lift(candidate, "english", "2027-11-01");
  const Version last = Lift(candidate, "mobility", "2027-12-01");

  ExpectRows(candidate, {{kDecidedOn, kConditional, Reason::kReservesOpen, Outcome::kPending},
                         {"2027-11-30", kConditional, Reason::kReservesOpen, Outcome::kPending},
                         {"2027-12-01", kAdmitted, Reason::kReservesLifted, Outcome::kSatisfied}});
  const VerdictNode half = NodeOf(VerdictOf(candidate.world, "2027-11-30"), "decision");
  EXPECT_EQ(ValueOf(half, "reserves"), "mobility");
  EXPECT_EQ(half.events.size(), 2u) << "the decision and what was lifted";
  EXPECT_EQ(ExplainText(half, Lang::kFrench),
            "décision du 15/10/2027 : admis sous réserve ; réserve(s) à lever au plus tard le "
            "31/12/2027 : mobility");

  candidate.world.Void(last);
  EXPECT_EQ(candidate.On("2027-12-01"), kConditional);
}

TEST(ReserveTest, LiftingFollowsItsCorrectionAndThatOfTheDecision) {
  Candidate candidate(UnderReserve({"english"}));
  const Version lifted = Lift(candidate, "english", "2027-11-01");
  candidate.world.Correct(
      lifted,
      ReserveLifted{kEnrolment, candidate.decision, {"mobility"}, Authority::kJury, std::nullopt});
  EXPECT_EQ(candidate.On("2027-11-01"), kConditional) << "it was about another reserve";

  candidate.world.Correct(candidate.decision, UnderReserve({"mobility"}));
  EXPECT_EQ(candidate.On("2027-11-01"), kAdmitted);
}

TEST(ReserveTest, OverdueStaysConditionalUntilItsLapseIsRecorded) {
  Candidate candidate(UnderReserve({"english"}, "2027-11-30"));
  EXPECT_EQ(VerdictOf(candidate.world, "2027-11-15").next_change, Day("2027-12-01"));
  EXPECT_EQ(VerdictOf(candidate.world, "2027-12-01").next_change, std::nullopt);

  const Version lapsed = candidate.world.Record(
      "2027-12-10", ReserveLapsed{kEnrolment, candidate.decision, {"english"}});

  ExpectRows(candidate,
             {{"2027-11-30", kConditional, Reason::kReservesOpen, Outcome::kPending},
              {"2027-12-01", kConditional, Reason::kReserveOverdue, Outcome::kPending},
              {"2027-12-09", kConditional, Reason::kReserveOverdue, Outcome::kPending},
              {"2027-12-10", kDeferred, Reason::kReserveLapsed, Outcome::kNotSatisfied}});
  EXPECT_EQ(
      ExplainText(NodeOf(VerdictOf(candidate.world, "2027-12-01"), "decision"), Lang::kEnglish),
      "decision of 2027-10-15: conditional; still to be lifted: english; the deadline "
      "2027-11-30 has passed for english");

  candidate.world.Void(lapsed);
  EXPECT_EQ(candidate.On("2027-12-10"), kConditional);
}

TEST(ReserveTest, OneThatLapsedDefersWhateverWasLifted) {
  Candidate candidate(UnderReserve({"english", "mobility"}, "2027-11-30"));
  Lift(candidate, "english", "2027-11-01");
  candidate.world.Record("2027-12-01", ReserveLapsed{kEnrolment, candidate.decision, {"mobility"}});
  const Verdict verdict = VerdictOf(candidate.world, "2027-12-01");
  EXPECT_EQ(verdict.standing, kDeferred);
  EXPECT_EQ(ExplainText(NodeOf(verdict, "decision"), Lang::kEnglish),
            "decision of 2027-10-15: conditional; not lifted by 2027-11-30: mobility");
}

TEST(ReserveTest, RulesThatTakeAConditionalDecisionDoNotWaitForIt) {
  const Candidate candidate(UnderReserve({"english"}));
  Referential rules = SmallRules();
  Rule<JuryDecision>(rules, "decision").outcomes = {FinalDecision::kAdmitted,
                                                    FinalDecision::kConditional};
  const Verdict verdict = VerdictOf(candidate.world, rules);
  EXPECT_EQ(NodeOf(verdict, "decision").reason, Reason::kDecided);
  EXPECT_EQ(verdict.standing, kConditional);
}

TEST(ReserveTest, DiscretionIsUsedOnlyOnceTheyAreLifted) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kApprenticeship));
  Candidate candidate(UnderReserve({"english"}), world);
  Lift(candidate, "english", "2027-11-01");
  const auto defence = [&](const char* on) {
    return NodeOf(VerdictOf(candidate.world, on), "company_defence").decided;
  };
  EXPECT_EQ(defence("2027-10-31"), std::nullopt);
  EXPECT_EQ(defence("2027-11-01"), Outcome::kSatisfied);
}

// ---- Points of jury

// By continuing education, with these grades and points for BC01.
Candidate WithPoints(const char* grade, const char* points, FinalDecision decision,
                     std::vector<BlockOutcome> blocks = {}) {
  World world = Founded();
  world.Record("2024-09-01", Opened(Route::kContinuingEducation));
  RecordResults(world, grade);
  JuryDecisionRecorded decided = Decided(decision, std::move(blocks));
  decided.points = {{{"BC01"}, Grade(points)}};
  return Candidate(decided, world);
}

TEST(PointsTest, AreShownBesideTheAverageAndDecide) {
  const struct {
    const char* grade;
    const char* points;
    Outcome computed;
    Outcome decided;
    const char* sum;
  } kRows[] = {
      {"9.6", "0.4", Outcome::kNotSatisfied, Outcome::kSatisfied, "9.60 + 0.40 = 10.00"},
      {"9.6", "0.39", Outcome::kNotSatisfied, Outcome::kNotSatisfied, "9.60 + 0.39 = 9.99"},
      {"12", "1", Outcome::kSatisfied, Outcome::kSatisfied, "12.00 + 1.00 = 13.00"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.sum);
    const Candidate candidate = WithPoints(row.grade, row.points, FinalDecision::kDeferred);
    const Verdict verdict = VerdictOf(candidate.world);
    const VerdictNode node = NodeOf(verdict, "average", "BC01");
    EXPECT_EQ(node.computed, row.computed);
    EXPECT_EQ(node.decided, row.decided);
    EXPECT_EQ(ValueOf(node, "without_points") + " + " + ValueOf(node, "jury_points") + " = " +
                  ValueOf(node, "with_points"),
              row.sum);
    EXPECT_EQ(NodeOf(verdict, "block", "BC01").computed, row.computed);
    EXPECT_EQ(NodeOf(verdict, "block", "BC01").outcome(), row.decided);
    EXPECT_EQ(NodeOf(verdict, "average", "BC02").decided, std::nullopt);
    EXPECT_EQ(NodeOf(VerdictOf(candidate.world, "2027-10-14"), "average", "BC01").decided,
              std::nullopt);
  }
}

TEST(PointsTest, AreSaidInBothLanguages) {
  const Candidate candidate = WithPoints("9.6", "0.4", FinalDecision::kDeferred);
  const VerdictNode node = NodeOf(VerdictOf(candidate.world), "average", "BC01");
  EXPECT_NE(ExplainText(node, Lang::kEnglish).find("9.60 + 0.40 points of jury = 10.00"),
            std::string::npos);
  EXPECT_NE(ExplainText(node, Lang::kFrench).find("9,60 + 0,40 point de jury = 10,00"),
            std::string::npos);
}

TEST(PointsTest, CountOnlyWhereTheRulesLeaveTheBlockToTheJury) {
  const Candidate candidate = WithPoints("9.6", "0.4", FinalDecision::kAdmitted);
  Referential rules = SmallRules();
  rules.requirements.at(RequirementCode{"block"}).jury_discretion = false;
  const VerdictNode node = NodeOf(VerdictOf(candidate.world, rules), "average", "BC01");
  EXPECT_EQ(node.decided, std::nullopt);
  EXPECT_EQ(node.reason, Reason::kAverageBelow);
}

TEST(PointsTest, RepairNoEliminatoryResult) {
  const Candidate candidate = WithPoints("6", "10", FinalDecision::kDeferred);
  const VerdictNode node = NodeOf(VerdictOf(candidate.world), "average", "BC01");
  EXPECT_EQ(node.reason, Reason::kResultBelowFloor);
  EXPECT_EQ(node.decided, std::nullopt);
}

TEST(PointsTest, GoWithTheDecisionThatGaveThem) {
  Candidate candidate = WithPoints("9.6", "0.4", FinalDecision::kDeferred);
  const auto decided = [&](const char* on) {
    return NodeOf(VerdictOf(candidate.world, on), "average", "BC01").decided;
  };
  // A later decision without a word on the block leaves them; one that speaks of it does not.
  candidate.world.Record("2027-11-01", Decided(FinalDecision::kDeferred, Validated("BC02")));
  EXPECT_EQ(decided("2027-11-01"), Outcome::kSatisfied);
  candidate.world.Record("2027-12-01",
                         Decided(FinalDecision::kDeferred, {{{"BC01"}, BlockDecision::kRefused}}));
  EXPECT_EQ(decided("2027-12-01"), std::nullopt);

  Candidate annulled = WithPoints("9.6", "0.4", FinalDecision::kDeferred);
  annulled.Annul("2027-11-01");
  EXPECT_EQ(NodeOf(VerdictOf(annulled.world, "2027-10-31"), "average", "BC01").decided,
            Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(VerdictOf(annulled.world, "2027-11-01"), "average", "BC01").decided,
            std::nullopt);
}

TEST(PointsTest, RulingOnTheBlockPrevailsOverThem) {
  const Candidate candidate =
      WithPoints("9.6", "0.4", FinalDecision::kPartial, {{{"BC01"}, BlockDecision::kRefused}});
  const Verdict verdict = VerdictOf(candidate.world);
  EXPECT_EQ(NodeOf(verdict, "average", "BC01").decided, Outcome::kSatisfied);
  EXPECT_EQ(NodeOf(verdict, "block", "BC01").decided, Outcome::kNotSatisfied);
}

// ---- Awards

struct Withdrawn : Candidate {
  Withdrawn() {
    award = Award("2027-11-15");
    withdrawal = world.Record(
        "2028-01-10",
        AwardWithdrawn{
            kEnrolment, award, WithdrawalGround::kFraud, Authority::kDirectorGeneral, {"ARR-1"}});
  }
  Version Reinstate(const char* day) {
    return world.Record(day, AwardReinstated{kEnrolment, withdrawal, Authority::kCourt, {"TA-2"}});
  }
  Version award;
  Version withdrawal;
};

TEST(WithdrawalTest, TakesTheTitleFromItsDayUntilItIsReinstated) {
  Withdrawn candidate;
  EXPECT_EQ(candidate.On("2028-01-09"), kAwarded);
  EXPECT_EQ(candidate.On("2028-01-10"), kAwardWithdrawn);
  EXPECT_EQ(VerdictOf(candidate.world, "2028-01-10").award_number, AwardNumber{"A-1"});
  EXPECT_EQ(VerdictOf(candidate.world, "2028-01-09").next_change, Day("2028-01-10"));

  Withdrawn voided = candidate;
  voided.world.Void(voided.withdrawal);
  EXPECT_EQ(voided.On("2028-01-10"), kAwarded);

  const Version reinstated = candidate.Reinstate("2028-03-01");
  EXPECT_EQ(candidate.On("2028-02-29"), kAwardWithdrawn);
  EXPECT_EQ(candidate.On("2028-03-01"), kAwarded);

  candidate.world.Record("2028-04-01", AwardWithdrawn{kEnrolment,
                                                      candidate.award,
                                                      WithdrawalGround::kOnRequest,
                                                      Authority::kDirectorGeneral,
                                                      {"ARR-2"}});
  EXPECT_EQ(candidate.On("2028-03-31"), kAwarded);
  EXPECT_EQ(candidate.On("2028-04-01"), kAwardWithdrawn);
  candidate.world.Void(reinstated);
  EXPECT_EQ(candidate.On("2028-03-31"), kAwardWithdrawn);
}

TEST(WithdrawalTest, FollowsACorrectedAward) {
  Withdrawn candidate;
  candidate.world.Correct(candidate.award, AwardIssued{kEnrolment,
                                                       {"A-1"},
                                                       kCertification,
                                                       1,
                                                       candidate.decision,
                                                       {},
                                                       Authority::kCampusDirector,
                                                       {},
                                                       {},
                                                       {}});
  EXPECT_EQ(candidate.On("2028-01-10"), kAwardWithdrawn);
}

TEST(WithdrawalTest, StaysWhateverBecomesOfTheDecision) {
  Withdrawn candidate;
  candidate.Annul("2028-01-05");
  EXPECT_EQ(candidate.On("2028-01-05"), kAwarded);
  EXPECT_EQ(candidate.On("2028-01-10"), kAwardWithdrawn);
}

TEST(WithdrawalTest, MakesWayForANewDecisionAndANewAward) {
  Withdrawn candidate;
  candidate.decision = candidate.world.Record("2028-05-01", Decided(FinalDecision::kAdmitted));
  const Version anew = candidate.Award("2028-06-01", "A-2");

  EXPECT_EQ(candidate.On("2028-04-30"), kAwardWithdrawn);
  EXPECT_EQ(candidate.On("2028-05-01"), kAdmitted);
  const Verdict verdict = VerdictOf(candidate.world, "2028-06-01");
  EXPECT_EQ(verdict.standing, kAwarded);
  EXPECT_EQ(verdict.award_number, AwardNumber{"A-2"});
  EXPECT_EQ(verdict.award->version, anew);
}

TEST(AwardStateTest, TheOneThatStandsIsLiveElseTheLastWithdrawn) {
  Withdrawn candidate;
  const auto live = [&](const char* on) {
    const auto awards = AwardsOn(candidate.world.dossier, kEnrolment, Day(on));
    const AwardState* found = LiveAward(awards);
    return found == nullptr ? std::string() : found->award->number.text;
  };
  EXPECT_EQ(live("2027-11-14"), "");
  EXPECT_EQ(live("2027-11-15"), "A-1");
  EXPECT_EQ(live("2028-01-10"), "A-1");
  candidate.Award("2028-06-01", "A-2");
  EXPECT_EQ(live("2028-06-01"), "A-2");
  // The first again, beside the second: the later one counts.
  candidate.Reinstate("2028-07-01");
  EXPECT_EQ(live("2028-07-01"), "A-2");
  EXPECT_EQ(AwardsOn(candidate.world.dossier, kOtherEnrolment, Day("2028-07-01")).size(), 0u);
}

}  // namespace
}  // namespace cartulary
