// The port to whoever waits for a long piece of work.
#pragma once

#include <cstdint>

namespace cartulary {

// Thread-safe.
class Watch {
 public:
  virtual ~Watch() = default;
  // So many items more are done. False: the work is to stop.
  virtual bool Advance(std::uint64_t items) = 0;
};

}  // namespace cartulary
