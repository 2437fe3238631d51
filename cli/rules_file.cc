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

// "NO_LABEL", and in French what it means too.
Text Named(LintCode code) {
  const std::string name(ToName(code));
  return {name + " (" + std::string(ToFrench(code)) + ")", name};
}

std::vector<Problem> Placed(const RulesFile& file, const std::vector<LintProblem>& found) {
  std::vector<Problem> problems;
  for (const LintProblem& problem : found) {
    const int line = problem.requirement.empty() ? 0 : LineOf(file.bytes, problem.requirement);
    problems.push_back(
        {.file = file.name,
         .line = line,
         .column = line > 0 ? 3 : 0,
         .path = "",
         .message = Said("{0}: {1}", "{0} : {1}", Named(problem.code), problem.message)});
  }
  return problems;
}

}  // namespace

OrFailure<std::string> ReadSmallFile(const std::string& name) {
  std::error_code unknown;  // What cannot be looked at is reported when it is opened.
  const auto status = std::filesystem::status(name, unknown);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    return Failure{.message = std::filesystem::is_directory(status)
                                  ? Said("'{0}' is a folder", "« {0} » est un dossier", name)
                                  : Said("'{0}' is a device or a pipe",
                                         "« {0} » est un périphérique ou un tube", name),
                   .hint = Said("name a file", "nommez un fichier")};
  }
  std::ifstream file(name, std::ios::binary);
  if (!file) {
    return Failure{
        .status = ExitStatus::kNotFound,
        .message = Said("the file '{0}' cannot be opened",
                        "le fichier « {0} » ne peut pas être ouvert", name),
        .hint = Said("check its name and who may read it", "vérifiez son nom et qui peut le lire")};
  }
  std::string bytes(kRulesSizeBytesMax + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (file.bad() || (file.fail() && !file.eof())) {
    return Failure{.status = ExitStatus::kWorld,
                   .message = Said("the file '{0}' cannot be read",
                                   "le fichier « {0} » ne peut pas être lu", name),
                   .hint = Said("check that it is a file and who may read it",
                                "vérifiez que c'est un fichier et qui peut le lire")};
  }
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.size() <= kRulesSizeBytesMax) return bytes;
  return Failure{
      .message = Said("the file '{0}' has more than {1} bytes",
                      "le fichier « {0} » a plus de {1} octets", name, kRulesSizeBytesMax),
      .hint = Said("a file of rules is at most 4 MiB", "un fichier de règles a 4 Mio au plus")};
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

  failure.code = "wrong_rules";
  failure.message =
      Said("'{0}' is no file of rules: {1}", "« {0} » n'est pas un fichier de règles : {1}", name,
           CountOfProblems(failure.problems.size()));
  failure.hint = Said("docs/spec/rules-format.md says what each key means",
                      "docs/spec/rules-format.md dit ce que signifie chaque clé");
  return failure;
}

OrFailure<RulesFile> ReadFitRules(const std::string& name) {
  CARTULARY_ASSIGN_OR_RETURN(RulesFile file, ReadRulesFile(name));
  auto problems = LintFile(file);
  if (problems.empty()) return file;
  return Failure{.code = "wrong_rules",
                 .message = Said("'{0}' is not fit to be published; nothing was written",
                                 "« {0} » n'est pas publiable ; rien n'a été écrit", file.name),
                 .hint = Said("put it right; `cartulary referential lint` checks it again",
                              "corrigez-le ; `cartulary referential lint` le vérifie à nouveau"),
                 .problems = std::move(problems)};
}

std::vector<Problem> LintFile(const RulesFile& file) { return Placed(file, Lint(file.rules)); }

std::vector<Problem> LintFileQuotes(const RulesFile& file, std::string_view document,
                                    std::string_view text) {
  return Placed(file, LintQuotes(file.rules, document, text));
}

}  // namespace cartulary::cli
