#include "core/fold/passed_over.h"

#include <algorithm>
#include <utility>

namespace cartulary {

Version NextShown(const PassedOver& passed_over, const Subject& subject, std::uint64_t from) {
  while (passed_over.contains({subject, {from}})) ++from;
  return {from};
}

std::uint64_t LastShown(const PassedOver& passed_over, std::uint64_t size) {
  const auto is_passed_over = [&](std::uint64_t index) {
    return std::ranges::any_of(
        passed_over, [&](const auto& event) { return event.second.index.value == index; });
  };
  for (std::uint64_t index = size; index > 0; --index) {
    if (!is_passed_over(index - 1)) return index - 1;
  }
  return size;
}

Error UnreadableEvent(Error why, const EventRef& event) {
  why.detail = Said("{0} (version {1} of {2})", "{0} (version {1} de {2})", why.detail,
                    event.version.value, event.subject);
  why.next_step = Said(
      "use the program that wrote the event, or a later one. If no program can read it, it is "
      "passed over once somebody answers for that: `cartulary record SkipWaived "
      "event={0}@{1} authority=AUTHORITY reason=CODE`",
      "utilisez le programme qui a écrit l'événement, ou un plus récent. Si aucun programme "
      "ne peut le lire, il est écarté dès que quelqu'un en répond : `cartulary record "
      "SkipWaived event={0}@{1} authority=AUTORITÉ reason=CODE`",
      event.subject, event.version.value);
  return why;
}

}  // namespace cartulary
