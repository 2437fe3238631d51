// What every test of the projections does: make them in two ways and compare.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>

#include "core/ports/executor.h"
#include "projections/catch_up.h"
#include "projections/digest.h"
#include "projections/rebuild.h"
#include "projections/rules_source.h"
#include "store/codec/openssl_hasher.h"
#include "store/codec/rules_yaml.h"
#include "store/memory/memory_state_stores.h"
#include "tests/projections/random_log.h"

namespace cartulary {

inline std::string HexOf(std::string_view bytes) {
  return ToHex(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

class ProjectionSuite : public testing::Test {
 protected:
  ProjectionPorts PortsTo(const EventLog& log, Executor& executor) {
    return {log, *rules_, hasher_, executor};
  }
  ProjectionPorts PortsTo(const EventLog& log) { return PortsTo(log, serial_); }
  // The rules come from the blobs of this log.
  void ReadRulesFrom(const EventLog& log) {
    rules_ = std::make_unique<LogRulesSource>(log, loader_);
  }

  static std::unique_ptr<StateStore> NewState() { return *MemoryStateStores().Begin(); }
  std::unique_ptr<StateStore> RebuiltAt(const EventLog& log, std::uint64_t size,
                                        Executor& executor) {
    auto state = NewState();
    const Status filled = FillState(PortsTo(log, executor), *state, size);
    EXPECT_TRUE(filled) << filled.error().detail.en;
    return state;
  }
  std::unique_ptr<StateStore> RebuiltAt(const EventLog& log, std::uint64_t size) {
    return RebuiltAt(log, size, serial_);
  }
  CaughtUp MustCatchUp(const EventLog& log, StateStore& state, const CatchUpOptions& options = {}) {
    const auto caught_up = CatchUp(PortsTo(log), state, options);
    EXPECT_TRUE(caught_up) << caught_up.error().detail.en;
    return caught_up ? *caught_up : CaughtUp{};
  }

  static void ExpectSame(const StateStore& left, const StateStore& right) {
    const auto difference = FindDifference(left, right);
    ASSERT_TRUE(difference) << difference.error().detail.en;
    if (!*difference) return;
    const StateDifference& found = **difference;
    ADD_FAILURE() << "table " << static_cast<int>(found.table) << " key " << HexOf(found.key)
                  << "\n left " << (found.left ? HexOf(*found.left) : "none") << "\nright "
                  << (found.right ? HexOf(*found.right) : "none");
  }
  Hash MustDigest(const StateStore& state) {
    const auto digest = DigestOf(state, hasher_);
    EXPECT_TRUE(digest);
    return *digest;
  }
  static std::size_t CountRows(const StateStore& state, Table table) {
    std::size_t count = 0;
    const auto scanned =
        state.Scan(table, "", "", [&](std::string_view, std::string_view) -> Result<Visit> {
          ++count;
          return Visit::kGoOn;
        });
    EXPECT_TRUE(scanned);
    return count;
  }

  OpensslHasher hasher_;
  YamlRulesLoader loader_;
  SerialExecutor serial_;
  std::unique_ptr<LogRulesSource> rules_;
};

}  // namespace cartulary
