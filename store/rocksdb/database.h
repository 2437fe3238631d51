// Database is the RocksDB database of a store: its column families, how it is opened, written and
// closed. What the bytes mean is said elsewhere (key_format.h, value_format.h, commit_format.h).
#pragma once

#include <rocksdb/db.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "core/ids.h"
#include "core/result.h"
#include "store/rocksdb/options.h"

namespace cartulary {

using FamilyHandle = std::shared_ptr<rocksdb::ColumnFamilyHandle>;

// One set of the projections' tables; a column family of its own, so that it is dropped at once.
using Generation = std::uint32_t;

enum class Durability : std::uint8_t {
  kSynced,       // On disk when the write returns.
  kUntilFlushed  // On disk after Flush; lost by a crash before.
};

// Thread-safe, except that one thread at a time adds, drops or activates generations. Handles die
// before the database.
class Database {
 public:
  // A new database at `path`, where there is none, with an empty log; closed again.
  // Errors: kWorld; something may be left at `path`.
  static Status Create(const std::filesystem::path& path, const LogOrigin& origin,
                       rocksdb::Env* env);
  // With `drop_damaged_tail`, all that the write-ahead log holds from its first damage on is gone.
  // Errors: kWorld; kIntegrity if it is damaged or of another format.
  static Result<std::unique_ptr<Database>> OpenForAppend(const std::filesystem::path& path,
                                                         std::uint64_t wal_size_bytes_max,
                                                         bool drop_damaged_tail,
                                                         rocksdb::Env* env);
  // What the database was at one moment of the call. Writes no file, and goes on while another
  // process writes. Errors: likewise.
  static Result<std::unique_ptr<Database>> OpenReadOnly(const std::filesystem::path& path,
                                                        rocksdb::Env* env);

  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  // Flushes first when opening would otherwise take long.
  ~Database();

  const LogOrigin& origin() const { return origin_; }
  rocksdb::ColumnFamilyHandle* family(Family family) const {
    return families_[static_cast<std::size_t>(family)].get();
  }

  Result<std::optional<std::string>> Get(rocksdb::ColumnFamilyHandle* family,
                                         std::string_view key) const;
  Result<std::optional<std::string>> Get(Family in, std::string_view key) const {
    return Get(family(in), key);
  }
  // Of the state at this moment, the same for all of `families`.
  Result<std::vector<std::unique_ptr<rocksdb::Iterator>>> NewIterators(
      const rocksdb::ReadOptions& options,
      const std::vector<rocksdb::ColumnFamilyHandle*>& families) const;

  // All or none. Errors: kWorld, kIntegrity; the batch may have been written.
  Status Write(rocksdb::WriteBatch& batch, Durability durability);

  Generation active_generation() const;
  FamilyHandle generation(Generation generation) const;
  // Drops every generation but the active one and makes a new one. Errors: kWorld.
  Result<Generation> AddGeneration();
  // Flushes it, makes it the active one, and drops all others. Errors: kWorld.
  Status ActivateGeneration(Generation generation);

 private:
  Database(std::unique_ptr<rocksdb::DB> db, bool writable)
      : db_(std::move(db)), writable_(writable) {}
  static Result<std::unique_ptr<Database>> Open(const std::filesystem::path& path,
                                                const rocksdb::DBOptions& options, bool writable);
  Status ReadMeta();
  Status DropAllGenerationsBut(Generation kept);
  void FlushIfLarge();

  std::unique_ptr<rocksdb::DB> db_;
  bool writable_;
  std::array<FamilyHandle, kFamilyNames.size()> families_;
  LogOrigin origin_;

  mutable std::mutex mutex_;  // Guards what follows.
  std::map<Generation, FamilyHandle> generations_;
  Generation active_ = 0;
};

// The names in the family `meta`.
inline constexpr std::string_view kMetaFormat = "format";
inline constexpr std::string_view kMetaOrigin = "origin";
inline constexpr std::string_view kMetaHead = "head";
inline constexpr std::string_view kMetaGeneration = "generation";

}  // namespace cartulary
