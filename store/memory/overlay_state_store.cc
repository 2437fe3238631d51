#include "store/memory/overlay_state_store.h"

#include <algorithm>
#include <vector>

namespace cartulary {

Result<std::optional<std::string>> OverlayStateStore::Get(Table table, std::string_view key) const {
  {
    const std::lock_guard lock(mutex_);
    const auto found = changes_.find({table, std::string(key)});
    if (found != changes_.end()) return found->second;
  }
  return below_->Get(table, key);
}

Status OverlayStateStore::Scan(Table table, std::string_view prefix, std::string_view from,
                               const StateVisitor& visit) const {
  std::vector<std::pair<std::string, std::optional<std::string>>> changed;
  {
    const std::lock_guard lock(mutex_);
    for (auto i = changes_.lower_bound({table, std::string(std::max(prefix, from))});
         i != changes_.end() && i->first.first == table && i->first.second.starts_with(prefix);
         ++i) {
      changed.emplace_back(i->first.second, i->second);
    }
  }

  auto next_change = changed.begin();
  Visit next = Visit::kGoOn;
  // Shows the changes before `key`; none: those that are left.
  const auto show_changes = [&](std::optional<std::string_view> key) -> Status {
    for (; next == Visit::kGoOn && next_change != changed.end(); ++next_change) {
      if (key && next_change->first >= *key) break;
      if (!next_change->second) continue;
      CARTULARY_ASSIGN_OR_RETURN(next, visit(next_change->first, *next_change->second));
    }
    return Ok{};
  };
  const auto show_below = [&](std::string_view key, std::string_view value) -> Result<Visit> {
    CARTULARY_RETURN_IF_ERROR(show_changes(key));
    if (next == Visit::kStop) return next;
    const bool is_changed = next_change != changed.end() && next_change->first == key;
    if (!is_changed) {
      CARTULARY_ASSIGN_OR_RETURN(next, visit(key, value));
    }
    return next;
  };
  CARTULARY_RETURN_IF_ERROR(below_->Scan(table, prefix, from, show_below));
  return show_changes(std::nullopt);
}

Result<std::uint64_t> OverlayStateStore::Checkpoint() const {
  {
    const std::lock_guard lock(mutex_);
    if (checkpoint_) return *checkpoint_;
  }
  return below_->Checkpoint();
}

Status OverlayStateStore::Commit(const std::vector<StateChange>& changes,
                                 std::uint64_t checkpoint) {
  const std::lock_guard lock(mutex_);
  for (const StateChange& change : changes) changes_[{change.table, change.key}] = change.value;
  checkpoint_ = checkpoint;
  return Ok{};
}

}  // namespace cartulary
