// What belongs to a store beside its database: the names of the files, the lock and the head file.
// docs/spec/log-format.md, "Files".
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/ids.h"
#include "core/ports/hasher.h"
#include "core/result.h"

namespace cartulary {

struct StorePaths {
  // `store` is the folder of the database, with or without a slash at its end.
  explicit StorePaths(const std::string& store);
  std::filesystem::path database;
  std::filesystem::path unfinished;  // The database while Create makes it.
  std::filesystem::path head;
  std::filesystem::path lock;
};

// Errors: kNotFound if there is no store; kIntegrity if there was one; kWorld if nobody can tell,
// because the folder may not be looked into.
Status CheckExists(const StorePaths& paths, const Hasher& hasher);

// Renames, and returns when a power cut no longer undoes it. Errors: kWorld.
Status MoveDurably(const std::filesystem::path& from, const std::filesystem::path& to);

// An open file, closed on destruction.
class FileDescriptor {
 public:
  explicit FileDescriptor(int fd = -1) : fd_(fd) {}
  FileDescriptor(FileDescriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~FileDescriptor();

  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }

 private:
  int fd_;
};

// The right to write to a store, held by one process at a time, which the file names. The kernel
// releases it with the process, so that one who died leaves nothing to clean up.
class LockFile {
 public:
  // Errors: kWorld, naming who holds it.
  static Result<LockFile> Take(const std::filesystem::path& path);

 private:
  explicit LockFile(FileDescriptor file) : file_(std::move(file)) {}
  FileDescriptor file_;
};

// How far a log had come: the second witness of what was acknowledged, outside the database.
struct HeadRecord {
  LogOrigin origin;
  std::uint64_t size = 0;
  Hash last_leaf;
  friend bool operator==(const HeadRecord&, const HeadRecord&) = default;
};

std::string EncodeHeadRecord(const HeadRecord& record, const Hasher& hasher);
std::optional<HeadRecord> DecodeHeadRecord(std::string_view bytes, const Hasher& hasher);

struct HeadFileContent {
  std::optional<HeadRecord> record;
  Text why;  // For people; why there is no record.
};

class HeadFile {
 public:
  static HeadFileContent Read(const std::filesystem::path& path, const Hasher& hasher);

  // Makes the file if there is none, and gives it its size.
  // Errors: kWorld.
  static Result<HeadFile> OpenForWriting(const std::filesystem::path& path);

  // In place and without a sync. Errors: kWorld.
  Status Write(const HeadRecord& record, const Hasher& hasher);
  // Returns when a power cut takes no more from what was written. Errors: kWorld.
  Status Sync();

 private:
  HeadFile(std::filesystem::path path, FileDescriptor file)
      : path_(std::move(path)), file_(std::move(file)) {}
  std::filesystem::path path_;
  FileDescriptor file_;
};

}  // namespace cartulary
