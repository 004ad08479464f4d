// Processes measured from outside: CPU and wall time.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace timso {

struct Measured {
  int code = -1;
  double cpu_seconds = 0;  // user and system, children included
  double seconds = 0;
};

// Runs a program found on the PATH, its output discarded; code 127 when there is none.
Measured RunMeasured(const std::vector<std::string>& command);
// Runs the work in a process of its own.
Measured CallMeasured(const std::function<void()>& work);

std::uint64_t BytesBelow(const std::filesystem::path& folder);

}  // namespace timso
