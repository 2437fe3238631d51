#include "projections/rebuild.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/binary/stream.h"
#include "core/fold/fold.h"
#include "projections/dossier_rows.h"
#include "projections/references.h"
#include "projections/registrations.h"
#include "projections/rows.h"
#include "projections/verdicts.h"

namespace cartulary {
namespace {

// Subjects are spread evenly over their first byte.
constexpr std::size_t kRanges = 256;
constexpr std::size_t kChangesPerCommit = 4096;  // Held by each task; bounds memory.

// Collects the changes of one task and commits them, many at a time. The store has one writer.
class ChangeSink {
 public:
  ChangeSink(StateStore& state, std::mutex& mutex) : state_(state), mutex_(mutex) {}

  Status Add(std::vector<StateChange> changes) {
    for (StateChange& change : changes) {
      if (change.value) pending_.push_back(std::move(change));  // Nothing is there to be deleted.
    }
    return pending_.size() < kChangesPerCommit ? Status(Ok{}) : Flush();
  }
  Status Flush() {
    const std::lock_guard lock(mutex_);
    CARTULARY_RETURN_IF_ERROR(state_.Commit(pending_, 0));
    pending_.clear();
    return Ok{};
  }

 private:
  StateStore& state_;
  std::mutex& mutex_;
  std::vector<StateChange> pending_;
};

Result<Date> RecordedDateOf(const EventLog& log, std::uint64_t index) {
  std::optional<Date> date;
  CARTULARY_RETURN_IF_ERROR(
      log.ReadLog({index}, [&](const Event& event, std::string_view) -> Result<Visit> {
        date = event.recorded_date;
        return Visit::kStop;
      }));
  if (date) return *date;
  return Error{ErrorCode::kNotFound,
               Said("the log has no event {0}.", "le journal n'a pas d'événement {0}.", index)};
}

// Folds the streams whose subject begins with `range`, as far as they are below `size`.
Status FoldRange(const ProjectionPorts& ports, std::uint8_t range, std::uint64_t size,
                 ChangeSink& sink) {
  FoldedStream stream;
  const auto finish = [&]() -> Status {
    if (stream.empty()) return Ok{};
    auto changes = StreamChanges(stream, ports.hasher);
    stream = {};
    return sink.Add(std::move(changes));
  };
  Subject first, last;
  last.bytes.fill(0xff);
  first.bytes[0] = last.bytes[0] = range;
  const auto take = [&](const Event& event, std::string_view) -> Result<Visit> {
    if (event.index.value >= size) return Visit::kGoOn;
    if (stream.subject != event.subject) CARTULARY_RETURN_IF_ERROR(finish());
    CARTULARY_RETURN_IF_ERROR(Fold(stream, event));
    return Visit::kGoOn;
  };
  CARTULARY_RETURN_IF_ERROR(ports.log.ReadStreams(first, last, take));
  CARTULARY_RETURN_IF_ERROR(finish());
  return sink.Flush();
}

// Evaluates the learners whose id begins with `range`, from what FoldRange has stored.
Status EvaluateRange(const ProjectionPorts& ports, const StateStore& state, std::uint8_t range,
                     Date on, ChangeSink& sink) {
  ReferenceGatherer references(ports.hasher, [&](const Subject& subject) {
    return LoadStored(state, Table::kReferences, subject);
  });
  const auto evaluate = [&](std::string_view, std::string_view value) -> Result<Visit> {
    CARTULARY_ASSIGN_OR_RETURN(Dossier own, DecodeStream(value));
    CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier,
                               JoinRegistrations(std::move(own), on, [&](const Subject& subject) {
                                 return LoadStored(state, Table::kDossiers, subject);
                               }));
    CARTULARY_RETURN_IF_ERROR(references.Gather(CitationsOf(dossier)));
    CARTULARY_ASSIGN_OR_RETURN(
        auto changes, VerdictChanges(dossier, references.reference(), ports.rules, state, on));
    CARTULARY_RETURN_IF_ERROR(sink.Add(std::move(changes)));
    return Visit::kGoOn;
  };
  const std::string prefix(1, static_cast<char>(range));
  CARTULARY_RETURN_IF_ERROR(state.Scan(Table::kDossiers, prefix, prefix, evaluate));
  return sink.Flush();
}

// Calls work(range) for every range. Errors: that of the least range among those that failed; the
// others stop early.
template <typename Work>
Status ForEachRange(Executor& executor, const Work& work) {
  std::array<std::optional<Error>, kRanges> errors;
  std::atomic<bool> failed = false;
  executor.RunAll(kRanges, [&](std::size_t range) {
    if (failed) return;
    if (Status done = work(static_cast<std::uint8_t>(range)); !done) {
      errors[range] = std::move(done).error();
      failed = true;
    }
  });
  for (auto& error : errors) {
    if (error) return *std::move(error);
  }
  return Ok{};
}

}  // namespace

Status FillState(const ProjectionPorts& ports, StateStore& state, std::uint64_t size) {
  if (size == 0) return Ok{};
  CARTULARY_ASSIGN_OR_RETURN(const Date on, RecordedDateOf(ports.log, size - 1));
  std::mutex mutex;
  CARTULARY_RETURN_IF_ERROR(ForEachRange(ports.executor, [&](std::uint8_t range) {
    ChangeSink sink(state, mutex);
    return FoldRange(ports, range, size, sink);
  }));
  CARTULARY_RETURN_IF_ERROR(ForEachRange(ports.executor, [&](std::uint8_t range) {
    ChangeSink sink(state, mutex);
    return EvaluateRange(ports, state, range, on, sink);
  }));
  return state.Commit({}, size);
}

Status Rebuild(const ProjectionPorts& ports, StateStores& stores) {
  CARTULARY_ASSIGN_OR_RETURN(const Head head, ports.log.ReadHead());
  CARTULARY_ASSIGN_OR_RETURN(const auto state, stores.Begin());
  CARTULARY_RETURN_IF_ERROR(FillState(ports, *state, head.size));
  return stores.Activate(*state);
}

}  // namespace cartulary
