// Small batches for the tests of logs.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/event.h"
#include "core/facts/jury.h"
#include "core/ids.h"
#include "core/ports/event_log.h"
#include "core/ports/hasher.h"

namespace cartulary {

inline LogOrigin TestOrigin() {
  LogOrigin origin;
  origin.bytes.fill(0x0a);
  return origin;
}

// In the order of the numbers.
inline Subject SubjectOfNumber(std::uint32_t number) {
  Subject subject;
  for (std::size_t i = 0; i < 4; ++i) {
    subject.bytes[i] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
  }
  subject.bytes[15] = 1;
  return subject;
}

inline Attribution TestAttribution() {
  Attribution by;
  by.actor.person.bytes.fill(0x0b);
  by.actor.role = ActorRole::kRegistrar;
  by.actor.assurance = Assurance::kDeclared;
  by.effective = Date{19'000};
  return by;
}

// An event of a jury's stream; `number` tells it from others.
inline NewEvent EventOfNumber(const Subject& subject, std::uint32_t number = 0) {
  RecusalRecorded fact;
  fact.person = IdFrom<PersonId>(SubjectOfNumber(number + 1));
  fact.candidate = IdFrom<LearnerId>(SubjectOfNumber(7));
  return {StreamKind::kJury, subject, TestAttribution(), fact, {}};
}

inline Expectation Exactly(const Subject& subject, std::uint64_t version) {
  return {subject, Expectation::Kind::kExactly, Version{version}};
}
inline Expectation NoStream(const Subject& subject) {
  return {subject, Expectation::Kind::kNoStream, {}};
}
inline Expectation Any(const Subject& subject) { return {subject, Expectation::Kind::kAny, {}}; }

inline Batch BatchOf(Expectation expectation, std::uint32_t count = 1, std::uint32_t number = 0) {
  Batch batch;
  batch.expectations.push_back(expectation);
  for (std::uint32_t i = 0; i < count; ++i) {
    batch.events.push_back(EventOfNumber(expectation.subject, number + i));
  }
  return batch;
}

inline Blob BlobOf(const Hasher& hasher, std::string bytes) {
  return {hasher.Sha256(bytes), std::move(bytes)};
}

inline Hash MacOf(std::uint8_t value) {
  Hash mac;
  mac.bytes.fill(value);
  return mac;
}

// What a read gave, to compare.
struct ReadEvent {
  Event event;
  std::string message;
  friend bool operator==(const ReadEvent&, const ReadEvent&) = default;
};

// A visitor that keeps what it sees, and stops after `limit`.
inline EventVisitor Into(std::vector<ReadEvent>& read, std::size_t limit = SIZE_MAX) {
  return [&read, limit](const Event& event, std::string_view message) -> Result<Visit> {
    read.push_back({event, std::string(message)});
    return read.size() < limit ? Visit::kGoOn : Visit::kStop;
  };
}

}  // namespace cartulary
