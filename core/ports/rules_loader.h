// RulesLoader is the port through which rule files become values. store/codec implements it, for
// YAML.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/code.h"
#include "core/rules/referential.h"
#include "core/text.h"

namespace cartulary {

inline constexpr std::size_t kRulesSizeBytesMax = std::size_t{4} << 20;  // 4 MiB, as any blob

// Something wrong in a rule file, for whoever wrote it: what, where, and what was expected.
struct RulesProblem {
  int line = 0;    // from 1
  int column = 0;  // from 1, in characters
  Text message;
  friend bool operator==(const RulesProblem&, const RulesProblem&) = default;
};

// "file.yaml:12:5: …", as compilers say it.
inline Text WordsOf(std::string_view file, const RulesProblem& problem) {
  return Said("{0}:{1}:{2}: {3}", "{0}:{1}:{2}: {3}", file, problem.line, problem.column,
              problem.message);
}

// The rules, or every problem of the file, by place, at least one.
using LoadedRules = std::variant<Referential, std::vector<RulesProblem>>;

// Values to try in place of those in force (`replay --set ID=VALUE`).
using AssumptionSettings = std::map<AssumptionCode, std::string>;

// Thread safety: const, may be called concurrently. Nothing returned points into the text.
class RulesLoader {
 public:
  virtual ~RulesLoader() = default;

  // Reads one rule file. A setting for an assumption that the file does not have, or with a value
  // that it cannot take, is a problem at line 1.
  virtual LoadedRules LoadWith(std::string_view yaml, const AssumptionSettings& settings) const = 0;

  LoadedRules Load(std::string_view yaml) const { return LoadWith(yaml, {}); }
};

}  // namespace cartulary
