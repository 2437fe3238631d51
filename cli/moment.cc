#include "cli/moment.h"

#include <cstdint>

#include "cli/ports/clock.h"

namespace cartulary::cli {
namespace {

constexpr std::uint64_t kMicrosPerMinute = 60'000'000;

// "07" or "07.123456", below a minute, in microseconds.
std::optional<std::uint64_t> ParseSeconds(std::string_view text) {
  constexpr std::size_t kDigitsMax = 8;
  std::uint64_t micros = 0;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 2 && text[i] == '.' && text.size() > 3) continue;
    if (i == 2 || text[i] < '0' || text[i] > '9' || digits == kDigitsMax) return std::nullopt;
    micros = micros * 10 + static_cast<std::uint64_t>(text[i] - '0');
    ++digits;
  }
  if (digits < 2) return std::nullopt;
  for (; digits < kDigitsMax; ++digits) micros *= 10;
  if (micros >= kMicrosPerMinute) return std::nullopt;
  return micros;
}

}  // namespace

std::optional<Instant> ParseMoment(std::string_view text) {
  const auto date = Date::Parse(text.substr(0, 10));
  if (!date || date->days < 0) return std::nullopt;
  if (text.size() == 10) {
    const Instant next = InstantInParis(Date{date->days + 1}, TimeOfDay{0});
    return Instant{next.micros - 1};
  }
  if (text[10] != 'T' || text.back() != 'Z' || text.size() < 17) return std::nullopt;
  const auto time = TimeOfDay::Parse(text.substr(11, 5));
  if (!time) return std::nullopt;
  std::uint64_t micros = 0;
  if (text.size() > 17) {
    if (text[16] != ':') return std::nullopt;
    const auto seconds = ParseSeconds(text.substr(17, text.size() - 18));
    if (!seconds) return std::nullopt;
    micros = *seconds;
  }
  const auto minutes = static_cast<std::uint64_t>(date->days) * 24 * 60 + time->minutes;
  return Instant{minutes * kMicrosPerMinute + micros};
}

}  // namespace cartulary::cli
