// Words of the pages: the French beside the English, where the language is English.
#pragma once

#include <string>
#include <string_view>

#include "cli/options.h"
#include "core/evaluate/reason.h"
#include "core/facts/enums.h"
#include "core/rules/referential.h"

namespace cartulary::cli {

inline Lang LangOf(Language language) {
  return language == Language::kFrench ? Lang::kFrench : Lang::kEnglish;
}

inline std::string Say(Language language, std::string_view english, std::string_view french) {
  return std::string(language == Language::kFrench ? french : english);
}

inline const std::string& Say(Language language, const Text& text) {
  const std::string& wanted = language == Language::kFrench ? text.fr : text.en;
  return wanted.empty() ? text.fr : wanted;
}

// A name as people write it: "not_satisfied" is "not satisfied".
std::string Plain(std::string_view name);

// "not satisfied (non acquis)"; in French "non acquis" alone.
std::string Term(Language language, std::string_view name, std::string_view french);

template <NamedEnum E>
std::string Term(Language language, E value) {
  return Term(language, ToName(value), ToFrench(value));
}

// In one language only, where the French is long: "programme teacher".
template <NamedEnum E>
std::string Short(Language language, E value) {
  return language == Language::kFrench ? std::string(ToFrench(value)) : Plain(ToName(value));
}

// "1 event", "3 events".
std::string Count(std::size_t count, std::string_view one, std::string_view many);

// As a French text quotes.
std::string Quoted(std::string_view text);

}  // namespace cartulary::cli
