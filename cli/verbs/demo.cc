// demo: makes a store with the sample cohort and shows the main job on it.
#include <algorithm>
#include <array>
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

struct DemoOptions {
  std::optional<std::string> sample;
};

struct Scene {
  Text heading;
  std::vector<const char*> arguments;
};

// Rules of the sample, and the act that adopted them.
struct Adoption {
  const char* file;
  const char* on;
  const char* act;
};

constexpr std::array kAdoptions = {
    Adoption{"rules.yaml", "2022-05-30", "CA-2022-17"},
    Adoption{"rules-2025.yaml", "2025-05-26", "CA-2025-11"},
    Adoption{"successor.yaml", "2026-06-01", "CA-2026-12"},
};

// What a registrar and an auditor would look at.
const std::vector<Scene>& Scenes() {
  static const std::vector<Scene> kScenes = {
      {Said("A registrar follows a cohort: who stands where, and what is missing.",
            "La scolarité suit une promotion : la situation de chacun, et ce qui manque."),
       {"list", "learners", "--cohort", "2022"}},
      {Said("Why was this apprentice not admitted? The fiche asks for 12 weeks abroad.",
            "Pourquoi cet apprenti n'a-t-il pas été admis ? La fiche demande 12 semaines à "
            "l'étranger."),
       {"status", "22004"}},
      {Said("The next jury, should one of its members be absent.",
            "Le prochain jury, si l'un de ses membres était absent."),
       {"jury", "check", "JD-2026-12", "--absent", "X021"}},
      {Said("An auditor asks what a title rests on: a VAE jury of 2 professionals in 9.",
            "Un auditeur demande sur quoi repose un titre : un jury de VAE de 2 professionnels sur "
            "9."),
       {"trace", "ENSAM-2025-0010"}},
      {Said("What happened to a grade: nothing is edited, a correction names what it corrects.",
            "Ce qu'est devenue une note : rien n'est modifié, une correction nomme ce qu'elle "
            "corrige."),
       {"history", "22007", "--as-of", "2023-02-28"}},
  };
  return kScenes;
}

// A later text of the rules of 2022, and how the demonstration takes it.
struct Correction {
  const char* file;
  const char* on;
  const char* reason_text;
  const char* approver;
  Text asked;    // What the replay is to answer.
  Text applied;  // What comes of it.
};

const std::vector<Correction>& Corrections() {
  static const std::vector<Correction> kCorrections = {
      {"rules-misread.yaml", "2026-11-12", "niveaux lus dans l'ancienne nomenclature", "E002",
       Said(
           "A correction is published: it reads \"niveau 5 ou 6\", asked on entry, as 6 or 7. Whom "
           "would it concern?",
           "Une correction est publiée : elle lit « niveau 5 ou 6 », exigé à l'entrée, comme 6 ou "
           "7. Qui concernerait-elle ?"),
       Said(
           "Another person approves that report: the revision judges, two cases are opened, and no "
           "title is touched.",
           "Une autre personne approuve ce rapport : la révision juge, deux dossiers s'ouvrent, et "
           "aucun titre n'est touché.")},
      {"rules-corrected.yaml", "2026-11-13", "la fiche dit bien 5 ou 6", "E003",
       Said("Before a jury sat on it, somebody read the sentence again: 5 or 6 it is. The next "
            "revision corrects the reading.",
            "Avant qu'un jury n'en délibère, quelqu'un a relu la phrase : c'est bien 5 ou 6. La "
            "révision suivante corrige cette lecture."),
       Said("A third person approves it.", "Une troisième personne l'approuve.")},
  };
  return kCorrections;
}

// The rows of one file that were entered on one day.
struct Slice {
  int lines_before = 0;
  std::string rows;
  std::optional<Date> day;
};

// What is announced ahead of its day.
constexpr std::array<std::string_view, 3> kAnnounced = {"AssessmentPlanned", "MobilityPlanned",
                                                        "SuccessorDeclared"};

// The day on which the row was so; none for what has no date or was announced.
std::optional<Date> DayOf(const JsonValue& row) {
  const JsonValue* type = row.Find("type");
  const JsonValue* effective = row.Find("effective");
  if (type == nullptr || effective == nullptr) return std::nullopt;
  if (std::ranges::find(kAnnounced, type->text) != kAnnounced.end()) return std::nullopt;
  return Date::Parse(effective->text);
}

// A row is entered on its day; one without, with the row before it.
std::vector<Slice> SliceByDay(std::istream& file) {
  std::vector<Slice> slices;
  std::string line;
  for (int lines = 0; std::getline(file, line); ++lines) {
    std::optional<Date> day;
    const auto row = ParseJson(line);
    if (const auto* value = std::get_if<JsonValue>(&row)) day = DayOf(*value);
    if (slices.empty() || (day && day != slices.back().day)) slices.push_back({lines, {}, day});
    slices.back().rows += line + "\n";
  }
  return slices;
}

// The first day of a file; none if no row has one.
std::optional<Date> FirstDayOf(const std::vector<Slice>& slices) {
  const auto dated =
      std::ranges::find_if(slices, [](const Slice& slice) { return slice.day.has_value(); });
  return dated == slices.end() ? std::nullopt : dated->day;
}

OrFailure<std::vector<std::filesystem::path>> FactFiles(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  if (files.empty()) {
    return Failure{
        .status = ExitStatus::kNotFound,
        .message = Said("the sample cohort is not in '{0}'",
                        "la promotion d'exemple n'est pas dans « {0} »", folder.string()),
        .hint = Said("run it from the folder of the project, or give --sample FOLDER",
                     "lancez la commande depuis le dossier du projet, ou donnez --sample DOSSIER")};
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
    CARTULARY_ASSIGN_OR_RETURN(const std::uint64_t imported, Import(files));
    context_.written->events = imported;
    if (context_.IsForPeople()) CARTULARY_RETURN_IF_ERROR(Show(imported));
    for (const Correction& correction : Corrections()) {
      CARTULARY_RETURN_IF_ERROR(Correct(correction));
    }
    CARTULARY_RETURN_IF_ERROR(CloseCases());
    CARTULARY_RETURN_IF_ERROR(
        Play(Said("What is kept beside the log is what comes out of it, made anew.",
                  "Ce qui est conservé à côté du journal est ce qui en résulte, refait à neuf."),
             {"replay", "--check"}));
    CARTULARY_ASSIGN_OR_RETURN(const std::uint64_t events, CountEvents());
    context_.written->events = events;
    if (context_.options.json) {
      context_.Print(Json{{"store", *context_.options.store}, {"events", events}});
      return ExitStatus::kYes;
    }
    SayGoOn();
    return ExitStatus::kYes;
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
    line.push_back(context_.options.language == Language::kFrench ? "--lang=fr" : "--lang=en");
    return line;
  }

  // What a command that must succeed answers.
  OrFailure<std::string> Quietly(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    Streams streams{.in = context_.streams.in, .out = out, .err = err};
    const ExitStatus status = RunProgram(CommandLine(arguments), DemoPorts(), streams);
    if (status == ExitStatus::kYes || status == ExitStatus::kNo) return out.str();
    return Failure{.status = status,
                   .message = WordsOf(err.str()),
                   .hint = Said("put the sample right", "corrigez l'exemple")};
  }

  // The registrar's command.
  OrFailure<std::string> Record(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--actor", kRegistrar});
    return Quietly(arguments);
  }

  OrFailure<std::uint64_t> CountEvents() {
    const Context context(context_.options, DemoPorts(), context_.streams);
    CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kRead));
    CARTULARY_ASSIGN_OR_RETURN(const Head head, store->log().ReadHead());
    return head.size;
  }

  OrFailure<std::uint64_t> Import(const std::vector<std::filesystem::path>& files) {
    SharedOptions options = context_.options;
    options.actor = kRegistrar;
    const Context context(std::move(options), DemoPorts(), context_.streams);
    Progress progress(context.streams.err, context.streams.err_is_terminal,
                      context.options.language, Said("recording", "enregistrement"), files.size());
    std::uint64_t events = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
      std::ifstream file(files[i], std::ios::binary);
      const std::vector<Slice> slices = SliceByDay(file);
      CARTULARY_RETURN_IF_ERROR(PublishUntil(FirstDayOf(slices)));
      CARTULARY_ASSIGN_OR_RETURN(const auto store, Store::Open(context, Access::kWrite));
      for (const Slice& slice : slices) {
        CARTULARY_RETURN_IF_ERROR(ImportSlice(context, *store, files[i], slice));
      }
      CARTULARY_RETURN_IF_ERROR(store->CurrentState());
      CARTULARY_ASSIGN_OR_RETURN(const Head head, store->log().ReadHead());
      events = head.size;
      progress.Advance(i + 1);
    }
    return events;
  }

  // The rules that were adopted by the day and are not published yet.
  OrFailure<Ok> PublishUntil(std::optional<Date> day) {
    for (; adopted_ != kAdoptions.size(); ++adopted_) {
      const Adoption& adoption = kAdoptions[adopted_];
      const std::optional<Date> on = Date::Parse(adoption.on);
      if (!day || *day < *on) break;
      Enter(*on);
      CARTULARY_RETURN_IF_ERROR(
          Record({"referential", "publish", (sample_ / adoption.file).string(), "--adopted",
                  adoption.on, "--act", adoption.act}));
    }
    return Ok{};
  }

  // Things are entered in the afternoon of their day, and never before what was entered.
  void Enter(Date day) {
    constexpr TimeOfDay kEntered{17 * 60};
    const Instant entered = InstantInParis(day, kEntered);
    if (clock_.Now() < entered) clock_.Set(entered);
  }

  OrFailure<Ok> ImportSlice(const Context& context, Store& store, const std::filesystem::path& file,
                            const Slice& slice) {
    if (slice.day) Enter(*slice.day);
    CARTULARY_ASSIGN_OR_RETURN(const auto draft, Draft::Begin(context, store));
    draft->SetSource(std::string(kDemoSource));
    RowDefaults defaults;
    CARTULARY_ASSIGN_OR_RETURN(defaults.actor, draft->FindActor());
    defaults.folder = sample_;
    defaults.entry = EntryMode::kDemo;
    std::istringstream rows(slice.rows);
    CARTULARY_ASSIGN_OR_RETURN(ImportPlan plan,
                               PlanImport(rows, {file.string(), slice.lines_before}, *draft, store,
                                          defaults, [](std::uint64_t) {}));
    CARTULARY_ASSIGN_OR_RETURN(
        const Recorded recorded,
        Append(
            store, std::move(plan.drafted), [](const Recorded&) {}, kEventsPerCommitMax));
    (void)recorded;
    return Ok{};
  }

  OrFailure<Ok> Show(std::uint64_t events) {
    context_.Say(Said("Recorded {0} events of an invented cohort, 2022 to 2026, in {1}.",
                      "{0} événements d'une promotion inventée, de 2022 à 2026, enregistrés dans "
                      "{1}.",
                      events, *context_.options.store));
    for (const Scene& scene : Scenes()) {
      CARTULARY_RETURN_IF_ERROR(
          Play(scene.heading, {scene.arguments.begin(), scene.arguments.end()}));
    }
    return Ok{};
  }

  // Runs a command as a user would, and shows it with its answer; in silence for other programs.
  OrFailure<Ok> Play(const Text& heading, const std::vector<std::string>& arguments) {
    if (!context_.IsForPeople()) {
      CARTULARY_RETURN_IF_ERROR(Quietly(arguments));
      return Ok{};
    }
    std::string command = "cartulary";
    for (const std::string& argument : arguments) {
      command += argument.find(' ') == std::string::npos ? " " + argument : " \"" + argument + "\"";
    }
    context_.Say("");
    context_.Say(Said("# {0}", "# {0}", heading));
    context_.Say("$ " + command);
    const ExitStatus status = RunProgram(CommandLine(arguments), DemoPorts(), context_.streams);
    if (status != ExitStatus::kYes && status != ExitStatus::kNo) {
      return Failure{.status = status,
                     .message = Said("'{0}' failed", "« {0} » a échoué", command),
                     .hint = Said("put the sample right", "corrigez l'exemple")};
    }
    context_.Say(Said("(exit status {0})", "(code de retour {0})", static_cast<int>(status)));
    return Ok{};
  }

  // Publishes a later text of the rules, shows whom it concerns, and applies it.
  OrFailure<Ok> Correct(const Correction& correction) {
    Enter(*Date::Parse(correction.on));
    CARTULARY_ASSIGN_OR_RETURN(
        const std::string published,
        Record({"referential", "correct", (sample_ / correction.file).string(), "--misread",
                "entry_level", "--reason", "misread", "--reason-text", correction.reason_text,
                "--ordered-by", "E001", "--json"}));
    const std::vector<std::string> replay = {
        "replay", "--rules", Json::parse(published).at("revision").get<std::string>(), "--on",
        correction.on};
    CARTULARY_RETURN_IF_ERROR(Play(correction.asked, replay));
    std::vector<std::string> for_digest = replay;
    for_digest.push_back("--json");
    CARTULARY_ASSIGN_OR_RETURN(const std::string report, Quietly(for_digest));
    std::vector<std::string> apply = replay;
    apply.insert(apply.end(), {"--apply", Json::parse(report).at("digest").get<std::string>(),
                               "--actor", correction.approver, "--role", "director",
                               "--same-account", "one machine for the demonstration"});
    return Play(correction.applied, apply);
  }

  // Those of the misreading, which nothing is left of.
  OrFailure<Ok> CloseCases() {
    CARTULARY_ASSIGN_OR_RETURN(const std::string listed, Quietly({"cases", "--json"}));
    const Json cases = Json::parse(listed);
    for (const Json& one : cases.at("rows")) {
      const std::string id = std::to_string(one.at("case").get<std::uint64_t>());
      CARTULARY_RETURN_IF_ERROR(Record({"cases", "assign", id, "--to", "E003"}));
      CARTULARY_RETURN_IF_ERROR(
          Record({"cases", "close", id, "--by", "no_change", "--reason", "misread"}));
    }
    return Play(
        Said("Nothing is left of the two cases: they are closed with no change, and stay in "
             "the register.",
             "Il ne reste rien des deux dossiers : ils sont clos sans changement, et "
             "demeurent au registre."),
        {"cases", "--all"});
  }

  void SayGoOn() {
    context_.Say("");
    context_.Say(Said("# Go on from here:", "# Pour continuer :"));
    context_.Say("export CARTULARY_STORE=" + *context_.options.store +
                 " CARTULARY_ACTOR=" + kRegistrar);
    context_.Say("cartulary list awards; cartulary status 23002; cartulary trace ENSAM-2025-0006");
  }

  const Context& context_;
  std::filesystem::path sample_;
  std::size_t adopted_ = 0;  // Of kAdoptions, those that are published.
  // The same store, to the byte of every event, each time.
  SeededRandom random_{39304};
  SimulatedClock clock_{InstantInParis(*Date::FromCivil(2022, 6, 1), TimeOfDay{9 * 60})};
};

}  // namespace

Verb DemoVerb() {
  const auto options = std::make_shared<DemoOptions>();
  return {
      .name = "demo",
      .summary = Said("make a store with a sample cohort and show the main job on it",
                      "créer un registre avec une promotion d'exemple et y montrer l'essentiel"),
      .details = Said(
          "Makes the store that --store names, publishes rules, and records the facts of an "
          "invented cohort with a clock that follows their dates; its first event says that it "
          "is a demonstration. Then shows what a registrar and an auditor would look at, and how a "
          "rule that was misread is corrected.",
          "Crée le registre que nomme --store, publie un référentiel et enregistre les faits "
          "d'une promotion inventée, avec une horloge qui suit leurs dates ; son premier "
          "événement dit qu'il s'agit d'une démonstration. Montre ensuite ce que regarderaient "
          "un service de scolarité et un auditeur, et comment se corrige une règle mal lue."),
      .example = "  cartulary demo --store demo",
      .exits = {{ExitStatus::kYes},
                {ExitStatus::kUsage, Said("there is a store already", "il y a déjà un registre")},
                {ExitStatus::kNotFound, Said("the sample is not there", "l'exemple n'est pas là")},
                {ExitStatus::kConflict,
                 Said("there is a key file of this name", "un fichier de clés porte déjà ce nom")},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .declare =
          [options](OptionSet& set) {
            set.Option("--sample", options->sample,
                       Said("folder of the sample; default: examples/rncp39304",
                            "dossier de l'exemple ; par défaut, examples/rncp39304"));
          },
      .run = [options](Context& context) -> OrFailure<ExitStatus> {
        return Demonstration(context, options->sample.value_or("examples/rncp39304")).Run();
      }};
}

}  // namespace cartulary::cli
