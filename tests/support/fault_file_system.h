// A file system for RocksDB that can fill up, and that knows what a power cut would leave. It syncs
// nothing in truth, so that tests are quick.
#pragma once

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace cartulary {

class UnsyncedDirectory final : public rocksdb::FSDirectory {
 public:
  explicit UnsyncedDirectory(std::unique_ptr<rocksdb::FSDirectory> directory)
      : directory_(std::move(directory)) {}
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions&, rocksdb::IODebugContext*) override {
    return rocksdb::IOStatus::OK();
  }
  size_t GetUniqueId(char* id, size_t size_max) const override {
    return directory_->GetUniqueId(id, size_max);
  }

 private:
  std::unique_ptr<rocksdb::FSDirectory> directory_;
};

// Thread-safe. Outlives what is opened in it.
class FaultFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  FaultFileSystem() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}
  const char* Name() const override { return "FaultFileSystem"; }

  // From now on: every write fails as on a full disk, or none.
  void SetFull(bool full) { full_ = full; }
  bool full() const { return full_; }

  // Makes a copy of a folder as a power cut would leave it now: of each file, what was synced. (An
  // entry of a folder is taken as durable.)
  void CopySynced(const std::filesystem::path& from, const std::filesystem::path& to) const {
    const std::lock_guard lock(mutex_);
    std::filesystem::create_directory(to);
    for (const auto& entry : std::filesystem::directory_iterator(from)) {
      const auto name = entry.path().filename().string();
      // A store is made under another name.
      auto synced = synced_sizes_.find(entry.path().string());
      if (synced == synced_sizes_.end())
        synced = synced_sizes_.find(from.string() + ".new/" + name);
      std::filesystem::copy_file(entry.path(), to / name);
      std::filesystem::resize_file(to / name, synced == synced_sizes_.end() ? 0 : synced->second);
    }
  }

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override;

  rocksdb::IOStatus NewDirectory(const std::string& name, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* result,
                                 rocksdb::IODebugContext* debug) override {
    std::unique_ptr<rocksdb::FSDirectory> directory;
    auto status = target()->NewDirectory(name, options, &directory, debug);
    if (status.ok()) *result = std::make_unique<UnsyncedDirectory>(std::move(directory));
    return status;
  }

  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to,
                               const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override {
    const std::lock_guard lock(mutex_);
    synced_sizes_[to] = synced_sizes_[from];
    synced_sizes_.erase(from);
    return target()->RenameFile(from, to, options, debug);
  }

  void NoteSync(const std::string& name, std::uint64_t size) {
    const std::lock_guard lock(mutex_);
    synced_sizes_[name] = size;
  }

 private:
  std::atomic<bool> full_ = false;
  mutable std::mutex mutex_;
  std::map<std::string, std::uint64_t> synced_sizes_;  // Guarded by mutex_.
};

class FaultFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  FaultFile(std::string name, std::unique_ptr<rocksdb::FSWritableFile> file,
            FaultFileSystem& file_system)
      : FSWritableFileOwnerWrapper(std::move(file)),
        name_(std::move(name)),
        file_system_(file_system) {}

  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           rocksdb::IODebugContext* debug) override {
    if (file_system_.full()) {
      // A full disk takes what still fits.
      const rocksdb::Slice half(data.data(), data.size() / 2);
      Add(FSWritableFileOwnerWrapper::Append(half, options, debug), half.size());
      return rocksdb::IOStatus::NoSpace("No space left on device");
    }
    return Add(FSWritableFileOwnerWrapper::Append(data, options, debug), data.size());
  }
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           const rocksdb::DataVerificationInfo&,
                           rocksdb::IODebugContext* debug) override {
    return Append(data, options, debug);
  }
  rocksdb::IOStatus Sync(const rocksdb::IOOptions& options,
                         rocksdb::IODebugContext* debug) override {
    return Note(FSWritableFileOwnerWrapper::Flush(options, debug));
  }
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options,
                          rocksdb::IODebugContext* debug) override {
    return Note(FSWritableFileOwnerWrapper::Flush(options, debug));
  }

 private:
  rocksdb::IOStatus Add(rocksdb::IOStatus status, std::uint64_t size) {
    if (status.ok()) size_ += size;
    return status;
  }
  rocksdb::IOStatus Note(rocksdb::IOStatus status) {
    if (status.ok()) file_system_.NoteSync(name_, size_);
    return status;
  }
  const std::string name_;
  FaultFileSystem& file_system_;
  std::uint64_t size_ = 0;
};

inline rocksdb::IOStatus FaultFileSystem::NewWritableFile(
    const std::string& name, const rocksdb::FileOptions& options,
    std::unique_ptr<rocksdb::FSWritableFile>* result, rocksdb::IODebugContext* debug) {
  std::unique_ptr<rocksdb::FSWritableFile> file;
  auto status = target()->NewWritableFile(name, options, &file, debug);
  if (status.ok()) {
    NoteSync(name, 0);
    *result = std::make_unique<FaultFile>(name, std::move(file), *this);
  }
  return status;
}

}  // namespace cartulary
