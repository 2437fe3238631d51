#include "cli/render/stored_row.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/projections/projection_suite.h"

namespace cartulary::cli {
namespace {

class StoredRowTest : public ProjectionSuite {};

TEST_F(StoredRowTest, EveryKeyAndValueOfEveryTableIsReadToItsEnd) {
  RandomLog random(hasher_, 101);
  while (random.log().events().size() < 1500) random.Step();
  ReadRulesFrom(random.log());
  const auto state = RebuiltAt(random.log(), random.log().events().size());
  for (const Table table : kTables) {
    std::set<std::string> shapes;
    const auto look = [&](std::string_view key, std::string_view value) -> Result<Visit> {
      const RowKey parts = KeyOf(table, key, std::nullopt);
      std::string shape;
      for (const auto& [what, text] : parts.parts) {
        EXPECT_FALSE(text.empty());
        shape += std::string(what.en) + " ";
      }
      EXPECT_NE(shape, "key ") << NameOf(table) << ' ' << HexOf(key);
      shapes.insert(shape);
      const Json shown = ValueOf(table, value);
      const bool is_row = table == Table::kDossiers || table == Table::kReferences ||
                          table == Table::kVerdicts || table == Table::kAwards ||
                          table == Table::kBoard;
      EXPECT_EQ(shown.is_object(), is_row) << NameOf(table) << ' ' << shown;
      EXPECT_EQ(KeyOf(table, std::string(key) + "x", std::nullopt).parts[0].first.en, "key");
      return Visit::kGoOn;
    };
    ASSERT_TRUE(state->Scan(table, "", "", look));
    const std::size_t expected = table == Table::kLookups ? 5u : table == Table::kDue ? 2u : 1u;
    EXPECT_EQ(shapes.size(), expected) << NameOf(table);
  }
}

TEST_F(StoredRowTest, WhatIsNoKeyIsShownInHexadecimal) {
  const RowKey key = KeyOf(Table::kVerdicts, "ab", std::nullopt);
  ASSERT_EQ(key.parts.size(), 1u);
  EXPECT_EQ(key.parts[0].second, "6162");
  EXPECT_FALSE(key.learner);
}

TEST_F(StoredRowTest, AValueThatCannotBeReadSaysWhy) {
  EXPECT_TRUE(ValueOf(Table::kDossiers, "x").is_string());
  EXPECT_TRUE(ValueOf(Table::kVerdicts, "").is_string());
}

TEST_F(StoredRowTest, TheFirstDifferenceIsNamedByItsPath) {
  const Json one = Json::parse(R"({"a":1,"b":[{"c":2},{"c":3,"d":{"e":"x"}}],"f":null})");
  struct Row {
    const char* other;
    const char* path;
    const char* left;
    const char* right;
  };
  const Row rows[] = {
      {R"({"a":2,"b":[{"c":2},{"c":3,"d":{"e":"x"}}],"f":null})", "a", "1", "2"},
      {R"({"a":1,"b":[{"c":2},{"c":3,"d":{"e":"y"}}],"f":null})", "b[1].d.e", "\"x\"", "\"y\""},
      {R"({"a":1,"b":[{"c":2}],"f":null})", "b[1]", R"({"c":3,"d":{"e":"x"}})", "null"},
      {R"({"a":1,"b":[{"c":2},{"c":3,"d":{"e":"x"}}],"f":null,"g":7})", "g", "null", "7"},
      {R"("text")", "", nullptr, "\"text\""},
  };
  for (const Row& row : rows) {
    const ValueDifference found = FirstDifference(one, Json::parse(row.other));
    EXPECT_EQ(found.path, row.path);
    EXPECT_EQ(found.left.dump(), row.left == nullptr ? one.dump() : row.left);
    EXPECT_EQ(found.right.dump(), row.right);
  }
}

}  // namespace
}  // namespace cartulary::cli
