#include "cli/ports/executor.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/post.hpp>
#include <latch>
#include <memory>

namespace cartulary::cli {

AsioExecutor::AsioExecutor(std::size_t width)
    : width_(std::max<std::size_t>(width, 1)), pool_(width_) {}

AsioExecutor::~AsioExecutor() { pool_.join(); }

void AsioExecutor::RunAll(std::size_t count, const std::function<void(std::size_t)>& task) {
  const std::size_t workers = std::min(width_, count);
  // Shared, because the last worker may still be inside count_down when wait returns.
  const auto finished = std::make_shared<std::latch>(static_cast<std::ptrdiff_t>(workers));
  std::atomic<std::size_t> next = 0;
  for (std::size_t worker = 0; worker < workers; ++worker) {
    boost::asio::post(pool_, [&, finished] {
      for (std::size_t i = next++; i < count; i = next++) task(i);
      finished->count_down();
    });
  }
  finished->wait();
}

}  // namespace cartulary::cli
