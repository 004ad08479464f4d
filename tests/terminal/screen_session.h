// The program on its screen over a small index, and the pictures that it must show.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/terminal/terminal_program.h"

namespace timso::terminal_test {

inline constexpr char kTimso[] = TIMSO_BINARY_DIR "/timso";

// The index of corpus.jsonl, made once a run.
const std::filesystem::path& SmallIndex();

struct SessionSetup {
  int rows = 24;
  int columns = 80;
  std::vector<std::string> arguments;  // after `--index INDEX`
  std::map<std::string, std::string> environment;
  std::filesystem::path index;  // SmallIndex() when empty
  bool catch_output = false;
};

// With a state folder and a folder to run in of its own.
class ScreenSession {
 public:
  explicit ScreenSession(const SessionSetup& setup = {});
  TerminalProgram& program() { return *program_; }
  TerminalProgram* operator->() { return program_.get(); }
  const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  TempFolder folder_;
  std::unique_ptr<TerminalProgram> program_;
};

// Waits until the whole screen is as in tests/terminal/screens/NAME.txt and says whether it became so; where it did
// not, fails with both. With TIMSO_UPDATE_SCREENS set in the environment it writes the file instead: look at it before
// you commit it.
bool ShowsScreen(TerminalProgram& program, const std::string& name);

// Keys as xterm sends them.
namespace keys {
inline constexpr char kEnter[] = "\r";
inline constexpr char kTab[] = "\t";
inline constexpr char kEscape[] = "\x1b";
inline constexpr char kBackspace[] = "\x7f";
inline constexpr char kUp[] = "\x1b[A";
inline constexpr char kDown[] = "\x1b[B";
inline constexpr char kPageDown[] = "\x1b[6~";
inline constexpr char kEnd[] = "\x1b[F";
inline constexpr char kF1[] = "\x1bOP";
inline constexpr char kF2[] = "\x1bOQ";
inline constexpr char kF3[] = "\x1bOR";
inline constexpr char kF4[] = "\x1bOS";
inline constexpr char kControlC[] = "\x03";
inline constexpr char kControlQ[] = "\x11";
inline constexpr char kControlR[] = "\x12";
inline constexpr char kControlU[] = "\x15";
inline constexpr char kControlZ[] = "\x1a";
}  // namespace keys

}  // namespace timso::terminal_test
