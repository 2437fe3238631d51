#include "projections/check.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "projections/make_rows.h"
#include "projections/parallel.h"
#include "projections/sketch.h"
#include "projections/steps.h"

namespace cartulary {
namespace {

constexpr std::size_t kBuckets = 4096;  // Of rows, and of events; bounds memory.

// Where a row is. Places are ordered as digests take them.
struct Place {
  Table table{};
  std::string key;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// The rows that are stored, in their order, in buckets of as many rows each.
class StoredRows {
 public:
  void Add(const Place& place, const Hash& hash) {
    if (in_last_ == rows_per_bucket_) {
      if (firsts_.size() == kBuckets) Halve();
      firsts_.push_back(place);
      sketch_.AddBucket();
      in_last_ = 0;
    }
    sketch_.Add(sketch_.size() - 1, hash);
    ++in_last_;
  }

  const Sketch& sketch() const { return sketch_; }
  std::size_t BucketOf(const Place& place) const {
    const auto after = std::ranges::upper_bound(firsts_, place);
    return static_cast<std::size_t>(after - firsts_.begin()) - 1;
  }
  const Place& FirstOf(std::size_t bucket) const { return firsts_.at(bucket); }

 private:
  void Halve() {
    for (std::size_t i = 0; i < kBuckets / 2; ++i) firsts_[i] = std::move(firsts_[2 * i]);
    firsts_.resize(kBuckets / 2);
    sketch_.Halve();
    rows_per_bucket_ *= 2;
  }

  std::vector<Place> firsts_{Place{}};  // The first place of each bucket; before all, of the first.
  Sketch sketch_{1};
  std::uint64_t rows_per_bucket_ = 1;
  std::uint64_t in_last_ = 0;
};

// The events of the log by their place in it, in buckets of as many events each, and one for those
// that it does not have.
class EventBuckets {
 public:
  explicit EventBuckets(std::uint64_t log_size) : log_size_(log_size) {}
  std::size_t count() const { return kBuckets + 1; }
  std::size_t Of(Index index) const {
    if (index.value >= log_size_) return kBuckets;
    return index.value / PerBucket();
  }
  std::uint64_t FirstOf(std::size_t bucket) const {
    return std::min(bucket * PerBucket(), log_size_);
  }

 private:
  std::uint64_t PerBucket() const { return log_size_ / kBuckets + 1; }
  const std::uint64_t log_size_;
};

// An event of the histories that is not as in the log.
struct EventDifference {
  enum class Kind : std::uint8_t { kMissing, kOther, kUnknown };
  Index index;
  Kind kind{};
  Subject subject;
  Version version;
};

Error ErrorOf(const EventDifference& found) {
  constexpr auto kHint = [] {
    return Said(
        "the histories are what everything is read from: stop writing, keep the files, and "
        "restore a backup",
        "tout se lit dans les historiques : cessez d'écrire, gardez les fichiers et "
        "restaurez une sauvegarde");
  };
  const std::uint64_t index = found.index.value;
  switch (found.kind) {
    case EventDifference::Kind::kMissing:
      return {ErrorCode::kIntegrity,
              Said("event {0} of the log (version {1} of {2}) is not in the histories",
                   "l'événement {0} du journal (version {1} de {2}) n'est pas dans les historiques",
                   index, found.version.value, found.subject),
              kHint()};
    case EventDifference::Kind::kOther:
      return {ErrorCode::kIntegrity,
              Said("event {0} (version {1} of {2}) is not the same in the histories as in the log",
                   "l'événement {0} (version {1} de {2}) n'est pas le même dans les historiques "
                   "et dans le journal",
                   index, found.version.value, found.subject),
              kHint()};
    case EventDifference::Kind::kUnknown:
      break;
  }
  return {ErrorCode::kIntegrity,
          Said("the histories have an event {0} (version {1} of {2}) that the log does not have",
               "les historiques ont un événement {0} (version {1} de {2}) que le journal n'a pas",
               index, found.version.value, found.subject),
          kHint()};
}

// Keeps the least of what several tasks find.
template <typename T, typename Less>
void KeepLeast(std::optional<T>& least, T found, const Less& less) {
  if (!least || less(found, *least)) least = std::move(found);
}

// Reads the log, the histories and the stored rows side by side. Made for one check.
class Checking {
 public:
  Checking(const ProjectionPorts& ports, const StateStore& stored, const Hash& salt,
           std::uint64_t size, std::uint64_t log_size)
      : ports_(ports), stored_(stored), salt_(salt), size_(size), log_size_(log_size) {}

  Status Read() {
    constexpr std::size_t kLogTasks = 64;
    CARTULARY_RETURN_IF_ERROR(
        ForEach(ports_.executor, kLogTasks + 1, [&](std::size_t task) -> Status {
          if (task == 0) return SketchStored();
          return SketchLog(log_size_ * (task - 1) / kLogTasks, log_size_ * task / kLogTasks);
        }));
    made_.emplace(stored_rows_.sketch().size());
    return MakeRows(ports_, size_, [this] { return std::make_unique<Sketching>(*this); });
  }

  Hash digest() const { return digest_; }

  // The first event that differs, if any does.
  Result<std::optional<EventDifference>> FindEventDifference() {
    const auto bucket = log_.FirstDiffering(histories_);
    if (!bucket) return std::optional<EventDifference>();
    std::map<std::uint64_t, LogEvent> events;
    const std::uint64_t first = events_.FirstOf(*bucket);
    const std::uint64_t end = *bucket == kBuckets ? first : events_.FirstOf(*bucket + 1);
    CARTULARY_RETURN_IF_ERROR(
        ReadLog(first, end, [&](const Event& event, std::string_view message) {
          events[event.index.value] = {{event.subject, event.version}, std::string(message)};
        }));
    std::optional<EventDifference> least;
    std::mutex mutex;
    const auto see = [&](const Event& event, std::string_view message) {
      if (events_.Of(event.index) != *bucket) return;
      const std::lock_guard lock(mutex);
      const auto known = events.find(event.index.value);
      if (known != events.end() && known->second.message == message &&
          !std::exchange(known->second.seen, true)) {
        return;
      }
      const auto kind =
          known == events.end() ? EventDifference::Kind::kUnknown : EventDifference::Kind::kOther;
      if (known != events.end()) known->second.seen = true;
      KeepLeast(least, EventDifference{event.index, kind, event.subject, event.version}, IsBefore);
    };
    CARTULARY_RETURN_IF_ERROR(ReadHistories(see));
    for (const auto& [index, event] : events) {
      if (event.seen) continue;
      KeepLeast(
          least,
          EventDifference{
              {index}, EventDifference::Kind::kMissing, event.where.subject, event.where.version},
          IsBefore);
    }
    return least;
  }

  // The first row that differs, if any does.
  Result<std::optional<StateDifference>> FindRowDifference() {
    const auto bucket = stored_rows_.sketch().FirstDiffering(*made_);
    if (!bucket) return std::optional<StateDifference>();
    std::map<Place, std::string> rows;  // Those stored that were not made yet.
    CARTULARY_RETURN_IF_ERROR(ForEachStored(stored_rows_.FirstOf(*bucket),
                                            [&](Place place, std::string_view value) -> Visit {
                                              if (stored_rows_.BucketOf(place) != *bucket)
                                                return Visit::kStop;
                                              rows.emplace(std::move(place), value);
                                              return Visit::kGoOn;
                                            }));
    std::optional<StateDifference> least;
    std::mutex mutex;
    const auto take = [&](StateChange& row) {
      const Place place{row.table, row.key};
      if (stored_rows_.BucketOf(place) != *bucket) return;
      const std::lock_guard lock(mutex);
      StateDifference found{row.table, row.key, std::nullopt, std::move(row.value)};
      if (const auto stored = rows.find(place); stored != rows.end()) {
        found.left = std::move(stored->second);
        rows.erase(stored);
      }
      if (found.left != found.right) KeepLeast(least, std::move(found), IsRowBefore);
    };
    CARTULARY_RETURN_IF_ERROR(
        MakeRows(ports_, size_, [&] { return std::make_unique<Taking>(take); }));
    for (auto& [place, value] : rows) {
      KeepLeast(least, StateDifference{place.table, place.key, std::move(value), std::nullopt},
                IsRowBefore);
    }
    return least;
  }

 private:
  struct LogEvent {
    EventRef where;
    std::string message;
    bool seen = false;
  };

  static bool IsBefore(const EventDifference& one, const EventDifference& other) {
    return std::tie(one.index, one.subject) < std::tie(other.index, other.subject);
  }
  static bool IsRowBefore(const StateDifference& one, const StateDifference& other) {
    return std::tie(one.table, one.key) < std::tie(other.table, other.key);
  }

  // Sketches what is made, and the histories that it is made from.
  class Sketching final : public RowTaker {
   public:
    explicit Sketching(Checking& all)
        : all_(all),
          hasher_(all.ports_.hasher, all.salt_),
          events_(all.events_.count()),
          rows_(all.made_->size()) {}
    void See(const Event& event, std::string_view message) override {
      events_.Add(all_.events_.Of(event.index), hasher_.Of(event.index.value, "", message));
    }
    Status Take(std::vector<StateChange> rows) override {
      for (const StateChange& row : rows) {
        rows_.Add(all_.stored_rows_.BucketOf({row.table, row.key}),
                  hasher_.Of(static_cast<std::uint64_t>(row.table), row.key, *row.value));
      }
      return Ok{};
    }
    Status Finish() override {
      const std::lock_guard lock(all_.mutex_);
      all_.histories_.Add(events_);
      all_.made_->Add(rows_);
      return Ok{};
    }

   private:
    Checking& all_;
    SaltedHasher hasher_;
    Sketch events_;
    Sketch rows_;
  };

  // Hands every row to a function, from several threads.
  class Taking final : public RowTaker {
   public:
    explicit Taking(std::function<void(StateChange&)> take) : take_(std::move(take)) {}
    Status Take(std::vector<StateChange> rows) override {
      for (StateChange& row : rows) take_(row);
      return Ok{};
    }
    Status Finish() override { return Ok{}; }

   private:
    std::function<void(StateChange&)> take_;
  };

  Status SketchStored() {
    SaltedHasher hasher(ports_.hasher, salt_);
    CARTULARY_RETURN_IF_ERROR(ForEachStored(Place{}, [&](Place place, std::string_view value) {
      const Hash hash = hasher.Of(static_cast<std::uint64_t>(place.table), place.key, value);
      stored_rows_.Add(place, hash);
      return Visit::kGoOn;
    }));
    CARTULARY_ASSIGN_OR_RETURN(digest_, DigestOf(stored_, ports_.hasher));
    return Ok{};
  }

  // The stored rows from a place on, in order.
  Status ForEachStored(const Place& from,
                       const std::function<Visit(Place, std::string_view)>& visit) const {
    bool stopped = false;
    for (const Table table : kTables) {
      if (table < from.table || stopped) continue;
      CARTULARY_RETURN_IF_ERROR(
          stored_.Scan(table, "", table == from.table ? from.key : "",
                       [&](std::string_view key, std::string_view value) -> Result<Visit> {
                         const Visit next = visit({table, std::string(key)}, value);
                         stopped = next == Visit::kStop;
                         return next;
                       }));
    }
    return Ok{};
  }

  template <typename See>
  Status ReadLog(std::uint64_t first, std::uint64_t end, const See& see) const {
    if (first >= end) return Ok{};
    Steps steps(ports_.watch);
    const auto visit = [&](const Event& event, std::string_view message) -> Result<Visit> {
      if (event.index.value >= end) return Visit::kStop;
      see(event, message);
      CARTULARY_RETURN_IF_ERROR(steps.Take());
      return event.index.value + 1 == end ? Visit::kStop : Visit::kGoOn;
    };
    CARTULARY_RETURN_IF_ERROR(ports_.log.ReadLog({first}, visit));
    return steps.Tell();
  }

  Status SketchLog(std::uint64_t first, std::uint64_t end) {
    SaltedHasher hasher(ports_.hasher, salt_);
    Sketch sketch(events_.count());
    CARTULARY_RETURN_IF_ERROR(
        ReadLog(first, end, [&](const Event& event, std::string_view message) {
          sketch.Add(events_.Of(event.index), hasher.Of(event.index.value, "", message));
        }));
    const std::lock_guard lock(mutex_);
    log_.Add(sketch);
    return Ok{};
  }

  // Every event of the histories, from several threads.
  template <typename See>
  Status ReadHistories(const See& see) const {
    constexpr std::size_t kRanges = 256;  // Of subjects, by their first byte.
    return ForEach(ports_.executor, kRanges, [&](std::size_t range) -> Status {
      Subject first, last;
      last.bytes.fill(0xff);
      first.bytes[0] = last.bytes[0] = static_cast<std::uint8_t>(range);
      Steps steps(ports_.watch);
      const auto visit = [&](const Event& event, std::string_view message) -> Result<Visit> {
        see(event, message);
        CARTULARY_RETURN_IF_ERROR(steps.Take());
        return Visit::kGoOn;
      };
      CARTULARY_RETURN_IF_ERROR(ports_.log.ReadStreams(first, last, visit));
      return steps.Tell();
    });
  }

  const ProjectionPorts& ports_;
  const StateStore& stored_;
  const Hash salt_;
  const std::uint64_t size_;
  const std::uint64_t log_size_;
  const EventBuckets events_{log_size_};
  Hash digest_;
  StoredRows stored_rows_;
  std::mutex mutex_;  // Guards the sketches below.
  Sketch log_{events_.count()};
  Sketch histories_{events_.count()};
  std::optional<Sketch> made_;  // In the buckets of `stored_rows_`.
};

}  // namespace

Result<CheckReport> Check(const ProjectionPorts& ports, const StateStore& stored,
                          const Hash& salt) {
  CheckReport report;
  CARTULARY_ASSIGN_OR_RETURN(const Head head, ports.log.ReadHead());
  CARTULARY_ASSIGN_OR_RETURN(report.size, stored.Checkpoint());
  report.log_size = head.size;
  if (report.size > head.size) {
    return DamagedState(Said("the projections have taken in {0} events, and the log has {1}",
                             "les états dérivés tiennent compte de {0} événements, et le journal "
                             "en a {1}",
                             report.size, head.size));
  }
  Checking checking(ports, stored, salt, report.size, head.size);
  CARTULARY_RETURN_IF_ERROR(checking.Read());
  CARTULARY_ASSIGN_OR_RETURN(const auto event, checking.FindEventDifference());
  if (event) return ErrorOf(*event);
  CARTULARY_ASSIGN_OR_RETURN(report.difference, checking.FindRowDifference());
  report.digest = checking.digest();
  return report;
}

}  // namespace cartulary
