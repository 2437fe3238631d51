// How a verb ends badly: what the user is told, in words or, with --json, as an object.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "cli/exit_status.h"
#include "core/decide/rejection.h"
#include "core/result.h"
#include "core/text.h"

namespace cartulary::cli {

// One thing wrong in the input. Lines and columns count from 1, columns in characters; 0: no place.
struct Problem {
  std::string file{};
  int line = 0;
  int column = 0;
  std::string path{};  // "levels[2].competency"; empty: the whole row.
  Text message{};
  std::string code{};  // Of the rule that refuses; empty: of no rule.
  Text hint{};         // What to do about that.
};

struct Failure {
  ExitStatus status = ExitStatus::kUsage;
  std::string code{};  // Stable; empty: that of the status.
  Text message{};
  Text hint{};  // What to do next; may be empty.
  std::vector<Problem> problems{};
};

// "1 problem", "12 problems"
Text CountOfProblems(std::size_t count);

Failure FailureFrom(Error error);
Failure FailureFrom(const Rejection& rejection);

// A T, or why there is none. Made from an Error too, so that CARTULARY_ASSIGN_OR_RETURN and
// CARTULARY_RETURN_IF_ERROR serve in a function that returns it.
template <typename T>
class [[nodiscard]] OrFailure : public Either<T, Failure> {
 public:
  using Either<T, Failure>::Either;
  OrFailure(Error error) : Either<T, Failure>(FailureFrom(std::move(error))) {}  // NOLINT
};

}  // namespace cartulary::cli
