// replay --apply: makes a published revision the one that judges, on the report of a replay.
#pragma once

#include <optional>
#include <string>

#include "cli/context.h"
#include "cli/failure.h"

namespace cartulary::cli {

// As written on the command line.
struct ApplyOptions {
  std::optional<std::string> rules;  // "CODE@N"
  std::string digest;                // Of the report that the actor approves.
  std::optional<std::string> same_account;
};

// Recomputes the report, records RevisionApplied and the cases in one commit, and says what it
// opened. Errors: usage for what is no published revision or digest; refused by a rule of the
// domain; conflict if the report is another than the digest names.
OrFailure<ExitStatus> RunApply(const ApplyOptions& options, Context& context);

}  // namespace cartulary::cli
