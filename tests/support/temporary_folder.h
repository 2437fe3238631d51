<<<<<<< HEAD
// A folder of its own for one test, removed with all that is in it.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <string>

#include "core/check.h"
=======
// A folder of its own for a test, under the build folder, removed at its end.
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <system_error>
>>>>>>> b6820de (tests/store: one suite for every event log)

namespace cartulary {

class TemporaryFolder {
 public:
  TemporaryFolder() {
<<<<<<< HEAD
    std::string pattern = (std::filesystem::temp_directory_path() / "cartulary-XXXXXX").string();
    CARTULARY_CHECK(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;  // Ignored because the test has its verdict already.
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
=======
    static std::atomic<int> count = 0;
    path_ = std::filesystem::current_path() /
            ("tmp." + std::to_string(getpid()) + "." + std::to_string(count++));
    std::filesystem::create_directory(path_);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }

  const std::filesystem::path& path() const { return path_; }
  std::string operator/(const char* name) const { return (path_ / name).string(); }
>>>>>>> b6820de (tests/store: one suite for every event log)

 private:
  std::filesystem::path path_;
};

}  // namespace cartulary
