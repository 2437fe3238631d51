// The log on disk: what an append costs beside a raw synced write of as many bytes, and what
// opening and reading cost in a large store. Prints one line for each figure; docs say how to read
// them (benchmarks/README.md).
//
//   append_bench [FOLDER [EVENTS]]    FOLDER lies on the disk to measure; EVENTS of the large store
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "core/check.h"
#include "store/rocksdb/rocksdb_event_log.h"
#include "tests/support/batches.h"
#include "tests/support/log_ports.h"

namespace cartulary {
namespace {

namespace fs = std::filesystem;
using SteadyClock = std::chrono::steady_clock;

constexpr int kRounds = 5;
constexpr std::uint32_t kAppends = 1000;
constexpr std::uint32_t kEventsPerStream = 100;

double SecondsOf(const std::function<void()>& work) {
  const auto begin = SteadyClock::now();
  work();
  return std::chrono::duration<double>(SteadyClock::now() - begin).count();
}

double Median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

// Writes of as many bytes as an event has, each synced, to a file that grows.
double RawPerSecond(const fs::path& path, std::size_t size) {
  const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  CARTULARY_CHECK(fd >= 0);
  const std::string bytes(size, 'x');
  const double seconds = SecondsOf([&] {
    for (std::uint32_t i = 0; i < kAppends; ++i) {
      CARTULARY_CHECK(write(fd, bytes.data(), size) == static_cast<ssize_t>(size));
      CARTULARY_CHECK(fdatasync(fd) == 0);
    }
  });
  close(fd);
  return kAppends / seconds;
}

double AppendsPerSecond(EventLog& log, std::uint32_t appenders) {
  const std::uint32_t each = kAppends * (appenders > 1 ? 8 : 1) / appenders;
  const double seconds = SecondsOf([&] {
    std::vector<std::thread> threads;
    for (std::uint32_t t = 0; t < appenders; ++t) {
      threads.emplace_back([&log, t, each] {
        for (std::uint32_t i = 0; i < each; ++i) {
          CARTULARY_CHECK(log.Append(BatchOf(Any(SubjectOfNumber(t)), 1, i)));
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
  });
  return each * appenders / seconds;
}

// Interleaved, so that a slow moment of the disk meets all of them; the first round is thrown away.
void MeasureAppends(const fs::path& folder, const LogPorts& ports) {
  const auto log = *RocksDbEventLog::Create((folder / "appends").string(), TestOrigin(), ports);
  CARTULARY_CHECK(log->Append(BatchOf(Any(SubjectOfNumber(0)))));
  std::size_t size = 0;
  CARTULARY_CHECK(log->ReadLog(Index{0}, [&](const Event&, std::string_view message) {
    size = message.size();
    return Result<Visit>(Visit::kStop);
  }));
  std::vector<double> raw;
  std::vector<double> one;
  std::vector<double> many;
  std::vector<double> one_ratio;
  std::vector<double> many_ratio;
  for (int round = 0; round <= kRounds; ++round) {
    const double raw_now = RawPerSecond(folder / "raw", size);
    const double one_now = AppendsPerSecond(*log, 1);
    const double many_now = AppendsPerSecond(*log, 32);
    if (round == 0) continue;
    raw.push_back(raw_now);
    one.push_back(one_now);
    many.push_back(many_now);
    one_ratio.push_back(one_now / raw_now);
    many_ratio.push_back(many_now / raw_now);
  }
  std::printf("event                          %zu bytes\n", size);
  std::printf("raw write + fdatasync          %8.0f /s\n", Median(raw));
  std::printf("append, 1 appender             %8.0f /s   %.2f x raw\n", Median(one),
              Median(one_ratio));
  std::printf("append, 32 appenders           %8.0f /s   %.2f x raw\n", Median(many),
              Median(many_ratio));
}

void Import(const std::string& store, std::uint32_t events, const LogPorts& ports) {
  const LogOptions bulk{.bulk_import = true, .drop_damaged_tail = false, .env = nullptr};
  const auto log = *RocksDbEventLog::Create(store, TestOrigin(), ports, bulk);
  constexpr std::uint32_t kStreamsPerCommit = 40;
  for (std::uint32_t stream = 0; stream < events / kEventsPerStream;) {
    Batch batch;
    for (std::uint32_t i = 0; i < kStreamsPerCommit; ++i, ++stream) {
      const Subject subject = SubjectOfNumber(stream);
      batch.expectations.push_back(NoStream(subject));
      for (std::uint32_t e = 0; e < kEventsPerStream; ++e) {
        batch.events.push_back(EventOfNumber(subject, stream + e));
      }
    }
    CARTULARY_CHECK(log->Append(batch));
  }
}

void MeasureReads(const fs::path& folder, std::uint32_t events, const LogPorts& ports) {
  const std::string store = (folder / "large").string();
  const double import = SecondsOf([&] { Import(store, events, ports); });
  std::printf("import, with closing           %8.0f events/s\n", events / import);
  std::vector<double> openings;
  std::vector<double> first_reads;
  std::vector<double> reads;
  std::vector<double> scans;
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    std::unique_ptr<RocksDbEventLog> log;
    openings.push_back(SecondsOf([&] { log = *RocksDbEventLog::OpenReadOnly(store, ports); }));
    const auto read = [&] {
      std::uint32_t seen = 0;
      const Subject subject = SubjectOfNumber((round * 7919 + 13) % (events / kEventsPerStream));
      CARTULARY_CHECK(log->ReadStream(subject, Version{0}, [&](const Event&, std::string_view) {
        ++seen;
        return Result<Visit>(Visit::kGoOn);
      }));
      CARTULARY_CHECK(seen == kEventsPerStream);
    };
    first_reads.push_back(SecondsOf(read));
    reads.push_back(SecondsOf(read));
    std::uint64_t seen = 0;
    scans.push_back(SecondsOf([&] {
      CARTULARY_CHECK(log->ReadLog(Index{0}, [&](const Event&, std::string_view) {
        ++seen;
        return Result<Visit>(Visit::kGoOn);
      }));
    }));
    CARTULARY_CHECK(seen == log->ReadHead()->size);
  }
  std::printf("open for reading, %9u    %8.1f ms\n", events, Median(openings) * 1e3);
  std::printf("first read of a stream of 100  %8.0f us\n", Median(first_reads) * 1e6);
  std::printf("next read of it                %8.0f us\n", Median(reads) * 1e6);
  std::printf("scan of the log, decoded       %8.0f events/s\n", events / Median(scans));
}

int Main(const std::vector<std::string>& arguments) {
  const fs::path parent = arguments.empty() ? fs::current_path() : fs::path(arguments[0]);
  const auto events = arguments.size() > 1 ? std::stoul(arguments[1]) : 1'000'000;
  const fs::path folder = parent / ("append_bench." + std::to_string(getpid()));
  fs::create_directory(folder);
  TestPorts ports;
  const LogPorts log_ports{ports.codec, ports.hasher, ports.clock};
  MeasureAppends(folder, log_ports);
  MeasureReads(folder, static_cast<std::uint32_t>(events), log_ports);
  fs::remove_all(folder);
  return 0;
}

}  // namespace
}  // namespace cartulary

int main(int argc, char** argv) {
  return cartulary::Main(std::vector<std::string>(argv + 1, argv + argc));
}
