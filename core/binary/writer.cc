#include "core/binary/writer.h"

#include <algorithm>
#include <utility>

namespace cartulary {

std::string BinaryWriter::Take() {
  ids_.Clear();
  codes_.Clear();
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
  const auto [number, is_new] = ids_.Of(bytes);
  WriteUnsigned(number);
  if (is_new) bytes_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

void BinaryWriter::WriteCode(const std::string& text) {
  const auto [number, is_new] = codes_.Of(text);
  WriteUnsigned(number);
  if (!is_new) return;
  // Codes of one kind mostly begin alike.
  std::size_t shared = 0;
  if (number > 0) {
    const std::string& former = codes_.values()[number - 1];
    const auto differing = std::mismatch(text.begin(), text.end(), former.begin(), former.end());
    shared = static_cast<std::size_t>(differing.first - text.begin());
  }
  WriteUnsigned(shared);
  WriteUnsigned(text.size() - shared);
  bytes_.append(text, shared);
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
