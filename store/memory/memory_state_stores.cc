#include "store/memory/memory_state_stores.h"

#include <algorithm>

#include "core/check.h"

namespace cartulary {
namespace {

class MemoryStateStore final : public StateStore {
 public:
  explicit MemoryStateStore(std::shared_ptr<MemoryTables> tables) : tables_(std::move(tables)) {}

  Result<std::optional<std::string>> Get(Table table, std::string_view key) const override {
    return tables_->Get(table, key);
  }
  Status Scan(Table table, std::string_view prefix, std::string_view from,
              const StateVisitor& visit) const override {
    return tables_->Scan(table, prefix, from, visit);
  }
  Result<std::uint64_t> Checkpoint() const override { return tables_->Checkpoint(); }
  Status Commit(const std::vector<StateChange>& changes, std::uint64_t checkpoint) override {
    tables_->Commit(changes, checkpoint);
    return Ok{};
  }

  const std::shared_ptr<MemoryTables>& tables() const { return tables_; }

 private:
  std::shared_ptr<MemoryTables> tables_;
};

}  // namespace

std::optional<std::string> MemoryTables::Get(Table table, std::string_view key) const {
  const std::lock_guard lock(mutex_);
  const auto found = values_.find({table, std::string(key)});
  if (found == values_.end()) return std::nullopt;
  return found->second;
}

Status MemoryTables::Scan(Table table, std::string_view prefix, std::string_view from,
                          const StateVisitor& visit) const {
  std::vector<std::pair<std::string, std::string>> found;
  {
    const std::lock_guard lock(mutex_);
    for (auto i = values_.lower_bound({table, std::string(std::max(prefix, from))});
         i != values_.end() && i->first.first == table && i->first.second.starts_with(prefix);
         ++i) {
      found.emplace_back(i->first.second, i->second);
    }
  }
  for (const auto& [key, value] : found) {
    CARTULARY_ASSIGN_OR_RETURN(const Visit next, visit(key, value));
    if (next == Visit::kStop) break;
  }
  return Ok{};
}

std::uint64_t MemoryTables::Checkpoint() const {
  const std::lock_guard lock(mutex_);
  return checkpoint_;
}

void MemoryTables::Commit(const std::vector<StateChange>& changes, std::uint64_t checkpoint) {
  const std::lock_guard lock(mutex_);
  for (const StateChange& change : changes) {
    const std::pair key(change.table, change.key);
    if (change.value) {
      values_[key] = *change.value;
    } else {
      values_.erase(key);
    }
  }
  checkpoint_ = checkpoint;
}

Result<std::unique_ptr<StateStore>> MemoryStateStores::Active() {
  const std::lock_guard lock(mutex_);
  return std::unique_ptr<StateStore>(std::make_unique<MemoryStateStore>(active_));
}

Result<std::unique_ptr<StateStore>> MemoryStateStores::Begin() {
  const std::lock_guard lock(mutex_);
  begun_ = std::make_shared<MemoryTables>();
  return std::unique_ptr<StateStore>(std::make_unique<MemoryStateStore>(begun_));
}

Status MemoryStateStores::Activate(const StateStore& store) {
  const auto* const memory = dynamic_cast<const MemoryStateStore*>(&store);
  CARTULARY_CHECK(memory != nullptr);
  const std::lock_guard lock(mutex_);
  CARTULARY_CHECK(memory->tables() == begun_);
  active_ = std::exchange(begun_, nullptr);
  return Ok{};
}

}  // namespace cartulary
