// EventLog is the port through which events are appended and read. store/rocksdb implements it to
// last, store/memory as a model; tests/store/event_log_suite.h says what both must do. Events go in
// and come out decoded; the stored message comes beside them, for what hashes or shows it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/event.h"
#include "core/fold/passed_over.h"
#include "core/ids.h"
#include "core/result.h"

namespace cartulary {

inline constexpr std::size_t kEventsPerCommitMax = 4096;
inline constexpr std::size_t kCommitSizeBytesMax = 16 << 20;
inline constexpr std::size_t kRequestIdBytesMax = 200;

// What the caller believes of a stream when it appends (optimistic concurrency).
struct Expectation {
  enum class Kind : std::uint8_t { kExactly, kNoStream, kAny };
  Subject subject;
  Kind kind = Kind::kAny;
  Version version;  // Of the stream's last event; for kExactly.
};

struct Blob {
  Hash sha256;
  std::string bytes;
};

// A request that must have its effect once, however often it is sent: its id, and the HMAC-SHA256
// of the command as the user gave it. `first` and `count` are the events of the batch that it
// makes.
struct RequestMark {
  std::string id;
  Hash command_mac;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// What is appended together, all or none, in one synced write. Every stream that `events` touches
// has an expectation; one may also be stated of a stream that they do not touch.
struct Batch {
  std::vector<Expectation> expectations;
  std::vector<NewEvent> events;
  std::vector<Blob> blobs;
  std::vector<RequestMark> requests;
};

struct Appended {
  Index first;
  std::uint32_t count = 0;
  bool already = false;  // The request was known: these are the events it made then.
};

struct Head {
  LogOrigin origin;
  std::uint64_t size = 0;  // Number of events; the next one has this index.
  Hash last_leaf;          // Zero while empty.
  Instant recorded;        // Of the last event; 0 while empty.
  Date recorded_date;
};

struct StreamHead {
  StreamKind kind{};
  Version version;  // Of its last event.
  Hash leaf;        // Leaf hash of its last event.
};

struct RequestRecord {
  Index first;
  std::uint32_t count = 0;
  Hash command_mac;
};

enum class Visit : std::uint8_t { kGoOn, kStop };

// Called for each event in order; `message` is its stored form and lives for the call.
using EventVisitor = std::function<Result<Visit>(const Event& event, std::string_view message)>;

// Whether the streams of a kind are wanted.
using KindFilter = std::function<bool(StreamKind)>;
inline bool AnyKind(StreamKind) { return true; }

// Reads are const and callable from several threads beside one appending thread. A read sees a
// prefix of the log that includes every append acknowledged before it began.
class EventLog {
 public:
  virtual ~EventLog() = default;

  // Returns when the batch is durable.
  // Errors (nothing was written): kInvalidArgument for a batch that can never be appended (no
  // events, over a limit, an event without an expectation, a stream of another kind); kConflict for
  // an expectation that does not hold (naming the stream, what was expected and what is) or a
  // request id that is known with another command. kWorld: the detail says whether it may have been
  // written; no later append succeeds.
  virtual Result<Appended> Append(const Batch& batch) = 0;

  virtual Result<Head> ReadHead() const = 0;
  virtual Result<std::optional<StreamHead>> FindStream(const Subject& subject) const = 0;

  // The events of one stream from `from`, in its order. None if there is no such stream.
  virtual Status ReadStream(const Subject& subject, Version from,
                            const EventVisitor& visit) const = 0;
  // The events of every stream whose subject is in [first, last] and whose kind is wanted, subject
  // by subject in the order of their bytes, each in its own order.
  virtual Status ReadStreams(const Subject& first, const Subject& last, const KindFilter& wanted,
                             const EventVisitor& visit) const = 0;
  Status ReadStreams(const Subject& first, const Subject& last, const EventVisitor& visit) const {
    return ReadStreams(first, last, AnyKind, visit);
  }
  // The events of one stream that can be decoded, whatever the others are.
  virtual Status ReadDecodable(const Subject& subject, const EventVisitor& visit) const {
    return ReadStream(subject, Version{}, visit);
  }
  // The log in its order, from `from`.
  virtual Status ReadLog(Index from, const EventVisitor& visit) const = 0;

  // From now on every read leaves out the events of `waived` that cannot be decoded, instead of
  // failing. Not beside another call. Errors: those of reads.
  virtual Status PassOver(const Waivers&) { return Ok{}; }
  // Those that are left out. None in a log that holds no messages.
  virtual const PassedOver& passed_over() const { return NothingPassedOver(); }

  virtual Result<std::optional<std::string>> FindBlob(const Hash& sha256) const = 0;
  // The stored bytes of a piece of personal content; none if it never was or is erased.
  virtual Result<std::optional<std::string>> FindSealed(const Subject& subject, Version version,
                                                        SealedClass content_class) const = 0;
  virtual Result<std::optional<RequestRecord>> FindRequest(std::string_view id) const = 0;
};

}  // namespace cartulary
