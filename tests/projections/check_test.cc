#include "projections/check.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/projections/edited_log.h"
#include "tests/projections/projection_suite.h"
#include "tests/projections/stopping_watch.h"
#include "tests/projections/thread_executor.h"

namespace cartulary {
namespace {

const Hash kSalt{{7}};

Edit Unchanged() {
  return [](const Event& event) { return std::optional(event); };
}

class CheckTest : public ProjectionSuite {
 protected:
  RandomLog MakeLog(std::uint64_t seed, std::size_t events) {
    RandomLog random(hasher_, seed);
    while (random.log().events().size() < events) random.Step();
    return random;
  }
  CheckReport MustCheck(const EventLog& log, const StateStore& stored, Executor& executor) {
    const auto report = Check(PortsTo(log, executor), stored, kSalt);
    EXPECT_TRUE(report) << report.error().detail.en;
    return report ? *report : CheckReport{};
  }
  CheckReport MustCheck(const EventLog& log, const StateStore& stored) {
    return MustCheck(log, stored, serial_);
  }
  // Another state with the same rows, changed.
  static std::unique_ptr<StateStore> Changed(const StateStore& state,
                                             std::vector<StateChange> changes) {
    auto changed = NewState();
    std::vector<StateChange> rows = RowsOf(state);
    EXPECT_TRUE(changed->Commit(rows, *state.Checkpoint()));
    EXPECT_TRUE(changed->Commit(changes, *state.Checkpoint()));
    return changed;
  }
  static std::vector<StateChange> RowsOf(const StateStore& state) {
    std::vector<StateChange> rows;
    for (const Table table : kTables) {
      EXPECT_TRUE(state.Scan(table, "", "",
                             [&](std::string_view key, std::string_view value) -> Result<Visit> {
                               rows.push_back({table, std::string(key), std::string(value)});
                               return Visit::kGoOn;
                             }));
    }
    return rows;
  }
  // The report names what a comparison with `made`, whole, finds.
  void ExpectNamed(const EventLog& log, const StateStore& stored, const StateStore& made) {
    const auto expected = FindDifference(stored, made);
    ASSERT_TRUE(expected && *expected);
    const CheckReport report = MustCheck(log, stored);
    ASSERT_TRUE(report.difference);
    EXPECT_EQ(report.difference->table, (*expected)->table);
    EXPECT_EQ(HexOf(report.difference->key), HexOf((*expected)->key));
    EXPECT_EQ(report.difference->left, (*expected)->left);
    EXPECT_EQ(report.difference->right, (*expected)->right);
    EXPECT_EQ(report.digest, MustDigest(stored));
  }
  // What the check says of a log whose histories are edited.
  Error MustFail(const RandomLog& random, const Edit& edit) {
    const std::uint64_t size = random.log().events().size();
    const auto state = RebuiltAt(random.log(), size);
    const auto report = Check(PortsTo(EditedLog(random.log(), edit)), *state, kSalt);
    EXPECT_FALSE(report);
    return report ? Error{} : report.error();
  }
};

TEST_F(CheckTest, WhatComesOutIsWhatWasStoredForAnyNumberOfThreads) {
  for (std::uint64_t seed = 40; seed < 46; ++seed) {
    const RandomLog random = MakeLog(seed, 700);
    ReadRulesFrom(random.log());
    const std::uint64_t size = random.log().events().size();
    const auto state = NewState();
    MustCatchUp(random.log(), *state, {.slice_events_max = 37});
    const EditedLog log(random.log(), Unchanged());
    for (const std::size_t width : {1u, 2u, 7u}) {
      ThreadExecutor threads(width);
      const CheckReport report = MustCheck(log, *state, threads);
      EXPECT_FALSE(report.difference) << "seed " << seed << ", " << width << " threads";
      EXPECT_EQ(report.digest, MustDigest(*state));
      EXPECT_EQ(report.size, size);
      EXPECT_EQ(report.log_size, size);
    }
  }
}

TEST_F(CheckTest, ProjectionsThatAreBehindTheLogAreComparedAtTheirCheckpoint) {
  const RandomLog random = MakeLog(50, 600);
  ReadRulesFrom(random.log());
  for (const std::uint64_t size : {0u, 1u, 333u}) {
    const CheckReport report =
        MustCheck(EditedLog(random.log(), Unchanged()), *RebuiltAt(random.log(), size));
    EXPECT_FALSE(report.difference) << size;
    EXPECT_EQ(report.size, size);
    EXPECT_EQ(report.log_size, random.log().events().size());
  }
}

TEST_F(CheckTest, ProjectionsAheadOfTheLogAreDamage) {
  const RandomLog random = MakeLog(50, 200);
  ReadRulesFrom(random.log());
  const auto state = Changed(*RebuiltAt(random.log(), 200), {});
  ASSERT_TRUE(state->Commit({}, 1'000'000));
  const auto report = Check(PortsTo(random.log()), *state, kSalt);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kIntegrity);
}

TEST_F(CheckTest, OneRowOfAnyTableThatIsOtherOrMissingOrTooMuchIsNamed) {
  const RandomLog random = MakeLog(101, 1200);
  ReadRulesFrom(random.log());
  const auto made = RebuiltAt(random.log(), random.log().events().size());
  std::mt19937_64 dice(1);
  for (const Table table : kTables) {
    std::vector<StateChange> rows = RowsOf(*made);
    std::erase_if(rows, [&](const StateChange& row) { return row.table != table; });
    ASSERT_FALSE(rows.empty()) << static_cast<int>(table);
    for (int i = 0; i < 3; ++i) {
      StateChange row = rows.at(dice() % rows.size());
      SCOPED_TRACE("table " + std::to_string(static_cast<int>(table)) + " key " + HexOf(row.key));
      const std::string value = *row.value;
      row.value = value + "x";
      ExpectNamed(random.log(), *Changed(*made, {row}), *made);
      row.value = std::nullopt;
      ExpectNamed(random.log(), *Changed(*made, {row}), *made);
      row.value = value;
      row.key += "x";
      ExpectNamed(random.log(), *Changed(*made, {row}), *made);
    }
  }
}

TEST_F(CheckTest, OfManyRowsTheFirstIsNamed) {
  const RandomLog random = MakeLog(102, 900);
  ReadRulesFrom(random.log());
  const auto made = RebuiltAt(random.log(), random.log().events().size());
  std::mt19937_64 dice(2);
  // More rows than there are buckets to count them in.
  std::vector<StateChange> more;
  for (int i = 0; i < 10'000; ++i) {
    more.push_back({Table::kBoard, std::to_string(dice()), std::to_string(i)});
  }
  const auto many = Changed(*made, more);
  ExpectNamed(random.log(), *many, *made);
  for (int i = 0; i < 10; ++i) {
    std::vector<StateChange> changes;
    for (StateChange& row : RowsOf(*many)) {
      if (dice() % 100 >= 3) continue;
      row.value = dice() % 2 == 0 ? std::nullopt : std::optional(std::to_string(dice()));
      changes.push_back(std::move(row));
    }
    ExpectNamed(random.log(), *Changed(*many, changes), *made);
  }
}

TEST_F(CheckTest, AStateWithoutRowsIsNamedByTheFirstOfAll) {
  const RandomLog random = MakeLog(103, 300);
  ReadRulesFrom(random.log());
  const auto made = RebuiltAt(random.log(), 300);
  const auto empty = NewState();
  ASSERT_TRUE(empty->Commit({}, 300));
  ExpectNamed(random.log(), *empty, *made);
}

TEST_F(CheckTest, AnEventOfTheHistoriesUnlikeTheLogIsNamedByItsIndex) {
  const RandomLog random = MakeLog(60, 500);
  ReadRulesFrom(random.log());
  for (const std::uint64_t index : {0u, 3u, 217u, 499u}) {
    const Error error = MustFail(random, [&](const Event& event) {
      Event shown = event;
      // Neither a fold nor a verdict sees it.
      if (event.index.value == index) shown.by.actor.uid += 1;
      return std::optional(shown);
    });
    EXPECT_EQ(error.code, ErrorCode::kIntegrity);
    EXPECT_TRUE(error.detail.en.starts_with("event " + std::to_string(index) + " (version "))
        << error.detail.en;
    EXPECT_NE(error.detail.en.find("not the same in the histories"), std::string::npos);
  }
}

TEST_F(CheckTest, TheLastEventOfAStreamThatIsMissingFromTheHistoriesIsNamed) {
  const RandomLog random = MakeLog(61, 500);
  ReadRulesFrom(random.log());
  for (const RandomLog::Learner& learner : random.learners()) {
    const std::size_t last = random.log().StreamOf(SubjectOf(learner.id)).back();
    const Error error = MustFail(random, [&](const Event& event) {
      return event.index.value == last ? std::nullopt : std::optional(event);
    });
    EXPECT_EQ(error.code, ErrorCode::kIntegrity);
    EXPECT_TRUE(error.detail.en.starts_with("event " + std::to_string(last) + " of the log"))
        << error.detail.en;
  }
}

TEST_F(CheckTest, AnEventMissingAmidAStreamIsNamedByTheOneAfterIt) {
  const RandomLog random = MakeLog(62, 500);
  ReadRulesFrom(random.log());
  const auto& stream = random.log().StreamOf(SubjectOf(random.learners().front().id));
  ASSERT_GT(stream.size(), 3u);
  const Error error = MustFail(random, [&](const Event& event) {
    return event.index.value == stream[2] ? std::nullopt : std::optional(event);
  });
  EXPECT_EQ(error.code, ErrorCode::kIntegrity);
  EXPECT_NE(error.detail.en.find("event " + std::to_string(stream[3])), std::string::npos)
      << error.detail.en;
}

TEST_F(CheckTest, AnEventThatTheLogDoesNotHaveIsNamed) {
  const RandomLog random = MakeLog(63, 300);
  ReadRulesFrom(random.log());
  const std::size_t last = random.log().StreamOf(SubjectOf(random.learners().front().id)).back();
  const Error error = MustFail(random, [&](const Event& event) {
    Event shown = event;
    if (event.index.value == last) shown.index.value = 5000;
    return std::optional(shown);
  });
  EXPECT_EQ(error.code, ErrorCode::kIntegrity);
  EXPECT_NE(error.detail.en.find(std::to_string(last)), std::string::npos) << error.detail.en;
}

TEST_F(CheckTest, TheWatchIsToldOfEveryEventTwice) {
  const RandomLog random = MakeLog(64, 400);
  ReadRulesFrom(random.log());
  const auto state = RebuiltAt(random.log(), 400);
  StoppingWatch watch(1'000'000);
  ProjectionPorts ports = PortsTo(random.log());
  ports.watch = &watch;
  ASSERT_TRUE(Check(ports, *state, kSalt));
  EXPECT_EQ(watch.done(), 2 * random.log().events().size());
}

TEST_F(CheckTest, ItStopsWhenTheWatchSaysSo) {
  const RandomLog random = MakeLog(64, 400);
  ReadRulesFrom(random.log());
  const auto state = RebuiltAt(random.log(), 400);
  for (const std::uint64_t items : {1u, 200u, 500u, 799u}) {
    StoppingWatch watch(items);
    ProjectionPorts ports = PortsTo(random.log());
    ports.watch = &watch;
    const auto report = Check(ports, *state, kSalt);
    ASSERT_FALSE(report) << items;
    EXPECT_EQ(report.error().code, ErrorCode::kWorld);
  }
}

TEST_F(CheckTest, ARebuildThatIsStoppedLeavesTheFormerGenerationInUse) {
  const RandomLog random = MakeLog(65, 400);
  ReadRulesFrom(random.log());
  MemoryStateStores stores;
  ASSERT_TRUE(Rebuild(PortsTo(random.log()), stores));
  const auto before = *stores.Active();
  const Hash digest = MustDigest(*before);
  for (const std::uint64_t items : {1u, 200u, 399u}) {
    StoppingWatch watch(items);
    ProjectionPorts ports = PortsTo(random.log());
    ports.watch = &watch;
    const Status stopped = Rebuild(ports, stores);
    ASSERT_FALSE(stopped) << items;
    EXPECT_EQ(stopped.error().code, ErrorCode::kWorld);
    EXPECT_EQ(MustDigest(**stores.Active()), digest);
  }
  ASSERT_TRUE(Rebuild(PortsTo(random.log()), stores));
  EXPECT_EQ(MustDigest(**stores.Active()), digest);
}

}  // namespace
}  // namespace cartulary
