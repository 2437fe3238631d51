#include "projections/reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/fold/editions.h"
#include "core/subjects.h"
#include "tests/projections/projection_suite.h"

namespace cartulary {
namespace {

class ReaderTest : public ProjectionSuite {
 protected:
  ReaderTest() : random_(hasher_, 21) {
    ReadRulesFrom(random_.log());
    while (random_.log().events().size() < 500) random_.Step();
  }

  RegisterReader MustOpen(const StateStore& state, std::optional<Index> as_of = std::nullopt) {
    auto reader = RegisterReader::Open(PortsTo(random_.log()), state, as_of);
    EXPECT_TRUE(reader) << reader.error().detail.en;
    return *reader;
  }
  // The stream as folding the first `size` events gives it.
  FoldedStream FoldedAt(const Subject& subject, std::uint64_t size) {
    FoldedStream stream;
    for (const Event& event : random_.log().events()) {
      if (event.subject != subject || event.index.value >= size) continue;
      EXPECT_TRUE(Fold(stream, event));
    }
    return stream;
  }

  RandomLog random_;
};

TEST_F(ReaderTest, AStreamIsTheSameWhateverTheStateHasTakenIn) {
  const std::uint64_t size = random_.log().events().size();
  std::vector<Subject> subjects{InstitutionSubject(hasher_), SubjectOf(hasher_, kCertification)};
  for (const auto& learner : random_.learners()) subjects.push_back(SubjectOf(learner.id));
  for (const std::uint64_t taken_in : {std::uint64_t{0}, size / 3, size}) {
    const auto state = RebuiltAt(random_.log(), taken_in);
    const RegisterReader at_head = MustOpen(*state);
    const RegisterReader before = MustOpen(*state, Index{size / 2});
    EXPECT_EQ(at_head.size(), size);
    EXPECT_EQ(before.size(), size / 2 + 1);
    EXPECT_TRUE(at_head.at_head());
    EXPECT_TRUE(MustOpen(*state, Index{size - 1}).at_head()) << "the head, by its index";
    EXPECT_FALSE(before.at_head());
    EXPECT_EQ(before.recorded(), random_.log().events().at(size / 2).recorded);
    EXPECT_EQ(before.recorded_date(), random_.log().events().at(size / 2).recorded_date);
    for (const Subject& subject : subjects) {
      EXPECT_EQ(*at_head.LoadStream(subject), FoldedAt(subject, size));
      EXPECT_EQ(*before.LoadStream(subject), FoldedAt(subject, size / 2 + 1));
    }
  }
}

TEST_F(ReaderTest, AnUnknownStreamIsEmpty) {
  const auto state = NewState();
  EXPECT_TRUE(MustOpen(*state).LoadStream(Subject{{1, 2, 3}})->empty());
}

TEST_F(ReaderTest, AnEventThatIsNotThereYetIsNotFound) {
  const auto state = NewState();
  const auto reader =
      RegisterReader::Open(PortsTo(random_.log()), *state, Index{random_.log().events().size()});
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, ErrorCode::kNotFound);
}

TEST_F(ReaderTest, EvaluatedAfreshOnTheHeadsDateItIsTheStoredVerdict) {
  const std::uint64_t size = random_.log().events().size();
  const auto state = RebuiltAt(random_.log(), size);
  const RegisterReader reader = MustOpen(*state);
  int compared = 0;
  EXPECT_TRUE(ScanVerdicts(*state,
                           [&](const LearnerId& learner, const EnrolmentId& enrolment,
                               const VerdictRow& row) -> Result<Visit> {
                             const auto fresh = reader.EvaluateNow(
                                 learner, enrolment, {reader.recorded_date(), {}, nullptr});
                             EXPECT_TRUE(fresh) << fresh.error().detail.en;
                             EXPECT_EQ(VerdictRowOf(fresh->verdict), row);
                             ++compared;
                             return Visit::kGoOn;
                           }));
  EXPECT_GT(compared, 5);
}

TEST_F(ReaderTest, AsOfAnEventItIsTheVerdictThatWasStoredThen) {
  const auto then = RebuiltAt(random_.log(), 300);
  const auto now = RebuiltAt(random_.log(), random_.log().events().size());
  const RegisterReader reader = MustOpen(*now, Index{299});
  EXPECT_TRUE(ScanVerdicts(*then,
                           [&](const LearnerId& learner, const EnrolmentId& enrolment,
                               const VerdictRow& row) -> Result<Visit> {
                             const auto fresh = reader.EvaluateNow(
                                 learner, enrolment, {reader.recorded_date(), {}, nullptr});
                             EXPECT_TRUE(fresh) << fresh.error().detail.en;
                             EXPECT_EQ(VerdictRowOf(fresh->verdict), row);
                             return Visit::kGoOn;
                           }));
}

TEST_F(ReaderTest, RulesCanBeChosen) {
  const auto state = RebuiltAt(random_.log(), random_.log().events().size());
  const RegisterReader reader = MustOpen(*state);
  const Date on = reader.recorded_date();
  std::optional<std::pair<LearnerId, EnrolmentId>> some;
  EXPECT_TRUE(ScanVerdicts(*state,
                           [&](const LearnerId& learner, const EnrolmentId& enrolment,
                               const VerdictRow&) -> Result<Visit> {
                             some = {learner, enrolment};
                             return Visit::kStop;
                           }));
  ASSERT_TRUE(some);
  const auto evaluate = [&](const EvaluateOptions& options) {
    return reader.EvaluateNow(some->first, some->second, options);
  };

  const auto judged = evaluate({on, {}, nullptr});
  const auto applied_to = FindAppliedRevision(
      *reader.LoadStream(SubjectOf(hasher_, kCertification)), judged->verdict.edition);
  EXPECT_EQ(judged->verdict.revision, applied_to->number);
  EXPECT_EQ(evaluate({on, 2, nullptr})->verdict.revision, 2u);
  EXPECT_EQ(evaluate({on, 999, nullptr}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(evaluate({on, {}, judged->rules})->verdict.revision, 0u);
}

TEST_F(ReaderTest, WhatCannotBeEvaluatedIsNotFound) {
  const auto state = NewState();
  const RegisterReader reader = MustOpen(*state);
  const Date on = reader.recorded_date();
  EXPECT_EQ(reader.EvaluateNow({{1}}, {{2}}, {on, {}, nullptr}).error().code, ErrorCode::kNotFound);
}

TEST_F(ReaderTest, FromTheDayOfTheMergerWhoGoesOnIsJudgedByBothRegistrations) {
  const LearnerId survivor = random_.RegisterLearner(), other = random_.RegisterLearner();
  const Date entry = *Date::Parse("2024-09-02"), day = *Date::Parse("2025-03-01");
  RandomLog::Learner of_survivor{survivor, {}}, of_other{other, {}};
  random_.OpenEnrolment(of_survivor, entry);
  const EnrolmentId second = random_.OpenEnrolment(of_other, entry);
  random_.Add(StreamKind::kLearner, SubjectOf(survivor), LearnersMerged{other, true, {}}, day);
  random_.Add(StreamKind::kLearner, SubjectOf(other), LearnersMerged{survivor, false, {}}, day);
  const auto state = NewState();
  const RegisterReader reader = MustOpen(*state);
  const Date before{day.days - 1};

  for (const LearnerId& asked : {survivor, other}) {
    EXPECT_EQ(reader.LoadDossier(asked, before)->subject, SubjectOf(asked));
    EXPECT_EQ(reader.LoadDossier(asked, day)->subject, SubjectOf(survivor));
    EXPECT_EQ(EnrolmentsOn(*reader.LoadDossier(asked, day), day).size(), 2u);
    const auto evaluated = reader.EvaluateNow(asked, second, {day, {}, {}});
    ASSERT_TRUE(evaluated) << evaluated.error().detail.en;
    EXPECT_EQ(evaluated->verdict.learner, survivor);
  }
  EXPECT_FALSE(reader.EvaluateNow(survivor, second, {before, {}, {}}));
  EXPECT_EQ(reader.EvaluateNow(other, second, {before, {}, {}})->verdict.learner, other);
}

TEST_F(ReaderTest, TheLastEventRecordedByAnInstantIsFound) {
  const auto& events = random_.log().events();
  for (const std::size_t i :
       {std::size_t{0}, std::size_t{1}, events.size() / 2, events.size() - 1}) {
    EXPECT_EQ(*FindLastRecorded(random_.log(), events[i].recorded), events[i].index);
  }
  EXPECT_FALSE(*FindLastRecorded(random_.log(), Instant{events[0].recorded.micros - 1}));
  EXPECT_EQ(*FindLastRecorded(random_.log(), Instant{~std::uint64_t{0}}), events.back().index);
}

TEST_F(ReaderTest, RulesThatTheLogDoesNotHaveAreAnIntegrityError) {
  const auto missing = rules_->Load(Hash{{1}});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kIntegrity);
  random_.log().AddBlob(Hash{{2}}, "not: rules\n");
  EXPECT_EQ(rules_->Load(Hash{{2}}).error().code, ErrorCode::kIntegrity);
}

// Also by convocations that were voided since: as of an earlier moment they stand.
TEST_F(ReaderTest, WhoConvenedALearnerIsFoundWithoutReadingEveryJury) {
  const LearnerId learner = random_.RegisterLearner();
  const EnrolmentId enrolment{{7}};
  const JuryId convening = random_.AppointJury();
  const JuryId other = random_.AppointJury();
  const Version version = random_.Add(StreamKind::kJury, SubjectOf(convening),
                                      CandidateConvened{learner, enrolment}, random_.today());
  random_.Add(StreamKind::kJury, SubjectOf(convening),
              FactVoided{version, CorrectionGround::kEntryError, Authority::kRegistrar},
              random_.today());
  const auto state = NewState();
  MustCatchUp(random_.log(), *state);
  EXPECT_EQ(*FindConvening(*state, learner), std::vector<JuryId>{convening});
  EXPECT_NE(convening, other);
}

}  // namespace
}  // namespace cartulary
