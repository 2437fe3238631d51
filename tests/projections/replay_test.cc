#include "projections/replay.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/fold/editions.h"
#include "core/fold/terms.h"
#include "core/subjects.h"
#include "tests/projections/projection_suite.h"
#include "tests/projections/thread_executor.h"

namespace cartulary {
namespace {

class ReplayTest : public ProjectionSuite {
 protected:
  ReplayTest() : random_(hasher_, 34) {
    ReadRulesFrom(random_.log());
    while (random_.log().events().size() < 900) random_.Step();
    on_ = random_.log().events().back().recorded_date;
    state_ = RebuiltAt(random_.log(), random_.log().events().size());
  }

  RegisterReader MustOpen(std::optional<Index> as_of = std::nullopt) {
    return *RegisterReader::Open(PortsTo(random_.log()), *state_, as_of);
  }
  // The rules applied to the first edition, with one assumption set otherwise.
  std::shared_ptr<const Referential> With(const std::string& assumption, const std::string& value) {
    const FoldedStream stream = *MustOpen().LoadStream(SubjectOf(hasher_, kCertification));
    const auto revision = FindRevision(stream, 1);
    const auto text = random_.log().FindBlob(revision->text);
    LoadedRules loaded = loader_.LoadWith(**text, {{AssumptionCode{assumption}, value}});
    const auto* rules = std::get_if<Referential>(&loaded);
    EXPECT_NE(rules, nullptr);
    return std::make_shared<const Referential>(*rules);
  }
  ReplayReport MustReplay(const std::shared_ptr<const Referential>& rules, Executor& executor,
                          std::optional<Index> as_of = std::nullopt) {
    const auto report =
        Replay(PortsTo(random_.log(), executor), *state_, MustOpen(as_of),
               {.rules = rules, .revision = 0, .on = on_, .text = {}, .settings = {}});
    EXPECT_TRUE(report) << report.error().detail.en;
    return *report;
  }

  RandomLog random_;
  Date on_;
  std::unique_ptr<StateStore> state_;
};

TEST_F(ReplayTest, NamesWhoDiffersWhenEachIsJudgedAloneAndNobodyElse) {
  std::size_t differing = 0;
  for (const auto& [assumption, value] :
       {std::pair("pass_mark", "14"), {"pass_mark", "6"}, {"floor_mark", "11"}}) {
    const auto rules = With(assumption, value);
    const ReplayReport report = MustReplay(rules, serial_);
    std::map<std::pair<LearnerId, EnrolmentId>, Impact> named;
    for (const Impact& impact : report.impacts) {
      named.emplace(std::pair(impact.learner, impact.enrolment), impact);
    }
    EXPECT_EQ(named.size(), report.impacts.size());
    differing += named.size();
    const RegisterReader reader = MustOpen();
    std::uint64_t judged = 0;
    ASSERT_TRUE(ScanVerdicts(
        *state_,
        [&](const LearnerId& learner, const EnrolmentId& enrolment,
            const VerdictRow& row) -> Result<Visit> {
          if (row.certification != kCertification || row.edition != rules->edition.code) {
            return Visit::kGoOn;
          }
          ++judged;
          const auto before = reader.EvaluateNow(learner, enrolment, {on_, std::nullopt, nullptr});
          const auto after = reader.EvaluateNow(learner, enrolment, {on_, std::nullopt, rules});
          EXPECT_TRUE(before && after);
          const auto alone = ImpactOf(before->verdict, after->verdict, before->dossier);
          const auto found = named.find({learner, enrolment});
          EXPECT_EQ(alone.has_value(), found != named.end());
          if (alone && found != named.end()) {
            EXPECT_EQ(*alone, found->second);
          }
          return Visit::kGoOn;
        }));
    EXPECT_EQ(report.enrolments, judged);
  }
  EXPECT_GT(differing, 0U) << "the log holds nobody whom the rules concern";
}

TEST_F(ReplayTest, AnyNumberOfThreadsGivesTheSameDigest) {
  const auto rules = With("floor_mark", "11");
  const Hash one = DigestOf(MustReplay(rules, serial_), hasher_);
  for (const std::size_t threads : {2U, 7U}) {
    ThreadExecutor executor(threads);
    EXPECT_EQ(DigestOf(MustReplay(rules, executor), hasher_), one) << threads << " threads";
  }
}

TEST_F(ReplayTest, OtherRulesOrAnotherDateGiveAnotherDigest) {
  const ReplayReport report = MustReplay(With("floor_mark", "11"), serial_);
  ASSERT_FALSE(report.impacts.empty());
  const Hash digest = DigestOf(report, hasher_);
  EXPECT_NE(DigestOf(MustReplay(With("floor_mark", "0"), serial_), hasher_), digest);
  ReplayReport later = report;
  ++later.on.days;
  EXPECT_NE(DigestOf(later, hasher_), digest);
  ReplayReport of_another_text = report;
  of_another_text.text.bytes[0] ^= 1;
  EXPECT_NE(DigestOf(of_another_text, hasher_), digest);
  ReplayReport with_a_setting = report;
  with_a_setting.settings[AssumptionCode{"resit"}] = "best";
  EXPECT_NE(DigestOf(with_a_setting, hasher_), digest);
}

TEST_F(ReplayTest, AsOfAnEarlierEventSeesNothingOfWhatCameAfter) {
  const Index cut{random_.log().events().size() / 2};
  const auto rules = With("floor_mark", "11");
  const ReplayReport earlier = MustReplay(rules, serial_, cut);
  const auto state = RebuiltAt(random_.log(), cut.value + 1);
  const auto reader = RegisterReader::Open(PortsTo(random_.log()), *state, cut);
  const auto as_it_was = Replay(PortsTo(random_.log()), *state, *reader, {rules, 0, on_, {}, {}});
  ASSERT_TRUE(as_it_was);
  EXPECT_EQ(DigestOf(earlier, hasher_), DigestOf(*as_it_was, hasher_));
  EXPECT_LT(earlier.enrolments, MustReplay(rules, serial_).enrolments);
}

TEST_F(ReplayTest, RulesOfAnEditionThatIsNotPublishedAreNotFound) {
  auto rules = *With("pass_mark", "14");
  rules.edition.code.text = "1999";
  const auto report =
      Replay(PortsTo(random_.log()), *state_, MustOpen(),
             {std::make_shared<const Referential>(std::move(rules)), 0, on_, {}, {}});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace cartulary
