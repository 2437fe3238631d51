// What a generation holds, as one hash; and where two of them differ.
#pragma once

#include <optional>
#include <string>

#include "core/ids.h"
#include "core/ports/hasher.h"
#include "core/ports/state_store.h"
#include "core/result.h"

namespace cartulary {

// Over the checkpoint and every key and value of every table, in order. Equal contents give equal
// digests, whatever the generation's name and the machine.
Result<Hash> DigestOf(const StateStore& state, const Hasher& hasher);

struct StateDifference {
  Table table{};
  std::string key;
  std::optional<std::string> left;  // The value; none if the key is not there.
  std::optional<std::string> right;
};

// The first key, by table and bytes, that is not the same in both.
Result<std::optional<StateDifference>> FindDifference(const StateStore& left,
                                                      const StateStore& right);

}  // namespace cartulary
