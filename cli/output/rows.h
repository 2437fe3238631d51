// Rows as an answer: one value, shown as a table, as JSON or as CSV.
#pragma once

#include <iosfwd>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/options.h"
#include "core/text.h"

namespace cartulary::cli {

using Json = nlohmann::ordered_json;

struct Column {
  std::string key;  // In JSON and in the first line of CSV: stable, English.
  Text heading;     // In a table.
  enum class Align : std::uint8_t { kLeft, kRight } align = Align::kLeft;
};

// A cell is a text, a number, true or false, or null for "none"; a list of texts in JSON stays a
// list, and is joined by blanks elsewhere.
struct Rows {
  std::vector<Column> columns;
  std::vector<std::vector<Json>> rows;  // Each as long as `columns`.
  Json about = Json::object();          // Members of the JSON answer before its "rows".
};

// JSON on one line (indent -1) or many. What Printable escapes is escaped, so that it reaches
// nobody's terminal; it is the same JSON.
std::string JsonText(const Json& json, int indent);

// Columns are aligned by what they take on a terminal; the last is not padded. Nothing for no rows.
void WriteTable(const Rows& rows, Language language, std::ostream& out);
// {…about, "rows": [{key: cell}]}, one object.
void WriteJson(const Rows& rows, std::ostream& out);
// RFC 4180, UTF-8, and what Printable escapes as it does, ends of lines and tabs apart. A text that
// a spreadsheet would take for a formula (its first character, blanks and tabs apart, is one of = +
// - @, or it begins with a tab or an end of line) is preceded by an apostrophe.
void WriteCsv(const Rows& rows, std::ostream& out);

}  // namespace cartulary::cli
