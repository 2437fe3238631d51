#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "store/memory/memory_state_stores.h"
#include "store/memory/overlay_state_store.h"
#include "store/rocksdb/rocksdb_state_stores.h"
#include "tests/store/log_harness.h"
#include "tests/store/state_stores_suite.h"
#include "tests/support/seed.h"

namespace cartulary {
namespace {

class MemoryStateHarness {
 public:
  StateStores& stores() { return stores_; }
  void Reopen() {}

 private:
  MemoryStateStores stores_;
};

class RocksDbStateHarness {
 public:
  StateStores& stores() { return *stores_; }
  void Reopen() {
    stores_.reset();
    log_.Reopen();
    stores_.emplace(log_.log());
  }

 private:
  RocksDbHarness log_;
  std::optional<RocksDbStateStores> stores_{std::in_place, log_.log()};
};

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, StateStoresSuite, MemoryStateHarness);
INSTANTIATE_TYPED_TEST_SUITE_P(RocksDb, StateStoresSuite, RocksDbStateHarness);

// A row of bytes that do not compress, so that a flipped one hits it.
std::string SomeBytes(std::mt19937_64& random) {
  std::string bytes(4096, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

TEST(RocksDbStateStoresTest, ADamagedGenerationIsMadeAnewWithoutABackup) {
  RocksDbHarness harness;
  std::mt19937_64 random(TestSeed());
  std::vector<StateChange> changes;
  for (char key = 'a'; key <= 'z'; ++key) {
    changes.push_back(Put(Table::kDossiers, std::string(1, key), SomeBytes(random)));
  }
  {
    RocksDbStateStores stores(harness.log());
    const auto begun = *stores.Begin();
    ASSERT_TRUE(begun->Commit(changes, 1));
    ASSERT_TRUE(stores.Activate(*begun));  // Flushes it.
  }
  harness.Close();
  std::filesystem::path largest;
  for (const auto& entry : std::filesystem::directory_iterator(harness.store)) {
    if (entry.path().extension() != ".sst") continue;
    if (largest.empty() || file_size(largest) < entry.file_size()) largest = entry.path();
  }
  ASSERT_GT(file_size(largest), 50'000u);
  std::fstream file(largest, std::ios::binary | std::ios::in | std::ios::out);
  file.seekg(20'000);
  const int byte = file.get();
  file.seekp(20'000);
  file.put(static_cast<char>(byte ^ 1));
  file.close();

  harness.Reopen();
  RocksDbStateStores stores(harness.log());
  const auto active = *stores.Active();
  const auto scanned = active->Scan(
      Table::kDossiers, "", "",
      [](std::string_view, std::string_view) -> Result<Visit> { return Visit::kGoOn; });
  ASSERT_FALSE(scanned);
  std::optional<Error> got;
  for (char key = 'a'; key <= 'z' && !got; ++key) {
    const auto value = active->Get(Table::kDossiers, std::string(1, key));
    if (!value) got = value.error();
  }
  ASSERT_TRUE(got);
  for (const Error& error : {scanned.error(), *got}) {
    EXPECT_EQ(error.code, ErrorCode::kIntegrity);
    EXPECT_NE(error.next_step.en.find("cartulary rebuild"), std::string::npos) << error.detail.en;
    EXPECT_EQ(error.detail.en.find("backup"), std::string::npos) << error.detail.en;
  }

  const auto anew = *stores.Begin();
  ASSERT_TRUE(anew->Commit(changes, 1));
  ASSERT_TRUE(stores.Activate(*anew));
  EXPECT_EQ(**(*stores.Active())->Get(Table::kDossiers, "m"), *changes['m' - 'a'].value);
}

TEST(RocksDbStateStoresTest, AReaderSeesTheGenerationInUseAndCannotWrite) {
  RocksDbHarness harness;
  RocksDbStateStores stores(harness.log());
  ASSERT_TRUE((*stores.Active())->Commit({Put(Table::kDossiers, "a", "1")}, 5));

  const auto reader = harness.OpenReadOnly();
  ASSERT_TRUE(reader) << reader.error().detail.en;
  RocksDbStateStores read(**reader);
  const auto active = *read.Active();

  EXPECT_EQ(*active->Checkpoint(), 5u);
  EXPECT_EQ(*active->Get(Table::kDossiers, "a"), "1");
  for (const auto& refused : {active->Commit({}, 6), read.Activate(*active)}) {
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kWorld);
  }
  EXPECT_FALSE(read.Begin());
}

TEST(OverlayStateStoreTest, AgreesWithAStoreThatWasCommittedTo) {
  const std::uint64_t seed = TestSeed();
  SCOPED_TRACE(HowToRepeat(seed));
  std::mt19937_64 random(seed);
  MemoryStateStores below;
  MemoryStateStores expected;
  const auto commit = [&](StateStore& overlay, StateStore& model, std::uint64_t checkpoint) {
    std::vector<StateChange> changes;
    for (std::uint64_t i = 0; i < random() % 8; ++i) {
      const std::string key(1 + random() % 2, static_cast<char>('a' + random() % 6));
      const auto table = random() % 2 == 0 ? Table::kDossiers : Table::kVerdicts;
      changes.push_back(random() % 3 == 0 ? Delete(table, key)
                                          : Put(table, key, std::to_string(random() % 100)));
    }
    ASSERT_TRUE(overlay.Commit(changes, checkpoint));
    ASSERT_TRUE(model.Commit(changes, checkpoint));
  };
  const auto model = *expected.Active();
  for (std::uint64_t i = 0; i < 10; ++i) commit(**below.Active(), *model, i);
  const auto before = Rows(**below.Active(), Table::kDossiers);

  OverlayStateStore overlay(*below.Active());
  for (std::uint64_t i = 10; i < 100; ++i) {
    EXPECT_EQ(*overlay.Checkpoint(), i - 1);
    commit(overlay, *model, i);
    for (const Table table : {Table::kDossiers, Table::kVerdicts}) {
      ASSERT_EQ(Rows(overlay, table), Rows(*model, table));
      ASSERT_EQ(Rows(overlay, table, "b"), Rows(*model, table, "b"));
      ASSERT_EQ(Rows(overlay, table, "", "cc"), Rows(*model, table, "", "cc"));
      for (const std::size_t limit : {1u, 3u}) {
        ASSERT_EQ(Rows(overlay, table, "", "", limit), Rows(*model, table, "", "", limit));
      }
      for (const std::string key : {"a", "bb", "f"}) {
        ASSERT_EQ(*overlay.Get(table, key), *model->Get(table, key));
      }
    }
  }
  EXPECT_EQ(Rows(**below.Active(), Table::kDossiers), before);
  EXPECT_EQ(*(*below.Active())->Checkpoint(), 9u);
}

}  // namespace
}  // namespace cartulary
