#include "cli/import.h"

#include <istream>
#include <optional>
#include <set>
#include <variant>

#include "cli/json/value.h"
#include "core/check.h"

namespace cartulary::cli {
namespace {

// One line of a file, whatever its length: what is past kRowSizeBytesMax is not kept.
class LineReader {
 public:
  explicit LineReader(std::istream& file) : file_(file) {}

  // False at the end of the file.
  bool Next() {
    line_.clear();
    length_ = 0;
    ++number_;
    bool any = false;
    for (;;) {
      const int c = file_.rdbuf()->sbumpc();
      if (c == std::istream::traits_type::eof()) return any;
      any = true;
      ++bytes_;
      if (c == '\n') break;
      if (++length_ <= kRowSizeBytesMax) line_ += static_cast<char>(c);
    }
    return true;
  }

  std::string_view line() const {
    std::string_view line(line_);
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (number_ == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }
  bool is_blank() const { return line().find_first_not_of(" \t") == std::string_view::npos; }
  bool is_too_long() const { return length_ > kRowSizeBytesMax; }
  std::uint64_t length() const { return length_; }
  int number() const { return number_; }
  std::uint64_t bytes() const { return bytes_; }

 private:
  std::istream& file_;
  std::string line_;
  std::uint64_t length_ = 0;
  std::uint64_t bytes_ = 0;
  int number_ = 0;
};

class Planner {
 public:
  Planner(const RowsName& name, Draft& draft, const Store& store, const RowDefaults& defaults)
      : name_(name), draft_(draft), store_(store), defaults_(defaults) {}

  OrFailure<ImportPlan> Run(std::istream& file,
                            const std::function<void(std::uint64_t)>& on_bytes) {
    LineReader lines(file);
    while (lines.Next()) {
      if (lines.is_blank()) continue;
      number_ = name_.lines_before + lines.number();
      ++plan_.rows;
      if (lines.is_too_long()) {
        Report(
            {.message = Said(
                 "the row has {0} bytes; at most {1} are allowed. One row stands on one line",
                 "la ligne a {0} octets ; {1} au plus sont admis. Chaque fait tient sur une ligne",
                 lines.length(), kRowSizeBytesMax)});
        continue;
      }
      line_ = lines.line();
      CARTULARY_RETURN_IF_ERROR(TakeLine());
      on_bytes(lines.bytes());
    }
    if (file.bad()) {
      return Failure{.status = ExitStatus::kWorld,
                     .message = Said("{0} cannot be read to its end",
                                     "{0} ne peut pas être lu jusqu'au bout", name_.file)};
    }
    if (total_ > 0) return Failed();
    CARTULARY_CHECK(resting_ == 0);  // A row that rests on a wrong one is never alone.
    plan_.drafted = draft_.Drain();
    for (const Drafted& drafted : plan_.drafted) plan_.events += drafted.events.size();
    return std::move(plan_);
  }

 private:
  void Report(RowProblem problem) {
    if (problem.message == RestsOnWrongRow()) {
      rests_ = true;
      return;
    }
    ++total_;
    statuses_.insert(problem.status);
    if (problems_.size() == kProblemsShownMax) return;
    const Place place = PlaceOf(line_, problem.offset, number_);
    problems_.push_back({.file = name_.file,
                         .line = place.line,
                         .column = place.column,
                         .path = std::move(problem.path),
                         .message = std::move(problem.message),
                         .code = std::move(problem.code),
                         .hint = std::move(problem.hint)});
  }

  // Takes one row. Errors: those of the store; what is wrong with the row is reported.
  OrFailure<Ok> TakeLine() {
    auto parsed = ParseJson(line_);
    if (const auto* faults = std::get_if<std::vector<JsonFault>>(&parsed)) {
      for (const JsonFault& fault : *faults) Report({fault.offset, "", fault.message});
      return Ok{};
    }
    const JsonValue& row = std::get<JsonValue>(parsed);
    const std::uint64_t before = total_;
    rests_ = false;
    CARTULARY_RETURN_IF_ERROR(TakeRow(row));
    if (draft_.broken()) return *draft_.broken();
    if (total_ != before || rests_) {
      if (total_ == before) ++resting_;
      SpoilRow(row, draft_);
    }
    return Ok{};
  }

  OrFailure<Ok> TakeRow(const JsonValue& row) {
    const std::string id = RowIdOf(row);
    if (id.empty()) {
      Report({row.offset, "id",
              Said("is missing: what makes the row be recorded once",
                   "manque : c'est ce qui fait que la ligne n'est enregistrée qu'une fois")});
    } else if (const auto [first, is_new] = lines_.try_emplace(id, number_); !is_new) {
      Report({row.offset, "id",
              Said("\"{0}\" is the id of line {1} too",
                   "« {0} » est aussi l'identifiant de la ligne {1}", id, first->second)});
      return Ok{};
    }
    const std::string request = id.size() <= kRowIdBytesMax ? draft_.RequestOf(id) : std::string();
    CARTULARY_ASSIGN_OR_RETURN(const Hash mac, store_.MacOf(CanonicalJson(row)));
    const bool has_id = !request.empty();
    CARTULARY_ASSIGN_OR_RETURN(const Known known, has_id ? draft_.FindRequest(request, mac)
                                                         : OrFailure<Known>(Known::kNo));
    if (known == Known::kYes) {
      ++plan_.already;
      return Ok{};
    }
    if (known == Known::kOtherwise) {
      Report({row.offset, "id",
              Said("row \"{0}\" was recorded before with other content. What is recorded stays: "
                   "leave the row as it was, and add a row with a new id and "
                   "\"type\":\"FactCorrected\",\"target\":\"row:{0}\"",
                   "la ligne « {0} » a déjà été enregistrée avec un autre contenu. Ce qui est "
                   "enregistré demeure : laissez la ligne telle quelle, et ajoutez une ligne avec "
                   "un nouvel identifiant et \"type\":\"FactCorrected\",\"target\":\"row:{0}\"",
                   id),
              ExitStatus::kConflict});
      return Ok{};
    }
    auto read = ReadRow(row, draft_, defaults_);
    if (auto* problems = std::get_if<std::vector<RowProblem>>(&read)) {
      for (RowProblem& problem : *problems) Report(std::move(problem));
      return Ok{};
    }
    return Submit(row, std::get<Submission>(std::move(read)), request, mac);
  }

  OrFailure<Ok> Submit(const JsonValue& row, Submission submission, const std::string& request,
                       const Hash& mac) {
    submission.request = request;
    submission.command_mac = mac;
    const std::string_view type = InfoOf(submission.command.fact).name;
    const auto taken = draft_.Take(std::move(submission));
    if (taken) {
      ++plan_.rows_by_type[type];
      return Ok{};
    }
    const Failure& failure = taken.error();
    if (failure.status != ExitStatus::kRefused && failure.status != ExitStatus::kUsage) {
      return Failure(failure);
    }
    Report({row.offset, "", failure.message, failure.status, failure.code, failure.hint});
    return Ok{};
  }

  Failure Failed() {
    Failure failure;
    failure.status = statuses_.size() == 1 ? *statuses_.begin() : ExitStatus::kUsage;
    failure.message = Said("{0}: {1}; nothing was written", "{0} : {1} ; rien n'a été écrit",
                           name_.file, CountOfProblems(total_));
    if (total_ > problems_.size()) {
      failure.message +=
          Said(" (the first {0} are listed)", " (les {0} premiers sont listés)", problems_.size());
    }
    if (resting_ > 0) {
      failure.message += resting_ == 1
                             ? Said("; 1 more row rests on rows that are wrong",
                                    " ; 1 autre ligne dépend de lignes fausses")
                             : Said("; {0} more rows rest on rows that are wrong",
                                    " ; {0} autres lignes dépendent de lignes fausses", resting_);
    }
    failure.hint =
        Said("put the file right and import it again; --dry-run only looks",
             "corrigez le fichier et importez-le à nouveau ; --dry-run vérifie sans écrire");
    failure.problems = std::move(problems_);
    return failure;
  }

  const RowsName& name_;
  Draft& draft_;
  const Store& store_;
  const RowDefaults& defaults_;
  ImportPlan plan_;
  int number_ = 0;
  std::string_view line_;
  std::map<std::string, int> lines_;  // Where each id stands.
  bool rests_ = false;
  std::uint64_t resting_ = 0;
  std::uint64_t total_ = 0;
  std::set<ExitStatus> statuses_;
  std::vector<Problem> problems_;
};

}  // namespace

OrFailure<ImportPlan> PlanImport(std::istream& file, const RowsName& name, Draft& draft,
                                 const Store& store, const RowDefaults& defaults,
                                 const std::function<void(std::uint64_t)>& on_bytes) {
  return Planner(name, draft, store, defaults).Run(file, on_bytes);
}

}  // namespace cartulary::cli
