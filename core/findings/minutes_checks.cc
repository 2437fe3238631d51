// Checks of a session whose minutes are sealed, and of what a court made of a session.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/evaluate/node_context.h"
#include "core/findings/check_functions.h"
#include "core/findings/recorded.h"

namespace cartulary {
namespace {

// The minutes sealed first; nothing corrects or voids them.
std::optional<Held<MinutesSealed>> FirstMinutes(const SessionScope& scope) {
  const auto minutes = HeldOn<MinutesSealed>(scope.jury, scope.on);
  if (minutes.empty()) return std::nullopt;
  return minutes.front();
}

// The facts of type T that were added, or corrected, once `minutes` were sealed.
template <typename T>
std::vector<Held<T>> AddedAfter(const SessionScope& scope, const Entry& minutes) {
  auto added = HeldOn<T>(scope.jury, scope.on);
  std::erase_if(added, [&](const Held<T>& held) {
    return held.entry->index <= minutes.index ||
           !IsRecordedAsItHappens(*held.entry, scope.store_made);
  });
  return added;
}

template <typename T>
void Cite(const SessionScope& scope, const std::vector<Held<T>>& facts, Found& found) {
  for (const Held<T>& held : facts) {
    found.evidence.push_back(CitedOf(scope.jury, *held.entry));
    const Entry* former =
        held.entry->replaces ? FindEntry(scope.jury, *held.entry->replaces) : nullptr;
    if (former == nullptr || scope.on < former->effective) continue;
    found.evidence.push_back(CitedOf(scope.jury, *former));
  }
}

// Minutes of a new deliberation, which took the place of decisions that were rectified.
bool AreOfRectifications(const SessionScope& scope, const MinutesSealed& minutes) {
  if (minutes.decisions.empty()) return false;
  for (const MinutedDecision& line : minutes.decisions) {
    for (const Cited& first : scope.deliberations.first_decisions) {
      if (first.subject == SubjectOf(line.learner) && first.version == line.version) return false;
    }
  }
  return true;
}

void AddCount(Text& list, const Phrase& what, std::size_t count) {
  if (count == 0) return;
  if (!list.empty()) list += Said("; ", " ; ");
  list += Said("{0}: {1}", "{0} : {1}", WordsOf(what), count);
}

}  // namespace

std::vector<Found> AttendanceAfterMinutes(const SessionScope& scope) {
  const auto minutes = FirstMinutes(scope);
  if (!minutes) return {};
  const auto added = AddedAfter<AttendanceSigned>(scope, *minutes->entry);
  if (added.empty()) return {};
  Found found;
  found.about = minutes->entry->index;
  found.text =
      Said("the minutes were recorded on {0}; the attendance was recorded after them of",
           "le procès-verbal a été enregistré le {0} ; l'émargement l'a été après lui pour",
           minutes->entry->recorded_date);
  std::set<PersonId> persons;
  for (const auto& line : added) persons.insert(line->person);
  found.persons.assign(persons.begin(), persons.end());
  found.evidence = {CitedOf(scope.jury, *minutes->entry)};
  Cite(scope, added, found);
  return {std::move(found)};
}

std::vector<Found> SessionReopened(const SessionScope& scope) {
  const auto minutes = FirstMinutes(scope);
  if (!minutes) return {};
  std::vector<Cited> decisions = scope.deliberations.first_decisions;
  std::erase_if(decisions, [&](const Cited& cited) { return cited.index < minutes->entry->index; });
  const auto convened = AddedAfter<CandidateConvened>(scope, *minutes->entry);
  const auto amended = AddedAfter<JuryAmended>(scope, *minutes->entry);
  auto further = AddedAfter<MinutesSealed>(scope, *minutes->entry);
  std::erase_if(further, [&](const auto& held) { return AreOfRectifications(scope, *held.fact); });

  Found found;
  found.about = minutes->entry->index;
  Text list;
  AddCount(list, {"decisions", "décisions"}, decisions.size());
  AddCount(list, {"convocations", "convocations"}, convened.size());
  AddCount(list, {"amendments", "modifications du jury"}, amended.size());
  AddCount(list, {"minutes", "procès-verbaux"}, further.size());
  if (list.empty()) return {};
  found.text = Said("added once the minutes were recorded, on {0}: {1}",
                    "ajoutés une fois le procès-verbal enregistré, le {0} : {1}",
                    minutes->entry->recorded_date, list);
  found.evidence = std::move(decisions);
  found.evidence.push_back(CitedOf(scope.jury, *minutes->entry));
  Cite(scope, convened, found);
  Cite(scope, amended, found);
  Cite(scope, further, found);
  return {std::move(found)};
}

std::vector<Found> MinutesBeforeSession(const SessionScope& scope) {
  const Date session = scope.session.appointed->session_date;
  std::vector<Found> all;
  for (const auto& minutes : HeldOn<MinutesSealed>(scope.jury, scope.on)) {
    if (session <= minutes.entry->effective) continue;
    Found& found = all.emplace_back();
    found.about = minutes.entry->index;
    found.text = Said("the minutes are of {0}, before the session of {1}",
                      "le procès-verbal est du {0}, avant la séance du {1}",
                      minutes.entry->effective, session);
    found.evidence = {CitedOf(scope.jury, *minutes.entry),
                      CitedOf(scope.jury, *scope.session.appointed.entry)};
  }
  return all;
}

// One ruling may be recorded of each candidate.
std::vector<Found> SessionRuledOn(const SessionScope& scope) {
  std::vector<SessionRuling> rulings = scope.deliberations.rulings;
  std::ranges::sort(rulings, {}, [](const SessionRuling& ruling) { return ruling.event.index; });
  std::map<ActCode, Found> by_act;
  for (const SessionRuling& ruling : rulings) {
    Found& found = by_act[ruling.act];
    found.evidence.push_back(ruling.event);
    if (!found.text.empty()) continue;
    found.text = Said("a court ruled on the session on {0}, {1}: {2}",
                      "un juge a statué sur la session le {0}, {1} : {2}", ruling.day, ruling.act,
                      ruling.outcome);
  }
  std::vector<Found> all;
  for (auto& [act, found] : by_act) {
    found.about = scope.session.appointed.entry->index;
    found.part = act.text;
    found.evidence.push_back(CitedOf(scope.jury, *scope.session.appointed.entry));
    all.push_back(std::move(found));
  }
  return all;
}

}  // namespace cartulary
