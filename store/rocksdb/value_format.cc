#include "store/rocksdb/value_format.h"

#include <cstdint>

#include "core/facts/vocabulary.h"
#include "store/rocksdb/bytes.h"

namespace cartulary {

std::string EncodeStreamHead(const StreamHead& head) {
  std::string value;
  PutNumber(value, static_cast<std::uint8_t>(head.kind));
  PutNumber(value, head.version.value);
  PutBytes(value, head.leaf.bytes);
  return value;
}

std::optional<StreamHead> DecodeStreamHead(std::string_view value) {
  ByteReader reader(value);
  StreamHead head;
  head.kind = static_cast<StreamKind>(reader.TakeNumber<std::uint8_t>());
  head.version.value = reader.TakeNumber<std::uint64_t>();
  head.leaf.bytes = reader.TakeBytes<32>();
  if (!reader.AtEnd() || FindName(head.kind) == nullptr) return std::nullopt;
  return head;
}

std::string EncodeRequest(const RequestRecord& request) {
  std::string value;
  PutNumber(value, request.first.value);
  PutNumber(value, request.count);
  PutBytes(value, request.command_mac.bytes);
  return value;
}

std::optional<RequestRecord> DecodeRequest(std::string_view value) {
  ByteReader reader(value);
  RequestRecord request;
  request.first.value = reader.TakeNumber<std::uint64_t>();
  request.count = reader.TakeNumber<std::uint32_t>();
  request.command_mac.bytes = reader.TakeBytes<32>();
  if (!reader.AtEnd()) return std::nullopt;
  return request;
}

std::string EncodeLogHead(const Head& head) {
  std::string value;
  PutNumber(value, head.size);
  PutBytes(value, head.last_leaf.bytes);
  PutNumber(value, head.recorded.micros);
  PutNumber(value, static_cast<std::uint32_t>(head.recorded_date.days));
  return value;
}

std::optional<Head> DecodeLogHead(std::string_view value, const LogOrigin& origin) {
  ByteReader reader(value);
  Head head;
  head.origin = origin;
  head.size = reader.TakeNumber<std::uint64_t>();
  head.last_leaf.bytes = reader.TakeBytes<32>();
  head.recorded.micros = reader.TakeNumber<std::uint64_t>();
  head.recorded_date.days = static_cast<std::int32_t>(reader.TakeNumber<std::uint32_t>());
  if (!reader.AtEnd()) return std::nullopt;
  return head;
}

}  // namespace cartulary
