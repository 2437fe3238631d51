// Gathers what followed a decision and an award, out of the dossier.
#pragma once

#include <vector>

#include "cli/render/aftermath_view.h"
#include "core/fold/dossier.h"

namespace cartulary::cli {

// By a date. Both must be of the dossier; nullptr where there is none.
AftermathView ReadAftermath(const Dossier& dossier, const Held<JuryDecisionRecorded>* decision,
                            const Entry* award, Date on);

// The entries effective by a date that name the decision or the award, or what so names them: in
// the order of the stream, those that were taken out since included.
std::vector<const Entry*> FollowingEntries(const Dossier& dossier, const Entry* decision,
                                           const Entry& award, Date on);

}  // namespace cartulary::cli
