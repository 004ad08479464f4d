// A terminal in memory that understands what ncurses sends for TERM=xterm-256color and vt100.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace timso::terminal_test {

class VirtualTerminal {
 public:
  VirtualTerminal(int rows, int columns);

  void Write(std::string_view bytes);
  void Resize(int rows, int columns);

  // The rows without the blanks at their ends, LF after each.
  std::string Text() const;
  // The row's text where it is shown in reverse.
  std::string Reversed(int row) const;

  int cursor_row() const { return row_; }
  int cursor_column() const { return column_; }
  bool alternate() const { return alternate_; }  // the screen that programs take
  bool cursor_shown() const { return cursor_shown_; }
  bool mouse() const { return mouse_; }
  bool bracketed_paste() const { return paste_; }
  bool coloured() const { return coloured_; }                           // a colour was ever chosen
  const std::string& clipboard() const { return clipboard_; }           // of OSC 52, decoded
  const std::vector<std::string>& unknown() const { return unknown_; }  // sequences that were not understood

 private:
  struct Cell {
    std::string text = " ";  // empty: the second column of a wide character
    bool reverse = false;
  };
  using Row = std::vector<Cell>;

  void Byte(char byte);
  void Control(char byte);
  void Character(const std::string& text);
  void Escape(char byte);
  void Csi();
  void Mode(int mode, bool on);
  void Attributes(const std::vector<int>& numbers);
  void Osc();
  void LineFeed();
  void ScrollUp(int top, int count);
  void ScrollDown(int top, int count);
  void Erase(int row, int from, int to);
  Row Blank() const { return Row(static_cast<std::size_t>(columns_)); }

  int rows_;
  int columns_;
  std::vector<Row> screen_;
  std::vector<Row> other_;  // the screen that is not shown
  int row_ = 0;
  int column_ = 0;
  int saved_row_ = 0;
  int saved_column_ = 0;
  int top_ = 0;  // of the scrolling region
  int bottom_;
  bool wrap_ = false;  // the last column was written; the next character goes to the next row
  bool reverse_ = false;
  bool alternate_ = false;
  bool cursor_shown_ = true;
  bool mouse_ = false;
  bool paste_ = false;
  bool coloured_ = false;
  std::string last_ = " ";
  std::string pending_;  // of a character, or of a sequence from ESC on
  std::string clipboard_;
  std::vector<std::string> unknown_;
};

}  // namespace timso::terminal_test
