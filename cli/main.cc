// cartulary: gives the program what only the operating system has.
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <thread>

#include "cli/ports/clock.h"
#include "cli/ports/executor.h"
#include "cli/ports/random.h"
#include "cli/program.h"

int main(int argc, char** argv) {
  using namespace cartulary::cli;
  std::ios::sync_with_stdio(false);
  // A file that may not grow is a failed write, told like any other.
  std::signal(SIGXFSZ, SIG_IGN);
  SystemClock clock;
  SystemRandom random;
  AsioExecutor executor(std::max(1u, std::thread::hardware_concurrency()));
  const auto is_set = [](const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
  };
  const char* const terminal = std::getenv("TERM");
  const bool out_is_terminal = isatty(STDOUT_FILENO) == 1;
  const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  const Streams streams{.in = std::cin,
                        .out = std::cout,
                        .err = std::cerr,
                        .out_is_terminal = out_is_terminal,
                        .err_is_terminal = isatty(STDERR_FILENO) == 1 && !dumb,
                        .colour = out_is_terminal && !dumb && !is_set("NO_COLOR")};
  const ExitStatus status = RunProgram(std::vector<std::string>(argv + 1, argv + argc),
                                       Ports{clock, random, executor}, streams);
  return static_cast<int>(status);
}
