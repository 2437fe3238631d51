// What folding a stream gives: the facts that it holds, with what corrected them. It knows no rules
// and drops nothing by date; Evaluate reads it at a date.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "core/event.h"
#include "core/facts/fact.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

// Which event took a fact out, and from when: always for a correction or a voiding without a date
// of its own, from that date for a voiding that carries one.
struct Superseded {
  Version by;
  Index index;
  std::optional<Date> from;
  friend bool operator==(const Superseded&, const Superseded&) = default;
};

// One fact of the stream. A correction's replacement is an entry of its own, at the version of the
// correction, effective at its own date.
struct Entry {
  Version version;
  Index index;
  Date effective;
  Date recorded_date;
  EntryMode entry{};
  std::optional<Version> replaces;  // The version that it corrects, for a replacement.
  std::optional<Superseded> superseded;
  PlainFact fact;
  std::optional<EventRef> origin;  // Where it was recorded, in a joined dossier (core/fold/join.h).
  friend bool operator==(const Entry&, const Entry&) = default;

  // True if another event says that the fact never was so.
  bool IsOut() const { return superseded && !superseded->from; }
  // True if the fact is so at `on`, as far as the folded events know.
  bool HoldsOn(Date on) const {
    return effective <= on && !(superseded && (!superseded->from || *superseded->from <= on));
  }
};

// The folded form of one stream, whatever its kind. A learner's is the dossier.
struct FoldedStream {
  StreamKind kind{};
  Subject subject;
  std::uint64_t next_version = 0;  // How many events were folded.
  Index last_index;                // Of the last of them.
  Date last_recorded_date;
  std::vector<Entry> entries;  // In the order of their versions.
  friend bool operator==(const FoldedStream&, const FoldedStream&) = default;

  bool empty() const { return next_version == 0; }
};
using Dossier = FoldedStream;

// A fact of type T with the entry that holds it. Borrowed from a FoldedStream that must outlive it.
template <typename T>
struct Held {
  const Entry* entry;
  const T* fact;
  const T* operator->() const { return fact; }
};

// The facts of type T that hold on a date, in the order of their versions.
template <typename T>
std::vector<Held<T>> HeldOn(const FoldedStream& stream, Date on) {
  std::vector<Held<T>> held;
  for (const Entry& entry : stream.entries) {
    const T* fact = std::get_if<T>(&entry.fact);
    if (fact != nullptr && entry.HoldsOn(on)) held.push_back({&entry, fact});
  }
  return held;
}

// Likewise, only those of one enrolment.
template <typename T>
std::vector<Held<T>> HeldOn(const FoldedStream& stream, const EnrolmentId& enrolment, Date on) {
  auto held = HeldOn<T>(stream, on);
  std::erase_if(held, [&](const Held<T>& h) { return h.fact->enrolment != enrolment; });
  return held;
}

// The entry at a version, superseded or not; nullptr if that event holds no fact of its own.
const Entry* FindEntry(const FoldedStream& stream, Version version);

// The entry of the event at an index of the log; nullptr if that event holds no fact of the stream.
const Entry* FindEntry(const FoldedStream& stream, Index index);

// Where the fact of an entry was recorded.
inline EventRef RecordedAt(const FoldedStream& stream, const Entry& entry) {
  return entry.origin.value_or(EventRef{stream.subject, entry.version});
}

// The entry of the fact recorded there; nullptr if the stream, joined or not, has none.
const Entry* FindRecorded(const FoldedStream& stream, const EventRef& where);

// The entry that stands today for the fact recorded at a version: its own or, if it was corrected,
// the last replacement. nullptr if there is none or it never was so. A voiding with a date of its
// own leaves the entry standing: ask HoldsOn. So a fact that names another by its version keeps
// naming it after a correction.
const Entry* FindStanding(const FoldedStream& stream, Version version);

// What dossiers refer to, folded and cut at the same index: only the streams that the dossiers at
// hand cite need be there. A missing one reads as an empty stream.
struct Reference {
  FoldedStream institution;
  std::map<CertificationCode, FoldedStream> referentials;
  std::map<JuryId, FoldedStream> juries;
  std::map<PersonId, FoldedStream> persons;

  const FoldedStream& Referential(const CertificationCode& certification) const;
  const FoldedStream& Jury(const JuryId& jury) const;
  const FoldedStream& Person(const PersonId& person) const;
};

}  // namespace cartulary
