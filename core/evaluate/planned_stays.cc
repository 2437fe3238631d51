#include "core/evaluate/planned_stays.h"

#include <algorithm>

namespace cartulary {
namespace {

bool Stands(const Entry& entry, Date on) {
  return !entry.superseded || (entry.superseded->from && on < *entry.superseded->from);
}

bool IsMade(const Held<MobilityPlanned>& planned,
            const std::vector<Held<MobilityPeriodRecorded>>& made) {
  return std::any_of(made.begin(), made.end(), [&](const auto& stay) {
    return stay->from <= planned->to && planned.entry->effective <= stay.entry->effective;
  });
}

}  // namespace

std::vector<Held<MobilityPlanned>> PlannedStays(const Dossier& dossier,
                                                const EnrolmentId& enrolment, Date on) {
  const auto made = HeldOn<MobilityPeriodRecorded>(dossier, enrolment, on);
  std::vector<Held<MobilityPlanned>> planned;
  for (const Entry& entry : dossier.entries) {
    const auto* fact = std::get_if<MobilityPlanned>(&entry.fact);
    if (fact == nullptr || fact->enrolment != enrolment || !Stands(entry, on)) continue;
    const Held<MobilityPlanned> held{&entry, fact};
    if (!IsMade(held, made)) planned.push_back(held);
  }
  std::stable_sort(planned.begin(), planned.end(), [](const auto& a, const auto& b) {
    return a.entry->effective < b.entry->effective;
  });
  return planned;
}

Dossier WithStaysMade(const Dossier& dossier, const std::vector<Held<MobilityPlanned>>& planned) {
  Dossier made = dossier;
  for (const auto& held : planned) {
    const auto place = static_cast<std::size_t>(held.entry - dossier.entries.data());
    Entry& entry = made.entries[place];
    MobilityPeriodRecorded stay;
    stay.enrolment = held->enrolment;
    stay.country = held->country;
    stay.from = held.entry->effective;
    stay.kind = held->kind;
    stay.ending = MobilityEnding::kNormal;
    entry.effective = held->to;
    entry.superseded.reset();
    entry.fact = stay;
  }
  return made;
}

}  // namespace cartulary
