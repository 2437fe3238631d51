// Clocks, and the civil date in Europe/Paris.
#pragma once

#include <atomic>

#include "core/ports/clock.h"

namespace cartulary::cli {

// The computer's clock. Thread-safe.
class SystemClock final : public Clock {
 public:
  Instant Now() const override;
  Date CivilDate(Instant instant) const override;
};

// A clock that stands still until it is set: for demonstrations and tests. Thread-safe.
class SimulatedClock final : public Clock {
 public:
  explicit SimulatedClock(Instant start) : micros_(start.micros) {}
  void Set(Instant instant) { micros_ = instant.micros; }
  Instant Now() const override { return Instant{micros_}; }
  Date CivilDate(Instant instant) const override;

 private:
  std::atomic<std::uint64_t> micros_;
};

// The instant at which a day begins in Europe/Paris, plus a time of that day.
Instant InstantInParis(Date date, TimeOfDay time);

}  // namespace cartulary::cli
