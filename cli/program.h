// The program, from command line to exit status.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/exit_status.h"

namespace cartulary::cli {

// Runs one verb. `arguments` are those after the program's name.
ExitStatus RunProgram(const std::vector<std::string>& arguments, Ports ports, Streams streams);

}  // namespace cartulary::cli
