// Makes every row of the projections out of the histories, stream by stream, from nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "core/event.h"
#include "core/ports/state_store.h"
#include "core/result.h"
#include "projections/ports.h"

namespace cartulary {

// Takes what one task makes. Used by one thread at a time.
class RowTaker {
 public:
  virtual ~RowTaker() = default;
  // Every event of the histories, before it is folded, those from `size` on too.
  virtual void See(const Event&, std::string_view) {}
  // The rows of one stream; each has a value.
  virtual Status Take(std::vector<StateChange> rows) = 0;
  // After the last.
  virtual Status Finish() = 0;
};

// Makes what the tables hold when the first `size` events were taken in, each row once and each
// event read once, by any number of threads, and tells the watch of each event. `begin` makes the
// taker of a task; it is called by several threads. Memory is bounded by the tasks in flight,
// beside what verdicts read of juries, referentials and the institution.
// Errors: those of the log and of the takers; kIntegrity, naming its index, for an event that
// cannot be folded; kWorld if the watch says to stop. Of several, that of the least task.
Status MakeRows(const ProjectionPorts& ports, std::uint64_t size,
                const std::function<std::unique_ptr<RowTaker>()>& begin);

}  // namespace cartulary
