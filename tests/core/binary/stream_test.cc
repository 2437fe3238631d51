#include "core/binary/stream.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <utility>

#include "core/ids.h"
#include "tests/support/sample.h"

namespace cartulary {
namespace {

// A stream with `rounds` facts of every type, some superseded, some replacements.
FoldedStream RandomStream(std::uint64_t seed, int rounds) {
  sample::Filler filler(seed, sample::Fill::kRepeating);
  FoldedStream stream;
  filler.Set(stream.kind);
  filler.Set(stream.subject.bytes[3]);
  for (int round = 0; round < rounds; ++round) {
    ForEachFactType([&](auto fact) {
      if constexpr (std::is_constructible_v<PlainFact, decltype(fact)>) {
        if (filler.Below(4) != 0) filler.Set(fact);
        Entry entry;
        entry.version = {stream.next_version + filler.Below(2)};
        entry.index = {stream.last_index.value + filler.Below(1000)};
        entry.effective = {static_cast<std::int32_t>(filler.Below(30000))};
        entry.recorded_date = {static_cast<std::int32_t>(20000 + round)};
        filler.Set(entry.entry);
        if (filler.Below(4) == 0) entry.replaces = Version{filler.Below(10)};
        if (filler.Below(4) == 0) entry.superseded = Superseded{{filler.Below(99)}, {5}, {}};
        if (entry.superseded && filler.Below(2) == 0) entry.superseded->from = Date{18000};
        entry.fact = fact;
        stream.next_version = entry.version.value + 1;
        stream.last_index = entry.index;
        stream.last_recorded_date = entry.recorded_date;
        stream.entries.push_back(std::move(entry));
      }
    });
  }
  return stream;
}

TEST(StreamTest, EveryStreamComesBack) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const FoldedStream stream = RandomStream(seed, static_cast<int>(seed % 4));
    const auto decoded = DecodeStream(EncodeStream(stream));
    ASSERT_TRUE(decoded) << decoded.error().detail.en;
    EXPECT_EQ(*decoded, stream) << "seed " << seed;
  }
}

TEST(StreamTest, EqualStreamsGiveEqualBytes) {
  const FoldedStream stream = RandomStream(3, 2);
  const FoldedStream copy = *DecodeStream(EncodeStream(stream));
  EXPECT_EQ(EncodeStream(copy), EncodeStream(stream));
}

TEST(StreamTest, EveryTruncationIsRefused) {
  const std::string bytes = EncodeStream(RandomStream(5, 1));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto decoded = DecodeStream(std::string_view(bytes).substr(0, size));
    ASSERT_FALSE(decoded) << size;
    EXPECT_EQ(decoded.error().code, ErrorCode::kIntegrity);
  }
}

TEST(StreamTest, DamagedBytesAreRefusedOrReadAsAnotherStream) {
  const std::string bytes = EncodeStream(RandomStream(6, 1));
  std::mt19937_64 random(1);
  int refused = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string damaged = bytes;
    for (std::uint64_t flips = 1 + random() % 3; flips > 0; --flips) {
      damaged[random() % damaged.size()] = static_cast<char>(random());
    }
    const auto decoded = DecodeStream(damaged);
    if (!decoded) {
      ++refused;
      continue;
    }
    const auto again = DecodeStream(EncodeStream(*decoded));
    ASSERT_TRUE(again) << again.error().detail.en;
    ASSERT_EQ(*again, *decoded);
  }
  EXPECT_GT(refused, 1000);
}

TEST(StreamTest, RandomBytesAreRefused) {
  std::mt19937_64 random(2);
  for (int i = 0; i < 20000; ++i) {
    std::string bytes(random() % 200, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    if (!bytes.empty() && i % 2 == 0) bytes[0] = 1;
    if (const auto decoded = DecodeStream(bytes)) {
      EXPECT_EQ(*DecodeStream(EncodeStream(*decoded)), *decoded);
    }
  }
}

TEST(StreamTest, AnotherFormatVersionIsNoDamageAndIsMadeAnew) {
  std::string bytes = EncodeStream(RandomStream(1, 1));
  bytes[0] = 99;
  const auto decoded = DecodeStream(bytes);
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, ErrorCode::kWorld);
  EXPECT_NE(decoded.error().detail.en.find("another version of the program"), std::string::npos);
  EXPECT_NE(decoded.error().next_step.en.find("cartulary rebuild"), std::string::npos);

  const auto damaged = DecodeStream(bytes.substr(0, 0));
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, ErrorCode::kIntegrity);
  EXPECT_NE(damaged.error().next_step.en.find("cartulary rebuild"), std::string::npos);
}

// A small dossier, the same for ever: its bytes are those of every store already out there.
FoldedStream GoldenDossier() {
  FoldedStream dossier{.kind = StreamKind::kLearner,
                       .subject = SubjectOf(*ParseId<LearnerTag>("L-" + std::string(32, 'a'))),
                       .next_version = 5,
                       .last_index = {41},
                       .last_recorded_date = *Date::Parse("2024-06-20"),
                       .entries = {}};
  const EnrolmentId enrolment = *ParseId<EnrolmentTag>("E-" + std::string(32, 'b'));
  const auto add = [&](std::uint64_t version, std::uint64_t index, const char* effective,
                       PlainFact fact) {
    Entry entry;
    entry.version = {version};
    entry.index = {index};
    entry.effective = *Date::Parse(effective);
    entry.recorded_date = *Date::Parse("2024-06-20");
    entry.entry = EntryMode::kLive;
    entry.fact = std::move(fact);
    return &dossier.entries.emplace_back(std::move(entry));
  };
  add(0, 30, "2021-09-01", LearnerRegistered{.number = Lookup{Hash{{1, 2, 3}}}});
  add(1, 31, "2021-09-01",
      EnrolmentOpened{.enrolment = enrolment,
                      .certification = {"RNCP39304"},
                      .route = Route::kApprenticeship,
                      .campus = {"AIX"},
                      .cohort = {"2021"},
                      .qualification = {"BUT"},
                      .level = 5,
                      .edition = {"2021"}});
  AssessmentRecorded assessment;
  assessment.enrolment = enrolment;
  assessment.plan = {"BC01-EX1"};
  assessment.session = AssessmentSession::kFirst;
  assessment.attempt = 1;
  assessment.status = AssessmentStatus::kGraded;
  assessment.grade = *Decimal::Parse("9.58");
  add(2, 32, "2022-01-15", assessment)->superseded = Superseded{{4}, {41}, {}};
  assessment.plan = {"BC01-EX2"};
  add(3, 40, "2022-02-15", assessment);
  assessment.plan = {"BC01-EX1"};
  assessment.grade = *Decimal::Parse("10");
  add(4, 41, "2022-01-15", assessment)->replaces = Version{2};
  return dossier;
}

TEST(StreamTest, TheBytesOfADossierAreThoseOfTheGoldenFile) {
  std::ifstream file(CARTULARY_SOURCE_DIR "/tests/golden/state/dossier.v1.hex");
  std::string golden;
  std::getline(file, golden);
  const std::string bytes = EncodeStream(GoldenDossier());

  EXPECT_EQ(ToHex(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()), golden);

  std::string stored(golden.size() / 2, '\0');
  ASSERT_TRUE(FromHex(golden, reinterpret_cast<std::uint8_t*>(stored.data()), stored.size()));
  EXPECT_EQ(*DecodeStream(stored), GoldenDossier());
}

}  // namespace
}  // namespace cartulary
