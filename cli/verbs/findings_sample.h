// findings --sample: a stratified sample that anybody can draw again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/context.h"
#include "cli/exit_status.h"
#include "cli/failure.h"
#include "cli/options.h"

namespace cartulary::cli {

// As written on the command line.
struct SampleOptions {
  std::optional<std::uint64_t> size;  // Set: a sample is asked for.
  std::optional<std::string> from;
  std::optional<std::string> by;
  std::optional<std::uint64_t> seed;
  bool record = false;
};

void DeclareSample(OptionSet& set, SampleOptions& options);
// Errors: usage; those of the store; refused, with --record.
OrFailure<ExitStatus> RunSample(const SampleOptions& options, Context& context);

}  // namespace cartulary::cli
