// Evaluate: what the rules make of one enrolment, at a date. Pure; knows no events, clock or disk.
#pragma once

#include <cstdint>

#include "core/evaluate/verdict.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/rules/referential.h"
#include "core/time.h"

namespace cartulary {

// Ignores what is effective after `on`. An enrolment that is not in force then, or by a route that
// the rules do not open, has a root that does not apply, without children.
//
// The same arguments give the same verdict, whatever the order of facts that do not bear on one
// another. `reference` holds the institution and what the dossier cites; what it lacks is taken for
// an empty stream.
// Preconditions: the dossier holds an EnrolmentOpened of `enrolment`, on whatever date and be it
// voided; `rules` are of its certification and were loaded without a problem.
// Thread safety: may be called concurrently on the same arguments.
Verdict Evaluate(const Referential& rules, std::uint32_t revision, const Dossier& dossier,
                 const EnrolmentId& enrolment, const Reference& reference, Date on);

}  // namespace cartulary
