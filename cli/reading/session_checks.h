// What the law asks of a session of a jury beside its composition (core/findings/session_law.h), as
// `jury check` says it.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "cli/render/jury_page.h"
#include "core/evaluate/jury.h"
#include "core/findings/checks.h"
#include "core/findings/session_law.h"
#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary::cli {

// Tests one session on a day. Borrows all; not thread-safe.
class SessionChecks {
 public:
  using NameOf = std::function<std::string(const PersonId&)>;
  SessionChecks(const FoldedStream& jury, const FoldedStream& institution, const Session& session,
                Date day, NameOf name)
      : jury_(jury),
        institution_(institution),
        session_(session),
        day_(day),
        name_(std::move(name)) {}

  // The appointing person is the head of the establishment, or signs for it by a delegation.
  CheckView AppointingPower() const;
  // Appointed by the first day of the assessments that it judges.
  CheckView AppointedInTime() const;
  // Those who deliberated signed. Nobody has: it is pending.
  CheckView Attendance(const std::set<PersonId>& deliberated) const;
  // A check that fails for each ruling by which a court annulled or suspended the session.
  std::vector<CheckView> Rulings(const std::vector<SessionRuling>& rulings) const;
  // No member sits who stands aside for the candidate.
  CheckView RecusalsKept(const Dossier& candidate, const std::set<PersonId>& sitting) const;
  // Nobody sits who accompanied the candidate's VAE.
  CheckView NoCompanion(const Ties& ties, const std::set<PersonId>& sitting) const;

  // What to look at, which is no fault by itself.
  std::vector<CheckView> Amendments() const;
  std::vector<CheckView> Conflicts(const Ties& ties, const std::set<PersonId>& sitting) const;

 private:
  std::string Names(const std::set<PersonId>& persons) const;

  const FoldedStream& jury_;
  const FoldedStream& institution_;
  const Session& session_;
  Date day_;
  NameOf name_;
};

}  // namespace cartulary::cli
