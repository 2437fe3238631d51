// The options of the database, each with its reason.
#pragma once

#include <rocksdb/options.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cartulary {

// The column families of the log. Those of the projections come and go (StateFamilyName).
enum class Family : std::uint8_t {
  kMeta,
  kLog,
  kHeads,
  kIds,
  kSealed,
  kKeys,
  kBlobs,
  kTree,
  kHistories,
};
inline constexpr std::array<std::string_view, 9> kFamilyNames{
    "meta", "log", "heads", "ids", "sealed", "keys", "blobs", "tree", "histories"};

inline constexpr std::uint64_t kWalSizeBytesMax = 8 << 20;
inline constexpr std::uint64_t kBulkWalSizeBytesMax = 64 << 20;

// `env` is where the files lie; nullptr: the file system.
rocksdb::DBOptions DatabaseOptions(rocksdb::Env* env);
rocksdb::ColumnFamilyOptions OptionsOf(Family family);
rocksdb::ColumnFamilyOptions StateFamilyOptions();

// For a read of many keys in their order.
rocksdb::ReadOptions ScanOptions();

}  // namespace cartulary
