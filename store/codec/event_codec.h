// The stored form of an event (docs/spec/events.md), in Cap'n Proto.
#pragma once

#include <string>
#include <string_view>

#include "core/event.h"
#include "core/ports/event_codec.h"
#include "core/result.h"

namespace cartulary {

class CapnpEventCodec final : public EventCodec {
 public:
  // Errors: kInvalidArgument also for a value that Decode would refuse; the detail names the field.
  Result<std::string> Encode(const Event& event) const override;
  // Every bit of the message is accounted for: its layout is the canonical one, each set bit
  // belongs to a field that this program knows, and each value is of its vocabulary.
  Result<Event> Decode(std::string_view message) const override;

  // The same question asked another way, for `verify`: that what Decode gives is encoded to the
  // same bytes. Errors: kIntegrity.
  Status CheckCanonical(std::string_view message) const;
};

}  // namespace cartulary
