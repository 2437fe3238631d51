#include "projections/rebuild.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "core/fold/fold.h"
#include "projections/dossier_rows.h"
#include "projections/references.h"
#include "projections/registrations.h"
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

// The streams that verdicts read beside the dossiers.
bool IsReadByVerdicts(StreamKind kind) {
  return kind == StreamKind::kInstitution || kind == StreamKind::kReferential ||
         kind == StreamKind::kJury;
}

// A stream without the facts that no verdict reads and that grow with the learners, so that all
// references fit in memory.
FoldedStream WithoutBulk(FoldedStream stream) {
  std::erase_if(stream.entries, [](const Entry& entry) {
    return std::holds_alternative<CandidateConvened>(entry.fact) ||
           std::holds_alternative<AttendanceSigned>(entry.fact) ||
           std::holds_alternative<MinutesSealed>(entry.fact);
  });
  return stream;
}

// The streams of a range of subjects, one at a time, as far as they are below `size`.
// `finish(stream)` may move from it.
template <typename Finish>
Status FoldRange(const EventLog& log, std::uint8_t range, std::uint64_t size,
                 const KindFilter& wanted, const Finish& finish) {
  Subject first, last;
  last.bytes.fill(0xff);
  first.bytes[0] = last.bytes[0] = range;
  FoldedStream stream;
  const auto take = [&](const Event& event, std::string_view) -> Result<Visit> {
    if (event.index.value >= size) return Visit::kGoOn;
    if (stream.subject != event.subject && !stream.empty()) {
      CARTULARY_RETURN_IF_ERROR(finish(std::exchange(stream, {})));
    }
    CARTULARY_RETURN_IF_ERROR(Fold(stream, event));
    return Visit::kGoOn;
  };
  CARTULARY_RETURN_IF_ERROR(log.ReadStreams(first, last, wanted, take));
  return stream.empty() ? Status(Ok{}) : finish(std::move(stream));
}

// The stream of one subject, as far as it is below `size`.
Result<FoldedStream> FoldOne(const EventLog& log, const Subject& subject, std::uint64_t size) {
  FoldedStream stream;
  const auto take = [&](const Event& event, std::string_view) -> Result<Visit> {
    if (event.index.value >= size) return Visit::kStop;
    CARTULARY_RETURN_IF_ERROR(Fold(stream, event));
    return Visit::kGoOn;
  };
  CARTULARY_RETURN_IF_ERROR(log.ReadStream(subject, Version{}, take));
  return stream;
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

// Fills one generation: the streams that verdicts read, then all others, learners with their
// verdicts, so that each event is read once.
class Filling {
 public:
  Filling(const ProjectionPorts& ports, StateStore& state, std::uint64_t size, Date on)
      : ports_(ports), state_(state), size_(size), on_(on) {}

  Status FoldReferences() {
    std::map<Subject, FoldedStream> streams;
    std::mutex mutex;
    const auto keep = [&](FoldedStream stream, ChangeSink& sink) {
      auto changes = StreamChanges(stream, ports_.hasher);
      const Subject subject = stream.subject;
      {
        const std::lock_guard lock(mutex);
        streams.emplace(subject, WithoutBulk(std::move(stream)));
      }
      return sink.Add(std::move(changes));
    };
    CARTULARY_RETURN_IF_ERROR(Fold(IsReadByVerdicts, keep));
    return Arrange(streams);
  }

  Status FoldOthers() {
    const auto is_other = [](StreamKind kind) { return !IsReadByVerdicts(kind); };
    return Fold(is_other, [&](FoldedStream stream, ChangeSink& sink) -> Status {
      CARTULARY_RETURN_IF_ERROR(sink.Add(StreamChanges(stream, ports_.hasher)));
      if (stream.kind != StreamKind::kLearner) return Ok{};
      return Judge(std::move(stream), sink);
    });
  }

 private:
  template <typename Finish>
  Status Fold(const KindFilter& wanted, const Finish& finish) {
    return ForEachRange(ports_.executor, [&](std::uint8_t range) -> Status {
      ChangeSink sink(state_, state_mutex_);
      const auto take = [&](FoldedStream stream) { return finish(std::move(stream), sink); };
      CARTULARY_RETURN_IF_ERROR(FoldRange(ports_.log, range, size_, wanted, take));
      return sink.Flush();
    });
  }

  // Puts the streams where evaluations look for them.
  Status Arrange(std::map<Subject, FoldedStream>& streams) {
    ReferenceGatherer gatherer(ports_.hasher, [&](const Subject& subject) -> Result<FoldedStream> {
      auto found = streams.extract(subject);
      return found.empty() ? FoldedStream() : std::move(found.mapped());
    });
    Citations all;
    for (const auto& [subject, stream] : streams) {
      if (stream.kind == StreamKind::kJury) all.juries.insert(IdFrom<JuryId>(subject));
      if (stream.kind != StreamKind::kReferential) continue;
      all.referentials.merge(CitationsOf(stream).referentials);
    }
    CARTULARY_RETURN_IF_ERROR(gatherer.Gather(all));
    reference_ = gatherer.Take();
    return Ok{};
  }

  Status Judge(Dossier own, ChangeSink& sink) const {
    CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier,
                               JoinRegistrations(std::move(own), on_, [&](const Subject& subject) {
                                 return FoldOne(ports_.log, subject, size_);
                               }));
    CARTULARY_ASSIGN_OR_RETURN(
        auto changes, VerdictChanges(dossier, reference_, ports_.rules, std::nullopt, on_));
    return sink.Add(std::move(changes));
  }

  const ProjectionPorts& ports_;
  StateStore& state_;
  const std::uint64_t size_;
  const Date on_;
  std::mutex state_mutex_;
  Reference reference_;
};

}  // namespace

Status FillState(const ProjectionPorts& ports, StateStore& state, std::uint64_t size) {
  if (size == 0) return Ok{};
  CARTULARY_ASSIGN_OR_RETURN(const Date on, RecordedDateOf(ports.log, size - 1));
  Filling filling(ports, state, size, on);
  CARTULARY_RETURN_IF_ERROR(filling.FoldReferences());
  CARTULARY_RETURN_IF_ERROR(filling.FoldOthers());
  return state.Commit({}, size);
}

Status Rebuild(const ProjectionPorts& ports, StateStores& stores) {
  CARTULARY_ASSIGN_OR_RETURN(const Head head, ports.log.ReadHead());
  CARTULARY_ASSIGN_OR_RETURN(const auto state, stores.Begin());
  CARTULARY_RETURN_IF_ERROR(FillState(ports, *state, head.size));
  return stores.Activate(*state);
}

}  // namespace cartulary
