// What differs between two texts of rules, as a registrar reads it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/output/rows.h"
#include "cli/render/look.h"
#include "cli/render/page.h"
#include "core/rules/difference.h"

namespace cartulary::cli {

struct NamedRules {
  std::string name;  // "RNCP39304@1", or that of a file.
  std::shared_ptr<const Referential> rules;
};

struct DifferenceView {
  NamedRules before;
  NamedRules after;
  std::vector<PartDifference> differences;
};
DifferenceView Compare(NamedRules before, NamedRules after);

// Each part with what changed in it, its sentence or question, and what leans on an assumption.
std::string DifferencePage(const DifferenceView& view, const Look& look);
void AddDifferences(Page& page, const DifferenceView& view, Language language);

// One row for each field.
Rows DifferenceRows(const DifferenceView& view);
Json ToJson(const DifferenceView& view);

}  // namespace cartulary::cli
