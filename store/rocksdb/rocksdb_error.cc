#include "store/rocksdb/rocksdb_error.h"

#include "core/check.h"
#include "core/ports/state_store.h"

namespace cartulary {

Error ErrorFrom(const rocksdb::Status& status, const Text& doing) {
  CARTULARY_CHECK(!status.ok());
  const Text detail =
      Said("cannot {0}: {1}", "le programme n'a pas pu {0} : {1}", doing, status.ToString());
  if (status.IsNoSpace()) {
    return {ErrorCode::kWorld,
            Said("{0}; the disk is full: free some space and try again",
                 "{0} ; le disque est plein : libérez de la place et recommencez", detail)};
  }
  if (status.IsCorruption()) {
    return {ErrorCode::kIntegrity,
            Said("{0}; stop writing, keep the files, and restore a backup",
                 "{0} ; cessez d'écrire, gardez les fichiers et restaurez une sauvegarde", detail)};
  }
  if (status.IsPathNotFound()) {
    return {ErrorCode::kIntegrity,
            Said("{0}; a file of the store is missing: restore a backup",
                 "{0} ; un fichier du registre manque : restaurez une sauvegarde", detail)};
  }
  return {ErrorCode::kWorld, detail};
}

Error ErrorFromState(const rocksdb::Status& status, const Text& doing) {
  if (!status.IsCorruption()) return ErrorFrom(status, doing);
  return DamagedState(
      Said("cannot {0}: {1}", "le programme n'a pas pu {0} : {1}", doing, status.ToString()));
}

}  // namespace cartulary
