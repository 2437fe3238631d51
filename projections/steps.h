// Tells a watch how one task comes along, a thousand items at a time.
#pragma once

#include <cstdint>
#include <utility>

#include "core/ports/watch.h"
#include "core/result.h"

namespace cartulary {

// Used by one thread. The watch, if there is one, outlives it.
class Steps {
 public:
  explicit Steps(Watch* watch) : watch_(watch) {}

  // One item is done. Errors: kWorld, if the work is to stop.
  Status Take() {
    constexpr std::uint64_t kItemsToldAtOnce = 1024;
    return ++untold_ < kItemsToldAtOnce ? Status(Ok{}) : Tell();
  }
  // After the last item of the task. Errors: likewise.
  Status Tell() {
    const std::uint64_t items = std::exchange(untold_, 0);
    if (watch_ == nullptr || watch_->Advance(items)) return Ok{};
    return Error{ErrorCode::kWorld, Said("stopped before the end, as asked; nothing was changed",
                                         "arrêté avant la fin, comme demandé ; rien n'a changé")};
  }

 private:
  Watch* watch_;
  std::uint64_t untold_ = 0;
};

}  // namespace cartulary
