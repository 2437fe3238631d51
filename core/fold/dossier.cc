#include "core/fold/dossier.h"

#include <algorithm>

namespace cartulary {
namespace {

template <typename Streams, typename Key>
const FoldedStream& FindOrEmpty(const Streams& streams, const Key& key) {
  static const FoldedStream kEmpty;
  const auto found = streams.find(key);
  return found == streams.end() ? kEmpty : found->second;
}

}  // namespace

const Entry* FindEntry(const FoldedStream& stream, Version version) {
  const auto found =
      std::lower_bound(stream.entries.begin(), stream.entries.end(), version,
                       [](const Entry& entry, Version sought) { return entry.version < sought; });
  return found == stream.entries.end() || found->version != version ? nullptr : &*found;
}

const Entry* FindEntry(const FoldedStream& stream, Index index) {
  const auto found =
      std::lower_bound(stream.entries.begin(), stream.entries.end(), index,
                       [](const Entry& entry, Index sought) { return entry.index < sought; });
  return found == stream.entries.end() || found->index != index ? nullptr : &*found;
}

const Entry* FindRecorded(const FoldedStream& stream, const EventRef& where) {
  for (const Entry& entry : stream.entries) {
    if (RecordedAt(stream, entry) == where) return &entry;
  }
  return nullptr;
}

const Entry* FindStanding(const FoldedStream& stream, Version version) {
  const Entry* entry = FindEntry(stream, version);
  while (entry != nullptr && entry->IsOut()) {
    entry = FindEntry(stream, entry->superseded->by);
  }
  return entry;
}

const FoldedStream& Reference::Referential(const CertificationCode& certification) const {
  return FindOrEmpty(referentials, certification);
}

const FoldedStream& Reference::Jury(const JuryId& jury) const { return FindOrEmpty(juries, jury); }

const FoldedStream& Reference::Person(const PersonId& person) const {
  return FindOrEmpty(persons, person);
}

}  // namespace cartulary
