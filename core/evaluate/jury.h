// Whether a jury is lawfully composed for one candidate.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "core/evaluate/verdict.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/rules/referential.h"
#include "core/time.h"

namespace cartulary {

// Judges, before the session, the jury as it is appointed and amended on `day`: its members less
// those recused for the candidate, whose dossier it is, and those in `absent`. Nobody has
// deliberated yet, so both meanings of `count` in the rules come to the members expected, except
// that `appointed` counts the absent ones too.
//
// The node has one child for each check, whose requirement is that of the node, '/' and the name of
// the check: appointed, size, parity, college-<name>, share, capacity, chair. A check that the
// rules do not ask for has no child. Where the jury is not appointed or of another kind, it has
// none. Precondition: `requirement` is of the kind `jury`.
VerdictNode JudgeJury(const Requirement& requirement, const FoldedStream& jury,
                      const FoldedStream& institution, const Dossier& dossier,
                      const std::set<PersonId>& absent, Date day);

// Likewise after the session: of those who deliberated, as the decision says, less those recused
// for the candidate. The node cites the decision, which is of `dossier`.
VerdictNode JudgeDeliberation(const Requirement& requirement, const FoldedStream& jury,
                              const FoldedStream& institution, const Dossier& dossier,
                              const Held<JuryDecisionRecorded>& decision);

// The recusals by `day` for a candidate, under whichever registration they were recorded.
std::vector<Held<RecusalRecorded>> RecusalsFor(const Dossier& candidate, const FoldedStream& jury,
                                               Date day);

// Of those who deliberated, whose presence no signature proves by a day.
struct Unproven {
  // Their attendance is recorded without a signature; that it is also recorded with one, as a line
  // added later would have it, does not mend that.
  std::set<PersonId> unsigned_by;
  std::set<PersonId> unrecorded;   // It is not recorded.

  bool empty() const { return unsigned_by.empty() && unrecorded.empty(); }
};
Unproven UnprovenPresence(const FoldedStream& jury, const std::set<PersonId>& deliberated,
                          Date day);

// The `jury` requirement that tests a jury of this kind; nullptr if the rules have none.
const Requirement* FindJuryRequirement(const Referential& rules, JuryKind kind);

// The appointment of the session in force on `day`; no value if there is none.
std::optional<Held<JuryAppointed>> AppointmentOn(const FoldedStream& jury, Date day);

// A session as appointed and amended by a day. Borrows from the stream.
struct Session {
  Held<JuryAppointed> appointed;
  PersonId chair;
  std::vector<JuryMember> members;  // Chair included.
  std::vector<const Entry*> acts;   // The appointment, and the amendments by their dates.
};
// No value if no appointment is in force on `day`.
std::optional<Session> SessionOn(const FoldedStream& jury, Date day);

}  // namespace cartulary
