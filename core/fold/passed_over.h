// Events that nobody can decode and that somebody answers for passing over (SkipWaived).
#pragma once

#include <cstdint>
#include <map>

#include "core/ids.h"
#include "core/result.h"
#include "core/text.h"

namespace cartulary {

// The events that are waived, each with the index of its SkipWaived.
using Waivers = std::map<EventRef, Index>;

struct Unreadable {
  Index index;
  Index waiver;  // The event that lets it be passed over.
  Text why;      // Why it cannot be decoded: a fragment that names it.
};
// Those that reads leave out.
using PassedOver = std::map<EventRef, Unreadable>;

// For a log that leaves nothing out.
inline const PassedOver& NothingPassedOver() {
  static const PassedOver kNothing;
  return kNothing;
}

// The first version of a stream, from `from` on, that is not passed over.
Version NextShown(const PassedOver& passed_over, const Subject& subject, std::uint64_t from);
// Likewise the last place of the log below `size`; `size` if there is none.
std::uint64_t LastShown(const PassedOver& passed_over, std::uint64_t size);

// The error of a decoding, with where the event is and what may be done.
Error UnreadableEvent(Error why, const EventRef& event);

}  // namespace cartulary
