#include "projections/make_rows.h"

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
#include "projections/steps.h"
#include "projections/verdicts.h"

namespace cartulary {
namespace {

// Subjects are spread evenly over their first byte.
constexpr std::size_t kRanges = 256;

// Of the last of the first `size` events.
Result<Date> RecordedDateOf(const EventLog& log, std::uint64_t size) {
  const std::uint64_t index = LastShown(log.passed_over(), size);
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
Status FoldRange(const ProjectionPorts& ports, std::uint8_t range, std::uint64_t size,
                 const KindFilter& wanted, RowTaker& taker, const Finish& finish) {
  Subject first, last;
  last.bytes.fill(0xff);
  first.bytes[0] = last.bytes[0] = range;
  FoldedStream stream;
  Steps steps(ports.watch);
  const auto take = [&](const Event& event, std::string_view message) -> Result<Visit> {
    CARTULARY_RETURN_IF_ERROR(steps.Take());
    taker.See(event, message);
    if (event.index.value >= size) return Visit::kGoOn;
    if (stream.subject != event.subject && !stream.empty()) {
      CARTULARY_RETURN_IF_ERROR(finish(std::exchange(stream, {})));
    }
    CARTULARY_RETURN_IF_ERROR(Fold(stream, event, ports.log.passed_over()));
    return Visit::kGoOn;
  };
  CARTULARY_RETURN_IF_ERROR(ports.log.ReadStreams(first, last, wanted, take));
  CARTULARY_RETURN_IF_ERROR(steps.Tell());
  return stream.empty() ? Status(Ok{}) : finish(std::move(stream));
}

// The stream of one subject, as far as it is below `size`.
Result<FoldedStream> FoldOne(const EventLog& log, const Subject& subject, std::uint64_t size) {
  FoldedStream stream;
  const auto take = [&](const Event& event, std::string_view) -> Result<Visit> {
    if (event.index.value >= size) return Visit::kStop;
    CARTULARY_RETURN_IF_ERROR(Fold(stream, event, log.passed_over()));
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

// The streams that verdicts read, then all others, learners with their verdicts.
class Making {
 public:
  Making(const ProjectionPorts& ports, std::uint64_t size, Date on,
         const std::function<std::unique_ptr<RowTaker>()>& begin)
      : ports_(ports), size_(size), on_(on), begin_(begin) {}

  Status MakeReferences() {
    std::map<Subject, FoldedStream> streams;
    std::mutex mutex;
    const auto keep = [&](FoldedStream stream, RowTaker& taker) {
      auto rows = StreamChanges(stream, ports_.hasher);
      const Subject subject = stream.subject;
      {
        const std::lock_guard lock(mutex);
        streams.emplace(subject, WithoutBulk(std::move(stream)));
      }
      return Give(std::move(rows), taker);
    };
    CARTULARY_RETURN_IF_ERROR(ForEachStream(IsReadByVerdicts, keep));
    return Arrange(streams);
  }

  Status MakeOthers() {
    const auto is_other = [](StreamKind kind) { return !IsReadByVerdicts(kind); };
    return ForEachStream(is_other, [&](FoldedStream stream, RowTaker& taker) -> Status {
      CARTULARY_RETURN_IF_ERROR(Give(StreamChanges(stream, ports_.hasher), taker));
      if (stream.kind != StreamKind::kLearner) return Ok{};
      return Judge(std::move(stream), taker);
    });
  }

 private:
  template <typename Finish>
  Status ForEachStream(const KindFilter& wanted, const Finish& finish) {
    return ForEachRange(ports_.executor, [&](std::uint8_t range) -> Status {
      const std::unique_ptr<RowTaker> taker = begin_();
      const auto take = [&](FoldedStream stream) { return finish(std::move(stream), *taker); };
      CARTULARY_RETURN_IF_ERROR(FoldRange(ports_, range, size_, wanted, *taker, take));
      return taker->Finish();
    });
  }

  // Where nothing is yet, nothing is to be deleted.
  static Status Give(std::vector<StateChange> changes, RowTaker& taker) {
    std::erase_if(changes, [](const StateChange& change) { return !change.value; });
    return taker.Take(std::move(changes));
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

  Status Judge(Dossier own, RowTaker& taker) const {
    CARTULARY_ASSIGN_OR_RETURN(const Dossier dossier,
                               JoinRegistrations(std::move(own), on_, [&](const Subject& subject) {
                                 return FoldOne(ports_.log, subject, size_);
                               }));
    CARTULARY_ASSIGN_OR_RETURN(
        auto rows, VerdictChanges(dossier, reference_, ports_.rules, std::nullopt, on_));
    return Give(std::move(rows), taker);
  }

  const ProjectionPorts& ports_;
  const std::uint64_t size_;
  const Date on_;
  const std::function<std::unique_ptr<RowTaker>()>& begin_;
  Reference reference_;
};

}  // namespace

Status MakeRows(const ProjectionPorts& ports, std::uint64_t size,
                const std::function<std::unique_ptr<RowTaker>()>& begin) {
  Date on;
  if (size > 0) {
    CARTULARY_ASSIGN_OR_RETURN(on, RecordedDateOf(ports.log, size));
  }
  Making making(ports, size, on, begin);
  CARTULARY_RETURN_IF_ERROR(making.MakeReferences());
  return making.MakeOthers();
}

}  // namespace cartulary
