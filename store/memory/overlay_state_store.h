// OverlayStateStore is a StateStore that reads through to another and keeps what is committed to it
// in memory: how a reader brings projections up to date without writing.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "core/ports/state_store.h"

namespace cartulary {

// Thread-safe as any StateStore. Nothing is ever committed to the store below.
class OverlayStateStore final : public StateStore {
 public:
  explicit OverlayStateStore(std::unique_ptr<StateStore> below) : below_(std::move(below)) {}

  Result<std::optional<std::string>> Get(Table table, std::string_view key) const override;
  Status Scan(Table table, std::string_view prefix, std::string_view from,
              const StateVisitor& visit) const override;
  Result<std::uint64_t> Checkpoint() const override;
  Status Commit(const std::vector<StateChange>& changes, std::uint64_t checkpoint) override;

 private:
  std::unique_ptr<StateStore> below_;
  mutable std::mutex mutex_;
  std::map<std::pair<Table, std::string>, std::optional<std::string>> changes_;
  std::optional<std::uint64_t> checkpoint_;
};

}  // namespace cartulary
