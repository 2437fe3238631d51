// A log whose histories are not as the log: what a test makes of them.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "store/codec/event_codec.h"
#include "tests/projections/plain_log.h"

namespace cartulary {

// What the histories show of an event of the log; none: it is not there.
using Edit = std::function<std::optional<Event>(const Event&)>;

// Shows each event with its message. Borrows the log.
class EditedLog final : public EventLog {
 public:
  EditedLog(const PlainLog& log, Edit edit) : log_(log), edit_(std::move(edit)) {}

  Result<Appended> Append(const Batch& batch) override {
    return Error{ErrorCode::kInvalidArgument, WordsOf(batch.events.size())};
  }
  Result<Head> ReadHead() const override { return log_.ReadHead(); }
  Result<std::optional<StreamHead>> FindStream(const Subject& subject) const override {
    return log_.FindStream(subject);
  }
  Status ReadStream(const Subject& subject, Version from,
                    const EventVisitor& visit) const override {
    return log_.ReadStream(subject, from, Edited(visit));
  }
  Status ReadStreams(const Subject& first, const Subject& last, const KindFilter& wanted,
                     const EventVisitor& visit) const override {
    return log_.ReadStreams(first, last, wanted, Edited(visit));
  }
  Status ReadLog(Index from, const EventVisitor& visit) const override {
    return log_.ReadLog(from,
                        [&](const Event& event, std::string_view) { return Show(event, visit); });
  }
  Result<std::optional<std::string>> FindBlob(const Hash& sha256) const override {
    return log_.FindBlob(sha256);
  }
  Result<std::optional<std::string>> FindSealed(const Subject&, Version,
                                                SealedClass) const override {
    return std::optional<std::string>();
  }
  Result<std::optional<RequestRecord>> FindRequest(std::string_view) const override {
    return std::optional<RequestRecord>();
  }

 private:
  Result<Visit> Show(const Event& event, const EventVisitor& visit) const {
    Event shown = event;
    shown.by.actor.role = ActorRole::kRegistrar;  // A plain log knows of no actor.
    shown.by.actor.assurance = Assurance::kOsAccount;
    CARTULARY_ASSIGN_OR_RETURN(const std::string message, codec_.Encode(shown));
    return visit(shown, message);
  }
  EventVisitor Edited(const EventVisitor& visit) const {
    return [this, &visit](const Event& event, std::string_view) -> Result<Visit> {
      const auto edited = edit_(event);
      return edited ? Show(*edited, visit) : Result<Visit>(Visit::kGoOn);
    };
  }

  const PlainLog& log_;
  const Edit edit_;
  CapnpEventCodec codec_;
};

}  // namespace cartulary
