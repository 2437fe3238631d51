// Why a node has its outcome: a stable code, and the sentence that a person reads, filled with the
// values that the node read.
#pragma once

#include "core/facts/enums.h"

namespace cartulary {

// Numbers are stored with verdicts and enter digests: append only, never renumber. The two texts of
// the table are the English and the French sentence; {name} stands for the node's value of that
// name.
enum class Reason : std::uint8_t {
  kAllSatisfied = 1,
  kChildMissing = 2,
  kChildFailed = 3,
  kNotBound = 4,
};

struct ReasonText {
  Reason reason;
  std::string_view code;
  std::string_view english;
  std::string_view french;
};

}  // namespace cartulary
