// A log that is read through another: what a test sees or changes on the way is for it to say.
#pragma once

#include <optional>
#include <string>

#include "core/ports/event_log.h"

namespace cartulary {

// Cannot be appended to. Borrows the log.
class LogThrough : public EventLog {
 public:
  explicit LogThrough(const EventLog& log) : log_(log) {}

  Result<Appended> Append(const Batch& batch) override {
    return Error{ErrorCode::kInvalidArgument, WordsOf(batch.events.size())};
  }
  Result<Head> ReadHead() const override { return log_.ReadHead(); }
  Result<std::optional<StreamHead>> FindStream(const Subject& subject) const override {
    return log_.FindStream(subject);
  }
  Status ReadStream(const Subject& subject, Version from,
                    const EventVisitor& visit) const override {
    return log_.ReadStream(subject, from, Through(visit));
  }
  Status ReadStreams(const Subject& first, const Subject& last, const KindFilter& wanted,
                     const EventVisitor& visit) const override {
    return log_.ReadStreams(first, last, wanted, Through(visit));
  }
  Status ReadLog(Index from, const EventVisitor& visit) const override {
    return log_.ReadLog(from, ThroughLog(visit));
  }
  Result<std::optional<std::string>> FindBlob(const Hash& sha256) const override {
    return log_.FindBlob(sha256);
  }
  Result<std::optional<std::string>> FindSealed(const Subject& subject, Version version,
                                                SealedClass content_class) const override {
    return log_.FindSealed(subject, version, content_class);
  }
  Result<std::optional<RequestRecord>> FindRequest(std::string_view id) const override {
    return log_.FindRequest(id);
  }

 private:
  // What takes the events of a history in place of `visit`, which outlives it.
  virtual EventVisitor Through(const EventVisitor& visit) const = 0;
  // Likewise those in the log's own order.
  virtual EventVisitor ThroughLog(const EventVisitor& visit) const { return Through(visit); }

  const EventLog& log_;
};

}  // namespace cartulary
