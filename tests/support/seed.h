// The seed of a random test: CARTULARY_TEST_SEED if it is set, else 0, so that a change is not
// blamed for what an unlucky number finds. The failure says which seed repeats it.
#pragma once

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace cartulary {

inline std::uint64_t TestSeed() {
  const char* const text = std::getenv("CARTULARY_TEST_SEED");
  std::uint64_t seed = 0;
  if (text != nullptr) {
    const std::string_view digits(text);
    std::from_chars(digits.data(), digits.data() + digits.size(), seed);
  }
  return seed;
}

inline std::string HowToRepeat(std::uint64_t seed) {
  return "repeat with CARTULARY_TEST_SEED=" + std::to_string(seed);
}

}  // namespace cartulary
