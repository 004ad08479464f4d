// Lines of the public data that stands beside the source folder, when it does.
#pragma once
#include <fstream>
#include <string>
#include <vector>

#include "tests/analyzers/text/shared_data.h"

namespace timso {

// The lines of ../shared/<path>; empty, and says so, when the file is not there.
inline std::vector<std::string> SharedLines(const std::string& path) {
  std::ifstream file(SharedData() / path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  if (lines.empty()) std::cout << "no ../shared/" << path << " here: not tested\n";
  return lines;
}

}  // namespace timso
