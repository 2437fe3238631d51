// What the projections are handed.
#pragma once

#include "core/ports/event_log.h"
#include "core/ports/executor.h"
#include "core/ports/hasher.h"
#include "core/ports/watch.h"
#include "projections/rules_source.h"

namespace cartulary {

// Borrowed; must outlive whatever is made with it.
struct ProjectionPorts {
  const EventLog& log;
  const RulesSource& rules;
  const Hasher& hasher;
  Executor& executor;
  Watch* watch = nullptr;  // Of long pieces of work; none: they run to their end.
};

}  // namespace cartulary
