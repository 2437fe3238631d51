#include "core/findings/sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "store/codec/openssl_hasher.h"

namespace cartulary {
namespace {

const OpensslHasher kHasher;

using Sizes = std::vector<std::size_t>;

TEST(SampleTest, AllocatesByTheLargestRemainder) {
  EXPECT_EQ(Allocate({"a", "b", "c"}, {50, 30, 20}, 10), (Sizes{5, 3, 2}));
  // 3.5, 2.1, 1.4: the half is the largest remainder.
  EXPECT_EQ(Allocate({"a", "b", "c"}, {50, 30, 20}, 7), (Sizes{4, 2, 1}));
  // Equal remainders: the first name, wherever it stands.
  EXPECT_EQ(Allocate({"b", "a"}, {5, 5}, 3), (Sizes{1, 2}));
  EXPECT_EQ(Allocate({"a", "b"}, {5, 0}, 5), (Sizes{5, 0}));
  EXPECT_EQ(Allocate({}, {}, 0), Sizes{});
}

TEST(SampleTest, AllocatesExactlyAndNeverMoreThanThereAre) {
  for (std::size_t a = 0; a < 9; ++a) {
    for (std::size_t b = 0; b < 9; ++b) {
      for (std::size_t size = 0; size <= a + b + 3; ++size) {
        const Sizes strata{a, b, 3};
        const Sizes shares = Allocate({"a", "b", "c"}, strata, size);
        EXPECT_EQ(std::accumulate(shares.begin(), shares.end(), std::size_t{0}), size);
        for (std::size_t i = 0; i < strata.size(); ++i) EXPECT_LE(shares[i], strata[i]);
      }
    }
  }
}

std::vector<SampleMember> PopulationOf(int size) {
  std::vector<SampleMember> population;
  for (int i = 0; i < size; ++i) {
    population.push_back({"E-" + std::to_string(i), i % 3 == 0 ? "vae" : "apprenticeship"});
  }
  return population;
}

std::vector<std::string> KeysOf(const std::vector<SampleMember>& population, std::size_t size,
                                std::uint32_t seed) {
  std::vector<std::string> keys;
  for (const DrawnMember& one : DrawSample(population, size, seed, kHasher)) {
    keys.push_back(population[one.member].key);
  }
  return keys;
}

TEST(SampleTest, TheSameSeedDrawsTheSameInWhateverOrderThePopulationComes) {
  auto population = PopulationOf(90);
  const auto keys = KeysOf(population, 9, 7);
  EXPECT_EQ(keys.size(), 9u);
  EXPECT_EQ(std::set(keys.begin(), keys.end()).size(), 9u);
  std::ranges::reverse(population);
  EXPECT_EQ(KeysOf(population, 9, 7), keys);
  EXPECT_NE(KeysOf(population, 9, 8), keys);
}

TEST(SampleTest, TheLeastScoresOfEachStratumAreDrawnInTheirOrder) {
  const auto population = PopulationOf(90);
  const auto drawn = DrawSample(population, 9, 7, kHasher);
  for (const std::string stratum : {"apprenticeship", "vae"}) {
    std::vector<Hash> scores;
    for (const SampleMember& member : population) {
      if (member.stratum == stratum) scores.push_back(ScoreOf(member, 7, kHasher));
    }
    std::ranges::sort(scores);
    std::vector<Hash> of_stratum;
    for (const DrawnMember& one : drawn) {
      if (population[one.member].stratum == stratum) of_stratum.push_back(one.score);
    }
    scores.resize(stratum == "vae" ? 3 : 6);
    EXPECT_EQ(of_stratum, scores);
  }
}

TEST(SampleTest, AllOfThemIsEverybody) { EXPECT_EQ(KeysOf(PopulationOf(10), 10, 1).size(), 10u); }

// printf 'E-1' | openssl dgst -sha256 -hmac 20261125
TEST(SampleTest, TheScoreIsAPlainHmac) {
  EXPECT_EQ(ToText(ScoreOf({"E-1", ""}, 20261125, kHasher)),
            "1c9197d9b7887739606dcaa92eddbd81d560771b9e83aea057f0fdd46d249dc5");
}

}  // namespace
}  // namespace cartulary
