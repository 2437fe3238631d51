// Rule files in YAML (docs/spec/rules-format.md).
#pragma once

#include <string_view>

#include "core/ports/rules_loader.h"

namespace cartulary {

inline constexpr std::string_view kRulesFormat = "cartulary-rules/2";
// Still read. It has no key `binding_route`.
inline constexpr std::string_view kRulesFormat1 = "cartulary-rules/1";

// Accepts a file only as a whole: well formed, every key known and given, every value of its type,
// and a tree that can be evaluated (core/rules/lint.h, CheckRules). It does not say that the rules
// are good ones: see Lint there.
class YamlRulesLoader final : public RulesLoader {
 public:
  LoadedRules LoadWith(std::string_view yaml, const AssumptionSettings& settings) const override;
};

}  // namespace cartulary
