// A row of the projections as people read it: where it is and what it holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/output/rows.h"
#include "core/facts/fact_info.h"
#include "core/ports/state_store.h"
#include "core/text.h"

namespace cartulary::cli {

// As docs/reference/projections.md calls it.
std::string_view NameOf(Table table);

// The parts of a key.
struct RowKey {
  std::vector<std::pair<Phrase, std::string>> parts;  // What it is, and its text.
  std::optional<LearnerId> learner;                   // Whom the row is about, if one learner.
};
// `kind` is that of the stream in a row of references, where it is known. What is no key of the
// table is shown in hexadecimal.
RowKey KeyOf(Table table, std::string_view key, std::optional<StreamKind> kind);

// A value; a text saying why, if it cannot be read.
Json ValueOf(Table table, std::string_view value);

// Where two values differ first, in their order: "entries[3].fact.grade", empty for the whole.
struct ValueDifference {
  std::string path;
  Json left;  // Null if it is not there.
  Json right;
};
ValueDifference FirstDifference(const Json& left, const Json& right);

}  // namespace cartulary::cli
