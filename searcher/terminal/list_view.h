// The cursor in a list that is longer than its pane.
#pragma once
#include <algorithm>
#include <cstddef>

namespace timso::terminal {

struct ListView {
  std::size_t at = 0;   // the selected one
  std::size_t top = 0;  // the first that is shown

  void Reset() { at = top = 0; }
  // Keeps the selection inside `count` and inside what `height` lines show.
  void Fit(std::size_t count, std::size_t height) {
    if (count == 0) return Reset();
    at = std::min(at, count - 1);
    if (height == 0) return;
    top = std::min(top, count > height ? count - height : 0);
    if (at < top) top = at;
    if (at >= top + height) top = at + 1 - height;
  }
  void Move(long by, std::size_t count) {
    if (count == 0) return Reset();
    const long wanted = static_cast<long>(at) + by;
    at = static_cast<std::size_t>(std::clamp(wanted, 0L, static_cast<long>(count) - 1));
  }
};

}  // namespace timso::terminal
