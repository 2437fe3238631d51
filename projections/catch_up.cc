#include "projections/catch_up.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/event.h"
#include "core/fold/fold.h"
#include "projections/dossier_rows.h"
#include "projections/parallel.h"
#include "projections/references.h"
#include "projections/registrations.h"
#include "projections/rows.h"
#include "projections/verdicts.h"

namespace cartulary {
namespace {

constexpr std::size_t kLearnersPerBatch = 512;  // Loaded and evaluated at once; bounds memory.

// The events from one place of the log to another, but for those that are passed over.
Result<std::vector<Event>> ReadSlice(const EventLog& log, std::uint64_t from, std::uint64_t end) {
  std::vector<Event> events;
  CARTULARY_RETURN_IF_ERROR(
      log.ReadLog({from}, [&](const Event& event, std::string_view) -> Result<Visit> {
        if (event.index.value >= end) return Visit::kStop;
        events.push_back(event);
        return event.index.value + 1 == end ? Visit::kStop : Visit::kGoOn;
      }));
  std::set<std::uint64_t> missing;
  for (const auto& [_, unreadable] : log.passed_over()) missing.insert(unreadable.index.value);
  std::uint64_t next = from;
  for (const Event& event : events) {
    while (missing.contains(next)) ++next;
    if (event.index.value != next) {
      return Error{
          ErrorCode::kIntegrity,
          Said("the log has event {0} in place {1}. Stop writing, keep the files, and restore a "
               "backup.",
               "le journal a l'événement {0} à la place {1}. Cessez d'écrire, gardez les fichiers "
               "et restaurez une sauvegarde.",
               event.index.value, next)};
    }
    ++next;
  }
  return events;
}

Table TableOf(StreamKind kind) {
  return kind == StreamKind::kLearner ? Table::kDossiers : Table::kReferences;
}

// The events of one stream in a slice, and the stream with them.
struct Touched {
  std::vector<const Event*> events;
  FoldedStream stream;
  std::vector<StateChange> changes;
};

// The editions of a referential by which somebody may be judged otherwise, if revisions are all
// that the slice holds of it; none if it holds anything else.
std::optional<std::set<EditionCode>> EditionsRevised(const Touched& touched) {
  std::set<EditionCode> editions;
  for (const Event* event : touched.events) {
    if (const auto* applied = std::get_if<RevisionApplied>(&event->fact)) {
      editions.insert(applied->edition);
    } else if (const auto* published = std::get_if<RevisionPublished>(&event->fact)) {
      editions.insert(published->edition);
    } else {
      return std::nullopt;
    }
  }
  return editions;
}

// Whether an enrolment of the dossier was ever bound by one of the editions.
bool NamesAny(const FoldedStream& dossier, const std::set<EditionCode>& editions) {
  return std::any_of(dossier.entries.begin(), dossier.entries.end(), [&](const Entry& entry) {
    if (const auto* opened = std::get_if<EnrolmentOpened>(&entry.fact)) {
      return editions.contains(opened->edition);
    }
    const auto* registered = std::get_if<AnnualRegistrationRecorded>(&entry.fact);
    return registered != nullptr && registered->edition && editions.contains(*registered->edition);
  });
}

// A learner to be evaluated.
struct Concerned {
  FoldedStream dossier;
  Citations citations;
  std::vector<StateChange> changes;
};

// Takes one slice of the log into a state. Made for one slice and used once.
class Slice {
 public:
  Slice(const ProjectionPorts& ports, const StateStore& state, const std::vector<Event>& events)
      : ports_(ports),
        state_(state),
        events_(events),
        on_(events.back().recorded_date),
        references_(ports.hasher, [this](const Subject& subject) {
          return LoadCurrent(Table::kReferences, subject);
        }) {}

  Result<std::vector<StateChange>> Take(std::uint64_t& evaluated) {
    CARTULARY_RETURN_IF_ERROR(FoldTouched());
    CARTULARY_ASSIGN_OR_RETURN(std::set<LearnerId> concerned, FindConcerned());
    std::vector<LearnerId> learners(concerned.begin(), concerned.end());
    while (!learners.empty()) {
      evaluated += learners.size();
      for (std::size_t first = 0; first < learners.size(); first += kLearnersPerBatch) {
        const std::size_t count = std::min(kLearnersPerBatch, learners.size() - first);
        CARTULARY_RETURN_IF_ERROR(Evaluate({learners.data() + first, count}));
      }
      // What concerns a registration that was merged concerns the one that goes on for it.
      learners.clear();
      for (const LearnerId& survivor : std::exchange(survivors_, {})) {
        if (concerned.insert(survivor).second) learners.push_back(survivor);
      }
    }
    return std::move(changes_);
  }

 private:
  Status FoldTouched() {
    for (const Event& event : events_) touched_[event.subject].events.push_back(&event);
    std::vector<std::pair<const Subject, Touched>*> streams;
    for (auto& entry : touched_) streams.push_back(&entry);

    CARTULARY_RETURN_IF_ERROR(ForEach(ports_.executor, streams.size(), [&](std::size_t i) {
      return FoldOne(streams[i]->first, streams[i]->second);
    }));
    for (auto& [subject, touched] : touched_) Append(std::move(touched.changes));
    return Ok{};
  }

  Status FoldOne(const Subject& subject, Touched& touched) const {
    const Table table = TableOf(touched.events.front()->kind);
    CARTULARY_ASSIGN_OR_RETURN(touched.stream, LoadStored(state_, table, subject));
    for (const Event* event : touched.events) {
      CARTULARY_RETURN_IF_ERROR(Fold(touched.stream, *event, ports_.log.passed_over()));
    }
    touched.changes = StreamChanges(touched.stream, ports_.hasher);
    return Ok{};
  }

  // Whose verdict the slice may change, in the order of their ids.
  Result<std::set<LearnerId>> FindConcerned() const {
    std::set<LearnerId> learners;
    for (const auto& [subject, touched] : touched_) {
      const StreamKind kind = touched.stream.kind;
      if (kind == StreamKind::kLearner) {
        learners.insert(IdFrom<LearnerId>(subject));
      } else if (kind == StreamKind::kInstitution) {
        CARTULARY_RETURN_IF_ERROR(AddFrom(Table::kDossiers, "", learners));
      } else if (const auto revised = EditionsRevised(touched)) {
        CARTULARY_RETURN_IF_ERROR(AddBoundBy(subject, *revised, learners));
      } else {
        CARTULARY_RETURN_IF_ERROR(AddFrom(Table::kCitations, SubjectKey(subject), learners));
      }
    }
    CARTULARY_RETURN_IF_ERROR(AddDue(learners));
    return learners;
  }

  // Those who cite the referential and are bound by one of its editions.
  Status AddBoundBy(const Subject& referential, const std::set<EditionCode>& editions,
                    std::set<LearnerId>& learners) const {
    std::set<LearnerId> citing;
    CARTULARY_RETURN_IF_ERROR(AddFrom(Table::kCitations, SubjectKey(referential), citing));
    for (const LearnerId& learner : citing) {
      if (learners.contains(learner)) continue;
      CARTULARY_ASSIGN_OR_RETURN(const FoldedStream dossier,
                                 LoadCurrent(Table::kDossiers, SubjectOf(learner)));
      if (NamesAny(dossier, editions)) learners.insert(learner);
    }
    return Ok{};
  }

  Status AddFrom(Table table, const std::string& prefix, std::set<LearnerId>& learners) const {
    return state_.Scan(table, prefix, prefix,
                       [&](std::string_view key, std::string_view) -> Result<Visit> {
                         CARTULARY_ASSIGN_OR_RETURN(const auto learner, LearnerOfKey(key));
                         learners.insert(learner);
                         return Visit::kGoOn;
                       });
  }

  Status AddDue(std::set<LearnerId>& learners) const {
    const std::string prefix(1, kDueByDate);
    return state_.Scan(Table::kDue, prefix, prefix,
                       [&](std::string_view key, std::string_view) -> Result<Visit> {
                         CARTULARY_ASSIGN_OR_RETURN(const Date date, DateOfDueKey(key));
                         if (date > on_) return Visit::kStop;
                         CARTULARY_ASSIGN_OR_RETURN(const auto learner, LearnerOfKey(key));
                         learners.insert(learner);
                         return Visit::kGoOn;
                       });
  }

  Status Evaluate(std::span<const LearnerId> learners) {
    std::vector<Concerned> batch(learners.size());
    CARTULARY_RETURN_IF_ERROR(ForEach(ports_.executor, batch.size(),
                                      [&](std::size_t i) { return Load(learners[i], batch[i]); }));
    for (const Concerned& learner : batch) {
      CARTULARY_RETURN_IF_ERROR(references_.Gather(learner.citations));
    }
    CARTULARY_RETURN_IF_ERROR(ForEach(ports_.executor, batch.size(),
                                      [&](std::size_t i) { return EvaluateOne(batch[i]); }));
    for (Concerned& learner : batch) {
      Append(std::move(learner.changes));
      if (const auto survivor = SurvivorOf(learner.dossier, on_)) survivors_.insert(*survivor);
    }
    return Ok{};
  }

  Status Load(const LearnerId& id, Concerned& learner) const {
    const auto load = [this](const Subject& subject) {
      return LoadCurrent(Table::kDossiers, subject);
    };
    CARTULARY_ASSIGN_OR_RETURN(FoldedStream own, load(SubjectOf(id)));
    CARTULARY_ASSIGN_OR_RETURN(learner.dossier, JoinRegistrations(std::move(own), on_, load));
    learner.citations = CitationsOf(learner.dossier);
    return Ok{};
  }

  // Keeps the changes that change something: an act of the institution concerns everyone and mostly
  // leaves things as they are.
  Status EvaluateOne(Concerned& learner) const {
    CARTULARY_ASSIGN_OR_RETURN(const auto due,
                               FindDue(state_, IdFrom<LearnerId>(learner.dossier.subject)));
    CARTULARY_ASSIGN_OR_RETURN(
        auto changes,
        VerdictChanges(learner.dossier, references_.reference(), ports_.rules, due, on_));
    for (StateChange& change : changes) {
      CARTULARY_ASSIGN_OR_RETURN(const auto stored, state_.Get(change.table, change.key));
      if (stored != change.value) learner.changes.push_back(std::move(change));
    }
    return Ok{};
  }

  Result<FoldedStream> LoadCurrent(Table table, const Subject& subject) const {
    const auto found = touched_.find(subject);
    if (found != touched_.end()) return found->second.stream;
    return LoadStored(state_, table, subject);
  }

  void Append(std::vector<StateChange> changes) {
    std::move(changes.begin(), changes.end(), std::back_inserter(changes_));
  }

  const ProjectionPorts& ports_;
  const StateStore& state_;
  const std::vector<Event>& events_;
  const Date on_;
  std::map<Subject, Touched> touched_;
  ReferenceGatherer references_;
  std::set<LearnerId> survivors_;  // Of registrations that were merged, among those evaluated.
  std::vector<StateChange> changes_;
};

}  // namespace

Result<CaughtUp> CatchUp(const ProjectionPorts& ports, StateStore& state,
                         const CatchUpOptions& options) {
  CARTULARY_CHECK(options.slice_events_max > 0);
  CaughtUp caught_up;
  CARTULARY_ASSIGN_OR_RETURN(caught_up.size, state.Checkpoint());
  CARTULARY_ASSIGN_OR_RETURN(const Head head, ports.log.ReadHead());
  const std::uint64_t until = std::min(options.until, head.size);
  while (caught_up.size < until) {
    const std::uint64_t end =
        std::min<std::uint64_t>(caught_up.size + options.slice_events_max, until);
    CARTULARY_ASSIGN_OR_RETURN(const std::vector<Event> events,
                               ReadSlice(ports.log, caught_up.size, end));
    std::vector<StateChange> changes;
    if (!events.empty()) {
      CARTULARY_ASSIGN_OR_RETURN(changes, Slice(ports, state, events).Take(caught_up.evaluated));
    }
    CARTULARY_RETURN_IF_ERROR(state.Commit(changes, end));
    caught_up.size = end;
  }
  return caught_up;
}

}  // namespace cartulary
