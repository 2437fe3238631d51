// A sample for an audit that anybody can draw again: stratified, and decided by a seed alone.
// docs/reference/findings.md says how, with an example.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/ports/hasher.h"

namespace cartulary {

// One member of a population.
struct SampleMember {
  std::string key;      // What it is called: unique in the population.
  std::string stratum;  // Empty: there is only one.
};

struct DrawnMember {
  std::size_t member;  // Its place in the population.
  Hash score;
};

// HMAC-SHA256 of the key under the seed in decimal digits: the least scores of a stratum are drawn.
Hash ScoreOf(const SampleMember& member, std::uint32_t seed, const Hasher& hasher);

// How many of each stratum, in the order given: in proportion to their sizes, whole numbers by the
// largest remainder; of equal remainders, the stratum named first in the order of bytes.
// Preconditions: `size` is at most the sum of `strata`; names and sizes are as many.
std::vector<std::size_t> Allocate(const std::vector<std::string>& names,
                                  const std::vector<std::size_t>& strata, std::size_t size);

// `size` members, stratum by stratum in the order of their names, each in the order of the scores.
// The order of `population` does not matter. Precondition: `size` is at most that of `population`.
std::vector<DrawnMember> DrawSample(const std::vector<SampleMember>& population, std::size_t size,
                                    std::uint32_t seed, const Hasher& hasher);

// SHA-256 over the keys drawn, in that order, each followed by a newline.
Hash HashOf(const std::vector<DrawnMember>& drawn, const std::vector<SampleMember>& population,
            const Hasher& hasher);

}  // namespace cartulary
