// One row at least for every RejectionCode.
#include "decide_refusals.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace cartulary {
namespace {

std::vector<RefusedRow> AllRows() {
  std::vector<RefusedRow> all;
  for (const auto& rows : {EnvelopeRows(), CorrectionRows(), UnknownRows(), ValueRows(),
                           StateRows(), CourseRows(), SystemRows(), GuardRows()}) {
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

TEST(DecideRefusalsTest, EachRuleSaysNoAndWhyInEitherLanguage) {
  for (const RefusedRow& row : AllRows()) {
    SCOPED_TRACE(std::string(ToName(row.code)) + ": " + row.why);
    World world;
    const Decision decision = world.Decide(row.command(world));
    const auto* rejection = std::get_if<Rejection>(&decision);
    ASSERT_NE(rejection, nullptr) << "accepted";
    EXPECT_EQ(ToName(rejection->code), ToName(row.code)) << rejection->detail.en;
    EXPECT_FALSE(rejection->detail.en.empty());
    EXPECT_FALSE(rejection->detail.fr.empty());
    EXPECT_NE(rejection->detail.fr, rejection->detail.en);
  }
}

TEST(DecideRefusalsTest, WithAnApproverWhatNeedsOneIsAccepted) {
  for (const RefusedRow& row : AllRows()) {
    if (row.code != RejectionCode::kApproverMissing) continue;
    SCOPED_TRACE(row.why);
    World world;
    EXPECT_EQ(Answer(world.Decide(Approved(row.command(world)))), "accepted");
  }
}

TEST(DecideRefusalsTest, EveryCodeHasARow) {
  std::set<RejectionCode> codes;
  for (const RefusedRow& row : AllRows()) codes.insert(row.code);
  for (const auto& entry : kEnumNames<RejectionCode>) {
    EXPECT_EQ(codes.count(entry.value), 1u) << entry.name;
  }
}

TEST(RejectionsTest, TheReferencePageHasTheCodesInTheirOrder) {
  std::ifstream file(CARTULARY_SOURCE_DIR "/docs/reference/rejections.md");
  ASSERT_TRUE(file) << "docs/reference/rejections.md";
  std::vector<std::string> documented;
  std::vector<std::string> french;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("### `")) continue;
    documented.push_back(line.substr(5, line.find('`', 5) - 5));
    french.push_back(line.substr(line.find(" · ") + std::string(" · ").size()));
  }
  std::vector<std::string> codes;
  std::vector<std::string> terms;
  for (const auto& entry : kEnumNames<RejectionCode>) {
    codes.emplace_back(entry.name);
    terms.emplace_back(entry.french);
  }
  EXPECT_EQ(documented, codes);
  EXPECT_EQ(french, terms);
}

TEST(RejectionsTest, EveryCodeHasItsOwnNames) {
  std::set<std::string> names;
  std::set<std::string> french;
  int next = 1;
  for (const auto& entry : kEnumNames<RejectionCode>) {
    EXPECT_EQ(static_cast<int>(entry.value), next++) << "the table keeps the order of the enum";
    EXPECT_TRUE(names.insert(std::string(entry.name)).second) << entry.name;
    EXPECT_TRUE(french.insert(std::string(entry.french)).second) << entry.french;
  }
  EXPECT_EQ(static_cast<int>(RejectionCode::kApproverMissing) + 1, next);
}

}  // namespace
}  // namespace cartulary
