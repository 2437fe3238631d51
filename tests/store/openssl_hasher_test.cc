#include "store/codec/openssl_hasher.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "core/subjects.h"

namespace cartulary {
namespace {

const OpensslHasher kHasher;

TEST(OpensslHasherTest, Sha256IsThatOfFips180) {
  EXPECT_EQ(ToText(kHasher.Sha256("")),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(ToText(kHasher.Sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

// RFC 6962 gives the empty leaf; the other is a leaf of the test data of transparency-dev/merkle.
TEST(OpensslHasherTest, LeafHashIsThatOfRfc6962) {
  EXPECT_EQ(ToText(kHasher.LeafHash("")),
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  EXPECT_EQ(ToText(kHasher.LeafHash("L123456")),
            "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
}

// RFC 4231, cases 1, 2, 6 and 7.
TEST(OpensslHasherTest, HmacIsThatOfRfc4231) {
  EXPECT_EQ(ToText(kHasher.HmacSha256(std::string(20, '\x0b'), "Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(ToText(kHasher.HmacSha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(ToText(kHasher.HmacSha256(std::string(131, '\xaa'),
                                      "Test Using Larger Than Block-Size Key - Hash Key First")),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  EXPECT_EQ(ToText(kHasher.HmacSha256(
                std::string(131, '\xaa'),
                "This is a test using a larger than block-size key and a larger than block-size "
                "data. The key needs to be hashed before being used by the HMAC algorithm.")),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

TEST(OpensslHasherTest, ThreadsDoNotDisturbOneAnother) {
  const Hash expected = kHasher.Sha256("abc");
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (int& count : wrong) {
    threads.emplace_back([&] {
      for (int i = 0; i < 2000; ++i) count += kHasher.Sha256("abc") == expected ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

// docs/spec/events.md, "Subjects". The figures are those of `printf 'institution\0' | sha256sum`.
TEST(OpensslHasherTest, DerivedSubjectsAreThoseOfTheSpecification) {
  EXPECT_EQ(ToText(InstitutionSubject(kHasher)), "S-5e53ef540dd40c7019eed2a9a4635244");
  EXPECT_EQ(ToText(SystemSubject(kHasher)), "S-4640409de0d747cb8301bbb401176ab3");
  EXPECT_EQ(ToText(SubjectOf(kHasher, CertificationCode{"RNCP39304"})),
            "S-146ebdf63866c8c4a69eea79fa20b8fc");
  EXPECT_EQ(ToText(SubjectOf(kHasher, AwardNumber{"ENSAM-2024-0001"})),
            "S-5581f8403536b5774dd11fd88989b5a3");
}

}  // namespace
}  // namespace cartulary
