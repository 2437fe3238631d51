#include "core/time.h"

#include <chrono>
#include <cstdio>

namespace cartulary {
namespace {

// The digits of `text`, or -1.
int Digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::chrono::year_month_day CivilOf(Date date) {
  return std::chrono::sys_days{std::chrono::days{date.days}};
}

}  // namespace

std::optional<Date> Date::FromCivil(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day civil{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day}};
  if (year < 1900 || year > 2199 || !civil.ok()) return std::nullopt;
  const auto since_epoch = std::chrono::sys_days{civil}.time_since_epoch();
  return Date{static_cast<std::int32_t>(since_epoch.count())};
}

std::optional<Date> Date::Parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = Digits(text.substr(0, 4));
  const int month = Digits(text.substr(5, 2));
  const int day = Digits(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  return FromCivil(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

int Date::Year() const { return static_cast<int>(CivilOf(*this).year()); }

std::string ToText(Date date) {
  const auto civil = CivilOf(date);
  char text[48];
  std::snprintf(text, sizeof(text), "%04d-%02u-%02u", static_cast<int>(civil.year()),
                static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
  return text;
}

Date AddMonths(Date date, int months) {
  auto civil = CivilOf(date) + std::chrono::months{months};
  if (!civil.ok()) civil = civil.year() / civil.month() / std::chrono::last;
  return Date{static_cast<std::int32_t>(std::chrono::sys_days{civil}.time_since_epoch().count())};
}

std::string ToText(Instant instant) {
  constexpr std::uint64_t kMicrosPerDay = 86'400'000'000;
  const Date date{static_cast<std::int32_t>(instant.micros / kMicrosPerDay)};
  const std::uint64_t rest = instant.micros % kMicrosPerDay;
  char text[64];
  std::snprintf(
      text, sizeof(text), "%sT%02u:%02u:%02u.%06uZ", ToText(date).c_str(),
      static_cast<unsigned>(rest / 3'600'000'000), static_cast<unsigned>(rest / 60'000'000 % 60),
      static_cast<unsigned>(rest / 1'000'000 % 60), static_cast<unsigned>(rest % 1'000'000));
  return text;
}

std::optional<TimeOfDay> TimeOfDay::Parse(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const int hours = Digits(text.substr(0, 2));
  const int minutes = Digits(text.substr(3, 2));
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  return TimeOfDay{static_cast<std::uint16_t>(hours * 60 + minutes)};
}

std::string ToText(TimeOfDay time) {
  char text[24];
  std::snprintf(text, sizeof(text), "%02d:%02d", time.minutes / 60, time.minutes % 60);
  return text;
}

std::optional<AcademicYear> AcademicYear::Parse(std::string_view text) {
  if (text.size() != 9 || text[4] != '-') return std::nullopt;
  const int first = Digits(text.substr(0, 4));
  if (first < 1900 || first > 2198 || Digits(text.substr(5, 4)) != first + 1) return std::nullopt;
  return AcademicYear{static_cast<std::uint16_t>(first)};
}

std::string ToText(AcademicYear year) {
  return std::to_string(year.first) + "-" + std::to_string(year.first + 1);
}

}  // namespace cartulary
