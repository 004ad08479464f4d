// One line of a text as a row of cells, by its bytes alone.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace timso {

enum class CellLook : unsigned char {
  kEmpty,   // nothing, or a sign that stands for nothing: - – — x …
  kText,    // words
  kYear,    // a year or a span of years alone: a heading, or a figure if other cells say so
  kFigure,  // a number with at most a few words: 1.904 | khoảng 870 nghìn ha | 43 - 43,5 triệu tấn | 12 (5,3%)
};

// Bytes [begin, end) of the text without white space at either end. `left` and `right` are where they stand in the
// line, in code points.
struct LineCell {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t left = 0;
  std::size_t right = 0;
  CellLook look = CellLook::kEmpty;
};

enum class CellSeparator : unsigned char { kNone, kPipe, kTab, kSpaces };

struct TableLine {
  std::size_t begin = 0;  // bytes of the line without its line end
  std::size_t end = 0;
  CellSeparator separator = CellSeparator::kNone;
  bool blank = false;
  bool rule = false;      // drawn: |---|---|, +----+----+, ======
  bool bordered = false;  // it begins and ends with a pipe
  bool indented = false;
  std::vector<LineCell> cells;  // of a line with pipes or tabs also the empty ones
};

// The line's cells: apart by pipes, else by tabs, else by two and more spaces.
TableLine CutTableLine(std::string_view text, std::size_t begin, std::size_t end);

CellLook LookOfCell(std::string_view cell);

}  // namespace timso
