// What to do about a rejection, for whoever was refused. docs/reference/rejections.md says the
// same.
#pragma once

#include <string_view>

#include "core/decide/rejection.h"

namespace cartulary::cli {

// One sentence fragment, without a full stop; empty for no code.
std::string_view NextStepOf(RejectionCode code);

}  // namespace cartulary::cli
