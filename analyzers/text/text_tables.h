// Tables in plain text: headers, rows and the cells that stand under one another.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace timso {

// Bytes [begin, end) of the text.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct TableCell {
  TextSpan span;
  std::size_t column = 0;
  bool figure = false;  // a number with at most a few words about it
};

struct TableRow {
  TextSpan line;                 // without its line end
  std::vector<TableCell> cells;  // those that hold something, by column
  bool section = false;          // a label alone: a heading for the rows below, or a label's first line
};

// Has a header, at least one column of labels and one of figures.
struct TextTable {
  TextSpan span;                               // from its first header line to its last row
  std::vector<std::vector<TextSpan>> headers;  // of each column, from top to bottom; a heading over several is in each
  std::vector<TableRow> rows;
};

// The tables of a text, in order. Rows have their cells apart by pipes (also Markdown's), tabs, or two and more spaces;
// a header of up to three lines without figures stands over them. Lists, menus, signatures and rows without a header
// are no tables. Looks at layout alone. Never fails.
std::vector<TextTable> FindTextTables(std::string_view text);

}  // namespace timso
