#include "tests/terminal/screen_session.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>

namespace timso::terminal_test {
namespace {

using std::chrono::milliseconds;

class MadeIndex {
 public:
  MadeIndex() : path_(folder_.path() / "index") {
    const std::string command = std::string(kTimso) + " --index " + path_.string() + " index -q - < " +
                                TIMSO_SOURCE_DIR "/tests/terminal/corpus.jsonl";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("the index could not be made: " + command);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  TempFolder folder_;
  std::filesystem::path path_;
};

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Catch would wrap the rows.
void PrintDifference(const std::string& name, const std::string& wanted, const std::string& shown) {
  std::cerr << "screen " << name << ", - as it should be, + as it is:\n";
  std::istringstream wanted_rows(wanted);
  std::istringstream shown_rows(shown);
  for (;;) {
    std::string want;
    std::string show;
    const bool more_wanted = static_cast<bool>(std::getline(wanted_rows, want));
    const bool more_shown = static_cast<bool>(std::getline(shown_rows, show));
    if (!more_wanted && !more_shown) return;
    if (more_wanted && more_shown && want == show) {
      std::cerr << "  " << show << '\n';
      continue;
    }
    if (more_wanted) std::cerr << "- " << want << '\n';
    if (more_shown) std::cerr << "+ " << show << '\n';
  }
}

}  // namespace

const std::filesystem::path& SmallIndex() {
  static const MadeIndex index;
  return index.path();
}

ScreenSession::ScreenSession(const SessionSetup& setup) {
  ProgramOptions options;
  options.arguments = {kTimso, "--index", setup.index.empty() ? SmallIndex().string() : setup.index.string()};
  options.arguments.insert(options.arguments.end(), setup.arguments.begin(), setup.arguments.end());
  options.environment = setup.environment;
  options.environment.emplace("XDG_STATE_HOME", (folder_.path() / "state").string());
  options.rows = setup.rows;
  options.columns = setup.columns;
  options.folder = folder_.path();
  options.catch_output = setup.catch_output;
  program_ = std::make_unique<TerminalProgram>(options);
}

bool ShowsScreen(TerminalProgram& program, const std::string& name) {
  const std::string path = std::string(TIMSO_SOURCE_DIR "/tests/terminal/screens/") + name + ".txt";
  if (std::getenv("TIMSO_UPDATE_SCREENS") != nullptr) {
    program.Read(milliseconds(1500));
    std::ofstream(path, std::ios::binary) << program.terminal().Text();
    return true;
  }
  const std::string wanted = ReadFile(path);
  if (program.WaitUntil([&] { return program.terminal().Text() == wanted; }, milliseconds(20000))) return true;
  PrintDifference(name, wanted, program.terminal().Text());
  return false;
}

}  // namespace timso::terminal_test
