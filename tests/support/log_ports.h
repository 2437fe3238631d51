// What a log needs from outside, for tests: the real codec and hash, and a clock that is set.
#pragma once

#include <atomic>
#include <cstdint>

#include "core/ports/clock.h"
#include "core/time.h"
#include "store/codec/event_codec.h"
#include "store/codec/openssl_hasher.h"

namespace cartulary {

class SetClock final : public Clock {
 public:
  Instant Now() const override { return Instant{micros_.load()}; }
  // In UTC.
  Date CivilDate(Instant instant) const override {
    return Date{static_cast<std::int32_t>(instant.micros / kMicrosPerDay)};
  }
  void Set(std::uint64_t micros) { micros_ = micros; }

 private:
  static constexpr std::uint64_t kMicrosPerDay = 86'400'000'000;
  std::atomic<std::uint64_t> micros_ = 1'700'000'000'000'000;
};

struct TestPorts {
  CapnpEventCodec codec;
  OpensslHasher hasher;
  SetClock clock;
};

}  // namespace cartulary
