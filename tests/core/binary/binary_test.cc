#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <variant>

#include "core/binary/reader.h"
#include "core/binary/writer.h"
#include "core/facts/fact.h"
#include "tests/support/sample.h"

namespace cartulary {
namespace {

template <typename T>
std::string Written(const T& value) {
  BinaryWriter writer;
  writer.Write(value);
  return writer.Take();
}

template <typename T>
Result<T> ReadBack(std::string_view bytes) {
  BinaryReader reader(bytes);
  T value{};
  reader.Read(value);
  CARTULARY_RETURN_IF_ERROR(reader.Finish());
  return value;
}

template <typename T>
void ExpectRoundTrip(const T& value) {
  const auto read = ReadBack<T>(Written(value));
  ASSERT_TRUE(read) << read.error().detail.en;
  EXPECT_EQ(*read, value);
}

TEST(BinaryTest, NumbersOfEverySizeComeBack) {
  for (int shift = 0; shift < 64; ++shift) {
    const std::uint64_t bits = std::uint64_t{1} << shift;
    ExpectRoundTrip(bits);
    ExpectRoundTrip(bits - 1);
    ExpectRoundTrip(static_cast<std::int64_t>(bits));
    ExpectRoundTrip(-static_cast<std::int64_t>(bits - 1));
  }
  ExpectRoundTrip(std::numeric_limits<std::uint64_t>::max());
  ExpectRoundTrip(std::numeric_limits<std::int32_t>::min());
}

TEST(BinaryTest, EveryFactComesBack) {
  ForEachFactType([](auto fact) {
    using F = decltype(fact);
    sample::Filler filler(static_cast<std::uint64_t>(F::kInfo.type), sample::Fill::kRepeating);
    if constexpr (std::is_constructible_v<PlainFact, F>) {
      for (int i = 0; i < 100; ++i) {
        F filled{};
        filler.Set(filled);
        ExpectRoundTrip(filled);
        ExpectRoundTrip(PlainFact(filled));
      }
    }
  });
}

TEST(BinaryTest, AnIdAndACodeAreWrittenOnce) {
  const std::vector<PersonId> once(1), often(20);
  EXPECT_EQ(Written(once).size() + 19, Written(often).size());
  const std::vector<PlanCode> one(1, PlanCode{"BC01-EX1"}), many(20, PlanCode{"BC01-EX1"});
  EXPECT_EQ(Written(one).size() + 19, Written(many).size());
  ExpectRoundTrip(many);
}

TEST(BinaryTest, OfACodeOnlyWhatIsNewIsWritten) {
  const std::vector<PlanCode> alike{{"BC01-EX1"}, {"BC01-EX2"}, {"BC01"}, {"BC01-EX11"}};
  EXPECT_EQ(Written(alike).size(), 1u + 11u + 4u + 3u + 8u);
  ExpectRoundTrip(alike);
  EXPECT_FALSE(ReadBack<PlanCode>(std::string("\x00\x01\x01P", 4))) << "nothing to share with";
}

TEST(BinaryTest, ANumberTooLargeForItsTypeIsRefused) {
  EXPECT_FALSE(ReadBack<std::uint8_t>(Written(std::uint32_t{256})));
  EXPECT_FALSE(ReadBack<bool>(Written(std::uint32_t{2})));
  EXPECT_FALSE(ReadBack<Date>(Written(std::int64_t{1} << 31)));
  EXPECT_FALSE(ReadBack<Route>(Written(std::uint32_t{200})));
}

TEST(BinaryTest, ANumberNotInItsShortestFormIsRefused) {
  EXPECT_TRUE(ReadBack<std::uint64_t>(std::string("\x05", 1)));
  EXPECT_FALSE(ReadBack<std::uint64_t>(std::string("\x85\x00", 2)));
  EXPECT_FALSE(ReadBack<std::uint64_t>(std::string(9, '\xff') + '\x02'));
  EXPECT_FALSE(ReadBack<std::uint64_t>(std::string(11, '\xff')));
}

TEST(BinaryTest, AMalformedCodeIsRefused) {
  EXPECT_TRUE(ReadBack<PlanCode>(std::string("\x00\x00\x01P", 4)));
  EXPECT_FALSE(ReadBack<PlanCode>(std::string("\x00\x00\x01 ", 4)));
  EXPECT_FALSE(ReadBack<PlanCode>(std::string("\x01", 1))) << "a number not given out yet";
}

TEST(BinaryTest, AnUnknownFactTypeIsRefused) {
  for (const std::uint32_t type : {0u, 1u, 2u, 255u, 256u, 65535u, 65536u}) {
    EXPECT_FALSE(ReadBack<PlainFact>(Written(type))) << type;
  }
}

TEST(BinaryTest, ACountPastTheEndAllocatesNothing) {
  EXPECT_FALSE(ReadBack<std::vector<PersonId>>(Written(std::uint64_t{1} << 60)));
  EXPECT_FALSE(ReadBack<std::string>(Written(std::uint64_t{1} << 60)));
}

TEST(BinaryTest, BytesLeftOverAreRefused) {
  const auto read = ReadBack<std::uint64_t>(std::string("\x05\x06", 2));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kIntegrity);
  EXPECT_NE(read.error().detail.en.find("byte 1 of 2"), std::string::npos)
      << read.error().detail.en;
}

TEST(BinaryTest, EveryTruncationIsRefused) {
  ForEachFactType([](auto fact) {
    if constexpr (std::is_constructible_v<PlainFact, decltype(fact)>) {
      sample::Filler(7, sample::Fill::kRepeating).Set(fact);
      const std::string bytes = Written(PlainFact(fact));
      for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(ReadBack<PlainFact>(std::string_view(bytes).substr(0, size)));
      }
    }
  });
}

}  // namespace
}  // namespace cartulary
