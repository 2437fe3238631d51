// A log whose histories are not as the log: what a test makes of them.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "store/codec/event_codec.h"
#include "tests/projections/log_through.h"
#include "tests/projections/plain_log.h"

namespace cartulary {

// What the histories show of an event of the log; none: it is not there.
using Edit = std::function<std::optional<Event>(const Event&)>;

// Shows each event with its message. Borrows the log.
class EditedLog final : public LogThrough {
 public:
  EditedLog(const PlainLog& log, Edit edit) : LogThrough(log), edit_(std::move(edit)) {}

 private:
  Result<Visit> Show(const Event& event, const EventVisitor& visit) const {
    Event shown = event;
    shown.by.actor.role = ActorRole::kRegistrar;  // A plain log knows of no actor.
    shown.by.actor.assurance = Assurance::kOsAccount;
    CARTULARY_ASSIGN_OR_RETURN(const std::string message, codec_.Encode(shown));
    return visit(shown, message);
  }
  EventVisitor Through(const EventVisitor& visit) const override {
    return [this, &visit](const Event& event, std::string_view) -> Result<Visit> {
      const auto edited = edit_(event);
      return edited ? Show(*edited, visit) : Result<Visit>(Visit::kGoOn);
    };
  }
  EventVisitor ThroughLog(const EventVisitor& visit) const override {
    return [this, &visit](const Event& event, std::string_view) { return Show(event, visit); };
  }

  const Edit edit_;
  CapnpEventCodec codec_;
};

}  // namespace cartulary
