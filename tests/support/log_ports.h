// What a log needs from outside, for tests: the real codec and hash, and a clock that is set.
#pragma once

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/check.h"
#include "core/ports/clock.h"
#include "core/ports/hasher.h"
#include "core/time.h"
#include "store/codec/event_codec.h"

namespace cartulary {

class SetClock final : public Clock {
 public:
  Instant Now() const override { return Instant{micros_.load()}; }
  // In UTC.
  Date CivilDate(Instant instant) const override {
    return Date{static_cast<std::int32_t>(instant.micros / kMicrosPerDay)};
  }
  void Set(std::uint64_t micros) { micros_ = micros; }

 private:
  static constexpr std::uint64_t kMicrosPerDay = 86'400'000'000;
  std::atomic<std::uint64_t> micros_ = 1'700'000'000'000'000;
};

class PlainHasher final : public Hasher {
 public:
  Hash Sha256(std::string_view bytes) const override {
    Hash hash;
    CARTULARY_CHECK(EVP_Digest(bytes.data(), bytes.size(), hash.bytes.data(), nullptr, EVP_sha256(),
                               nullptr) == 1);
    return hash;
  }
  Hash LeafHash(std::string_view message) const override {
    std::string bytes(1, '\0');
    bytes += message;
    return Sha256(bytes);
  }
  Hash HmacSha256(std::string_view key, std::string_view bytes) const override {
    Hash hash;
    CARTULARY_CHECK(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
                         reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                         hash.bytes.data(), nullptr) != nullptr);
    return hash;
  }
};

struct TestPorts {
  CapnpEventCodec codec;
  PlainHasher hasher;
  SetClock clock;
};

}  // namespace cartulary
