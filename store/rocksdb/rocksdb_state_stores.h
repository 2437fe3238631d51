// RocksDbStateStores keep the state of the projections in the database of the log: a generation is
// a column family, and is dropped as one.
#pragma once

#include <memory>

#include "core/ports/state_store.h"
#include "core/result.h"

namespace cartulary {

class Database;
class RocksDbEventLog;

// As thread-safe as its port asks. Over a log opened for reading, what would write is kWorld.
class RocksDbStateStores final : public StateStores {
 public:
  // `log` outlives this object.
  explicit RocksDbStateStores(const RocksDbEventLog& log);

  Result<std::unique_ptr<StateStore>> Active() override;
  Result<std::unique_ptr<StateStore>> Begin() override;
  Status Activate(const StateStore& store) override;

 private:
  Database& database_;
};

}  // namespace cartulary
