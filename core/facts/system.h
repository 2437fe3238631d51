// The facts of the system's stream. core/facts/fact_info.h says how a fact is made.
#pragma once

#include "core/facts/fact_info.h"

namespace cartulary {

// A store was made: always the first event of a log.
struct StoreCreated {
  static constexpr FactInfo kInfo{
      FactType::kStoreCreated,  "StoreCreated",
      StreamKind::kSystem,      "création du registre",
      "day the store was made", "A store was made: always the first event of a log."};

  bool demo = false;
  friend bool operator==(const StoreCreated&, const StoreCreated&) = default;
};
template <typename V, ConstOrNot<StoreCreated> F>
void Fields(V&& visit, F& fact) {
  visit("demo", fact.demo, "true if the store holds invented data and a simulated clock");
}

}  // namespace cartulary
