// A command: what somebody asks the register to record, after the edge has parsed it and before
// Decide has allowed it.
#pragma once

#include <cstddef>
#include <vector>

#include "core/code.h"
#include "core/event.h"
#include "core/ids.h"

namespace cartulary {

// A revision and the cases that it opens are one commit (core/ports/event_log.h).
inline constexpr std::size_t kCasesPerRevisionMax = 4095;

struct Command {
  StreamKind kind{};
  Subject subject;
  Fact fact;
  Attribution by;  // Effective date included.
  std::vector<SealedPiece> sealed;
  // For an award: findings that it is issued in spite of (core/decide/decide.h names them).
  std::vector<FindingCode> despite;
  // For a revision applied: the cases to open with it; `applied` is filled in.
  std::vector<CaseOpened> cases;
};

}  // namespace cartulary
