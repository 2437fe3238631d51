// Check makes everything anew beside the projections in use, and compares: the log with the
// histories, event by event, and what is folded from them with what is stored, row by row. Writes
// nothing, and holds neither events nor rows.
#pragma once

#include <cstdint>
#include <optional>

#include "core/ids.h"
#include "core/ports/state_store.h"
#include "core/result.h"
#include "projections/digest.h"
#include "projections/ports.h"

namespace cartulary {

struct CheckReport {
  std::uint64_t size = 0;      // How many events the projections have taken in: what is compared.
  std::uint64_t log_size = 0;  // How many the log has: all are compared with the histories.
  Hash digest;                 // Of what is stored; of what comes out too, if nothing differs.
  // The first row, by table and key, that is not the same; left: as stored, right: as it comes out.
  std::optional<StateDifference> difference;
};

// Tells the watch of each event twice, once in the log and once in the histories, and of those that
// are read again to name what differs. `salt` is drawn for this call. The same for any number of
// threads and any salt.
// Errors: those of the log and the state; kIntegrity, naming the index of the first such event, if
// the histories are not as the log, and for an event that cannot be folded; kWorld if the watch
// says to stop.
Result<CheckReport> Check(const ProjectionPorts& ports, const StateStore& stored, const Hash& salt);

}  // namespace cartulary
