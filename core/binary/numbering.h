// Numbers values in the order in which they first come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cartulary {

// `Hasher` is a function object from a value to std::size_t. Not thread-safe.
template <typename Value, typename Hasher>
class Numbering {
 public:
  struct Numbered {
    std::size_t number = 0;  // From 0.
    bool is_new = false;
  };
  Numbered Of(const Value& value) {
    if (2 * values_.size() >= slots_.size()) Grow();
    std::uint32_t& slot = SlotOf(value);
    if (slot != 0) return {slot - 1u, false};
    values_.push_back(value);
    slot = static_cast<std::uint32_t>(values_.size());
    return {values_.size() - 1, true};
  }
  // By their numbers.
  const std::vector<Value>& values() const { return values_; }
  void Clear() {
    values_.clear();
    slots_.assign(slots_.size(), 0);
  }

 private:
  static constexpr std::size_t kSlotsMin = 64;  // A power of two, as every number of slots.

  // Where the value is, or would be.
  std::uint32_t& SlotOf(const Value& value) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = Hasher()(value) & mask;
    while (slots_[i] != 0 && values_[slots_[i] - 1] != value) i = (i + 1) & mask;
    return slots_[i];
  }
  void Grow() {
    slots_.assign(slots_.empty() ? kSlotsMin : 2 * slots_.size(), 0);
    for (std::size_t i = 0; i < values_.size(); ++i) {
      SlotOf(values_[i]) = static_cast<std::uint32_t>(i + 1);
    }
  }

  std::vector<Value> values_;
  std::vector<std::uint32_t> slots_;  // A number from 1, or 0: free.
};

}  // namespace cartulary
