// The port to SHA-256. core/ and store/ compute no hash themselves; store/codec implements this
// one.
#pragma once

#include <string_view>

#include "core/ids.h"

namespace cartulary {

// Thread-safe.
class Hasher {
 public:
  virtual ~Hasher() = default;
  virtual Hash Sha256(std::string_view bytes) const = 0;
  // SHA-256 over 0x00, then the message: the leaf hash of RFC 6962, 2.1.
  virtual Hash LeafHash(std::string_view message) const = 0;
  virtual Hash HmacSha256(std::string_view key, std::string_view bytes) const = 0;
};

}  // namespace cartulary
