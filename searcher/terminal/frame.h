// A picture of the whole screen: what the panes draw on and what a Screen shows.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timso::terminal {

struct Size {
  int rows = 24;
  int columns = 80;
  bool operator==(const Size&) const = default;
};

// Cells [row, row + rows) × [column, column + columns).
struct Rect {
  int row = 0;
  int column = 0;
  int rows = 0;
  int columns = 0;
  bool Contains(int at_row, int at_column) const {
    return at_row >= row && at_row < row + rows && at_column >= column && at_column < column + columns;
  }
  bool Empty() const { return rows <= 0 || columns <= 0; }
};

// What a piece of text is; a Screen decides what that looks like, with colours or without.
enum class Role : unsigned char {
  kText,
  kStrong,
  kFaint,
  kMark,  // the evidence, a word that was searched
  kPlace,
  kMeasure,
  kBound,
  kPeriod,
  kWords,
  kBorder,
  kBar,
  kWarning,
  kHint,
};
inline constexpr std::size_t kRoles = 13;

struct Style {
  Role role = Role::kText;
  bool selected = false;  // the line that the cursor is on
  bool operator==(const Style&) const = default;
};

// One column of one row. `text` is a character with its combining marks; empty in the second column of a wide one.
struct Cell {
  std::string text = " ";
  Style style;
  bool operator==(const Cell&) const = default;
};

struct Position {
  int row = 0;
  int column = 0;
  bool operator==(const Position&) const = default;
};

// Blank at first. Whatever is drawn outside is cut off.
class Frame {
 public:
  explicit Frame(Size size);

  Size size() const { return size_; }
  const Cell& At(int row, int column) const { return cells_[Index(row, column)]; }

  // Draws the text in one row, from `column` up to `end` at most, and gives the column after it. White space of any
  // kind is drawn as a space, other control characters are left out; a wide character that would be cut is not drawn.
  int Put(int row, int column, std::string_view text, Style style, int end);
  int Put(int row, int column, std::string_view text, Style style) {
    return Put(row, column, text, style, size_.columns);
  }
  // The same, with … at the end of what does not fit, and blanks in `style` up to `end`.
  void PutFitted(int row, int column, std::string_view text, Style style, int end);
  void Fill(const Rect& rect, Style style);
  // Draws all cells of the rectangle as the selected line.
  void Select(const Rect& rect);

  // Where the terminal's cursor stands; none: hidden.
  std::optional<Position> cursor;

  // The rows as text, each without the blanks at its end, LF after each.
  std::string Text() const;

 private:
  std::size_t Index(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(size_.columns) + static_cast<std::size_t>(column);
  }
  void Clear(int row, int column);

  Size size_;
  std::vector<Cell> cells_;
};

}  // namespace timso::terminal
