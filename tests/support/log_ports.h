// What a log needs from outside, for tests: the real codec and hash, and a clock that is set.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/ports/clock.h"
#include "core/ports/event_codec.h"
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

// The real codec; on demand it cannot read one event, as if a later program had written it.
class RefusingCodec final : public EventCodec {
 public:
  Result<std::string> Encode(const Event& event) const override { return codec_.Encode(event); }
  Result<Event> Decode(std::string_view message) const override {
    CARTULARY_ASSIGN_OR_RETURN(Event event, codec_.Decode(message));
    if (!refused || event.index != *refused) return event;
    return Error{ErrorCode::kIntegrity,
                 Said("event {0}: a fact of type 250 is not known",
                      "événement {0} : un fait de type 250 est inconnu", event.index.value)};
  }

  std::optional<Index> refused;

 private:
  CapnpEventCodec codec_;
};

struct TestPorts {
  RefusingCodec codec;
  OpensslHasher hasher;
  SetClock clock;
};

}  // namespace cartulary
