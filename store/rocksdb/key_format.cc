#include "store/rocksdb/key_format.h"

#include "store/rocksdb/bytes.h"

namespace cartulary {

std::string LogKey(Index first) {
  std::string key;
  PutNumber(key, first.value);
  return key;
}

std::string HeadKey(const Subject& subject) {
  std::string key;
  PutBytes(key, subject.bytes);
  return key;
}

std::string HistoryKey(const Subject& subject, std::uint64_t chunk) {
  std::string key = HeadKey(subject);
  PutNumber(key, chunk);
  return key;
}

std::string SealedKey(const Subject& subject, Version version, SealedClass content_class) {
  std::string key = HeadKey(subject);
  PutNumber(key, version.value);
  PutNumber(key, static_cast<std::uint8_t>(content_class));
  return key;
}

std::string BlobKey(const Hash& sha256) {
  std::string key;
  PutBytes(key, sha256.bytes);
  return key;
}

std::optional<Index> ParseLogKey(std::string_view key) {
  ByteReader reader(key);
  const Index first{reader.TakeNumber<std::uint64_t>()};
  if (!reader.AtEnd()) return std::nullopt;
  return first;
}

std::optional<Subject> ParseHeadKey(std::string_view key) {
  ByteReader reader(key);
  const Subject subject{reader.TakeBytes<16>()};
  if (!reader.AtEnd()) return std::nullopt;
  return subject;
}

std::optional<HistoryPlace> ParseHistoryKey(std::string_view key) {
  ByteReader reader(key);
  HistoryPlace place;
  place.subject.bytes = reader.TakeBytes<16>();
  place.chunk = reader.TakeNumber<std::uint64_t>();
  if (!reader.AtEnd()) return std::nullopt;
  return place;
}

}  // namespace cartulary
