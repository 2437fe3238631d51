// Core's own binary form of values: deterministic, compact, derived from `Fields`. Projections keep
// their state in it and digests of reports are taken over it. docs/spec/state-format.md describes
// it; core/binary/reader.h reads it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/binary/numbering.h"
#include "core/code.h"
#include "core/decimal.h"
#include "core/facts/fact.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// A struct that lists its fields.
template <typename T>
concept HasFields = requires(T& value) {
  Fields([](const char*, auto&, const char*) {}, value);
};

// Appends values to a string. An id or a code is written out once and named by its number after
// that. Not thread-safe.
class BinaryWriter {
 public:
  // T is of the closed set below; anything else does not compile.
  template <typename T>
  void Write(const T& value) {
    if constexpr (HasFields<const T>) {
      Fields([&](const char*, const auto& field, const char*) { Write(field); }, value);
    } else if constexpr (std::is_enum_v<T>) {
      WriteUnsigned(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_same_v<T, bool>) {
      WriteUnsigned(value ? 1 : 0);
    } else if constexpr (std::is_unsigned_v<T>) {
      WriteUnsigned(value);
    } else if constexpr (std::is_integral_v<T>) {
      WriteSigned(value);
    } else {
      WriteValue(value);
    }
  }

  // What was written; the writer is empty after that.
  std::string Take();

 private:
  struct IdHash {
    std::size_t operator()(const std::array<std::uint8_t, 16>& bytes) const noexcept {
      return std::hash<Subject>()(Subject{bytes});
    }
  };

  template <typename Tag>
  void WriteValue(const Id<Tag>& id) {
    WriteId(id.bytes);
  }
  template <typename Tag>
  void WriteValue(const Code<Tag>& code) {
    WriteCode(code.text);
  }
  template <typename T>
  void WriteValue(const std::optional<T>& value) {
    Write(value.has_value());
    if (value) Write(*value);
  }
  template <typename T>
  void WriteValue(const std::vector<T>& values) {
    WriteUnsigned(values.size());
    for (const T& value : values) Write(value);
  }
  void WriteValue(const Hash& hash);
  void WriteValue(const Lookup& lookup) { WriteValue(lookup.hmac); }
  void WriteValue(Version version) { WriteUnsigned(version.value); }
  void WriteValue(Index index) { WriteUnsigned(index.value); }
  void WriteValue(const EventRef& event);
  void WriteValue(Date date) { WriteSigned(date.days); }
  void WriteValue(Decimal decimal) { WriteSigned(decimal.hundredths); }
  void WriteValue(Instant instant) { WriteUnsigned(instant.micros); }
  void WriteValue(TimeOfDay time) { WriteUnsigned(time.minutes); }
  void WriteValue(AcademicYear year) { WriteUnsigned(year.first); }
  void WriteValue(const PlainFact& fact);
  void WriteValue(const std::string& text);

  void WriteUnsigned(std::uint64_t value);
  void WriteSigned(std::int64_t value);
  void WriteId(const std::array<std::uint8_t, 16>& bytes);
  void WriteCode(const std::string& text);

  std::string bytes_;
  Numbering<std::array<std::uint8_t, 16>, IdHash> ids_;
  Numbering<std::string, std::hash<std::string>> codes_;
};

}  // namespace cartulary
