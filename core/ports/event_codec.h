// The port between an event and its stored bytes. store/codec implements it with Cap'n Proto.
#pragma once

#include <string>
#include <string_view>

#include "core/event.h"
#include "core/result.h"

namespace cartulary {

// Thread-safe.
class EventCodec {
 public:
  virtual ~EventCodec() = default;
  // The canonical message of an event, without segment table: what is hashed and stored for ever.
  // Errors: kInvalidArgument if it would be larger than kEventSizeBytesMax.
  virtual Result<std::string> Encode(const Event& event) const = 0;
  // Errors: kIntegrity, with the index where it can be read, if the message is not canonical, is
  // truncated, or holds a fact type, a value or a field that this program does not know.
  virtual Result<Event> Decode(std::string_view message) const = 0;
};

}  // namespace cartulary
