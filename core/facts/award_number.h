// The facts of one award number. core/facts/fact_info.h says how a fact is made.
#pragma once

#include "core/code.h"
#include "core/facts/fact_info.h"
#include "core/ids.h"

namespace cartulary {

// A number is taken by an award; in the same commit.
struct AwardNumberTaken {
  static constexpr FactInfo kInfo{
      FactType::kAwardNumberTaken, "AwardNumberTaken",
      StreamKind::kAwardNumber,    "numéro attribué",
      "day of the award",          "A number is taken by an award; in the same commit."};

  CertificationCode certification;
  EventRef award;
  friend bool operator==(const AwardNumberTaken&, const AwardNumberTaken&) = default;
};
template <typename V, ConstOrNot<AwardNumberTaken> F>
void Fields(V&& visit, F& fact) {
  visit("certification", fact.certification, "certification granted");
  visit("award", fact.award, "the AwardIssued in the learner's stream");
}

}  // namespace cartulary
