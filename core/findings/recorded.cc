#include "core/findings/recorded.h"

#include <algorithm>

#include "core/evaluate/node_context.h"

namespace cartulary {
namespace {

int DaysBetween(const Entry& entry) { return entry.recorded_date.days - entry.effective.days; }

}  // namespace

bool IsRecordedAsItHappens(const Entry& entry, std::optional<Date> store_made) {
  if (entry.entry == EntryMode::kLive || entry.entry == EntryMode::kDemo) return true;
  return store_made && *store_made <= entry.effective;
}

bool IsEnteredLate(const Entry& entry, std::optional<Date> store_made) {
  const Date first = std::max(entry.effective, store_made.value_or(entry.effective));
  return IsRecordedAsItHappens(entry, store_made) &&
         kLateEntryDays < entry.recorded_date.days - first.days;
}

Text WordsOfLateness(const Entry& entry) {
  return Said("recorded on {0}, {1} days after {2}", "enregistré le {0}, {1} jours après le {2}",
              entry.recorded_date, DaysBetween(entry), entry.effective);
}

Index FirstRecorded(const FoldedStream& stream, const Entry& entry) {
  const Entry* first = &entry;
  while (first->replaces) {
    const Entry* former = FindEntry(stream, *first->replaces);
    if (former == nullptr) break;
    first = former;
  }
  return first->index;
}

std::vector<Found> LateEntries(const FoldedStream& stream, Date on, std::optional<Date> store_made,
                               bool (*concerns)(const PlainFact& fact)) {
  std::vector<Found> all;
  for (const Entry& entry : stream.entries) {
    if (!concerns(entry.fact) || entry.replaces || !entry.HoldsOn(on)) continue;
    if (!IsEnteredLate(entry, store_made)) continue;
    Found& found = all.emplace_back();
    found.about = entry.index;
    found.text = WordsOfLateness(entry);
    found.evidence = {CitedOf(stream, entry)};
  }
  return all;
}

}  // namespace cartulary
