// Words for people, in both languages of the program.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/facts/enums.h"

namespace cartulary {

struct Text {
  std::string fr;
  std::string en;
  friend bool operator==(const Text&, const Text&) = default;

  bool empty() const { return fr.empty() && en.empty(); }
};

// What Said puts into a sentence: the same in both languages, unless it is a Text or the name of an
// enumerator.
inline Text WordsOf(const Text& text) { return text; }
inline Text WordsOf(std::string_view text) { return {std::string(text), std::string(text)}; }
inline Text WordsOf(std::integral auto number) { return WordsOf(std::to_string(number)); }
template <NamedEnum E>
Text WordsOf(E value) {
  return {std::string(ToFrench(value)), std::string(ToName(value))};
}
// Codes, by their text.
template <typename T>
requires requires(const T& code) {
  { code.text } -> std::convertible_to<std::string_view>;
}
Text WordsOf(const T& code) { return WordsOf(std::string_view(code.text)); }
// Dates, decimals, ids, versions: whatever has a ToText of its own.
template <typename T>
requires requires(const T& value) {
  { ToText(value) } -> std::convertible_to<std::string>;
}
Text WordsOf(const T& value) { return WordsOf(std::string_view(ToText(value))); }

// Both sentences with {0}, {1} … replaced by the words given. Aborts on a number that none has.
Text Fill(std::string_view english, std::string_view french, std::span<const Text> words);

// Said("{0} is not a block of {1}", "{0} n'est pas un bloc de {1}", block, certification)
template <typename... Args>
Text Said(std::string_view english, std::string_view french, const Args&... args) {
  const std::array<Text, sizeof...(args)> words{WordsOf(args)...};
  return Fill(english, french, words);
}

}  // namespace cartulary
