// The rules of a certification as a registrar or an auditor reads them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/output/rows.h"
#include "cli/render/look.h"
#include "cli/render/words.h"
#include "core/ids.h"
#include "core/rules/referential.h"

namespace cartulary::cli {

// Where the text comes from: a file, or a revision in the log.
struct RulesOrigin {
  std::optional<std::uint32_t> revision;  // Empty: a file that is not published.
  Hash sha256;
};

// The certification, its routes, blocks and juries, the tree of requirements with their sentences,
// and what the text leaves open.
std::string RulesPage(const Referential& rules, const RulesOrigin& origin, const Look& look);

// One requirement: its parameters, whom it binds, who may decide otherwise, its sentence.
std::string RequirementPage(const Referential& rules, const Requirement& requirement,
                            const Look& look);

// One block: its title, competencies and modalities, word for word.
std::string BlockPage(const Block& block, const Look& look);

// The assumptions, each with its value, whether it is settled, and what leans on it. Where it is
// not for people, "no" is a name that stays, whatever the language.
Rows AssumptionRows(const Referential& rules, Language language, bool for_people);

Json ToJson(const Referential& rules, const RulesOrigin& origin);
Json ToJson(const Requirement& requirement);
Json ToJson(const Block& block);

}  // namespace cartulary::cli
