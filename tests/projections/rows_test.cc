#include "projections/rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/subjects.h"
#include "projections/lookups.h"
#include "projections/reader.h"
#include "tests/projections/projection_suite.h"

namespace cartulary {
namespace {

class RowsTest : public ProjectionSuite {
 protected:
  RowsTest() : random_(hasher_, 1), state_(NewState()) { ReadRulesFrom(random_.log()); }

  LearnerId AddLearner(std::uint8_t number) {
    const LearnerId learner{{number}};
    random_.Add(StreamKind::kLearner, SubjectOf(learner), LearnerRegistered{NumberOf(number)},
                random_.today());
    return learner;
  }
  EnrolmentId Enrol(const LearnerId& learner, Date entry, const char* cohort = "2021") {
    const EnrolmentId enrolment{learner.bytes};
    random_.Add(StreamKind::kLearner, SubjectOf(learner), Opened(enrolment, cohort), entry);
    return enrolment;
  }
  static EnrolmentOpened Opened(const EnrolmentId& enrolment, const char* cohort) {
    return {.enrolment = enrolment,
            .certification = kCertification,
            .route = Route::kApprenticeship,
            .campus = {"AIX"},
            .cohort = {cohort},
            .qualification = {"BUT"},
            .level = 6,
            .edition = kEdition};
  }
  Version Void(StreamKind kind, const Subject& subject, Version target, Date effective) {
    return random_.Add(kind, subject,
                       FactVoided{target, CorrectionGround::kEntryError, Authority::kRegistrar},
                       effective);
  }
  Version Correct(StreamKind kind, const Subject& subject, Version target, PlainFact fact) {
    return random_.Add(kind, subject,
                       FactCorrected{target, std::move(fact), CorrectionGround::kEntryError,
                                     Authority::kRegistrar},
                       random_.today());
  }
  static Lookup NumberOf(std::uint8_t number) { return Lookup{Hash{{number, 9}}}; }

  // Brings the state up to date and compares it with a rebuilt one.
  void Settle() {
    MustCatchUp(random_.log(), *state_);
    ExpectSame(*state_, *RebuiltAt(random_.log(), random_.log().events().size()));
  }
  std::vector<BoardRow> Board(const BoardFilter& filter = {}) {
    std::vector<BoardRow> rows;
    EXPECT_TRUE(ScanBoard(*state_, filter, [&](const BoardRow& row) -> Result<Visit> {
      rows.push_back(row);
      return Visit::kGoOn;
    }));
    return rows;
  }

  RandomLog random_;
  std::unique_ptr<StateStore> state_;
};

TEST_F(RowsTest, ALearnerIsFoundByTheNumberThatStands) {
  const LearnerId learner = AddLearner(1);
  Settle();
  EXPECT_EQ(*FindLearner(*state_, NumberOf(1)), learner);
  EXPECT_FALSE(*FindLearner(*state_, NumberOf(2)));

  Correct(StreamKind::kLearner, SubjectOf(learner), {0}, LearnerRegistered{NumberOf(2)});
  Settle();
  EXPECT_FALSE(*FindLearner(*state_, NumberOf(1)));
  EXPECT_EQ(*FindLearner(*state_, NumberOf(2)), learner);
}

TEST_F(RowsTest, ANumberHeldTwiceShowsBothHolders) {
  const LearnerId first = AddLearner(1);
  const LearnerId second{{2}};
  random_.Add(StreamKind::kLearner, SubjectOf(second), LearnerRegistered{NumberOf(1)},
              random_.today());
  Settle();
  EXPECT_EQ(*FindHolders(*state_, LookupKind::kStudentNumber, NumberOf(1)),
            (std::vector<Subject>{SubjectOf(first), SubjectOf(second)}));

  Void(StreamKind::kLearner, SubjectOf(first), {0}, random_.today());
  Settle();
  EXPECT_EQ(*FindHolders(*state_, LookupKind::kStudentNumber, NumberOf(1)),
            std::vector<Subject>{SubjectOf(second)});
}

TEST_F(RowsTest, PersonsJuriesCertificatesAndEnrolmentsAreFound) {
  const PersonId person{{7}};
  random_.Add(StreamKind::kPerson, SubjectOf(person), PersonRegistered{NumberOf(7)},
              random_.today());
  const JuryId jury = random_.AppointJury();
  const LearnerId learner = AddLearner(3);
  const EnrolmentId enrolment = Enrol(learner, random_.today());
  LanguageCertificateRecorded certificate;
  certificate.number = NumberOf(8);
  random_.Add(StreamKind::kLearner, SubjectOf(learner), certificate, random_.today());
  Settle();

  EXPECT_EQ(*FindPerson(*state_, NumberOf(7)), person);
  EXPECT_FALSE(*FindLearner(*state_, NumberOf(7))) << "a staff number is not a student number";
  EXPECT_EQ(*FindJury(*state_, {"JD-0"}), jury);
  EXPECT_FALSE(*FindJury(*state_, {"JD-"})) << "a prefix of a code is another code";
  EXPECT_EQ(*FindHolders(*state_, LookupKind::kCertificateNumber, NumberOf(8)),
            std::vector<Subject>{SubjectOf(learner)});
  EXPECT_EQ(*FindLearner(*state_, enrolment), learner);
}

TEST_F(RowsTest, TheBoardHasARowForEachEnrolmentAndSaysWhatIsMissing) {
  const LearnerId learner = AddLearner(1);
  const EnrolmentId enrolment = Enrol(learner, random_.today());
  Settle();

  const auto rows = Board();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].learner, learner);
  EXPECT_EQ(rows[0].enrolment, enrolment);
  EXPECT_EQ(rows[0].standing, CertificationStanding::kInProgress);
  EXPECT_FALSE(rows[0].conditions_met);
  const auto misses = [&](const char* requirement) {
    return std::ranges::any_of(rows[0].missing, [&](const MissingRow& missing) {
      return missing.requirement.text == requirement;
    });
  };
  EXPECT_TRUE(misses("english"));
  EXPECT_TRUE(misses("mobility_length"));
  EXPECT_FALSE(misses("award")) << "only the smallest parts are listed";

  const auto verdict = FindVerdict(*state_, learner, enrolment);
  ASSERT_TRUE(verdict);
  ASSERT_TRUE(*verdict);
  EXPECT_EQ((*verdict)->revision, 1u);
  EXPECT_EQ((*verdict)->nodes.front().requirement.text, "award");
  EXPECT_GT((*verdict)->nodes.size(), rows[0].missing.size());
}

TEST_F(RowsTest, ACorrectedEnrolmentMovesToItsCohort) {
  const LearnerId learner = AddLearner(1);
  const EnrolmentId enrolment = Enrol(learner, random_.today(), "2021");
  Settle();
  ASSERT_EQ(Board({.certification = kCertification,
                   .campus = CampusCode{"AIX"},
                   .cohort = CohortCode{"2021"}})
                .size(),
            1u);

  Correct(StreamKind::kLearner, SubjectOf(learner), {1}, Opened(enrolment, "2022"));
  Settle();

  EXPECT_EQ(Board({{}, {}, CohortCode{"2021"}}).size(), 0u);
  EXPECT_EQ(Board({{}, {}, CohortCode{"2022"}}).size(), 1u);
  EXPECT_EQ(Board({{}, CampusCode{"LILLE"}, {}}).size(), 0u);
}

TEST_F(RowsTest, AVoidedEnrolmentLeavesBoardAndVerdicts) {
  const LearnerId learner = AddLearner(1);
  const EnrolmentId enrolment = Enrol(learner, random_.today());
  Settle();
  ASSERT_EQ(Board().size(), 1u);

  Void(StreamKind::kLearner, SubjectOf(learner), {1}, random_.today());
  Settle();

  EXPECT_EQ(Board().size(), 0u);
  EXPECT_FALSE(*FindVerdict(*state_, learner, enrolment));
}

TEST_F(RowsTest, AnEnrolmentOfTheFutureAppearsOnItsEntryDate) {
  const LearnerId learner = AddLearner(1);
  const Date entry{random_.today().days + 90};
  Enrol(learner, entry);
  Settle();
  EXPECT_EQ(Board().size(), 0u);
  EXPECT_TRUE(*state_->Get(Table::kDue, DueKey(entry, learner)));

  // Somebody else's event, on the day before and on the day itself.
  const Subject other{{99}};
  random_.log().Add(StreamKind::kPerson, other, PersonRegistered{}, entry, {entry.days - 1});
  Settle();
  EXPECT_EQ(Board().size(), 0u);
  random_.log().Add(StreamKind::kPerson, {{98}}, PersonRegistered{}, entry, entry);
  Settle();
  EXPECT_EQ(Board().size(), 1u);
  EXPECT_FALSE(*state_->Get(Table::kDue, DueKey(entry, learner)));
}

TEST_F(RowsTest, TheRegisterKeepsAnAwardThatCountsNoMoreFromADateOn) {
  const LearnerId learner = AddLearner(1);
  AwardIssued award;
  award.enrolment = Enrol(learner, random_.today());
  award.number = {"ENSAM-1"};
  award.certification = kCertification;
  award.revision = 1;
  const Subject subject = SubjectOf(learner);
  const Version issued = random_.Add(StreamKind::kLearner, subject, award, random_.today());
  award.number = {"ENSAM-11"};
  const Version mistaken = random_.Add(StreamKind::kLearner, subject, award, random_.today());
  Settle();
  EXPECT_EQ(FindAwards(*state_, {"ENSAM-1"})->size(), 1u);

  const Date later{random_.today().days + 30};
  Void(StreamKind::kLearner, subject, issued, later);
  Void(StreamKind::kLearner, subject, mistaken, random_.today());
  Settle();

  const auto rows = FindAwards(*state_, {"ENSAM-1"});
  ASSERT_EQ(rows->size(), 1u);
  EXPECT_EQ(rows->front().learner, learner);
  EXPECT_EQ(rows->front().issued, random_.today());
  EXPECT_EQ(rows->front().voided_from, later);
  EXPECT_EQ(FindAwards(*state_, {"ENSAM-11"})->size(), 0u) << "it never was so";
  std::size_t count = 0;
  EXPECT_TRUE(ScanAwards(*state_, [&](const AwardRow&) -> Result<Visit> {
    ++count;
    return Visit::kGoOn;
  }));
  EXPECT_EQ(count, 1u);
}

TEST_F(RowsTest, TheAwardRegisterShowsAWithdrawalUntilItIsUndone) {
  const LearnerId learner = AddLearner(1);
  AwardIssued award;
  award.enrolment = Enrol(learner, random_.today());
  award.number = {"ENSAM-1"};
  award.certification = kCertification;
  const Subject subject = SubjectOf(learner);
  const Version issued = random_.Add(StreamKind::kLearner, subject, award, random_.today());
  const auto withdrawn_from = [&] {
    Settle();
    return FindAwards(*state_, {"ENSAM-1"})->at(0).withdrawn_from;
  };
  EXPECT_EQ(withdrawn_from(), std::nullopt);

  const Date later{random_.today().days + 30};
  const Version withdrawal = random_.Add(
      StreamKind::kLearner, subject,
      AwardWithdrawn{award.enrolment, issued, WithdrawalGround::kFraud, Authority::kCourt, {"TA"}},
      later);
  EXPECT_EQ(withdrawn_from(), later);

  random_.Add(StreamKind::kLearner, subject,
              AwardReinstated{award.enrolment, withdrawal, Authority::kCourt, {"CAA"}},
              Date{later.days + 30});
  EXPECT_EQ(withdrawn_from(), std::nullopt);
}

TEST_F(RowsTest, DueKeysSortByDate) {
  const LearnerId learner{{200}};
  EXPECT_LT(DueKey({-1}, learner), DueKey({0}, learner));
  EXPECT_LT(DueKey({255}, learner), DueKey({256}, learner));
  for (const std::int32_t days : {-40000, -1, 0, 255, 256, 80000}) {
    EXPECT_EQ(DateOfDueKey(DueKey({days}, learner))->days, days);
    EXPECT_EQ(*LearnerOfKey(DueKey({days}, learner)), learner);
  }
  EXPECT_FALSE(DateOfDueKey("d"));
  EXPECT_FALSE(LearnerOfKey("short"));
}

TEST_F(RowsTest, RowsComeBackAndDamagedOnesAreRefused) {
  const LearnerId learner = AddLearner(1);
  const EnrolmentId enrolment = Enrol(learner, random_.today());
  Settle();
  const VerdictRow verdict = **FindVerdict(*state_, learner, enrolment);
  const BoardRow board = Board().front();
  EXPECT_EQ(*DecodeVerdictRow(EncodeRow(verdict)), verdict);
  EXPECT_EQ(*DecodeBoardRow(EncodeRow(board)), board);
  const std::string bytes = EncodeRow(verdict);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(DecodeVerdictRow(std::string_view(bytes).substr(0, size)));
  }
  EXPECT_FALSE(DecodeAwardRow("\x02"));
}

// The design promises it, and the state is neither encrypted nor erased.
TEST_F(RowsTest, StoredDossiersOfAHundredFactsStaySmall) {
  for (int i = 0; i < 74; ++i) random_.PlanAssessment();
  for (int i = 0; i < 34; ++i) random_.RegisterPerson();
  for (int i = 0; i < 100; ++i) random_.AddWholeDossier();
  Settle();
  std::vector<std::size_t> sizes;
  std::size_t facts = 0;
  EXPECT_TRUE(ScanDossiers(*state_, [&](Dossier&& dossier) -> Result<Visit> {
    facts += dossier.entries.size();
    sizes.push_back((*state_->Get(Table::kDossiers, SubjectKey(dossier.subject)))->size());
    return Visit::kGoOn;
  }));
  ASSERT_EQ(sizes.size(), 100u);
  std::ranges::sort(sizes);
  RecordProperty("median_bytes", static_cast<int>(sizes[50]));
  RecordProperty("facts_each", static_cast<int>(facts / 100));
  EXPECT_GT(facts / 100, 85u);
  EXPECT_LT(sizes[50], 2560u);
}

}  // namespace
}  // namespace cartulary
