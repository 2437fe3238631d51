// What a page says of an event that something rests on: who recorded it, when, and what has become
// of it since.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/output/rows.h"
#include "cli/render/page.h"
#include "cli/render/words.h"
#include "core/event.h"
#include "core/ids.h"
#include "core/text.h"
#include "core/time.h"

namespace cartulary::cli {

// A later event of the same stream that corrected or voided this one.
struct Change {
  Index by;
  bool voided = false;  // Otherwise corrected.
  CorrectionGround ground{};
  Authority authority{};
  std::optional<Date> from;  // The day from which it is out, where it counts until then.
  Date recorded;
  std::string actor;
};

// For an event that corrects or voids: the one that it took out.
struct Replaced {
  Index index;
  bool voided = false;
  std::string_view type;
  std::string_view french;
  Text summary;
  CorrectionGround ground{};
  Authority authority{};
};

struct EventNote {
  Index index;
  std::string_view type;    // "AssessmentRecorded"; of a correction: what it puts in place.
  std::string_view french;  // "évaluation"
  Text summary;             // What the fact says (cli/render/fact_summary.h).
  Date effective;
  Date recorded;
  std::string actor;  // A name, or the id.
  ActorRole role{};
  std::optional<std::string> approver;
  // Set if actor and approver used one account of the computer: why; empty if that is unknown.
  std::optional<std::string> same_account;
  EntryMode entry = EntryMode::kLive;
  std::size_t evidence = 0;  // Documents that it cites.
  std::optional<Replaced> replaces;
  std::optional<Change> changed;  // The event that took this one out.
  Text identity;  // Of a correction of who somebody is: what it changed, "birth name: A -> B".
  Text uncounted;                 // Why the result that it records does not count; empty: it does.
};

using EventNotes = std::map<Index, EventNote>;

// "#341   AssessmentRecorded 2024-05-12, by Claire Martin on 2024-05-13", and what corrected it.
void AddEventLine(Page& page, std::string_view margin, const EventNote& note, Language language);

// "#341 AssessmentRecorded, 2024-05-12: …", who recorded it and when, and what changed it; every
// line begins with `margin`.
void AddEvent(Page& page, std::string_view margin, const EventNote& note, Language language);
// Likewise, the first line with a margin of its own, as wide as that of the others.
void AddEvent(Page& page, std::string_view first_margin, std::string_view margin,
              const EventNote& note, Language language);

Json ToJson(const EventNote& note);

}  // namespace cartulary::cli
