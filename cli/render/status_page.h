// The answer of `status`: where a learner stands, first what is missing.
#pragma once

#include <string>

#include "cli/render/verdict_view.h"

namespace cartulary::cli {

// `full`: the whole tree too.
std::string StatusPage(const VerdictView& view, bool full, const Look& look);
Json StatusJson(const VerdictView& view, bool full);

// True if the conditions are met, or a jury or an award says so: exit status 0.
bool IsPositive(const VerdictView& view);

}  // namespace cartulary::cli
