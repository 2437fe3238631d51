#include "projections/afresh.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/fold/join.h"
#include "core/subjects.h"
#include "tests/projections/projection_suite.h"
#include "tests/projections/thread_executor.h"

namespace cartulary {
namespace {

class AfreshTest : public ProjectionSuite {
 protected:
  AfreshTest() : random_(hasher_, 61) {
    ReadRulesFrom(random_.log());
    while (random_.log().events().size() < 900) random_.Step();
    AddAndVoid();
    size_ = random_.log().events().size();
    state_ = RebuiltAt(random_.log(), size_);
  }

  // An enrolment and an award that are there for two events, and never were so.
  void AddAndVoid() {
    const Subject learner = SubjectOf(random_.RegisterLearner());
    const auto add = [&](Fact fact) {
      return random_.Add(StreamKind::kLearner, learner, std::move(fact), random_.today());
    };
    EnrolmentOpened opened;
    opened.enrolment = EnrolmentId{{9}};
    opened.certification = kCertification;
    opened.route = Route::kApprenticeship;
    opened.campus = CampusCode{"AIX"};
    opened.cohort = CohortCode{"2022"};
    opened.edition = kEdition;
    AwardIssued issued;
    issued.number = AwardNumber{"VOIDED-1"};
    issued.enrolment = opened.enrolment;
    issued.certification = kCertification;
    const Version enrolment = add(opened);
    const Version award = add(issued);
    add(FactVoided{award, CorrectionGround::kEntryError, Authority::kRegistrar});
    add(FactVoided{enrolment, CorrectionGround::kEntryError, Authority::kRegistrar});
  }

  RegisterReader MustOpen(std::optional<Index> as_of = std::nullopt) {
    return *RegisterReader::Open(PortsTo(random_.log()), *state_, as_of);
  }
  FreshBoard MustJudge(const RegisterReader& reader, const BoardQuestion& question,
                       Executor& executor) {
    auto board = JudgeBoard(PortsTo(random_.log(), executor), *state_, reader, question);
    EXPECT_TRUE(board) << board.error().detail.en;
    return *std::move(board);
  }
  FreshBoard MustJudge(const RegisterReader& reader, const BoardQuestion& question) {
    return MustJudge(reader, question, serial_);
  }

  RandomLog random_;
  std::uint64_t size_ = 0;
  std::unique_ptr<StateStore> state_;
};

std::vector<BoardRow> Sorted(std::vector<BoardRow> rows) {
  std::ranges::sort(rows, {}, [](const BoardRow& row) { return BoardKey(row); });
  return rows;
}

std::vector<BoardRow> StoredBoard(const StateStore& state) {
  std::vector<BoardRow> rows;
  EXPECT_TRUE(ScanBoard(state, {}, [&](const BoardRow& row) -> Result<Visit> {
    rows.push_back(row);
    return Visit::kGoOn;
  }));
  return rows;
}

// Also of enrolments that were voided, and of registrations that were merged, since.
TEST_F(AfreshTest, AsOfAnyEventTheBoardIsTheOneThatWasStoredThen) {
  std::size_t rows = 0;
  std::size_t gone = 0;  // Enrolments that stood then, and do not now.
  const auto now = StoredBoard(*state_);
  for (const std::uint64_t size : {std::uint64_t{40}, size_ / 3, size_ / 2, size_ - 2, size_}) {
    const auto then = RebuiltAt(random_.log(), size);
    const RegisterReader reader = MustOpen(Index{size - 1});
    const auto board = MustJudge(reader, {.on = reader.recorded_date()});
    const auto stored = StoredBoard(*then);
    EXPECT_EQ(Sorted(board.rows), stored) << "after " << size << " events";
    rows += stored.size();
    for (const BoardRow& row : stored) {
      gone += std::ranges::none_of(now, [&](const BoardRow& other) {
        return other.learner == row.learner && other.enrolment == row.enrolment;
      });
    }
  }
  EXPECT_GT(rows, 50U);
  EXPECT_GT(gone, 0U) << "nothing shows that the stored board would not do";
}

TEST_F(AfreshTest, AsOfAnyEventTheAwardsAreThoseThatWereStoredThen) {
  std::size_t gone = 0;
  const auto now = AwardsSeen(PortsTo(random_.log()), *state_, MustOpen());
  ASSERT_TRUE(now);
  for (const std::uint64_t size : {size_ / 4, size_ / 2, size_ - 2, size_ - 1, size_}) {
    const auto then = RebuiltAt(random_.log(), size);
    std::vector<AwardRow> stored;
    EXPECT_TRUE(ScanAwards(*then, [&](const AwardRow& row) -> Result<Visit> {
      stored.push_back(row);
      return Visit::kGoOn;
    }));
    const auto seen = AwardsSeen(PortsTo(random_.log()), *state_, MustOpen(Index{size - 1}));
    ASSERT_TRUE(seen) << seen.error().detail.en;
    EXPECT_EQ(*seen, stored) << "after " << size << " events";
    for (const AwardRow& row : stored) {
      gone += std::ranges::none_of(
          *now, [&](const AwardRow& other) { return other.version == row.version; });
    }
  }
  EXPECT_GT(now->size(), 2U);
  EXPECT_GT(gone, 0U) << "nothing shows that the stored rows would not do";
}

TEST_F(AfreshTest, AnyNumberOfThreadsGivesTheSameBoard) {
  const RegisterReader reader = MustOpen(Index{size_ / 2});
  const BoardQuestion question{.on = reader.recorded_date()};
  const auto one = MustJudge(reader, question).rows;
  for (const std::size_t threads : {2U, 7U}) {
    ThreadExecutor executor(threads);
    EXPECT_EQ(MustJudge(reader, question, executor).rows, one) << threads << " threads";
  }
}

TEST_F(AfreshTest, RulesThatAreAskedForJudgeTheEnrolmentsOfTheirEditionAndNoOther) {
  const RegisterReader reader = MustOpen();
  const Date on = reader.recorded_date();
  const FoldedStream referential = *reader.LoadStream(SubjectOf(hasher_, kCertification));
  const auto revision = FindAppliedRevision(referential, kEdition);
  ASSERT_TRUE(revision);
  // The text of the one edition serves here for both: what differs is whom it binds.
  for (const EditionCode& edition : {kEdition, kNextEdition, EditionCode{"1999"}}) {
    auto rules = **rules_->Load(revision->text);
    rules.edition.code = edition;
    const auto board = MustJudge(
        reader,
        {.on = on,
         .rules = BindingRules{*revision, std::make_shared<const Referential>(std::move(rules))}});
    std::size_t bound = 0;
    std::size_t others = 0;
    for (const auto& learner : random_.learners()) {
      const Dossier own = *reader.LoadStream(SubjectOf(learner.id));
      if (SurvivorOf(own, on)) continue;
      const Dossier dossier = *reader.LoadDossier(learner.id, on);
      for (const auto& opened : EnrolmentsOn(dossier, on)) {
        const auto terms = TermsOf(dossier, opened->enrolment, on);
        const bool binds = opened->certification == kCertification && terms->edition == edition;
        ++(binds ? bound : others);
      }
    }
    EXPECT_EQ(board.rows.size(), bound) << edition.text;
    EXPECT_EQ(board.not_bound, others) << edition.text;
  }
}

TEST_F(AfreshTest, OnlyWhatTheFilterNamesIsJudged) {
  const RegisterReader reader = MustOpen();
  const BoardQuestion all{.on = reader.recorded_date()};
  BoardQuestion some = all;
  some.of.campus = CampusCode{"AIX"};
  some.of.cohort = CohortCode{"2022"};
  auto expected = MustJudge(reader, all).rows;
  std::erase_if(expected, [](const BoardRow& row) {
    return row.campus.text != "AIX" || row.cohort.text != "2022";
  });
  EXPECT_FALSE(expected.empty());
  EXPECT_EQ(MustJudge(reader, some).rows, expected);
}

}  // namespace
}  // namespace cartulary
