// MemoryStateStores are StateStores that forget everything when destroyed.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "core/ports/state_store.h"

namespace cartulary {

// The tables of one generation. Thread-safe.
class MemoryTables {
 public:
  std::optional<std::string> Get(Table table, std::string_view key) const;
  Status Scan(Table table, std::string_view prefix, std::string_view from,
              const StateVisitor& visit) const;
  std::uint64_t Checkpoint() const;
  void Commit(const std::vector<StateChange>& changes, std::uint64_t checkpoint);

 private:
  mutable std::mutex mutex_;
  std::map<std::pair<Table, std::string>, std::string> values_;
  std::uint64_t checkpoint_ = 0;
};

class MemoryStateStores final : public StateStores {
 public:
  Result<std::unique_ptr<StateStore>> Active() override;
  Result<std::unique_ptr<StateStore>> Begin() override;
  Status Activate(const StateStore& store) override;

 private:
  std::mutex mutex_;
  std::shared_ptr<MemoryTables> active_ = std::make_shared<MemoryTables>();
  std::shared_ptr<MemoryTables> begun_;
};

}  // namespace cartulary
