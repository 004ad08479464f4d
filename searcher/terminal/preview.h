// The text of an article, scrolled to its evidence.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "searcher/results.h"
#include "searcher/terminal/frame.h"

namespace timso::terminal {

class Preview {
 public:
  // `marks`: bytes of the text to mark; `at`: the byte that must be seen.
  void Set(std::string title, std::string where, std::string text, std::vector<Highlight> marks, std::size_t at);
  // Something to say instead of a text.
  void Say(std::string sentence);
  void Clear() { Set("", "", "", {}, 0); }

  void Draw(Frame& frame, const Rect& rect, bool focused);
  void Scroll(long lines);
  void ScrollToEnd(bool first);
  std::size_t shown() const { return shown_; }

 private:
  struct Line {
    std::size_t begin = 0;  // bytes of the text
    std::size_t end = 0;
  };
  void Wrap(std::size_t columns);
  void DrawLine(Frame& frame, int row, const Rect& rect, const Line& line) const;

  std::string title_;
  std::string where_;
  std::string text_;
  std::vector<Highlight> marks_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  // where the text goes on after its own title, which stands above it already
  bool scroll_to_mark_ = false;
  std::vector<Line> lines_;
  std::size_t wrapped_ = 0;  // for so many columns; 0: not yet
  std::size_t top_ = 0;
  std::size_t shown_ = 0;
};

// The text in lines of so many columns, broken at blanks where there are some.
std::vector<std::pair<std::size_t, std::size_t>> WrapText(const std::string& text, std::size_t columns);

}  // namespace timso::terminal
