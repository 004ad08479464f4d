// A program that runs on a terminal of the test's own.
#pragma once
#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/program.h"
#include "tests/terminal/virtual_terminal.h"

namespace timso::terminal_test {

struct ProgramOptions {
  std::vector<std::string> arguments;              // the first is the program
  std::map<std::string, std::string> environment;  // beside TERM, LANG and those of Base()
  int rows = 24;
  int columns = 80;
  std::filesystem::path folder;  // to run in
  bool catch_output = false;     // standard output goes to the test, not to the terminal
};

class TerminalProgram {
 public:
  explicit TerminalProgram(const ProgramOptions& options);
  ~TerminalProgram();  // kills it
  TerminalProgram(const TerminalProgram&) = delete;
  TerminalProgram& operator=(const TerminalProgram&) = delete;

  void Type(std::string_view bytes);
  void Resize(int rows, int columns);
  void Signal(int signal) const;

  // Reads what the program writes until the condition holds; false when it does not within the time.
  using Condition = std::function<bool()>;
  bool WaitUntil(const Condition& condition, std::chrono::milliseconds time = std::chrono::milliseconds(20000));
  bool WaitFor(std::string_view text) {
    return WaitUntil([&] { return terminal_.Text().find(text) != std::string::npos; });
  }
  bool WaitUntilGone(std::string_view text) {
    return WaitUntil([&] { return terminal_.Text().find(text) == std::string::npos; });
  }
  // Reads for so long.
  void Read(std::chrono::milliseconds time);

  // The exit status: the code, or 128 + the signal; none when it does not end within 20 s.
  std::optional<int> WaitForEnd();
  bool Stopped() const;  // by a signal such as SIGTSTP
  // Whether the terminal's line discipline is as it is for a shell: lines, echo, signals.
  bool Sane() const;

  const VirtualTerminal& terminal() const { return terminal_; }
  std::string Output();  // what was caught of standard output
  pid_t pid() const { return child_; }

 private:
  bool ReadSome(std::chrono::milliseconds time);

  VirtualTerminal terminal_;
  int master_ = -1;
  int slave_ = -1;  // kept open, so that the terminal's modes can be asked for after the end
  int output_ = -1;
  pid_t child_ = -1;
  std::string caught_;
};

}  // namespace timso::terminal_test
