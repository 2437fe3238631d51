// Gathers what `jury check` shows of a session.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "cli/reading/reading.h"
#include "cli/render/jury_page.h"

namespace cartulary::cli {

struct FoundJury {
  FoldedStream stream;
  Date session_date;  // As appointed last, and so
  CertificationCode certification;
};
// The session of that code or id. Errors: not found.
OrFailure<FoundJury> FindJury(Reading& reading, std::string_view session);

// The session of that code or id, as composed on a day (default: that of the session), as if the
// persons named in `absent` were not coming; each candidate judged by the rules asked for, where
// they bind, or else by those applied.
// Errors: not found for an unknown session or person, or a day before the appointment; usage for an
// absent person who is no member.
OrFailure<JuryView> ReadJury(Reading& reading, std::string_view session, std::optional<Date> day,
                             const std::vector<std::string>& absent,
                             const std::optional<Published>& asked = {});

}  // namespace cartulary::cli
