// Words for people, in both languages of the program.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "core/facts/enums.h"

namespace cartulary {

struct Text {
  Text() = default;
  // Both or neither: a text in one language only does not compile.
  Text(std::string french, std::string english) : fr(std::move(french)), en(std::move(english)) {}

  std::string fr;
  std::string en;
  friend bool operator==(const Text&, const Text&) = default;

  bool empty() const { return fr.empty() && en.empty(); }
  Text& operator+=(const Text& more) {
    fr += more.fr;
    en += more.en;
    return *this;
  }
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

// Whether a place, "{0}" … "{9}", begins there; which.
constexpr bool IsPlace(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && text[at] == '{' && text[at + 2] == '}' && '0' <= text[at + 1] &&
         text[at + 1] <= '9';
}
constexpr std::size_t PlaceAt(std::string_view text, std::size_t at) {
  return static_cast<std::size_t>(text[at + 1] - '0');
}

// A phrase without places, for tables and parameters: nothing is allocated.
struct Phrase {
  constexpr Phrase(std::string_view english, std::string_view french) : en(english), fr(french) {}
  std::string_view en;
  std::string_view fr;
};
inline Text WordsOf(const Phrase& phrase) {
  return {std::string(phrase.fr), std::string(phrase.en)};
}

// A literal with the places {0} … {kWords - 1}, at most ten, each at least once: anything else does
// not compile.
template <std::size_t kWords>
class Sentence {
 public:
  template <std::size_t kSize>
  consteval Sentence(const char (&text)[kSize]) : text_(text, kSize - 1) {  // NOLINT: implicit.
    static_assert(kWords <= 10);
    std::array<bool, kWords + 1> said{};
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!IsPlace(text_, at)) continue;
      if (kWords <= PlaceAt(text_, at)) throw "a place for which there is no word";
      said[PlaceAt(text_, at)] = true;
    }
    for (std::size_t i = 0; i < kWords; ++i) {
      if (!said[i]) throw "a word for which there is no place";
    }
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

// Both sentences with {0}, {1} … replaced by the words given.
Text Fill(std::string_view english, std::string_view french, std::span<const Text> words);

// Said("{0} is not a block of {1}", "{0} n'est pas un bloc de {1}", block, certification)
template <typename... Args>
Text Said(std::type_identity_t<Sentence<sizeof...(Args)>> english,
          std::type_identity_t<Sentence<sizeof...(Args)>> french, const Args&... args) {
  const std::array<Text, sizeof...(args)> words{WordsOf(args)...};
  return Fill(english.text(), french.text(), words);
}

}  // namespace cartulary
