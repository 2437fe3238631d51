// Reads events out of the database, and refuses what is not in its place: a gap, a history shorter
// or longer than the head of its stream, an event of another place.
#pragma once

#include <string>

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
  LogReader(const Database& database, const EventCodec& codec)
      : database_(database), codec_(codec) {}

  Status ReadLog(Index from, const EventVisitor& visit) const;
  Status ReadStream(const Subject& subject, Version from, const EventVisitor& visit) const;
  Status ReadStreams(const Subject& first, const Subject& last, const KindFilter& wanted,
                     const EventVisitor& visit) const;

 private:
  Result<Event> Decode(std::string_view message, Index index) const;
  Result<Visit> ShowStream(const Subject& subject, Version last, Version from,
                           rocksdb::Iterator& histories, const EventVisitor& visit) const;

  const Database& database_;
  const EventCodec& codec_;
};

}  // namespace cartulary
