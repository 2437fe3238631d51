// The ports to what is not a function of the input. cli/ gives them; nothing in core/ or
// projections/ holds one.
#pragma once

#include <cstdint>
#include <span>

#include "core/time.h"

namespace cartulary {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant Now() const = 0;
  // The civil date of an instant in Europe/Paris.
  virtual Date CivilDate(Instant instant) const = 0;
};

class Random {
 public:
  virtual ~Random() = default;
  // Fills `bytes` from a cryptographic source (or, in a demonstration, a seeded one).
  virtual void Fill(std::span<std::uint8_t> bytes) = 0;
};

}  // namespace cartulary
