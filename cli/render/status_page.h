// The answer of `status`: where a learner stands, first what is missing.
#pragma once

#include <string>
#include <vector>

#include "cli/render/findings_page.h"
#include "cli/render/verdict_view.h"

namespace cartulary::cli {

// `against`: what is seriously found against the decision and the title. `full`: the whole tree
// too.
std::string StatusPage(const VerdictView& view, const std::vector<FindingView>& against, bool full,
                       const Look& look);
Json StatusJson(const VerdictView& view, const std::vector<FindingView>& against, bool full);

// True if the conditions are met, or a jury or an award says so: exit status 0.
bool IsPositive(const VerdictView& view);

}  // namespace cartulary::cli
