// The plain prompt: one question a line, answered in text. For terminals that can't be drawn on, for pipes, and for who
// likes it.
#pragma once
#include <filesystem>
#include <istream>
#include <ostream>

namespace timso::terminal {

struct ShellOptions {
  std::filesystem::path index;
  std::filesystem::path state_folder;
  std::istream* in = nullptr;
  std::ostream* out = nullptr;
  std::ostream* err = nullptr;
  int tty = -1;         // the terminal that lines are typed on, when it can move its cursor in a line
  bool prompt = false;  // somebody sits there
  bool color = false;
  std::size_t width = 0;  // columns; 0: no limit
};

// Until the input ends or `:quit`. Gives whether anything was found. Throws IndexError when there is no index and
// nobody sits there to be told.
bool RunShell(const ShellOptions& options);

}  // namespace timso::terminal
