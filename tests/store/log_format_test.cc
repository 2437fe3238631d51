// docs/spec/log-format.md and the store agree to the byte: the example on that page is a store of
// two commits, made here.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "store/rocksdb/commit_format.h"
#include "store/rocksdb/database.h"
#include "store/rocksdb/key_format.h"
#include "store/rocksdb/rocksdb_state_stores.h"
#include "tests/store/log_harness.h"

namespace cartulary {
namespace {

constexpr std::size_t kBytesPerLine = 40;

std::string Hex(std::string_view bytes) {
  return ToHex(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::string Lines(std::string_view bytes) {
  std::string lines;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kBytesPerLine))) {
    lines += "    " + Hex(bytes.substr(0, kBytesPerLine)) + "\n";
  }
  return lines;
}

std::string BytesOf(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string Dump(const Database& database, std::string_view name,
                 rocksdb::ColumnFamilyHandle* family) {
  std::string dump;
  const auto iterators = database.NewIterators(rocksdb::ReadOptions(), {family});
  rocksdb::Iterator& row = *iterators->front();
  for (row.SeekToFirst(); row.Valid(); row.Next()) {
    dump += std::string(name) + " " + Hex(row.key().ToStringView()) + "\n";
    dump += Lines(row.value().ToStringView());
  }
  return dump;
}

// A jury's stream gets two events, one with a request and sealed content; then it and another get
// one each, with a blob.
void FillExample(RocksDbHarness& harness) {
  const Subject a = SubjectOfNumber(1);
  const Subject b = SubjectOfNumber(2);
  Batch first = BatchOf(NoStream(a), 2);
  first.requests = {{"r1", MacOf(0xee), 0, 2}};
  first.events[1].sealed = {{SealedClass::kComments, MacOf(0xcc), "sealed"}};
  ASSERT_TRUE(harness.log().Append(first));
  Batch second;
  second.expectations = {Exactly(a, 1), NoStream(b)};
  second.events = {EventOfNumber(b, 2), EventOfNumber(a, 3)};
  second.blobs = {BlobOf(harness.ports.hasher, "blob")};
  ASSERT_TRUE(harness.log().Append(second));
  RocksDbStateStores stores(harness.log());
  ASSERT_TRUE((*stores.Active())->Commit({{Table::kDossiers, "k", "v"}}, 4));
}

TEST(LogFormatTest, TheExampleOfThePageIsTheStoreToTheByte) {
  RocksDbHarness harness;
  FillExample(harness);
  const Database& database = harness.log().database();
  std::string dump;
  for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
    dump += Dump(database, kFamilyNames[i], database.family(static_cast<Family>(i)));
  }
  dump += Dump(database, "state.1", database.generation(1).get());
  dump += "STORE.head\n" + Lines(BytesOf(harness.store + ".head"));

  const std::string page = BytesOf(CARTULARY_SOURCE_DIR "/docs/spec/log-format.md");
  const std::string fence = "```text\n";
  const std::size_t begin = page.find(fence, page.find("## Example"));
  ASSERT_NE(begin, std::string::npos);
  const std::string example =
      page.substr(begin + fence.size(), page.find("```", begin + 3) - begin - fence.size());
  EXPECT_EQ(example, dump);
}

TEST(LogFormatTest, WhatIsCutOrLongerIsNoCommitAndNoChunk) {
  const std::string commit =
      EncodeCommit({{Subject{}, Version{0}, "one"}, {Subject{}, Version{1}, "four"}});
  EXPECT_EQ(DecodeCommit(commit), (std::vector<std::string_view>{"one", "four"}));
  std::string chunk;
  PutChunkEntry(chunk, {Index{3}, "one"});
  PutChunkEntry(chunk, {Index{9}, "four"});
  ASSERT_TRUE(DecodeChunk(chunk));
  EXPECT_EQ(DecodeChunk(chunk)->at(1).index, Index{9});
  EXPECT_EQ(DecodeChunk(chunk)->at(1).message, "four");

  for (std::size_t size = 0; size < commit.size(); ++size) {
    EXPECT_FALSE(DecodeCommit(commit.substr(0, size))) << size;
  }
  const std::size_t entry = 8 + 4 + 3;
  for (std::size_t size = 0; size < chunk.size(); ++size) {
    EXPECT_EQ(DecodeChunk(chunk.substr(0, size)).has_value(), size == entry) << size;
  }
  EXPECT_FALSE(DecodeCommit(commit + "x"));
  EXPECT_FALSE(DecodeChunk(chunk + "x"));
  EXPECT_FALSE(DecodeCommit(std::string("\0\0\0\0", 4)));
  EXPECT_FALSE(DecodeCommit("\xff\xff\xff\xff"));
  for (std::size_t i = 2; i < kEventsPerChunk; ++i) PutChunkEntry(chunk, {Index{i}, "e"});
  EXPECT_TRUE(DecodeChunk(chunk));
  PutChunkEntry(chunk, {Index{64}, "one too many"});
  EXPECT_FALSE(DecodeChunk(chunk));
}

}  // namespace
}  // namespace cartulary
