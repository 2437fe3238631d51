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
                Said("{0} is before the entry on {1}", "le {0} précède l'entrée, le {1}",
                     c.effective(), entry));
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
                  Said("{0} is not planned for {1}", "l'évaluation {0} n'est pas prévue pour {1}",
                       fact.plan.text, enrolment.certification.text));
  }
  const auto applies = [&](const Held<AssessmentPlanned>& plan) {
    return named(plan) && plan->edition == terms.edition &&
           (!plan->cohort || *plan->cohort == enrolment.cohort) &&
           (!plan->academic_year || MayBeOfYear(c.effective(), *plan->academic_year));
  };
  if (std::none_of(plans.begin(), plans.end(), applies)) {
    return Reject(
        RejectionCode::kPlanOutOfScope,
        Said("{0} is not planned for edition {1}, cohort {2} on {3}",
             "l'évaluation {0} n'est pas prévue pour l'édition {1}, promotion {2}, au {3}",
             fact.plan.text, terms.edition.text, enrolment.cohort.text, c.effective()));
  }
  return std::nullopt;
}

Refusal CheckGrade(const AssessmentRecorded& fact) {
  const bool graded = fact.status == AssessmentStatus::kGraded;
  if (fact.grade && fact.level) {
    return Reject(RejectionCode::kGradeAndLevel,
                  Said("a result is a grade or a level of acquisition, not both",
                       "un résultat est une note ou un niveau d'acquisition, non les deux"));
  }
  if (graded && !fact.grade && !fact.level) {
    return Reject(RejectionCode::kGradeMissing,
                  Said("graded, but with which grade or level?",
                       "noté, mais avec quelle note ou quel niveau ?"));
  }
  if (!graded && (fact.grade || fact.level)) {
    return Reject(RejectionCode::kGradeUnexpected,
                  Said("there is no grade beside the status {0}",
                       "le statut « {0} » ne s'accompagne pas d'une note", fact.status));
  }
  if (fact.grade && (*fact.grade < Decimal{} || kGradeMax < *fact.grade)) {
    return Reject(
        RejectionCode::kGradeOutOfRange,
        Said("{0} is not in 0 .. 20", "{0} n'est pas compris entre 0 et 20", *fact.grade));
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
  return Reject(RejectionCode::kPeriodReversed,
                Said("the year {0} had not begun on {1}", "l'année {0} n'avait pas commencé au {1}",
                     fact.academic_year, c.effective()));
}

Refusal CheckSignatures(const TutorGridSigned& fact, const Case& c) {
  if (!fact.academic && !fact.company) {
    return Reject(RejectionCode::kGridUnsigned, Said("neither tutor signed the grid",
                                                     "aucun des deux tuteurs n'a signé la grille"));
  }
  Date last = fact.academic ? fact.academic->date : fact.company->date;
  if (fact.company) last = std::max(last, fact.company->date);
  if (last != c.effective()) {
    return Reject(RejectionCode::kSignatureDate,
                  Said("the last signature is of {0}, so the grid is of that day, not {1}",
                       "la dernière signature est du {0} : la grille est de ce jour, non du {1}",
                       last, c.effective()));
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
    return Reject(RejectionCode::kAttemptOutOfRange,
                  Said("attempts are counted from 1", "les tentatives se comptent à partir de 1"));
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
        Said("no result of {0} in the first session by {1}",
             "aucun résultat de {0} en première session au {1}", fact.plan.text, c.effective()));
  }
  if (const auto repeated = FindRepeated(fact.assessors, [](const auto& p) { return p; })) {
    return Reject(RejectionCode::kRepeated,
                  Said("{0} assesses twice", "{0} figure deux fois parmi les évaluateurs",
                       fact.assessors[*repeated]));
  }
  const auto other = FindLive<AssessmentRecorded>(
      c.stream, c.effective(), [&](const auto& held) { return SamePlace(held, fact); });
  if (other) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("this attempt at {0} has a result at version {1}. Correct that (FactCorrected)",
             "cette tentative à {0} a un résultat à la version {1}. Corrigez ce fait "
             "(FactCorrected)",
             fact.plan.text, other->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const AbsenceJustified& fact, const Case& c) {
  const auto assessment = FindNamed<AssessmentRecorded>(c.stream, fact.assessment, c.effective());
  if (!assessment || (*assessment)->enrolment != fact.enrolment) {
    return Reject(
        RejectionCode::kUnknownFact,
        Said("version {0} is not an assessment of this enrolment",
             "la version {0} n'est pas une évaluation de cette inscription", fact.assessment));
  }
  if ((*assessment)->status != AssessmentStatus::kAbsentUnjustified) {
    return Reject(
        RejectionCode::kNotAnAbsence,
        Said("version {0} says {1}, not {2}", "la version {0} dit « {1} », non « {2} »",
             fact.assessment, (*assessment)->status, AssessmentStatus::kAbsentUnjustified));
  }
  const auto other = FindLive<AbsenceJustified>(c.stream, c.effective(), [&](const auto& held) {
    return FindStanding(c.stream, held->assessment) == assessment->entry;
  });
  if (other) {
    return Reject(
        RejectionCode::kRecordedOtherwise,
        Said("justified at version {0}. Correct that",
             "la justification est à la version {0}. Corrigez ce fait", other->entry->version));
  }
  return std::nullopt;
}

Refusal Check(const TutorGridSigned& fact, const Case& c) {
  const Referential* rules = RulesOf(c, fact.enrolment);
  if (rules == nullptr) {
    return Reject(RejectionCode::kNoRules,
                  Said("the edition of this enrolment has no revision",
                       "l'édition de cette inscription n'a aucune révision"));
  }
  for (const CompetencyLevel& line : fact.levels) {
    if (!KnowsCompetency(*rules, line.competency)) {
      return Reject(RejectionCode::kUnknownCompetency,
                    Said("{0} is not a competency of {1}", "{0} n'est pas une compétence de {1}",
                         line.competency.text, rules->certification.text));
    }
  }
  if (auto no = CheckAfterEntry(fact, c)) return no;
  if (auto no = CheckYearBegan(fact, c)) return no;
  for (const CompetencyLevel& line : fact.levels) {
    if (line.level > kGridLevelMax) {
      return Reject(
          RejectionCode::kLevelOutOfRange,
          Said("{0} at level {1}: the scale is 0 .. 4", "{0} au niveau {1} : l'échelle va de 0 à 4",
               line.competency.text, line.level));
    }
  }
  if (auto no = CheckSignatures(fact, c)) return no;
  const auto repeated = FindRepeated(fact.levels, [](const auto& line) { return line.competency; });
  if (repeated) {
    return Reject(RejectionCode::kRepeated,
                  Said("{0} is in the grid twice", "{0} figure deux fois dans la grille",
                       fact.levels[*repeated].competency.text));
  }
  if (fact.levels.empty()) {
    return Reject(RejectionCode::kNothingSaid,
                  Said("the grid has no line", "la grille n'a aucune ligne"));
  }
  return std::nullopt;
}

Refusal Check(const AlternanceReportAssessed& fact, const Case& c) {
  if (auto no = CheckAfterEntry(fact, c)) return no;
  if (auto no = CheckYearBegan(fact, c)) return no;
  if (fact.company_tutor.has_value() != fact.company_outcome.has_value()) {
    return Reject(RejectionCode::kAppraisalMissing,
                  Said("the company tutor and the appraisal of the company tutor come together",
                       "le maître d'apprentissage et son avis vont ensemble"));
  }
  if (fact.programme_head.has_value() != fact.head_outcome.has_value()) {
    return Reject(RejectionCode::kAppraisalMissing,
                  Said("the programme head and the appraisal of the programme head come together",
                       "le responsable de formation et son avis vont ensemble"));
  }
  if (!fact.company_outcome && !fact.head_outcome) {
    return Reject(RejectionCode::kAppraisalMissing,
                  Said("nobody appraised the report", "personne n'a donné d'avis sur le rapport"));
  }
  return std::nullopt;
}

Refusal Check(const DefenceHeld& fact, const Case& c) {
  for (const Version stay : fact.stays) {
    const auto named = FindNamed<MobilityPeriodRecorded>(c.stream, stay, c.effective());
    if (!named || (*named)->enrolment != fact.enrolment) {
      return Reject(
          RejectionCode::kUnknownFact,
          Said("version {0} is not a mobility period of this enrolment",
               "la version {0} n'est pas une période de mobilité de cette inscription", stay));
    }
  }
  if (auto no = CheckAfterEntry(fact, c)) return no;
  if (fact.kind != DefenceKind::kMobility && !fact.stays.empty()) {
    return Reject(RejectionCode::kStaysUnexpected,
                  Said("a {0} defence is not about stays abroad",
                       "une {0} ne porte pas sur des séjours à l'étranger", fact.kind));
  }
  const auto repeated = FindRepeated(fact.panel, [](const auto& member) { return member.person; });
  if (repeated) {
    return Reject(RejectionCode::kRepeated, Said("{0} sits on the panel twice",
                                                 "{0} figure deux fois dans le jury de soutenance",
                                                 fact.panel[*repeated].person));
  }
  return std::nullopt;
}

}  // namespace cartulary
