// From a dossier to what the rules say of it, and to the rows that keep it.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/evaluate/verdict.h"
#include "core/fold/dossier.h"
#include "core/fold/editions.h"
#include "core/fold/terms.h"
#include "core/ports/state_store.h"
#include "core/result.h"
#include "projections/rules_source.h"

namespace cartulary {

// The revision applied to an enrolment, with its rules.
struct BindingRules {
  AppliedRevision revision;
  std::shared_ptr<const Referential> rules;
};

// Whether the rules are of the edition that binds an enrolment on such terms.
bool Binds(const Referential& rules, const EnrolmentTerms& terms);

// None if the edition in force has no revision.
Result<std::optional<BindingRules>> FindBindingRules(const EnrolmentTerms& terms,
                                                     const Reference& reference,
                                                     const RulesSource& rules);

// The enrolments that hold on a date, in the order of their opening; one that was corrected, as it
// stands. Borrowed from `dossier`.
std::vector<Held<EnrolmentOpened>> EnrolmentsOn(const Dossier& dossier, Date on);

// The changes that leave verdicts, board and due dates as they are for this learner on `on`; none
// of a registration that was merged by then. `dossier` is joined with those merged into it,
// `reference` holds what the dossier cites; `former_due` is the due date stored so far.
// Thread-safe as far as these are.
Result<std::vector<StateChange>> VerdictChanges(const Dossier& dossier, const Reference& reference,
                                                const RulesSource& rules,
                                                std::optional<Date> former_due, Date on);

// The due date that is stored for a learner.
Result<std::optional<Date>> FindDue(const StateStore& state, const LearnerId& learner);

}  // namespace cartulary
