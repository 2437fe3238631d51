// Has a log pass over what cannot be decoded and was waived.
#pragma once

#include "core/fold/passed_over.h"
#include "core/ports/event_log.h"
#include "core/ports/hasher.h"
#include "core/result.h"

namespace cartulary {

// By the waivers that the system's stream holds and nothing took out since, and by `more`, which
// are about to be recorded. What of that stream cannot be decoded itself is no waiver.
// Errors: those of the log.
Status PassOverWaived(EventLog& log, const Hasher& hasher, const Waivers& more = {});

}  // namespace cartulary
