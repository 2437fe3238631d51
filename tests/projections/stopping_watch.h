// A watch that has the work stop.
#pragma once

#include <atomic>
#include <cstdint>

#include "core/ports/watch.h"

namespace cartulary {

// Says to stop after some items.
class StoppingWatch final : public Watch {
 public:
  explicit StoppingWatch(std::uint64_t items) : items_(items) {}
  bool Advance(std::uint64_t items) override {
    done_ += items;
    return done_ < items_;
  }
  std::uint64_t done() const { return done_; }

 private:
  const std::uint64_t items_;
  std::atomic<std::uint64_t> done_ = 0;
};

}  // namespace cartulary
