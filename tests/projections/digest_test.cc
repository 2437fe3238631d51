#include "projections/digest.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/projections/projection_suite.h"

namespace cartulary {
namespace {

class DigestTest : public ProjectionSuite {
 protected:
  static std::unique_ptr<StateStore> With(const std::vector<StateChange>& changes,
                                          std::uint64_t checkpoint = 1) {
    auto state = NewState();
    EXPECT_TRUE(state->Commit(changes, checkpoint));
    return state;
  }
};

TEST_F(DigestTest, ItCoversTablesKeysValuesAndTheCheckpoint) {
  const std::vector<std::unique_ptr<StateStore>> states = [] {
    std::vector<std::unique_ptr<StateStore>> all;
    all.push_back(With({}));
    all.push_back(With({}, 2));
    all.push_back(With({{Table::kAwards, "a", "b"}}));
    all.push_back(With({{Table::kBoard, "a", "b"}}));
    all.push_back(With({{Table::kAwards, "ab", ""}}));
    all.push_back(With({{Table::kAwards, "", "ab"}}));
    all.push_back(With({{Table::kAwards, "a", "b"}, {Table::kAwards, "c", "d"}}));
    return all;
  }();
  for (std::size_t i = 0; i < states.size(); ++i) {
    for (std::size_t j = 0; j < states.size(); ++j) {
      EXPECT_EQ(MustDigest(*states[i]) == MustDigest(*states[j]), i == j) << i << ' ' << j;
    }
  }
}

TEST_F(DigestTest, LargeContentsAreCoveredToTheEnd) {
  std::vector<StateChange> changes;
  for (int i = 0; i < 3000; ++i) {
    changes.push_back({Table::kDossiers, std::to_string(i), std::string(1000, 'x')});
  }
  const auto state = With(changes);
  EXPECT_EQ(MustDigest(*state), MustDigest(*With(changes)));
  changes.back().value->back() = 'y';
  EXPECT_NE(MustDigest(*state), MustDigest(*With(changes)));
}

TEST_F(DigestTest, TheFirstDifferenceIsFoundOnEitherSide) {
  const auto left = With({{Table::kAwards, "a", "1"}, {Table::kAwards, "c", "1"}});
  const auto right = With({{Table::kAwards, "b", "1"}, {Table::kAwards, "c", "2"}});

  const auto difference = FindDifference(*left, *right);
  ASSERT_TRUE(*difference);
  EXPECT_EQ((*difference)->key, "a");
  EXPECT_EQ((*difference)->left, "1");
  EXPECT_EQ((*difference)->right, std::nullopt);

  const auto mirrored = FindDifference(*right, *left);
  EXPECT_EQ((*mirrored)->key, "a");
  EXPECT_EQ((*mirrored)->right, "1");

  EXPECT_FALSE(*FindDifference(*left, *left));
}

}  // namespace
}  // namespace cartulary
