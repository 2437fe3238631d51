// The summary of a verdict.
#pragma once

#include "core/evaluate/node_context.h"
#include "core/evaluate/verdict.h"

namespace cartulary {

// See Verdict::conditions_met. `decided`: a jury has decided on the enrolment.
bool ConditionsMet(const VerdictNode& root, const Referential& rules, bool decided);

// Sets standing, decision, award and award number from the facts and from `conditions_met`.
void SetStanding(Verdict& verdict, const Evaluation& evaluation);

}  // namespace cartulary
