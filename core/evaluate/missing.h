// What is missing: the smallest parts of a verdict that keep it from being satisfied. Pages show
// these, and the board keeps them.
#pragma once

#include <cstddef>
#include <vector>

#include "core/evaluate/verdict.h"
#include "core/rules/referential.h"

namespace cartulary {

// One part. Borrows from the verdict and the rules.
struct Missing {
  const VerdictNode* node = nullptr;
  const Requirement* requirement = nullptr;  // nullptr: the rules have none of that id.
  // A jury's act: its composition, or a decision. The rest are conditions met before it sits.
  bool is_act_of_jury = false;
  // Not a leaf: `needed` of these are still to be met, all of them if they are as many.
  std::vector<Missing> ways;
  std::size_t needed = 0;
};

// True for satisfied, waived and not applicable.
bool IsMet(Outcome outcome);

// The parts below `node`, itself included, in the order of the tree: of what a jury or the rules
// hold to be met, nothing; of what a jury refused although the rules hold it to be met, itself; of
// alternatives, one part with its ways, unless there is only one way (equivalence, which only an
// act can grant, and what no text asks are left out beside others). The same evidence missing twice
// is told once, but each act of a jury is told.
std::vector<Missing> MissingIn(const VerdictNode& node, const Referential& rules);

}  // namespace cartulary
