// The worked example of docs/spec/events.md is true: it is the event below, byte for byte.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

#include "store/codec/event_codec.h"
#include "store/codec/openssl_hasher.h"

namespace cartulary {
namespace {

// first, first + 1, …
template <typename T>
T Counting(std::uint8_t first) {
  T value;
  std::iota(value.bytes.begin(), value.bytes.end(), first);
  return value;
}

Event Example() {
  Event event;
  event.origin = Counting<LogOrigin>(0x00);
  event.index.value = 1234;
  event.kind = StreamKind::kLearner;
  event.subject = Counting<Subject>(0x10);
  event.version.value = 5;
  event.link = Counting<Hash>(0x20);
  event.recorded.micros = 1'718'892'180'000'000;  // 2024-06-20T14:03:00Z
  event.recorded_date = *Date::Parse("2024-06-20");
  event.by.actor = {Counting<PersonId>(0x40), ActorRole::kRegistrar, Assurance::kOsAccount, 1000};
  event.by.entry = EntryMode::kLive;
  event.by.effective = *Date::Parse("2024-06-18");
  event.sealed = {{SealedClass::kComments, Counting<Hash>(0x50)}};
  AssessmentRecorded fact;
  fact.enrolment = Counting<EnrolmentId>(0x70);
  fact.plan = PlanCode{"BC01-EX1"};
  fact.session = AssessmentSession::kFirst;
  fact.attempt = 1;
  fact.status = AssessmentStatus::kGraded;
  fact.grade = Decimal{1250};
  fact.assessors = {Counting<PersonId>(0x80)};
  event.fact = fact;
  return event;
}

std::string LinesOf(const std::string& message) {
  std::string lines;
  for (std::size_t at = 0; at < message.size(); at += 8) {
    char line[32];
    std::snprintf(line, sizeof(line), "%03zx  ", at);
    lines += line + ToHex(reinterpret_cast<const std::uint8_t*>(message.data()) + at, 8) + '\n';
  }
  return lines;
}

class EventSpecTest : public testing::Test {
 protected:
  void SetUp() override {
    std::ifstream in(std::string(CARTULARY_SOURCE_DIR) + "/docs/spec/events.md");
    ASSERT_TRUE(in);
    for (std::string line; std::getline(in, line);) lines_.push_back(line);
    const Result<std::string> message = CapnpEventCodec().Encode(Example());
    ASSERT_TRUE(message) << message.error().detail.en;
    message_ = *message;
  }

  std::vector<std::string> lines_;
  std::string message_;
};

// "010  0000000000000000", and perhaps a comment behind two blanks.
constexpr std::size_t kWordLength = 21;
bool IsWord(const std::string& line) {
  const auto is_hex = [&](std::size_t from, std::size_t size) {
    return line.find_first_not_of("0123456789abcdef", from) >= from + size;
  };
  return line.size() >= kWordLength && is_hex(0, 3) && line.compare(3, 2, "  ") == 0 &&
         is_hex(5, 16) && (line.size() == kWordLength || line.compare(kWordLength, 2, "  ") == 0);
}

TEST_F(EventSpecTest, TheWordsOfTheExampleAreThoseOfTheEvent) {
  std::string documented;
  for (const std::string& line : lines_) {
    if (IsWord(line)) documented += line.substr(0, kWordLength) + '\n';
  }
  EXPECT_EQ(documented, LinesOf(message_));
}

TEST_F(EventSpecTest, TheLeafHashOfTheExampleIsThatOfTheEvent) {
  const std::string hash = ToText(OpensslHasher().LeafHash(message_));
  EXPECT_TRUE(std::any_of(lines_.begin(), lines_.end(), [&](const auto& line) {
    return line.find(hash) != std::string::npos;
  })) << hash;
}

TEST_F(EventSpecTest, EveryFactHasItsRow) {
  ForEachFactType([&](const auto& fact) {
    const FactInfo& info = fact.kInfo;
    const std::string stream =
        info.stream == StreamKind{} ? "that of its target" : std::string(ToName(info.stream));
    const std::string row = "| " + std::to_string(static_cast<int>(info.type)) + " | " +
                            std::string(info.name) + " | " + stream + " | " +
                            std::string(info.effective) + " |";
    EXPECT_EQ(std::count(lines_.begin(), lines_.end(), row), 1) << row;
  });
}

}  // namespace
}  // namespace cartulary
