#include "core/findings/sample.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "core/check.h"

namespace cartulary {

Hash ScoreOf(const SampleMember& member, std::uint32_t seed, const Hasher& hasher) {
  return hasher.HmacSha256(std::to_string(seed), member.key);
}

std::vector<std::size_t> Allocate(const std::vector<std::string>& names,
                                  const std::vector<std::size_t>& strata, std::size_t size) {
  CARTULARY_CHECK(names.size() == strata.size());
  const std::size_t total = std::accumulate(strata.begin(), strata.end(), std::size_t{0});
  CARTULARY_CHECK(size <= total);
  if (total == 0) return std::vector<std::size_t>(strata.size());
  std::vector<std::size_t> shares;
  std::vector<std::size_t> order(strata.size());
  std::size_t left = size;
  for (const std::size_t stratum : strata) {
    shares.push_back(size * stratum / total);
    left -= shares.back();
  }
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    const std::size_t of_a = size * strata[a] % total;
    const std::size_t of_b = size * strata[b] % total;
    return of_a != of_b ? of_b < of_a : names[a] < names[b];
  });
  for (std::size_t i = 0; i < left; ++i) ++shares[order[i]];
  return shares;
}

std::vector<DrawnMember> DrawSample(const std::vector<SampleMember>& population, std::size_t size,
                                    std::uint32_t seed, const Hasher& hasher) {
  std::map<std::string, std::vector<DrawnMember>> strata;
  for (std::size_t i = 0; i < population.size(); ++i) {
    strata[population[i].stratum].push_back({i, ScoreOf(population[i], seed, hasher)});
  }
  std::vector<std::string> names;
  std::vector<std::size_t> sizes;
  for (auto& [name, members] : strata) {
    std::ranges::sort(members, {}, &DrawnMember::score);
    names.push_back(name);
    sizes.push_back(members.size());
  }
  const std::vector<std::size_t> shares = Allocate(names, sizes, size);
  std::vector<DrawnMember> drawn;
  auto share = shares.begin();
  for (const auto& [name, members] : strata) {
    const auto taken = static_cast<std::ptrdiff_t>(*share++);
    drawn.insert(drawn.end(), members.begin(), members.begin() + taken);
  }
  return drawn;
}

Hash HashOf(const std::vector<DrawnMember>& drawn, const std::vector<SampleMember>& population,
            const Hasher& hasher) {
  std::string keys;
  for (const DrawnMember& one : drawn) keys += population[one.member].key + '\n';
  return hasher.Sha256(keys);
}

}  // namespace cartulary
