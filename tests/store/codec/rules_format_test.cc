// docs/spec/rules-format.md says every word that a rule file can have.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/ports/rules_loader.h"
#include "core/rules/lint.h"
#include "core/rules/referential.h"
#include "store/codec/rules_yaml.h"

namespace cartulary {
namespace {

const std::string& Page() {
  static const std::string page = [] {
    std::ifstream file(CARTULARY_SOURCE_DIR "/docs/spec/rules-format.md", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return page;
}

// The text from the heading of a kind to the next heading.
std::string SectionOf(std::string_view kind) {
  const std::string name = "`" + std::string(kind) + "`";
  for (std::size_t at = 0; (at = Page().find("\n### ", at)) != std::string::npos; ++at) {
    const std::size_t line_end = Page().find('\n', at + 1);
    if (Page().substr(at, line_end - at).find(name) == std::string::npos) continue;
    return Page().substr(at, Page().find("\n#", line_end) - at);
  }
  ADD_FAILURE() << kind << " has no section";
  return {};
}

template <typename E>
void CheckWords() {
  for (const auto& [value, name, french] : kEnumNames<E>) {
    EXPECT_NE(Page().find("`" + std::string(name) + "`"), std::string::npos) << name;
  }
}

// The names of fields; the words that they can hold are checked on the way.
struct Names {
  std::vector<std::string> names;
  template <typename T>
  void operator()(std::string_view name, const T& field, std::string_view) {
    names.emplace_back(name);
    AddParts(field);
  }
  template <typename T>
  void Add() {
    const T value{};
    Fields(*this, value);
  }

 private:
  void AddParts(const CollegeMinimum&) { Add<CollegeMinimum>(); }
  void AddParts(const CollegeShare&) { Add<CollegeShare>(); }
  template <typename T>
  void AddParts(const Param<T>&) {
    AddParts(T{});
  }
  template <typename T>
  void AddParts(const std::optional<T>&) {
    AddParts(T{});
  }
  template <typename T>
  void AddParts(const std::vector<T>&) {
    AddParts(T{});
  }
  template <typename T>
  void AddParts(const T&) {
    if constexpr (NamedEnum<T>) CheckWords<T>();
  }
};

template <std::size_t kIndex = 0>
void CheckKinds() {
  if constexpr (kIndex < std::variant_size_v<Node>) {
    const std::variant_alternative_t<kIndex, Node> node{};
    const std::string_view kind = ToName(static_cast<NodeKind>(kIndex + 1));
    Names names;
    Fields(names, node);
    const std::string section = SectionOf(kind);
    for (const std::string& name : names.names) {
      EXPECT_NE(section.find("`" + name + "`"), std::string::npos) << kind << '.' << name;
    }
    CheckKinds<kIndex + 1>();
  }
}

TEST(RulesFormatTest, EveryKeyAndWordOfEveryKindIsSpecified) { CheckKinds(); }

TEST(RulesFormatTest, EveryKeyOfTheFileIsSpecified) {
  Names names;
  names.Add<Referential>();
  names.Add<RouteAccess>();
  names.Add<Block>();
  names.Add<StatisticsRow>();
  names.Add<ScoreTable>();
  names.Add<Document>();
  for (const std::string& name : names.names) {
    EXPECT_NE(Page().find("`" + name + "`"), std::string::npos) << name;
  }
}

TEST(RulesFormatTest, EveryWordOfTheFileIsSpecified) {
  CheckWords<Route>();
  CheckWords<Reading>();
  CheckWords<Authority>();
  CheckWords<AssumptionKind>();
  CheckWords<JuryKind>();
  CheckWords<BindingDate>();
  CheckWords<BindingRoute>();
}

TEST(RulesFormatTest, LimitsAndVersionAreThoseOfTheCode) {
  EXPECT_NE(Page().find("`" + std::string(kRulesFormat) + "`"), std::string::npos);
  EXPECT_NE(Page().find("`" + std::string(kRulesFormat1) + "`"), std::string::npos);
  EXPECT_EQ(kRulesSizeBytesMax, std::size_t{4} << 20);
  EXPECT_EQ(kRequirementsMax, 1'000u);
  EXPECT_EQ(kVerdictNodesMax, 10'000u);
}

}  // namespace
}  // namespace cartulary
