#include "store/codec/rules_values.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace cartulary {
namespace {

constexpr std::size_t kQuotedLengthMax = 60;

// What was found, as much of it as a message repeats.
std::string Shortened(std::string_view text) {
  std::size_t length = std::min(text.size(), kQuotedLengthMax);
  // Not in the middle of a character of UTF-8.
  while (length < text.size() && length > 0 &&
         (static_cast<unsigned char>(text[length]) & 0xC0u) == 0x80u) {
    --length;
  }
  return std::string(text.substr(0, length)) + (length < text.size() ? "…" : "");
}

Text IsNot(std::string_view text, const Text& expected) {
  if (text.empty()) {
    return Said("the value is missing; expected {0}", "la valeur manque ; attendu : {0}", expected);
  }
  return Said("\"{0}\" is not {1}", "« {0} » ne convient pas ; attendu : {1}", Shortened(text),
              expected);
}

// ASCII only, as the words of the format are.
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// A capital for a small letter is no edit.
std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (Lower(a[i - 1]) == Lower(b[j - 1]) ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row.back();
}

bool ParseWhole(std::string_view text, int& value) {
  if (text.empty() || text.size() > 9) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

bool ParseText(std::string_view text, std::string& value) {
  value = text;
  return !text.empty();
}

bool ParseText(std::string_view text, bool& value) {
  value = text == "true";
  return text == "true" || text == "false";
}

bool ParseText(std::string_view text, int& value) {
  return !text.starts_with('-') && ParseWhole(text, value);
}

bool ParseText(std::string_view text, Decimal& value) {
  const auto parsed = Decimal::Parse(text);
  if (!parsed || text.find(',') != std::string_view::npos) return false;
  value = *parsed;
  return true;
}

bool ParseText(std::string_view text, Date& value) {
  const auto parsed = Date::Parse(text);
  if (parsed) value = *parsed;
  return parsed.has_value();
}

bool ParseText(std::string_view text, Hash& value) {
  const auto parsed = ParseHash(text);
  if (parsed) value = *parsed;
  return parsed.has_value();
}

bool ParseText(std::string_view text, Fraction& value) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  Fraction parsed;
  if (!ParseText(text.substr(0, slash), parsed.numerator) ||
      !ParseText(text.substr(slash + 1), parsed.denominator) || parsed.denominator < 1) {
    return false;
  }
  value = parsed;
  return true;
}

std::optional<std::string> Suggest(std::string_view word, const std::vector<std::string>& words) {
  std::optional<std::string> best;
  // A third of the word may be wrong, two letters at least: "no" suggests nothing.
  std::size_t limit =
      std::min<std::size_t>(word.size() / 2, std::max<std::size_t>(2, word.size() / 3));
  if (word.size() > kCodeLengthMax) return best;
  for (const std::string& candidate : words) {
    const std::size_t distance = EditDistance(word, candidate);
    if (distance > limit || (best && distance == limit)) continue;
    best = candidate;
    limit = distance;
  }
  return best;
}

Text DidYouMean(std::string_view word, const std::vector<std::string>& words) {
  const auto suggestion = Suggest(word, words);
  return suggestion ? Said("; did you mean \"{0}\"?", " ; vouliez-vous dire « {0} » ?", *suggestion)
                    : Text{};
}

std::string Joined(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : ", ") + word;
  return joined;
}

Text Refusal(std::string_view text, const std::string&) {
  return IsNot(text, Said("a text", "un texte"));
}
Text Refusal(std::string_view text, bool) {
  return IsNot(text, Said("true or false", "true ou false"));
}
Text Refusal(std::string_view text, int) {
  return IsNot(text, Said("a whole number, such as 12", "un nombre entier, tel que 12"));
}
Text Refusal(std::string_view text, Decimal) {
  return IsNot(text,
               Said("a decimal with a point and two places at most, such as 10 or 9.5",
                    "un nombre à point décimal et à deux décimales au plus, tel que 10 ou 9.5"));
}
Text Refusal(std::string_view text, Date) {
  return IsNot(text, Said("a date that exists, such as 2026-08-31",
                          "une date qui existe, telle que 2026-08-31"));
}
Text Refusal(std::string_view text, const Hash&) {
  return IsNot(text,
               Said("a SHA-256, 64 hexadecimal digits", "un SHA-256 de 64 chiffres hexadécimaux"));
}
Text Refusal(std::string_view text, Fraction) {
  return IsNot(text, Said("a share, such as 1/4", "une fraction, telle que 1/4"));
}
Text RefusalOfCode(std::string_view text) {
  return IsNot(
      text, Said("a code, 1 to 64 of letters, digits and . _ : / @ + -",
                 "un code de 1 à 64 caractères parmi les lettres, les chiffres et . _ : / @ + -"));
}
Text RefusalOfWord(std::string_view text, const std::vector<std::string>& words) {
  Text told =
      IsNot(text, words.size() == 1 ? WordsOf(words.front())
                                    : Said("one of {0}", "l'une des valeurs {0}", Joined(words)));
  told += DidYouMean(text, words);
  return told;
}

}  // namespace cartulary
