#include "core/evaluate/offices.h"

#include <algorithm>

namespace cartulary {
namespace {

template <typename T>
bool Covers(const std::optional<T>& scope, const std::optional<T>& asked) {
  return !scope || !asked || *scope == *asked;
}

// The day of an end is the last day.
bool EndedBefore(const Entry& end, const Entry& start, Date day) {
  return start.effective <= end.effective && end.effective < day;
}

}  // namespace

const Entry* OfficeOn(const FoldedStream& institution, const PersonId& person, Office office,
                      const std::optional<CampusCode>& campus, Date day) {
  for (const auto& held : HeldOn<OfficeHeld>(institution, day)) {
    if (held->person != person || held->office != office || !Covers(held->campus, campus)) continue;
    if (held->to && *held->to < day) continue;
    const auto left = HeldOn<OfficeLeft>(institution, day);
    const bool over = std::ranges::any_of(left, [&](const Held<OfficeLeft>& leaving) {
      return leaving->person == person && leaving->office == office &&
             Covers(leaving->campus, held->campus) && EndedBefore(*leaving.entry, *held.entry, day);
    });
    if (!over) return held.entry;
  }
  return nullptr;
}

std::vector<Delegated> DelegationsOn(const FoldedStream& institution, DelegationKind kind,
                                     const PersonId& person, Office office,
                                     const CertificationCode& certification,
                                     const CampusCode& campus, Date day) {
  std::vector<Delegated> delegations;
  for (const auto& granted : HeldOn<DelegationGranted>(institution, day)) {
    if (granted->delegate != person || granted->kind != kind) continue;
    if (granted->certification && *granted->certification != certification) continue;
    if (granted->campus && *granted->campus != campus) continue;
    if (granted->to && *granted->to < day) continue;
    const auto ends = HeldOn<DelegationEnded>(institution, day);
    const bool over = std::ranges::any_of(ends, [&](const Held<DelegationEnded>& end) {
      return FindStanding(institution, end->delegation) == granted.entry &&
             end.entry->effective < day;
    });
    if (over) continue;
    if (const Entry* held = OfficeOn(institution, granted->from, office, campus, day)) {
      delegations.push_back({granted.entry, held});
    }
  }
  return delegations;
}

const Entry* AccreditationOn(const FoldedStream& institution, const BodyCode& body,
                             const LanguageCode& language, Date day) {
  for (const auto& accredited : HeldOn<BodyAccredited>(institution, day)) {
    if (accredited->body != body || accredited->language != language) continue;
    if (accredited->to && *accredited->to < day) continue;
    const auto ends = HeldOn<BodyAccreditationEnded>(institution, day);
    const bool over = std::ranges::any_of(ends, [&](const Held<BodyAccreditationEnded>& end) {
      return end->body == body && end->language == language &&
             accredited.entry->effective <= end.entry->effective && end.entry->effective < day;
    });
    if (!over) return accredited.entry;
  }
  return nullptr;
}

}  // namespace cartulary
