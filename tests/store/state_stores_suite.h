// The contract of core/ports/state_store.h as tests. A harness is default-constructible, with
// `StateStores& stores()` (nothing committed) and `void Reopen()`.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/ports/state_store.h"

namespace cartulary {

using StateRows = std::vector<std::pair<std::string, std::string>>;

inline StateRows Rows(const StateStore& store, Table table, std::string_view prefix = {},
                      std::string_view from = {}, std::size_t limit = SIZE_MAX) {
  StateRows rows;
  const auto status = store.Scan(
      table, prefix, from, [&](std::string_view key, std::string_view value) -> Result<Visit> {
        rows.emplace_back(key, value);
        return rows.size() < limit ? Visit::kGoOn : Visit::kStop;
      });
  EXPECT_TRUE(status) << status.error().detail.en;
  return rows;
}

inline StateChange Put(Table table, std::string key, std::string value) {
  return {table, std::move(key), std::move(value)};
}
inline StateChange Delete(Table table, std::string key) {
  return {table, std::move(key), std::nullopt};
}

template <typename Harness>
class StateStoresSuite : public testing::Test {
 protected:
  std::unique_ptr<StateStore> Active() { return *harness_.stores().Active(); }
  std::unique_ptr<StateStore> Begin() { return *harness_.stores().Begin(); }
  Harness harness_;
};
TYPED_TEST_SUITE_P(StateStoresSuite);

TYPED_TEST_P(StateStoresSuite, AtFirstItIsEmptyAtTheBeginningOfTheLog) {
  const auto store = this->Active();
  EXPECT_EQ(*store->Checkpoint(), 0u);
  EXPECT_FALSE(*store->Get(Table::kDossiers, "a"));
  EXPECT_TRUE(Rows(*store, Table::kDossiers).empty());
}

TYPED_TEST_P(StateStoresSuite, ChangesAndCheckpointAreCommittedTogether) {
  ASSERT_TRUE(
      this->Active()->Commit({Put(Table::kDossiers, "a", "1"), Put(Table::kDossiers, "b", ""),
                              Put(Table::kVerdicts, "a", "2")},
                             7));
  ASSERT_TRUE(
      this->Active()->Commit({Delete(Table::kVerdicts, "a"), Put(Table::kDossiers, "a", "3")}, 9));
  this->harness_.Reopen();

  const auto store = this->Active();
  EXPECT_EQ(*store->Checkpoint(), 9u);
  EXPECT_EQ(*store->Get(Table::kDossiers, "a"), "3");
  EXPECT_EQ(*store->Get(Table::kDossiers, "b"), "");
  EXPECT_FALSE(*store->Get(Table::kVerdicts, "a"));
}

TYPED_TEST_P(StateStoresSuite, AScanSeesOneTableInOrderByPrefixFromAKey) {
  const auto store = this->Active();
  const std::string zero("b\0z", 3);
  ASSERT_TRUE(
      store->Commit({Put(Table::kDossiers, "b2", "2"), Put(Table::kDossiers, "a", "0"),
                     Put(Table::kDossiers, "b1", "1"), Put(Table::kDossiers, zero, "z"),
                     Put(Table::kDossiers, "c", "3"), Put(Table::kReferences, "b1", "other"),
                     Put(Table::kDossiers, "b\xff", "4")},
                    1));

  EXPECT_EQ(
      Rows(*store, Table::kDossiers),
      (StateRows{{"a", "0"}, {zero, "z"}, {"b1", "1"}, {"b2", "2"}, {"b\xff", "4"}, {"c", "3"}}));
  EXPECT_EQ(Rows(*store, Table::kDossiers, "b"),
            (StateRows{{zero, "z"}, {"b1", "1"}, {"b2", "2"}, {"b\xff", "4"}}));
  EXPECT_EQ(Rows(*store, Table::kDossiers, "b", "b2"), (StateRows{{"b2", "2"}, {"b\xff", "4"}}));
  EXPECT_EQ(Rows(*store, Table::kDossiers, "b", "a", 1), (StateRows{{zero, "z"}}));
  EXPECT_EQ(Rows(*store, Table::kDossiers, "", "b2"),
            (StateRows{{"b2", "2"}, {"b\xff", "4"}, {"c", "3"}}));
  EXPECT_TRUE(Rows(*store, Table::kDossiers, "b", "c").empty());
  EXPECT_EQ(Rows(*store, Table::kReferences), (StateRows{{"b1", "other"}}));
  EXPECT_TRUE(Rows(*store, Table::kAwards).empty());
}

TYPED_TEST_P(StateStoresSuite, AVisitorsErrorEndsAScan) {
  const auto store = this->Active();
  ASSERT_TRUE(store->Commit({Put(Table::kDossiers, "a", "0")}, 1));
  const auto status = store->Scan(Table::kDossiers, "", "",
                                  [](std::string_view, std::string_view) -> Result<Visit> {
                                    return Error{ErrorCode::kNotFound, WordsOf("enough")};
                                  });
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kNotFound);
}

TYPED_TEST_P(StateStoresSuite, ANewGenerationTakesOverAtOnceWhenActivated) {
  ASSERT_TRUE(this->Active()->Commit({Put(Table::kDossiers, "old", "1")}, 5));
  const auto begun = this->Begin();
  EXPECT_EQ(*begun->Checkpoint(), 0u);
  ASSERT_TRUE(begun->Commit({Put(Table::kDossiers, "new", "2")}, 6));
  EXPECT_EQ(*this->Active()->Checkpoint(), 5u);
  EXPECT_FALSE(*this->Active()->Get(Table::kDossiers, "new"));

  ASSERT_TRUE(this->harness_.stores().Activate(*begun));
  ASSERT_TRUE(begun->Commit({Put(Table::kDossiers, "newer", "3")}, 7));
  EXPECT_EQ(Rows(*this->Active(), Table::kDossiers), (StateRows{{"new", "2"}, {"newer", "3"}}));
}

TYPED_TEST_P(StateStoresSuite, WhatWasBegunAndNotActivatedIsDropped) {
  ASSERT_TRUE(this->Active()->Commit({Put(Table::kDossiers, "old", "1")}, 5));
  ASSERT_TRUE(this->Begin()->Commit({Put(Table::kDossiers, "unfinished", "2")}, 6));
  this->harness_.Reopen();
  EXPECT_EQ(Rows(*this->Active(), Table::kDossiers), (StateRows{{"old", "1"}}));

  const auto begun = this->Begin();
  EXPECT_TRUE(Rows(*begun, Table::kDossiers).empty());
  EXPECT_EQ(*begun->Checkpoint(), 0u);
}

TYPED_TEST_P(StateStoresSuite, AnActivatedGenerationSurvivesReopening) {
  for (int round = 0; round < 3; ++round) {
    const std::string value = std::to_string(round);
    {
      const auto begun = this->Begin();
      ASSERT_TRUE(begun->Commit({Put(Table::kDossiers, value, value)}, 3));
      ASSERT_TRUE(this->harness_.stores().Activate(*begun));
    }
    this->harness_.Reopen();
    EXPECT_EQ(Rows(*this->Active(), Table::kDossiers), (StateRows{{value, value}}));
    EXPECT_EQ(*this->Active()->Checkpoint(), 3u);
  }
}

REGISTER_TYPED_TEST_SUITE_P(StateStoresSuite, AtFirstItIsEmptyAtTheBeginningOfTheLog,
                            ChangesAndCheckpointAreCommittedTogether,
                            AScanSeesOneTableInOrderByPrefixFromAKey, AVisitorsErrorEndsAScan,
                            ANewGenerationTakesOverAtOnceWhenActivated,
                            WhatWasBegunAndNotActivatedIsDropped,
                            AnActivatedGenerationSurvivesReopening);

}  // namespace cartulary
