// record: one fact, from the command line or from JSON.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/acts.h"
#include "cli/context.h"
#include "cli/json/read.h"
#include "cli/json/value.h"
#include "cli/json/write.h"
#include "cli/output/text.h"
#include "cli/recorder.h"
#include "cli/row.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

struct RecordOptions {
  std::optional<std::string> type;
  std::vector<std::string> members;
  std::optional<std::string> file;
  std::optional<std::string> source;
  bool dry_run = false;
};

// A row and the text that its offsets count in.
struct GivenRow {
  JsonValue row;
  std::string text;  // Empty for a row from the command line, whose problems have no place.
  std::string name;
};

Failure WrongRow(const std::string& name, const std::string& text,
                 std::vector<RowProblem> problems) {
  // What rests on another problem of the row is not told as well; that one is there.
  const auto rests = [](const RowProblem& p) { return p.message == RestsOnWrongRow(); };
  if (!std::ranges::all_of(problems, rests)) std::erase_if(problems, rests);
  Failure failure;
  failure.status = problems.front().status;
  for (RowProblem& problem : problems) {
    if (problem.status != failure.status) failure.status = ExitStatus::kUsage;
    const Place place = text.empty() ? Place{0, 0} : PlaceOf(text, problem.offset);
    failure.problems.push_back({.file = name,
                                .line = place.line,
                                .column = place.column,
                                .path = std::move(problem.path),
                                .message = std::move(problem.message)});
  }

  failure.message = Said("{0}; nothing was written", "{0} ; rien n'a été écrit",
                         CountOfProblems(failure.problems.size()));
  failure.hint = Said("`cartulary help facts` shows the fields of every fact",
                      "`cartulary help facts` montre les champs de chaque fait");
  return failure;
}

OrFailure<JsonValue> ParseRow(const std::string& name, const std::string& text) {
  auto parsed = ParseJson(text);
  if (auto* row = std::get_if<JsonValue>(&parsed)) return std::move(*row);
  std::vector<RowProblem> problems;
  for (const JsonFault& fault : std::get<std::vector<JsonFault>>(parsed)) {
    problems.push_back({fault.offset, "", fault.message, ExitStatus::kUsage});
  }
  return WrongRow(name, text, std::move(problems));
}

OrFailure<GivenRow> RowFromFile(const std::string& file, std::istream& input) {
  GivenRow given;
  given.name = file == "-" ? "(input)" : file;
  std::ifstream opened;
  if (file != "-") {
    std::error_code ignored;  // What cannot be looked at is reported when it is opened.
    const auto status = std::filesystem::status(file, ignored);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
      return Failure{
          .message = std::filesystem::is_directory(status)
                         ? Said("'{0}' is a folder", "« {0} » est un dossier", file)
                         : Said("'{0}' is a device or a pipe",
                                "« {0} » est un périphérique ou un tube", file),
          .hint = Said("name a file with one row, or give the row to the input: --file -",
                       "nommez un fichier d'une seule ligne, ou donnez la ligne sur l'entrée : "
                       "--file -")};
    }
    opened.open(file, std::ios::binary);
    if (!opened) {
      return Failure{.status = ExitStatus::kNotFound,
                     .message = Said("the file '{0}' cannot be opened",
                                     "le fichier « {0} » ne peut pas être ouvert", file),
                     .hint = Said("check its name and who may read it",
                                  "vérifiez son nom et qui peut le lire")};
    }
  }
  std::istream& stream = file == "-" ? input : opened;
  given.text.resize(kRowSizeBytesMax + 1);
  stream.read(given.text.data(), static_cast<std::streamsize>(given.text.size()));
  given.text.resize(static_cast<std::size_t>(stream.gcount()));
  if (given.text.size() > kRowSizeBytesMax) {
    return Failure{.message = Said("{0}: more than {1} bytes; nothing was written",
                                   "{0} : plus de {1} octets ; rien n'a été écrit", given.name,
                                   kRowSizeBytesMax),
                   .hint = Said("`record` takes one fact; `cartulary import` takes a file of many",
                                "`record` prend un seul fait ; `cartulary import` prend un fichier "
                                "qui en contient plusieurs")};
  }
  CARTULARY_ASSIGN_OR_RETURN(given.row, ParseRow(given.name, given.text));
  return given;
}

// "a.b=value" put into `row`. Lists and objects are written as JSON, everything else as it is.
OrFailure<Ok> AddMember(const std::string& member, JsonValue& row) {
  const std::size_t equals = member.find('=');
  if (equals == 0 || equals == std::string::npos) {
    return Failure{.message = Said("'{0}' is no field; write NAME=VALUE",
                                   "« {0} » n'est pas un champ ; écrivez NOM=VALEUR", member),
                   .hint = Said("`cartulary help facts` shows the fields of every fact",
                                "`cartulary help facts` montre les champs de chaque fait")};
  }
  std::string name = member.substr(0, equals);
  std::string value = member.substr(equals + 1);
  JsonValue* object = &row;
  for (std::size_t dot; (dot = name.find('.')) != std::string::npos;) {
    const std::string outer = name.substr(0, dot);
    name = name.substr(dot + 1);
    auto inner = std::find_if(object->members.begin(), object->members.end(),
                              [&](const auto& known) { return known.name == outer; });
    if (inner == object->members.end()) {
      object->members.push_back({outer, JsonValue{}});
      inner = object->members.end() - 1;
      inner->value.kind = JsonValue::Kind::kObject;
    }
    object = &inner->value;
  }
  if (object->Find(name) != nullptr || object->kind != JsonValue::Kind::kObject) {
    return Failure{.message = Said("'{0}' is given twice", "« {0} » est donné deux fois",
                                   member.substr(0, equals)),
                   .hint = {}};
  }
  JsonValue parsed;
  if (value.starts_with('[') || value.starts_with('{') || value.starts_with('"')) {
    CARTULARY_ASSIGN_OR_RETURN(parsed, ParseRow(member.substr(0, equals), value));
  } else {
    parsed.kind = JsonValue::Kind::kBare;
    parsed.text = std::move(value);
  }
  object->members.push_back({std::move(name), std::move(parsed)});
  return Ok{};
}

OrFailure<GivenRow> RowFromCommandLine(const RecordOptions& options) {
  GivenRow given;
  given.row.kind = JsonValue::Kind::kObject;
  CARTULARY_RETURN_IF_ERROR(AddMember("type=" + *options.type, given.row));
  for (const std::string& member : options.members) {
    if (!IsUtf8(member)) {
      return Failure{
          .message = Said("an argument is not UTF-8", "un argument n'est pas en UTF-8"),
          .hint = Said("set a UTF-8 locale", "choisissez des paramètres régionaux en UTF-8")};
    }
    CARTULARY_RETURN_IF_ERROR(AddMember(member, given.row));
  }
  return given;
}

OrFailure<GivenRow> ReadGiven(const RecordOptions& options, Context& context) {
  if (options.file.has_value() == options.type.has_value()) {
    return Failure{
        .message = options.file ? Said("give --file or TYPE, not both",
                                       "donnez --file ou TYPE, non les deux")
                                : Said("what is to be recorded? TYPE or --file is missing",
                                       "que faut-il enregistrer ? TYPE ou --file manque"),
        .hint =
            Said("cartulary record TYPE NAME=VALUE …, or cartulary record --file FILE",
                 "écrivez cartulary record TYPE NOM=VALEUR …, ou cartulary record --file FICHIER")};
  }
  if (options.file) return RowFromFile(*options.file, context.streams.in);
  return RowFromCommandLine(options);
}

// A verb composes some facts from what the register holds: one act, one way.
OrFailure<Ok> CheckWay(const GivenRow& given) {
  const JsonValue* type = given.row.Find("type");
  const auto fact = type == nullptr ? std::nullopt : MakeFact(type->text);
  if (!fact) return Ok{};  // Reported with the row.
  const std::string_view verb = ActOf(InfoOf(*fact).type).verb;
  if (verb.empty()) return Ok{};
  return WrongRow(
      given.name, given.text,
      {{type->offset, "type",
        Said("{0} is not recorded by hand: `{1}` records it",
             "{0} ne s'enregistre pas à la main : `{1}` l'enregistre", type->text, verb)}});
}

// The event that a waiver is about, where it is named by its id: nothing can be read before it is
// passed over, a number or code least of all.
std::optional<EventRef> WaivedBy(const GivenRow& given) {
  const JsonValue* type = given.row.Find("type");
  const JsonValue* event = given.row.Find("event");
  if (type == nullptr || type->text != SkipWaived::kInfo.name || event == nullptr) {
    return std::nullopt;
  }
  const std::string_view written = event->text;
  const std::size_t at = written.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  std::uint64_t version = 0;
  const std::string_view digits = written.substr(at + 1);
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), version);
  if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size()) return std::nullopt;
  for (const auto& kind : kEnumNames<StreamKind>) {
    const auto subject = SubjectOfId(kind.value, written.substr(0, at));
    if (subject) return EventRef{*subject, Version{version}};
  }
  return std::nullopt;
}

OrFailure<Submission> MakeSubmission(const GivenRow& given, const RecordOptions& options,
                                     Store& store, Draft& draft) {
  RowDefaults defaults;
  CARTULARY_ASSIGN_OR_RETURN(defaults.actor, draft.FindActor());
  draft.SetSource(options.source.value_or("record"));
  auto read = ReadRow(given.row, draft, defaults);
  if (draft.broken()) return *draft.broken();
  if (auto* problems = std::get_if<std::vector<RowProblem>>(&read)) {
    return WrongRow(given.name, given.text, std::move(*problems));
  }
  Submission submission = std::get<Submission>(std::move(read));
  if (!submission.row.empty()) {
    submission.request = draft.RequestOf(submission.row);
    CARTULARY_ASSIGN_OR_RETURN(submission.command_mac, store.MacOf(CanonicalJson(given.row)));
  }
  return submission;
}

void PrintRecorded(const Context& context, const RecordedFact& fact, std::string_view type) {
  if (context.options.json) {
    context.Print(Json{{"type", std::string(type)},
                       {"index", fact.index.value},
                       {"subject", IdText(fact.kind, fact.event.subject)},
                       {"version", fact.event.version.value},
                       {"events", fact.events},
                       {"already", fact.already}});
    return;
  }
  const std::string place =
      IdText(fact.kind, fact.event.subject) + "@" + std::to_string(fact.event.version.value);
  context.Say(fact.already
                  ? Said("recorded before: {0} as event {1} ({2})",
                         "déjà enregistré : {0}, événement {1} ({2})", type, fact.index.value,
                         place)
                  : Said("recorded {0} as event {1} ({2})", "{0} enregistré, événement {1} ({2})",
                         type, fact.index.value, place));
}

OrFailure<ExitStatus> RunRecord(const RecordOptions& options, Context& context) {
  if (options.source && options.source->empty()) {
    return Failure{
        .message =
            Said("--source is empty: the ids of rows would be from nowhere",
                 "--source est vide : les identifiants des lignes ne viendraient de nulle part"),
        .hint = Said("leave it out, or name the source of an import",
                     "omettez-le, ou nommez la source d'un import")};
  }
  CARTULARY_ASSIGN_OR_RETURN(const GivenRow given, ReadGiven(options, context));
  CARTULARY_RETURN_IF_ERROR(CheckWay(given));
  CARTULARY_ASSIGN_OR_RETURN(
      const auto store, Store::Open(context, options.dry_run ? Access::kRead : Access::kWrite));
  if (const auto waived = WaivedBy(given)) {
    CARTULARY_RETURN_IF_ERROR(store->PassOver(*waived));
  }
  std::string_view type;
  const auto make = [&](Draft& draft) -> OrFailure<Submission> {
    CARTULARY_ASSIGN_OR_RETURN(Submission submission,
                               MakeSubmission(given, options, *store, draft));
    type = InfoOf(submission.command.fact).name;
    return submission;
  };
  if (options.dry_run) {
    CARTULARY_ASSIGN_OR_RETURN(const auto draft, Draft::Begin(context, *store));
    CARTULARY_ASSIGN_OR_RETURN(Submission submission, make(*draft));
    CARTULARY_RETURN_IF_ERROR(draft->Take(std::move(submission)));
    if (context.options.json)
      context.Print(Json{{"type", std::string(type)}, {"allowed", true}});
    else
      context.Say(Said("{0} would be recorded", "{0} serait enregistré", type));
    return ExitStatus::kYes;
  }
  CARTULARY_ASSIGN_OR_RETURN(const RecordedFact fact, RecordOne(context, *store, make));
  PrintRecorded(context, fact, type);
  return ExitStatus::kYes;
}

}  // namespace

Verb RecordVerb() {
  const auto options = std::make_shared<RecordOptions>();
  return {.name = "record",
          .summary = Said("record one fact", "enregistrer un fait"),
          .details = Said(
              "NAME is a field of the fact or a member of a row (subject, effective, comment, "
              "identity.birth_name …); lists and objects are written as JSON. With an id, the fact "
              "is recorded once, however often the command is run.",
              "NOM est un champ du fait ou un membre de la ligne (subject, effective, comment, "
              "identity.birth_name …) ; listes et objets s'écrivent en JSON. Avec un identifiant "
              "(id), le fait n'est enregistré qu'une fois, quel que soit le nombre de fois où la "
              "commande est lancée."),
          .example =
              "  cartulary record AssessmentRecorded subject=20240001 effective=2025-01-17 \\\n"
              "    plan=BC01-EX1 session=first attempt=1 status=graded grade=12.5\n"
              "  echo "
              "'{\"type\":\"PersonRegistered\",\"effective\":\"2025-01-06\",\"number\":\"S2\"}' |\n"
              "    cartulary record --file -",
          .exits = {{ExitStatus::kYes,
                     Said("recorded, or recorded before", "enregistré, maintenant ou auparavant")},
                    {ExitStatus::kUsage},
                    {ExitStatus::kNotFound,
                     Said("the store, a file or somebody named does not exist",
                          "le registre, un fichier ou une personne nommée n'existe pas")},
                    {ExitStatus::kRefused},
                    {ExitStatus::kConflict,
                     Said("the id was recorded before with other content",
                          "l'identifiant a déjà été enregistré avec un autre contenu")},
                    {ExitStatus::kWorld},
                    {ExitStatus::kIntegrity}},
          .takes = {.actor = true},
          .declare =
              [options](OptionSet& set) {
                set.Argument(Said("TYPE", "TYPE"), options->type,
                             Said("the type of the fact", "le type du fait"));
                set.Arguments(Said("NAME=VALUE", "NOM=VALEUR"), options->members,
                              Said("its fields", "ses champs"));
                set.Option("--file", options->file,
                           Said("a file with one row in JSON, or - for input",
                                "un fichier d'un seul fait en JSON, ou - pour l'entrée standard"));
                set.Option("--source", options->source,
                           Said("where row ids are from, for row:ID; default: record",
                                "d'où viennent les identifiants des lignes, pour row:ID ; par "
                                "défaut, record"));
                set.Flag("--dry-run", options->dry_run,
                         Said("only say whether it would be recorded",
                              "dire seulement s'il serait enregistré"));
              },
          .run = [options](Context& context) { return RunRecord(*options, context); }};
}

}  // namespace cartulary::cli
