// What the interactive screen is shown on: a terminal, or memory for tests.
#pragma once
#include <string_view>

#include "searcher/terminal/frame.h"

namespace timso::terminal {

class Screen {
 public:
  virtual ~Screen() = default;
  virtual Size size() const = 0;
  // Makes the screen look like the frame; one repaint, of what differs from the last one. A frame of another size is
  // cut or leaves the rest blank.
  virtual void Show(const Frame& frame) = 0;
  // Puts the text on the clipboard of the person who sits at the terminal.
  virtual void Copy(std::string_view text) = 0;
};

}  // namespace timso::terminal
