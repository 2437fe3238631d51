// Parts of Lint (core/rules/lint.h), one for each subject. Internal to core/rules.
#pragma once

#include <vector>

#include "core/rules/lint.h"
#include "core/rules/referential.h"

namespace cartulary::lint {

// Parameters outside of what makes sense.
void CheckRanges(const Requirement& requirement, std::vector<LintProblem>& problems);

// Whether a jury can be composed at all, and whether the smallest that the rules allow can.
void CheckJury(const Requirement& requirement, const Jury& jury,
               std::vector<LintProblem>& problems);

// What surrounds the tree: blocks, routes, documents, statistics, score tables, codes.
void CheckDescription(const Referential& rules, std::vector<LintProblem>& problems);

}  // namespace cartulary::lint
