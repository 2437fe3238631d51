#include "cli/output/long_work.h"

#include <atomic>
#include <csignal>

namespace cartulary::cli {
namespace {

std::atomic<bool> stop_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void AskToStop(int signal) {
  stop_asked = true;
  std::signal(signal, SIG_DFL);
}

}  // namespace

LongWork::LongWork(std::ostream& out, bool shown, Language language, const Text& what,
                   std::uint64_t total)
    : progress_(out, shown, language, what, total) {
  stop_asked = false;
  std::signal(SIGINT, AskToStop);
  std::signal(SIGTERM, AskToStop);
}

LongWork::~LongWork() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

bool LongWork::Advance(std::uint64_t items) {
  const std::lock_guard lock(mutex_);
  done_ += items;
  progress_.Advance(done_);
  return !stop_asked;
}

}  // namespace cartulary::cli
