#include "core/binary/reader.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "core/check.h"
#include "core/ports/state_store.h"

namespace cartulary {
namespace {

constexpr std::size_t kFactTypesMax = 256;
using MakeFact = void (*)(PlainFact&);

constexpr auto kMakers = []<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
  std::array<MakeFact, kFactTypesMax> makers{};
  ((makers.at(static_cast<std::size_t>(
        std::variant_alternative_t<kIndex, PlainFactVariant>::kInfo.type)) =
        [](PlainFact& fact) { fact.emplace<kIndex>(); }),
   ...);
  return makers;
}
(std::make_index_sequence<std::variant_size_v<PlainFactVariant>>{});

}  // namespace

bool MakePlainFact(FactType type, PlainFact& fact) {
  const auto number = static_cast<std::size_t>(type);
  if (number >= kMakers.size() || kMakers[number] == nullptr) return false;
  kMakers[number](fact);
  return true;
}

Error OtherFormatOfState() {
  return {ErrorCode::kWorld,
          Said("the projections were written by another version of the program",
               "les états dérivés ont été écrits par une autre version du programme"),
          Said("make them anew from the log with `cartulary rebuild`",
               "refaites-les à partir du journal par `cartulary rebuild`")};
}

void BinaryReader::Fail(const Text& why) {
  if (!ok()) return;
  failure_ = Said("stored state is damaged at byte {0} of {1}: {2}",
                  "un état conservé est endommagé à l'octet {0} sur {1} : {2}", offset_,
                  bytes_.size(), why);
}

Status BinaryReader::Finish() {
  if (offset_ != bytes_.size()) Fail(Said("bytes are left over", "il reste des octets"));
  if (!ok()) return DamagedState(failure_);
  return Ok{};
}

std::string_view BinaryReader::ReadBytes(std::size_t size) {
  if (bytes_.size() - offset_ < size) Fail(Said("it ends too soon", "il finit trop tôt"));
  if (!ok()) return {};
  offset_ += size;
  return bytes_.substr(offset_ - size, size);
}

std::uint64_t BinaryReader::ReadUnsigned(std::uint64_t max) {
  if (offset_ < bytes_.size() && ok()) {  // Nearly all take one byte.
    const auto byte = static_cast<std::uint8_t>(bytes_[offset_]);
    if (byte < 0x80 && byte <= max) {
      ++offset_;
      return byte;
    }
  }
  std::uint64_t value = 0;
  for (unsigned shift = 0; ok(); shift += 7) {
    const std::string_view byte = ReadBytes(1);
    if (byte.empty()) return 0;
    const auto bits = static_cast<std::uint64_t>(static_cast<std::uint8_t>(byte[0]));
    if (shift == 63 && bits > 1) break;
    value |= (bits & 0x7f) << shift;
    if (bits >= 0x80) continue;
    if (bits == 0 && shift > 0) break;
    if (value > max) break;
    return value;
  }
  Fail(Said("a number is out of range or not in its shortest form",
            "un nombre est hors limites ou n'est pas sous sa forme la plus courte"));
  return 0;
}

std::int64_t BinaryReader::ReadSigned(std::int64_t min, std::int64_t max) {
  const std::uint64_t bits = ReadUnsigned(std::numeric_limits<std::uint64_t>::max());
  const auto value = static_cast<std::int64_t>(bits >> 1 ^ (~(bits & 1) + 1));
  if (value >= min && value <= max) return value;
  Fail(Said("a number is out of range", "un nombre est hors limites"));
  return 0;
}

std::size_t BinaryReader::ReadCount() { return ReadUnsigned(bytes_.size() - offset_); }

std::array<std::uint8_t, 16> BinaryReader::ReadId() {
  const std::uint64_t number = ReadUnsigned(ids_.size());
  if (ok() && number == ids_.size()) {
    const std::string_view bytes = ReadBytes(16);
    auto& id = ids_.emplace_back();
    std::copy(bytes.begin(), bytes.end(), id.begin());
  }
  return ok() ? ids_[number] : std::array<std::uint8_t, 16>{};
}

std::string BinaryReader::ReadCode() {
  const std::uint64_t number = ReadUnsigned(codes_.size());
  if (ok() && number == codes_.size()) {
    const std::size_t last_size = codes_.empty() ? 0 : codes_.back().size();
    const std::size_t shared = ReadUnsigned(last_size);
    std::string rest;
    ReadValue(rest);
    std::string code = codes_.empty() ? rest : codes_.back().substr(0, shared) + rest;
    if (!code.empty() && !IsCode(code)) Fail(Said("a malformed code", "un code mal formé"));
    codes_.push_back(std::move(code));
  }
  return ok() ? codes_[number] : std::string();
}

void BinaryReader::ReadValue(Hash& hash) {
  const std::string_view bytes = ReadBytes(hash.bytes.size());
  std::copy(bytes.begin(), bytes.end(), hash.bytes.begin());
}

void BinaryReader::ReadValue(EventRef& event) {
  ReadValue(event.subject);
  ReadValue(event.version);
}

void BinaryReader::ReadValue(PlainFact& fact) {
  if (!MakePlainFact(Read<FactType>(), fact))
    return Fail(Said("a fact type that is not known", "un type de fait inconnu"));
  std::visit([&](auto& plain) { Read(plain); }, fact);
}

void BinaryReader::ReadValue(std::string& text) {
  const std::size_t size = ReadCount();
  text = ReadBytes(size);
}

}  // namespace cartulary
