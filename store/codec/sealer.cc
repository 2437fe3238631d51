#include "store/codec/sealer.h"

#include <array>
#include <cstdint>
#include <utility>

#include "store/codec/sealed_codec.h"

namespace cartulary {
namespace {

constexpr std::string_view kCommitmentDomain = "cartulary-sealed-v1";
constexpr char kClear = 0;  // First byte of a stored value; 1 is kept for XChaCha20-Poly1305.

std::string_view NameOf(NumberKind kind) {
  switch (kind) {
    case NumberKind::kStudent:
      return "student";
    case NumberKind::kStaff:
      return "staff";
    case NumberKind::kCertificate:
      return "certificate";
  }
  return "";
}

std::string_view Trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

Sealer::Sealer(const Hasher& hasher, std::string lookup_key)
    : hasher_(hasher), lookup_key_(std::move(lookup_key)) {}

SealedPiece Sealer::Seal(SealedClass content_class, std::string_view content,
                         Random& random) const {
  std::array<std::uint8_t, kOpeningBytes> bytes{};
  random.Fill(bytes);
  const std::string opening(bytes.begin(), bytes.end());
  SealedPiece piece{content_class, Commitment(content_class, opening, content), {}};
  piece.stored += kClear;
  piece.stored += opening;
  piece.stored += content;
  return piece;
}

Result<SealedPiece> Sealer::Seal(const SealedContent& content, Random& random) const {
  CARTULARY_ASSIGN_OR_RETURN(const std::string bytes, EncodeSealed(content));
  return Seal(ClassOf(content), bytes, random);
}

Result<std::string> Sealer::Open(const SealedRef& ref, std::string_view stored) const {
  const auto bad = [&](const Text& what) {
    return Error{ErrorCode::kIntegrity,
                 Said("sealed {0}: {1}", "contenu scellé ({0}) : {1}", ref.content_class, what)};
  };
  if (stored.size() < 1 + kOpeningBytes) return bad(Said("cut short", "tronqué"));
  if (stored[0] != kClear)
    return bad(Said("stored in a form that this program does not know",
                    "conservé sous une forme que ce programme ne connaît pas"));
  const std::string_view opening = stored.substr(1, kOpeningBytes);
  const std::string_view content = stored.substr(1 + kOpeningBytes);
  if (Commitment(ref.content_class, opening, content) != ref.commitment) {
    return bad(Said("not what the event committed to", "pas ce à quoi l'événement s'est engagé"));
  }
  return std::string(content);
}

Lookup Sealer::LookupOf(NumberKind kind, std::string_view number) const {
  std::string bytes(NameOf(kind));
  bytes += '\0';
  bytes += Trimmed(number);
  return Lookup{hasher_.HmacSha256(lookup_key_, bytes)};
}

Hash Sealer::EvidenceHash(const Salt& salt, std::string_view document) const {
  std::string bytes(salt.begin(), salt.end());
  bytes += document;
  return hasher_.Sha256(bytes);
}

Hash Sealer::Commitment(SealedClass content_class, std::string_view opening,
                        std::string_view content) const {
  std::string bytes(kCommitmentDomain);
  bytes += static_cast<char>(content_class);
  for (int shift = 56; shift >= 0; shift -= 8) {
    bytes += static_cast<char>(static_cast<std::uint64_t>(content.size()) >> shift & 0xff);
  }
  bytes += content;
  return hasher_.HmacSha256(opening, bytes);
}

}  // namespace cartulary
