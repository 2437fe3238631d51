#include "core/binary/stream.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/binary/reader.h"
#include "core/binary/writer.h"

namespace cartulary {
namespace {

constexpr std::uint8_t kFormatVersion = 1;
constexpr std::size_t kFieldsMax = 64;

// What a header says of an entry, where it is not as the entry before it lets expect.
enum Difference : std::uint8_t {
  kOtherVersion = 1 << 0,
  kOtherIndex = 1 << 1,
  kOtherEffective = 1 << 2,
  kOtherRecordedDate = 1 << 3,
  kOtherMode = 1 << 4,
  kReplaces = 1 << 5,
  kSuperseded = 1 << 6,
  kSupersededFrom = 1 << 7,
};

// The distance between two numbers, as a signed one; exact for any two, by wrapping.
std::int64_t Distance(std::uint64_t from, std::uint64_t to) {
  return static_cast<std::int64_t>(to - from);
}
std::int64_t Distance(Date from, Date to) { return std::int64_t{to.days} - from.days; }
std::uint64_t Move(std::uint64_t from, std::int64_t distance) {
  return from + static_cast<std::uint64_t>(distance);
}
Date Move(Date from, std::int64_t distance) {
  return Date{static_cast<std::int32_t>(Move(static_cast<std::uint64_t>(from.days), distance))};
}

// What an entry is expected to be like. For the first one: version 0 of event 0.
struct Expected {
  std::uint64_t version = 0;
  std::uint64_t index = 0;
  Date effective;
  Date recorded_date;
  EntryMode mode{};

  void Follow(const Entry& entry) {
    version = entry.version.value + 1;
    index = entry.index.value + 1;
    effective = entry.effective;
    recorded_date = entry.recorded_date;
    mode = entry.entry;
  }
};

// Where the last fact of each type is among the entries.
class LastOfType {
 public:
  explicit LastOfType(const std::vector<Entry>& entries) : entries_(entries) {}
  // nullptr if there is none of the type of `fact` yet.
  const PlainFact* Find(const PlainFact& fact) const {
    const auto& place = places_.at(fact.index());
    return place ? &entries_.at(*place).fact : nullptr;
  }
  void Set(std::size_t place) { places_.at(entries_.at(place).fact.index()) = place; }

 private:
  const std::vector<Entry>& entries_;
  std::array<std::optional<std::size_t>, std::variant_size_v<PlainFactVariant>> places_;
};

// Writes which fields differ from those of `before`, then these.
template <typename F>
void WriteChanges(BinaryWriter& writer, const F& fact, const F& before) {
  std::array<const void*, kFieldsMax> fields_before{};
  std::size_t count = 0;
  Fields([&](const char*, const auto& field, const char*) { fields_before.at(count++) = &field; },
         before);
  std::uint64_t changes = 0;
  std::size_t i = 0;
  Fields(
      [&]<typename T>(const char*, const T& field, const char*) {
        if (field != *static_cast<const T*>(fields_before.at(i))) changes |= std::uint64_t{1} << i;
        ++i;
      },
      fact);
  writer.Write(changes);
  i = 0;
  Fields(
      [&](const char*, const auto& field, const char*) {
        if (changes >> i++ & 1) writer.Write(field);
      },
      fact);
}

// `fact` holds the fields of the fact before it.
template <typename F>
void ReadChanges(BinaryReader& reader, F& fact) {
  const auto changes = reader.Read<std::uint64_t>();
  std::size_t i = 0;
  Fields(
      [&](const char*, auto& field, const char*) {
        if (changes >> i++ & 1) reader.Read(field);
      },
      fact);
  if (i < kFieldsMax && changes >> i != 0)
    reader.Fail(Said("a field that is not known", "un champ inconnu"));
}

void WriteFact(BinaryWriter& writer, const PlainFact& fact, const PlainFact* before) {
  writer.Write(InfoOf(fact).type);
  std::visit(
      [&]<typename F>(const F& plain) {
        static const F kNone{};
        WriteChanges(writer, plain, before == nullptr ? kNone : std::get<F>(*before));
      },
      fact);
}

void ReadFact(BinaryReader& reader, PlainFact& fact, const LastOfType& last) {
  if (!MakePlainFact(reader.Read<FactType>(), fact)) {
    return reader.Fail(Said("a fact type that is not known", "un type de fait inconnu"));
  }
  if (const PlainFact* before = last.Find(fact)) fact = *before;
  std::visit([&](auto& plain) { ReadChanges(reader, plain); }, fact);
}

void WriteHeader(BinaryWriter& writer, const Entry& entry, const Expected& expected) {
  std::uint8_t differences = 0;
  if (entry.version.value != expected.version) differences |= kOtherVersion;
  if (entry.index.value != expected.index) differences |= kOtherIndex;
  if (entry.effective != expected.effective) differences |= kOtherEffective;
  if (entry.recorded_date != expected.recorded_date) differences |= kOtherRecordedDate;
  if (entry.entry != expected.mode) differences |= kOtherMode;
  if (entry.replaces) differences |= kReplaces;
  if (entry.superseded) differences |= kSuperseded;
  if (entry.superseded && entry.superseded->from) differences |= kSupersededFrom;

  writer.Write(differences);
  if (differences & kOtherVersion) writer.Write(Distance(expected.version, entry.version.value));
  if (differences & kOtherIndex) writer.Write(Distance(expected.index, entry.index.value));
  if (differences & kOtherEffective) writer.Write(Distance(expected.effective, entry.effective));
  if (differences & kOtherRecordedDate) {
    writer.Write(Distance(expected.recorded_date, entry.recorded_date));
  }
  if (differences & kOtherMode) writer.Write(entry.entry);
  if (differences & kReplaces) writer.Write(Distance(entry.replaces->value, entry.version.value));
  if (differences & kSuperseded) {
    writer.Write(Distance(entry.version.value, entry.superseded->by.value));
    writer.Write(Distance(entry.index.value, entry.superseded->index.value));
  }
  if (differences & kSupersededFrom) {
    writer.Write(Distance(entry.effective, *entry.superseded->from));
  }
}

void ReadHeader(BinaryReader& reader, Entry& entry, const Expected& expected) {
  const auto differences = reader.Read<std::uint8_t>();
  const auto distance_if = [&](Difference difference) {
    return differences & difference ? reader.Read<std::int64_t>() : 0;
  };
  entry.version.value = Move(expected.version, distance_if(kOtherVersion));
  entry.index.value = Move(expected.index, distance_if(kOtherIndex));
  entry.effective = Move(expected.effective, distance_if(kOtherEffective));
  entry.recorded_date = Move(expected.recorded_date, distance_if(kOtherRecordedDate));
  entry.entry = differences & kOtherMode ? reader.Read<EntryMode>() : expected.mode;
  if (differences & kReplaces) {
    const auto back = static_cast<std::uint64_t>(reader.Read<std::int64_t>());
    entry.replaces = Version{entry.version.value - back};
  }
  if (differences & kSuperseded) {
    entry.superseded.emplace();
    entry.superseded->by.value = Move(entry.version.value, reader.Read<std::int64_t>());
    entry.superseded->index.value = Move(entry.index.value, reader.Read<std::int64_t>());
  }
  if (differences & kSupersededFrom) {
    if (!entry.superseded)
      return reader.Fail(
          Said("a date without a superseding event", "une date sans événement qui remplace"));
    entry.superseded->from = Move(entry.effective, reader.Read<std::int64_t>());
  }
}

}  // namespace

std::string EncodeStream(const FoldedStream& stream) {
  BinaryWriter writer;
  writer.Write(kFormatVersion);
  writer.Write(stream.kind);
  writer.Write(stream.subject);
  writer.Write(stream.next_version);
  writer.Write(stream.last_index);
  writer.Write(stream.last_recorded_date);
  writer.Write(stream.entries.size());
  Expected expected;
  LastOfType last(stream.entries);
  for (std::size_t i = 0; i < stream.entries.size(); ++i) {
    const Entry& entry = stream.entries[i];
    WriteHeader(writer, entry, expected);
    WriteFact(writer, entry.fact, last.Find(entry.fact));
    expected.Follow(entry);
    last.Set(i);
  }
  return writer.Take();
}

Result<FoldedStream> DecodeStream(std::string_view bytes) {
  BinaryReader reader(bytes);
  if (!bytes.empty() && reader.Read<std::uint8_t>() != kFormatVersion) return OtherFormatOfState();
  FoldedStream stream;
  reader.Read(stream.kind);
  reader.Read(stream.subject);
  reader.Read(stream.next_version);
  reader.Read(stream.last_index);
  reader.Read(stream.last_recorded_date);
  const auto count = reader.Read<std::uint64_t>();
  Expected expected;
  LastOfType last(stream.entries);
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
    Entry& entry = stream.entries.emplace_back();
    ReadHeader(reader, entry, expected);
    ReadFact(reader, entry.fact, last);
    expected.Follow(entry);
    last.Set(stream.entries.size() - 1);
  }
  CARTULARY_RETURN_IF_ERROR(reader.Finish());
  return stream;
}

}  // namespace cartulary
