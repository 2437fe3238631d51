// What a store of many learners costs: reading, folding, evaluating, rebuilding. Prints one line
// for each figure; benchmarks/README.md says how to read them.
//
//   scale_bench STORE [THREADS [ROUNDS [WORD]]]
//
// STORE is one of benchmarks/queries.py; it is rebuilt. WORD: only the figures with it in their
// name.
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/binary/stream.h"
#include "core/check.h"
#include "core/evaluate/evaluate.h"
#include "core/fold/fold.h"
#include "projections/digest.h"
#include "projections/rebuild.h"
#include "projections/references.h"
#include "projections/rows.h"
#include "projections/verdicts.h"
#include "store/codec/event_codec.h"
#include "store/codec/openssl_hasher.h"
#include "store/codec/rules_yaml.h"
#include "store/rocksdb/rocksdb_event_log.h"
#include "store/rocksdb/rocksdb_state_stores.h"
#include "tests/projections/thread_executor.h"

namespace cartulary {
namespace {

constexpr std::size_t kRanges = 256;  // Of subjects, by their first byte.

class NoClock final : public Clock {
 public:
  Instant Now() const override { return {}; }
  Date CivilDate(Instant) const override { return {}; }
};

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

rusage Usage() {
  rusage usage{};
  CARTULARY_CHECK(getrusage(RUSAGE_SELF, &usage) == 0);
  return usage;
}

void CheckDone(const Status& status) {
  if (status) return;
  std::fprintf(stderr, "%s\n", status.error().detail.en.c_str());
  std::exit(1);
}
template <typename T>
T Take(Result<T> result) {
  if (!result) CheckDone(std::move(result).error());
  return *std::move(result);
}

class Bench {
 public:
  Bench(const std::string& store, std::size_t threads, int rounds, std::string word)
      : log_(Take(RocksDbEventLog::OpenForAppend(store, {codec_, hasher_, clock_}))),
        rounds_(rounds),
        word_(std::move(word)),
        threads_(threads) {
    state_ = Take(stores_.Active());
    CARTULARY_CHECK(Take(log_->ReadHead()).size == Take(state_->Checkpoint()));
  }

  void Run() {
    const Head head = Take(log_->ReadHead());
    MeasureDossiers();
    Measure("histories decoded", head.size, "events", [&] { ReadHistories(false); });
    Measure("histories decoded and folded", head.size, "events", [&] { ReadHistories(true); });
    Measure("log decoded and hashed, one thread", head.size, "events", [&] { ReadLog(); });
    Measure("dossiers decoded", dossiers_, "dossiers", [&] { ReadDossiers(head, false); });
    Measure("dossiers decoded and judged", dossiers_, "dossiers",
            [&] { ReadDossiers(head, true); });
    Measure("digest of the projections", head.size, "events",
            [&] { (void)Take(DigestOf(*state_, hasher_)); });
    Measure("rebuild", head.size, "events", [&] {
      CheckDone(Rebuild({*log_, rules_, hasher_, threads_}, stores_));
      state_ = Take(stores_.Active());
    });
    std::printf("%-36s %10.1f MiB\n", "peak resident memory",
                static_cast<double>(Usage().ru_maxrss) / 1024);
  }

 private:
  // The best of the rounds: others were disturbed by something else.
  void Measure(const char* name, std::uint64_t items, const char* unit,
               const std::function<void()>& work) {
    if (std::string_view(name).find(word_) == std::string_view::npos) return;
    double wall = 1e9;
    double cpu = 1e9;
    for (int i = 0; i < rounds_; ++i) {
      const rusage before = Usage();
      const auto begin = std::chrono::steady_clock::now();
      work();
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
      const rusage after = Usage();
      wall = std::min(wall, took.count());
      cpu = std::min(cpu, Seconds(after.ru_utime) - Seconds(before.ru_utime) +
                              Seconds(after.ru_stime) - Seconds(before.ru_stime));
    }
    const auto count = static_cast<double>(items);
    std::printf("%-36s %8.3f s %9.3f M %s/s, %8.2f us of CPU each\n", name, wall,
                count / wall / 1e6, unit, cpu * 1e6 / count);
    std::fflush(stdout);
  }

  template <typename Work>
  void ForEachRange(const Work& work) {
    threads_.RunAll(kRanges, [&](std::size_t range) {
      Subject first, last;
      last.bytes.fill(0xff);
      first.bytes[0] = last.bytes[0] = static_cast<std::uint8_t>(range);
      CheckDone(work(first, last));
    });
  }

  void ReadHistories(bool fold) {
    ForEachRange([&](const Subject& first, const Subject& last) {
      FoldedStream stream;
      return log_->ReadStreams(first, last, AnyKind,
                               [&](const Event& event, std::string_view) -> Result<Visit> {
                                 if (stream.subject != event.subject) stream = {};
                                 if (fold) CARTULARY_RETURN_IF_ERROR(Fold(stream, event));
                                 return Visit::kGoOn;
                               });
    });
  }

  void ReadLog() {
    CheckDone(log_->ReadLog({0}, [&](const Event&, std::string_view message) -> Result<Visit> {
      last_leaf_ = hasher_.LeafHash(message);
      return Visit::kGoOn;
    }));
  }

  void ReadDossiers(const Head& head, bool judge) {
    ForEachRange([&](const Subject& first, const Subject&) {
      ReferenceGatherer references(hasher_, [&](const Subject& subject) {
        return LoadStored(*state_, Table::kReferences, subject);
      });
      const std::string prefix(1, static_cast<char>(first.bytes[0]));
      return state_->Scan(Table::kDossiers, prefix, prefix,
                          [&](std::string_view, std::string_view value) -> Result<Visit> {
                            CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier, DecodeStream(value));
                            if (!judge) return Visit::kGoOn;
                            CARTULARY_RETURN_IF_ERROR(references.Gather(CitationsOf(dossier)));
                            for (const auto& opened : EnrolmentsOn(dossier, head.recorded_date)) {
                              Judge(dossier, opened->enrolment, references.reference(),
                                    head.recorded_date);
                            }
                            return Visit::kGoOn;
                          });
    });
  }

  void Judge(const Dossier& dossier, const EnrolmentId& enrolment, const Reference& reference,
             Date on) {
    const auto terms = TermsOf(dossier, enrolment, on);
    const auto binding = Take(FindBindingRules(*terms, reference, rules_));
    if (!binding) return;
    const Verdict verdict =
        Evaluate(*binding->rules, binding->revision.number, dossier, enrolment, reference, on);
    met_ += verdict.conditions_met ? 1 : 0;
  }

  void MeasureDossiers() {
    std::vector<std::size_t> sizes;
    CheckDone(state_->Scan(Table::kDossiers, "", "",
                           [&](std::string_view, std::string_view value) -> Result<Visit> {
                             sizes.push_back(value.size());
                             return Visit::kGoOn;
                           }));
    CARTULARY_CHECK(!sizes.empty());
    std::ranges::sort(sizes);
    dossiers_ = sizes.size();
    std::printf("%-36s %zu of them; bytes: median %zu, 99 of 100 below %zu, most %zu\n",
                "stored dossiers", sizes.size(), sizes[sizes.size() / 2],
                sizes[sizes.size() * 99 / 100], sizes.back());
  }

  OpensslHasher hasher_;
  CapnpEventCodec codec_;
  NoClock clock_;
  YamlRulesLoader loader_;
  std::unique_ptr<RocksDbEventLog> log_;
  RocksDbStateStores stores_{*log_};
  LogRulesSource rules_{*log_, loader_};
  std::unique_ptr<StateStore> state_;
  int rounds_;
  std::string word_;
  ThreadExecutor threads_;
  std::uint64_t dossiers_ = 0;
  Hash last_leaf_;
  std::atomic<std::uint64_t> met_ = 0;
};

}  // namespace
}  // namespace cartulary

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: scale_bench STORE [THREADS [ROUNDS [WORD]]]\n", stderr);
    return 2;
  }
  const int threads = argc > 2 ? std::atoi(argv[2]) : 2;
  const int rounds = argc > 3 ? std::atoi(argv[3]) : 3;
  cartulary::Bench(argv[1], static_cast<std::size_t>(std::max(threads, 1)), std::max(rounds, 1),
                   argc > 4 ? argv[4] : "")
      .Run();
  return 0;
}
