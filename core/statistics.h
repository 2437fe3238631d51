// The figures of a certification by year of award (statistiques), from the register, in the columns
// of the fiche. Pure.
#pragma once

#include <cstdint>
#include <map>

#include "core/code.h"
#include "core/fold/dossier.h"
#include "core/time.h"

namespace cartulary {

// How many said yes, of those who said yes or no. Who did not answer is in neither: unknown is not
// no.
struct SurveyRate {
  std::uint32_t yes = 0;
  std::uint32_t answered = 0;
  friend bool operator==(const SurveyRate&, const SurveyRate&) = default;
};

// Those certified in one civil year.
struct YearFigures {
  std::uint32_t certified = 0;
  std::uint32_t by_vae = 0;  // Of these: by the route in force on the day of the decision.
  SurveyRate employed_six_months;
  SurveyRate in_target_occupation_six_months;
  SurveyRate in_target_occupation_two_years;
  friend bool operator==(const YearFigures&, const YearFigures&) = default;
};

// By civil year; a year without an award is not there, since a register that begins later than the
// certification does not know it.
using Figures = std::map<int, YearFigures>;

// Adds the awards of one learner in `certification` that hold on `on`, with the answers to surveys
// effective by then. A title that was withdrawn and not reinstated by then does not count.
void AddFigures(Figures& figures, const Dossier& dossier, const CertificationCode& certification,
                Date on);

}  // namespace cartulary
