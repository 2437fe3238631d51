// Whether a jury is lawfully composed for one candidate.
#pragma once

#include <set>

#include "core/evaluate/verdict.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/rules/referential.h"
#include "core/time.h"

namespace cartulary {

// Judges, before the session, the jury as it is appointed and amended on `day`: its members less
// those recused for the candidate and those in `absent`. Nobody has deliberated yet, so both
// meanings of `count` in the rules come to the members expected, except that `appointed` counts the
// absent ones too.
//
// The node has one child for each check, whose requirement is that of the node, '/' and the name of
// the check: appointed, size, parity, college-<name>, share, capacity, chair. A check that the
// rules do not ask for has no child. Where the jury is not appointed or of another kind, it has
// none. Precondition: `requirement` is of the kind `jury`.
VerdictNode JudgeJury(const Requirement& requirement, const FoldedStream& jury,
                      const FoldedStream& institution, const LearnerId& candidate,
                      const std::set<PersonId>& absent, Date day);

// The `jury` requirement that tests a jury of this kind; nullptr if the rules have none.
const Requirement* FindJuryRequirement(const Referential& rules, JuryKind kind);

// The appointment of the session in force on `day`; no value if there is none.
std::optional<Held<JuryAppointed>> AppointmentOn(const FoldedStream& jury, Date day);

}  // namespace cartulary
