#include "store/codec/key_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/temporary_folder.h"

namespace cartulary {
namespace {

namespace fs = std::filesystem;

class KeyFileTest : public testing::Test {
 protected:
  std::string Text() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void Write(const std::string& text) const {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << text;
  }

  const TemporaryFolder folder_;
  const fs::path path_ = folder_.path() / "store.keys";
  const Keys keys_ = {{"lookup", std::string("\0\xff", 2) + std::string(30, 'k')},
                      {"other-1", "x"}};
};

TEST_F(KeyFileTest, WhatWasWrittenIsRead) {
  ASSERT_TRUE(CreateKeyFile(path_, keys_));

  const Result<Keys> keys = ReadKeyFile(path_);

  ASSERT_TRUE(keys) << keys.error().detail.en;
  EXPECT_EQ(*keys, keys_);
}

TEST_F(KeyFileTest, ItsTextIsThatOfTheSpecification) {
  ASSERT_TRUE(CreateKeyFile(path_, {{kLookupKeyName, std::string(kLookupKeyBytes, '\x0b')}}));

  EXPECT_EQ(
      Text(),
      "# Keys of a Cartulary store. Secret. Without them nobody can be found by number: keep a "
      "copy apart.\n"
      "cartulary-keys: 01\n"
      "lookup: 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b\n"
      "sha256: 18cf8fa18d57a8dbd114846d86d7c723fe7bb13fdc60bd91c2413432c657d97e\n");
}

TEST_F(KeyFileTest, OnlyTheOwnerMayReadItAndNothingIsLeftBeside) {
  ASSERT_TRUE(CreateKeyFile(path_, keys_));

  EXPECT_EQ(fs::status(path_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(KeyFileTest, AFileThatOthersMayReadOrChangeIsRefused) {
  ASSERT_TRUE(CreateKeyFile(path_, keys_));
  for (const fs::perms more :
       {fs::perms::group_read, fs::perms::others_read, fs::perms::others_write}) {
    fs::permissions(path_, fs::perms::owner_read | more);
    const Result<Keys> keys = ReadKeyFile(path_);
    ASSERT_FALSE(keys);
    EXPECT_EQ(keys.error().code, ErrorCode::kWorld);
    EXPECT_NE(keys.error().detail.en.find("chmod 600"), std::string::npos);
  }
}

TEST_F(KeyFileTest, CreatingNeverOverwritesAndReplacingDoes) {
  ASSERT_TRUE(CreateKeyFile(path_, keys_));
  const std::string before = Text();

  const Status again = CreateKeyFile(path_, {{"lookup", "different"}});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::kConflict);
  EXPECT_EQ(Text(), before);

  ASSERT_TRUE(ReplaceKeyFile(path_, {{"lookup", "different"}}));
  EXPECT_EQ(ReadKeyFile(path_)->at("lookup"), "different");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(KeyFileTest, AMissingFileIsNotFound) {
  const Result<Keys> keys = ReadKeyFile(path_);
  ASSERT_FALSE(keys);
  EXPECT_EQ(keys.error().code, ErrorCode::kNotFound);
}

TEST_F(KeyFileTest, AnyOtherByteOrACutIsFound) {
  ASSERT_TRUE(CreateKeyFile(path_, keys_));
  const std::string whole = Text();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    for (const std::string& text : {changed, whole.substr(0, i)}) {
      Write(text);
      const Result<Keys> keys = ReadKeyFile(path_);
      ASSERT_FALSE(keys) << "byte " << i;
      EXPECT_EQ(keys.error().code, ErrorCode::kIntegrity);
    }
  }
}

TEST_F(KeyFileTest, WhatCannotBeReadBackIsNotWritten) {
  for (const Keys& keys : {Keys{{"", "x"}}, Keys{{"Lookup", "x"}}, Keys{{"a b", "x"}},
                           Keys{{"lookup", ""}}, Keys{{"lookup", std::string(1025, 'x')}}}) {
    const Status status = CreateKeyFile(path_, keys);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kInvalidArgument);
    EXPECT_FALSE(fs::exists(path_));
  }
}

}  // namespace
}  // namespace cartulary
