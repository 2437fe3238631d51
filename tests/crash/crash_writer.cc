// The program that kill_rounds.py kills: it appends until it dies, from several threads, and prints
// a line for each commit that was acknowledged. `check` compares a store with those lines.
//
//   crash_writer append STORE
//   crash_writer check STORE < LINES
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "store/rocksdb/rocksdb_event_log.h"
#include "store/rocksdb/rocksdb_state_stores.h"
#include "tests/support/batches.h"
#include "tests/support/log_ports.h"

namespace cartulary {
namespace {

constexpr int kThreads = 3;
constexpr std::uint32_t kEventsPerBatchMax = 7;
constexpr std::uint32_t kSubjects = 20;

// The number that the events of a batch carry: their count in the last three bits, the others from
// the request id.
std::uint32_t NumberOf(const std::string& request, std::uint32_t count) {
  std::uint32_t hash = 2166136261;
  for (const char c : request) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619;
  return (hash & ~7u) | count;
}

std::uint32_t NumberOf(const Event& event) {
  const auto& bytes = std::get<RecusalRecorded>(event.fact).person.bytes;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | bytes[i];
  return number - 1;
}

int Fail(const std::string& why) {
  std::cerr << "crash_writer: " << why << "\n";
  return 1;
}

Batch RandomBatch(const std::string& request, std::mt19937& random) {
  const auto count = static_cast<std::uint32_t>(1 + random() % kEventsPerBatchMax);
  Batch batch;
  std::map<Subject, bool> touched;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Subject subject = SubjectOfNumber(static_cast<std::uint32_t>(random() % kSubjects));
    batch.events.push_back(EventOfNumber(subject, NumberOf(request, count)));
    batch.events.back().sealed = {{SealedClass::kComments, MacOf(1), request}};
    touched[subject] = true;
  }
  for (const auto& [subject, _] : touched) batch.expectations.push_back(Any(subject));
  batch.requests = {{request, MacOf(1), 0, count}};
  return batch;
}

void AppendForEver(EventLog& log, const std::string& name) {
  std::mt19937 random(std::random_device{}());
  for (std::uint64_t i = 0;; ++i) {
    const std::string request = name + "." + std::to_string(i);
    const auto appended = log.Append(RandomBatch(request, random));
    if (!appended) std::_Exit(Fail(appended.error().detail.en));
    const std::string line = request + " " + std::to_string(appended->first.value) + " " +
                             std::to_string(appended->count) + "\n";
    if (write(STDOUT_FILENO, line.data(), line.size()) < 0) std::_Exit(Fail("stdout is closed"));
  }
}

int Append(const std::string& store, const LogPorts& ports) {
  auto log = RocksDbEventLog::OpenForAppend(store, ports);
  if (!log && log.error().code == ErrorCode::kNotFound) {
    log = RocksDbEventLog::Create(store, TestOrigin(), ports);
  }
  if (!log) return Fail(log.error().detail.en);
  for (const Text& warning : (*log)->Warnings()) return Fail(warning.en);

  const auto now = std::chrono::system_clock::now().time_since_epoch().count();
  const std::string run = std::to_string(getpid()) + "." + std::to_string(now);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] { AppendForEver(**log, run + "." + std::to_string(t)); });
  }
  // A projection beside them, whose one row must always say what its checkpoint says.
  RocksDbStateStores stores(**log);
  const auto state = *stores.Active();
  while (true) {
    const std::uint64_t size = (*log)->ReadHead()->size;
    const auto committed = state->Commit({{Table::kDossiers, "row", std::to_string(size)}}, size);
    if (!committed) return Fail(committed.error().detail.en);
  }
}

// The events of a batch lie together, whole, with their request and their content.
Status CheckLog(const EventLog& log, std::vector<ReadEvent>& read) {
  CARTULARY_RETURN_IF_ERROR(log.ReadLog(Index{0}, Into(read)));
  for (std::size_t first = 0; first < read.size();) {
    const std::uint32_t number = NumberOf(read[first].event);
    const std::size_t count = number & 7u;
    const auto damaged = [&](const char* what) {
      return Error{ErrorCode::kIntegrity, WordsOf("event " + std::to_string(first) + ": " + what)};
    };
    if (count == 0 || count > read.size() - first) return damaged("a batch is cut short");
    for (std::size_t i = first; i < first + count; ++i) {
      if (NumberOf(read[i].event) != number) return damaged("a batch is cut short");
      CARTULARY_ASSIGN_OR_RETURN(
          const auto content,
          log.FindSealed(read[i].event.subject, read[i].event.version, SealedClass::kComments));
      if (!content) return damaged("its content is missing");
      CARTULARY_ASSIGN_OR_RETURN(const auto request, log.FindRequest(*content));
      if (!request || request->first.value != first || request->count != count) {
        return damaged("its request is missing");
      }
    }
    first += count;
  }
  return Ok{};
}

Status CheckHistories(const EventLog& log, std::vector<ReadEvent> expected) {
  std::ranges::stable_sort(expected, {}, [](const ReadEvent& r) { return r.event.subject; });
  std::vector<ReadEvent> read;
  CARTULARY_RETURN_IF_ERROR(
      log.ReadStreams(Subject{}, SubjectOfNumber(kSubjects), AnyKind, Into(read)));
  if (read != expected)
    return Error{ErrorCode::kIntegrity, WordsOf("the histories differ from the log")};
  return Ok{};
}

int Check(const std::string& store, const LogPorts& ports) {
  const auto log = RocksDbEventLog::OpenReadOnly(store, ports);
  if (!log) {
    // Killed before it was made: nothing can have been acknowledged.
    const bool none = log.error().code == ErrorCode::kNotFound && std::cin.peek() == EOF;
    return none ? 0 : Fail(log.error().detail.en);
  }
  for (const Text& warning : (*log)->Warnings()) return Fail(warning.en);
  std::vector<ReadEvent> read;
  if (const auto status = CheckLog(**log, read); !status) return Fail(status.error().detail.en);
  if (const auto status = CheckHistories(**log, read); !status) {
    return Fail(status.error().detail.en);
  }
  std::string request;
  std::uint64_t first = 0;
  std::uint32_t count = 0;
  std::uint64_t lines = 0;
  while (std::cin >> request >> first >> count) {
    ++lines;
    const auto found = *(*log)->FindRequest(request);
    if (!found || found->first.value != first || found->count != count) {
      return Fail("request " + request + " was acknowledged and is not there");
    }
    if (first >= read.size() || NumberOf(read[first].event) != NumberOf(request, count)) {
      return Fail("request " + request + " was acknowledged and its events are not there");
    }
  }
  if (!std::cin.eof()) return Fail("a line is not readable");
  RocksDbStateStores stores(**log);
  const auto state = *stores.Active();
  const std::uint64_t checkpoint = *state->Checkpoint();
  if (checkpoint > read.size()) return Fail("the projection is ahead of the log");
  if (checkpoint > 0 && *state->Get(Table::kDossiers, "row") != std::to_string(checkpoint)) {
    return Fail("the projection is half written");
  }
  std::cout << lines << " acknowledged, " << read.size() << " events\n";
  return 0;
}

int Main(const std::vector<std::string>& arguments) {
  TestPorts ports;
  const LogPorts log_ports{ports.codec, ports.hasher, ports.clock};
  if (arguments.size() == 2 && arguments[0] == "append") return Append(arguments[1], log_ports);
  if (arguments.size() == 2 && arguments[0] == "check") return Check(arguments[1], log_ports);
  return Fail("usage: crash_writer append|check STORE");
}

}  // namespace
}  // namespace cartulary

int main(int argc, char** argv) {
  return cartulary::Main(std::vector<std::string>(argv + 1, argv + argc));
}
