#include "core/facts/vocabulary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "core/evaluate/verdict.h"

namespace cartulary {
namespace {

template <typename E>
class VocabularyTest : public testing::Test {};
using Enums =
    testing::Types<StreamKind, Route, ActorRole, AssessmentKind, AssessmentStatus, College,
                   LanguageLevel, FinalDecision, Authority, CorrectionGround, LeavingReason,
                   NotificationMeans, AppealKind, AppealOutcome, CourtOutcome, RulingScope,
                   WithdrawalGround, SurveyHorizon, SurveyAnswer>;
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

std::string Glossary() {
  std::ifstream file(CARTULARY_SOURCE_DIR "/docs/reference/glossary.md", std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// "award withdrawn (titre retiré)" for each value of E.
template <typename E>
void ExpectInGlossary() {
  const std::string glossary = Glossary();
  for (const auto& entry : kEnumNames<E>) {
    std::string term = std::string(entry.name) + " (" + std::string(entry.french) + ")";
    std::replace(term.begin(), term.begin() + static_cast<std::ptrdiff_t>(entry.name.size()), '_',
                 ' ');
    EXPECT_NE(glossary.find(term), std::string::npos) << term;
  }
}

TEST(GlossaryTest, NamesEveryOutcomeAndStandingInBothLanguages) {
  ExpectInGlossary<Outcome>();
  ExpectInGlossary<EnrolmentStanding>();
  ExpectInGlossary<CertificationStanding>();
}

}  // namespace
}  // namespace cartulary
