#include <gtest/gtest.h>

#include "core/code.h"
#include "core/decimal.h"
#include "core/facts/vocabulary.h"
#include "core/ids.h"
#include "core/text.h"
#include "core/time.h"

namespace cartulary {
namespace {

TEST(DecimalTest, ParsesExactlyTwoPlacesAndNothingElse) {
  const struct {
    const char* text;
    std::optional<std::int64_t> hundredths;
  } kCases[] = {{"12", 1200},       {"12.5", 1250},  {"9,58", 958},  {"-1.05", -105},
                {"0", 0},           {"20.00", 2000}, {"", {}},       {"12.", {}},
                {".5", {}},         {"12.345", {}},  {"1e3", {}},    {" 12", {}},
                {"1234567890", {}}, {"--1", {}},     {"12.5.0", {}}, {"99999999999999", {}}};
  for (const auto& test : kCases) {
    const auto decimal = Decimal::Parse(test.text);
    const auto hundredths =
        decimal ? std::optional<std::int64_t>(decimal->hundredths) : std::nullopt;
    EXPECT_EQ(hundredths, test.hundredths) << test.text;
  }
}

TEST(DecimalTest, PrintsTheShortestForm) {
  EXPECT_EQ(ToText(Decimal{1200}), "12");
  EXPECT_EQ(ToText(Decimal{1250}), "12.5");
  EXPECT_EQ(ToText(Decimal{958}), "9.58");
  EXPECT_EQ(ToText(Decimal{-5}), "-0.05");
}

TEST(DateTest, AcceptsOnlyDaysThatExist) {
  EXPECT_TRUE(Date::Parse("2024-02-29"));
  for (const char* text : {"2026-02-30", "2025-02-29", "2026-13-01", "2026-1-01", "1899-12-31",
                           "2200-01-01", "2026/01/01", "2026-01-01 "}) {
    EXPECT_FALSE(Date::Parse(text)) << text;
  }
}

TEST(DateTest, AddMonthsStaysInTheMonth) {
  EXPECT_EQ(ToText(AddMonths(*Date::Parse("2026-10-31"), 4)), "2027-02-28");
  EXPECT_EQ(ToText(AddMonths(*Date::Parse("2026-01-15"), 4)), "2026-05-15");
}

TEST(InstantTest, PrintsMicrosecondsInUtc) {
  EXPECT_EQ(ToText(Instant{1'772'271'000'123'456}), "2026-02-28T09:30:00.123456Z");
}

TEST(IdTest, TextNamesItsKindAndRoundTrips) {
  LearnerId id;
  id.bytes[0] = 0x0f;
  id.bytes[15] = 0xa3;
  const std::string text = ToText(id);
  EXPECT_EQ(text, "L-0f0000000000000000000000000000a3");
  EXPECT_EQ(ParseId<LearnerTag>(text), id);
  EXPECT_FALSE(ParseId<PersonTag>(text));
  EXPECT_FALSE(ParseId<LearnerTag>(text.substr(1)));
}

TEST(IdTest, TheIdThatIsNeverGivenOutIsNone) {
  EXPECT_FALSE(ParseId<LearnerTag>(ToText(LearnerId{})));
  EXPECT_FALSE(ParseId<SubjectTag>("S-" + std::string(32, '0')));
  EXPECT_TRUE(ParseId<SubjectTag>("S-" + std::string(31, '0') + "1"));
}

TEST(AcademicYearTest, IsTwoYearsInARow) {
  EXPECT_EQ(ToText(*AcademicYear::Parse("2024-2025")), "2024-2025");
  EXPECT_FALSE(AcademicYear::Parse("2024-2026"));
  EXPECT_FALSE(AcademicYear::Parse("2024"));
}

TEST(TextTest, BothSentencesTakeTheSameWordsEachInItsOrder) {
  const Text said = Said("{0} is not a block of {1}", "{1} n'a pas de bloc {0}", BlockCode{"BC09"},
                         std::string("RNCP39304"));
  EXPECT_EQ(said.en, "BC09 is not a block of RNCP39304");
  EXPECT_EQ(said.fr, "RNCP39304 n'a pas de bloc BC09");
}

TEST(TextTest, NumbersDatesAndEnumeratorsAreWritten) {
  const Text said = Said("{0}, {1}, {2}", "{0}, {1}, {2}", 12, Date::FromCivil(2025, 1, 17).value(),
                         Route::kApprenticeship);
  EXPECT_EQ(said.en, "12, 2025-01-17, apprenticeship");
  EXPECT_EQ(said.fr, "12, 2025-01-17, " + std::string(ToFrench(Route::kApprenticeship)));
}

TEST(TextTest, BracesThatAreNoPlaceStayAndWordsAreNotFilledAgain) {
  const Text said = Said("{}, {a}, {0}", "{0}, {0", "{1}");
  EXPECT_EQ(said.en, "{}, {a}, {1}");
  EXPECT_EQ(said.fr, "{1}, {0");
}

TEST(TextDeathTest, APlaceThatNoWordFillsIsABug) {
  const std::array<Text, 1> words = {WordsOf("word")};
  EXPECT_DEATH(Fill("{1}", "{0}", words), "");
}

}  // namespace
}  // namespace cartulary
