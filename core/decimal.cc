#include "core/decimal.h"

namespace cartulary {

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find_first_of(".,");
  const std::string_view units = text.substr(0, point);
  const std::string_view places =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (units.empty() || units.size() > 9 || places.size() > 2) return std::nullopt;
  if (point != std::string_view::npos && places.empty()) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : units) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  for (std::size_t i = 0; i < 2; ++i) {
    const char c = i < places.size() ? places[i] : '0';
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return Decimal{negative ? -value : value};
}

std::string ToText(Decimal decimal) {
  const bool negative = decimal.hundredths < 0;
  const std::uint64_t value = negative ? static_cast<std::uint64_t>(-decimal.hundredths)
                                       : static_cast<std::uint64_t>(decimal.hundredths);
  std::string text = (negative ? "-" : "") + std::to_string(value / 100);
  if (value % 100 != 0) {
    text += '.';
    text += static_cast<char>('0' + value / 10 % 10);
    if (value % 10 != 0) text += static_cast<char>('0' + value % 10);
  }
  return text;
}

}  // namespace cartulary
