// The two logs, as the suites want them.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "store/memory/memory_event_log.h"
#include "store/rocksdb/rocksdb_event_log.h"
#include "tests/support/batches.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/log_ports.h"
#include "tests/support/temporary_folder.h"

namespace cartulary {

class MemoryHarness {
 public:
  TestPorts ports;
  EventLog& log() { return log_; }
  void Reopen() {}

 private:
  MemoryEventLog log_{TestOrigin(), ports.codec, ports.hasher, ports.clock};
};

class RocksDbHarness {
 public:
  RocksDbHarness() { Keep(RocksDbEventLog::Create(store, TestOrigin(), Ports(), Options())); }

  TestPorts ports;
  const std::shared_ptr<FaultFileSystem> file_system = std::make_shared<FaultFileSystem>();
  const std::unique_ptr<rocksdb::Env> env = rocksdb::NewCompositeEnv(file_system);
  const TemporaryFolder folder;
  const std::string store = (folder.path() / "store").string();

  RocksDbEventLog& log() { return *log_; }
  LogPorts Ports() const { return {ports.codec, ports.hasher, ports.clock}; }
  LogOptions Options() const {
    return {.bulk_import = false, .drop_damaged_tail = false, .env = env.get()};
  }
  void Close() { log_.reset(); }
  void Reopen() {
    Close();
    Keep(RocksDbEventLog::OpenForAppend(store, Ports(), Options()));
  }
  Result<std::unique_ptr<RocksDbEventLog>> OpenReadOnly() const {
    return RocksDbEventLog::OpenReadOnly(store, Ports(), Options());
  }

 private:
  void Keep(Result<std::unique_ptr<RocksDbEventLog>> log) {
    if (!log) ADD_FAILURE() << log.error().detail.en;
    CARTULARY_CHECK(log);
    log_ = *std::move(log);
    EXPECT_TRUE(log_->Warnings().empty());
  }
  std::unique_ptr<RocksDbEventLog> log_;
};

}  // namespace cartulary
