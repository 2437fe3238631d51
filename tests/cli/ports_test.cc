#include <gtest/gtest.h>

#include <atomic>
#include <vector>

#include "cli/ports/clock.h"
#include "cli/ports/executor.h"
#include "cli/ports/random.h"
#include "core/ids.h"

namespace cartulary::cli {
namespace {

TEST(ClockTest, CivilDateIsThatOfParis) {
  const SystemClock clock;
  // 2026-06-30T22:30:00Z is half past midnight in summer time.
  EXPECT_EQ(ToText(clock.CivilDate(Instant{1'782'858'600'000'000})), "2026-07-01");
  // 2026-12-31T22:30:00Z is still the 31st in winter time.
  EXPECT_EQ(ToText(clock.CivilDate(Instant{1'798'756'200'000'000})), "2026-12-31");
}

TEST(ClockTest, AnInstantInParisIsOfThatDay) {
  const Date day = *Date::Parse("2026-03-29");  // Summer time begins at 02:00.
  const SimulatedClock clock(InstantInParis(day, *TimeOfDay::Parse("00:00")));
  EXPECT_EQ(ToText(clock.Now()), "2026-03-28T23:00:00.000000Z");
  EXPECT_EQ(clock.CivilDate(clock.Now()), day);
  EXPECT_EQ(ToText(InstantInParis(day, *TimeOfDay::Parse("09:00"))), "2026-03-29T07:00:00.000000Z");
}

TEST(ClockTest, SimulatedTimeStandsStill) {
  SimulatedClock clock(Instant{5});
  EXPECT_EQ(clock.Now(), Instant{5});
  clock.Set(Instant{9});
  EXPECT_EQ(clock.Now(), Instant{9});
}

TEST(RandomTest, SeedDecides) {
  SeededRandom first(7);
  SeededRandom same(7);
  SeededRandom other(8);
  const auto id = NewId<LearnerId>(first);
  EXPECT_EQ(NewId<LearnerId>(same), id);
  EXPECT_NE(NewId<LearnerId>(other), id);
  EXPECT_NE(NewId<LearnerId>(first), id);
}

TEST(RandomTest, SystemFillsEveryByte) {
  SystemRandom random;
  std::vector<std::uint8_t> either(1000, 0);
  for (int i = 0; i < 8; ++i) {
    std::vector<std::uint8_t> bytes(1000);
    random.Fill(bytes);
    for (std::size_t k = 0; k < bytes.size(); ++k) either[k] |= bytes[k];
  }
  for (const std::uint8_t byte : either) EXPECT_NE(byte, 0);
}

TEST(ExecutorTest, EveryTaskRunsOnce) {
  for (const std::size_t width : {1u, 3u}) {
    AsioExecutor executor(width);
    EXPECT_EQ(executor.Width(), width);
    for (const std::size_t count : {0u, 1u, 2u, 1000u}) {
      std::vector<std::atomic<int>> runs(count);
      executor.RunAll(count, [&](std::size_t i) { ++runs[i]; });
      for (const auto& run : runs) EXPECT_EQ(run, 1);
    }
  }
}

}  // namespace
}  // namespace cartulary::cli
