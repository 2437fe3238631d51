// A fact with a value in every field, each of them one that its JSON form can say.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "cli/json/fields.h"

namespace cartulary::cli {

class DomainValues {
 public:
  template <typename T>
  void Set(T& value) {
    ++count_;
    if constexpr (HasFields<T>) {
      Fields([&](const char*, auto& field, const char*) { Set(field); }, value);
    } else if constexpr (std::is_enum_v<T>) {
      value = kEnumNames<T>[count_ % kEnumNames<T>.size()].value;
    } else if constexpr (std::is_same_v<T, bool>) {
      value = true;
    } else if constexpr (std::is_integral_v<T>) {
      value = static_cast<T>(count_);
    } else {
      SetValue(value);
    }
  }

 private:
  template <typename Tag>
  void SetValue(Id<Tag>& id) {
    id.bytes[15] = static_cast<std::uint8_t>(count_);
  }
  template <typename Tag>
  void SetValue(Code<Tag>& code) {
    code.text = "C-" + std::to_string(count_);
  }
  template <typename T>
  void SetValue(std::optional<T>& value) {
    Set(value.emplace());
  }
  template <typename T>
  void SetValue(std::vector<T>& values) {
    values.resize(2);
    for (T& value : values) Set(value);
  }
  void SetValue(Hash& hash) { hash.bytes[31] = static_cast<std::uint8_t>(count_); }
  void SetValue(Lookup& lookup) { Set(lookup.hmac); }
  void SetValue(Version& version) { Set(version.value); }
  void SetValue(EventRef& event) {
    Set(event.subject);
    Set(event.version);
  }
  void SetValue(Date& date) { date.days = 20'000 + count_; }
  void SetValue(Decimal& decimal) { decimal.hundredths = 950 + count_; }
  void SetValue(TimeOfDay& time) { time.minutes = static_cast<std::uint16_t>(count_); }
  void SetValue(AcademicYear& year) { year.first = static_cast<std::uint16_t>(2000 + count_); }

  std::uint8_t count_ = 0;
};

template <typename T>
T Filled() {
  T fact{};
  DomainValues().Set(fact);
  return fact;
}

}  // namespace cartulary::cli
