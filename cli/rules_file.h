// A file of rules, read whole and checked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/failure.h"
#include "core/rules/lint.h"
#include "core/rules/referential.h"

namespace cartulary::cli {

struct RulesFile {
  std::string name;
  std::string bytes;
  Referential rules;
};

// The bytes of a file of at most kRulesSizeBytesMax.
// Errors: not found; the world, if it cannot be read; usage, if it is larger.
OrFailure<std::string> ReadSmallFile(const std::string& name);

// Errors: those of ReadSmallFile; usage with every problem of a file that is not one of rules.
OrFailure<RulesFile> ReadRulesFile(const std::string& name);

// Errors: likewise; usage with every problem of a file that a careful reader would question.
OrFailure<RulesFile> ReadFitRules(const std::string& name);

// What a careful reader would question, with the places where the requirements begin.
std::vector<Problem> LintFile(const RulesFile& file);
// Likewise: what is quoted from the document and does not stand in `text`.
std::vector<Problem> LintFileQuotes(const RulesFile& file, std::string_view document,
                                    std::string_view text);

}  // namespace cartulary::cli
