// Completion of the command line for shells, derived from the verbs and their options.
#pragma once

#include <string>
#include <vector>

#include "cli/verb.h"

namespace cartulary::cli {

// A script to be read by bash 5 (`source <(cartulary completion bash)`).
std::string BashCompletion(const std::vector<Verb>& verbs);
// A script to be kept as `_cartulary` in a folder of zsh's fpath; it says what each word is.
std::string ZshCompletion(const std::vector<Verb>& verbs, Language language);

}  // namespace cartulary::cli
