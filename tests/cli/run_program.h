// Runs the real program and catches what it prints and exits with.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace timso::cli {

struct Outcome {
  int exit_code = -1;  // 128 + signal when a signal ended it
  std::string out;
  std::string error;
};

// build/…/timso with these arguments; `input` is its standard input. The index is TIMSO_INDEX = `index`.
Outcome RunTimso(const std::vector<std::string>& arguments, const std::filesystem::path& index, const std::string& input = "");

// A folder of its own that goes with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  // Writes a file below the folder and returns its path.
  std::string Write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

}  // namespace timso::cli
