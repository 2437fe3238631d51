// Moments as people write them.
#pragma once

#include <optional>
#include <string_view>

#include "core/text.h"
#include "core/time.h"

namespace cartulary::cli {

// "2026-02-28T09:30:00Z", with up to six digits of a second or none of the seconds; or a day, which
// stands for its last moment in Europe/Paris.
std::optional<Instant> ParseMoment(std::string_view text);

// Why a text is no Date: a fragment that goes on after it, and says how to write one.
Text WhyNoDate(std::string_view text);
// Likewise no AcademicYear.
Text WhyNoAcademicYear(std::string_view text);

}  // namespace cartulary::cli
