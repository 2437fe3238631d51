#include "projections/replay.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "core/fold/editions.h"
#include "core/fold/terms.h"
#include "core/subjects.h"
#include "tests/projections/projection_suite.h"
#include "tests/projections/stopping_watch.h"
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
       {std::pair("pass_mark", "14"), {"pass_mark", "8"}, {"floor_mark", "10"}}) {
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
  const auto rules = With("floor_mark", "10");
  const Hash one = DigestOf(MustReplay(rules, serial_), hasher_);
  for (const std::size_t threads : {2U, 7U}) {
    ThreadExecutor executor(threads);
    EXPECT_EQ(DigestOf(MustReplay(rules, executor), hasher_), one) << threads << " threads";
  }
}

TEST_F(ReplayTest, TheWatchIsToldOfEachLearnerAndStopsIt) {
  const auto rules = With("floor_mark", "10");
  const std::size_t citing = FindCiting(*state_, SubjectOf(hasher_, kCertification))->size();
  ASSERT_GT(citing, 3U);
  for (const bool stops : {false, true}) {
    StoppingWatch watch(stops ? citing / 2 : 10 * citing);
    ProjectionPorts ports = PortsTo(random_.log());
    ports.watch = &watch;
    const auto report =
        Replay(ports, *state_, MustOpen(),
               {.rules = rules, .revision = 0, .on = on_, .text = {}, .settings = {}});
    EXPECT_EQ(report.has_value(), !stops);
    if (stops) {
      EXPECT_EQ(report.error().code, ErrorCode::kWorld);
    } else {
      EXPECT_GE(watch.done(), citing);  // Survivors of mergers may be asked once more.
    }
  }
}

TEST_F(ReplayTest, OtherRulesOrAnotherDateGiveAnotherDigest) {
  const ReplayReport report = MustReplay(With("floor_mark", "10"), serial_);
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
  const auto rules = With("floor_mark", "10");
  const ReplayReport earlier = MustReplay(rules, serial_, cut);
  const auto state = RebuiltAt(random_.log(), cut.value + 1);
  const auto reader = RegisterReader::Open(PortsTo(random_.log()), *state, cut);
  const auto as_it_was = Replay(PortsTo(random_.log()), *state, *reader, {rules, 0, on_, {}, {}});
  ASSERT_TRUE(as_it_was);
  EXPECT_EQ(DigestOf(earlier, hasher_), DigestOf(*as_it_was, hasher_));
  EXPECT_LT(earlier.enrolments, MustReplay(rules, serial_).enrolments);
}

// A replay is handed a log that it cannot append to, and a state that it cannot write.
static_assert(std::is_same_v<decltype(ProjectionPorts::log), const EventLog&>);
static_assert(std::is_invocable_v<decltype(Replay), const ProjectionPorts&, const StateStore&,
                                  const RegisterReader&, const ReplayQuestion&>);

TEST(CasesOfTest, ACaseIsOpenedForEachGrantThatFallsAndEachRefusalThatIsAnswered) {
  ReplayReport report;
  for (const auto& act : kEnumNames<ImpactOn>) {
    for (const auto direction :
         {std::optional<Direction>{}, {Direction::kFavourable}, {Direction::kContestable}}) {
      Impact& impact = report.impacts.emplace_back();
      const auto number = static_cast<std::uint8_t>(report.impacts.size());
      impact.learner.bytes[0] = number;
      impact.enrolment.bytes[0] = number;
      impact.act = act.value;
      impact.direction = direction;
      const Subject stream = SubjectOf(impact.learner);
      if (act.value != ImpactOn::kNone) impact.decision = Cited{stream, Version{4}, {}};
      if (act.value == ImpactOn::kAward) impact.award = Cited{stream, Version{5}, {}};
    }
  }
  std::vector<std::pair<const Impact*, CaseKind>> expected;
  for (const Impact& impact : report.impacts) {
    const bool granted = impact.act == ImpactOn::kAward || impact.act == ImpactOn::kAdmission;
    if (granted && impact.direction == Direction::kContestable) {
      expected.emplace_back(&impact, CaseKind::kAward);
    }
    if (impact.act == ImpactOn::kRefusal && impact.direction == Direction::kFavourable) {
      expected.emplace_back(&impact, CaseKind::kRefusal);
    }
  }
  const std::vector<CaseOpened> cases = CasesOf(report);
  ASSERT_EQ(cases.size(), 3U);
  ASSERT_EQ(expected.size(), 3U);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const auto& [impact, kind] = expected[i];
    EXPECT_EQ(cases[i].learner, impact->learner);
    EXPECT_EQ(cases[i].enrolment, impact->enrolment);
    EXPECT_EQ(cases[i].kind, kind);
    EXPECT_EQ(cases[i].direction,
              kind == CaseKind::kAward ? CaseDirection::kContestable : CaseDirection::kFavourable);
    const Cited& act = impact->award ? *impact->award : *impact->decision;
    EXPECT_EQ(cases[i].concerns, (EventRef{act.subject, act.version}));
    EXPECT_FALSE(cases[i].applied || cases[i].finding);
  }
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
