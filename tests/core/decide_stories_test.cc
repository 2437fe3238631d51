// The stories of Decide that one row alone does not tell.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "decide_world.h"

namespace cartulary {
namespace {

TEST(DecideTest, TheProgramChoosesTheEditionInForceAtEntry) {
  World world;
  const Decision decision =
      world.Decide(world.OfNewcomer(Enrolment(IdOf<EnrolmentId>(62)), "2024-09-02"));
  const auto& decided = std::get<std::vector<Decided>>(decision);
  ASSERT_EQ(decided.size(), 1u);
  EXPECT_EQ(std::get<EnrolmentOpened>(decided[0].fact).edition, EditionCode{"2020"});
}

TEST(DecideTest, AnAwardTakesItsNumberInTheSameCommit) {
  World world;
  const Command command = world.OfApprentice(Award("ENSAM-1"), "2024-09-01");
  const Decision decision = world.Decide(command);
  const auto& decided = std::get<std::vector<Decided>>(decision);
  ASSERT_EQ(decided.size(), 2u);
  const auto& award = std::get<AwardIssued>(decided[0].fact);
  EXPECT_EQ(award.certification, kTitle);
  EXPECT_EQ(award.revision, 1u);
  EXPECT_TRUE(award.overridden.empty());
  EXPECT_EQ(decided[1].kind, StreamKind::kAwardNumber);
  EXPECT_TRUE(world.Stream(decided[1].subject).empty());
  const auto& taken = std::get<AwardNumberTaken>(decided[1].fact);
  EXPECT_EQ(taken.certification, kTitle);
  const std::uint64_t next = world.Stream(SubjectOf(kApprentice)).next_version;
  EXPECT_EQ(taken.award, (EventRef{SubjectOf(kApprentice), Version{next}}));
}

TEST(TrapTest, T13_AGradeIsSentTwiceCorrectedAndVoided) {
  World world;
  const Command first = world.OfApprentice(Grade("EX3", "9"), "2022-02-01");
  ASSERT_TRUE(world.Record(first));
  const Version recorded{world.Stream(SubjectOf(kApprentice)).next_version - 1};
  EXPECT_EQ(Answer(world.Decide(first)), "already_recorded");
  const Command other = world.OfApprentice(Grade("EX3", "19"), "2022-02-01");
  EXPECT_EQ(Answer(world.Decide(other)), "recorded_otherwise");
  EXPECT_NE(std::get<Rejection>(world.Decide(other)).detail.en.find("FactCorrected"),
            std::string::npos);

  ASSERT_TRUE(
      world.Record(world.OfApprentice(Correct(recorded, Grade("EX3", "19")), "2022-02-01")));
  const Version corrected{recorded.value + 1};
  EXPECT_EQ(Answer(world.Decide(first)), "recorded_otherwise") << "the old grade is not news";
  ASSERT_TRUE(world.Record(world.OfApprentice(Correct(corrected, Grade("EX3", "9")), "2022-02-01")))
      << "a correction may be corrected back";
  ASSERT_TRUE(world.Record(world.OfApprentice(Void({corrected.value + 1}), "2022-02-01")));
  EXPECT_EQ(Answer(world.Decide(first)), "accepted") << "nothing stands in its place any more";
}

TEST(DecideTest, AFactGoesOnNamingWhatWasCorrected) {
  World world;
  MobilityPeriodRecorded longer = Stay();
  longer.from = Day("2023-02-01");
  ASSERT_TRUE(world.Record(world.OfApprentice(Correct(kStay, longer), "2023-05-23")));
  DefenceHeld defence = NewDefence(DefenceKind::kMobility);
  defence.stays = {kStay};
  EXPECT_TRUE(world.Record(world.OfApprentice(defence, "2023-06-30")));
  const Version replacement{kDecision.value + 1};
  EXPECT_EQ(Answer(world.Decide(world.OfApprentice(Void(replacement), "2023-05-23"))),
            "target_in_use");
}

TEST(DecideTest, AnEnrolmentIsVoidedOnlyWhenNothingRestsOnIt) {
  World world;
  EXPECT_EQ(Answer(world.Decide(world.OfCandidate(Void({0}), "2021-06-01"))), "target_in_use");
  EXPECT_EQ(Answer(world.Decide(world.OfApprentice(Void({1}), "2021-09-01"))), "target_in_use");
  EXPECT_EQ(Answer(world.Decide(world.OfCandidate(Void({1}), "2021-09-01"))), "accepted");
}

TEST(TrapTest, T19_OnlyOpenRoutesAreEntered) {
  const std::vector<std::pair<Route, const char*>> rows = {
      {Route::kApprenticeship, "accepted"},       {Route::kContinuingEducation, "accepted"},
      {Route::kProfessionalContract, "accepted"}, {Route::kVae, "accepted"},
      {Route::kStudent, "route_closed"},          {Route::kIndividual, "route_closed"},
  };
  for (const auto& [route, answer] : rows) {
    World world;
    const EnrolmentOpened fact = Enrolment(IdOf<EnrolmentId>(62), route);
    EXPECT_EQ(Answer(world.Decide(world.OfNewcomer(fact, "2024-09-02"))), answer) << ToName(route);
  }
}

struct AwardRow {
  const char* name;
  std::vector<std::string> despite;
  EntryMode entry;
  bool with_reason;
  bool with_approver;
  const char* answer;
};

// What speaks against the award: all three.
TEST(DecideTest, AnAwardDespiteFindingsNamesEachOfThem) {
  const std::vector<std::string> all = {"JURY_IRREGULAR", "REQUIREMENT_UNMET",
                                        "ASSUMPTION_UNSETTLED"};
  const std::vector<AwardRow> rows = {
      {"none named", {}, EntryMode::kLive, true, true, "finding_not_named"},
      {"one left out", {all[0], all[1]}, EntryMode::kLive, true, true, "finding_not_named"},
      {"another left out", {all[0], all[2]}, EntryMode::kLive, true, true, "finding_not_named"},
      {"the third left out", {all[1], all[2]}, EntryMode::kLive, true, true, "finding_not_named"},
      {"no reason", all, EntryMode::kLive, false, true, "reason_missing"},
      {"no approver", all, EntryMode::kLive, true, false, "approver_missing"},
      {"all named, with reason and approver", all, EntryMode::kLive, true, true, "accepted"},
      {"migration is not a licence", {}, EntryMode::kMigration, true, true, "finding_not_named"},
      {"history is recorded as it was", {}, EntryMode::kHistorical, false, false, "accepted"},
      {"history may name one", {all[1]}, EntryMode::kHistorical, false, false, "accepted"},
      {"history may not invent one",
       {"NO_SUCH"},
       EntryMode::kHistorical,
       false,
       false,
       "finding_absent"},
  };
  for (const AwardRow& row : rows) {
    SCOPED_TRACE(row.name);
    World world;
    world.verdict.root.children[0].computed = Outcome::kNotSatisfied;
    world.verdict.conditions_met = false;
    world.verdict.assumptions = {{"pass_mark"}, {"settled"}};
    Command command = world.OfApprentice(Award("ENSAM-1"), "2024-09-01");
    for (const std::string& code : row.despite) command.despite.push_back({code});
    command.by.entry = row.entry;
    if (row.with_reason) command.by.reason = ReasonCode{"board"};
    if (row.with_approver) {
      command.by.approver = Actor{kDirector, ActorRole::kDirector, Assurance::kOsAccount, 1001};
    }
    const Decision decision = world.Decide(command);
    EXPECT_EQ(Answer(decision), row.answer);
    if (const auto* decided = std::get_if<std::vector<Decided>>(&decision)) {
      EXPECT_EQ(std::get<AwardIssued>(decided->front().fact).overridden, command.despite);
    }
  }
}

TEST(DecideTest, AnAppealOnWhichACourtRuledIsNotTakenAwayFromUnderTheRuling) {
  for (const bool named : {true, false}) {
    World world;
    ASSERT_TRUE(world.Record(world.OfApprentice(
        AppealLodged{kEnrolment, kDecision, AppealKind::kToTheCourt}, "2024-08-01")));
    CourtRuled ruled;
    ruled.enrolment = kEnrolment;
    if (named) ruled.appeal = kNext;
    ruled.decision = kDecision;
    ruled.outcome = CourtOutcome::kRejected;
    ruled.scope = RulingScope::kDecision;
    ruled.act = {"TA-1"};
    ASSERT_TRUE(world.Record(world.OfApprentice(ruled, "2024-12-01")));
    EXPECT_EQ(Answer(world.Decide(world.OfApprentice(Void(kNext), "2024-08-01"))),
              named ? "target_in_use" : "accepted");
  }
}

TEST(DecideTest, AnAwardNeedsAJuryOfWhichEveryPresenceIsProven) {
  constexpr Version kAttendance{3};  // Of a member who deliberated.
  const AttendanceSigned left_unsigned{kHead, {}, {}, SignatureMethod::kMissing};
  const struct {
    const char* name;
    std::optional<Fact> afterwards;
    std::vector<FindingCode> despite;
    EntryMode entry;
    const char* answer;
  } kCases[] = {
      {"all signed", {}, {}, EntryMode::kLive, "accepted"},
      {"all signed, and held against it",
       {},
       {{"JURY_IRREGULAR"}},
       EntryMode::kLive,
       "finding_absent"},
      {"one did not sign",
       Correct(kAttendance, left_unsigned),
       {},
       EntryMode::kLive,
       "finding_not_named"},
      {"one is not on the list", Void(kAttendance), {}, EntryMode::kLive, "finding_not_named"},
      {"in spite of it", Void(kAttendance), {{"JURY_IRREGULAR"}}, EntryMode::kLive, "accepted"},
      {"as it was", Void(kAttendance), {}, EntryMode::kHistorical, "accepted"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.name);
    World world;
    if (test.afterwards) {
      world.Append(world.OfJury(kSealedJury, *test.afterwards, "2024-07-10"));
    }
    Command command = world.OfApprentice(Award("ENSAM-1"), "2024-09-01");
    command.despite = test.despite;
    command.by.entry = test.entry;
    command.by.reason = ReasonCode{"board"};
    command.by.approver = Actor{kDirector, ActorRole::kDirector, Assurance::kOsAccount, 1001};
    EXPECT_EQ(Answer(world.Decide(command)), test.answer);
  }
}

TEST(DecideTest, MinutesThatTheChairDidNotSignMakeTheJuryIrregular) {
  using Findings = std::vector<FindingCode>;
  World world;
  world.verdict.on = Day("2024-09-01");
  const Dossier& dossier = world.Stream(SubjectOf(kApprentice));
  const Entry* decided = FindEntry(dossier, kDecision);
  const Held<JuryDecisionRecorded> decision{decided,
                                            std::get_if<JuryDecisionRecorded>(&decided->fact)};
  Reference reference;
  reference.institution = world.Stream(kInstitution);
  FoldedStream& jury = reference.juries[kSealedJury];
  jury = world.Stream(SubjectOf(kSealedJury));
  const auto against = [&] {
    return FindingsAgainst(world.verdict, world.rules, dossier, decision, reference);
  };
  EXPECT_EQ(against(), Findings{});
  Entry& sealed = jury.entries.at(1);
  const Entry as_signed = sealed;
  std::get<MinutesSealed>(sealed.fact).signed_by = {kCompanyTutor};
  EXPECT_EQ(against(), (Findings{{"JURY_IRREGULAR"}}));
  std::get<MinutesSealed>(sealed.fact).signed_by.clear();
  EXPECT_EQ(against(), (Findings{{"JURY_IRREGULAR"}}));
  jury.entries.push_back(as_signed);  // Others hold it too, and are signed.
  EXPECT_EQ(against(), Findings{});
}

TEST(DecideTest, AllThatAnAwardLacksIsToldAtOnce) {
  World world;
  world.verdict.root.children[0].computed = Outcome::kNotSatisfied;
  world.verdict.conditions_met = false;
  world.verdict.assumptions = {{"pass_mark"}};
  Command command = world.OfApprentice(Award("ENSAM-1"), "2024-09-01");
  command.despite = {{"REQUIREMENT_UNMET"}};
  const auto detail = [&] { return std::get<Rejection>(world.Decide(command)).detail.en; };
  EXPECT_NE(detail().find("JURY_IRREGULAR, ASSUMPTION_UNSETTLED"), std::string::npos) << detail();
  EXPECT_EQ(detail().find("REQUIREMENT_UNMET"), std::string::npos) << detail();
  EXPECT_NE(detail().find("--reason"), std::string::npos) << detail();
  EXPECT_NE(detail().find("--approver"), std::string::npos) << detail();
  command.by.reason = ReasonCode{"board"};
  EXPECT_EQ(detail().find("--reason"), std::string::npos) << detail();
  command.by.reason.reset();
  command.despite = {{"JURY_IRREGULAR"}, {"REQUIREMENT_UNMET"}, {"ASSUMPTION_UNSETTLED"}};
  EXPECT_NE(detail().find("--approver"), std::string::npos) << detail();
}

TEST(DecideTest, EachFindingIsAskedOnlyWhenItSpeaksAgainst) {
  struct Row {
    const char* name;
    std::function<void(Verdict&)> change;
    const char* answer;
  };
  const std::vector<Row> rows = {
      {"all clear", [](Verdict&) {}, "accepted"},
      {"a jury requirement of another route",
       [](Verdict& v) { v.root.children[0].computed = Outcome::kNotApplicable; }, "accepted"},
      {"an irregular jury",
       [](Verdict& v) { v.root.children[0].computed = Outcome::kNotSatisfied; },
       "finding_not_named"},
      {"a jury whose lists are not in yet",
       [](Verdict& v) { v.root.children[0].computed = Outcome::kPending; }, "finding_not_named"},
      {"a requirement unmet", [](Verdict& v) { v.conditions_met = false; }, "finding_not_named"},
      {"an assumption unsettled", [](Verdict& v) { v.assumptions = {{"pass_mark"}}; },
       "finding_not_named"},
      {"an assumption that the rules do not know", [](Verdict& v) { v.assumptions = {{"x"}}; },
       "finding_not_named"},
  };
  for (const Row& row : rows) {
    World world;
    row.change(world.verdict);
    EXPECT_EQ(Answer(world.Decide(world.OfApprentice(Award("ENSAM-1"), "2024-09-01"))), row.answer)
        << row.name;
  }
}

// CE, 29 July 1983, n° 31842: only a new deliberation.
TEST(DecideTest, AConditionalAdmissionIsAwardedOnceItsReserveIsLifted) {
  World world;
  const Command award = world.AwardUnderReserve("2024-12-02");
  const Decision refused = world.Decide(award);
  ASSERT_EQ(Answer(refused), "decision_not_favourable");
  EXPECT_EQ(std::get<Rejection>(refused).detail.en,
            "the jury decided: conditional; not lifted: stay, to be lifted by 2024-12-31");

  world.Append(world.OfApprentice(
      ReserveLifted{kEnrolment, kNext, {"stay"}, Authority::kJuryChair, {}}, "2024-12-02"));

  EXPECT_EQ(Answer(world.Decide(award)), "accepted");
  EXPECT_EQ(Answer(world.Decide(world.OfApprentice(award.fact, "2024-12-01"))),
            "decision_not_favourable");
}

TEST(DecideTest, ADecisionIsCorrectedUntilMinutesContainIt) {
  World world;
  ASSERT_TRUE(world.Record(
      world.OfApprentice(JuryDecides(kOpenJury, FinalDecision::kRefused), "2024-09-10")));
  const Version decision{kDecision.value + 1};
  const Command correction = world.OfApprentice(
      Correct(decision, JuryDecides(kOpenJury, FinalDecision::kDeferred)), "2024-09-10");
  EXPECT_EQ(Answer(world.Decide(correction)), "accepted");
  ASSERT_TRUE(world.Record(world.OfJury(
      kOpenJury, MinutesSealed{{kDirector}, {{kApprentice, decision, HashOf(9)}}}, "2024-09-11")));
  EXPECT_EQ(Answer(world.Decide(correction)), "decision_minuted");
  EXPECT_EQ(Answer(world.Decide(world.OfApprentice(Void(decision), "2024-09-10"))),
            "decision_minuted");
  EXPECT_EQ(Answer(world.Decide(world.OfJury(kOpenJury, Void({1}), "2024-09-11"))),
            "never_corrected")
      << "nor are the minutes taken away from under it";
}

}  // namespace
}  // namespace cartulary
