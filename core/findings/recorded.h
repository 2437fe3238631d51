// When a fact was recorded, beside the day on which it was so. Internal to core/findings.
#pragma once

#include <optional>
#include <vector>

#include "core/evaluate/verdict.h"
#include "core/findings/finding.h"
#include "core/fold/dossier.h"
#include "core/time.h"

namespace cartulary {

// What is recorded so long after its day is no longer recorded as it happens.
inline constexpr int kLateEntryDays = 90;

// False for history taken over. What is of the register's own days was to be recorded as it
// happened, however it was entered: `store_made` is their first, where it is known.
bool IsRecordedAsItHappens(const Entry& entry, std::optional<Date> store_made);

// True if a fact that was to be recorded as it happens was not: it was more than kLateEntryDays
// after its day or, for what was so before, after the register's first.
bool IsEnteredLate(const Entry& entry, std::optional<Date> store_made);

// "recorded on 2026-10-01, 120 days after 2026-06-03"
Text WordsOfLateness(const Entry& entry);

// The index at which a fact was first recorded, whatever corrected it since.
Index FirstRecorded(const FoldedStream& stream, const Entry& entry);

// Those of a stream that hold and were entered late, corrections left out: they carry the date of
// what they correct.
std::vector<Found> LateEntries(const FoldedStream& stream, Date on, std::optional<Date> store_made,
                               bool (*concerns)(const PlainFact& fact));

}  // namespace cartulary
