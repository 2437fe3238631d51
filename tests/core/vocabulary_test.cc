#include "core/facts/vocabulary.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace cartulary {
namespace {

template <typename E>
class VocabularyTest : public testing::Test {};
using Enums = testing::Types<StreamKind, Route, ActorRole, AssessmentKind, AssessmentStatus,
                             College, LanguageLevel, FinalDecision, Authority, CorrectionGround>;
TYPED_TEST_SUITE(VocabularyTest, Enums);

TYPED_TEST(VocabularyTest, NumbersAndNamesAreUniqueAndNeverZero) {
  std::set<int> numbers;
  std::set<std::string> names;
  for (const auto& entry : kEnumNames<TypeParam>) {
    EXPECT_NE(static_cast<int>(entry.value), 0);
    EXPECT_TRUE(numbers.insert(static_cast<int>(entry.value)).second) << entry.name;
    EXPECT_TRUE(names.insert(std::string(entry.name)).second) << entry.name;
    EXPECT_FALSE(entry.french.empty()) << entry.name;
    EXPECT_EQ(ParseEnum<TypeParam>(entry.name), entry.value);
  }
  EXPECT_FALSE(IsKnown(static_cast<TypeParam>(0)));
  EXPECT_FALSE(IsKnown(static_cast<TypeParam>(200)));
  EXPECT_FALSE(ParseEnum<TypeParam>("no such name"));
}

}  // namespace
}  // namespace cartulary
