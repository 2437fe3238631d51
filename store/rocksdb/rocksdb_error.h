// The only translation from rocksdb::Status to Error.
#pragma once

#include <rocksdb/status.h>

#include <string_view>

#include "core/result.h"

namespace cartulary {

// `doing` says what was attempted, and with what: "open the store /srv/school".
// Precondition: !status.ok().
Error ErrorFrom(const rocksdb::Status& status, std::string_view doing);

// Likewise, of what concerns nothing but a generation of the projections.
Error ErrorFromState(const rocksdb::Status& status, std::string_view doing);

}  // namespace cartulary
