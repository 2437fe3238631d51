#include "core/fold/study_years.h"

#include <algorithm>
#include <set>
#include <variant>

#include "core/facts/enrolment.h"
#include "core/fold/editions.h"
#include "core/fold/terms.h"

namespace cartulary {
namespace {

constexpr std::uint16_t kAcademicYearMin = 1900;  // core/time.h
constexpr std::uint16_t kAcademicYearMax = 2198;

AcademicYear YearBefore(AcademicYear year) { return {static_cast<std::uint16_t>(year.first - 1)}; }

}  // namespace

Date SummerOf(AcademicYear year) {
  constexpr int kDaysOfSummer = 63;  // 30 June to 1 September.
  const AcademicYear next{static_cast<std::uint16_t>(year.first + 1)};
  return Date{FirstDayOf(next).days - kDaysOfSummer};
}

StudyYears::StudyYears(const Dossier& dossier, const EnrolmentId& enrolment, Date on)
    : dossier_(dossier), enrolment_(enrolment), on_(on) {
  for (const auto& registered : HeldOn<AnnualRegistrationRecorded>(dossier, enrolment, on)) {
    if (registered->repeating) {
      repeated_[registered->academic_year] = registered.entry;
    } else {
      repeated_.erase(registered->academic_year);
    }
  }
}

const Entry* StudyYears::RepeatedBy(AcademicYear year) const {
  const auto found = repeated_.find(year);
  return found == repeated_.end() ? nullptr : found->second;
}

AcademicYear StudyYears::FirstTaken(AcademicYear year) const {
  while (kAcademicYearMin < year.first && RepeatedBy(year) != nullptr) {
    year = YearBefore(year);
    while (kAcademicYearMin < year.first && IsSpentAway(year)) year = YearBefore(year);
  }
  return year;
}

const Entry* StudyYears::InterruptionIn(AcademicYear year) const {
  if (year.first < kAcademicYearMin || on_ < FirstDayOf(year)) return nullptr;
  const auto terms = TermsOf(dossier_, enrolment_, std::min(on_, SummerOf(year)));
  return terms ? terms->suspended : nullptr;
}

// Of a year begun and then broken off, it is that year which is repeated.
bool StudyYears::IsSpentAway(AcademicYear year) const {
  const Entry* interruption = InterruptionIn(year);
  return interruption != nullptr && interruption->effective <= FirstDayOf(year);
}

std::vector<AcademicYear> StudyYears::First(std::size_t count) const {
  std::vector<AcademicYear> years;
  const auto terms = TermsOf(dossier_, enrolment_, on_);
  if (!terms) return years;
  AcademicYear year = AcademicYearOf(terms->opened.entry->effective);
  std::set<AcademicYear> taken;
  for (; year.first <= kAcademicYearMax && years.size() < count; ++year.first) {
    if (InterruptionIn(year) != nullptr) continue;
    if (taken.insert(FirstTaken(year)).second) years.push_back(year);
  }
  return years;
}

}  // namespace cartulary
