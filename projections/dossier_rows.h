// What a stream alone puts into the tables, whatever the rules and the date.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/fold/dossier.h"
#include "core/ports/hasher.h"
#include "core/ports/state_store.h"
#include "projections/rows.h"

namespace cartulary {

// The changes, of each key once, that leave the tables as the stream has them: its stored form and
// lookups, for a learner citations and awards, for a jury whom it convened. Nothing else need be
// known: whatever a stream once put into a table is still told by one of its entries, in force or
// out.
std::vector<StateChange> StreamChanges(const FoldedStream& stream, const Hasher& hasher);

// The awards of a learner's own stream by their keys in Table::kAwards: none for one that was taken
// out.
std::map<std::string, std::optional<AwardRow>> AwardRowsOf(const Dossier& dossier);

}  // namespace cartulary
