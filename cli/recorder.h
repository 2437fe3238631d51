// Writes what a draft holds.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "cli/context.h"
#include "cli/draft.h"
#include "cli/failure.h"
#include "cli/store.h"
#include "core/ids.h"

namespace cartulary::cli {

struct Recorded {
  Index first;  // Of the first commit, if there are events.
  std::uint64_t events = 0;
  std::uint64_t commits = 0;
};

// Appends in commits of at most `commit_events_max` events (1 to kEventsPerCommitMax). What was
// drafted together stays together, in the order given; but in a run of facts about learners, who
// are independent of one another, each commit is sorted by learner, which makes histories cheaper
// to write. Calls `on_commit(what was recorded so far)` after each commit, which is durable then.
// Takes `drafted`. Errors: conflict, if another process appended meanwhile; those of the log.
// Commits before the one that failed stay.
OrFailure<Recorded> Append(Store& store, std::vector<Drafted> drafted,
                           const std::function<void(const Recorded&)>& on_commit,
                           std::size_t commit_events_max = kEventsPerCommitMax);

// What one fact became.
struct RecordedFact {
  Index index;
  StreamKind kind{};
  EventRef event{};
  std::uint64_t events = 1;  // With those that it brought along.
  bool already = false;      // The request was known: this is what it made then.
};

// Makes a submission against a draft and appends what Decide allows, in one commit. Should another
// writer come first, `make` is called again on a fresh draft, a few times.
OrFailure<RecordedFact> RecordOne(const Context& context, Store& store,
                                  const std::function<OrFailure<Submission>(Draft&)>& make);

// A fact of the system's stream, by the actor that was named. Errors: those of Draft::FindActor.
OrFailure<Submission> OfSystem(Draft& draft, const Store& store, Fact fact, Date on);

}  // namespace cartulary::cli
