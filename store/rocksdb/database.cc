#include "store/rocksdb/database.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "core/ports/event_log.h"
#include "store/rocksdb/bytes.h"
#include "store/rocksdb/rocksdb_error.h"
#include "store/rocksdb/value_format.h"

namespace cartulary {
namespace {

constexpr std::uint32_t kStoreFormatVersion = 1;
constexpr std::string_view kStatePrefix = "state.";
constexpr Generation kFirstGeneration = 1;

// Past either, what the next opening has to replay is flushed on closing.
constexpr std::uint64_t kReplayedSizeBytesMax = 2 << 20;
constexpr std::size_t kReplayedFilesMax = 16;

constexpr std::chrono::seconds kOpenPatience(20);
constexpr std::chrono::milliseconds kOpenPause(5);

Text Creating(const std::filesystem::path& path) {
  return Said("create the store {0}", "créer le registre {0}", path.string());
}
Text Opening(const std::filesystem::path& path) {
  return Said("open the store {0}", "ouvrir le registre {0}", path.string());
}

std::string StateFamilyName(Generation generation) {
  return std::string(kStatePrefix) + std::to_string(generation);
}

std::optional<Generation> ParseStateFamilyName(std::string_view name) {
  if (!name.starts_with(kStatePrefix)) return std::nullopt;
  name.remove_prefix(kStatePrefix.size());
  Generation generation = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), generation);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return generation;
}

std::vector<rocksdb::ColumnFamilyDescriptor> LogFamilies() {
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
    families.emplace_back(std::string(kFamilyNames[i]), OptionsOf(static_cast<Family>(i)));
  }
  return families;
}

// Changes whenever RocksDB takes a file in or out, before it removes the file.
std::string FingerprintOf(const std::filesystem::path& path) {
  std::ifstream current(path / "CURRENT");
  std::string manifest;
  std::getline(current, manifest);
  std::error_code error;
  const auto size = std::filesystem::file_size(path / manifest, error);
  return manifest + " " + (error ? "?" : std::to_string(size));
}

// RocksDB itself does not refuse all of it.
Status CheckWritable(bool writable) {
  if (writable) return Ok{};
  return Error{ErrorCode::kWorld,
               Said("cannot write: the store was opened for reading",
                    "écriture impossible : le registre a été ouvert en lecture")};
}

template <typename Number>
std::string NumberValue(Number number) {
  std::string value;
  PutNumber(value, number);
  return value;
}

}  // namespace

Status Database::Create(const std::filesystem::path& path, const LogOrigin& origin,
                        rocksdb::Env* env) {
  rocksdb::Options options(DatabaseOptions(env), rocksdb::ColumnFamilyOptions());
  options.create_if_missing = true;
  options.error_if_exists = true;
  rocksdb::DB* opened = nullptr;
  auto made = rocksdb::DB::Open(options, path.string(), &opened);
  if (!made.ok()) return ErrorFrom(made, Creating(path));
  const std::unique_ptr<rocksdb::DB> db(opened);
  auto families = LogFamilies();
  families.emplace_back(StateFamilyName(kFirstGeneration), StateFamilyOptions());
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  made = db->CreateColumnFamilies(families, &handles);
  if (!made.ok()) return ErrorFrom(made, Creating(path));

  rocksdb::WriteBatch batch;
  std::string origin_value;
  PutBytes(origin_value, origin.bytes);
  rocksdb::ColumnFamilyHandle* const meta = handles[static_cast<std::size_t>(Family::kMeta)];
  rocksdb::Status written = batch.Put(meta, kMetaFormat, NumberValue(kStoreFormatVersion));
  if (written.ok()) written = batch.Put(meta, kMetaOrigin, origin_value);
  if (written.ok()) written = batch.Put(meta, kMetaHead, EncodeLogHead(Head{}));
  if (written.ok()) written = batch.Put(meta, kMetaGeneration, NumberValue(kFirstGeneration));
  rocksdb::WriteOptions synced;
  synced.sync = true;
  if (written.ok()) written = db->Write(synced, &batch);
  for (rocksdb::ColumnFamilyHandle* const handle : handles) {
    const auto destroyed = db->DestroyColumnFamilyHandle(handle);
    if (written.ok()) written = destroyed;
  }
  const auto closed = db->Close();
  if (written.ok()) written = closed;
  if (!written.ok()) return ErrorFrom(written, Creating(path));
  return Ok{};
}

Result<std::unique_ptr<Database>> Database::OpenForAppend(const std::filesystem::path& path,
                                                          std::uint64_t wal_size_bytes_max,
                                                          bool drop_damaged_tail,
                                                          rocksdb::Env* env) {
  rocksdb::DBOptions options = DatabaseOptions(env);
  options.max_total_wal_size = wal_size_bytes_max;
  if (drop_damaged_tail) {
    options.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
    options.avoid_flush_during_recovery = false;  // So that the damaged log is not read again.
  }
  return Open(path, options, /*writable=*/true);
}

Result<std::unique_ptr<Database>> Database::OpenReadOnly(const std::filesystem::path& path,
                                                         rocksdb::Env* env) {
  const rocksdb::DBOptions options = DatabaseOptions(env);
  const auto give_up = std::chrono::steady_clock::now() + kOpenPatience;
  while (true) {
    // When the writer flushed or compacted in between, a file may have vanished before it was
    // opened, or a log whose content was in neither view. What was opened is then thrown away.
    const std::string before = FingerprintOf(path);
    auto opened = Open(path, options, /*writable=*/false);
    if (FingerprintOf(path) == before) return opened;
    if (std::chrono::steady_clock::now() > give_up) {
      return Error{ErrorCode::kWorld,
                   Said("cannot read the store {0}: it changed whenever it was being opened; try "
                        "again when less is written to it",
                        "le programme n'a pas pu lire le registre {0} : il a changé à chaque "
                        "ouverture ; recommencez quand on y écrira moins",
                        path.string())};
    }
    std::this_thread::sleep_for(kOpenPause);
  }
}

Result<std::unique_ptr<Database>> Database::Open(const std::filesystem::path& path,
                                                 const rocksdb::DBOptions& options, bool writable) {
  std::vector<std::string> names;
  const auto listed = rocksdb::DB::ListColumnFamilies(options, path.string(), &names);
  if (!listed.ok()) return ErrorFrom(listed, Opening(path));
  auto families = LogFamilies();
  families.emplace_back(rocksdb::kDefaultColumnFamilyName, rocksdb::ColumnFamilyOptions());
  std::vector<Generation> generations;
  for (const std::string& name : names) {
    const bool is_of_log =
        std::ranges::any_of(families, [&](const auto& family) { return family.name == name; });
    if (is_of_log) continue;
    const auto generation = ParseStateFamilyName(name);
    if (!generation) {
      return Error{ErrorCode::kIntegrity,
                   Said("cannot open the store {0}: it has a column family \"{1}\", which this "
                        "program does not know",
                        "le programme n'a pas pu ouvrir le registre {0} : il a une famille de "
                        "colonnes « {1} », que ce programme ne connaît pas",
                        path.string(), name)};
    }
    generations.push_back(*generation);
    families.emplace_back(name, StateFamilyOptions());
  }

  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* opened = nullptr;
  const auto status =
      writable ? rocksdb::DB::Open(options, path.string(), families, &handles, &opened)
               : rocksdb::DB::OpenForReadOnly(options, path.string(), families, &handles, &opened);
  if (!status.ok()) return ErrorFrom(status, Opening(path));
  std::unique_ptr<Database> database(new Database(std::unique_ptr<rocksdb::DB>(opened), writable));
  const auto owned = [opened](rocksdb::ColumnFamilyHandle* handle) {
    return FamilyHandle(handle, [opened](rocksdb::ColumnFamilyHandle* h) {
      opened->DestroyColumnFamilyHandle(h).PermitUncheckedError();
    });
  };
  const std::size_t log_families = handles.size() - generations.size();
  for (std::size_t i = 0; i < kFamilyNames.size(); ++i) database->families_[i] = owned(handles[i]);
  for (std::size_t i = kFamilyNames.size(); i < log_families; ++i) owned(handles[i]);
  for (std::size_t i = 0; i < generations.size(); ++i) {
    database->generations_.emplace(generations[i], owned(handles[log_families + i]));
  }
  CARTULARY_RETURN_IF_ERROR(database->ReadMeta());
  return database;
}

Status Database::ReadMeta() {
  const auto damaged = [](std::string_view name) {
    return Error{ErrorCode::kIntegrity,
                 Said("the store is damaged: \"{0}\" is missing from its column family meta, or is "
                      "not readable; restore a backup",
                      "le registre est endommagé : « {0} » manque dans sa famille de colonnes "
                      "meta, ou est illisible ; restaurez une sauvegarde",
                      name)};
  };
  CARTULARY_ASSIGN_OR_RETURN(const auto format, Get(Family::kMeta, kMetaFormat));
  if (!format || format->size() != sizeof(std::uint32_t)) return damaged(kMetaFormat);
  const auto version = ByteReader(*format).TakeNumber<std::uint32_t>();
  if (version != kStoreFormatVersion) {
    return Error{
        ErrorCode::kIntegrity,
        Said("the store has format {0}; this program knows format {1} only: use a newer one",
             "le registre est au format {0} ; ce programme ne connaît que le format {1} : "
             "utilisez-en un plus récent",
             version, kStoreFormatVersion)};
  }
  CARTULARY_ASSIGN_OR_RETURN(const auto origin, Get(Family::kMeta, kMetaOrigin));
  if (!origin || origin->size() != origin_.bytes.size()) return damaged(kMetaOrigin);
  origin_.bytes = ByteReader(*origin).TakeBytes<16>();
  CARTULARY_ASSIGN_OR_RETURN(const auto active, Get(Family::kMeta, kMetaGeneration));
  if (!active || active->size() != sizeof(Generation)) return damaged(kMetaGeneration);
  active_ = ByteReader(*active).TakeNumber<Generation>();
  if (!generations_.contains(active_)) return damaged(kMetaGeneration);
  return Ok{};
}

Database::~Database() {
  if (writable_) FlushIfLarge();
  generations_.clear();
  families_.fill(nullptr);
  db_->Close().PermitUncheckedError();
}

void Database::FlushIfLarge() {
  rocksdb::VectorLogPtr files;
  if (!db_->GetSortedWalFiles(files).ok()) return;
  std::uint64_t size = 0;
  for (const auto& file : files) size += file->SizeFileBytes();
  if (size <= kReplayedSizeBytesMax && files.size() <= kReplayedFilesMax) return;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  for (const auto& handle : families_) handles.push_back(handle.get());
  for (const auto& [_, handle] : generations_) handles.push_back(handle.get());
  // Nothing is lost if it fails: the next opening replays the logs.
  db_->Flush(rocksdb::FlushOptions(), handles).PermitUncheckedError();
}

Result<std::optional<std::string>> Database::Get(rocksdb::ColumnFamilyHandle* family,
                                                 std::string_view key) const {
  std::string value;
  const auto status = db_->Get(rocksdb::ReadOptions(), family, key, &value);
  if (status.IsNotFound()) return std::optional<std::string>();
  if (!status.ok()) {
    const Text doing = Said("read from {0}", "lire dans {0}", family->GetName());
    return ParseStateFamilyName(family->GetName()) ? ErrorFromState(status, doing)
                                                   : ErrorFrom(status, doing);
  }
  return std::optional<std::string>(std::move(value));
}

Result<std::vector<std::unique_ptr<rocksdb::Iterator>>> Database::NewIterators(
    const rocksdb::ReadOptions& options,
    const std::vector<rocksdb::ColumnFamilyHandle*>& families) const {
  std::vector<rocksdb::Iterator*> made;
  const auto status = db_->NewIterators(options, families, &made);
  if (!status.ok()) return ErrorFrom(status, Said("read the store", "lire le registre"));
  return std::vector<std::unique_ptr<rocksdb::Iterator>>(made.begin(), made.end());
}

Status Database::Write(rocksdb::WriteBatch& batch, Durability durability) {
  CARTULARY_RETURN_IF_ERROR(CheckWritable(writable_));
  rocksdb::WriteOptions options;
  options.sync = durability == Durability::kSynced;
  options.disableWAL = durability == Durability::kUntilFlushed;
  const auto status = db_->Write(options, &batch);
  if (!status.ok()) return ErrorFrom(status, Said("write to the store", "écrire dans le registre"));
  return Ok{};
}

Generation Database::active_generation() const {
  const std::lock_guard lock(mutex_);
  return active_;
}

FamilyHandle Database::generation(Generation generation) const {
  const std::lock_guard lock(mutex_);
  const auto found = generations_.find(generation);
  return found == generations_.end() ? nullptr : found->second;
}

Result<Generation> Database::AddGeneration() {
  CARTULARY_RETURN_IF_ERROR(CheckWritable(writable_));
  CARTULARY_RETURN_IF_ERROR(DropAllGenerationsBut(active_generation()));
  const Generation added = active_generation() + 1;
  rocksdb::ColumnFamilyHandle* handle = nullptr;
  const auto status =
      db_->CreateColumnFamily(StateFamilyOptions(), StateFamilyName(added), &handle);
  if (!status.ok())
    return ErrorFrom(status, Said("add a generation of projections",
                                  "ajouter une génération des états dérivés"));
  const std::lock_guard lock(mutex_);
  generations_.emplace(added, FamilyHandle(handle, [db = db_.get()](auto* h) {
                         db->DestroyColumnFamilyHandle(h).PermitUncheckedError();
                       }));
  return added;
}

Status Database::ActivateGeneration(Generation generation_number) {
  CARTULARY_RETURN_IF_ERROR(CheckWritable(writable_));
  const FamilyHandle handle = generation(generation_number);
  CARTULARY_CHECK(handle != nullptr);
  const auto flushed = db_->Flush(rocksdb::FlushOptions(), handle.get());
  if (!flushed.ok())
    return ErrorFrom(flushed, Said("write a generation of projections",
                                   "écrire une génération des états dérivés"));
  rocksdb::WriteBatch batch;
  const auto put =
      batch.Put(family(Family::kMeta), kMetaGeneration, NumberValue(generation_number));
  if (!put.ok())
    return ErrorFrom(put, Said("activate a generation of projections",
                               "activer une génération des états dérivés"));
  CARTULARY_RETURN_IF_ERROR(Write(batch, Durability::kSynced));
  {
    const std::lock_guard lock(mutex_);
    active_ = generation_number;
  }
  return DropAllGenerationsBut(generation_number);
}

Status Database::DropAllGenerationsBut(Generation kept) {
  std::map<Generation, FamilyHandle> dropped;
  {
    const std::lock_guard lock(mutex_);
    for (auto i = generations_.begin(); i != generations_.end();) {
      auto next = std::next(i);
      if (i->first != kept) dropped.insert(generations_.extract(i));
      i = next;
    }
  }
  for (const auto& [_, handle] : dropped) {
    const auto status = db_->DropColumnFamily(handle.get());
    if (!status.ok())
      return ErrorFrom(status, Said("drop a generation of projections",
                                    "supprimer une génération des états dérivés"));
  }
  return Ok{};
}

}  // namespace cartulary
