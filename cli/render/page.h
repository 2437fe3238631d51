// A page of text for a terminal: paragraphs and rows, wrapped between words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cartulary::cli {

inline constexpr std::size_t kPageWidthDefault = 100;  // Columns.

// `text` in lines of at most `width` columns; a word that is longer keeps its length. Never empty.
std::vector<std::string> Wrapped(std::string_view text, std::size_t width);

// `text`, followed by blanks up to `width` columns.
std::string Padded(std::string_view text, std::size_t width);

// Control characters in what is added never reach the terminal. A value type.
class Page {
 public:
  // `bold`: headings are, for a terminal that shows it.
  explicit Page(bool bold = false, std::size_t width = kPageWidthDefault)
      : bold_(bold), width_(width) {}

  // A paragraph, every line of it `indent` columns in, the second line on `hang` more.
  void Add(std::size_t indent, std::string_view text, std::size_t hang = 0);
  // A paragraph whose first line begins with `first` and whose others with `rest`, of equal width.
  void AddPrefixed(std::string_view first, std::string_view rest, std::string_view text);
  // "label   text", the text from column `indent` + `label_width` on.
  void AddLabelled(std::size_t indent, std::size_t label_width, std::string_view label,
                   std::string_view text);
  // A blank line, unless the page is empty or already ends with one.
  void AddBlank();
  void AddHeading(std::string_view text);  // After a blank line.

  std::size_t width() const { return width_; }
  const std::string& text() const { return text_; }

 private:
  bool bold_;
  std::size_t width_;
  std::string text_;
};

}  // namespace cartulary::cli
