// Whom a session of a jury looks at.
#pragma once

#include <optional>
#include <vector>

#include "core/evaluate/jury.h"
#include "core/facts/decision.h"
#include "core/facts/jury.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary::cli {

// The learners convened and not withdrawn by that day, in the order of their convocation.
std::vector<CandidateConvened> CandidatesOn(const FoldedStream& jury, Date day);

// What the session decided on the enrolment by that day, unless it was annulled by then.
std::optional<Held<JuryDecisionRecorded>> DecisionOf(const FoldedStream& jury,
                                                     const Dossier& dossier,
                                                     const EnrolmentId& enrolment, Date day);
// Whether the session decided on it by then, be it annulled since.
bool HasDecided(const FoldedStream& jury, const Dossier& dossier, const EnrolmentId& enrolment,
                Date day);

}  // namespace cartulary::cli
