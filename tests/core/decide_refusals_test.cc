// One row at least for every RejectionCode.
#include "decide_refusals.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace cartulary {
namespace {

std::vector<RefusedRow> AllRows() {
  std::vector<RefusedRow> all;
  for (const auto& rows :
       {EnvelopeRows(), CorrectionRows(), UnknownRows(), ValueRows(), StateRows(), CourseRows()}) {
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

TEST(DecideRefusalsTest, EachRuleSaysNo) {
  for (const RefusedRow& row : AllRows()) {
    SCOPED_TRACE(std::string(ToName(row.code)) + ": " + row.why);
    World world;
    const Decision decision = world.Decide(row.command(world));
    const auto* rejection = std::get_if<Rejection>(&decision);
    ASSERT_NE(rejection, nullptr) << "accepted";
    EXPECT_EQ(ToName(rejection->code), ToName(row.code)) << rejection->detail.en;
    EXPECT_FALSE(rejection->detail.en.empty());
  }
}

TEST(DecideRefusalsTest, EachRuleSaysWhyInEitherLanguage) {
  for (const RefusedRow& row : AllRows()) {
    SCOPED_TRACE(std::string(ToName(row.code)) + ": " + row.why);
    World world;
    const Decision decision = world.Decide(row.command(world));
    const auto* rejection = std::get_if<Rejection>(&decision);
    ASSERT_NE(rejection, nullptr) << "accepted";
    EXPECT_FALSE(rejection->detail.fr.empty());
    EXPECT_NE(rejection->detail.fr, rejection->detail.en);
  }
}

TEST(DecideRefusalsTest, EveryCodeHasARow) {
  std::set<RejectionCode> codes;
  for (const RefusedRow& row : AllRows()) codes.insert(row.code);
  for (const auto& entry : kEnumNames<RejectionCode>) {
    EXPECT_EQ(codes.count(entry.value), 1u) << entry.name;
  }
}

}  // namespace
}  // namespace cartulary
