#include "core/binary/writer.h"

#include <algorithm>
#include <utility>

namespace cartulary {

std::string BinaryWriter::Take() {
  ids_.clear();
  codes_.clear();
  last_code_.clear();
  return std::exchange(bytes_, {});
}

void BinaryWriter::WriteUnsigned(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_ += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  bytes_ += static_cast<char>(value);
}

void BinaryWriter::WriteSigned(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  WriteUnsigned(bits << 1 ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void BinaryWriter::WriteId(const std::array<std::uint8_t, 16>& bytes) {
  const auto [entry, is_new] = ids_.try_emplace(bytes, ids_.size());
  WriteUnsigned(entry->second);
  if (is_new) bytes_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

void BinaryWriter::WriteCode(const std::string& text) {
  const auto [entry, is_new] = codes_.try_emplace(text, codes_.size());
  WriteUnsigned(entry->second);
  if (!is_new) return;
  const auto differing =
      std::mismatch(text.begin(), text.end(), last_code_.begin(), last_code_.end());
  const auto shared = static_cast<std::size_t>(differing.first - text.begin());
  WriteUnsigned(shared);
  WriteValue(text.substr(shared));
  last_code_ = text;
}

void BinaryWriter::WriteValue(const Hash& hash) {
  bytes_.append(reinterpret_cast<const char*>(hash.bytes.data()), hash.bytes.size());
}

void BinaryWriter::WriteValue(const EventRef& event) {
  WriteValue(event.subject);
  WriteValue(event.version);
}

void BinaryWriter::WriteValue(const PlainFact& fact) {
  Write(InfoOf(fact).type);
  std::visit([&](const auto& plain) { Write(plain); }, fact);
}

void BinaryWriter::WriteValue(const std::string& text) {
  WriteUnsigned(text.size());
  bytes_ += text;
}

}  // namespace cartulary
