// A learner who was registered more than once, read as one. Pure.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <vector>

#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// The registrations that were merged into this one by `on`, as far as its own stream says.
std::vector<LearnerId> MergedInto(const Dossier& dossier, Date on);
// The registration into which this one was merged by `on`.
std::optional<LearnerId> SurvivorOf(const Dossier& dossier, Date on);

// The registrations whose facts the dossier, joined or not, holds.
std::set<LearnerId> RegistrationsIn(const Dossier& dossier);

// The dossier of `survivor` with what was recorded of the registrations merged into it: all facts
// in the order of the log. Versions of several streams clash, so in what is returned the version of
// a fact is its index in the log, and facts name one another by that; `origin` says where each was
// recorded. What the other registrations say of mergers stays out: the survivor's stream says it.
// An enrolment stays that of the registration which opened it, and is judged in the whole.
Dossier Join(const Dossier& survivor, std::span<const Dossier> merged);

}  // namespace cartulary
