#include "searcher/terminal/frame.h"

#include <algorithm>

#include "analyzers/text/utf8.h"
#include "searcher/sinks/width.h"

namespace timso::terminal {
namespace {

bool IsBlank(char32_t c) {
  return c == U'\n' || c == U'\t' || c == U'\r' || c == 0xA0 || c == 0x202F || c == 0x2028 || c == 0x2029;
}

}  // namespace

Frame::Frame(Size size) : size_{std::max(size.rows, 1), std::max(size.columns, 1)} {
  cells_.resize(static_cast<std::size_t>(size_.rows) * static_cast<std::size_t>(size_.columns));
}

// Overwriting one half of a wide character leaves no half of it.
void Frame::Clear(int row, int column) {
  if (cells_[Index(row, column)].text.empty() && column > 0) cells_[Index(row, column - 1)].text = " ";
  if (column + 1 < size_.columns && cells_[Index(row, column + 1)].text.empty()) {
    cells_[Index(row, column + 1)].text = " ";
  }
}

int Frame::Put(int row, int column, std::string_view text, Style style, int end) {
  end = std::min(end, size_.columns);
  int last = -1;  // the column of the character that combining marks belong to
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = DecodeCodePoint(text, at);
    const bool blank = IsBlank(c);
    const int width = blank ? 1 : static_cast<int>(CharacterWidth(c));
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    if (width == 0) {
      if (!control && last >= 0) cells_[Index(row, last)].text += text.substr(begin, at - begin);
      continue;
    }
    if (column + width > end) break;
    if (row < 0 || row >= size_.rows || column < 0) {
      column += width;
      continue;
    }
    Clear(row, column);
    if (width == 2) Clear(row, column + 1);
    Cell& cell = cells_[Index(row, column)];
    cell.style = style;
    if (blank) {
      cell.text = " ";
    } else if (c == kReplacementCharacter) {
      cell.text = "\xEF\xBF\xBD";
    } else {
      cell.text = text.substr(begin, at - begin);
    }
    if (width == 2) cells_[Index(row, column + 1)] = Cell{"", style};
    last = column;
    column += width;
  }
  return column;
}

void Frame::PutFitted(int row, int column, std::string_view text, Style style, int end) {
  end = std::min(end, size_.columns);
  if (column >= end) return;
  column = Put(row, column, FitWidth(text, static_cast<std::size_t>(end - column)), style, end);
  Fill({row, column, 1, end - column}, style);
}

void Frame::Fill(const Rect& rect, Style style) {
  for (int row = std::max(rect.row, 0); row < std::min(rect.row + rect.rows, size_.rows); ++row) {
    for (int column = std::max(rect.column, 0); column < std::min(rect.column + rect.columns, size_.columns);
         ++column) {
      Clear(row, column);
      cells_[Index(row, column)] = Cell{" ", style};
    }
  }
}

void Frame::Select(const Rect& rect) {
  for (int row = std::max(rect.row, 0); row < std::min(rect.row + rect.rows, size_.rows); ++row) {
    for (int column = std::max(rect.column, 0); column < std::min(rect.column + rect.columns, size_.columns);
         ++column) {
      cells_[Index(row, column)].style.selected = true;
    }
  }
}

std::string Frame::Text() const {
  std::string text;
  for (int row = 0; row < size_.rows; ++row) {
    std::string line;
    for (int column = 0; column < size_.columns; ++column) line += At(row, column).text;
    while (!line.empty() && line.back() == ' ') line.pop_back();
    text += line + '\n';
  }
  return text;
}

}  // namespace timso::terminal
