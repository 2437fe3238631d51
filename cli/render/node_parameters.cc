#include "cli/render/node_parameters.h"

#include <concepts>
#include <optional>
#include <type_traits>
#include <variant>

#include "cli/json/fields.h"
#include "cli/render/words.h"

namespace cartulary::cli {
namespace {

std::string Of(bool value) { return value ? "yes" : "no"; }
template <std::signed_integral T>
std::string Of(T value) {
  return std::to_string(value);
}
std::string Of(Decimal value) { return ToText(value); }
std::string Of(Date value) { return ToText(value); }
std::string Of(Fraction value) {
  return std::to_string(value.numerator) + "/" + std::to_string(value.denominator);
}
template <typename Tag>
std::string Of(const Code<Tag>& code) {
  return code.text;
}
template <NamedEnum E>
std::string Of(E value) {
  return Plain(ToName(value));
}
std::string Of(LanguageLevel level) { return std::string(ToFrench(level)); }  // "B2", not "b2".

template <typename T>
std::string Of(const Param<T>& parameter);
template <typename T>
std::string Of(const std::optional<T>& value);
template <typename T>
std::string Of(const std::vector<T>& list);

// A part of a node: its fields, one after the other.
template <HasFields T>
std::string Of(const T& part) {
  std::string text;
  Fields([&](const char*, const auto& field,
             const char*) { text += (text.empty() ? "" : " ") + Of(field); },
         part);
  return text;
}

template <typename T>
std::string Of(const Param<T>& parameter) {
  return Of(parameter.value);
}
template <typename T>
std::string Of(const std::optional<T>& value) {
  return value ? Of(*value) : "";
}
template <typename T>
std::string Of(const std::vector<T>& list) {
  std::string text;
  for (const T& item : list) text += (text.empty() ? "" : " + ") + Of(item);
  return text;
}

template <typename T>
std::string AssumptionOf(const T&) {
  return "";
}
template <typename T>
std::string AssumptionOf(const Param<T>& parameter) {
  return parameter.assumption ? parameter.assumption->text : "";
}
template <typename T>
std::string AssumptionOf(const std::optional<Param<T>>& parameter) {
  return parameter ? AssumptionOf(*parameter) : "";
}
std::string AssumptionOf(const std::optional<CollegeShare>& share) {
  return share ? AssumptionOf(share->share) : "";
}

template <typename T>
constexpr bool kIsStructure =
    std::is_same_v<T, std::vector<RequirementCode>> || std::is_same_v<T, RequirementCode>;

}  // namespace

std::vector<Parameter> ParametersOf(const Node& node) {
  std::vector<Parameter> parameters;
  std::visit(
      [&](const auto& kind) {
        Fields(
            [&](std::string_view name, const auto& field, std::string_view doc) {
              using Field = std::remove_cvref_t<decltype(field)>;
              parameters.push_back(
                  {name, Of(field), AssumptionOf(field), doc, kIsStructure<Field>});
            },
            kind);
      },
      node);
  return parameters;
}

}  // namespace cartulary::cli
