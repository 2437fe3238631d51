// Independent pieces of work on any number of threads, with the same outcome.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "core/ports/executor.h"
#include "core/result.h"

namespace cartulary {

// Calls work(i) for each i below `count`, in runs of neighbours, a few for each thread.
// Errors: that of the least i among those that failed; what comes after it in its run is left out.
inline Status ForEach(Executor& executor, std::size_t count,
                      const std::function<Status(std::size_t)>& work) {
  const std::size_t runs = std::min(count, executor.Width() * 4);
  std::vector<std::optional<Error>> errors(runs);
  executor.RunAll(runs, [&](std::size_t run) {
    const std::size_t last = count * (run + 1) / runs;
    for (std::size_t i = count * run / runs; i < last; ++i) {
      if (Status done = work(i); !done) {
        errors[run] = std::move(done).error();
        return;
      }
    }
  });
  for (auto& error : errors) {
    if (error) return *std::move(error);
  }
  return Ok{};
}

}  // namespace cartulary
