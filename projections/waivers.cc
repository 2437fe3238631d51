#include "projections/waivers.h"

#include <map>
#include <variant>

#include "core/subjects.h"

namespace cartulary {
namespace {

// The waivers by their versions, those that hold so far.
class Waiving {
 public:
  void Take(const Event& event) {
    if (const auto* waived = std::get_if<SkipWaived>(&event.fact)) {
      by_version_[event.version] = {waived->event, event.index};
    } else if (const auto* voided = std::get_if<FactVoided>(&event.fact)) {
      by_version_.erase(voided->target);
    } else if (const auto* corrected = std::get_if<FactCorrected>(&event.fact)) {
      by_version_.erase(corrected->target);
      const auto* other = std::get_if<SkipWaived>(&corrected->replacement);
      if (other != nullptr) by_version_[event.version] = {other->event, event.index};
    }
  }
  void AddTo(Waivers& waivers) const {
    for (const auto& [_, waived] : by_version_) waivers.insert(waived);
  }

 private:
  std::map<Version, std::pair<EventRef, Index>> by_version_;
};

}  // namespace

Status PassOverWaived(EventLog& log, const Hasher& hasher, const Waivers& more) {
  Waiving waiving;
  CARTULARY_RETURN_IF_ERROR(log.ReadDecodable(
      SystemSubject(hasher), [&](const Event& event, std::string_view) -> Result<Visit> {
        waiving.Take(event);
        return Visit::kGoOn;
      }));
  Waivers waivers = more;
  waiving.AddTo(waivers);
  return log.PassOver(waivers);
}

}  // namespace cartulary
