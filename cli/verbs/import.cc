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

std::string Count(std::uint64_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

void PrintPlan(const Context& context, const ImportPlan& plan) {
  Rows rows{.columns = {{"type", "Type"}, {"rows", "Rows", Column::Align::kRight}},
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
  if (!rows.rows.empty()) context.Print(rows);
  context.Say(Count(plan.rows, "row", "rows") + ": " + std::to_string(plan.already) +
              " recorded before, " + std::to_string(plan.rows - plan.already) +
              " to record, which makes " + Count(plan.events, "event", "events"));
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
    context.Say("nothing to record: the file has no row");
    return;
  }
  if (recorded.events == 0) {
    context.Say("nothing to record: " + Count(plan.rows, "row was", "rows were") +
                " recorded before");
    return;
  }
  const std::uint64_t last = recorded.first.value + recorded.events - 1;
  context.Say("recorded " + Count(plan.rows - plan.already, "row", "rows") + " as " +
              (recorded.events == 1 ? "event " : "events ") + std::to_string(recorded.first.value) +
              (recorded.events == 1 ? "" : " to " + std::to_string(last)) +
              (plan.already == 0
                   ? std::string()
                   : "; " + Count(plan.already, "row was", "rows were") + " recorded before"));
}

OrFailure<ImportPlan> Plan(const ImportOptions& options, OpenFile& file, Context& context,
                           Store& store) {
  CARTULARY_ASSIGN_OR_RETURN(const auto draft, Draft::Begin(context, store));
  CARTULARY_ASSIGN_OR_RETURN(const RowDefaults defaults, DefaultsOf(options, *draft));
  const std::string base = std::filesystem::path(options.file).filename().string();
  draft->SetSource(options.source.value_or(base));
  Progress progress(context.streams.err, context.streams.err_is_terminal, "planning", file.size);
  return PlanImport(file.stream, options.file, *draft, store, defaults,
                    [&](std::uint64_t bytes) { progress.Advance(bytes); });
}

OrFailure<Recorded> Apply(const ImportOptions& options, ImportPlan& plan, const Context& context,
                          Store& store) {
  Progress progress(context.streams.err, context.streams.err_is_terminal, "recording", plan.events);
  const auto on_commit = [&](const Recorded& recorded) {
    progress.Advance(recorded.events);
    if (!options.each_commit) return;
    context.Say("durable: " + std::to_string(recorded.first.value + recorded.events) + " events");
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
      .summary = "record many facts from a file",
      .details =
          "The file has one row in JSON on each line (docs/reference/import.md). All rows are\n"
          "read and decided first: if one is wrong, all that is wrong is listed and nothing is\n"
          "written. Every row has an id, and is recorded once: the same file twice adds nothing,\n"
          "and an import that was cut off is completed by running it again.",
      .example =
          "  cartulary import promotion-2024.jsonl --dry-run\n"
          "  cartulary import promotion-2024.jsonl",
      .exits = {{ExitStatus::kYes, ""},
                {ExitStatus::kUsage, "something in the file is wrong; nothing was written"},
                {ExitStatus::kNotFound,
                 "the store or a file does not exist, or rows name what does not"},
                {ExitStatus::kRefused, ""},
                {ExitStatus::kConflict, "rows were recorded before with other content"},
                {ExitStatus::kWorld, ""},
                {ExitStatus::kIntegrity, ""}},
      .takes = {.actor = true},
      .declare =
          [options](OptionSet& set) {
            set.Argument("FILE", options->file, "a file of rows");
            set.Option("--source", options->source,
                       "where the row ids are from; default: the file's name");
            set.Option("--entry", options->entry,
                       "how rows that do not say it were entered: live, historical, migration, "
                       "demo; default: live");
            set.Option("--commit", options->commit,
                       "how many events at most are made durable at once; default: 4096");
            set.Flag("--each-commit", options->each_commit,
                     "print a line whenever events have become durable");
            set.Flag("--dry-run", options->dry_run, "only show what would be recorded");
          },
      .run = [options](Context& context) { return RunImport(*options, context); }};
}

}  // namespace cartulary::cli
