// Reads events out of the database, and refuses what is not in its place: a gap, a history shorter
// or longer than the head of its stream, an event of another place.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/fold/passed_over.h"
#include "core/ids.h"
#include "core/ports/event_codec.h"
#include "core/ports/event_log.h"
#include "core/ports/hasher.h"
#include "core/result.h"
#include "store/rocksdb/database.h"

namespace cartulary {

Error Damaged(const Text& what);

// Errors: kIntegrity, kWorld.
Result<Head> ReadStoredHead(const Database& database);
// The leaf hash of an event of the log. Errors: likewise; kIntegrity if there is no such event.
Result<Hash> ReadLeaf(const Database& database, Index index, const Hasher& hasher);

// Whether a write-ahead log was lost or cut before others that were replayed: RocksDB replays what
// is left. Reads the commits that no table holds yet. Errors: kWorld; kIntegrity if one is missing.
Status CheckReplay(const Database& database, const Head& head);

// The reads of EventLog, each of one state of the database.
class LogReader {
 public:
  LogReader(const Database& database, const EventCodec& codec,
            const PassedOver& passed_over = NothingPassedOver())
      : database_(database), codec_(codec), passed_over_(passed_over) {}

  Status ReadLog(Index from, const EventVisitor& visit) const;
  Status ReadStream(const Subject& subject, Version from, const EventVisitor& visit) const;
  Status ReadDecodable(const Subject& subject, const EventVisitor& visit) const;
  Status ReadStreams(const Subject& first, const Subject& last, const KindFilter& wanted,
                     const EventVisitor& visit) const;

  // Those of `waived` that cannot be decoded.
  Result<PassedOver> FindUnreadable(const Waivers& waived) const;

 private:
  enum class Unread : std::uint8_t { kFail, kLeaveOut };

  // Errors: kIntegrity if it is not the event of that place; nothing is said of its fact.
  Status CheckPlace(const Event& event, Index index) const;
  // Where the histories have an event. Reads all of them.
  Result<std::optional<EventRef>> FindPlace(Index index) const;
  Status ReadStream(const Subject& subject, Version from, Unread unread,
                    const EventVisitor& visit) const;
  Result<Visit> ShowStream(const Subject& subject, Version last, Version from, Unread unread,
                           rocksdb::Iterator& histories, const EventVisitor& visit) const;

  const Database& database_;
  const EventCodec& codec_;
  const PassedOver& passed_over_;
};

}  // namespace cartulary
