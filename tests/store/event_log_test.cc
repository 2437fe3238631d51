#include <gtest/gtest.h>

#include "tests/store/event_log_suite.h"
#include "tests/store/log_harness.h"

namespace cartulary {
namespace {

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, EventLogSuite, MemoryHarness);
INSTANTIATE_TYPED_TEST_SUITE_P(RocksDb, EventLogSuite, RocksDbHarness);

}  // namespace
}  // namespace cartulary
