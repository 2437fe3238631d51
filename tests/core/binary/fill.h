// Fills any fact with random values of its types, by its Fields.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include "core/binary/writer.h"

namespace cartulary {

class Filler {
 public:
  explicit Filler(std::uint64_t seed) : random_(seed) {}

  std::uint64_t Below(std::uint64_t bound) { return random_() % bound; }

  template <typename T>
  void Fill(T& value) {
    if constexpr (HasFields<T>) {
      Fields([&](const char*, auto& field, const char*) { Fill(field); }, value);
    } else if constexpr (std::is_enum_v<T>) {
      value = kEnumNames<T>[Below(kEnumNames<T>.size())].value;
    } else if constexpr (std::is_integral_v<T>) {
      value = static_cast<T>(random_() >> Below(64));
    } else {
      FillValue(value);
    }
  }

 private:
  template <typename Tag>
  void FillValue(Id<Tag>& id) {
    for (auto& byte : id.bytes)
      byte = static_cast<std::uint8_t>(Below(2));  // Often one seen before.
  }
  template <typename Tag>
  void FillValue(Code<Tag>& code) {
    code.text = "C-" + std::to_string(Below(40));
  }
  template <typename T>
  void FillValue(std::optional<T>& value) {
    value.reset();
    if (Below(2) == 0) Fill(value.emplace());
  }
  template <typename T>
  void FillValue(std::vector<T>& values) {
    values.resize(Below(4));
    for (T& value : values) Fill(value);
  }
  void FillValue(Hash& hash) {
    for (auto& byte : hash.bytes) byte = static_cast<std::uint8_t>(random_());
  }
  void FillValue(Lookup& lookup) { Fill(lookup.hmac); }
  void FillValue(Version& version) { Fill(version.value); }
  void FillValue(Index& index) { Fill(index.value); }
  void FillValue(EventRef& event) {
    Fill(event.subject);
    Fill(event.version);
  }
  void FillValue(Date& date) { Fill(date.days); }
  void FillValue(Decimal& decimal) { Fill(decimal.hundredths); }
  void FillValue(TimeOfDay& time) { Fill(time.minutes); }
  void FillValue(AcademicYear& year) { Fill(year.first); }

  std::mt19937_64 random_;
};

}  // namespace cartulary
