// The reference of the facts, derived from what each says of itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cartulary::cli {

// What docs/reference/facts.md says of one type of fact; none if there is no such type.
std::optional<std::string> DescribeFact(std::string_view name);

// docs/reference/facts.md, whole.
std::string DescribeFacts();

}  // namespace cartulary::cli
