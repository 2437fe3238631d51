#include "cli/ports/random.h"

#include <sys/random.h>

#include "core/check.h"

namespace cartulary::cli {

void SystemRandom::Fill(std::span<std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t filled = getrandom(bytes.data(), bytes.size(), 0);
    // Without randomness no id, salt or key can be made; there is nothing to go on with.
    CARTULARY_CHECK(filled > 0);
    bytes = bytes.subspan(static_cast<std::size_t>(filled));
  }
}

void SeededRandom::Fill(std::span<std::uint8_t> bytes) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 8 == 0) word = engine_();
    bytes[i] = static_cast<std::uint8_t>(word >> (8 * (i % 8)));
  }
}

}  // namespace cartulary::cli
