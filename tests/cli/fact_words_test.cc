// Whatever core/ says of a fact or of a requirement in English has its French.
#include "cli/render/fact_words.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "cli/json/fields.h"
#include "cli/render/node_parameters.h"
#include "cli/render/read_values.h"
#include "core/evaluate/reason.h"

namespace cartulary::cli {
namespace {

// The English that was met, for all tables together.
std::multiset<std::string_view>& Met() {
  static std::multiset<std::string_view> met;
  return met;
}

// Aborts, as the program would, on what has no French.
template <typename T>
void ExpectFieldsInFrench();

struct FieldCheck {
  template <typename T>
  void operator()(std::string_view name, const T& field, std::string_view doc) const {
    EXPECT_FALSE(FieldDoc(Language::kFrench, doc).empty()) << doc;
    EXPECT_FALSE(FieldLabel(Language::kEnglish, name, doc).empty()) << doc;
    EXPECT_EQ(FieldDoc(Language::kEnglish, doc), doc);
    Met().insert(doc);
    Inside(field);
  }
  template <typename T>
  static void Inside(const T&) {
    if constexpr (HasFields<T>) ExpectFieldsInFrench<T>();
  }
  template <typename T>
  static void Inside(const std::optional<T>&) {
    Inside(T{});
  }
  template <typename T>
  static void Inside(const std::vector<T>&) {
    Inside(T{});
  }
};

template <typename T>
void ExpectFieldsInFrench() {
  T value{};
  Fields(FieldCheck{}, value);
  std::map<std::string, std::string_view> labels;
  const auto look = [&](std::string_view name, const auto&, std::string_view doc) {
    const std::string label = FieldLabel(Language::kFrench, name, doc);
    if (label.empty()) return;  // The value says it all.
    const auto [other, is_new] = labels.emplace(label, name);
    EXPECT_TRUE(is_new) << name << " and " << other->second << " are both “" << label << "”";
  };
  Fields(look, value);
}

TEST(FactWordsTest, EveryFactAndEveryFieldHasItsFrench) {
  std::size_t facts = 0;
  ForEachFactType([&]<typename T>(const T&) {
    ++facts;
    EXPECT_FALSE(FactDoc(Language::kFrench, T::kInfo.doc).empty()) << T::kInfo.name;
    EXPECT_NE(FactDoc(Language::kFrench, T::kInfo.doc), T::kInfo.doc);
    EXPECT_FALSE(EffectiveDoc(Language::kFrench, T::kInfo.effective).empty()) << T::kInfo.name;
    EXPECT_NE(EffectiveDoc(Language::kFrench, T::kInfo.effective), T::kInfo.effective);
    Met().insert(T::kInfo.doc);
    Met().insert(T::kInfo.effective);
    ExpectFieldsInFrench<T>();
  });
  EXPECT_GT(facts, 60u);
  ExpectFieldsInFrench<Identity>();
  ExpectFieldsInFrench<ContactContent>();
  ExpectFieldsInFrench<HealthContent>();
}

// Walks all first: a test must not lean on another that ran before it.
TEST(FactWordsTest, NoRowIsUnused) {
  Met().clear();
  ForEachFactType([]<typename T>(const T&) {
    ExpectFieldsInFrench<T>();
    Met().insert(T::kInfo.doc);
    Met().insert(T::kInfo.effective);
  });
  ExpectFieldsInFrench<Identity>();
  ExpectFieldsInFrench<RegisterContent>();
  ExpectFieldsInFrench<ContactContent>();
  ExpectFieldsInFrench<CommentsContent>();
  ExpectFieldsInFrench<HealthContent>();
  for (const std::string_view english : EnglishOfFactWords()) {
    EXPECT_TRUE(Met().contains(english)) << english;
  }
}

template <std::size_t kKind = 0>
void ExpectParametersInFrench() {
  if constexpr (kKind < std::variant_size_v<Node>) {
    const Node node(std::in_place_index<kKind>);
    const auto english = ParametersOf(node, Language::kEnglish);
    const auto french = ParametersOf(node, Language::kFrench);
    ASSERT_EQ(english.size(), french.size());
    for (std::size_t i = 0; i < english.size(); ++i) {
      EXPECT_EQ(english[i].name, french[i].name);
      EXPECT_FALSE(french[i].label.empty()) << english[i].name;
      EXPECT_NE(english[i].doc, french[i].doc);
    }
    ExpectParametersInFrench<kKind + 1>();
  }
}

// The values that a page names are those that the sentences have places for.
TEST(FactWordsTest, EveryValueThatARequirementReadsHasItsFrench) {
  std::size_t values = 0;
  for (const ReasonText& text : ReasonTexts()) {
    std::string_view rest = text.english;
    for (std::size_t open; (open = rest.find('{')) != std::string_view::npos;) {
      const std::size_t close = rest.find('}', open);
      const std::string_view name = rest.substr(open + 1, close - open - 1);
      EXPECT_FALSE(ValueLabel(name, Language::kFrench).empty()) << name;
      EXPECT_FALSE(ValueLabel(name, Language::kEnglish).empty()) << name;
      rest.remove_prefix(close);
      ++values;
    }
  }
  EXPECT_GT(values, 100u);
}

TEST(FactWordsTest, AValueIsWrittenAsTheLanguageWritesIt) {
  VerdictNode node;
  node.values = {{"average", "9.5"}, {"min_cefr", "b2"}, {"date", "2025-07-10"}};
  EXPECT_EQ(ValuesOf(node, Language::kEnglish), "average 9.5, min cefr B2, date 2025-07-10");
  EXPECT_EQ(ValuesOf(node, Language::kFrench),
            "moyenne 9,5, niveau CECRL minimal B2, date 10/07/2025");
}

TEST(FactWordsTest, EveryParameterOfARequirementHasItsFrench) { ExpectParametersInFrench(); }

}  // namespace
}  // namespace cartulary::cli
