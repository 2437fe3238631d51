// How the words of a rule file become values: one ParseText for each type, each with what it
// expects.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/code.h"
#include "core/decimal.h"
#include "core/facts/enums.h"
#include "core/ids.h"
#include "core/rules/node.h"
#include "core/rules/policies.h"
#include "core/text.h"
#include "core/time.h"

namespace cartulary {

// Each returns whether `text` is a T, and sets `value` if so.
bool ParseText(std::string_view text, std::string& value);  // Anything but nothing.
bool ParseText(std::string_view text, bool& value);
bool ParseText(std::string_view text, int& value);      // 0 .. 999,999,999
bool ParseText(std::string_view text, Decimal& value);  // With a point, never a comma.
bool ParseText(std::string_view text, Date& value);
bool ParseText(std::string_view text, Hash& value);
bool ParseText(std::string_view text, Fraction& value);  // "1/4"
template <typename Tag>
bool ParseText(std::string_view text, Code<Tag>& value) {
  const auto parsed = Code<Tag>::Parse(text);
  if (parsed) value = *parsed;
  return parsed.has_value();
}
template <NamedEnum E>
bool ParseText(std::string_view text, E& value) {
  const auto parsed = ParseEnum<E>(text);
  if (parsed) value = *parsed;
  return parsed.has_value();
}

// The one of `words` that `word` was probably meant to be, or nothing.
std::optional<std::string> Suggest(std::string_view word, const std::vector<std::string>& words);
// "; did you mean "label"?", or "".
Text DidYouMean(std::string_view word, const std::vector<std::string>& words);
// "a, b, c"
std::string Joined(const std::vector<std::string>& words);

template <NamedEnum E>
std::vector<std::string> WordsOf() {
  std::vector<std::string> words;
  for (const auto& entry : kEnumNames<E>) words.emplace_back(entry.name);
  return words;
}

// What a wrong `text` is told: "\"yes\" is not true or false".
Text Refusal(std::string_view text, const std::string& value);
Text Refusal(std::string_view text, bool value);
Text Refusal(std::string_view text, int value);
Text Refusal(std::string_view text, Decimal value);
Text Refusal(std::string_view text, Date value);
Text Refusal(std::string_view text, const Hash& value);
Text Refusal(std::string_view text, Fraction value);
Text RefusalOfCode(std::string_view text);
Text RefusalOfWord(std::string_view text, const std::vector<std::string>& words);
template <typename Tag>
Text Refusal(std::string_view text, const Code<Tag>&) {
  return RefusalOfCode(text);
}
template <NamedEnum E>
Text Refusal(std::string_view text, E) {
  return RefusalOfWord(text, WordsOf<E>());
}

// Whether a parameter of type T can lean on an assumption of this kind.
inline bool Accepts(AssumptionKind kind, const Decimal&) {
  return kind == AssumptionKind::kDecimal;
}
inline bool Accepts(AssumptionKind kind, const bool&) { return kind == AssumptionKind::kBool; }
inline bool Accepts(AssumptionKind kind, const int&) {
  return kind == AssumptionKind::kInteger || kind == AssumptionKind::kDays;
}
inline bool Accepts(AssumptionKind, const Fraction&) { return false; }
template <NamedEnum E>
bool Accepts(AssumptionKind kind, const E&) {
  return kind == AssumptionKind::kChoice;
}

}  // namespace cartulary
