// CatchUp brings projections up to the log: it folds the events past the checkpoint and evaluates
// whom they concern.
//
// What it leaves in a table is a function of the log up to the checkpoint only, whatever the
// slices, the threads and the interruptions: a rebuild gives the same bytes
// (projections/rebuild.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include "core/ports/state_store.h"
#include "core/result.h"
#include "projections/ports.h"

namespace cartulary {

struct CatchUpOptions {
  // How many events are folded before each commit; bounds memory. Default: 8192.
  std::size_t slice_events_max = 8192;
  // Stop at this size of the log. Default: its head.
  std::uint64_t until = std::numeric_limits<std::uint64_t>::max();
};

struct CaughtUp {
  std::uint64_t size = 0;       // The checkpoint reached.
  std::uint64_t evaluated = 0;  // How many times a learner was evaluated.
};

// Errors: those of the log and the store; kIntegrity, naming its index, for an event that cannot be
// folded. The slices before it are committed, its own is not.
Result<CaughtUp> CatchUp(const ProjectionPorts& ports, StateStore& state,
                         const CatchUpOptions& options = {});

}  // namespace cartulary
