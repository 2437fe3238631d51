// demo: makes a store with the sample cohort and shows the main job on it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

#include "cli/context.h"
#include "cli/founding.h"
#include "cli/import.h"
#include "cli/json/value.h"
#include "cli/output/progress.h"
#include "cli/ports/clock.h"
#include "cli/ports/random.h"
#include "cli/program.h"
#include "cli/recorder.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

constexpr const char* kRegistrar = "S001";
constexpr const char* kRowSource = "sample";

struct DemoOptions {
  std::optional<std::string> sample;
};

struct Scene {
  const char* heading;
  std::vector<const char*> arguments;
};

// What a registrar and an auditor would look at.
const std::vector<Scene>& Scenes() {
  static const std::vector<Scene> kScenes = {
      {"A registrar follows a cohort: who stands where, and what is missing.",
       {"list", "learners", "--cohort", "2022"}},
      {"Why was this apprentice not admitted? The fiche asks for 12 weeks abroad.",
       {"status", "22004"}},
      {"The next jury, should one of its members be absent.",
       {"jury", "check", "JD-2026-12", "--absent", "X021"}},
      {"An auditor asks what a title rests on: a VAE jury of 2 professionals in 9.",
       {"trace", "ENSAM-2025-0010"}},
      {"What happened to a grade: nothing is edited, a correction names what it corrects.",
       {"history", "22007", "--as-of", "140"}},
  };
  return kScenes;
}

// The rows of one file that were entered on one day.
struct Slice {
  std::string rows;
  std::optional<Date> day;
};

// A row is entered on the day on which it was so; one without a date, with the row before it.
std::vector<Slice> SliceByDay(std::istream& file) {
  std::vector<Slice> slices;
  std::string line;
  while (std::getline(file, line)) {
    std::optional<Date> day;
    const auto row = ParseJson(line);
    if (const auto* value = std::get_if<JsonValue>(&row)) {
      const JsonValue* effective = value->Find("effective");
      if (effective != nullptr) day = Date::Parse(effective->text);
    }
    if (slices.empty() || (day && day != slices.back().day)) slices.push_back({{}, day});
    slices.back().rows += line + "\n";
  }
  return slices;
}

OrFailure<std::vector<std::filesystem::path>> FactFiles(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  if (files.empty()) {
    return Failure{.status = ExitStatus::kNotFound,
                   .message = "the sample cohort is not in '" + folder.string() + "'",
                   .hint = "run it from the folder of the project, or give --sample FOLDER"};
  }
  std::sort(files.begin(), files.end());
  return files;
}

// The demonstration: a store whose clock follows the dates of its facts.
class Demonstration {
 public:
  Demonstration(const Context& context, std::filesystem::path sample)
      : context_(context), sample_(std::move(sample)) {}

  OrFailure<ExitStatus> Run() {
    CARTULARY_ASSIGN_OR_RETURN(const auto files, FactFiles(sample_));
    CARTULARY_RETURN_IF_ERROR(MakeStore());
    CARTULARY_RETURN_IF_ERROR(Quietly({"referential", "publish", (sample_ / "rules.yaml").string(),
                                       "--adopted", "2022-05-30", "--act", "CA-2022-17"}));
    CARTULARY_ASSIGN_OR_RETURN(const std::uint64_t events, Import(files));
    context_.written->events = events;
    if (context_.options.json) {
      context_.Print(Json{{"store", *context_.options.store}, {"events", events}});
      return ExitStatus::kYes;
    }
    return Show(events);
  }

 private:
  Ports DemoPorts() { return {clock_, random_, context_.ports.executor}; }

  OrFailure<Ok> MakeStore() {
    Founder founder;
    founder.number = kRegistrar;
    founder.identity.birth_name = "Sorel";
    founder.identity.first_names = {"Mathilde"};
    const Context context(context_.options, DemoPorts(), context_.streams);
    CARTULARY_ASSIGN_OR_RETURN(const Founded founded, FoundStore(context, founder, /*demo=*/true));
    return Ok{};
  }

  std::vector<std::string> CommandLine(const std::vector<std::string>& arguments) const {
    std::vector<std::string> line = arguments;
    line.insert(line.end(), {"--store", *context_.options.store});
    if (context_.options.keys) line.insert(line.end(), {"--keys", *context_.options.keys});
    return line;
  }

  OrFailure<Ok> Quietly(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    Streams streams{.in = context_.streams.in, .out = out, .err = err};
    std::vector<std::string> line = CommandLine(arguments);
    line.push_back("--actor");
    line.push_back(kRegistrar);
    const ExitStatus status = RunProgram(line, DemoPorts(), streams);
    if (status == ExitStatus::kYes) return Ok{};
    return Failure{.status = status, .message = err.str(), .hint = "put the sample right"};
  }

  OrFailure<std::uint64_t> Import(const std::vector<std::filesystem::path>& files) {
    SharedOptions options = context_.options;
    options.actor = kRegistrar;
    const Context context(std::move(options), DemoPorts(), context_.streams);
    CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kWrite));
    Progress progress(context.streams.err, context.streams.err_is_terminal, "recording",
                      files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
      std::ifstream file(files[i], std::ios::binary);
      for (const Slice& slice : SliceByDay(file)) {
        CARTULARY_RETURN_IF_ERROR(ImportSlice(context, *store, files[i], slice));
      }
      progress.Advance(i + 1);
    }
    CARTULARY_RETURN_IF_ERROR(store->CurrentState());
    CARTULARY_ASSIGN_OR_RETURN(const Head head, store->log().ReadHead());
    return head.size;
  }

  OrFailure<Ok> ImportSlice(const Context& context, Store& store, const std::filesystem::path& file,
                            const Slice& slice) {
    constexpr TimeOfDay kEntered{17 * 60};
    if (slice.day) {
      const Instant entered = InstantInParis(*slice.day, kEntered);
      if (clock_.Now() < entered) clock_.Set(entered);
    }
    CARTULARY_ASSIGN_OR_RETURN(const auto draft, Draft::Begin(context, store));
    draft->SetSource(kRowSource);
    RowDefaults defaults;
    CARTULARY_ASSIGN_OR_RETURN(defaults.actor, draft->FindActor());
    defaults.folder = sample_;
    defaults.entry = EntryMode::kDemo;
    std::istringstream rows(slice.rows);
    CARTULARY_ASSIGN_OR_RETURN(ImportPlan plan, PlanImport(rows, file.string(), *draft, store,
                                                           defaults, [](std::uint64_t) {}));
    CARTULARY_ASSIGN_OR_RETURN(
        const Recorded recorded,
        Append(
            store, std::move(plan.drafted), [](const Recorded&) {}, kEventsPerCommitMax));
    (void)recorded;
    return Ok{};
  }

  OrFailure<ExitStatus> Show(std::uint64_t events) {
    context_.Say("Recorded " + std::to_string(events) +
                 " events of an invented cohort, 2022 to 2026, in " + *context_.options.store +
                 ".");
    for (const Scene& scene : Scenes()) {
      std::string command = "cartulary";
      for (const char* argument : scene.arguments) command += std::string(" ") + argument;
      context_.Say("");
      context_.Say("# " + std::string(scene.heading));
      context_.Say("$ " + command);
      const ExitStatus status =
          RunProgram(CommandLine({scene.arguments.begin(), scene.arguments.end()}), DemoPorts(),
                     context_.streams);
      if (status != ExitStatus::kYes && status != ExitStatus::kNo) return status;
      context_.Say("(exit status " + std::to_string(static_cast<int>(status)) + ")");
    }
    context_.Say("");
    context_.Say("# Go on from here:");
    context_.Say("export CARTULARY_STORE=" + *context_.options.store +
                 " CARTULARY_ACTOR=" + kRegistrar);
    context_.Say("cartulary list awards; cartulary status 23002; cartulary trace ENSAM-2025-0006");
    return ExitStatus::kYes;
  }

  const Context& context_;
  std::filesystem::path sample_;
  // The same store, to the byte of every event, each time.
  SeededRandom random_{39304};
  SimulatedClock clock_{InstantInParis(*Date::FromCivil(2022, 6, 1), TimeOfDay{9 * 60})};
};

}  // namespace

Verb DemoVerb() {
  const auto options = std::make_shared<DemoOptions>();
  return {.name = "demo",
          .summary = "make a store with a sample cohort and show the main job on it",
          .details =
              "Makes the store that --store names, publishes rules, and records the facts of an\n"
              "invented cohort with a clock that follows their dates; its first event says that\n"
              "it is a demonstration. Then shows what a registrar and an auditor would look at.",
          .example = "  cartulary demo --store /tmp/cartulary-demo",
          .exits = {{ExitStatus::kYes, ""},
                    {ExitStatus::kUsage, "there is a store already"},
                    {ExitStatus::kNotFound, "the sample is not there"},
                    {ExitStatus::kConflict, "there is a key file of this name"},
                    {ExitStatus::kWorld, ""},
                    {ExitStatus::kIntegrity, ""}},
          .declare =
              [options](OptionSet& set) {
                set.Option("--sample", options->sample,
                           "folder of the sample; default: examples/rncp39304");
              },
          .run = [options](Context& context) -> OrFailure<ExitStatus> {
            return Demonstration(context, options->sample.value_or("examples/rncp39304")).Run();
          }};
}

}  // namespace cartulary::cli
