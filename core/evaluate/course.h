// The first axis of standing. Internal to core/evaluate.
#pragma once

#include "core/evaluate/node_context.h"
#include "core/evaluate/verdict.h"

namespace cartulary {

// Sets the standing of the enrolment, and the events on which its terms rest.
void SetEnrolmentStanding(Verdict& verdict, const Evaluation& evaluation);

}  // namespace cartulary
