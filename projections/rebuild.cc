#include "projections/rebuild.h"

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "projections/make_rows.h"

namespace cartulary {
namespace {

constexpr std::size_t kRowsPerCommit = 4096;  // Held by each task; bounds memory.

// Commits the rows of one task, many at a time. The store has one writer.
class Committing final : public RowTaker {
 public:
  Committing(StateStore& state, std::mutex& mutex) : state_(state), mutex_(mutex) {}

  Status Take(std::vector<StateChange> rows) override {
    std::move(rows.begin(), rows.end(), std::back_inserter(pending_));
    return pending_.size() < kRowsPerCommit ? Status(Ok{}) : Finish();
  }
  Status Finish() override {
    const std::lock_guard lock(mutex_);
    CARTULARY_RETURN_IF_ERROR(state_.Commit(pending_, 0));
    pending_.clear();
    return Ok{};
  }

 private:
  StateStore& state_;
  std::mutex& mutex_;
  std::vector<StateChange> pending_;
};

}  // namespace

Status FillState(const ProjectionPorts& ports, StateStore& state, std::uint64_t size) {
  std::mutex mutex;
  CARTULARY_RETURN_IF_ERROR(
      MakeRows(ports, size, [&] { return std::make_unique<Committing>(state, mutex); }));
  return state.Commit({}, size);
}

Status Rebuild(const ProjectionPorts& ports, StateStores& stores) {
  CARTULARY_ASSIGN_OR_RETURN(const Head head, ports.log.ReadHead());
  CARTULARY_ASSIGN_OR_RETURN(const auto state, stores.Begin());
  CARTULARY_RETURN_IF_ERROR(FillState(ports, *state, head.size));
  return stores.Activate(*state);
}

}  // namespace cartulary
