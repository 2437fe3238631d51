// The academic years of an enrolment, and which of them were taken twice for one year of study.
// Read from the dossier alone.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "core/fold/dossier.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// As they are known on a date. Of an enrolment that is interrupted they can change with the next
// academic year, without an event. Borrows from the dossier.
class StudyYears {
 public:
  StudyYears(const Dossier& dossier, const EnrolmentId& enrolment, Date on);

  // The registration by which a year repeats an earlier one; nullptr if it repeats none.
  const Entry* RepeatedBy(AcademicYear year) const;

  // The first of the academic years that were taken for one year of study with this one: itself
  // unless it repeats another.
  AcademicYear FirstTaken(AcademicYear year) const;

  // One academic year for each of the first `count` years of study, from the entry on: the first
  // that was not interrupted. Those to come as if nothing will be. Empty if the enrolment is
  // unknown.
  std::vector<AcademicYear> First(std::size_t count) const;

 private:
  // The interruption that lasted as the last month of teaching ended or, before that, lasts;
  // nullptr for none.
  const Entry* InterruptionIn(AcademicYear year) const;
  bool IsSpentAway(AcademicYear year) const;

  const Dossier& dossier_;
  EnrolmentId enrolment_;
  Date on_;
  std::map<AcademicYear, const Entry*> repeated_;
};

// The last day of the last month of teaching; the year is not over.
Date SummerOf(AcademicYear year);

}  // namespace cartulary
