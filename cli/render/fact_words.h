// The French of what facts say of themselves and of their fields in English.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace cartulary::cli {

// Each takes the English of core/ and aborts on one that has no French; a test walks them all.

// What a field of a fact means: the `doc` of Fields(visit, fact).
std::string_view FieldDoc(Language language, std::string_view english);
// What a line calls it: "plan" or "évaluation". Empty where the value says it all.
std::string FieldLabel(Language language, std::string_view name, std::string_view doc);

// FactInfo::doc and FactInfo::effective.
std::string_view FactDoc(Language language, std::string_view english);
std::string_view EffectiveDoc(Language language, std::string_view english);

// Whatever has its French here, each as often as it has.
std::vector<std::string_view> EnglishOfFactWords();

}  // namespace cartulary::cli
