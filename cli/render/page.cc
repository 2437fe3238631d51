#include "cli/render/page.h"

#include <algorithm>

#include "cli/output/text.h"

namespace cartulary::cli {
namespace {

constexpr std::size_t kTextWidthMin = 20;  // However deep a text is indented.

// Marks that French sets apart by a blank and a line never begins with.
bool StaysWithTheWordBefore(std::string_view word) {
  return word == ":" || word == ";" || word == "!" || word == "?" || word == "»" || word == "—";
}

// What a line is not broken within, the marks of quotation with what they enclose.
std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  bool joined = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (!words.empty() && (joined || StaysWithTheWordBefore(word))) {
      words.back() += ' ' + std::string(word);
    } else {
      words.emplace_back(word);
    }
    joined = word.ends_with("«");
  }
  return words;
}

}  // namespace

std::vector<std::string> Wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (const std::string& word : WordsOf(text)) {
    const std::size_t size = WidthOf(word);
    if (used > 0 && used + 1 + size > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += word;
    used += (used > 0 ? 1 : 0) + size;
  }
  return lines;
}

std::string Padded(std::string_view text, std::size_t width) {
  const std::size_t size = WidthOf(text);
  return std::string(text) + std::string(size < width ? width - size : 0, ' ');
}

void Page::Add(std::size_t indent, std::string_view text, std::size_t hang) {
  AddPrefixed(std::string(indent, ' '), std::string(indent + hang, ' '), text);
}

void Page::AddPrefixed(std::string_view first, std::string_view rest, std::string_view text) {
  const std::size_t margin = std::max(WidthOf(first), WidthOf(rest));
  const std::size_t width = std::max(kTextWidthMin, width_ > margin ? width_ - margin : 0);
  std::string_view prefix = first;
  for (const std::string& line : Wrapped(Printable(text), width)) {
    std::string whole = std::string(prefix) + line;
    whole.erase(whole.find_last_not_of(' ') + 1);
    text_ += whole + '\n';
    prefix = rest;
  }
}

void Page::AddLabelled(std::size_t indent, std::size_t label_width, std::string_view label,
                       std::string_view text) {
  const std::string first = std::string(indent, ' ') + Padded(Printable(label), label_width);
  AddPrefixed(first, std::string(indent + label_width, ' '), text);
}

void Page::AddBlank() {
  if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
}

void Page::AddHeading(std::string_view text) {
  AddBlank();
  const std::size_t start = text_.size();
  Add(0, text);
  if (!bold_) return;
  text_.insert(start, "\x1b[1m");
  text_.insert(text_.size() - 1, "\x1b[0m");
}

}  // namespace cartulary::cli
