// Gathers the findings of the register, with the names that pages show.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/reading/reading.h"
#include "cli/render/findings_page.h"
#include "core/ids.h"
#include "core/ports/hasher.h"

namespace cartulary::cli {

// Which findings, as written on the command line.
struct FindingsFilter {
  std::optional<std::string> since;     // An index, a moment or a day.
  std::optional<std::string> severity;  // This one and what is more serious.
  std::vector<std::string> codes;       // Empty: every check.
  std::optional<std::string> learner;   // A student number or id.
  bool noted = false;                   // Those that a note covers too.
};

// From where findings are seen: each edition by the rules asked for, if they are of it, or else by
// those applied.
OrFailure<Viewpoint> FindingsViewpoint(Reading& reading, const std::optional<Published>& asked,
                                       Date on);

// Those of the filter on a date, the noted ones counted at least, in the order of the events that
// they are about.
// Errors: usage for what cannot be asked; not found for an unknown learner.
OrFailure<FindingsView> ReadFindings(Reading& reading, const FindingsFilter& filter,
                                     const std::optional<Published>& asked, Date on);

// The serious ones against what was decided and granted to the enrolment of a verdict: of that
// decision and its session, of the title, of what these lean on; none without a decision.
OrFailure<std::vector<FindingView>> ReadAgainst(Reading& reading, const VerdictView& verdict);

// The one of that id. Errors: not found if nothing of the kind is found on that date.
OrFailure<FindingView> ReadFinding(Reading& reading, std::string_view id,
                                   const std::optional<Published>& asked, Date on);

// What a note names it by (NotedText).
Hash NameOf(const Finding& finding, const Hasher& hasher);

}  // namespace cartulary::cli
