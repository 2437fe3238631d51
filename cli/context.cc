#include "cli/context.h"

#include <ostream>
#include <set>

#include "cli/output/text.h"
#include "cli/render/words.h"

namespace cartulary::cli {
namespace {

std::string PlaceOf(const Problem& problem) {
  std::string place = problem.file;
  if (problem.line > 0) place += (place.empty() ? "" : ":") + std::to_string(problem.line);
  if (problem.line > 0 && problem.column > 0) place += ":" + std::to_string(problem.column);
  if (!place.empty()) place += ": ";
  if (!problem.path.empty()) place += problem.path + ": ";
  return place;
}

Json JsonOf(const Problem& problem, Language language) {
  Json object = Json::object();
  if (!problem.file.empty()) object["file"] = problem.file;
  if (problem.line > 0) object["line"] = problem.line;
  if (problem.column > 0) object["column"] = problem.column;
  if (!problem.path.empty()) object["path"] = problem.path;
  if (!problem.code.empty()) object["code"] = problem.code;
  object["message"] = Say(language, problem.message);
  if (!problem.hint.empty()) object["hint"] = Say(language, problem.hint);
  return object;
}

std::string CodeOf(const Failure& failure) {
  return failure.code.empty() ? std::string(TextOf(failure.status).code) : failure.code;
}

}  // namespace

void Context::Print(const Rows& rows, const Text& nothing) const {
  if (options.json) {
    WriteJson(rows, streams.out);
  } else if (options.csv) {
    WriteCsv(rows, streams.out);
  } else if (rows.rows.empty()) {
    Say(nothing);
  } else {
    WriteTable(rows, options.language, streams.out);
  }
}

void Context::Print(const Json& answer) const { streams.out << JsonText(answer, 2) << '\n'; }

void Context::Say(std::string_view line) const { streams.out << Printable(line) << '\n'; }

void Context::Say(const Text& line) const { Say(cli::Say(options.language, line)); }

void Context::Advise(std::string_view line) const { streams.err << Printable(line) << '\n'; }

void PrintFailure(const Failure& failure, bool as_json, Language language, std::ostream& err) {
  if (as_json) {
    Json object{{"code", CodeOf(failure)},
                {"status", static_cast<int>(failure.status)},
                {"message", Say(language, failure.message)}};
    if (!failure.hint.empty()) object["hint"] = Say(language, failure.hint);
    for (const Problem& problem : failure.problems)
      object["problems"].push_back(JsonOf(problem, language));
    err << JsonText(object, -1) << '\n';
    return;
  }
  for (const Problem& problem : failure.problems) {
    err << Printable(PlaceOf(problem) + Say(language, problem.message)) << '\n';
  }
  err << Say(language, "cartulary: ", "cartulary : ") << Printable(Say(language, failure.message))
      << '\n';
  if (!failure.hint.empty()) err << "  " << Printable(Say(language, failure.hint)) << '\n';
  std::set<std::string_view> told;  // Each rule's hint once, however many rows it refuses.
  for (const Problem& problem : failure.problems) {
    if (problem.hint.empty() || !told.insert(problem.code).second) continue;
    err << "  "
        << Printable(problem.code + Say(language, ": ", " : ") + Say(language, problem.hint))
        << '\n';
  }
}

}  // namespace cartulary::cli
