// The keys, as the bottom line and `?` show them.
#pragma once
#include <string>

#include "searcher/terminal/frame.h"
#include "searcher/terminal/layout.h"

namespace timso::terminal {

// The most useful keys of the pane, as many as fit.
void DrawHints(Frame& frame, const Rect& rect, Pane focus);

// All keys and what a question may look like, from the line `top` on. Gives how many lines there are.
int DrawHelp(Frame& frame, const Rect& rect, int top);

}  // namespace timso::terminal
