// One line from a terminal that can do little: a carriage return and "erase to the end of the line" are enough.
#pragma once
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "searcher/terminal/keys.h"
#include "searcher/terminal/state_files.h"

namespace timso::terminal {

class LineReader {
 public:
  // `tty` is an open terminal, `out` writes to it.
  LineReader(int tty, std::ostream& out, const History& history) : tty_(tty), out_(out), history_(history) {}

  // The line without its end; none at the end of input (Ctrl-D). Ctrl-C gives an empty line. Arrows walk through the
  // history. While it waits the terminal is raw; afterwards, and after signals, it is as it was before. Signals that
  // end the program end it.
  std::optional<std::string> Read(const std::string& prompt);

 private:
  class Reading;
  int tty_;
  std::ostream& out_;
  const History& history_;
  KeyDecoder decoder_;
  std::vector<KeyEvent> keys_;  // typed ahead
};

}  // namespace timso::terminal
