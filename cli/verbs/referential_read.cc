// referential list, show, lint, assumptions: the rules, as published or in a file.
#include <algorithm>
#include <ostream>

#include "cli/context.h"
#include "cli/did_you_mean.h"
#include "cli/reading/published.h"
#include "cli/reading/reading.h"
#include "cli/render/rules_page.h"
#include "cli/rules_file.h"
#include "cli/verbs/all.h"
#include "core/fold/editions.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

// ---- list

Json DateOrNull(const std::optional<Date>& date) { return date ? Json(ToText(*date)) : Json(); }

OrFailure<ExitStatus> RunList(Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  const Language language = context.options.language;
  Rows rows;
  rows.columns = {{"revision", Say(language, "REVISION", "RÉVISION")},
                  {"edition", Say(language, "EDITION", "ÉDITION")},
                  {"kind", Say(language, "KIND", "NATURE")},
                  {"from", Say(language, "FROM", "À PARTIR DU")},
                  {"to", Say(language, "TO", "JUSQU'AU")},
                  {"published", Say(language, "PUBLISHED", "PUBLIÉE LE")},
                  {"applied", Say(language, "APPLIED", "APPLIQUÉE")},
                  {"sha256", "SHA-256"}};
  const auto add = [&](const FoldedStream& stream) -> Status {
    for (const Entry& entry : stream.entries) {
      const auto* revision = std::get_if<RevisionPublished>(&entry.fact);
      if (revision == nullptr || entry.IsOut()) continue;
      Json from;
      Json to;
      for (const Entry& other : stream.entries) {
        const auto* edition = std::get_if<EditionPublished>(&other.fact);
        if (edition == nullptr || edition->edition != revision->edition || other.IsOut()) continue;
        from = ToText(other.effective);
        to = DateOrNull(edition->to);
      }
      const auto applied = FindAppliedRevision(stream, revision->edition);
      const bool is_applied = applied && applied->number == revision->number;
      rows.rows.push_back({revision->certification.text + "@" + std::to_string(revision->number),
                           revision->edition.text, std::string(ToName(revision->kind)), from, to,
                           ToText(entry.effective),
                           context.options.json ? Json(is_applied)
                                                : Json(is_applied ? Say(language, "yes", "oui")
                                                                  : Say(language, "no", "non")),
                           ToText(revision->text)});
    }
    return Ok{};
  };
  CARTULARY_RETURN_IF_ERROR(reading->ForEachReference(StreamKind::kReferential, add));
  std::stable_sort(rows.rows.begin(), rows.rows.end(),
                   [](const auto& a, const auto& b) { return a[0] < b[0]; });
  context.Print(rows, Say(language, "no rules are published", "aucun référentiel publié"));
  return ExitStatus::kYes;
}

// ---- show

struct ShowOptions {
  std::optional<std::string> revision;
  std::optional<std::string> part;
};

OrFailure<ExitStatus> ShowPart(const Referential& rules, const std::string& part,
                               Context& context) {
  if (const Requirement* requirement = FindRequirement(rules, RequirementCode{part})) {
    if (context.options.json) {
      context.Print(ToJson(*requirement));
    } else {
      context.streams.out << RequirementPage(rules, *requirement, LookOf(context));
    }
    return ExitStatus::kYes;
  }
  if (const Block* block = FindBlock(rules, BlockCode{part})) {
    if (context.options.json) {
      context.Print(ToJson(*block));
    } else {
      context.streams.out << BlockPage(*block, LookOf(context));
    }
    return ExitStatus::kYes;
  }
  std::vector<std::string_view> names;
  for (const Block& block : rules.blocks) names.push_back(block.id.text);
  for (const auto& [id, requirement] : rules.requirements) names.push_back(id.text);
  return Failure{.status = ExitStatus::kNotFound,
                 .message = Said("these rules have no requirement or block '{0}'",
                                 "ces règles n'ont ni exigence ni bloc « {0} »", part),
                 .hint = Suggestion(part, names)};
}

OrFailure<ExitStatus> RunShow(const ShowOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const Published published, ReadPublished(*reading, options.revision));
  if (options.part) return ShowPart(*published.rules, *options.part, context);
  if (context.options.json) {
    context.Print(ToJson(*published.rules, published.origin));
  } else {
    context.streams.out << RulesPage(*published.rules, published.origin, LookOf(context));
  }
  return ExitStatus::kYes;
}

// ---- assumptions

OrFailure<ExitStatus> RunAssumptions(const std::optional<std::string>& revision, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const Published published, ReadPublished(*reading, revision));
  const Language language = context.options.language;
  Rows rows = AssumptionRows(*published.rules, language);
  rows.about["revision"] = *published.origin.revision;
  context.Print(rows, Say(language, "these rules assume nothing", "aucune hypothèse"));
  return ExitStatus::kYes;
}

// ---- lint

struct LintOptions {
  std::string file;
  std::vector<std::string> documents;
};

// "ID=FILE": what the rules quote from the document ID stands in FILE.
OrFailure<std::vector<Problem>> LintDocument(const RulesFile& file, const std::string& written) {
  const std::size_t equals = written.find('=');
  const std::string id = written.substr(0, equals);
  if (equals == std::string::npos || FindDocument(file.rules, id) == nullptr) {
    std::vector<std::string_view> names;
    for (const Document& document : file.rules.documents) names.push_back(document.id);
    return Failure{.message = Said(
                       "--document {0}: write ID=FILE, with a document of the rules",
                       "--document {0} : écrivez ID=FICHIER, avec un document des règles", written),
                   .hint = Suggestion(id, names)};
  }
  CARTULARY_ASSIGN_OR_RETURN(const std::string text, ReadSmallFile(written.substr(equals + 1)));
  return LintFileQuotes(file, id, text);
}

Json ProblemsJson(const std::vector<Problem>& problems, Language language) {
  Json list = Json::array();
  for (const Problem& problem : problems) {
    list.push_back({{"file", problem.file},
                    {"line", problem.line},
                    {"column", problem.column},
                    {"message", Say(language, problem.message)}});
  }
  return list;
}

std::string LineOf(const Problem& problem, Language language) {
  if (problem.line == 0) return problem.file + ": " + Say(language, problem.message);
  return problem.file + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column) +
         ": " + Say(language, problem.message);
}

OrFailure<ExitStatus> RunLint(const LintOptions& options, Context& context) {
  std::vector<Problem> problems;
  const auto file = ReadRulesFile(options.file);
  if (!file && file.error().problems.empty()) return file.error();
  if (!file) problems = file.error().problems;
  if (file) problems = LintFile(*file);
  for (const std::string& document : options.documents) {
    if (!file) break;
    CARTULARY_ASSIGN_OR_RETURN(const auto more, LintDocument(*file, document));
    problems.insert(problems.end(), more.begin(), more.end());
  }
  const ExitStatus status = problems.empty() ? ExitStatus::kYes : ExitStatus::kNo;
  if (context.options.json) {
    context.Print(Json{{"file", options.file},
                       {"problems", ProblemsJson(problems, context.options.language)}});
    return status;
  }
  for (const Problem& problem : problems) context.Say(LineOf(problem, context.options.language));
  const Language language = context.options.language;
  if (problems.empty()) {
    context.Say(options.file + ": " + std::to_string(file->rules.requirements.size()) +
                Say(language, " requirements, ", " conditions, ") +
                std::to_string(file->rules.assumptions.size()) +
                Say(language, " assumptions; no problem", " hypothèses ; aucun problème"));
  } else {
    context.Say(Count(problems.size(), Say(language, "problem", "problème"),
                      Say(language, "problems", "problèmes")));
  }
  return status;
}

std::vector<ExitNote> ExitsOfReading(std::string_view not_found) {
  return {{ExitStatus::kYes, ""},
          {ExitStatus::kUsage, ""},
          {ExitStatus::kNotFound, not_found},
          {ExitStatus::kWorld, ""},
          {ExitStatus::kIntegrity, ""}};
}

}  // namespace

Verb ReferentialListVerb() {
  return {.name = "referential list",
          .summary = "the revisions of every certification's rules",
          .details = "",
          .example = "  cartulary referential list",
          .exits = ExitsOfReading("there is no such store, or it had no event then"),
          .takes = {.as_of = true, .csv = true},
          .declare = [](OptionSet&) {},
          .run = [](Context& context) { return RunList(context); }};
}

Verb ReferentialShowVerb() {
  const auto options = std::make_shared<ShowOptions>();
  return {.name = "referential show",
          .summary = "the rules of a certification with the sentences they come from",
          .details =
              "With a requirement or a block, shows that one. Without a revision, the one applied\n"
              "to the edition published last; without a certification, the only one.",
          .example =
              "  cartulary referential show RNCP39304\n"
              "  cartulary referential show RNCP39304@1 english\n"
              "  cartulary referential show RNCP39304 BC01",
          .exits = ExitsOfReading("no such certification, revision, requirement or block"),
          .takes = {.as_of = true},
          .declare =
              [options](OptionSet& set) {
                set.Argument("CODE[@N]", options->revision, "certification and revision");
                set.Argument("PART", options->part, "a requirement or a block of the rules");
              },
          .run = [options](Context& context) { return RunShow(*options, context); }};
}

Verb ReferentialAssumptionsVerb() {
  const auto revision = std::make_shared<std::optional<std::string>>();
  return {.name = "referential assumptions",
          .summary = "what the rules assume where their text is silent, and what leans on it",
          .details = "",
          .example = "  cartulary referential assumptions RNCP39304",
          .exits = ExitsOfReading("no such certification or revision"),
          .takes = {.as_of = true, .csv = true},
          .declare =
              [revision](OptionSet& set) {
                set.Argument("CODE[@N]", *revision, "certification and revision");
              },
          .run = [revision](Context& context) { return RunAssumptions(*revision, context); }};
}

Verb ReferentialLintVerb() {
  const auto options = std::make_shared<LintOptions>();
  return {.name = "referential lint",
          .summary = "every problem of a file of rules",
          .details =
              "Reads FILE as `referential publish` does and adds what a careful reader would\n"
              "question. With --document, also compares every quotation with the document's text.",
          .example = "  cartulary referential lint referentials/rncp39304.yaml",
          .exits = {{ExitStatus::kYes, "no problem"},
                    {ExitStatus::kNo, "there are problems"},
                    {ExitStatus::kUsage, ""},
                    {ExitStatus::kNotFound, "the file cannot be opened"},
                    {ExitStatus::kWorld, ""}},
          .takes = {.store = false},
          .declare =
              [options](OptionSet& set) {
                set.Argument("FILE", options->file, "file of rules, in YAML");
                set.Option("--document", options->documents,
                           "ID=FILE: the text of a document that the rules quote; may be repeated");
              },
          .run = [options](Context& context) { return RunLint(*options, context); }};
}

}  // namespace cartulary::cli
