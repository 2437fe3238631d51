#include "store/rocksdb/append_operator.h"

#include <cstddef>

namespace cartulary {
namespace {

template <typename Operands>
void AppendAll(const Operands& operands, std::string& bytes) {
  std::size_t size = bytes.size();
  for (const rocksdb::Slice& operand : operands) size += operand.size();
  bytes.reserve(size);
  for (const rocksdb::Slice& operand : operands) bytes.append(operand.data(), operand.size());
}

}  // namespace

bool AppendOperator::FullMergeV2(const MergeOperationInput& in, MergeOperationOutput* out) const {
  out->new_value.clear();
  if (in.existing_value != nullptr) {
    out->new_value.assign(in.existing_value->data(), in.existing_value->size());
  }
  AppendAll(in.operand_list, out->new_value);
  return true;
}

bool AppendOperator::PartialMergeMulti(const rocksdb::Slice&,
                                       const std::deque<rocksdb::Slice>& operands,
                                       std::string* merged, rocksdb::Logger*) const {
  merged->clear();
  AppendAll(operands, *merged);
  return true;
}

}  // namespace cartulary
