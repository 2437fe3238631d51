// One function for each verb, defined in the file of its name.
#pragma once

#include "cli/verb.h"

namespace cartulary::cli {

Verb HelpVerb();
Verb HistoryVerb();
Verb ImportVerb();
Verb InitVerb();
Verb LogVerb();
Verb RebuildVerb();
Verb RecordVerb();

}  // namespace cartulary::cli
