// Threads for core and projections: a pool of Boost.Asio.
#pragma once

#include <boost/asio/thread_pool.hpp>
#include <cstddef>
#include <functional>

#include "core/ports/executor.h"

namespace cartulary::cli {

// Thread-safe, but a task may not call RunAll of the pool that runs it.
class AsioExecutor final : public Executor {
 public:
  explicit AsioExecutor(std::size_t width);
  ~AsioExecutor() override;
  std::size_t Width() const override { return width_; }
  void RunAll(std::size_t count, const std::function<void(std::size_t)>& task) override;

 private:
  std::size_t width_;
  boost::asio::thread_pool pool_;
};

}  // namespace cartulary::cli
