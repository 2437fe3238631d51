// A domain rule that says no.
#pragma once

#include <string>

namespace cartulary {

enum class RejectionCode : std::uint8_t {
  kUnknownLearner = 1,
};

struct Rejection {
  RejectionCode code{};
  std::string detail;  // For people: which value, which limit, what to do.
};

}  // namespace cartulary
