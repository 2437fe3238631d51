// The rules of a learner's results: assessments, grids, reports, defences.
#include <algorithm>

#include "core/decide/case.h"
#include "core/fold/editions.h"

namespace cartulary {
namespace {

constexpr Decimal kGradeMax = Decimal::Of(20);
constexpr int kGridLevelMax = 4;

template <typename T>
Refusal CheckAfterEntry(const T& fact, const Case& c) {
  const Date entry = EnrolmentOf(c, fact.enrolment).entry->effective;
  if (entry <= c.effective()) return std::nullopt;
  return Reject(RejectionCode::kBeforeEntry,
                ToText(c.effective()) + " is before the entry on " + ToText(entry));
}

// Sessions of a year begin in August, and its last resits are held by December of the next.
bool MayBeOfYear(Date date, AcademicYear year) {
  constexpr int kMonthsBefore = 1;
  constexpr int kMonthsFromStart = 16;
  const Date start = FirstDayOf(year);
  return AddMonths(start, -kMonthsBefore) <= date && date < AddMonths(start, kMonthsFromStart);
}

Refusal CheckPlan(const AssessmentRecorded& fact, const Case& c) {
  const EnrolmentTerms terms = TermsOf(c, fact.enrolment);
  const EnrolmentOpened& enrolment = *terms.opened.fact;
  const auto plans =
      Live<AssessmentPlanned>(c.reference.Referential(enrolment.certification), c.effective());
  const auto named = [&](const Held<AssessmentPlanned>& plan) { return plan->plan == fact.plan; };
  if (std::none_of(plans.begin(), plans.end(), named)) {
    return Reject(RejectionCode::kUnknownPlan,
                  fact.plan.text + " is not planned for " + enrolment.certification.text);
  }
  const auto applies = [&](const Held<AssessmentPlanned>& plan) {
    return named(plan) && plan->edition == terms.edition &&
           (!plan->cohort || *plan->cohort == enrolment.cohort) &&
           (!plan->academic_year || MayBeOfYear(c.effective(), *plan->academic_year));
  };
  if (std::none_of(plans.begin(), plans.end(), applies)) {
    return Reject(RejectionCode::kPlanOutOfScope,
                  fact.plan.text + " is not planned for edition " + terms.edition.text +
                      ", cohort " + enrolment.cohort.text + " on " + ToText(c.effective()));
  }
  return std::nullopt;
}

Refusal CheckGrade(const AssessmentRecorded& fact) {
  const bool graded = fact.status == AssessmentStatus::kGraded;
  if (fact.grade && fact.level) {
    return Reject(RejectionCode::kGradeAndLevel,
                  "a result is a grade or a level of acquisition, not both");
  }
  if (graded && !fact.grade && !fact.level) {
    return Reject(RejectionCode::kGradeMissing, "graded, but with which grade or level?");
  }
  if (!graded && (fact.grade || fact.level)) {
    return Reject(RejectionCode::kGradeUnexpected,
                  "there is no grade beside the status " + std::string(ToName(fact.status)));
  }
  if (fact.grade && (*fact.grade < Decimal{} || kGradeMax < *fact.grade)) {
    return Reject(RejectionCode::kGradeOutOfRange, ToText(*fact.grade) + " is not in 0 .. 20");
  }
  return std::nullopt;
}

template <typename Held>
bool SamePlace(const Held& held, const AssessmentRecorded& fact) {
  return held->enrolment == fact.enrolment && held->plan == fact.plan &&
         held->session == fact.session && held->attempt == fact.attempt;
}

// A report or grid of a year is not signed before the year begins.
template <typename T>
Refusal CheckYearBegan(const T& fact, const Case& c) {
  const Date first = AddMonths(FirstDayOf(fact.academic_year), -1);
  if (first <= c.effective()) return std::nullopt;
  return Reject(RejectionCode::kPeriodReversed, "the year " + ToText(fact.academic_year) +
                                                    " had not begun on " + ToText(c.effective()));
}

Refusal CheckSignatures(const TutorGridSigned& fact, const Case& c) {
  if (!fact.academic && !fact.company) {
    return Reject(RejectionCode::kGridUnsigned, "neither tutor signed the grid");
  }
  Date last = fact.academic ? fact.academic->date : fact.company->date;
  if (fact.company) last = std::max(last, fact.company->date);
  if (last != c.effective()) {
    return Reject(RejectionCode::kSignatureDate, "the last signature is of " + ToText(last) +
                                                     ", so the grid is of that day, not " +
                                                     ToText(c.effective()));
  }
  return std::nullopt;
}

bool KnowsCompetency(const Referential& rules, const CompetencyCode& competency) {
  return std::any_of(rules.blocks.begin(), rules.blocks.end(), [&](const Block& block) {
    return std::any_of(block.competencies.begin(), block.competencies.end(),
                       [&](const Competency& known) { return known.id == competency; });
  });
}

}  // namespace

Refusal Check(const AssessmentRecorded& fact, const Case& c) {
  if (auto no = CheckPlan(fact, c)) return no;
  if (auto no = CheckAfterEntry(fact, c)) return no;
  if (fact.attempt == 0) {
    return Reject(RejectionCode::kAttemptOutOfRange, "attempts are counted from 1");
  }
  if (auto no = CheckGrade(fact)) return no;
  // Registers of the past often kept the resit alone.
  const auto first = FindLive<AssessmentRecorded>(c.stream, c.effective(), [&](const auto& held) {
    return held->enrolment == fact.enrolment && held->plan == fact.plan &&
           held->session == AssessmentSession::kFirst && held.entry->effective <= c.effective();
  });
  if (fact.session == AssessmentSession::kResit && !first && !c.of_the_past()) {
    return Reject(
        RejectionCode::kResitWithoutFirst,
        "no result of " + fact.plan.text + " in the first session by " + ToText(c.effective()));
  }
  if (const auto repeated = FindRepeated(fact.assessors, [](const auto& p) { return p; })) {
    return Reject(RejectionCode::kRepeated, ToText(fact.assessors[*repeated]) + " assesses twice");
  }
  const auto other = FindLive<AssessmentRecorded>(
      c.stream, c.effective(), [&](const auto& held) { return SamePlace(held, fact); });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "this attempt at " + fact.plan.text + " has a result at version " +
                      ToText(other->entry->version) + ". Correct that (FactCorrected)");
  }
  return std::nullopt;
}

Refusal Check(const AbsenceJustified& fact, const Case& c) {
  const auto assessment = FindNamed<AssessmentRecorded>(c.stream, fact.assessment, c.effective());
  if (!assessment || (*assessment)->enrolment != fact.enrolment) {
    return Reject(RejectionCode::kUnknownFact,
                  "version " + ToText(fact.assessment) + " is not an assessment of this enrolment");
  }
  if ((*assessment)->status != AssessmentStatus::kAbsentUnjustified) {
    return Reject(RejectionCode::kNotAnAbsence, "version " + ToText(fact.assessment) + " says " +
                                                    std::string(ToName((*assessment)->status)) +
                                                    ", not absent_unjustified");
  }
  const auto other = FindLive<AbsenceJustified>(c.stream, c.effective(), [&](const auto& held) {
    return FindStanding(c.stream, held->assessment) == assessment->entry;
  });
  if (other) {
    return Reject(RejectionCode::kRecordedOtherwise,
                  "justified at version " + ToText(other->entry->version) + ". Correct that");
  }
  return std::nullopt;
}

Refusal Check(const TutorGridSigned& fact, const Case& c) {
  const Referential* rules = RulesOf(c, fact.enrolment);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules, "the edition of this enrolment has no revision");
  }
  for (const CompetencyLevel& line : fact.levels) {
    if (!KnowsCompetency(*rules, line.competency)) {
      return Reject(RejectionCode::kUnknownCompetency,
                    line.competency.text + " is not a competency of " + rules->certification.text);
    }
  }
  if (auto no = CheckAfterEntry(fact, c)) return no;
  if (auto no = CheckYearBegan(fact, c)) return no;
  for (const CompetencyLevel& line : fact.levels) {
    if (line.level > kGridLevelMax) {
      return Reject(RejectionCode::kLevelOutOfRange, line.competency.text + " at level " +
                                                         std::to_string(line.level) +
                                                         ": the scale is 0 .. 4");
    }
  }
  if (auto no = CheckSignatures(fact, c)) return no;
  const auto repeated = FindRepeated(fact.levels, [](const auto& line) { return line.competency; });
  if (repeated) {
    return Reject(RejectionCode::kRepeated,
                  fact.levels[*repeated].competency.text + " is in the grid twice");
  }
  if (fact.levels.empty()) {
    return Reject(RejectionCode::kNothingSaid, "the grid has no line");
  }
  return std::nullopt;
}

Refusal Check(const AlternanceReportAssessed& fact, const Case& c) {
  if (auto no = CheckAfterEntry(fact, c)) return no;
  if (auto no = CheckYearBegan(fact, c)) return no;
  if (fact.company_tutor.has_value() != fact.company_outcome.has_value()) {
    return Reject(RejectionCode::kAppraisalMissing,
                  "the company tutor and the appraisal of the company tutor come together");
  }
  if (fact.programme_head.has_value() != fact.head_outcome.has_value()) {
    return Reject(RejectionCode::kAppraisalMissing,
                  "the programme head and the appraisal of the programme head come together");
  }
  if (!fact.company_outcome && !fact.head_outcome) {
    return Reject(RejectionCode::kAppraisalMissing, "nobody appraised the report");
  }
  return std::nullopt;
}

Refusal Check(const DefenceHeld& fact, const Case& c) {
  for (const Version stay : fact.stays) {
    const auto named = FindNamed<MobilityPeriodRecorded>(c.stream, stay, c.effective());
    if (!named || (*named)->enrolment != fact.enrolment) {
      return Reject(RejectionCode::kUnknownFact,
                    "version " + ToText(stay) + " is not a mobility period of this enrolment");
    }
  }
  if (auto no = CheckAfterEntry(fact, c)) return no;
  if (fact.kind != DefenceKind::kMobility && !fact.stays.empty()) {
    return Reject(RejectionCode::kStaysUnexpected,
                  "a " + std::string(ToName(fact.kind)) + " defence is not about stays abroad");
  }
  const auto repeated = FindRepeated(fact.panel, [](const auto& member) { return member.person; });
  if (repeated) {
    return Reject(RejectionCode::kRepeated,
                  ToText(fact.panel[*repeated].person) + " sits on the panel twice");
  }
  return std::nullopt;
}

}  // namespace cartulary
