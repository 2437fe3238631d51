// A long piece of work, watched from the terminal: shown as it comes along, and stopped by Ctrl-C.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <mutex>

#include "cli/output/progress.h"
#include "core/ports/watch.h"

namespace cartulary::cli {

// While it lives, SIGINT and SIGTERM ask the work to stop at its next step; a second one ends the
// program at once. One at a time.
class LongWork final : public Watch {
 public:
  // As Progress. `total`: how many items there are to be done.
  LongWork(std::ostream& out, bool shown, Language language, const Text& what, std::uint64_t total);
  LongWork(const LongWork&) = delete;
  LongWork& operator=(const LongWork&) = delete;
  ~LongWork() override;

  bool Advance(std::uint64_t items) override;

 private:
  std::mutex mutex_;  // Guards what follows.
  Progress progress_;
  std::uint64_t done_ = 0;
};

}  // namespace cartulary::cli
