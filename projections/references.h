// Gathers the reference streams that evaluations read, each loaded once.
#pragma once

#include <functional>
#include <set>

#include "core/fold/dossier.h"
#include "core/fold/fold.h"
#include "core/ports/hasher.h"
#include "core/ports/state_store.h"
#include "core/result.h"

namespace cartulary {

// Gives a folded stream, empty if there is none.
using StreamLoader = std::function<Result<FoldedStream>(const Subject&)>;

// Grows with what it is asked for. Not thread-safe; `reference()` may be read by several threads
// while it does not grow.
class ReferenceGatherer {
 public:
  ReferenceGatherer(const Hasher& hasher, StreamLoader load);

  // The institution's stream and those cited are in `reference()` after that.
  Status Gather(const Citations& citations);
  const Reference& reference() const { return reference_; }
  Reference Take() { return std::move(reference_); }

 private:
  const Hasher& hasher_;
  StreamLoader load_;
  bool has_institution_ = false;
  Reference reference_;
};

// The folded stream as a state store has it; empty if it has none.
Result<FoldedStream> LoadStored(const StateStore& state, Table table, const Subject& subject);

}  // namespace cartulary
