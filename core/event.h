// The event: a fact as recorded. docs/spec/events.md is the normative description of its stored
// form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/code.h"
#include "core/facts/fact.h"
#include "core/facts/vocabulary.h"
#include "core/ids.h"
#include "core/time.h"

namespace cartulary {

inline constexpr std::uint16_t kEventFormatVersion = 1;
inline constexpr std::size_t kEventSizeBytesMax = 65'535;
inline constexpr std::size_t kEvidencePerEventMax = 32;
inline constexpr std::size_t kListLengthMax = 256;  // Items in one list field of a fact.
inline constexpr std::uint64_t kBlobSizeBytesMax = 4 << 20;

// Who acted. `uid` is the numeric user id of the operating system that ran the command.
struct Actor {
  PersonId person;
  ActorRole role{};
  Assurance assurance{};
  std::uint32_t uid = 0;
  friend bool operator==(const Actor&, const Actor&) = default;
};

// A document behind the event, named by a salted hash: SHA-256 over the 16 bytes of the salt, then
// the document. The salt is sealed, so that the log alone cannot confirm a guess of the content.
struct Evidence {
  EvidenceRole role{};
  Hash salted_sha256;
  std::string media_type;  // "application/pdf"
  std::uint64_t size_bytes = 0;
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// Who and why.
struct Attribution {
  Actor actor;
  std::optional<PersonId> on_behalf_of;
  std::optional<Actor> approver;
  bool same_account = false;  // Actor and approver used one account of the operating system.
  EntryMode entry = EntryMode::kLive;
  std::optional<ReasonCode> reason;
  std::optional<EventRef> causation;
  std::optional<CorrelationId> correlation;
  Date effective;  // The civil date on which the fact was so.
  std::vector<Evidence> evidence;
  friend bool operator==(const Attribution&, const Attribution&) = default;
};

// The commitment to a piece of personal content (design 5). The content is stored beside the log.
struct SealedRef {
  SealedClass content_class{};
  Hash commitment;
  friend bool operator==(const SealedRef&, const SealedRef&) = default;
};

struct Event {
  std::uint16_t format_version = kEventFormatVersion;
  LogOrigin origin;
  Index index;
  StreamKind kind{};
  Subject subject;
  Version version;
  Hash link;  // RFC 6962 leaf hash of the stream's previous event; zero at version 0.
  Instant recorded;
  Date recorded_date;  // Europe/Paris.
  Attribution by;
  Fact fact;
  std::vector<SealedRef> sealed;  // In the order of their class, at most one each.
  friend bool operator==(const Event&, const Event&) = default;
};

// A piece of personal content on its way into the log: commitment and the bytes to store.
struct SealedPiece {
  SealedClass content_class{};
  Hash commitment;
  std::string stored;
  friend bool operator==(const SealedPiece&, const SealedPiece&) = default;
};

// An event before the committer numbers, times and links it.
struct NewEvent {
  StreamKind kind{};
  Subject subject;
  Attribution by;
  Fact fact;
  std::vector<SealedPiece> sealed;
};

}  // namespace cartulary
