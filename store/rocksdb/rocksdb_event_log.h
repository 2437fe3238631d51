// RocksDbEventLog is the EventLog on disk. docs/spec/log-format.md is the normative description of
// what it stores; docs/architecture.md says why.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/ids.h"
#include "core/ports/clock.h"
#include "core/ports/event_codec.h"
#include "core/ports/event_log.h"
#include "core/ports/hasher.h"
#include "core/result.h"
#include "store/rocksdb/store_files.h"

namespace rocksdb {
class Env;
class Status;
class WriteBatch;
}  // namespace rocksdb

namespace cartulary {

class Database;

// What a log needs from outside. All outlive it.
struct LogPorts {
  const EventCodec& codec;
  const Hasher& hasher;
  const Clock& clock;
};

struct LogOptions {
  // For a long import: fewer and larger files. Whoever opens the store meanwhile waits longer.
  // Default: false.
  bool bulk_import = false;
  // After a power cut that tore the write in flight, the store does not open, for its last record
  // looks damaged. With this, all from the damage on is dropped; the head file, if it is exact,
  // still refuses to lose what was acknowledged. For a person to decide. Default: false.
  bool drop_damaged_tail = false;
  // A log for appending does not open where the head file is absent or not readable: the store may
  // have lost its last events, and the next write would hide it. With this it opens, writes the
  // head file anew, and a warning says what was accepted. A head file that the store is behind or
  // that is of another log still refuses. For a person to decide. Default: false.
  bool accept_head = false;
  // Where the files of the database lie; outlives the log. Default: the file system.
  rocksdb::Env* env = nullptr;
};

// Thread-safe: any number of threads append and read. One thread of its own writes: it takes what
// is queued, writes it with one sync, and answers everybody.
class RocksDbEventLog final : public EventLog {
 public:
  // `store` names a folder that does not exist or is empty; its parent exists.
  // Errors: kInvalidArgument if there is something already; kWorld. The store is there whole or not
  // at all.
  static Result<std::unique_ptr<RocksDbEventLog>> Create(const std::string& store,
                                                         const LogOrigin& origin,
                                                         const LogPorts& ports,
                                                         const LogOptions& options = {});
  // Errors: kNotFound; kWorld, also when another process appends; kIntegrity if it is damaged, is
  // behind its head file or without one, or is of another format.
  static Result<std::unique_ptr<RocksDbEventLog>> OpenForAppend(const std::string& store,
                                                                const LogPorts& ports,
                                                                const LogOptions& options = {});
  // The log as it was at one moment of the call; what is appended later is not seen. Writes
  // nothing, and needs no right to. Errors: likewise, but for the other process; a head file that
  // cannot be read is a warning.
  static Result<std::unique_ptr<RocksDbEventLog>> OpenReadOnly(const std::string& store,
                                                               const LogPorts& ports,
                                                               const LogOptions& options = {});

  // Writes what is queued, then closes.
  ~RocksDbEventLog() override;

  // Errors besides those of the port: kWorld if the log was opened for reading.
  Result<Appended> Append(const Batch& batch) override;

  Result<Head> ReadHead() const override;
  Result<std::optional<StreamHead>> FindStream(const Subject& subject) const override;
  Status ReadStream(const Subject& subject, Version from, const EventVisitor& visit) const override;
  Status ReadStreams(const Subject& first, const Subject& last, const KindFilter& wanted,
                     const EventVisitor& visit) const override;
  Status ReadDecodable(const Subject& subject, const EventVisitor& visit) const override;
  Status ReadLog(Index from, const EventVisitor& visit) const override;
  Status PassOver(const Waivers& waived) override;
  const PassedOver& passed_over() const override { return passed_over_; }
  Result<std::optional<std::string>> FindBlob(const Hash& sha256) const override;
  Result<std::optional<std::string>> FindSealed(const Subject& subject, Version version,
                                                SealedClass content_class) const override;
  Result<std::optional<RequestRecord>> FindRequest(std::string_view id) const override;

  // What people should know of the opening or the last write: for stderr, one sentence each.
  std::vector<Text> Warnings() const;

  // For what else lives in the same database.
  Database& database() const { return *database_; }

 private:
  struct Pending;

  RocksDbEventLog(const LogPorts& ports, std::unique_ptr<Database> database);
  static Result<std::unique_ptr<RocksDbEventLog>> Open(const StorePaths& paths,
                                                       const LogPorts& ports,
                                                       const LogOptions& options,
                                                       std::optional<LockFile> lock);
  Status CheckAgainst(const HeadRecord& witness) const;
  void Warn(Text warning);

  void CommitLoop();
  // Writes some of the batches from `next` on, in one write, and answers them; returns the first
  // that is left.
  std::size_t CommitFrom(const std::vector<Pending*>& taken, std::size_t next);
  Status Write(rocksdb::WriteBatch& batch, const rocksdb::Status& filled);

  const LogPorts ports_;
  // The lock is released last. It and the head file: of a log for appending.
  std::optional<LockFile> lock_;
  std::optional<HeadFile> head_file_;
  std::unique_ptr<Database> database_;
  PassedOver passed_over_;

  mutable std::mutex warnings_mutex_;
  std::vector<Text> warnings_;  // Guarded by warnings_mutex_.

  mutable std::mutex mutex_;  // Guards what follows, up to the committer's own.
  Head head_;
  std::vector<Pending*> queue_;
  std::condition_variable queued_;
  bool closing_ = false;

  std::optional<Error> failed_;  // Of the committer: once a write failed, none is tried again.
  std::thread committer_;
};

}  // namespace cartulary
