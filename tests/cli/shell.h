// Runs command lines as a user's shell does: pipes, quotes, redirections.
#pragma once
#include <string>

#include "tests/cli/run_program.h"

namespace timso::cli {

// Quote what the shell must not read. `timso` stands for the program that was built.
RunResult RunShell(const std::string& command);

}  // namespace timso::cli
