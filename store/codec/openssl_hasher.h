// SHA-256 by OpenSSL 3. The algorithm is fetched once and each thread keeps its context: the
// one-shot functions look it up on every call and are several times slower.
#pragma once

#include <string_view>

#include "core/ids.h"
#include "core/ports/hasher.h"

namespace cartulary {

class OpensslHasher final : public Hasher {
 public:
  Hash Sha256(std::string_view bytes) const override;
  Hash LeafHash(std::string_view message) const override;
  Hash HmacSha256(std::string_view key, std::string_view bytes) const override;
};

}  // namespace cartulary
