// The real program on an index of the test's own.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace timso::cli {

// The index is TIMSO_INDEX = `index`; `input` is the program's standard input.
inline RunResult RunTimso(const std::vector<std::string>& arguments, const std::filesystem::path& index,
                          const std::string& input = "") {
  RunOptions options;
  options.input = input;
  options.environment = {{"TIMSO_INDEX", index.string()}};
  return timso::RunTimso(arguments, options);
}

}  // namespace timso::cli
