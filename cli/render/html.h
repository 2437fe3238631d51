// HTML put together so that it is well formed and that nothing given becomes markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cartulary::cli {

// `text` as the content of an element or the value of an attribute: what is markup is escaped, and
// what could hide or turn what is read (cli/output/text.h) is shown.
std::string Escaped(std::string_view text);

// Elements are opened and closed in pairs; names of elements and classes are the program's own,
// every text is escaped. A value type.
class Html {
 public:
  Html& Open(std::string_view element, std::string_view css_class = "");
  Html& Close();  // What was opened last.
  Html& AddText(std::string_view text);
  // An element with a text and nothing else.
  Html& Add(std::string_view element, std::string_view text, std::string_view css_class = "");
  // The rows of a table: a line of heads that every page repeats, a line of cells.
  Html& OpenTable(const std::vector<std::string>& heads, std::string_view css_class = "");
  Html& AddRow(const std::vector<std::string>& cells);
  Html& CloseTable();

  // A page that needs nothing but itself, for A4. Closes what is open. `title` and `page_foot` are
  // texts; the second stands at the foot of each page where the printer can do that.
  std::string Page(std::string_view title, std::string_view page_foot) &&;

 private:
  std::string body_;
  std::vector<std::string> open_;
};

}  // namespace cartulary::cli
