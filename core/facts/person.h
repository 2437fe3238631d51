// The facts about staff, tutors, jurors and VAE companions. core/facts/fact_info.h says how a fact
// is made.
#pragma once

#include <optional>

#include "core/facts/fact_info.h"
#include "core/ids.h"

namespace cartulary {

// A member of staff, tutor, juror or companion is known to the register. Identity is sealed.
struct PersonRegistered {
  static constexpr FactInfo kInfo{
      FactType::kPersonRegistered,
      "PersonRegistered",
      StreamKind::kPerson,
      "personne",
      "day of registration",
      "A member of staff, tutor, juror or companion is known to the register. Identity is sealed."};

  std::optional<Lookup> number;
  friend bool operator==(const PersonRegistered&, const PersonRegistered&) = default;
};
template <typename V, ConstOrNot<PersonRegistered> F>
void Fields(V&& visit, F& fact) {
  visit("number", fact.number,
        "lookup of the staff number or other number by which people name this person");
}

}  // namespace cartulary
