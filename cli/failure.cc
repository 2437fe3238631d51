#include "cli/failure.h"

#include "cli/next_step.h"

namespace cartulary::cli {
namespace {

Text HintFor(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidArgument:
    case ErrorCode::kNotFound:
    case ErrorCode::kConflict:
      return {};
    case ErrorCode::kWorld:
      return Said("put it right, then run the command again",
                  "remédiez-y, puis relancez la commande");
    case ErrorCode::kIntegrity:
      return Said(
          "stop writing to this store, keep a copy of it as it is, and call whoever operates it",
          "cessez d'écrire dans ce registre, gardez-en une copie telle quelle, et prévenez qui "
          "l'exploite");
  }
  return {};
}

}  // namespace

Text CountOfProblems(std::size_t count) {
  return count == 1 ? Said("1 problem", "1 problème")
                    : Said("{0} problems", "{0} problèmes", count);
}

Failure FailureFrom(Error error) {
  return Failure{
      .status = ExitStatusOf(error.code),
      .message = std::move(error.detail),
      .hint = error.next_step.empty() ? HintFor(error.code) : std::move(error.next_step)};
}

Failure FailureFrom(const Rejection& rejection) {
  const std::string code(ToName(rejection.code));
  return Failure{
      .status = ExitStatus::kRefused,
      .code = code,
      .message = Said("refused ({0}): {1}", "refusé ({0}) : {1}", code, rejection.detail),
      .hint = NextStepOf(rejection.code)};
}

}  // namespace cartulary::cli
