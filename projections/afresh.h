// What the stored tables say of the head, made afresh for any other point of view: as of any event,
// on any day, under any rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/fold/dossier.h"
#include "core/ports/state_store.h"
#include "core/result.h"
#include "core/time.h"
#include "projections/ports.h"
#include "projections/reader.h"
#include "projections/rows.h"
#include "projections/verdicts.h"

namespace cartulary {

// How many parts ForEachLearner makes of the learners; subjects are spread evenly over them.
inline constexpr std::size_t kLearnerParts = 256;

// Calls visit(part, stream) with every learner's own stream as the reader sees it, those that it
// does not see yet left out: part by part on several threads, within a part by subject. `state` is
// what the reader reads from.
// Errors: those of the state, the log and `visit`, the least part's first.
Status ForEachLearner(const ProjectionPorts& ports, const StateStore& state,
                      const RegisterReader& reader,
                      const std::function<Status(std::size_t part, Dossier&& own)>& visit);

struct BoardQuestion {
  Date on;
  // Judge by these whatever is applied, and only the enrolments that their edition binds.
  std::optional<BindingRules> rules{};
  BoardFilter of{};
};

struct FreshBoard {
  std::vector<BoardRow> rows;   // By learner, then in the order of opening.
  std::uint64_t not_bound = 0;  // Enrolments that the rules asked for do not bind.
};

// Every enrolment that holds on the day, judged. The same for any number of threads; at the head,
// on the day of its last event, its rows are those of the stored board. Errors: those of
// ForEachLearner, and of the rules.
Result<FreshBoard> JudgeBoard(const ProjectionPorts& ports, const StateStore& state,
                              const RegisterReader& reader, const BoardQuestion& question);

// Every award that the reader sees and that was not taken out by then, in the order of their
// numbers: the stored rows at the head, made afresh before it.
Result<std::vector<AwardRow>> AwardsSeen(const ProjectionPorts& ports, const StateStore& state,
                                         const RegisterReader& reader);

}  // namespace cartulary
