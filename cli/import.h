// Imports: many rows from a file, planned whole before anything is written.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"
#include "cli/draft.h"
#include "cli/failure.h"
#include "cli/row.h"

namespace cartulary::cli {

inline constexpr std::size_t kProblemsShownMax = 1000;

// What an import would do.
struct ImportPlan {
  std::vector<Drafted> drafted;
  std::map<std::string_view, std::uint64_t> rows_by_type;  // Of those to record.
  std::uint64_t rows = 0;                                  // In the file.
  std::uint64_t already = 0;                               // Recorded before, word for word.
  std::uint64_t events = 0;
};

// What messages call the rows: a file, or what follows its first lines.
struct RowsName {
  std::string file;
  int lines_before = 0;
};

// Reads every row of `file` and decides it on top of those before. `on_bytes(bytes so far)` is
// called now and then. Errors: a failure with every problem of the file (at most
// kProblemsShownMax of them are listed), each with line and column; its status is that of the
// problems when they are of one kind, and usage when they are not.
OrFailure<ImportPlan> PlanImport(std::istream& file, const RowsName& name, Draft& draft,
                                 const Store& store, const RowDefaults& defaults,
                                 const std::function<void(std::uint64_t)>& on_bytes);

}  // namespace cartulary::cli
