#include "store/codec/sealer.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <span>
#include <string>

#include "store/codec/openssl_hasher.h"
#include "store/codec/sealed_codec.h"
#include "tests/support/sample.h"

namespace cartulary {
namespace {

// 1, 2, 3 … in the place of randomness.
class Counting final : public Random {
 public:
  void Fill(std::span<std::uint8_t> bytes) override {
    for (std::uint8_t& byte : bytes) byte = ++last_;
  }

 private:
  std::uint8_t last_ = 0;
};

const OpensslHasher kHasher;
const Sealer kSealer(kHasher, std::string(32, '\x0b'));

SealedRef RefOf(const SealedPiece& piece) { return {piece.content_class, piece.commitment}; }

// The figure is that of
//   printf 'cartulary-sealed-v1\x03\0\0\0\0\0\0\0\x05hello' |
//     openssl dgst -sha256 -mac HMAC -macopt hexkey:0102…20
TEST(SealerTest, CommitmentIsThatOfTheSpecification) {
  Counting random;
  const SealedPiece piece = kSealer.Seal(SealedClass::kComments, "hello", random);

  EXPECT_EQ(ToText(piece.commitment),
            "7159976774d0b42e468bf17aa0da82e0e4c05cbc09150d27b77e03f1cbcbeacb");
  std::string stored(1, '\0');
  for (char c = 1; c <= 32; ++c) stored += c;
  EXPECT_EQ(piece.stored, stored + "hello");
}

// The figure is that of the same command over 'student\0002021-0042' and a key of 32 bytes 0x0b.
TEST(SealerTest, LookupIsThatOfTheSpecificationAndTakesNoNoticeOfBlanksAround) {
  const Lookup lookup = kSealer.LookupOf(NumberKind::kStudent, "2021-0042");

  EXPECT_EQ(ToText(lookup.hmac),
            "c7f1aadf9990cd13134b5f1b8176f5ada66fb292a8a6b52d54957a44934b690f");
  EXPECT_EQ(kSealer.LookupOf(NumberKind::kStudent, " \t2021-0042\r\n"), lookup);
  EXPECT_NE(kSealer.LookupOf(NumberKind::kStudent, "2021 -0042"), lookup);
  EXPECT_NE(kSealer.LookupOf(NumberKind::kStaff, "2021-0042"), lookup);
  EXPECT_NE(Sealer(kHasher, "another").LookupOf(NumberKind::kStudent, "2021-0042"), lookup);
}

TEST(SealerTest, WhatWasSealedOpens) {
  Counting random;
  const SealedPiece piece = kSealer.Seal(SealedClass::kRegister, "content", random);

  const Result<std::string> opened = kSealer.Open(RefOf(piece), piece.stored);

  ASSERT_TRUE(opened) << opened.error().detail.en;
  EXPECT_EQ(*opened, "content");
}

TEST(SealerTest, TheSameContentIsNeverCommittedToAlike) {
  Counting random;
  EXPECT_NE(kSealer.Seal(SealedClass::kContact, "content", random).commitment,
            kSealer.Seal(SealedClass::kContact, "content", random).commitment);
}

TEST(SealerTest, AnyOtherByteOrClassDoesNotOpen) {
  Counting random;
  const SealedPiece piece = kSealer.Seal(SealedClass::kRegister, "content", random);

  for (std::size_t i = 0; i < piece.stored.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = piece.stored;
      changed[i] = static_cast<char>(changed[i] ^ 1 << bit);
      const Result<std::string> opened = kSealer.Open(RefOf(piece), changed);
      ASSERT_FALSE(opened) << "byte " << i << " bit " << bit;
      EXPECT_EQ(opened.error().code, ErrorCode::kIntegrity);
    }
    EXPECT_FALSE(kSealer.Open(RefOf(piece), piece.stored.substr(0, i))) << "cut to " << i;
  }
  EXPECT_FALSE(kSealer.Open({SealedClass::kContact, piece.commitment}, piece.stored));
}

template <typename Content>
void ExpectRoundTrip(std::uint64_t seed, sample::Fill fill) {
  Content content;
  sample::Filler(seed, fill).Set(content);
  const Result<std::string> bytes = EncodeSealed(content);
  ASSERT_TRUE(bytes) << bytes.error().detail.en;
  const Result<SealedContent> decoded = DecodeSealed(ClassOf(content), *bytes);
  ASSERT_TRUE(decoded) << decoded.error().detail.en;
  EXPECT_EQ(*decoded, SealedContent(content));
  EXPECT_EQ(*EncodeSealed(*decoded), *bytes);
}

TEST(SealedCodecTest, EveryContentComesBack) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    for (const auto fill :
         {sample::Fill::kEverything, sample::Fill::kLeast, sample::Fill::kAnything}) {
      ExpectRoundTrip<RegisterContent>(seed, fill);
      ExpectRoundTrip<ContactContent>(seed, fill);
      ExpectRoundTrip<CommentsContent>(seed, fill);
      ExpectRoundTrip<HealthContent>(seed, fill);
    }
  }
}

TEST(SealedCodecTest, AContentOfAnotherClassIsRefused) {
  const std::string bytes = *EncodeSealed(ContactContent{"a@example.org", {}, {}});
  EXPECT_TRUE(DecodeSealed(SealedClass::kContact, bytes));
  EXPECT_FALSE(DecodeSealed(SealedClass::kRegister, bytes));
  EXPECT_FALSE(DecodeSealed(SealedClass::kHealth, bytes));
}

TEST(SealedCodecTest, TextThatIsNotUtf8OrTooLongIsRefused) {
  EXPECT_TRUE(EncodeSealed(CommentsContent{std::string(kSealedTextBytesMax, 'a'), {}}));
  for (const std::string& text :
       {std::string(kSealedTextBytesMax + 1, 'a'), std::string("\xff"), std::string("\xc3"),
        std::string("\xed\xa0\x80"), std::string("\xc0\x80"), std::string("\xf5\x80\x80\x80")}) {
    const Result<std::string> bytes = EncodeSealed(CommentsContent{text, {}});
    ASSERT_FALSE(bytes);
    EXPECT_EQ(bytes.error().code, ErrorCode::kInvalidArgument);
    EXPECT_NE(bytes.error().detail.en.find("comments.reason"), std::string::npos);
  }
}

}  // namespace
}  // namespace cartulary
