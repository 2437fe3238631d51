// Civil dates and instants. Core computes with them and never asks what time it is.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace cartulary {

// A civil date of the proleptic Gregorian calendar, as days since 1970-01-01. What Parse accepts
// lies in 1900-01-01 .. 2199-12-31 (kMin, kMax); anything else is a typing error in this domain.
struct Date {
  std::int32_t days = 0;

  // "2026-02-28" only: four, two and two digits, and a day that exists.
  static std::optional<Date> Parse(std::string_view text);
  static std::optional<Date> FromCivil(int year, unsigned month, unsigned day);
  int Year() const;
  friend auto operator<=>(Date, Date) = default;
};

// After every date: asks for all that is known, whenever it is effective.
inline constexpr Date kEndOfTime{std::numeric_limits<std::int32_t>::max()};

// ISO 8601, "2026-02-28".
std::string ToText(Date date);

// `date` + `months`, clamped to the last day of the month.
Date AddMonths(Date date, int months);

// Microseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::uint64_t micros = 0;
  friend auto operator<=>(Instant, Instant) = default;
};

// ISO 8601 in UTC, "2026-02-28T09:30:00.123456Z".
std::string ToText(Instant instant);

// A moment of the day, in minutes from midnight, 0 .. 1439; text "09:30".
struct TimeOfDay {
  std::uint16_t minutes = 0;
  static std::optional<TimeOfDay> Parse(std::string_view text);
  friend auto operator<=>(TimeOfDay, TimeOfDay) = default;
};
std::string ToText(TimeOfDay time);

// année universitaire: named by its first civil year, 1900 .. 2198; text "2024-2025".
struct AcademicYear {
  std::uint16_t first = 0;
  static std::optional<AcademicYear> Parse(std::string_view text);
  friend auto operator<=>(AcademicYear, AcademicYear) = default;
};
std::string ToText(AcademicYear year);

}  // namespace cartulary
