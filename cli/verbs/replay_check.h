// replay --check: whether what is stored is what comes out of the log.
#pragma once

#include "cli/context.h"
#include "cli/exit_status.h"
#include "cli/failure.h"

namespace cartulary::cli {

OrFailure<ExitStatus> RunReplayCheck(Context& context);

}  // namespace cartulary::cli
