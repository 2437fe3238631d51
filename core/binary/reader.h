// Reads what core/binary/writer.h wrote. The bytes may be anything: a read past the end, a number
// that does not fit, an enumerator that is not known or a malformed code fails, and memory grows
// with what was read only.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/binary/writer.h"
#include "core/result.h"

namespace cartulary {

// The first failure sticks: later reads leave their target as it was. Read all, then ask Finish.
// Borrows the bytes. Not thread-safe.
class BinaryReader {
 public:
  explicit BinaryReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  void Read(T& value) {
    if constexpr (HasFields<T>) {
      Fields([&](const char*, auto& field, const char*) { Read(field); }, value);
    } else if constexpr (std::is_enum_v<T>) {
      ReadEnum(value);
    } else if constexpr (std::is_same_v<T, bool>) {
      value = ReadUnsigned(1) == 1;
    } else if constexpr (std::is_unsigned_v<T>) {
      value = static_cast<T>(ReadUnsigned(std::numeric_limits<T>::max()));
    } else if constexpr (std::is_integral_v<T>) {
      value =
          static_cast<T>(ReadSigned(std::numeric_limits<T>::min(), std::numeric_limits<T>::max()));
    } else {
      ReadValue(value);
    }
  }
  template <typename T>
  T Read() {
    T value{};
    Read(value);
    return value;
  }

  bool ok() const { return failure_.empty(); }
  void Fail(const Text& why);
  // Errors: kIntegrity if a read failed, saying where, or if bytes are left.
  Status Finish();

 private:
  template <typename E>
  void ReadEnum(E& value) {
    const auto number = ReadUnsigned(std::numeric_limits<std::underlying_type_t<E>>::max());
    const E read = static_cast<E>(number);
    // 0 is what a field that was never set holds.
    if constexpr (NamedEnum<E>) {
      if (number != 0 && !IsKnown(read))
        Fail(Said("an enumerator that this program does not know",
                  "une valeur d'énumération que ce programme ne connaît pas"));
    }
    value = read;
  }
  template <typename Tag>
  void ReadValue(Id<Tag>& id) {
    id.bytes = ReadId();
  }
  template <typename Tag>
  void ReadValue(Code<Tag>& code) {
    code.text = ReadCode();
  }
  template <typename T>
  void ReadValue(std::optional<T>& value) {
    value.reset();
    if (Read<bool>()) Read(value.emplace());
  }
  template <typename T>
  void ReadValue(std::vector<T>& values) {
    const std::size_t count = ReadCount();
    values.clear();
    values.reserve(std::min<std::size_t>(count, 256));
    for (std::size_t i = 0; i < count && ok(); ++i) Read(values.emplace_back());
  }
  void ReadValue(Hash& hash);
  void ReadValue(Lookup& lookup) { ReadValue(lookup.hmac); }
  void ReadValue(Version& version) { Read(version.value); }
  void ReadValue(Index& index) { Read(index.value); }
  void ReadValue(EventRef& event);
  void ReadValue(Date& date) { Read(date.days); }
  void ReadValue(Decimal& decimal) { Read(decimal.hundredths); }
  void ReadValue(Instant& instant) { Read(instant.micros); }
  void ReadValue(TimeOfDay& time) { Read(time.minutes); }
  void ReadValue(AcademicYear& year) { Read(year.first); }
  void ReadValue(PlainFact& fact);
  void ReadValue(std::string& text);

  std::uint64_t ReadUnsigned(std::uint64_t max);
  std::int64_t ReadSigned(std::int64_t min, std::int64_t max);
  std::size_t ReadCount();  // Of items that take a byte each at least.
  std::array<std::uint8_t, 16> ReadId();
  std::string ReadCode();
  std::string_view ReadBytes(std::size_t size);  // Empty after a failure.

  std::string_view bytes_;
  std::size_t offset_ = 0;
  Text failure_;
  std::vector<std::array<std::uint8_t, 16>> ids_;
  std::vector<std::string> codes_;
};

// For bytes in a form of another number: sound, but of another version of the program.
Error OtherFormatOfState();

// A default value of the fact type with a number; false if there is none such.
bool MakePlainFact(FactType type, PlainFact& fact);

}  // namespace cartulary
