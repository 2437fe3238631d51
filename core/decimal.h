// Exact decimals with two places: grades, weights, scores, points. No floating point anywhere.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cartulary {

struct Decimal {
  std::int64_t hundredths = 0;

  // "12", "12.5", "12.50", also with a decimal comma, as French files have it; an optional leading
  // '-'. At most 9 digits before and 2 after the sign. Nothing else: no spaces, no exponent.
  static std::optional<Decimal> Parse(std::string_view text);
  static constexpr Decimal Of(std::int64_t units) { return Decimal{units * 100}; }
  friend auto operator<=>(Decimal, Decimal) = default;
};

// The shortest form: "12", "12.5", "9.58".
std::string ToText(Decimal decimal);

}  // namespace cartulary
