// Identifiers. Each is its own type, so that a learner is never passed for a person.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace cartulary {

// 16 bytes, random unless the tag's comment says otherwise. Text form: the tag's letter, '-', 32
// lower-case hexadecimal digits ("L-0f3a…"). A value type; the all-zero id is never given out.
template <typename Tag>
struct Id {
  std::array<std::uint8_t, 16> bytes{};
  friend auto operator<=>(const Id&, const Id&) = default;
};

struct SubjectTag { static constexpr char kLetter = 'S'; };    // Any stream.
struct LearnerTag { static constexpr char kLetter = 'L'; };    // apprenant, candidat (VAE)
struct PersonTag { static constexpr char kLetter = 'P'; };     // staff, tutor, juror
struct JuryTag { static constexpr char kLetter = 'J'; };       // one session of a jury
struct EnrolmentTag { static constexpr char kLetter = 'E'; };  // parcours
struct GroupTag { static constexpr char kLetter = 'G'; };      // a group assessed together
struct OriginTag { static constexpr char kLetter = 'O'; };     // a log, made by `init`
struct CorrelationTag { static constexpr char kLetter = 'C'; };

using Subject = Id<SubjectTag>;
using LearnerId = Id<LearnerTag>;
using PersonId = Id<PersonTag>;
using JuryId = Id<JuryTag>;
using EnrolmentId = Id<EnrolmentTag>;
using GroupId = Id<GroupTag>;
using LogOrigin = Id<OriginTag>;
using CorrelationId = Id<CorrelationTag>;

// The stream of a learner, person or jury is named by the same 16 bytes.
template <typename Tag>
Subject SubjectOf(const Id<Tag>& id) { return Subject{id.bytes}; }
template <typename To>
To IdFrom(const Subject& subject) { return To{subject.bytes}; }

// 32 bytes: a SHA-256, an RFC 6962 leaf hash, a commitment or an HMAC-SHA256.
struct Hash {
  std::array<std::uint8_t, 32> bytes{};
  friend auto operator<=>(const Hash&, const Hash&) = default;
};

// HMAC-SHA256 of a student, staff or certificate number under the store's lookup key: finds who has
// a number without the log holding it.
struct Lookup {
  Hash hmac;
  friend auto operator<=>(const Lookup&, const Lookup&) = default;
};

// Place of an event in its stream, from 0.
struct Version {
  std::uint64_t value = 0;
  friend auto operator<=>(Version, Version) = default;
};

// Place of an event in the log, from 0, no gaps.
struct Index {
  std::uint64_t value = 0;
  friend auto operator<=>(Index, Index) = default;
};

// How a fact names another event: never by index, which only the committer knows.
struct EventRef {
  Subject subject;
  Version version;
  friend auto operator<=>(const EventRef&, const EventRef&) = default;
};

std::string ToHex(const std::uint8_t* bytes, std::size_t size);
// Writes `size` bytes; false unless `hex` is exactly 2 * size lower- or upper-case digits.
bool FromHex(std::string_view hex, std::uint8_t* bytes, std::size_t size);

template <typename Tag>
std::string ToText(const Id<Tag>& id) {
  return std::string{Tag::kLetter, '-'} + ToHex(id.bytes.data(), id.bytes.size());
}
// None for the all-zero id too: it would be taken for an id that was not given.
template <typename Tag>
std::optional<Id<Tag>> ParseId(std::string_view text) {
  Id<Tag> id;
  if (text.size() != 34 || text[0] != Tag::kLetter || text[1] != '-' ||
      !FromHex(text.substr(2), id.bytes.data(), id.bytes.size()) || id == Id<Tag>{}) {
    return std::nullopt;
  }
  return id;
}
std::string ToText(const Hash& hash);
std::optional<Hash> ParseHash(std::string_view text);

}  // namespace cartulary

template <typename Tag>
struct std::hash<cartulary::Id<Tag>> {
  std::size_t operator()(const cartulary::Id<Tag>& id) const noexcept {
    std::size_t value = 0;
    for (std::size_t i = 0; i < sizeof(value); ++i) value = value << 8 | id.bytes[i];
    return value;
  }
};
