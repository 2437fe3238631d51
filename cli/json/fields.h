// What the visitors over Fields(visitor, fact) share: the closed set of the types of a field.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/binary/writer.h"  // HasFields
#include "core/code.h"
#include "core/decimal.h"
#include "core/event.h"
#include "core/facts/fact.h"
#include "core/ids.h"
#include "core/sealed.h"
#include "core/time.h"

namespace cartulary::cli {

template <typename T>
concept Unsigned = std::unsigned_integral<T> && !std::same_as<T, bool>;

// Fields that the program fills in when the input leaves them out.
template <typename T>
constexpr bool IsFilledIn(std::string_view field) {
  if (std::is_same_v<T, EnrolmentOpened>) return field == "enrolment" || field == "edition";
  if (std::is_same_v<T, MinutedDecision>) return field == "leaf";
  if (std::is_same_v<T, AwardIssued>) {
    return field == "enrolment" || field == "decision" || field == "certification" ||
           field == "revision";
  }
  return field == "enrolment";
}

// The names of the fields of T, in their order.
template <typename T>
std::vector<std::string_view> FieldNamesOf() {
  std::vector<std::string_view> names;
  T value{};
  Fields([&](std::string_view name, auto&, std::string_view) { names.push_back(name); }, value);
  return names;
}

}  // namespace cartulary::cli
