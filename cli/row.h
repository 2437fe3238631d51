// A row: one fact as people write it, in JSON (docs/reference/import.md).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/draft.h"
#include "cli/failure.h"
#include "cli/json/value.h"
#include "core/event.h"

namespace cartulary::cli {

inline constexpr std::size_t kRowIdBytesMax = 128;

// What rows do not say themselves.
struct RowDefaults {
  Actor actor;
  EntryMode entry = EntryMode::kLive;
  std::filesystem::path folder;  // Where the names of evidence files begin.
};

// Something wrong with a row; `status` says of which kind.
struct RowProblem {
  std::size_t offset = 0;  // In the text of the row.
  std::string path{};
  Text message{};
  ExitStatus status = ExitStatus::kUsage;
  std::string code{};  // Of the rule that refuses; empty: of no rule.
  Text hint{};         // What to do about that.
};

// Reads a row against the register as it will be. Everything wrong with it is reported. A problem
// whose message is RestsOnWrongRow is another row's.
std::variant<Submission, std::vector<RowProblem>> ReadRow(const JsonValue& row, Draft& draft,
                                                          const RowDefaults& defaults);

// The id of a row, if it has one that can be read: for messages.
std::string RowIdOf(const JsonValue& row);

// Remembers in the draft that this row could not be taken.
void SpoilRow(const JsonValue& row, Draft& draft);

}  // namespace cartulary::cli
