// The reference of the facts, derived from what each says of itself.
#pragma once

#include <string>

namespace cartulary::cli {

// docs/reference/facts.md, whole.
std::string DescribeFacts();

}  // namespace cartulary::cli
