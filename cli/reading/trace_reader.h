// Gathers what `trace` shows of an award.
#pragma once

#include <optional>
#include <string_view>

#include "cli/reading/reading.h"
#include "cli/render/trace_page.h"

namespace cartulary::cli {

// The award with that number, judged at a date by the rules applied, or by `rules`.
// Errors: not found for a number that no award has taken; usage for rules of another certification.
OrFailure<TraceView> ReadTrace(Reading& reading, std::string_view number, Date on,
                               const std::optional<Published>& rules);

}  // namespace cartulary::cli
