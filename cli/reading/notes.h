// Reads what pages say of events, each stream once.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "cli/reading/identities.h"
#include "cli/render/event_note.h"
#include "core/evaluate/verdict.h"
#include "core/ports/event_log.h"

namespace cartulary::cli {

// Not thread-safe; what it is made with outlives it.
class NoteReader {
 public:
  // Sees the first `log_size` events of the log only.
  NoteReader(const EventLog& log, Identities& identities, std::uint64_t log_size)
      : log_(log), identities_(identities), log_size_(log_size) {}

  // Every event of a stream, in its order.
  // Errors: those of the log and of the identities.
  Result<std::vector<EventNote>> ReadAll(const Subject& subject);
  // Those cited, by index.
  Result<EventNotes> Read(const std::set<Cited>& cited);

 private:
  const EventLog& log_;
  Identities& identities_;
  std::uint64_t log_size_;
  std::map<Subject, std::vector<EventNote>> read_;
};

// All that the tree below a node cites, with what `verdict` itself cites.
std::set<Cited> CitedBy(const Verdict& verdict);

}  // namespace cartulary::cli
