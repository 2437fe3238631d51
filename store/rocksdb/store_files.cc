#include "store/rocksdb/store_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <system_error>
#include <thread>

#include "store/rocksdb/bytes.h"

namespace cartulary {
namespace {

constexpr std::string_view kHeadMagic = "cartHEAD";
constexpr std::uint32_t kHeadFormatVersion = 1;
constexpr std::size_t kHeadRecordSizeBytes = 100;
constexpr int kHeadReadsMax = 5;

constexpr mode_t kFileMode = 0644;

std::string LastSystemError() { return std::error_code(errno, std::generic_category()).message(); }

Error WorldError(const Text& doing, const std::filesystem::path& path) {
  return {ErrorCode::kWorld, Said("cannot {0} {1}: {2}", "le programme n'a pas pu {0} {1} : {2}",
                                  doing, path.string(), LastSystemError())};
}

// None if the file cannot be opened or read; `errno` says why.
std::optional<std::string> ReadUpTo(const std::filesystem::path& path, std::size_t size_max) {
  const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return std::nullopt;
  std::string bytes(size_max, '\0');
  const ssize_t size = pread(file.get(), bytes.data(), bytes.size(), 0);
  if (size < 0) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

bool WriteAtFront(int fd, std::string_view bytes) {
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t size =
        pwrite(fd, bytes.data() + written, bytes.size() - written, static_cast<off_t>(written));
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return false;
    written += static_cast<std::size_t>(size);
  }
  return true;
}

}  // namespace

StorePaths::StorePaths(const std::string& store) {
  std::string name = store;
  while (name.size() > 1 && name.back() == '/') name.pop_back();
  database = name;
  unfinished = name + ".new";
  head = name + ".head";
  lock = name + ".lock";
}

Status CheckExists(const StorePaths& paths, const Hasher& hasher) {
  std::error_code error;
  if (std::filesystem::exists(paths.database / "CURRENT", error)) return Ok{};
  if (error) {
    return Error{ErrorCode::kWorld,
                 Said("cannot look into {0}: {1}", "le programme n'a pas pu consulter {0} : {1}",
                      paths.database.string(), error.message()),
                 Said("have somebody who may read the store run the command, or give you access",
                      "faites exécuter la commande par quelqu'un qui peut lire le registre, ou "
                      "demandez-y l'accès")};
  }
  if (const auto witness = HeadFile::Read(paths.head, hasher).record) {
    return Error{ErrorCode::kIntegrity,
                 Said("{0} is not a store any more: its head file says that {1} events were "
                      "acknowledged; restore a backup",
                      "{0} n'est plus un registre : son fichier de tête dit que {1} événements ont "
                      "été confirmés ; restaurez une sauvegarde",
                      paths.database.string(), witness->size)};
  }
  return Error{ErrorCode::kNotFound,
               Said("there is no store at {0}; make one with: cartulary init",
                    "il n'y a pas de registre dans {0} ; créez-en un par : cartulary init",
                    paths.database.string())};
}

Status MoveDurably(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (rename(from.c_str(), to.c_str()) != 0) return WorldError(Said("make", "créer"), to);
  const auto parent = to.has_parent_path() ? to.parent_path() : std::filesystem::path(".");
  const FileDescriptor folder(open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open() || fsync(folder.get()) != 0)
    return WorldError(Said("sync", "synchroniser"), parent);
  return Ok{};
}

FileDescriptor::~FileDescriptor() {
  if (is_open()) close(fd_);
}

Result<LockFile> LockFile::Take(const std::filesystem::path& path) {
  FileDescriptor file(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kFileMode));
  if (!file.is_open())
    return WorldError(Said("open the lock file", "ouvrir le fichier de verrou"), path);
  if (flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return WorldError(Said("lock", "verrouiller"), path);
    std::string holder = ReadUpTo(path, 32).value_or("");
    while (!holder.empty() && holder.back() == '\n') holder.pop_back();
    return Error{
        ErrorCode::kWorld,
        Said("another process writes to this store: process {0} holds {1}; wait until it ends",
             "un autre processus écrit dans ce registre : le processus {0} tient {1} ; attendez "
             "qu'il se termine",
             holder.empty() ? Said("unknown", "inconnu") : WordsOf(holder), path.string())};
  }
  const std::string pid = std::to_string(getpid()) + "\n";
  if (ftruncate(file.get(), 0) != 0 || !WriteAtFront(file.get(), pid)) {
    return WorldError(Said("write the lock file", "écrire le fichier de verrou"), path);
  }
  return LockFile(std::move(file));
}

std::string EncodeHeadRecord(const HeadRecord& record, const Hasher& hasher) {
  std::string bytes(kHeadMagic);
  PutNumber(bytes, kHeadFormatVersion);
  PutBytes(bytes, record.origin.bytes);
  PutNumber(bytes, record.size);
  PutBytes(bytes, record.last_leaf.bytes);
  PutBytes(bytes, hasher.Sha256(bytes).bytes);
  return bytes;
}

std::optional<HeadRecord> DecodeHeadRecord(std::string_view bytes, const Hasher& hasher) {
  ByteReader reader(bytes);
  const bool is_known = reader.Take(kHeadMagic.size()) == kHeadMagic &&
                        reader.TakeNumber<std::uint32_t>() == kHeadFormatVersion;
  HeadRecord record;
  record.origin.bytes = reader.TakeBytes<16>();
  record.size = reader.TakeNumber<std::uint64_t>();
  record.last_leaf.bytes = reader.TakeBytes<32>();
  const Hash checksum{reader.TakeBytes<32>()};
  if (!is_known || !reader.AtEnd()) return std::nullopt;
  if (hasher.Sha256(bytes.substr(0, bytes.size() - checksum.bytes.size())) != checksum) {
    return std::nullopt;
  }
  return record;
}

HeadFileContent HeadFile::Read(const std::filesystem::path& path, const Hasher& hasher) {
  // A read beside a write may see half of it; the next read sees the whole.
  for (int reads = 0; reads < kHeadReadsMax; ++reads) {
    const std::optional<std::string> bytes = ReadUpTo(path, kHeadRecordSizeBytes + 1);
    if (!bytes) {
      return {std::nullopt, Said("cannot read the head file {0}: {1}",
                                 "le programme n'a pas pu lire le fichier de tête {0} : {1}",
                                 path.string(), LastSystemError())};
    }
    if (const auto record = DecodeHeadRecord(*bytes, hasher)) return {record, {}};
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return {std::nullopt, Said("the head file {0} is damaged", "le fichier de tête {0} est endommagé",
                             path.string())};
}

Result<HeadFile> HeadFile::OpenForWriting(const std::filesystem::path& path) {
  FileDescriptor file(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kFileMode));
  if (!file.is_open())
    return WorldError(Said("open the head file", "ouvrir le fichier de tête"), path);
  if (ftruncate(file.get(), kHeadRecordSizeBytes) != 0) {
    return WorldError(Said("set the size of the head file", "fixer la taille du fichier de tête"),
                      path);
  }
  return HeadFile(path, std::move(file));
}

Status HeadFile::Write(const HeadRecord& record, const Hasher& hasher) {
  const std::string bytes = EncodeHeadRecord(record, hasher);
  if (!WriteAtFront(file_.get(), bytes))
    return WorldError(Said("write the head file", "écrire le fichier de tête"), path_);
  return Ok{};
}

Status HeadFile::Sync() {
  if (fsync(file_.get()) != 0)
    return WorldError(Said("sync the head file", "synchroniser le fichier de tête"), path_);
  return Ok{};
}

}  // namespace cartulary
