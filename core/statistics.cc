#include "core/statistics.h"

#include <algorithm>

namespace cartulary {
namespace {

bool IsWithdrawn(const Dossier& dossier, const Entry& award, Date on) {
  const auto reinstated = HeldOn<AwardReinstated>(dossier, on);
  const auto withdrawn = HeldOn<AwardWithdrawn>(dossier, on);
  return std::any_of(withdrawn.begin(), withdrawn.end(), [&](const auto& withdrawal) {
    if (FindStanding(dossier, withdrawal->award) != &award) return false;
    return std::none_of(reinstated.begin(), reinstated.end(), [&](const auto& again) {
      return FindStanding(dossier, again->withdrawal) == withdrawal.entry;
    });
  });
}

bool IsByVae(const Dossier& dossier, const EnrolmentId& enrolment, Date on) {
  const auto opened = HeldOn<EnrolmentOpened>(dossier, enrolment, on);
  return !opened.empty() && opened.back()->route == Route::kVae;
}

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
    if (award->certification != certification || IsWithdrawn(dossier, *award.entry, on)) continue;
    YearFigures& year = figures[award.entry->effective.Year()];
    ++year.certified;
    if (IsByVae(dossier, award->enrolment, on)) ++year.by_vae;
    for (const auto& answer : HeldOn<SurveyAnswered>(dossier, award->enrolment, on)) {
      Count(year, *answer.fact);
    }
  }
}

}  // namespace cartulary
