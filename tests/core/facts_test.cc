#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/facts/fact.h"

namespace cartulary {
namespace {

TEST(FactsTest, EveryTypeHasItsOwnNumberAndName) {
  std::set<int> numbers;
  std::set<std::string> names;
  ForEachFactType([&](const auto& fact) {
    EXPECT_GT(static_cast<int>(fact.kInfo.type), 0) << fact.kInfo.name;
    EXPECT_TRUE(numbers.insert(static_cast<int>(fact.kInfo.type)).second) << fact.kInfo.name;
    EXPECT_TRUE(names.insert(std::string(fact.kInfo.name)).second) << fact.kInfo.name;
    EXPECT_FALSE(fact.kInfo.french.empty()) << fact.kInfo.name;
    EXPECT_FALSE(fact.kInfo.effective.empty()) << fact.kInfo.name;
    EXPECT_EQ(fact.kInfo.doc.back(), '.') << fact.kInfo.name;
  });
  EXPECT_EQ(static_cast<int>(numbers.size()), *numbers.rbegin()) << "a number was skipped";
}

TEST(FactsTest, EveryFieldIsNamedOnceAndDocumented) {
  ForEachFactType([](const auto& fact) {
    std::set<std::string> names;
    Fields(
        [&](const char* name, const auto&, const char* doc) {
          EXPECT_TRUE(names.insert(name).second) << fact.kInfo.name << "." << name;
          EXPECT_STRNE(doc, "") << fact.kInfo.name << "." << name;
        },
        fact);
  });
}

}  // namespace
}  // namespace cartulary
