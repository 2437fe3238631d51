// Stays abroad that are planned: shown beside a requirement of mobility, never counted as made.
#pragma once

#include <vector>

#include "core/facts/results.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// Those of an enrolment that stand on `on`, begun or not, and in whose days no stay was recorded as
// made by then; in the order of their first day. One whose last day is past is overdue: a stay is
// to be recorded, or the plan to be voided.
std::vector<Held<MobilityPlanned>> PlannedStays(const Dossier& dossier,
                                                const EnrolmentId& enrolment, Date on);

// The dossier as it would be once each of these stays was made as planned: for the question what
// the rules would say then. `planned` is of that dossier.
Dossier WithStaysMade(const Dossier& dossier, const std::vector<Held<MobilityPlanned>>& planned);

}  // namespace cartulary
