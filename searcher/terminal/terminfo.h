// What terminfo says of the terminal that TERM names. In a file of its own: <term.h> defines short words as macros.
#pragma once
#include <string>

namespace timso::terminal {

// A string of the terminal that was set up last, without its padding; empty when it has none.
std::string Capability(const char* name);

// TERM names a terminal, known to terminfo, whose cursor can be moved, and `tty` is one.
bool CanMoveCursor(int tty);

}  // namespace timso::terminal
