// Rebuild folds the histories anew, stream by stream, into a generation of its own.
#pragma once

#include <cstdint>

#include "core/ports/state_store.h"
#include "core/result.h"
#include "projections/ports.h"

namespace cartulary {

// Fills `state`, new and empty, with the projections of the first `size` events, by any number of
// threads: first the streams that verdicts read, then the dossiers, each judged once it is folded.
// Memory is bounded by the tasks in flight, beside what verdicts read of the former.
// Errors: those of CatchUp; `state` is to be thrown away then.
Status FillState(const ProjectionPorts& ports, StateStore& state, std::uint64_t size);

// Fills a new generation up to the head and puts it to use.
Status Rebuild(const ProjectionPorts& ports, StateStores& stores);

}  // namespace cartulary
