// Runs the checks of core/findings over the register, one pass over the dossiers: none is held
// longer than it is looked at.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/findings/finding.h"
#include "core/ids.h"
#include "core/ports/state_store.h"
#include "core/result.h"
#include "core/time.h"
#include "projections/ports.h"
#include "projections/reader.h"
#include "projections/verdicts.h"

namespace cartulary {

struct FindingsQuestion {
  Date on;
  // Only what concerns this learner: the sessions that decided on them included, editions and
  // published figures left out.
  std::optional<LearnerId> learner;
  // Only what concerns this session as a whole; `learner` is empty then.
  std::optional<JuryId> session;
  // Judge by these the enrolments that their edition binds, whatever is applied.
  std::optional<BindingRules> rules{};
  // Which to keep. Called from several threads at once; empty: all.
  std::function<bool(const Finding&)> keep;
};

// In the order of the events that they are about, then of their ids. As far as `reader` sees;
// `state` is what it reads from, brought up to the log.
// Errors: those of the log, the state and the rules.
Result<std::vector<Finding>> CollectFindings(const ProjectionPorts& ports, const StateStore& state,
                                             const RegisterReader& reader,
                                             const FindingsQuestion& question);

}  // namespace cartulary
