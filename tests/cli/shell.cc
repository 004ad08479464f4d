#include "tests/cli/shell.h"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace timso::cli {
namespace {

std::string Contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

RunResult RunShell(const std::string& command) {
  const TempFolder folder;
  const std::string out = (folder.path() / "out").string();
  const std::string error = (folder.path() / "error").string();
  const std::string shell =
      "timso() { '" TIMSO_BINARY_DIR "/timso' \"$@\"; }; { " + command + "\n} > '" + out + "' 2> '" + error + "'";
  const int status = std::system(shell.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, Contents(out), Contents(error)};
}

}  // namespace timso::cli
