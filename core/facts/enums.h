// How an enumeration of the domain gets its names: one table a type, `NamesOf(E)`, found by
// argument-dependent lookup. The number is what is stored, the name is what JSON and rule files
// say, the French is what a French screen shows. A number, once used, is never reused; 0 means
// nothing, so that an unset field is never taken for a value.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace cartulary {

template <typename E>
struct EnumName {
  E value;
  std::string_view name;
  std::string_view french;
};

template <typename E>
concept NamedEnum = std::is_enum_v<E> && requires(E e) {
  NamesOf(e);
};

template <NamedEnum E>
inline constexpr auto kEnumNames = NamesOf(E{});

// nullptr if `value` is not of this program's vocabulary (a number of the future).
template <NamedEnum E>
constexpr const EnumName<E>* FindName(E value) {
  for (const EnumName<E>& entry : kEnumNames<E>) {
    if (entry.value == value) return &entry;
  }
  return nullptr;
}

template <NamedEnum E>
constexpr bool IsKnown(E value) {
  return FindName(value) != nullptr;
}

// "?" for a number that is not known.
template <NamedEnum E>
constexpr std::string_view ToName(E value) {
  const auto* entry = FindName(value);
  return entry == nullptr ? std::string_view("?") : entry->name;
}

template <NamedEnum E>
constexpr std::string_view ToFrench(E value) {
  const auto* entry = FindName(value);
  return entry == nullptr ? std::string_view("?") : entry->french;
}

template <NamedEnum E>
constexpr std::optional<E> ParseEnum(std::string_view name) {
  for (const EnumName<E>& entry : kEnumNames<E>) {
    if (entry.name == name) return entry.value;
  }
  return std::nullopt;
}

}  // namespace cartulary
