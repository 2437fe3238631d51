#include "store/rocksdb/rocksdb_state_stores.h"

#include <rocksdb/write_batch.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/check.h"
#include "store/rocksdb/bytes.h"
#include "store/rocksdb/database.h"
#include "store/rocksdb/rocksdb_error.h"
#include "store/rocksdb/rocksdb_event_log.h"

namespace cartulary {
namespace {

// The key of the checkpoint: no table has the number 0.
constexpr std::string_view kCheckpointKey("\0", 1);

std::string StateKey(Table table, std::string_view key) {
  std::string bytes(1, static_cast<char>(table));
  bytes += key;
  return bytes;
}

class RocksDbStateStore final : public StateStore {
 public:
  RocksDbStateStore(Database& database, Generation generation)
      : database_(database), generation_(generation), family_(database.generation(generation)) {
    CARTULARY_CHECK(family_ != nullptr);
  }

  Result<std::optional<std::string>> Get(Table table, std::string_view key) const override {
    return database_.Get(family_.get(), StateKey(table, key));
  }

  Status Scan(Table table, std::string_view prefix, std::string_view from,
              const StateVisitor& visit) const override {
    const auto options = prefix.empty() ? ScanOptions() : rocksdb::ReadOptions();
    CARTULARY_ASSIGN_OR_RETURN(const auto iterators,
                               database_.NewIterators(options, {family_.get()}));
    rocksdb::Iterator& rows = *iterators[0];
    const std::string scanned = StateKey(table, prefix);
    for (rows.Seek(StateKey(table, std::max(prefix, from)));
         rows.Valid() && rows.key().starts_with(scanned); rows.Next()) {
      const std::string_view key = rows.key().ToStringView().substr(1);
      CARTULARY_ASSIGN_OR_RETURN(const Visit next, visit(key, rows.value().ToStringView()));
      if (next == Visit::kStop) return Ok{};
    }
    if (!rows.status().ok())
      return ErrorFromState(rows.status(), Said("read the projections", "lire les états dérivés"));
    return Ok{};
  }

  Result<std::uint64_t> Checkpoint() const override {
    CARTULARY_ASSIGN_OR_RETURN(const auto value, database_.Get(family_.get(), kCheckpointKey));
    if (!value) return std::uint64_t{0};
    ByteReader reader(*value);
    const auto checkpoint = reader.TakeNumber<std::uint64_t>();
    if (!reader.AtEnd())
      return DamagedState(Said("the checkpoint of the projections is not readable",
                               "le point de reprise des états dérivés est illisible"));
    return checkpoint;
  }

  Status Commit(const std::vector<StateChange>& changes, std::uint64_t checkpoint) override {
    rocksdb::WriteBatch batch;
    rocksdb::Status status;
    for (const StateChange& change : changes) {
      const std::string key = StateKey(change.table, change.key);
      status = change.value ? batch.Put(family_.get(), key, *change.value)
                            : batch.Delete(family_.get(), key);
      if (!status.ok())
        return ErrorFrom(status, Said("write the projections", "écrire les états dérivés"));
    }
    std::string value;
    PutNumber(value, checkpoint);
    status = batch.Put(family_.get(), kCheckpointKey, value);
    if (!status.ok())
      return ErrorFrom(status, Said("write the projections", "écrire les états dérivés"));
    // A log of writes that ends in one that is not synced may, after a power cut, look damaged; so
    // nothing goes there unsynced. A generation that is not in use yet is worth no log.
    const bool is_active = generation_ == database_.active_generation();
    return database_.Write(batch, is_active ? Durability::kSynced : Durability::kUntilFlushed);
  }

  Generation generation() const { return generation_; }

 private:
  Database& database_;
  const Generation generation_;
  const FamilyHandle family_;
};

std::unique_ptr<StateStore> StoreOf(Database& database, Generation generation) {
  return std::make_unique<RocksDbStateStore>(database, generation);
}

}  // namespace

RocksDbStateStores::RocksDbStateStores(const RocksDbEventLog& log) : database_(log.database()) {}

Result<std::unique_ptr<StateStore>> RocksDbStateStores::Active() {
  return StoreOf(database_, database_.active_generation());
}

Result<std::unique_ptr<StateStore>> RocksDbStateStores::Begin() {
  CARTULARY_ASSIGN_OR_RETURN(const Generation begun, database_.AddGeneration());
  return StoreOf(database_, begun);
}

Status RocksDbStateStores::Activate(const StateStore& store) {
  const auto* const begun = dynamic_cast<const RocksDbStateStore*>(&store);
  CARTULARY_CHECK(begun != nullptr);
  return database_.ActivateGeneration(begun->generation());
}

}  // namespace cartulary
