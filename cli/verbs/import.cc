// import: many facts from a file of JSON Lines.
#include "cli/import.h"

#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/context.h"
#include "cli/output/progress.h"
#include "cli/recorder.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

// From this size on, an import is long enough to be worth the slower next opening.
constexpr std::uint64_t kBulkFileBytesMin = 4 << 20;

struct ImportOptions {
  std::string file;
  std::optional<std::string> source;
  std::optional<std::string> entry;
  std::optional<std::uint64_t> commit;
  bool each_commit = false;
  bool dry_run = false;
};

struct OpenFile {
  std::ifstream stream;
  std::uint64_t size = 0;
};

OrFailure<OpenFile> Open(const std::string& name) {
  OpenFile file;
  std::error_code error;
  const auto status = std::filesystem::status(name, error);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    return Failure{
        .message = Said(
            "'{0}' is not a file of rows, but a folder or a device",
            "« {0} » n'est pas un fichier de lignes, mais un dossier ou un périphérique", name),
        .hint =
            Said("name a file; one fact from the input: cartulary record --file -",
                 "nommez un fichier ; un seul fait depuis l'entrée : cartulary record --file -")};
  }
  file.size = std::filesystem::file_size(name, error);
  if (!error) file.stream.open(name, std::ios::binary);
  if (error || !file.stream) {
    return Failure{
        .status = ExitStatus::kNotFound,
        .message = Said("the file '{0}' cannot be opened{1}",
                        "le fichier « {0} » ne peut pas être ouvert{1}", name,
                        error ? Said(": {0}", " : {0}", error.message()) : Text{}),
        .hint = Said("check its name and who may read it", "vérifiez son nom et qui peut le lire")};
  }
  return file;
}

OrFailure<RowDefaults> DefaultsOf(const ImportOptions& options, Draft& draft) {
  RowDefaults defaults;
  CARTULARY_ASSIGN_OR_RETURN(defaults.actor, draft.FindActor());
  defaults.folder = std::filesystem::path(options.file).parent_path();
  const auto entry = ParseEnum<EntryMode>(options.entry.value_or("live"));
  if (!entry) {
    return Failure{.message = Said("--entry: '{0}' is not known", "--entry : « {0} » est inconnu",
                                   *options.entry),
                   .hint = Said("one of live, historical, migration, demo",
                                "l'un de live, historical, migration, demo")};
  }
  defaults.entry = *entry;
  return defaults;
}

// "1 row", "3 rows".
Text RowCount(std::uint64_t count) {
  return count == 1 ? Said("1 row", "1 ligne") : Said("{0} rows", "{0} lignes", count);
}

Text EventCount(std::uint64_t count) {
  return count == 1 ? Said("1 event", "1 événement") : Said("{0} events", "{0} événements", count);
}

Text RecordedBefore(std::uint64_t count) {
  return count == 1 ? Said("1 row was recorded before", "1 ligne déjà enregistrée auparavant")
                    : Said("{0} rows were recorded before",
                           "{0} lignes déjà enregistrées auparavant", count);
}

void PrintPlan(const Context& context, const ImportPlan& plan) {
  Rows rows{.columns = {{"type", Said("Type", "Type")},
                        {"rows", Said("Rows", "Lignes"), Column::Align::kRight}},
            .rows = {},
            .about = Json{{"rows", plan.rows},
                          {"already", plan.already},
                          {"to_record", plan.rows - plan.already},
                          {"events", plan.events}}};
  if (context.options.json) {
    Json answer = rows.about;
    answer["by_type"] = Json::object();
    for (const auto& [type, count] : plan.rows_by_type)
      answer["by_type"][std::string(type)] = count;
    context.Print(answer);
    return;
  }
  for (const auto& [type, count] : plan.rows_by_type)
    rows.rows.push_back({std::string(type), count});
  if (!rows.rows.empty()) context.Print(rows, {});
  context.Say(Said("{0}: {1} recorded before, {2} to record, which makes {3}",
                   "{0}, dont {1} déjà au registre et {2} à enregistrer, ce qui fait {3}",
                   RowCount(plan.rows), plan.already, plan.rows - plan.already,
                   EventCount(plan.events)));
}

void PrintRecorded(const Context& context, const ImportPlan& plan, const Recorded& recorded) {
  if (context.options.json) {
    Json answer{{"rows", plan.rows},
                {"already", plan.already},
                {"recorded", plan.rows - plan.already},
                {"events", recorded.events},
                {"commits", recorded.commits}};
    if (recorded.events > 0) answer["first_index"] = recorded.first.value;
    context.Print(answer);
    return;
  }
  if (plan.rows == 0) {
    context.Say(Said("nothing to record: the file has no row",
                     "rien à enregistrer : le fichier n'a aucune ligne"));
    return;
  }
  if (recorded.events == 0) {
    context.Say(
        Said("nothing to record: {0}", "rien à enregistrer : {0}", RecordedBefore(plan.rows)));
    return;
  }
  const std::uint64_t first = recorded.first.value;
  Text line =
      Said("recorded {0} as ", "{0} de plus au registre : ", RowCount(plan.rows - plan.already));
  line += recorded.events == 1 ? Said("event {0}", "événement {0}", first)
                               : Said("events {0} to {1}", "événements {0} à {1}", first,
                                      first + recorded.events - 1);
  if (plan.already > 0) line += Said("; {0}", " ; {0}", RecordedBefore(plan.already));
  context.Say(line);
}

OrFailure<ImportPlan> Plan(const ImportOptions& options, OpenFile& file, Context& context,
                           Store& store) {
  CARTULARY_ASSIGN_OR_RETURN(const auto draft, Draft::Begin(context, store));
  CARTULARY_ASSIGN_OR_RETURN(const RowDefaults defaults, DefaultsOf(options, *draft));
  const std::string base = std::filesystem::path(options.file).filename().string();
  draft->SetSource(options.source.value_or(base));
  draft->LookBeside(defaults.folder);
  Progress progress(context.streams.err, context.streams.err_is_terminal, context.options.language,
                    Said("planning", "préparation"), file.size);
  return PlanImport(file.stream, {options.file}, *draft, store, defaults,
                    [&](std::uint64_t bytes) { progress.Advance(bytes); });
}

OrFailure<Recorded> Apply(const ImportOptions& options, ImportPlan& plan, const Context& context,
                          Store& store) {
  Progress progress(context.streams.err, context.streams.err_is_terminal, context.options.language,
                    Said("recording", "enregistrement"), plan.events);
  const auto on_commit = [&](const Recorded& recorded) {
    progress.Advance(recorded.events);
    if (!options.each_commit) return;
    context.Say(Said("durable: {0} events", "durables : {0} événements",
                     recorded.first.value + recorded.events));
    context.streams.out.flush();
  };
  return Append(store, std::move(plan.drafted), on_commit,
                options.commit.value_or(kEventsPerCommitMax));
}

OrFailure<ExitStatus> RunImport(const ImportOptions& options, Context& context) {
  if (options.commit && (*options.commit < 1 || *options.commit > kEventsPerCommitMax)) {
    return Failure{
        .message = Said("--commit is from 1 to {0}", "--commit va de 1 à {0}", kEventsPerCommitMax),
        .hint =
            Said("leave it out for the fastest import", "omettez-le pour l'import le plus rapide")};
  }
  if (options.source && options.source->empty()) {
    return Failure{
        .message =
            Said("--source is empty: the ids of rows would be from nowhere",
                 "--source est vide : les identifiants des lignes ne viendraient de nulle part"),
        .hint = Said("leave it out for the file's name",
                     "omettez-le : le nom du fichier en tient lieu")};
  }
  if (options.each_commit && context.options.json) {
    return Failure{
        .message = Said("--each-commit prints lines of text, and --json one object",
                        "--each-commit écrit des lignes de texte, et --json un seul objet"),
        .hint = Said("give one of them", "donnez l'un des deux")};
  }
  CARTULARY_ASSIGN_OR_RETURN(OpenFile file, Open(options.file));
  const Access access = options.dry_run                  ? Access::kRead
                        : file.size >= kBulkFileBytesMin ? Access::kBulkImport
                                                         : Access::kWrite;
  CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, access));
  CARTULARY_ASSIGN_OR_RETURN(ImportPlan plan, Plan(options, file, context, *store));
  if (options.dry_run) {
    PrintPlan(context, plan);
    return ExitStatus::kYes;
  }
  CARTULARY_ASSIGN_OR_RETURN(const Recorded recorded, Apply(options, plan, context, *store));
  CARTULARY_RETURN_IF_ERROR(store->CurrentState());
  PrintRecorded(context, plan, recorded);
  return ExitStatus::kYes;
}

}  // namespace

Verb ImportVerb() {
  const auto options = std::make_shared<ImportOptions>();
  return {
      .name = "import",
      .summary = Said("record many facts from a file",
                      "enregistrer de nombreux faits à partir d'un fichier"),
      .details = Said(
          "The file has one row in JSON on each line (docs/reference/import.md). All rows are "
          "read and decided first: if one is wrong, all that is wrong is listed and nothing is "
          "written. Every row has an id, and is recorded once: the same file twice adds "
          "nothing, and an import that was cut off is completed by running it again.",
          "Chaque ligne du fichier est un fait en JSON (docs/reference/import.md). Toutes sont "
          "d'abord lues et jugées : si l'une est incorrecte, tout ce qui l'est est énuméré et rien "
          "n'est écrit. Chaque ligne a un identifiant et n'est enregistrée qu'une fois : le même "
          "fichier deux fois n'ajoute rien, et une importation interrompue s'achève en la "
          "relançant."),
      .example =
          "  cartulary import promotion-2024.jsonl --dry-run\n"
          "  cartulary import promotion-2024.jsonl",
      .exits = {{ExitStatus::kYes},
                {ExitStatus::kUsage, Said("something in the file is wrong; nothing was written",
                                          "le fichier contient des erreurs ; rien n'a été écrit")},
                {ExitStatus::kNotFound,
                 Said("the store or a file does not exist, or rows name what does not",
                      "le registre ou un fichier n'existe pas, ou des lignes nomment ce qui "
                      "n'existe pas")},
                {ExitStatus::kRefused},
                {ExitStatus::kConflict,
                 Said("rows were recorded before with other content",
                      "des lignes ont déjà été enregistrées avec un autre contenu")},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .takes = {.actor = true},
      .declare =
          [options](OptionSet& set) {
            set.Argument(Said("FILE", "FICHIER"), options->file,
                         Said("a file of rows", "un fichier de faits, un par ligne"));
            set.Option(
                "--source", options->source,
                Said("where the row ids are from; default: the file's name",
                     "d'où viennent les identifiants des lignes ; par défaut, le nom du fichier"));
            set.Option(
                "--entry", options->entry,
                Said("how rows that do not say it were entered: live, historical, migration, demo; "
                     "default: live",
                     "mode de saisie des lignes qui ne le disent pas : live, historical, "
                     "migration, demo "
                     "; par défaut, live"));
            set.Option("--commit", options->commit,
                       Said("how many events at most are made durable at once; default: 4096",
                            "combien d'événements au plus sont rendus durables à la fois ; par "
                            "défaut, 4096"));
            set.Flag(
                "--each-commit", options->each_commit,
                Said("print a line whenever events have become durable",
                     "imprimer une ligne chaque fois que des événements sont devenus durables"));
            set.Flag("--dry-run", options->dry_run,
                     Said("only show what would be recorded",
                          "montrer seulement ce qui serait enregistré"));
          },
      .run = [options](Context& context) { return RunImport(*options, context); }};
}

}  // namespace cartulary::cli
