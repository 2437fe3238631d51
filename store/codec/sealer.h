// Commitments to personal content, and lookups of numbers (docs/spec/events.md, "Sealed content").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/event.h"
#include "core/facts/vocabulary.h"
#include "core/ids.h"
#include "core/ports/clock.h"
#include "core/ports/hasher.h"
#include "core/result.h"
#include "core/sealed.h"

namespace cartulary {

inline constexpr std::size_t kOpeningBytes = 32;

// Whose number is looked up. The name is part of what is hashed: append only, never rename.
enum class NumberKind { kStudent, kStaff, kCertificate };

// Thread-safe. `hasher` outlives it.
class Sealer {
 public:
  // `lookup_key` is that of the store's key file.
  Sealer(const Hasher& hasher, std::string lookup_key);

  // The piece of an event that commits to `content`, the bytes of a content of that class. Draws
  // the opening.
  SealedPiece Seal(SealedClass content_class, std::string_view content, Random& random) const;
  // EncodeSealed, then Seal. Errors: those of EncodeSealed.
  Result<SealedPiece> Seal(const SealedContent& content, Random& random) const;

  // The content of a stored value.
  // Errors: kIntegrity if the value is of no known form or is not what the event committed to.
  Result<std::string> Open(const SealedRef& ref, std::string_view stored) const;

  // Blanks around the number (ASCII, 0x09 to 0x0d and 0x20) are no part of it; nothing else is
  // changed.
  Lookup LookupOf(NumberKind kind, std::string_view number) const;

  // What an Evidence says of a document.
  Hash EvidenceHash(const Salt& salt, std::string_view document) const;

 private:
  Hash Commitment(SealedClass content_class, std::string_view opening,
                  std::string_view content) const;

  const Hasher& hasher_;
  const std::string lookup_key_;
};

}  // namespace cartulary
