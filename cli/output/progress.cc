#include "cli/output/progress.h"

#include <algorithm>
#include <ostream>

#include "cli/render/words.h"

namespace cartulary::cli {

using std::chrono::steady_clock;

Progress::Progress(std::ostream& out, bool shown, Language language, const Text& what,
                   std::uint64_t total)
    : out_(out),
      shown_(shown),
      language_(language),
      what_(Say(language, what)),
      total_(total),
      start_(steady_clock::now()) {}

Progress::~Progress() {
  if (shown_ && drawn_ != steady_clock::time_point()) out_ << "\r\x1b[K" << std::flush;
}

void Progress::Advance(std::uint64_t done) {
  constexpr std::uint64_t kBarWidth = 30;
  const auto now = steady_clock::now();
  if (!shown_ || total_ == 0 || now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  done = std::min(done, total_);
  const std::uint64_t filled = done * kBarWidth / total_;
  const double elapsed = std::chrono::duration<double>(now - start_).count();
  out_ << '\r' << what_ << " [" << std::string(filled, '#') << std::string(kBarWidth - filled, '.')
       << "] " << done * 100 / total_ << " %, " << done << Say(language_, " of ", " sur ")
       << total_;
  if (done > 0 && elapsed > 1) {
    const auto rate = static_cast<std::uint64_t>(static_cast<double>(done) / elapsed);
    const auto left = static_cast<std::uint64_t>(elapsed * static_cast<double>(total_ - done) /
                                                 static_cast<double>(done));
    out_ << ", " << rate << "/s, " << left << Say(language_, " s left", " s restantes");
  }
  out_ << "\x1b[K" << std::flush;
}

}  // namespace cartulary::cli
