// JSON Schema (draft 2020-12) of the rows that record and import take, derived from Fields.
#pragma once

#include "cli/options.h"
#include "cli/output/rows.h"

namespace cartulary::cli {

// One definition for each type of fact. What the program writes of a fact (`log --json`) is valid
// too. It says what can be said of one row by itself: what Decide refuses, it cannot know.
// Names are the same in every language; what describes them is in this one.
Json FactsSchema(Language language);

}  // namespace cartulary::cli
