// What a requirement read, for a page: "average 9.5", or "moyenne 9,5".
#pragma once

#include <string>
#include <string_view>

#include "cli/options.h"
#include "core/evaluate/verdict.h"

namespace cartulary::cli {

// What a page calls a value that a node read; empty in French for a name that has none.
std::string ValueLabel(std::string_view name, Language language);

// All that the node compared: "days 83, min 84".
std::string ValuesOf(const VerdictNode& node, Language language);

}  // namespace cartulary::cli
