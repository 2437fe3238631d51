// What the log on disk promises beyond the port: readers that write nothing, one writer, and that
// what was acknowledged is there or its loss is found.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "tests/store/log_harness.h"

namespace cartulary {
namespace {

namespace fs = std::filesystem;

std::string BytesOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void Overwrite(const fs::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// Every file below a folder with its content and times, and the times of the folders.
std::map<std::string, std::string> Listing(const fs::path& root) {
  std::map<std::string, std::string> listing;
  const auto note = [&](const fs::path& path) {
    struct stat status {};
    CARTULARY_CHECK(stat(path.c_str(), &status) == 0);
    const auto time = [](const timespec& t) {
      return std::to_string(t.tv_sec) + "." + std::to_string(t.tv_nsec) + " ";
    };
    listing[path.string()] = time(status.st_mtim) + time(status.st_ctim) +
                             (fs::is_regular_file(path) ? BytesOf(path) : "");
  };
  note(root);
  for (const auto& entry : fs::recursive_directory_iterator(root)) note(entry.path());
  return listing;
}

std::vector<fs::path> FilesOf(const fs::path& store, const std::string& extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(store)) {
    if (entry.path().extension() == extension && fs::file_size(entry.path()) > 0) {
      files.push_back(entry.path());
    }
  }
  return files;
}

// All that the log holds, or the first error.
Result<std::vector<ReadEvent>> ReadAll(const EventLog& log) {
  std::vector<ReadEvent> read;
  CARTULARY_RETURN_IF_ERROR(log.ReadLog(Index{0}, Into(read)));
  Subject last;
  last.bytes.fill(0xff);
  std::vector<ReadEvent> streams;
  CARTULARY_RETURN_IF_ERROR(log.ReadStreams(Subject{}, last, AnyKind, Into(streams)));
  read.insert(read.end(), streams.begin(), streams.end());
  return read;
}

class DurabilityTest : public testing::Test {
 protected:
  void Fill(std::uint32_t commits) {
    for (std::uint32_t i = 0; i < commits; ++i) {
      ASSERT_TRUE(harness_.log().Append(BatchOf(Any(SubjectOfNumber(i % 7)), 1 + i % 3, i)));
    }
  }
  // Each opening that writes leaves a log; with enough of them, closing flushes.
  void FlushByReopening() {
    for (int i = 0; i < 20; ++i) {
      harness_.Reopen();
      Fill(1);
    }
  }
  ErrorCode CodeOfOpening(bool for_append) {
    const auto log = for_append ? RocksDbEventLog::OpenForAppend(harness_.store, harness_.Ports(),
                                                                 harness_.Options())
                                : harness_.OpenReadOnly();
    EXPECT_FALSE(log);
    return log ? ErrorCode{} : log.error().code;
  }
  fs::path HeadPath() const { return harness_.store + ".head"; }

  RocksDbHarness harness_;
};

TEST_F(DurabilityTest, AReaderWritesNothingAndNeedsNoRightTo) {
  Fill(50);
  harness_.Close();
  for (const auto& entry : fs::recursive_directory_iterator(harness_.folder.path())) {
    fs::permissions(entry.path(), fs::perms::owner_write, fs::perm_options::remove);
  }
  const auto before = Listing(harness_.folder.path());
  {
    // Through the file system itself, as the program does.
    const auto reader = RocksDbEventLog::OpenReadOnly(harness_.store, harness_.Ports());
    ASSERT_TRUE(reader) << reader.error().detail.en;
    EXPECT_TRUE((*reader)->Warnings().empty());
    EXPECT_EQ(ReadAll(**reader)->size(), 2 * (*reader)->ReadHead()->size);
    const auto appended = (*reader)->Append(BatchOf(Any(SubjectOfNumber(0))));
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().code, ErrorCode::kWorld);
  }
  EXPECT_EQ(Listing(harness_.folder.path()), before);
}

TEST_F(DurabilityTest, AReaderBesideAWriterSeesWhatWasAcknowledgedBeforeItOpened) {
  for (std::uint32_t i = 1; i <= 20; ++i) {
    Fill(i);
    const auto expected = ReadAll(harness_.log());
    const auto reader = harness_.OpenReadOnly();
    ASSERT_TRUE(reader) << reader.error().detail.en;
    EXPECT_EQ(*ReadAll(**reader), *expected);
  }
}

// The writer flushes and compacts as fast as it can; a reader must never miss what it had seen.
TEST_F(DurabilityTest, AReaderMissesNothingWhileTheWriterMovesItsFiles) {
  constexpr std::uint32_t kCommits = 150;
  std::atomic<std::uint64_t> acknowledged = 0;
  std::thread writer([&] {
    for (std::uint32_t i = 0; i < kCommits; ++i) {
      Batch batch = BatchOf(Any(SubjectOfNumber(i % 7)), 3, i);
      // Fills the write-ahead log: a flush every few commits.
      batch.blobs = {BlobOf(harness_.ports.hasher, std::string(1 << 20, static_cast<char>(i)))};
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      const auto appended = harness_.log().Append(batch);
      EXPECT_TRUE(appended) << appended.error().detail.en;
      acknowledged += batch.events.size();
    }
  });
  while (acknowledged < 3 * kCommits) {
    const std::uint64_t at_least = acknowledged;
    const auto reader = harness_.OpenReadOnly();
    EXPECT_TRUE(reader) << reader.error().detail.en;
    if (!reader) break;
    EXPECT_GE((*reader)->ReadHead()->size, at_least);
    const auto read = ReadAll(**reader);
    EXPECT_TRUE(read) << read.error().detail.en;
    if (read) {
      EXPECT_EQ(read->size(), 2 * (*reader)->ReadHead()->size);
    }
  }
  writer.join();
}

TEST_F(DurabilityTest, OneProcessAppendsAndIsNamed) {
  const auto second =
      RocksDbEventLog::OpenForAppend(harness_.store, harness_.Ports(), harness_.Options());

  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kWorld);
  EXPECT_NE(second.error().detail.en.find("process " + std::to_string(getpid())), std::string::npos)
      << second.error().detail.en;
}

TEST_F(DurabilityTest, ALockFileOfADeadProcessIsTakenOver) {
  harness_.Close();
  Overwrite(harness_.store + ".lock", "1\n");
  harness_.Reopen();
  EXPECT_EQ(BytesOf(harness_.store + ".lock"), std::to_string(getpid()) + "\n");
}

TEST_F(DurabilityTest, AStoreIsMadeOnceAndOnlyWhereNothingIs) {
  const auto create = [&](const std::string& store) {
    return RocksDbEventLog::Create(store, TestOrigin(), harness_.Ports(), harness_.Options());
  };
  EXPECT_EQ(create(harness_.store).error().code, ErrorCode::kWorld);  // Locked.
  harness_.Close();
  EXPECT_EQ(create(harness_.store).error().code, ErrorCode::kInvalidArgument);
  harness_.Reopen();

  const std::string other = (harness_.folder.path() / "other").string();
  fs::create_directory(other);
  fs::create_directory(other + ".new");
  Overwrite(other + ".new/CURRENT", "half made");
  EXPECT_TRUE(create(other + "/"));
  EXPECT_FALSE(fs::exists(other + ".new"));
  EXPECT_TRUE(RocksDbEventLog::OpenForAppend(other, harness_.Ports(), harness_.Options()));
}

TEST_F(DurabilityTest, WhatIsNoStoreIsNotFound) {
  const std::string none = (harness_.folder.path() / "none").string();
  for (int i = 0; i < 2; ++i) {
    for (const auto& log : {RocksDbEventLog::OpenForAppend(none, harness_.Ports()),
                            RocksDbEventLog::OpenReadOnly(none, harness_.Ports())}) {
      ASSERT_FALSE(log);
      EXPECT_EQ(log.error().code, ErrorCode::kNotFound);
    }
    EXPECT_FALSE(fs::exists(none + ".lock"));
    fs::create_directory(none);
  }
}

// A name too long fails for everybody, root included, as a folder that may not be looked into does
// for others: it cannot be told whether there is a store.
TEST_F(DurabilityTest, WhatCannotBeLookedIntoIsNotTakenForAbsent) {
  const std::string name = (harness_.folder.path() / std::string(300, 'x')).string();
  for (const auto& log : {RocksDbEventLog::OpenForAppend(name, harness_.Ports()),
                          RocksDbEventLog::OpenReadOnly(name, harness_.Ports())}) {
    ASSERT_FALSE(log);
    EXPECT_EQ(log.error().code, ErrorCode::kWorld) << log.error().detail.en;
  }
}

TEST_F(DurabilityTest, ADatabaseBehindItsHeadFileIsRefused) {
  Fill(3);
  harness_.Close();
  const fs::path copy = harness_.folder.path() / "copy";
  fs::copy(harness_.store, copy);
  harness_.Reopen();
  Fill(1);
  harness_.Close();

  fs::remove_all(harness_.store);
  EXPECT_EQ(CodeOfOpening(true), ErrorCode::kIntegrity);
  EXPECT_EQ(CodeOfOpening(false), ErrorCode::kIntegrity);
  fs::rename(copy, harness_.store);
  EXPECT_EQ(CodeOfOpening(true), ErrorCode::kIntegrity);
  EXPECT_EQ(CodeOfOpening(false), ErrorCode::kIntegrity);
}

TEST_F(DurabilityTest, ADatabaseThatIsNotTheOneOfItsHeadFileIsRefused) {
  Fill(3);
  harness_.Close();
  const HeadRecord record = *HeadFile::Read(HeadPath(), harness_.ports.hasher).record;
  const auto open_beside = [&](const HeadRecord& other) {
    Overwrite(HeadPath(), EncodeHeadRecord(other, harness_.ports.hasher));
    return CodeOfOpening(false);
  };
  EXPECT_EQ(record.size, 6u);

  EXPECT_EQ(open_beside({LogOrigin{}, record.size, record.last_leaf}), ErrorCode::kIntegrity);
  EXPECT_EQ(open_beside({record.origin, record.size, Hash{}}), ErrorCode::kIntegrity);
  EXPECT_EQ(open_beside({record.origin, record.size - 1, record.last_leaf}), ErrorCode::kIntegrity);
}

TEST_F(DurabilityTest, AHeadFileThatLagsIsNoFault) {
  Fill(3);
  const std::string older = BytesOf(HeadPath());
  Fill(3);
  harness_.Close();
  Overwrite(HeadPath(), older);

  EXPECT_TRUE(harness_.OpenReadOnly());
  harness_.Reopen();
  EXPECT_EQ(HeadFile::Read(HeadPath(), harness_.ports.hasher).record->size,
            harness_.log().ReadHead()->size);
}

TEST_F(DurabilityTest, AHeadFileThatIsNotReadableIsAWarning) {
  Fill(3);
  harness_.Close();
  const std::string whole = BytesOf(HeadPath());
  std::vector<std::string> unreadable{"", whole.substr(0, 99), whole + "x"};
  for (std::size_t i = 0; i < whole.size(); ++i) {
    unreadable.push_back(whole);
    unreadable.back()[i] ^= 1;
  }
  for (const std::string& bytes : unreadable) {
    Overwrite(HeadPath(), bytes);
    EXPECT_FALSE(HeadFile::Read(HeadPath(), harness_.ports.hasher).record);
  }
  const auto reader = harness_.OpenReadOnly();
  ASSERT_TRUE(reader) << reader.error().detail.en;
  EXPECT_EQ((*reader)->Warnings().size(), 1u);
}

TEST_F(DurabilityTest, AWriterRefusesAStoreWithoutAHeadFileUntilAPersonAcceptsIt) {
  Fill(3);
  const Head head = *harness_.log().ReadHead();
  harness_.Close();
  const std::string whole = BytesOf(HeadPath());
  LogOptions accepting = harness_.Options();
  accepting.accept_head = true;
  for (const char* bytes : {"", "cut", static_cast<const char*>(nullptr)}) {
    SCOPED_TRACE(bytes == nullptr ? "absent" : bytes);
    bytes == nullptr ? static_cast<void>(fs::remove(HeadPath())) : Overwrite(HeadPath(), bytes);
    const auto refused =
        RocksDbEventLog::OpenForAppend(harness_.store, harness_.Ports(), harness_.Options());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kIntegrity);
    EXPECT_NE(refused.error().next_step.en.find("--accept-head"), std::string::npos);
    EXPECT_EQ(fs::exists(HeadPath()), bytes != nullptr) << "nothing is written";
    if (bytes != nullptr) {
      EXPECT_EQ(BytesOf(HeadPath()), bytes);
    }
    {
      const auto log = RocksDbEventLog::OpenForAppend(harness_.store, harness_.Ports(), accepting);
      ASSERT_TRUE(log) << log.error().detail.en;
      ASSERT_EQ((*log)->Warnings().size(), 1u);
      EXPECT_NE((*log)->Warnings()[0].en.find(ToText(head.last_leaf)), std::string::npos);
    }
    EXPECT_EQ(BytesOf(HeadPath()), whole);
  }
  harness_.Reopen();  // As any other day, without a warning.
}

TEST_F(DurabilityTest, ARolledBackStoreIsNotAcceptedAgainstAReadableHeadFile) {
  Fill(2);
  harness_.Close();
  const fs::path kept = harness_.folder.path() / "kept";
  fs::copy(harness_.store, kept, fs::copy_options::recursive);
  harness_.Reopen();
  Fill(1);
  harness_.Close();
  fs::remove_all(harness_.store);
  fs::rename(kept, harness_.store);
  LogOptions accepting = harness_.Options();
  accepting.accept_head = true;
  const auto log = RocksDbEventLog::OpenForAppend(harness_.store, harness_.Ports(), accepting);
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::kIntegrity);
}

TEST_F(DurabilityTest, APowerCutTakesNothingThatWasAcknowledged) {
  for (std::uint32_t i = 0; i < 30; ++i) {
    Fill(2);
    const auto expected = *ReadAll(harness_.log());
    const std::string cut = (harness_.folder.path() / ("cut" + std::to_string(i))).string();
    harness_.file_system->CopySynced(harness_.store, cut);
    fs::copy_file(HeadPath(), cut + ".head");

    const auto log = RocksDbEventLog::OpenForAppend(cut, harness_.Ports(), harness_.Options());
    ASSERT_TRUE(log) << log.error().detail.en;
    EXPECT_EQ(*ReadAll(**log), expected);
  }
}

TEST_F(DurabilityTest, AFullDiskRefusesWritesAndReadsGoOn) {
  Fill(3);
  const auto before = *ReadAll(harness_.log());
  harness_.file_system->SetFull(true);
  Batch batch = BatchOf(Any(SubjectOfNumber(0)));
  batch.requests = {{"request", MacOf(1), 0, 1}};

  const auto failed = harness_.log().Append(batch);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::kWorld);
  EXPECT_NE(failed.error().detail.en.find("the disk is full"), std::string::npos)
      << failed.error().detail.en;
  EXPECT_EQ(*ReadAll(harness_.log()), before);

  // Also when there is room again: what became of the write is not known before it is opened.
  harness_.file_system->SetFull(false);
  const auto later = harness_.log().Append(BatchOf(Any(SubjectOfNumber(0))));
  ASSERT_FALSE(later);
  EXPECT_EQ(later.error().code, ErrorCode::kWorld);
  EXPECT_NE(later.error().detail.en.find("nothing was written"), std::string::npos);
  EXPECT_EQ(*ReadAll(harness_.log()), before);
  EXPECT_EQ(harness_.log().ReadHead()->size, before.size() / 2);

  harness_.Reopen();
  const auto again = harness_.log().Append(batch);
  ASSERT_TRUE(again) << again.error().detail.en;
  EXPECT_EQ(harness_.log().ReadHead()->size, before.size() / 2 + 1);
  Fill(3);
}

TEST_F(DurabilityTest, ATornLastWriteIsDroppedOnlyByRequestAndNeverWhenItWasAcknowledged) {
  Fill(5);
  const auto before = *ReadAll(harness_.log());
  const std::string head = BytesOf(HeadPath());
  Fill(1);
  harness_.Close();
  const fs::path log_file = std::ranges::max(FilesOf(harness_.store, ".log"));  // The last.
  std::string torn = BytesOf(log_file);
  torn.back() ^= 1;
  Overwrite(log_file, torn);
  const auto open_dropping = [&] {
    LogOptions options = harness_.Options();
    options.drop_damaged_tail = true;
    return RocksDbEventLog::OpenForAppend(harness_.store, harness_.Ports(), options);
  };
  const fs::path copy = harness_.folder.path() / "copy";
  fs::copy(harness_.store, copy);

  EXPECT_EQ(CodeOfOpening(true), ErrorCode::kIntegrity);
  EXPECT_EQ(CodeOfOpening(false), ErrorCode::kIntegrity);
  EXPECT_EQ(open_dropping().error().code, ErrorCode::kIntegrity);  // The head file knows of it.

  fs::remove_all(harness_.store);
  fs::rename(copy, harness_.store);
  Overwrite(HeadPath(), head);
  {
    const auto log = open_dropping();
    ASSERT_TRUE(log) << log.error().detail.en;
    EXPECT_EQ(*ReadAll(**log), before);
  }
  harness_.Reopen();
  EXPECT_EQ(*ReadAll(harness_.log()), before);
  Fill(3);
}

// Whatever bit is flipped in whatever file: an error, or what was written.
class FlippedBitTest : public DurabilityTest, public testing::WithParamInterface<const char*> {};

TEST_P(FlippedBitTest, IsAnErrorAndNeverOtherEvents) {
  Fill(20);
  const bool in_tables = std::string_view(GetParam()) == ".sst";
  if (in_tables) FlushByReopening();
  const auto expected = *ReadAll(harness_.log());
  harness_.Close();
  const auto files = FilesOf(harness_.store, GetParam());
  ASSERT_FALSE(files.empty());

  int refused = 0;
  int flips = 0;
  for (const fs::path& file : files) {
    const std::string whole = BytesOf(file);
    for (std::size_t i = 0; i < whole.size(); i += 1 + whole.size() / 60) {
      std::string flipped = whole;
      flipped[i] ^= static_cast<char>(1 << (i % 8));
      Overwrite(file, flipped);
      ++flips;
      const auto log = harness_.OpenReadOnly();
      const auto read = log ? ReadAll(**log) : log.error();
      if (read) {
        ASSERT_EQ(*read, expected) << file << " byte " << i;
      } else {
        EXPECT_EQ(read.error().code, ErrorCode::kIntegrity) << read.error().detail.en;
        ++refused;
      }
    }
    Overwrite(file, whole);
  }
  EXPECT_GT(flips, 80);
  RecordProperty("flips", flips);
  RecordProperty("refused", refused);
  // The others: filters, statistics, families that this reads nothing of.
  EXPECT_GT(refused, in_tables ? flips / 4 : flips * 9 / 10) << "of " << flips;
}
INSTANTIATE_TEST_SUITE_P(Files, FlippedBitTest, testing::Values(".log", ".sst"));

TEST_F(DurabilityTest, ALostFileIsFound) {
  Fill(20);
  FlushByReopening();
  harness_.Close();
  ASSERT_FALSE(FilesOf(harness_.store, ".sst").empty());
  for (const fs::path& file : FilesOf(harness_.store, ".sst")) {
    const fs::path aside = harness_.folder.path() / "aside";
    fs::rename(file, aside);
    EXPECT_EQ(CodeOfOpening(false), ErrorCode::kIntegrity) << file;
    EXPECT_EQ(CodeOfOpening(true), ErrorCode::kIntegrity) << file;
    fs::rename(aside, file);
  }
  harness_.Reopen();
}

// RocksDB replays the logs that are left, with a hole where one was.
TEST_F(DurabilityTest, ALogLostOrCutBeforeOthersIsFound) {
  for (int opening = 0; opening < 4; ++opening) {
    Fill(3);
    harness_.Reopen();
  }
  harness_.Close();
  std::vector<fs::path> logs = FilesOf(harness_.store, ".log");
  std::ranges::sort(logs);
  ASSERT_GE(logs.size(), 4u);
  for (const fs::path& file : logs) {
    const std::string bytes = BytesOf(file);
    for (const std::size_t left : {bytes.size() / 2, std::size_t{0}}) {
      Overwrite(file, bytes.substr(0, left));
      EXPECT_EQ(CodeOfOpening(false), ErrorCode::kIntegrity) << file << " cut to " << left;
      EXPECT_EQ(CodeOfOpening(true), ErrorCode::kIntegrity) << file << " cut to " << left;
      Overwrite(file, bytes);
    }
  }
  harness_.Reopen();
}

}  // namespace
}  // namespace cartulary
