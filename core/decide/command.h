// A command: what somebody asks the register to record, after the edge has parsed it and before
// Decide has allowed it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/decide/rejection.h"
#include "core/event.h"
#include "core/fold/dossier.h"
#include "core/ids.h"

namespace cartulary {

struct Command {
  StreamKind kind{};
  Subject subject;
  Fact fact;
  Attribution by;  // Effective date included.
  std::vector<SealedPiece> sealed;
  // For an award: findings that it is issued in spite of.
  std::vector<FindingCode> despite;
};

// What Decide may look at. Borrowed; must outlive the call.
struct DecideContext {
  const FoldedStream* target = nullptr;  // The command's stream; empty if there is none yet.
  const Reference* reference = nullptr;  // Institution, and what target and command cite.
  // Who holds the number or code that the command takes (student number, session code, award
  // number, staff number), if somebody does.
  std::optional<Subject> holder;
  Date today;  // Civil date of the recording.
};

struct Decided {
  StreamKind kind{};
  Subject subject;
  Fact fact;
};

// The facts to append, in order, or the rule that says no.
using Decision = std::variant<std::vector<Decided>, Rejection>;

}  // namespace cartulary
