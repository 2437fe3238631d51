#include "store/rocksdb/rocksdb_event_log.h"

#include <rocksdb/write_batch.h>

#include <filesystem>
#include <map>
#include <string>
#include <system_error>
#include <utility>
#include <variant>

#include "store/append/sequencer.h"
#include "store/rocksdb/commit_format.h"
#include "store/rocksdb/database.h"
#include "store/rocksdb/key_format.h"
#include "store/rocksdb/log_reader.h"
#include "store/rocksdb/rocksdb_error.h"
#include "store/rocksdb/value_format.h"

namespace cartulary {
namespace {

// When a write has this much, it is written, and what is left waits for the next.
constexpr std::size_t kWriteSizeBytesMax = 64 << 20;

// For a writer: what it would write next would make the loss of the last events undetectable.
Error WithoutWitness(const HeadFileContent& witness) {
  return {
      ErrorCode::kIntegrity,
      Said(
          "{0}; whether the store lost its last events cannot be told, so nothing is written to it",
          "{0} ; on ne peut savoir si le registre a perdu ses derniers événements, donc rien n'y "
          "est écrit",
          witness.why),
      Said("put the head file back as it was; or, if you know that the store is whole, accept it "
           "as it is with `cartulary rebuild --accept-head`",
           "remettez le fichier de tête dans son état ; ou, si vous savez le registre entier, "
           "acceptez-le tel quel par `cartulary rebuild --accept-head`")};
}

Text WordsOf(const Head& head) {
  return Said("{0} events, the last recorded {1}, leaf hash {2}",
              "{0} événements, le dernier enregistré {1}, empreinte de feuille {2}", head.size,
              head.recorded, head.last_leaf);
}

HeadRecord RecordOf(const Head& head) { return {head.origin, head.size, head.last_leaf}; }

// The events of a commit by stream and chunk: one operand for each key.
std::map<std::string, std::string> ChunksOf(const Commit& commit) {
  std::map<std::string, std::string> chunks;
  std::uint64_t index = commit.first.value;
  for (const SequencedEvent& event : commit.events) {
    const std::string key = HistoryKey(event.subject, event.version.value / kEventsPerChunk);
    PutChunkEntry(chunks[key], {Index{index++}, event.message});
  }
  return chunks;
}

// Puts into a batch, and keeps the first refusal.
class BatchWriter {
 public:
  BatchWriter(const Database& database, rocksdb::WriteBatch& batch)
      : database_(database), batch_(batch) {}
  void Put(Family family, std::string_view key, std::string_view value) {
    Keep(batch_.Put(database_.family(family), key, value));
  }
  void Merge(Family family, std::string_view key, std::string_view value) {
    Keep(batch_.Merge(database_.family(family), key, value));
  }
  const rocksdb::Status& status() const { return status_; }

 private:
  void Keep(const rocksdb::Status& status) {
    if (status_.ok()) status_ = status;
  }
  const Database& database_;
  rocksdb::WriteBatch& batch_;
  rocksdb::Status status_;
};

void PutCommit(const Commit& commit, BatchWriter& writer) {
  writer.Put(Family::kLog, LogKey(commit.first), EncodeCommit(commit.events));
  for (const auto& [key, chunk] : ChunksOf(commit)) writer.Merge(Family::kHistories, key, chunk);
  for (const auto& [subject, head] : commit.heads) {
    writer.Put(Family::kHeads, HeadKey(subject), EncodeStreamHead(head));
  }
  for (const auto& [id, record] : commit.requests) {
    writer.Put(Family::kIds, id, EncodeRequest(record));
  }
  for (const SequencedContent& content : commit.sealed) {
    writer.Put(Family::kSealed, SealedKey(content.subject, content.version, content.content_class),
               content.stored);
  }
  for (const Blob& blob : *commit.blobs)
    writer.Put(Family::kBlobs, BlobKey(blob.sha256), blob.bytes);
}

}  // namespace

// A batch that waits for its answer.
struct RocksDbEventLog::Pending {
  const Batch& batch;
  std::optional<Result<Appended>> answer;  // Guarded by the log's mutex.
  std::condition_variable answered;
};

RocksDbEventLog::RocksDbEventLog(const LogPorts& ports, std::unique_ptr<Database> database)
    : ports_(ports), database_(std::move(database)) {}

Result<std::unique_ptr<RocksDbEventLog>> RocksDbEventLog::Create(const std::string& store,
                                                                 const LogOrigin& origin,
                                                                 const LogPorts& ports,
                                                                 const LogOptions& options) {
  const StorePaths paths(store);
  CARTULARY_ASSIGN_OR_RETURN(LockFile lock, LockFile::Take(paths.lock));
  std::error_code error;
  if (std::filesystem::exists(paths.database, error) &&
      !std::filesystem::is_empty(paths.database, error)) {
    return Error{ErrorCode::kInvalidArgument,
                 Said("cannot make a store: {0} exists and is not empty",
                      "création du registre impossible : {0} existe et n'est pas vide",
                      paths.database.string())};
  }
  const auto witness = HeadFile::Read(paths.head, ports.hasher).record;
  if (witness && witness->size > 0) {
    return Error{ErrorCode::kInvalidArgument,
                 Said("cannot make a store: {0} belongs to one of {1} events that is not here; "
                      "restore it, or move the file away",
                      "création du registre impossible : {0} appartient à un registre de {1} "
                      "événements qui n'est pas ici ; restaurez-le, ou déplacez le fichier",
                      paths.head.string(), witness->size)};
  }

  std::filesystem::remove_all(paths.unfinished, error);
  CARTULARY_RETURN_IF_ERROR(Database::Create(paths.unfinished, origin, options.env));
  CARTULARY_ASSIGN_OR_RETURN(HeadFile head_file, HeadFile::OpenForWriting(paths.head));
  CARTULARY_RETURN_IF_ERROR(head_file.Write(HeadRecord{origin, 0, Hash{}}, ports.hasher));
  // Its name is on disk with the rename. Without its content the store could not be written to.
  CARTULARY_RETURN_IF_ERROR(head_file.Sync());
  CARTULARY_RETURN_IF_ERROR(MoveDurably(paths.unfinished, paths.database));
  return Open(paths, ports, options, std::move(lock));
}

Result<std::unique_ptr<RocksDbEventLog>> RocksDbEventLog::OpenForAppend(const std::string& store,
                                                                        const LogPorts& ports,
                                                                        const LogOptions& options) {
  const StorePaths paths(store);
  CARTULARY_RETURN_IF_ERROR(CheckExists(paths, ports.hasher));
  CARTULARY_ASSIGN_OR_RETURN(LockFile lock, LockFile::Take(paths.lock));
  return Open(paths, ports, options, std::move(lock));
}

Result<std::unique_ptr<RocksDbEventLog>> RocksDbEventLog::OpenReadOnly(const std::string& store,
                                                                       const LogPorts& ports,
                                                                       const LogOptions& options) {
  const StorePaths paths(store);
  CARTULARY_RETURN_IF_ERROR(CheckExists(paths, ports.hasher));
  return Open(paths, ports, options, std::nullopt);
}

Result<std::unique_ptr<RocksDbEventLog>> RocksDbEventLog::Open(const StorePaths& paths,
                                                               const LogPorts& ports,
                                                               const LogOptions& options,
                                                               std::optional<LockFile> lock) {
  // Before the database, so that a reader beside a writer never finds the database behind it.
  const HeadFileContent witness = HeadFile::Read(paths.head, ports.hasher);
  if (!witness.record && lock && !options.accept_head) return WithoutWitness(witness);
  const auto wal_size_max = options.bulk_import ? kBulkWalSizeBytesMax : kWalSizeBytesMax;
  auto database = lock ? Database::OpenForAppend(paths.database, wal_size_max,
                                                 options.drop_damaged_tail, options.env)
                       : Database::OpenReadOnly(paths.database, options.env);
  if (!database) return std::move(database).error();
  std::unique_ptr<RocksDbEventLog> log(new RocksDbEventLog(ports, *std::move(database)));
  CARTULARY_ASSIGN_OR_RETURN(log->head_, ReadStoredHead(*log->database_));
  CARTULARY_RETURN_IF_ERROR(CheckReplay(*log->database_, log->head_));
  if (witness.record) {
    CARTULARY_RETURN_IF_ERROR(log->CheckAgainst(*witness.record));
  } else {
    log->Warn(
        lock ? Said("{0}; accepted as it is: {1}", "{0} ; accepté tel quel : {1}", witness.why,
                    WordsOf(log->head_))
             : Said("{0}; whether the store lost its last events was not checked",
                    "{0} ; il n'a pas été vérifié si le registre a perdu ses derniers événements",
                    witness.why));
  }
  if (!lock) return log;

  log->lock_ = std::move(lock);
  CARTULARY_ASSIGN_OR_RETURN(log->head_file_, HeadFile::OpenForWriting(paths.head));
  CARTULARY_RETURN_IF_ERROR(log->head_file_->Write(RecordOf(log->head_), ports.hasher));
  if (!witness.record) CARTULARY_RETURN_IF_ERROR(log->head_file_->Sync());
  log->committer_ = std::thread([raw = log.get()] { raw->CommitLoop(); });
  return log;
}

RocksDbEventLog::~RocksDbEventLog() {
  if (!committer_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    queued_.notify_one();
  }
  committer_.join();
}

Status RocksDbEventLog::CheckAgainst(const HeadRecord& witness) const {
  if (witness.origin != head_.origin) {
    return Error{
        ErrorCode::kIntegrity,
        Said("the head file beside the store is that of another log: {0}, not {1}",
             "le fichier de tête à côté du registre est celui d'un autre journal : {0}, non {1}",
             witness.origin, head_.origin)};
  }
  if (head_.size < witness.size) {
    return Error{
        ErrorCode::kIntegrity,
        Said("the store has lost events: it holds {0}, and its head file says that {1} were "
             "acknowledged; stop, keep the files, and restore a backup",
             "le registre a perdu des événements : il en contient {0}, et son fichier de tête dit "
             "que {1} ont été confirmés ; arrêtez, gardez les fichiers et restaurez une sauvegarde",
             head_.size, witness.size)};
  }
  if (witness.size == 0) return Ok{};
  CARTULARY_ASSIGN_OR_RETURN(const Hash leaf,
                             ReadLeaf(*database_, Index{witness.size - 1}, ports_.hasher));
  if (leaf != witness.last_leaf) {
    return Error{ErrorCode::kIntegrity,
                 Said("event {0} is not the one that was acknowledged: it differs from the head "
                      "file; stop, keep the files, and restore a backup",
                      "l'événement {0} n'est pas celui qui a été confirmé : il diffère du fichier "
                      "de tête ; arrêtez, gardez les fichiers et restaurez une sauvegarde",
                      witness.size - 1)};
  }
  return Ok{};
}

Result<Appended> RocksDbEventLog::Append(const Batch& batch) {
  if (!committer_.joinable()) {
    return Error{ErrorCode::kWorld, Said("cannot append: the store was opened for reading",
                                         "ajout impossible : le registre a été ouvert en lecture")};
  }
  CARTULARY_RETURN_IF_ERROR(CheckBatch(batch, ports_.hasher));

  Pending pending{.batch = batch, .answer = {}, .answered = {}};
  std::unique_lock lock(mutex_);
  queue_.push_back(&pending);
  queued_.notify_one();
  pending.answered.wait(lock, [&] { return pending.answer.has_value(); });
  return *std::move(pending.answer);
}

void RocksDbEventLog::CommitLoop() {
  std::unique_lock lock(mutex_);
  while (true) {
    queued_.wait(lock, [&] { return closing_ || !queue_.empty(); });
    if (queue_.empty()) return;
    std::vector<Pending*> taken;
    std::swap(taken, queue_);
    lock.unlock();
    for (std::size_t next = 0; next < taken.size();) next = CommitFrom(taken, next);
    lock.lock();
  }
}

std::size_t RocksDbEventLog::CommitFrom(const std::vector<Pending*>& taken, std::size_t next) {
  const std::size_t first = next;
  std::vector<Result<Appended>> answers;
  Head head = head_;
  Sequencer sequencer(*this, head, ports_.codec, ports_.hasher, ports_.clock);
  rocksdb::WriteBatch batch;
  BatchWriter writer(*database_, batch);
  for (; next < taken.size() && batch.GetDataSize() < kWriteSizeBytesMax; ++next) {
    auto sequenced = failed_ ? *failed_ : sequencer.Take(taken[next]->batch);
    if (!sequenced) {
      answers.emplace_back(std::move(sequenced).error());
    } else if (const auto* const known = std::get_if<Appended>(&*sequenced)) {
      answers.emplace_back(*known);
    } else {
      const auto& commit = std::get<Commit>(*sequenced);
      PutCommit(commit, writer);
      head = commit.head;
      answers.emplace_back(
          Appended{commit.first, static_cast<std::uint32_t>(commit.events.size())});
    }
  }

  if (batch.Count() > 0) {
    writer.Put(Family::kMeta, kMetaHead, EncodeLogHead(head));
    if (const Status written = Write(batch, writer.status()); !written) {
      // What was refused was refused in view of what may not be there: all get the same answer.
      for (auto& answer : answers) answer = written.error();
      head = head_;
    } else if (const auto noted = head_file_->Write(RecordOf(head), ports_.hasher); !noted) {
      Warn(noted.error().detail);
    }
  }
  const std::lock_guard lock(mutex_);
  head_ = head;
  for (std::size_t i = first; i < next; ++i) {
    taken[i]->answer = std::move(answers[i - first]);
    taken[i]->answered.notify_one();
  }
  return next;
}

Status RocksDbEventLog::Write(rocksdb::WriteBatch& batch, const rocksdb::Status& filled) {
  const Status written =
      filled.ok() ? database_->Write(batch, Durability::kSynced)
                  : Status(ErrorFrom(filled, Said("fill a write to the store",
                                                  "préparer une écriture dans le registre")));
  if (written) return Ok{};
  failed_ = Error{ErrorCode::kWorld,
                  Said("an earlier write to the store failed, so that nothing was written now; "
                       "correct its cause and start again: {0}",
                       "une écriture antérieure dans le registre a échoué, donc rien n'est écrit "
                       "maintenant ; supprimez-en la cause et recommencez : {0}",
                       written.error().detail)};
  return Error{ErrorCode::kWorld,
               Said("{0}; whether it was written shows when the store is opened again",
                    "{0} ; la réouverture du registre dira si l'écriture a eu lieu",
                    written.error().detail)};
}

void RocksDbEventLog::Warn(Text warning) {
  const std::lock_guard lock(warnings_mutex_);
  warnings_.push_back(std::move(warning));
}

std::vector<Text> RocksDbEventLog::Warnings() const {
  const std::lock_guard lock(warnings_mutex_);
  return warnings_;
}

Result<Head> RocksDbEventLog::ReadHead() const {
  const std::lock_guard lock(mutex_);
  return head_;
}

Result<std::optional<StreamHead>> RocksDbEventLog::FindStream(const Subject& subject) const {
  CARTULARY_ASSIGN_OR_RETURN(const auto value, database_->Get(Family::kHeads, HeadKey(subject)));
  if (!value) return std::optional<StreamHead>();
  const auto head = DecodeStreamHead(*value);
  if (!head) return Damaged(Said("the head of stream {0}", "la tête du flux {0}", subject));
  return head;
}

Status RocksDbEventLog::ReadStream(const Subject& subject, Version from,
                                   const EventVisitor& visit) const {
  return LogReader(*database_, ports_.codec, passed_over_).ReadStream(subject, from, visit);
}

Status RocksDbEventLog::ReadStreams(const Subject& first, const Subject& last,
                                    const KindFilter& wanted, const EventVisitor& visit) const {
  return LogReader(*database_, ports_.codec, passed_over_).ReadStreams(first, last, wanted, visit);
}

Status RocksDbEventLog::ReadDecodable(const Subject& subject, const EventVisitor& visit) const {
  return LogReader(*database_, ports_.codec, passed_over_).ReadDecodable(subject, visit);
}

Status RocksDbEventLog::PassOver(const Waivers& waived) {
  CARTULARY_ASSIGN_OR_RETURN(passed_over_,
                             LogReader(*database_, ports_.codec).FindUnreadable(waived));
  return Ok{};
}

Status RocksDbEventLog::ReadLog(Index from, const EventVisitor& visit) const {
  return LogReader(*database_, ports_.codec, passed_over_).ReadLog(from, visit);
}

Result<std::optional<std::string>> RocksDbEventLog::FindBlob(const Hash& sha256) const {
  CARTULARY_ASSIGN_OR_RETURN(auto bytes, database_->Get(Family::kBlobs, BlobKey(sha256)));
  if (bytes && ports_.hasher.Sha256(*bytes) != sha256)
    return Damaged(Said("blob {0}", "texte {0}", sha256));
  return bytes;
}

Result<std::optional<std::string>> RocksDbEventLog::FindSealed(const Subject& subject,
                                                               Version version,
                                                               SealedClass content_class) const {
  return database_->Get(Family::kSealed, SealedKey(subject, version, content_class));
}

Result<std::optional<RequestRecord>> RocksDbEventLog::FindRequest(std::string_view id) const {
  CARTULARY_ASSIGN_OR_RETURN(const auto value, database_->Get(Family::kIds, id));
  if (!value) return std::optional<RequestRecord>();
  const auto request = DecodeRequest(*value);
  if (!request) return Damaged(Said("request \"{0}\"", "requête « {0} »", id));
  return request;
}

}  // namespace cartulary
