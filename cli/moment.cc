#include "cli/moment.h"

#include <chrono>
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

bool DigitsOnly(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

Text WhyNoDate(std::string_view text) {
  // The same day in a year that is known, leap if the year is.
  if (text.size() == 10 && DigitsOnly(text.substr(0, 4))) {
    const std::chrono::year year(std::stoi(std::string(text.substr(0, 4))));
    const std::string known = year.is_leap() ? "2000" : "2001";
    if (Date::Parse(known + std::string(text.substr(4)))) {
      return Said("is a day outside 1900-01-01 .. 2199-12-31; correct the year",
                  "est un jour hors de 1900-01-01 .. 2199-12-31 ; corrigez l'année");
    }
  }
  return Said("is no date; write a day that exists as YYYY-MM-DD",
              "n'est pas une date ; écrivez un jour qui existe, sous la forme AAAA-MM-JJ");
}

Text WhyNoAcademicYear(std::string_view text) {
  const bool form = text.size() == 9 && text[4] == '-' && DigitsOnly(text.substr(0, 4)) &&
                    DigitsOnly(text.substr(5));
  if (form &&
      std::stoi(std::string(text.substr(0, 4))) + 1 == std::stoi(std::string(text.substr(5)))) {
    return Said("is an academic year outside 1900-1901 .. 2198-2199; correct it",
                "est une année universitaire hors de 1900-1901 .. 2198-2199 ; corrigez-la");
  }
  return Said("is no academic year; write it as 2024-2025",
              "n'est pas une année universitaire ; écrivez-la comme 2024-2025");
}

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
