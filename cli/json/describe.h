// The reference of the facts, derived from what each says of itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/options.h"

namespace cartulary::cli {

// What docs/reference/facts.md says of one type of fact; none if there is no such type.
std::optional<std::string> DescribeFact(std::string_view name, Language language);

// docs/reference/facts.md, whole.
std::string DescribeFacts(Language language);

}  // namespace cartulary::cli
