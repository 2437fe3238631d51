// Gathers what the minutes of a session say.
#pragma once

#include <optional>
#include <string_view>

#include "cli/reading/reading.h"
#include "cli/render/minutes_page.h"

namespace cartulary::cli {

// The session of that code or id on a day; default: that of the session or, if it decided later,
// that of its last decision. Errors: those of ReadJury.
OrFailure<MinutesView> ReadMinutes(Reading& reading, std::string_view session,
                                   std::optional<Date> day);

}  // namespace cartulary::cli
