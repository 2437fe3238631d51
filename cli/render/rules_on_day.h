// What a text of rules asks on one day: whom it binds then, whether one may enter, which score
// tables hold.
#pragma once

#include <optional>
#include <string>

#include "cli/output/rows.h"
#include "cli/render/look.h"
#include "core/code.h"
#include "core/rules/referential.h"
#include "core/time.h"

namespace cartulary::cli {

// Borrows the rules.
struct RulesOnDay {
  const Referential& rules;
  Date on;
  std::optional<EditionCode> in_force;  // The edition that binds who enters then; none does.
};

std::string RulesOnDayPage(const RulesOnDay& day, const Look& look);
Json ToJson(const RulesOnDay& day);

}  // namespace cartulary::cli
