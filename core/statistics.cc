#include "core/statistics.h"

#include "core/evaluate/aftermath.h"

namespace cartulary {
namespace {

void Count(SurveyRate& rate, SurveyAnswer answer) {
  if (answer == SurveyAnswer::kYes) ++rate.yes;
  if (answer == SurveyAnswer::kYes || answer == SurveyAnswer::kNo) ++rate.answered;
}

void Count(YearFigures& year, const SurveyAnswered& answer) {
  switch (answer.horizon) {
    case SurveyHorizon::kSixMonths:
      Count(year.employed_six_months, answer.employed);
      Count(year.in_target_occupation_six_months, answer.in_target_occupation);
      break;
    case SurveyHorizon::kTwoYears:
      Count(year.in_target_occupation_two_years, answer.in_target_occupation);
      break;
  }
}

}  // namespace

void AddFigures(Figures& figures, const Dossier& dossier, const CertificationCode& certification,
                Date on) {
  for (const auto& award : HeldOn<AwardIssued>(dossier, on)) {
    if (award->certification != certification) continue;
    if (WithdrawalOf(dossier, *award.entry, on) != nullptr) continue;
    const Date day = award.entry->effective;
    YearFigures& year = figures[day.Year()];
    ++year.certified;
    if (RouteOf(dossier, award) == Route::kVae) ++year.by_vae;
    for (const auto& answer : HeldOn<SurveyAnswered>(dossier, award->enrolment, on)) {
      Count(year, *answer.fact);
    }
  }
}

}  // namespace cartulary
