// The port to threads: independent tasks, in any order.
#pragma once

#include <cstddef>
#include <functional>

namespace cartulary {

class Executor {
 public:
  virtual ~Executor() = default;
  // How many tasks run at once.
  virtual std::size_t Width() const = 0;
  // Calls task(0) .. task(count - 1), each once, from any threads, and returns when all are done.
  virtual void RunAll(std::size_t count, const std::function<void(std::size_t)>& task) = 0;
};

// Runs them one after the other in the calling thread.
class SerialExecutor final : public Executor {
 public:
  std::size_t Width() const override { return 1; }
  void RunAll(std::size_t count, const std::function<void(std::size_t)>& task) override {
    for (std::size_t i = 0; i < count; ++i) task(i);
  }
};

}  // namespace cartulary
