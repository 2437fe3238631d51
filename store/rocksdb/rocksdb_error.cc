#include "store/rocksdb/rocksdb_error.h"

#include <string>

#include "core/check.h"
#include "core/ports/state_store.h"

namespace cartulary {

Error ErrorFrom(const rocksdb::Status& status, std::string_view doing) {
  CARTULARY_CHECK(!status.ok());
  const std::string detail = "cannot " + std::string(doing) + ": " + status.ToString();
  if (status.IsNoSpace()) {
    return {ErrorCode::kWorld, detail + "; the disk is full: free some space and try again"};
  }
  if (status.IsCorruption()) {
    return {ErrorCode::kIntegrity, detail + "; stop writing, keep the files, and restore a backup"};
  }
  if (status.IsPathNotFound()) {
    return {ErrorCode::kIntegrity, detail + "; a file of the store is missing: restore a backup"};
  }
  return {ErrorCode::kWorld, detail};
}

Error ErrorFromState(const rocksdb::Status& status, std::string_view doing) {
  if (!status.IsCorruption()) return ErrorFrom(status, doing);
  return DamagedState("cannot " + std::string(doing) + ": " + status.ToString());
}

}  // namespace cartulary
