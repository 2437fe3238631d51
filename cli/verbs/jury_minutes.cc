// jury minutes: the documents of a session, ready to print, and the row that seals them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <set>

#include "cli/context.h"
#include "cli/output/text.h"
#include "cli/reading/minutes_reader.h"
#include "cli/render/words.h"
#include "cli/verbs/all.h"
#include "core/event.h"

namespace cartulary::cli {
namespace {

struct MinutesOptions {
  std::string session;
  std::optional<std::string> out;
  bool force = false;
};

struct Document {
  std::filesystem::path file;
  std::string html;
  std::string sha256;
};

// What a file may be called everywhere: letters, digits, '.', '_' and '-'.
std::string FileName(std::string_view text) {
  std::string name(text);
  for (char& c : name) {
    const bool plain = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
                       c == '.' || c == '_' || c == '-';
    if (!plain) c = '_';
  }
  return name;
}

// "07" among 10 or more.
std::string Rank(std::size_t position, std::size_t count) {
  const std::size_t width = std::max<std::size_t>(2, std::to_string(count).size());
  const std::string rank = std::to_string(position + 1);
  return std::string(width - rank.size(), '0') + rank;
}

std::vector<Document> DocumentsOf(const MinutesView& view, const std::filesystem::path& folder,
                                  const Hasher& hasher) {
  std::vector<Document> documents;
  const auto add = [&](const std::string& name, std::string html) {
    const std::string sha256 = ToText(hasher.Sha256(html));
    documents.push_back({folder / name, std::move(html), sha256});
  };
  add("proces-verbal.html", MinutesPage(view));
  add("emargement.html", AttendancePage(view));
  const std::size_t count = view.extracts.size();
  for (std::size_t i = 0; i < count; ++i) {
    add("extrait-" + Rank(i, count) + "-" + FileName(view.jury.candidates[i].number) + ".html",
        ExtractPage(view, i));
  }
  return documents;
}

Failure CannotWrite(const std::filesystem::path& path, const std::error_code& error) {
  return Failure{
      .status = ExitStatus::kWorld,
      .message = Said("'{0}' cannot be written{1}", "« {0} » ne peut pas être écrit{1}",
                      path.string(), error ? Said(": {0}", " : {0}", error.message()) : Text{}),
      .hint = Said("check who may write there, and whether the disk is full",
                   "vérifiez qui peut y écrire, et si le disque est plein")};
}

std::optional<std::string> ReadWhole(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// Either the whole document is there, or what was there before.
OrFailure<Ok> Write(const Document& document) {
  const std::filesystem::path part = document.file.string() + ".part";
  {
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    file << document.html;
    file.close();
    if (!file) return CannotWrite(part, {});
  }
  std::error_code error;
  std::filesystem::rename(part, document.file, error);
  if (error) return CannotWrite(document.file, error);
  return Ok{};
}

OrFailure<Ok> WriteAll(const std::vector<Document>& documents, const std::filesystem::path& folder,
                       bool force) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return CannotWrite(folder, error);
  for (const Document& document : documents) {
    const auto there = ReadWhole(document.file);
    const bool differs =
        there ? *there != document.html : std::filesystem::exists(document.file, error);
    if (!differs || force) continue;
    return Failure{.status = ExitStatus::kConflict,
                   .message = Said("'{0}' is there and says something else; nothing was written",
                                   "« {0} » existe et dit autre chose ; rien n'a été écrit",
                                   document.file.string()),
                   .hint = Said("--out names another folder; --force writes over it; --as-of gives "
                                "the documents of an earlier state of the log",
                                "--out désigne un autre dossier ; --force écrit par-dessus ; "
                                "--as-of donne les documents d'un état antérieur du journal")};
  }
  for (const Document& document : documents) CARTULARY_RETURN_IF_ERROR(Write(document));
  return Ok{};
}

// Extracts of an earlier run that this one did not write: of a candidate withdrawn since.
std::vector<std::string> LeftOver(const std::vector<Document>& documents,
                                  const std::filesystem::path& folder) {
  std::set<std::string> written;
  for (const Document& document : documents) written.insert(document.file.filename().string());
  std::vector<std::string> left;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("extrait-") && !written.contains(name)) left.push_back(name);
  }
  std::ranges::sort(left);
  return left;
}

std::string NumberOr(const std::string& number, const PersonId& person) {
  return number.empty() ? ToText(person) : number;
}

// What seals decisions that no minutes hold yet, in rows of as many as one may list.
std::vector<Json> RowsToSeal(const MinutesView& view, const std::vector<Document>& documents) {
  std::vector<std::size_t> ranks;
  for (std::size_t i = 0; i < view.extracts.size(); ++i) {
    const ExtractView& extract = view.extracts[i];
    if (extract.decision && !extract.decision->minutes) ranks.push_back(i);
  }
  std::vector<Json> rows;
  for (std::size_t first = 0; first < ranks.size(); first += kListLengthMax) {
    Json row{{"type", MinutesSealed::kInfo.name},
             {"subject", view.jury.session.code.text},
             {"effective", ToText(view.jury.day)}};
    row["signed_by"] = Json::array();
    row["decisions"] = Json::array();
    const std::size_t end = std::min(ranks.size(), first + kListLengthMax);
    for (std::size_t at = first; at < end; ++at) {
      const MinutedView& decision = *view.extracts[ranks[at]].decision;
      const auto seat = std::ranges::find(view.jury.seats, decision.fact.chair, &SeatView::person);
      const Json chair = seat == view.jury.seats.end() ? ToText(decision.fact.chair)
                                                       : NumberOr(seat->number, seat->person);
      if (std::ranges::find(row["signed_by"], chair) == row["signed_by"].end()) {
        row["signed_by"].push_back(chair);
      }
      row["decisions"].push_back({{"learner", view.jury.candidates[ranks[at]].number},
                                  {"version", decision.where.version.value}});
    }
    row["evidence"] = {
        {{"role", ToName(EvidenceRole::kMinutes)}, {"file", documents[0].file.string()}},
        {{"role", ToName(EvidenceRole::kAttendance)}, {"file", documents[1].file.string()}}};
    rows.push_back(std::move(row));
  }
  return rows;
}

// As one word of a shell.
std::string ShellWord(const std::string& text) {
  const bool plain = FileName(text) == text;
  if (plain) return text;
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? "'\\''" : std::string(1, c);
  return word + "'";
}

std::string CommandOf(const Json& row) {
  std::string command = "cartulary record " + row["type"].get<std::string>();
  for (const auto& [name, value] : row.items()) {
    if (name == "type") continue;
    command += " " + (value.is_string() ? name + "=" + ShellWord(value.get<std::string>())
                                        : ShellWord(name + "=" + JsonText(value, -1)));
  }
  return command;
}

void PrintWritten(const MinutesView& view, const std::vector<Document>& documents,
                  const std::vector<std::string>& left, Context& context) {
  const Language language = context.options.language;
  const std::vector<Json> rows = RowsToSeal(view, documents);
  if (context.options.json) {
    Json files = Json::array();
    for (const Document& document : documents) {
      files.push_back({{"file", document.file.string()}, {"sha256", document.sha256}});
    }
    context.Print(Stated(view.jury.viewpoint, Json{{"session", view.jury.session.code.text},
                                                   {"draft", IsDraft(view)},
                                                   {"regular", IsRegular(view.jury)},
                                                   {"last_leaf", ToText(view.last_leaf)},
                                                   {"files", files},
                                                   {"rows", rows}}));
    return;
  }
  for (const Document& document : documents) {
    context.Say(document.sha256 + "  " + Printable(document.file.string()));
  }
  if (IsDraft(view)) {
    context.Say(Say(language, "No decision is recorded: these are forms, marked \"projet\".",
                    "Aucune décision n'est enregistrée : ce sont des formulaires, marqués "
                    "« projet »."));
  }
  for (std::size_t i = 0; i < view.extracts.size() && !IsDraft(view); ++i) {
    if (view.extracts[i].decision) continue;
    context.Say(Say(language, "No decision is recorded of ", "Aucune décision enregistrée pour ") +
                Printable(view.jury.candidates[i].number));
  }
  if (!IsRegular(view.jury) && !IsDraft(view)) {
    context.Say(Say(language, "The minutes say what is irregular; so does `cartulary jury check ",
                    "Le procès-verbal dit ce qui est irrégulier ; de même `cartulary jury check ") +
                view.jury.session.code.text + "`");
  }
  for (const std::string& name : left) {
    context.Advise(Say(language, "not of this session as it is now: ",
                       "n'est pas de cette séance telle qu'elle est : ") +
                   Printable(name));
  }
  if (rows.empty()) {
    if (!IsDraft(view)) {
      context.Say(Say(language, "Its decisions are in sealed minutes already.",
                      "Ses décisions sont déjà dans un procès-verbal scellé."));
    }
    return;
  }
  context.Say(Say(language,
                  "Once signed, seal them (signed_by and effective: as they were signed):",
                  "Une fois signés, scellez-les (signed_by et effective : selon la signature) :"));
  for (const Json& row : rows) context.Say("  " + CommandOf(row));
}

OrFailure<ExitStatus> RunJuryMinutes(const MinutesOptions& options, Context& context) {
  CARTULARY_ASSIGN_OR_RETURN(const auto reading, Reading::Open(context));
  CARTULARY_ASSIGN_OR_RETURN(const MinutesView view,
                             ReadMinutes(*reading, options.session, context.options.on));
  const std::filesystem::path folder =
      options.out ? std::filesystem::path(*options.out)
                  : std::filesystem::path(FileName(view.jury.session.code.text));
  const auto documents = DocumentsOf(view, folder, reading->store().hasher());
  CARTULARY_RETURN_IF_ERROR(WriteAll(documents, folder, options.force));
  PrintWritten(view, documents, LeftOver(documents, folder), context);
  SayViewpoint(view.jury.viewpoint, context);
  return ExitStatus::kYes;
}

}  // namespace

Verb JuryMinutesVerb() {
  const auto options = std::make_shared<MinutesOptions>();
  return {
      .name = "jury minutes",
      .summary =
          Said("print a session's minutes, attendance list and extracts",
               "imprimer le procès-verbal, la liste d'émargement et les extraits d'une session"),
      .details = Said(
          "Writes the procès-verbal, the liste d'émargement and an extrait for each candidate "
          "as HTML for A4, in French, each complete in itself; before the session has decided, "
          "the forms to be filled in. Prints the SHA-256 of each, and the row that seals the "
          "decisions with the documents as evidence. One state of the log gives the same bytes: "
          "--as-of, with one less than the events that the foot of a page counts, makes it "
          "anew. --on: the day of which they speak; default: that of the session or its last "
          "decision.",
          "Écrit le procès-verbal, la liste d'émargement et un extrait pour chaque candidat, en "
          "HTML au format A4, en français, chacun complet en lui-même ; avant que la session "
          "ait statué, les formulaires à remplir. Affiche le SHA-256 de chacun, et la ligne qui "
          "scelle les décisions avec les documents pour pièces. Un même état du journal donne "
          "les mêmes octets : --as-of, avec un de moins que le nombre d'événements au bas d'une "
          "page, les refait. --on : le jour dont ils parlent ; par défaut, celui de la session "
          "ou de sa dernière décision."),
      .example =
          "  cartulary jury minutes JD-2025-07\n"
          "  cartulary jury minutes JD-2025-07 --out juillet --as-of 601",
      .exits = {{ExitStatus::kYes, Said("written", "écrits")},
                {ExitStatus::kUsage},
                {ExitStatus::kNotFound, Said("no such session", "la session n'existe pas")},
                {ExitStatus::kConflict, Said("a file is there and says something else",
                                             "un fichier est là, qui dit autre chose")},
                {ExitStatus::kWorld},
                {ExitStatus::kIntegrity}},
      .takes = {.on = true,
                .as_of = true,
                .no_rules = Said("minutes are an act under the rules that are applied; `cartulary "
                                 "jury check --rules` tells what others would say",
                                 "un procès-verbal est un acte selon les règles appliquées ; "
                                 "`cartulary jury check --rules` dit ce qu'il en serait d'autres")},

      .declare =
          [options](OptionSet& set) {
            set.Argument(Said("SESSION", "SESSION"), options->session,
                         Said("session code or id", "code ou identifiant de la session"));
            set.Option("--out", options->out,
                       Said("folder to write into; default: one named after the session",
                            "dossier où écrire ; par défaut, un dossier au nom de la session"));
            set.Flag("--force", options->force,
                     Said("write over files that say something else",
                          "remplacer les fichiers qui disent autre chose"));
          },
      .run = [options](Context& context) { return RunJuryMinutes(*options, context); }};
}

}  // namespace cartulary::cli
