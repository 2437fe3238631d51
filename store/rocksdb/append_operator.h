// The merge operator of the histories: what is merged is appended.
#pragma once

#include <rocksdb/merge_operator.h>

#include <deque>
#include <string>

namespace cartulary {

// Thread-safe.
class AppendOperator final : public rocksdb::MergeOperator {
 public:
  // Stored in the database, which opens under this name only.
  static const char* kClassName() { return "cartulary.append.1"; }
  const char* Name() const override { return kClassName(); }

  bool FullMergeV2(const MergeOperationInput& in, MergeOperationOutput* out) const override;
  bool PartialMergeMulti(const rocksdb::Slice& key, const std::deque<rocksdb::Slice>& operands,
                         std::string* merged, rocksdb::Logger* logger) const override;
};

}  // namespace cartulary
