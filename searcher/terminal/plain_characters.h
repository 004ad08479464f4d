// What stands in for a character that the terminal's encoding lacks.
#pragma once
#include <string>
#include <string_view>

namespace timso::terminal {

// One ASCII character for a cell's text: letters without their marks, lines and bars as - | + #, else "?". A cell that
// is two columns wide gets two of them by its caller.
char PlainCharacter(std::string_view text);

}  // namespace timso::terminal
