// Opens a file or an address with the desktop's program for it.
#pragma once
#include <string>

namespace timso::terminal {

// By xdg-open, apart from this program and its terminal. Gives one sentence about what came of it.
std::string OpenSource(const std::string& target);

}  // namespace timso::terminal
