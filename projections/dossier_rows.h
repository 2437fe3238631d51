// What a stream alone puts into the tables, whatever the rules and the date.
#pragma once

#include <vector>

#include "core/fold/dossier.h"
#include "core/ports/hasher.h"
#include "core/ports/state_store.h"

namespace cartulary {

// The changes, of each key once, that leave the tables as the stream has them: its stored form and
// lookups, for a learner citations and awards, for a jury whom it convened. Nothing else need be
// known: whatever a stream once put into a table is still told by one of its entries, in force or
// out.
std::vector<StateChange> StreamChanges(const FoldedStream& stream, const Hasher& hasher);

}  // namespace cartulary
