#include "cli/ports/clock.h"

#include <date/tz.h>

#include <chrono>

namespace cartulary::cli {
namespace {

const date::time_zone& Paris() {
  static const date::time_zone* zone = date::locate_zone("Europe/Paris");
  return *zone;
}

Date CivilDateInParis(Instant instant) {
  const date::sys_time<std::chrono::microseconds> utc{
      std::chrono::microseconds{static_cast<std::int64_t>(instant.micros)}};
  const auto local = Paris().to_local(utc);
  return Date{static_cast<std::int32_t>(date::floor<date::days>(local).time_since_epoch().count())};
}

}  // namespace

Instant SystemClock::Now() const {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return Instant{static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(since_epoch).count())};
}

Date SystemClock::CivilDate(Instant instant) const { return CivilDateInParis(instant); }
Date SimulatedClock::CivilDate(Instant instant) const { return CivilDateInParis(instant); }

Instant InstantInParis(Date date, TimeOfDay time) {
  const date::local_time<std::chrono::microseconds> local =
      date::local_days{date::days{date.days}} + std::chrono::minutes{time.minutes};
  const auto utc = Paris().to_sys(local, date::choose::earliest);
  return Instant{static_cast<std::uint64_t>(utc.time_since_epoch().count())};
}

}  // namespace cartulary::cli
