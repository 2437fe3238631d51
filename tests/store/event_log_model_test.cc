// Random appends, against a model that knows the contract by its own words, and both logs against
// each other.
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/store/log_harness.h"
#include "tests/support/seed.h"

namespace cartulary {
namespace {

constexpr std::uint32_t kSubjects = 6;
constexpr std::uint32_t kRequests = 40;

// What an answer should be: the error, or the events.
struct Expected {
  std::optional<ErrorCode> error;
  std::uint64_t first = 0;
  std::uint32_t count = 0;
  bool already = false;
};

class Model {
 public:
  Expected Append(const Batch& batch) {
    std::uint32_t known = 0;
    for (const RequestMark& mark : batch.requests) {
      const auto found = requests_.find(mark.id);
      if (found == requests_.end()) continue;
      if (found->second.command_mac != mark.command_mac) return {ErrorCode::kConflict};
      ++known;
    }
    if (known > 0 && known < batch.requests.size()) return {ErrorCode::kConflict};
    if (known > 0) return Known(batch);
    for (const Expectation& expectation : batch.expectations) {
      const std::uint64_t length = Length(expectation.subject);
      if (expectation.kind == Expectation::Kind::kNoStream && length != 0) {
        return {ErrorCode::kConflict};
      }
      if (expectation.kind == Expectation::Kind::kExactly &&
          length != expectation.version.value + 1) {
        return {ErrorCode::kConflict};
      }
    }
    const Expected expected{std::nullopt, facts_.size(),
                            static_cast<std::uint32_t>(batch.events.size())};
    for (const NewEvent& event : batch.events) {
      ++lengths_[event.subject];
      facts_.push_back(event);
    }
    for (const RequestMark& mark : batch.requests) {
      requests_[mark.id] = {Index{expected.first + mark.first}, mark.count, mark.command_mac};
    }
    return expected;
  }

  std::uint64_t Length(const Subject& subject) const {
    const auto found = lengths_.find(subject);
    return found == lengths_.end() ? 0 : found->second;
  }
  const std::vector<NewEvent>& facts() const { return facts_; }
  const std::map<std::string, RequestRecord>& requests() const { return requests_; }

 private:
  Expected Known(const Batch& batch) const {
    std::map<std::uint64_t, std::uint32_t> made;
    for (const RequestMark& mark : batch.requests) {
      const RequestRecord& record = requests_.at(mark.id);
      made[record.first.value] = record.count;
    }
    Expected expected{std::nullopt, made.begin()->first, 0, true};
    for (const auto& [first, count] : made) {
      if (first != expected.first + expected.count) return {ErrorCode::kConflict};
      expected.count += count;
    }
    return expected;
  }

  std::vector<NewEvent> facts_;
  std::map<Subject, std::uint64_t> lengths_;
  std::map<std::string, RequestRecord> requests_;
};

class RandomBatches {
 public:
  explicit RandomBatches(std::uint64_t seed) : random_(seed) {}

  std::uint64_t Below(std::uint64_t bound) { return random_() % bound; }

  // Mostly right about what is, so that most are accepted.
  Batch Next(const Model& model, const Hasher& hasher) {
    Batch batch;
    std::map<Subject, bool> touched;
    const std::uint64_t count = Below(20) == 0 ? 100 : 1 + Below(5);
    for (std::uint64_t i = 0; i < count; ++i) {
      const Subject subject = SubjectOfNumber(static_cast<std::uint32_t>(Below(kSubjects)));
      touched[subject] = true;
      batch.events.push_back(EventOfNumber(subject, static_cast<std::uint32_t>(random_())));
      if (Below(4) == 0) AddContent(batch.events.back());
    }
    if (Below(4) == 0) touched[SubjectOfNumber(static_cast<std::uint32_t>(Below(kSubjects)))];
    for (const auto& [subject, _] : touched) {
      batch.expectations.push_back(Guess(subject, model.Length(subject)));
    }
    if (Below(5) == 0) {
      batch.blobs.push_back(BlobOf(hasher, std::string(Below(50'000), 'x')));
    }
    if (Below(2) == 0) AddRequests(batch);
    return batch;
  }

 private:
  void AddContent(NewEvent& event) {
    const auto& names = kEnumNames<SealedClass>;
    const SealedClass content_class = names[Below(names.size())].value;
    event.sealed.push_back({content_class, MacOf(7), std::string(Below(300), 's')});
  }
  Expectation Guess(const Subject& subject, std::uint64_t length) {
    if (Below(3) == 0) return Any(subject);
    const std::uint64_t guess = Below(12) == 0 ? length + Below(3) : length;
    return guess == 0 ? NoStream(subject) : Exactly(subject, guess - 1);
  }
  void AddRequests(Batch& batch) {
    std::uint32_t first = 0;
    const auto size = static_cast<std::uint32_t>(batch.events.size());
    const std::uint64_t from = Below(kRequests);
    for (std::uint64_t i = 0; i <= Below(3) && first < size; ++i) {
      const auto count = 1 + static_cast<std::uint32_t>(Below(size - first));
      const Hash mac = MacOf(Below(10) == 0 ? 2 : 1);
      batch.requests.push_back({"request " + std::to_string(from + i), mac, first, count});
      first += count;
    }
  }
  std::mt19937_64 random_;
};

Expected AnswerOf(const Result<Appended>& answer) {
  if (!answer) return {answer.error().code};
  return {std::nullopt, answer->first.value, answer->count, answer->already};
}

void ExpectSame(const Expected& answer, const Expected& expected, const char* log) {
  ASSERT_EQ(answer.error, expected.error) << log;
  ASSERT_EQ(answer.first, expected.first) << log;
  ASSERT_EQ(answer.count, expected.count) << log;
  ASSERT_EQ(answer.already, expected.already) << log;
}

// Everything that can be read of both.
void ExpectSame(const EventLog& model, const EventLog& log, const Model& facts) {
  std::vector<ReadEvent> expected;
  std::vector<ReadEvent> read;
  ASSERT_TRUE(model.ReadLog(Index{0}, Into(expected)));
  ASSERT_TRUE(log.ReadLog(Index{0}, Into(read)));
  ASSERT_EQ(read, expected);
  ASSERT_EQ(read.size(), facts.facts().size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    const NewEvent& fact = facts.facts()[i];
    ASSERT_EQ(read[i].event.subject, fact.subject);
    ASSERT_EQ(read[i].event.fact, fact.fact);
    for (const auto& name : kEnumNames<SealedClass>) {
      const auto stored = *log.FindSealed(fact.subject, read[i].event.version, name.value);
      const bool is_there = !fact.sealed.empty() && fact.sealed[0].content_class == name.value;
      ASSERT_EQ(stored, is_there ? std::optional(fact.sealed[0].stored) : std::nullopt);
    }
  }
  expected.clear();
  read.clear();
  ASSERT_TRUE(model.ReadStreams(SubjectOfNumber(1), SubjectOfNumber(4), AnyKind, Into(expected)));
  ASSERT_TRUE(log.ReadStreams(SubjectOfNumber(1), SubjectOfNumber(4), AnyKind, Into(read)));
  ASSERT_EQ(read, expected);
  for (std::uint32_t number = 0; number < kSubjects; ++number) {
    const Subject subject = SubjectOfNumber(number);
    const auto head = *model.FindStream(subject);
    const auto other = *log.FindStream(subject);
    ASSERT_EQ(other.has_value(), head.has_value());
    if (!head) continue;
    ASSERT_EQ(other->version, head->version);
    ASSERT_EQ(other->leaf, head->leaf);
    ASSERT_EQ(head->version.value + 1, facts.Length(subject));
    expected.clear();
    read.clear();
    const Version from{head->version.value / 2};
    ASSERT_TRUE(model.ReadStream(subject, from, Into(expected)));
    ASSERT_TRUE(log.ReadStream(subject, from, Into(read)));
    ASSERT_EQ(read, expected);
  }
  for (const auto& [id, record] : facts.requests()) {
    const auto found = *log.FindRequest(id);
    ASSERT_TRUE(found) << id;
    ASSERT_EQ(found->first, record.first);
    ASSERT_EQ(found->count, record.count);
  }
  ASSERT_EQ(log.ReadHead()->size, facts.facts().size());
  ASSERT_EQ(log.ReadHead()->last_leaf, model.ReadHead()->last_leaf);
}

TEST(EventLogModelTest, BothLogsAnswerAsTheModelWhateverIsAppended) {
  const std::uint64_t seed = TestSeed();
  SCOPED_TRACE(HowToRepeat(seed));
  RandomBatches random(seed);
  Model model;
  MemoryHarness memory;
  RocksDbHarness rocksdb;
  std::map<std::string, int> seen;

  for (int step = 0; step < 600; ++step) {
    SCOPED_TRACE(step);
    const std::uint64_t micros = 1'700'000'000'000'000 + random.Below(1'000'000'000'000);
    memory.ports.clock.Set(micros);
    rocksdb.ports.clock.Set(micros);
    const Batch batch = random.Next(model, rocksdb.ports.hasher);
    const Expected expected = model.Append(batch);
    ExpectSame(AnswerOf(memory.log().Append(batch)), expected, "memory");
    ExpectSame(AnswerOf(rocksdb.log().Append(batch)), expected, "rocksdb");
    if (testing::Test::HasFatalFailure()) return;
    ++seen[expected.error ? "conflict" : expected.already ? "already" : "appended"];

    if (random.Below(20) == 0) {
      rocksdb.Reopen();
      ++seen["reopened"];
    }
    if (random.Below(40) == 0) {
      ExpectSame(memory.log(), rocksdb.log(), model);
      const auto reader = rocksdb.OpenReadOnly();
      ASSERT_TRUE(reader) << reader.error().detail.en;
      ExpectSame(memory.log(), **reader, model);
      if (testing::Test::HasFatalFailure()) return;
      ++seen["compared"];
    }
  }
  rocksdb.Reopen();
  ExpectSame(memory.log(), rocksdb.log(), model);
  for (const char* what : {"conflict", "already", "appended", "reopened", "compared"}) {
    EXPECT_GE(seen[what], 3) << what;
  }
}

}  // namespace
}  // namespace cartulary
