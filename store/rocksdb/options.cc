#include "store/rocksdb/options.h"

#include <rocksdb/cache.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include <memory>

#include "store/rocksdb/append_operator.h"

namespace cartulary {
namespace {

constexpr std::size_t kBlockSizeBytes = 16 << 10;
constexpr std::size_t kBlockCacheSizeBytes = 64 << 20;
constexpr std::size_t kReadAheadSizeBytesMax = 2 << 20;
constexpr double kBloomBitsPerKey = 10;
constexpr int kStateCompressionLevel = 1;  // Of zstd.
constexpr std::uint32_t kDictionarySizeBytesMax = 64 << 10;
constexpr std::uint64_t kDictionaryBufferBytesMax = 16 << 20;

// Says nothing: what goes wrong is returned, and a reader must not leave a file behind.
class NullLogger final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

rocksdb::ColumnFamilyOptions FamilyOptions(bool point_reads) {
  static const std::shared_ptr<rocksdb::Cache> cache = rocksdb::NewLRUCache(kBlockCacheSizeBytes);
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.block_size = kBlockSizeBytes;
  table.checksum = rocksdb::kXXH3;
  table.format_version = 5;
  // A scan reads ahead twice as much each time, up to this, so that a scan of few keys, of which a
  // rebuild makes hundreds, does not pay for a long one.
  table.max_auto_readahead_size = kReadAheadSizeBytesMax;
  // A key that is not there (a new stream, a new request id) then costs no read.
  if (point_reads) table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(kBloomBitsPerKey));

  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.compression = rocksdb::kLZ4Compression;
  options.level_compaction_dynamic_level_bytes = true;
  return options;
}

}  // namespace

rocksdb::DBOptions DatabaseOptions(rocksdb::Env* env) {
  rocksdb::DBOptions options;
  if (env != nullptr) options.env = env;
  // An acknowledged commit behind a flipped byte must be an error. The default of RocksDB drops it,
  // with all that follows. A record cut short at the end of a log is what a crash leaves: dropped.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  // What is in the logs is replayed by everyone who opens.
  options.max_total_wal_size = kWalSizeBytesMax;
  // One small file for each family and each opening, otherwise.
  options.avoid_flush_during_recovery = true;
  // Every file is open from the start, so that none can vanish under a reader.
  options.max_open_files = -1;
  // The default starts 16 threads for each column family to open its few files: 160 threads for one
  // question.
  options.max_file_opening_threads = 1;
  options.max_background_jobs = 2;
  options.skip_stats_update_on_db_open = true;
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.info_log = std::make_shared<NullLogger>();
  return options;
}

rocksdb::ColumnFamilyOptions OptionsOf(Family family) {
  switch (family) {
    case Family::kMeta:
    case Family::kLog:
      return FamilyOptions(/*point_reads=*/false);
    case Family::kHeads:
    case Family::kIds:
    case Family::kSealed:
    case Family::kKeys:
    case Family::kBlobs:
    case Family::kTree:
      return FamilyOptions(/*point_reads=*/true);
    case Family::kHistories: {
      auto options = FamilyOptions(/*point_reads=*/false);
      options.merge_operator = std::make_shared<AppendOperator>();
      return options;
    }
  }
  return {};
}

// Rows are alike: the ids of staff and the codes of plans are in hundreds of dossiers. With samples
// of a file as its dictionary, a block takes half of what it takes under LZ4, and a third less than
// under zstd alone.
rocksdb::ColumnFamilyOptions StateFamilyOptions() {
  auto options = FamilyOptions(/*point_reads=*/true);
  options.compression = rocksdb::kZSTD;
  options.compression_opts.level = kStateCompressionLevel;
  options.compression_opts.max_dict_bytes = kDictionarySizeBytesMax;
  options.compression_opts.max_dict_buffer_bytes = kDictionaryBufferBytesMax;
  return options;
}

rocksdb::ReadOptions ScanOptions() {
  rocksdb::ReadOptions options;
  options.fill_cache = false;
  return options;
}

}  // namespace cartulary
