// What is written for an option, as the value that it means; or how it is wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "cli/did_you_mean.h"
#include "cli/failure.h"
#include "cli/json/names.h"
#include "cli/output/text.h"
#include "core/facts/enums.h"

namespace cartulary::cli {

// Whether a reason or a name says nothing.
inline bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// C is a code. Errors: usage.
template <typename C>
OrFailure<C> ParseCode(const char* option, const std::string& written) {
  if (const auto code = C::Parse(written)) return *code;
  return Failure{.message = Said("{0}: '{1}' is no code", "{0} : « {1} » n'est pas un code", option,
                                 Shortened(written)),
                 .hint = Said("a code is made of letters, digits and . _ : / @ + -",
                              "un code se compose de lettres, de chiffres et de . _ : / @ + -")};
}
template <typename C>
OrFailure<std::optional<C>> ParseCode(const char* option,
                                      const std::optional<std::string>& written) {
  if (!written) return std::optional<C>();
  CARTULARY_ASSIGN_OR_RETURN(auto code, ParseCode<C>(option, *written));
  return std::optional<C>(std::move(code));
}

// `written` is none of E. `what` follows "there is no" and "il n'y a pas": "route", "de voie
// d'accès".
template <NamedEnum E>
Failure NoSuch(const char* option, const Text& what, const std::string& written) {
  std::vector<std::string_view> names;
  for (const auto& entry : kEnumNames<E>) names.push_back(entry.name);
  return Failure{.message = Said("{0}: there is no {1} '{2}'", "{0} : il n'y a pas {1} « {2} »",
                                 option, what, Shortened(written)),
                 .hint = Suggestion(written, names)};
}
// An enumerator, by its name. Errors: usage.
template <NamedEnum E>
OrFailure<E> ParseName(const char* option, const Text& what, const std::string& written) {
  if (const auto value = ParseEnum<E>(written)) return *value;
  return NoSuch<E>(option, what, written);
}

// What a draft finds by name. Errors: not found.
template <typename T>
OrFailure<T> Unwrap(Named<T> named, Text hint = {}) {
  if (auto* found = std::get_if<T>(&named)) return std::move(*found);
  return Failure{.status = ExitStatus::kNotFound,
                 .message = std::get<Text>(std::move(named)),
                 .hint = std::move(hint)};
}

}  // namespace cartulary::cli
