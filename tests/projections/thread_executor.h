// Runs tasks on threads of its own, for the time of a call.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

#include "core/ports/executor.h"

namespace cartulary {

class ThreadExecutor final : public Executor {
 public:
  explicit ThreadExecutor(std::size_t width) : width_(width) {}
  std::size_t Width() const override { return width_; }
  void RunAll(std::size_t count, const std::function<void(std::size_t)>& task) override {
    std::atomic<std::size_t> next = 0;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < width_; ++i) {
      threads.emplace_back([&] {
        for (std::size_t mine = next++; mine < count; mine = next++) task(mine);
      });
    }
    for (std::thread& thread : threads) thread.join();
  }

 private:
  std::size_t width_;
};

}  // namespace cartulary
