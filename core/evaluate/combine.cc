#include "core/evaluate/combine.h"

namespace cartulary {

void Tally::Count(Outcome outcome) {
  switch (outcome) {
    case Outcome::kSatisfied:
    case Outcome::kWaived:
      ++satisfied;
      break;
    case Outcome::kNotSatisfied:
      ++not_satisfied;
      break;
    case Outcome::kPending:
      ++pending;
      break;
    case Outcome::kNotApplicable:
      ++not_applicable;
      break;
  }
}

Tally TallyOf(std::span<const Outcome> outcomes) {
  Tally tally;
  for (const Outcome outcome : outcomes) tally.Count(outcome);
  return tally;
}

Outcome CombineAllOf(const Tally& tally) {
  if (tally.not_satisfied > 0) return Outcome::kNotSatisfied;
  if (tally.pending > 0) return Outcome::kPending;
  return tally.satisfied > 0 ? Outcome::kSatisfied : Outcome::kNotApplicable;
}

Outcome CombineAtLeast(const Tally& tally, int n) {
  if (tally.applicable() == 0) return Outcome::kNotApplicable;
  if (tally.satisfied >= n) return Outcome::kSatisfied;
  return tally.satisfied + tally.pending >= n ? Outcome::kPending : Outcome::kNotSatisfied;
}

}  // namespace cartulary
