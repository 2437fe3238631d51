// referential list, show, lint, assumptions: the rules, as published or in a file.
#include <algorithm>
#include <ostream>

#include "cli/context.h"
#include "cli/did_you_mean.h"
#include "cli/reading/published.h"
#include "cli/reading/reading.h"
#include "cli/render/rules_on_day.h"
#include "cli/render/rules_page.h"
#include "cli/rules_file.h"
#include "cli/verbs/all.h"
#include "core/fold/editions.h"
#include "core/subjects.h"

namespace cartulary::cli {
namespace {

// ---- list

Json DateOrNull(const std::optional<Date>& date) { return date ? Json(ToText(*date)) : Json(); }

// "RNCP39304" of "RNCP39304@2": its revisions come in their order.
std::string CodeIn(const Json& revision) {
  const auto& name = revision.get_ref<const std::string&>();
  return name.substr(0, name.find('@'));
}

// Precondition: it is applied.
Date SinceOf(const PublishedRevision& revision) {
  return revision.application ? revision.application->since : revision.published;
}

OrFailure<ExitStatus> RunList(Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  const Language language = context.options.language;
  Rows rows;
  rows.columns = {{"revision", Said("REVISION", "RÉVISION")},
                  {"edition", Said("EDITION", "ÉDITION")},
                  {"kind", Said("KIND", "NATURE")},
                  {"from", Said("FROM", "À PARTIR DU")},
                  {"to", Said("TO", "JUSQU'AU")},
                  {"published", Said("PUBLISHED", "PUBLIÉE LE")},
                  {"applied", Said("APPLIED", "APPLIQUÉE")},
                  {"since", Said("SINCE", "DEPUIS LE")},
                  {"author", Said("AUTHOR", "AUTEUR")},
                  {"sha256", Said("SHA-256", "SHA-256")}};
  const Language of_state = context.IsForPeople() ? language : Language::kEnglish;
  const Text yes = Said("yes", "oui");
  const Text no = Said("no", "non");
  const auto add = [&](const FoldedStream& stream) -> Status {
    for (const PublishedRevision& revision : RevisionsIn(stream, reading->identities())) {
      const RevisionPublished& fact = revision.fact;
      if (context.options.on && EditionInForce(stream, *context.options.on) != fact.edition) {
        continue;
      }
      Json from;
      Json to;
      for (const Entry& other : stream.entries) {
        const auto* edition = std::get_if<EditionPublished>(&other.fact);
        if (edition == nullptr || edition->edition != fact.edition || other.IsOut()) continue;
        from = ToText(other.effective);
        to = DateOrNull(edition->to);
      }
      rows.rows.push_back(
          {fact.certification.text + "@" + std::to_string(fact.number), fact.edition.text,
           context.IsForPeople() ? Short(language, fact.kind) : std::string(ToName(fact.kind)),
           from, to, ToText(revision.published),
           context.options.json ? Json(revision.applied)
                                : Json(Say(of_state, revision.applied ? yes : no)),
           revision.applied ? Json(ToText(SinceOf(revision))) : Json(), revision.author,
           ToText(fact.text)});
    }
    return reading->identities().status();
  };
  CARTULARY_RETURN_IF_ERROR(reading->ForEachReference(StreamKind::kReferential, add));
  std::stable_sort(rows.rows.begin(), rows.rows.end(),
                   [](const auto& a, const auto& b) { return CodeIn(a[0]) < CodeIn(b[0]); });
  Viewpoint viewpoint = ViewpointOf(reading->reader(), context.options.on);
  CARTULARY_ASSIGN_OR_RETURN(viewpoint.rules, AppliedRules(*reading));
  rows.about = Stated(viewpoint, Json::object());
  context.Print(rows, Said("no rules are published", "aucun référentiel publié"));
  SayViewpoint(viewpoint, context);
  return ExitStatus::kYes;
}

// ---- show

// Of one text of rules.
Viewpoint ViewpointOn(const Reading& reading, const Published& published, std::optional<Date> on) {
  const RevisionPublished& fact = published.revision.fact;
  Viewpoint viewpoint = ViewpointOf(reading.reader(), on);
  viewpoint.rules = {
      {fact.certification, fact.number, fact.edition, fact.text, published.revision.applied}};
  return viewpoint;
}

OrFailure<RulesOnDay> ReadRulesOn(Reading& reading, const Referential& rules, Date on) {
  const Subject subject = SubjectOf(reading.store().hasher(), rules.certification);
  CARTULARY_ASSIGN_OR_RETURN(const FoldedStream stream, reading.reader().LoadStream(subject));
  return RulesOnDay{rules, on, EditionInForce(stream, on)};
}

struct ShowOptions {
  std::optional<std::string> revision;
  std::optional<std::string> part;
};

OrFailure<ExitStatus> ShowPart(const Referential& rules, const std::string& part,
                               const Viewpoint& viewpoint, Context& context) {
  const Requirement* requirement = FindRequirement(rules, RequirementCode{part});
  const Block* block = FindBlock(rules, BlockCode{part});
  if (requirement != nullptr || block != nullptr) {
    if (context.options.json) {
      context.Print(
          Stated(viewpoint, requirement != nullptr ? ToJson(*requirement) : ToJson(*block)));
    } else {
      context.streams.out << (requirement != nullptr
                                  ? RequirementPage(rules, *requirement, LookOf(context))
                                  : BlockPage(*block, LookOf(context)));
    }
    SayViewpoint(viewpoint, context);
    return ExitStatus::kYes;
  }
  std::vector<std::string_view> names;
  for (const Block& known : rules.blocks) names.push_back(known.id.text);
  for (const auto& [id, known] : rules.requirements) names.push_back(id.text);
  return Failure{.status = ExitStatus::kNotFound,
                 .message = Said("these rules have no requirement or block '{0}'",
                                 "ces règles n'ont ni exigence ni bloc « {0} »", part),
                 .hint = Suggestion(part, names)};
}

OrFailure<ExitStatus> RunShow(const ShowOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  const std::optional<Date> on = context.options.on;
  CARTULARY_ASSIGN_OR_RETURN(const Published published,
                             ReadPublished(*reading, options.revision, on));
  const Referential& rules = *published.rules;
  const Viewpoint viewpoint = ViewpointOn(*reading, published, on);
  if (options.part) return ShowPart(rules, *options.part, viewpoint, context);
  Json answer = ToJson(rules, published.revision);
  std::string page = RulesPage(rules, published.revision, LookOf(context));
  if (on) {
    CARTULARY_ASSIGN_OR_RETURN(const RulesOnDay day, ReadRulesOn(*reading, rules, *on));
    answer["on_day"] = ToJson(day);
    page += "\n" + RulesOnDayPage(day, LookOf(context));
  }
  if (context.options.json) {
    context.Print(Stated(viewpoint, std::move(answer)));
  } else {
    context.streams.out << page;
  }
  SayViewpoint(viewpoint, context);
  return ExitStatus::kYes;
}

// ---- assumptions

OrFailure<ExitStatus> RunAssumptions(const std::optional<std::string>& revision, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const Published published,
                             ReadPublished(*reading, revision, context.options.on));
  const Language language = context.options.language;
  CARTULARY_ASSIGN_OR_RETURN(const SettledBy settled_by, ReadSettledBy(*reading, published));
  const Viewpoint viewpoint = ViewpointOn(*reading, published, context.options.on);
  Rows rows = AssumptionRows(*published.rules, settled_by, language, context.IsForPeople());
  rows.about["revision"] = published.revision.fact.number;
  rows.about = Stated(viewpoint, std::move(rows.about));
  context.Print(rows, Said("these rules assume nothing", "aucune hypothèse"));
  SayViewpoint(viewpoint, context);
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
                Say(language, " requirements, ", " exigences, ") +
                std::to_string(file->rules.assumptions.size()) +
                Say(language, " assumptions; no problem", " hypothèses ; aucun problème"));
  } else {
    context.Say(Count(problems.size(), Say(language, "problem", "problème"),
                      Say(language, "problems", "problèmes")));
  }
  return status;
}

Text RulesAreTheArgument() {
  return Said("it is the rules that are shown: name them as CODE@N, without --rules",
              "ce sont les règles qui sont montrées : nommez-les CODE@N, sans --rules");
}

std::vector<ExitNote> ExitsOfReading(const Text& not_found) {
  return {{ExitStatus::kYes},
          {ExitStatus::kUsage},
          {ExitStatus::kNotFound, not_found},
          {ExitStatus::kWorld},
          {ExitStatus::kIntegrity}};
}

}  // namespace

Verb ReferentialListVerb() {
  return {
      .name = "referential list",
      .summary = Said("the revisions of every certification's rules",
                      "les révisions du référentiel de chaque certification"),
      .example = "  cartulary referential list",
      .exits = ExitsOfReading(Said("there is no such store, or it had no event then",
                                   "le registre n'existe pas, ou n'avait alors aucun événement")),
      .takes = {.on = true,
                .as_of = true,
                .csv = true,
                .on_doc = Said("only of the edition that binds who enters on this day",
                               "seulement de l'édition qui lie qui entre ce jour-là"),
                .no_rules = RulesAreTheArgument()},
      .declare = [](OptionSet&) {},
      .run = [](Context& context) { return RunList(context); }};
}

Verb ReferentialShowVerb() {
  const auto options = std::make_shared<ShowOptions>();
  return {
      .name = "referential show",
      .summary = Said("the rules of a certification with the sentences they come from",
                      "le référentiel d'une certification, avec les phrases dont il vient"),
      .details = Said(
          "With a requirement or a block, shows that one. Without a revision, the one applied "
          "to the edition published last; without a certification, the only one.",
          "Avec une exigence ou un bloc, montre celui-là. Sans révision, celle qui s'applique à "
          "l'édition publiée en dernier ; sans certification, la seule qu'il y ait."),
      .example =
          "  cartulary referential show RNCP39304\n"
          "  cartulary referential show RNCP39304@1 english\n"
          "  cartulary referential show RNCP39304@1 --at 2024-09-02\n"
          "  cartulary referential show RNCP39304 BC01",
      .exits =
          ExitsOfReading(Said("no such certification, revision, requirement or block",
                              "la certification, la révision, l'exigence ou le bloc n'existe pas")),
      .takes = {.on = true,
                .as_of = true,
                .on_names = "--on,--at",
                .on_doc = Said("add what the text asks on this day: edition in force, entry, "
                               "scores, accreditations; without @N, of the edition that binds who "
                               "enters then",
                               "ajouter ce que le texte demande ce jour-là : édition en vigueur, "
                               "entrée, barèmes, accréditations ; sans @N, celui de l'édition qui "
                               "lie qui entre alors"),
                .no_rules = RulesAreTheArgument()},
      .declare =
          [options](OptionSet& set) {
            set.Argument(Said("CODE[@N]", "CODE[@N]"), options->revision,
                         Said("certification and revision", "certification et révision"));
            set.Argument(Said("PART", "PARTIE"), options->part,
                         Said("a requirement or a block of the rules",
                              "une exigence ou un bloc du référentiel"));
          },
      .run = [options](Context& context) { return RunShow(*options, context); }};
}

Verb ReferentialAssumptionsVerb() {
  const auto revision = std::make_shared<std::optional<std::string>>();
  return {.name = "referential assumptions",
          .summary =
              Said("what the rules assume where their text is silent, and what leans on it",
                   "ce que le référentiel suppose là où son texte est muet, et ce qui en dépend"),
          .example = "  cartulary referential assumptions RNCP39304",
          .exits = ExitsOfReading(Said("no such certification or revision",
                                       "la certification ou la révision n'existe pas")),
          .takes = {.on = true,
                    .as_of = true,
                    .csv = true,
                    .on_doc = Said("without @N: the edition that binds who enters on this day",
                                   "sans @N : l'édition qui lie qui entre ce jour-là"),
                    .no_rules = RulesAreTheArgument()},
          .declare =
              [revision](OptionSet& set) {
                set.Argument(Said("CODE[@N]", "CODE[@N]"), *revision,
                             Said("certification and revision", "certification et révision"));
              },
          .run = [revision](Context& context) { return RunAssumptions(*revision, context); }};
}

Verb ReferentialLintVerb() {
  const auto options = std::make_shared<LintOptions>();
  return {.name = "referential lint",
          .summary = Said("every problem of a file of rules",
                          "tous les problèmes d'un fichier de référentiel"),
          .details = Said(
              "Reads FILE as `referential publish` does and adds what a careful reader would "
              "question. With --document, also compares every quotation with the document's text.",
              "Lit FICHIER comme le fait `referential publish` et ajoute ce sur quoi "
              "s'interrogerait un lecteur attentif. Avec --document, compare aussi chaque citation "
              "au texte du document."),
          .example = "  cartulary referential lint referentials/rncp39304.yaml",
          .exits = {{ExitStatus::kYes, Said("no problem", "aucun problème")},
                    {ExitStatus::kNo, Said("there are problems", "il y a des problèmes")},
                    {ExitStatus::kUsage},
                    {ExitStatus::kNotFound,
                     Said("the file cannot be opened", "le fichier ne peut pas être ouvert")},
                    {ExitStatus::kWorld}},
          .takes = {.store = false},
          .declare =
              [options](OptionSet& set) {
                set.Argument(Said("FILE", "FICHIER"), options->file,
                             Said("file of rules, in YAML", "fichier de référentiel, en YAML"));
                set.Option(
                    "--document", options->documents,
                    Said("ID=FILE: the text of a document that the rules quote; may be repeated",
                         "ID=FICHIER : le texte d'un document que cite le référentiel ; peut être "
                         "répété"));
              },
          .run = [options](Context& context) { return RunLint(*options, context); }};
}

}  // namespace cartulary::cli
