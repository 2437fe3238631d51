#include "cli/failure.h"

#include "cli/next_step.h"

namespace cartulary::cli {
namespace {

std::string_view HintFor(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidArgument:
    case ErrorCode::kNotFound:
    case ErrorCode::kConflict:
      return "";
    case ErrorCode::kWorld:
      return "put it right, then run the command again";
    case ErrorCode::kIntegrity:
      return "stop writing to this store, keep a copy of it as it is, and call whoever operates it";
  }
  return "";
}

}  // namespace

Failure FailureFrom(Error error) {
  return Failure{
      .status = ExitStatusOf(error.code),
      .message = std::move(error.detail.en),
      .hint = error.next_step.empty() ? std::string(HintFor(error.code)) : error.next_step.en};
}

Failure FailureFrom(const Rejection& rejection) {
  const std::string code(ToName(rejection.code));
  return Failure{.status = ExitStatus::kRefused,
                 .code = code,
                 .message = "refused (" + code + "): " + rejection.detail.en,
                 .hint = std::string(NextStepOf(rejection.code))};
}

}  // namespace cartulary::cli
