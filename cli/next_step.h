// What to do about a rejection, for whoever was refused. docs/reference/rejections.md says the
// same.
#pragma once

#include "core/decide/rejection.h"
#include "core/text.h"

namespace cartulary::cli {

// One sentence fragment, without a full stop; empty for no code.
Text NextStepOf(RejectionCode code);

}  // namespace cartulary::cli
