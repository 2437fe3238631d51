// Every verb, in the order in which help lists them.
#pragma once

#include <string_view>
#include <vector>

#include "cli/verb.h"

namespace cartulary::cli {

std::vector<Verb> AllVerbs();

// What the verbs "jury …" have in common: the summary of the group. Empty if there is no such
// group.
Text SummaryOfGroup(std::string_view group);

}  // namespace cartulary::cli
