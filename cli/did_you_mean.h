// A guess at what somebody meant to write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace cartulary::cli {

// The candidate nearest to `word`; empty if none is near. Case does not count.
std::string_view Nearest(std::string_view word, const std::vector<std::string_view>& candidates);

// "did you mean X? " when one is near, then "one of A, B, C" unless these are very many.
Text Suggestion(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace cartulary::cli
