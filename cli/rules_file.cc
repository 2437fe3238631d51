#include "cli/rules_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

#include "core/ports/rules_loader.h"
#include "store/codec/rules_yaml.h"

namespace cartulary::cli {
namespace {

// The line of "  id:" below "requirements:"; 0 if there is none.
int LineOf(std::string_view yaml, const RequirementCode& id) {
  const std::string key = "  " + id.text + ":";
  bool below = false;
  int line = 0;
  while (!yaml.empty()) {
    const std::size_t end = std::min(yaml.find('\n'), yaml.size());
    const std::string_view text = yaml.substr(0, end);
    yaml.remove_prefix(std::min(end + 1, yaml.size()));
    ++line;
    if (!text.empty() && text[0] != ' ' && text[0] != '#')
      below = text.starts_with("requirements:");
    if (below && text.starts_with(key)) return line;
  }
  return 0;
}

std::vector<Problem> Placed(const RulesFile& file, const std::vector<LintProblem>& found) {
  std::vector<Problem> problems;
  for (const LintProblem& problem : found) {
    const int line = problem.requirement.empty() ? 0 : LineOf(file.bytes, problem.requirement);
    problems.push_back({.file = file.name,
                        .line = line,
                        .column = line > 0 ? 3 : 0,
                        .path = "",
                        .message = std::string(ToName(problem.code)) + ": " + problem.message});
  }
  return problems;
}

}  // namespace

OrFailure<std::string> ReadSmallFile(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  if (!file) {
    return Failure{.status = ExitStatus::kNotFound,
                   .message = "the file '" + name + "' cannot be opened",
                   .hint = "check its name and who may read it"};
  }
  std::error_code unknown;
  if (std::filesystem::is_directory(name, unknown)) {
    return Failure{.message = "'" + name + "' is a folder", .hint = "name a file"};
  }
  std::string bytes(kRulesSizeBytesMax + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (file.bad() || (file.fail() && !file.eof())) {
    return Failure{.status = ExitStatus::kWorld,
                   .message = "the file '" + name + "' cannot be read",
                   .hint = "check that it is a file and who may read it"};
  }
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.size() <= kRulesSizeBytesMax) return bytes;
  return Failure{.message = "the file '" + name + "' has more than " +
                            std::to_string(kRulesSizeBytesMax) + " bytes",
                 .hint = "a file of rules is at most 4 MiB"};
}

OrFailure<RulesFile> ReadRulesFile(const std::string& name) {
  RulesFile file{name, {}, {}};
  CARTULARY_ASSIGN_OR_RETURN(file.bytes, ReadSmallFile(name));
  LoadedRules loaded = YamlRulesLoader().Load(file.bytes);
  if (auto* rules = std::get_if<Referential>(&loaded)) {
    file.rules = std::move(*rules);
    return file;
  }
  Failure failure;
  for (const RulesProblem& problem : std::get<std::vector<RulesProblem>>(loaded)) {
    failure.problems.push_back({.file = name,
                                .line = problem.line,
                                .column = problem.column,
                                .path = "",
                                .message = problem.message});
  }
  const std::size_t count = failure.problems.size();
  failure.code = "wrong_rules";
  failure.message = "'" + name + "' is no file of rules: " + std::to_string(count) +
                    (count == 1 ? " problem" : " problems");
  failure.hint = "docs/spec/rules-format.md says what each key means";
  return failure;
}

std::vector<Problem> LintFile(const RulesFile& file) { return Placed(file, Lint(file.rules)); }

std::vector<Problem> LintFileQuotes(const RulesFile& file, std::string_view document,
                                    std::string_view text) {
  return Placed(file, LintQuotes(file.rules, document, text));
}

}  // namespace cartulary::cli
