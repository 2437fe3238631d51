// The only translation from rocksdb::Status to Error.
#pragma once

#include <rocksdb/status.h>

#include "core/result.h"

namespace cartulary {

// `doing` says what was attempted, and with what: "open the store /srv/school"; in French, an
// infinitive: "ouvrir le registre /srv/ecole".
// Precondition: !status.ok().
Error ErrorFrom(const rocksdb::Status& status, const Text& doing);

// Likewise, of what concerns nothing but a generation of the projections.
Error ErrorFromState(const rocksdb::Status& status, const Text& doing);

}  // namespace cartulary
