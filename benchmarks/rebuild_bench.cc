// How fast projections are made from the log: a rebuild from the histories and a catch-up from
// nothing. 2000 learners of about 90 facts each, under the real rules. Items are events.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/check.h"
#include "projections/catch_up.h"
#include "projections/rebuild.h"
#include "projections/rules_source.h"
#include "store/codec/event_codec.h"
#include "store/codec/openssl_hasher.h"
#include "store/codec/rules_yaml.h"
#include "store/memory/memory_event_log.h"
#include "store/memory/memory_state_stores.h"
#include "store/rocksdb/rocksdb_event_log.h"
#include "store/rocksdb/rocksdb_state_stores.h"
#include "tests/projections/random_log.h"
#include "tests/projections/thread_executor.h"

namespace cartulary {
namespace {

constexpr int kLearners = 2000;
constexpr std::size_t kEventsPerBatch = 1000;

class FixedClock final : public Clock {
 public:
  Instant Now() const override { return {1'700'000'000'000'000}; }
  Date CivilDate(Instant) const override { return Date{19675}; }
};

RandomLog MakeLearners(const Hasher& hasher) {
  RandomLog random(hasher, 1);
  for (int i = 0; i < 74; ++i) random.PlanAssessment();
  for (int i = 0; i < 34; ++i) random.RegisterPerson();
  for (int i = 0; i < kLearners; ++i) random.AddWholeDossier();
  return random;
}

void CopyInto(EventLog& log, const PlainLog& from) {
  Batch batch;
  const auto flush = [&] {
    const auto appended = log.Append(batch);
    if (!appended) std::fprintf(stderr, "%s\n", appended.error().detail.en.c_str());
    CARTULARY_CHECK(appended.has_value());
    batch = {};
  };
  for (const Event& event : from.events()) {
    if (const auto* revision = std::get_if<RevisionPublished>(&event.fact)) {
      batch.blobs.push_back({revision->text, **from.FindBlob(revision->text)});
    }
    const bool is_known = std::ranges::any_of(batch.expectations, [&](const Expectation& stated) {
      return stated.subject == event.subject;
    });
    if (!is_known) batch.expectations.push_back({event.subject, Expectation::Kind::kAny, {}});
    Attribution by = event.by;
    by.actor = {PersonId{{1}}, ActorRole::kRegistrar, Assurance::kDeclared, 0};
    batch.events.push_back({event.kind, event.subject, by, event.fact, {}});
    if (batch.events.size() == kEventsPerBatch) flush();
  }
  if (!batch.events.empty()) flush();
}

// The learners in a log in memory and in one on disk, made once.
struct Logs {
  OpensslHasher hasher;
  CapnpEventCodec codec;
  FixedClock clock;
  YamlRulesLoader loader;
  RandomLog random = MakeLearners(hasher);
  MemoryEventLog memory{LogOrigin{{1}}, codec, hasher, clock};
  std::filesystem::path folder = std::filesystem::temp_directory_path() / "cartulary-rebuild-bench";
  std::unique_ptr<RocksDbEventLog> disk;

  Logs() {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);  // A store has files beside it.
    auto created = RocksDbEventLog::Create((folder / "store").string(), LogOrigin{{1}},
                                           {codec, hasher, clock}, {.bulk_import = true});
    CARTULARY_CHECK(created.has_value());
    disk = *std::move(created);
    CopyInto(memory, random.log());
    CopyInto(*disk, random.log());
  }
  ~Logs() {
    disk.reset();
    std::filesystem::remove_all(folder);
  }
  std::int64_t size() const { return static_cast<std::int64_t>(random.log().events().size()); }
};

Logs& TheLogs() {
  static Logs logs;
  return logs;
}

void MeasureRebuild(benchmark::State& state, const EventLog& log, StateStores& stores) {
  Logs& logs = TheLogs();
  const LogRulesSource rules(log, logs.loader);
  ThreadExecutor threads(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    CARTULARY_CHECK(Rebuild({log, rules, logs.hasher, threads}, stores).has_value());
  }
  state.SetItemsProcessed(state.iterations() * logs.size());
}

void RebuildInMemory(benchmark::State& state) {
  MemoryStateStores stores;
  MeasureRebuild(state, TheLogs().memory, stores);
}
void RebuildOnDisk(benchmark::State& state) {
  RocksDbStateStores stores(*TheLogs().disk);
  MeasureRebuild(state, *TheLogs().disk, stores);
}

void CatchUpInMemory(benchmark::State& state) {
  Logs& logs = TheLogs();
  const LogRulesSource rules(logs.memory, logs.loader);
  ThreadExecutor threads(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    MemoryStateStores stores;
    const auto generation = *stores.Active();
    CARTULARY_CHECK(CatchUp({logs.memory, rules, logs.hasher, threads}, *generation).has_value());
  }
  state.SetItemsProcessed(state.iterations() * logs.size());
}

BENCHMARK(RebuildInMemory)
    ->Arg(1)
    ->Arg(2)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(RebuildOnDisk)
    ->Arg(1)
    ->Arg(2)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(CatchUpInMemory)
    ->Arg(1)
    ->Arg(2)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cartulary

BENCHMARK_MAIN();
