// One function for each verb, defined in the file of its name.
#pragma once

#include "cli/verb.h"

namespace cartulary::cli {

Verb HelpVerb();

}  // namespace cartulary::cli
