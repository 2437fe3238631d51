// The acts of a school, and the one way to record each (docs/adr/0008-one-way-for-each-act.md).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "core/facts/fact_info.h"
#include "core/text.h"

namespace cartulary::cli {

struct Act {
  FactType type{};
  Text name;  // "convene a candidate", "convoquer un candidat"
  Text who;   // Who does it; what `record` checks of that is said to be checked.
  // The verb that composes the fact; empty: `record TYPE`, or many by `import`.
  std::string_view verb{};
  std::string_view group{};    // The verbs about the same: "jury"; empty: none are.
  std::string_view example{};  // Of `record`; works on the sample cohort as it stands.
};

// One for each type of fact.
std::span<const Act> Acts();
const Act& ActOf(FactType type);

// The acts whose name, in either language, or whose fact's French name has the word.
std::vector<const Act*> ActsNamed(std::string_view word);

// For `cartulary GROUP --help`: its acts and their ways; empty for a group without acts.
std::string ActsOfGroup(std::string_view group, Language language);
// The way of each of these.
std::string WaysOf(std::span<const Act* const> acts, Language language);
// The page of `cartulary help acts`, Markdown.
std::string DescribeActs(Language language);

}  // namespace cartulary::cli
