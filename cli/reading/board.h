// The cohort board as a command asks for it.
#pragma once

#include <vector>

#include "cli/context.h"
#include "cli/reading/reading.h"
#include "projections/rows.h"

namespace cartulary::cli {

// The enrolments with where each stands, and from where that is seen.
struct Board {
  std::vector<BoardRow> rows;
  Viewpoint viewpoint;
};

// Every enrolment of the filter. As stored, if that is what is asked: at the head, on the day of
// its last event, by the rules applied. Judged afresh otherwise; by --rules those that it binds.
// Errors: those of AskedRules and of the store.
OrFailure<Board> ReadBoard(Reading& reading, const Context& context, const BoardFilter& of);

}  // namespace cartulary::cli
