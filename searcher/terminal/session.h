// The interactive screen on a terminal, from its first picture to the last.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

#include "searcher/terminal/app.h"

namespace timso::terminal {

struct IndexMade {
  bool made = false;
  std::string message;  // one sentence about what came of it
};

struct SessionOptions {
  AppOptions app;
  PrintFormat print = PrintFormat::kIds;
  // Makes the index of a file or folder, with the terminal to itself.
  std::function<IndexMade(const std::string& path)> make_index;
};

// Runs on the terminal `tty` until the user leaves; then prints what is marked to `out`. Gives 0, or 130 after Ctrl-C;
// a SIGTERM or SIGHUP from outside ends the program as it would without a screen, with the terminal as it was before.
// Throws std::runtime_error when the terminal can't be drawn on.
int RunSession(int tty, const SessionOptions& options, std::ostream& out);

}  // namespace timso::terminal
