// Randomness.
#pragma once

#include <cstdint>
#include <random>

#include "core/ports/clock.h"

namespace cartulary::cli {

// The kernel's cryptographic source. Thread-safe.
class SystemRandom final : public Random {
 public:
  void Fill(std::span<std::uint8_t> bytes) override;
};

// The same bytes for the same seed, on every machine: for demonstrations and tests only, since
// whoever knows the seed knows the ids. Not thread-safe.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
  void Fill(std::span<std::uint8_t> bytes) override;

 private:
  std::mt19937_64 engine_;
};

// A new id.
template <typename IdType>
IdType NewId(Random& random) {
  IdType id;
  random.Fill(id.bytes);
  return id;
}

}  // namespace cartulary::cli
