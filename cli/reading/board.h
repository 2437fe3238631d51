// The cohort board as a command asks for it.
#pragma once

#include <functional>

#include "cli/context.h"
#include "cli/reading/reading.h"
#include "projections/rows.h"

namespace cartulary::cli {

// Every enrolment on the board, judged at the head, or afresh where a date or a moment is asked
// for. `filter` narrows the former.
Status ForEachBoardRow(Reading& reading, const Context& context, const BoardFilter& filter,
                       const std::function<Status(const BoardRow&)>& visit);

}  // namespace cartulary::cli
