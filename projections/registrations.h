// Registrations of one learner that were merged: core/fold/join.h reads them as one.
#pragma once

#include <vector>

#include "core/fold/dossier.h"
#include "core/fold/join.h"
#include "core/result.h"
#include "core/time.h"
#include "projections/references.h"

namespace cartulary {

// The registrations that were merged into `own` by a date, directly or through another.
// Errors: those of `load`.
Result<std::vector<Dossier>> LoadMerged(const Dossier& own, Date on, const StreamLoader& load);

// What a learner is judged by on a date: `own`, joined with those.
Result<Dossier> JoinRegistrations(Dossier own, Date on, const StreamLoader& load);

// The stream of the registration that goes on for `own` on a date: itself, unless it was merged.
Result<Dossier> FollowMergers(Dossier own, Date on, const StreamLoader& load);

}  // namespace cartulary
