// The data beside the repository, for tests that measure on it when it is there.
#pragma once
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace timso {

inline std::filesystem::path SharedData() { return std::filesystem::path(TIMSO_SOURCE_DIR) / ".." / "shared"; }

// True when it is there; else says so in one line.
inline bool HasSharedData(const char* what) {
  if (std::filesystem::exists(SharedData())) return true;
  std::cout << "no ../shared here: " << what << " not tested\n";
  return false;
}

inline std::string FileBytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// All files with that extension under the folder, sorted.
inline std::vector<std::filesystem::path> FilesUnder(const std::filesystem::path& folder,
                                                     const std::string& extension) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace timso
