// What is recorded of an enrolment and counts for nothing.
#pragma once

#include "cli/render/uncounted_view.h"
#include "projections/reader.h"

namespace cartulary::cli {

UncountedView ReadUncounted(const EvaluatedEnrolment& evaluated);

}  // namespace cartulary::cli
