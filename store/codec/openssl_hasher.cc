#include "store/codec/openssl_hasher.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>

#include "core/check.h"

namespace cartulary {
namespace {

constexpr std::size_t kBlockBytes = 64;  // Of SHA-256.

struct Free {
  void operator()(EVP_MD* md) const { EVP_MD_free(md); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

const EVP_MD* FetchedSha256() {
  static const std::unique_ptr<EVP_MD, Free> md(EVP_MD_fetch(nullptr, "SHA256", nullptr));
  CARTULARY_CHECK(md != nullptr);
  return md.get();
}

// SHA-256 over the parts, one after the other. OpenSSL fails here only for lack of memory.
Hash Sha256Of(std::initializer_list<std::string_view> parts) {
  thread_local const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
  CARTULARY_CHECK(context != nullptr);
  CARTULARY_CHECK(EVP_DigestInit_ex2(context.get(), FetchedSha256(), nullptr) == 1);
  for (const std::string_view part : parts) {
    CARTULARY_CHECK(EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1);
  }
  Hash hash;
  CARTULARY_CHECK(EVP_DigestFinal_ex(context.get(), hash.bytes.data(), nullptr) == 1);
  return hash;
}

std::string_view AsBytes(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.bytes.data()), hash.bytes.size()};
}

}  // namespace

Hash OpensslHasher::Sha256(std::string_view bytes) const { return Sha256Of({bytes}); }

Hash OpensslHasher::LeafHash(std::string_view message) const {
  return Sha256Of({std::string_view("\0", 1), message});
}

// RFC 2104.
Hash OpensslHasher::HmacSha256(std::string_view key, std::string_view bytes) const {
  const Hash hashed_key = key.size() > kBlockBytes ? Sha256Of({key}) : Hash{};
  if (key.size() > kBlockBytes) key = AsBytes(hashed_key);
  std::array<char, kBlockBytes> inner{};
  std::copy(key.begin(), key.end(), inner.begin());
  std::array<char, kBlockBytes> outer = inner;
  for (char& byte : inner) byte = static_cast<char>(byte ^ 0x36);
  for (char& byte : outer) byte = static_cast<char>(byte ^ 0x5c);
  const Hash hash = Sha256Of({{inner.data(), inner.size()}, bytes});
  return Sha256Of({{outer.data(), outer.size()}, AsBytes(hash)});
}

}  // namespace cartulary
