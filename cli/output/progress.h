// How far a long piece of work has come, how fast, and what time is left, on one line of a
// terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string>

#include "cli/options.h"
#include "core/text.h"

namespace cartulary::cli {

// Draws only when `shown`; at most ten times a second. Not thread-safe.
class Progress {
 public:
  // `out` must outlive this object.
  Progress(std::ostream& out, bool shown, Language language, const Text& what, std::uint64_t total);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();  // Wipes the line.

  void Advance(std::uint64_t done);

 private:
  std::ostream& out_;
  bool shown_;
  Language language_;
  std::string what_;
  std::uint64_t total_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point drawn_;
};

}  // namespace cartulary::cli
