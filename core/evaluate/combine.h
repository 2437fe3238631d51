// What several outcomes come to, in the logic of Kleene: pending is "not known yet".
#pragma once

#include <span>
#include <vector>

#include "core/evaluate/verdict.h"

namespace cartulary {

// How many of a requirement's children came to what. Waived counts as satisfied.
struct Tally {
  int satisfied = 0;
  int not_satisfied = 0;
  int pending = 0;
  int not_applicable = 0;
  int applicable() const { return satisfied + not_satisfied + pending; }
  void Count(Outcome outcome);
};
Tally TallyOf(std::span<const Outcome> outcomes);

// What does not apply is left out; where nothing applies, the whole does not.
Outcome CombineAllOf(const Tally& tally);
Outcome CombineAtLeast(const Tally& tally, int n);

}  // namespace cartulary
