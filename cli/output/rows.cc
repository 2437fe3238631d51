#include "cli/output/rows.h"

#include <algorithm>
#include <ostream>

#include "cli/output/text.h"
#include "cli/render/words.h"
#include "core/check.h"

namespace cartulary::cli {
namespace {

std::string TextOf(const Json& cell) {
  if (cell.is_null()) return "";
  if (cell.is_string()) return cell.get<std::string>();
  if (!cell.is_array()) return cell.dump();
  std::string text;
  for (const Json& item : cell) text += (text.empty() ? "" : " ") + TextOf(item);
  return text;
}

void WriteLine(const Rows& rows, const std::vector<std::string>& cells,
               const std::vector<std::size_t>& widths, std::ostream& out) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string padding(widths[i] - WidthOf(cells[i]), ' ');
    const bool right = rows.columns[i].align == Column::Align::kRight;
    if (i > 0) line += "  ";
    line += right ? padding + cells[i] : cells[i] + padding;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out << line << '\n';
}

bool LooksLikeFormula(std::string_view text) {
  if (text.empty() || std::string_view("\t\r\n").find(text[0]) != std::string_view::npos) {
    return !text.empty();
  }
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos &&
         std::string_view("=+-@").find(text[first]) != std::string_view::npos;
}

std::string CsvField(std::string text, bool is_text) {
  if (is_text) text = (LooksLikeFormula(text) ? "'" : "") + PrintableLines(text);
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string JsonText(const Json& json, int indent) {
  // What is left of them can only stand within a text: the others are escaped already.
  return PrintableLines(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

void WriteTable(const Rows& rows, Language language, std::ostream& out) {
  if (rows.rows.empty()) return;
  std::vector<std::vector<std::string>> lines(1);
  for (const Column& column : rows.columns) lines.front().push_back(Say(language, column.heading));
  for (const auto& row : rows.rows) {
    CARTULARY_CHECK(row.size() == rows.columns.size());
    auto& line = lines.emplace_back();
    for (const Json& cell : row) line.push_back(Printable(TextOf(cell)));
  }
  std::vector<std::size_t> widths(rows.columns.size());
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], WidthOf(line[i]));
  }
  for (const auto& line : lines) WriteLine(rows, line, widths, out);
}

void WriteJson(const Rows& rows, std::ostream& out) {
  Json answer = rows.about;
  Json& list = answer["rows"] = Json::array();
  for (const auto& row : rows.rows) {
    CARTULARY_CHECK(row.size() == rows.columns.size());
    Json object = Json::object();
    for (std::size_t i = 0; i < row.size(); ++i) object[rows.columns[i].key] = row[i];
    list.push_back(std::move(object));
  }
  out << JsonText(answer, 2) << '\n';
}

void WriteCsv(const Rows& rows, std::ostream& out) {
  const auto write = [&](const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) out << (i == 0 ? "" : ",") << fields[i];
    out << "\r\n";
  };
  std::vector<std::string> keys;
  for (const Column& column : rows.columns) keys.push_back(CsvField(column.key, /*is_text=*/true));
  write(keys);
  for (const auto& row : rows.rows) {
    std::vector<std::string> fields;
    for (const Json& cell : row) {
      fields.push_back(CsvField(TextOf(cell), cell.is_string() || cell.is_array()));
    }
    write(fields);
  }
}

}  // namespace cartulary::cli
