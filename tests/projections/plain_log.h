// A log that is a list of events, without bytes, hashes or checks: whatever a test puts in.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/check.h"
#include "core/ports/event_log.h"

namespace cartulary {

class PlainLog final : public EventLog {
 public:
  // Numbers the event; its stream goes on.
  Event& Add(StreamKind kind, const Subject& subject, Fact fact, Date effective, Date recorded) {
    Event event;
    event.kind = kind;
    event.subject = subject;
    event.fact = std::move(fact);
    event.index = {events_.size()};
    event.version = {streams_[subject].size()};
    event.by.effective = effective;
    event.recorded_date = recorded;
    event.recorded = {static_cast<std::uint64_t>(recorded.days) * 86'400'000'000 +
                      event.index.value};
    streams_[subject].push_back(events_.size());
    return events_.emplace_back(std::move(event));
  }
  void AddBlob(const Hash& name, std::string bytes) { blobs_[name] = std::move(bytes); }

  // Leaves the first `size` events.
  void Truncate(std::size_t size) {
    events_.resize(size);
    for (auto stream = streams_.begin(); stream != streams_.end();) {
      std::erase_if(stream->second, [&](std::size_t place) { return place >= size; });
      stream = stream->second.empty() ? streams_.erase(stream) : std::next(stream);
    }
  }

  const std::vector<Event>& events() const { return events_; }
  std::vector<Event>& events() { return events_; }
  // Where the events of a stream are.
  const std::vector<std::size_t>& StreamOf(const Subject& subject) const {
    return streams_.at(subject);
  }

  Result<Appended> Append(const Batch&) override {
    return Error{ErrorCode::kInvalidArgument, WordsOf("this log is filled by Add.")};
  }
  Result<Head> ReadHead() const override {
    Head head;
    head.size = events_.size();
    if (!events_.empty()) {
      head.recorded = events_.back().recorded;
      head.recorded_date = events_.back().recorded_date;
    }
    return head;
  }
  Result<std::optional<StreamHead>> FindStream(const Subject& subject) const override {
    const auto found = streams_.find(subject);
    if (found == streams_.end()) return std::optional<StreamHead>();
    const Event& last = events_.at(found->second.back());
    return std::optional(StreamHead{last.kind, last.version, {}});
  }
  Status ReadStream(const Subject& subject, Version from,
                    const EventVisitor& visit) const override {
    const auto found = streams_.find(subject);
    if (found == streams_.end()) return Ok{};
    const auto shown = Show(found->second, from.value, visit);
    return shown ? Status(Ok{}) : Status(shown.error());
  }
  Status ReadStreams(const Subject& first, const Subject& last, const KindFilter& wanted,
                     const EventVisitor& visit) const override {
    for (auto i = streams_.lower_bound(first); i != streams_.end() && i->first <= last; ++i) {
      if (!wanted(events_.at(i->second.front()).kind)) continue;
      CARTULARY_ASSIGN_OR_RETURN(const Visit next, Show(i->second, 0, visit));
      if (next == Visit::kStop) break;
    }
    return Ok{};
  }
  Status ReadLog(Index from, const EventVisitor& visit) const override {
    for (std::size_t i = from.value; i < events_.size(); ++i) {
      CARTULARY_ASSIGN_OR_RETURN(const Visit next, visit(events_[i], ""));
      if (next == Visit::kStop) break;
    }
    return Ok{};
  }
  Result<std::optional<std::string>> FindBlob(const Hash& sha256) const override {
    const auto found = blobs_.find(sha256);
    if (found == blobs_.end()) return std::optional<std::string>();
    return std::optional(found->second);
  }
  Result<std::optional<std::string>> FindSealed(const Subject&, Version,
                                                SealedClass) const override {
    return std::optional<std::string>();
  }
  Result<std::optional<RequestRecord>> FindRequest(std::string_view) const override {
    return std::optional<RequestRecord>();
  }

 private:
  Result<Visit> Show(const std::vector<std::size_t>& places, std::size_t from,
                     const EventVisitor& visit) const {
    for (std::size_t i = from; i < places.size(); ++i) {
      CARTULARY_ASSIGN_OR_RETURN(const Visit next, visit(events_[places[i]], ""));
      if (next == Visit::kStop) return next;
    }
    return Visit::kGoOn;
  }

  std::vector<Event> events_;
  std::map<Subject, std::vector<std::size_t>> streams_;
  std::map<Hash, std::string> blobs_;
};

}  // namespace cartulary
