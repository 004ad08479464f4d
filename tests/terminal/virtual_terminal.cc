#include "tests/terminal/virtual_terminal.h"

#include <algorithm>
#include <utility>

#include "analyzers/text/utf8.h"
#include "searcher/sinks/width.h"

namespace timso::terminal_test {
namespace {

constexpr char kEscape = '\x1b';

std::vector<int> NumbersOf(std::string_view text) {
  std::vector<int> numbers{0};
  for (const char c : text) {
    if (c >= '0' && c <= '9') numbers.back() = numbers.back() * 10 + (c - '0');
    if (c == ';' || c == ':') numbers.push_back(0);
  }
  return numbers;
}

std::string FromBase64(std::string_view text) {
  static constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<unsigned>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 255);
  }
  return bytes;
}

}  // namespace

VirtualTerminal::VirtualTerminal(int rows, int columns) : rows_(rows), columns_(columns), bottom_(rows - 1) {
  screen_.assign(static_cast<std::size_t>(rows), Blank());
  other_ = screen_;
}

void VirtualTerminal::Resize(int rows, int columns) {
  rows_ = rows, columns_ = columns, top_ = 0, bottom_ = rows - 1;
  for (std::vector<Row>* screen : {&screen_, &other_}) {
    screen->resize(static_cast<std::size_t>(rows), Blank());
    for (Row& row : *screen) row.resize(static_cast<std::size_t>(columns));
  }
  row_ = std::min(row_, rows - 1), column_ = std::min(column_, columns - 1);
}

std::string VirtualTerminal::Text() const {
  std::string text;
  for (const Row& row : screen_) {
    std::string line;
    for (const Cell& cell : row) line += cell.text;
    while (!line.empty() && line.back() == ' ') line.pop_back();
    text += line + '\n';
  }
  return text;
}

std::string VirtualTerminal::Reversed(int row) const {
  std::string text;
  for (const Cell& cell : screen_[static_cast<std::size_t>(row)]) {
    if (cell.reverse) text += cell.text;
  }
  return text;
}

void VirtualTerminal::Write(std::string_view bytes) {
  for (const char byte : bytes) Byte(byte);
}

void VirtualTerminal::Byte(char byte) {
  if (!pending_.empty() && pending_[0] == kEscape) return Escape(byte);
  const auto unsigned_byte = static_cast<unsigned char>(byte);
  if (unsigned_byte < 0x80) {
    if (byte == kEscape) {
      pending_ = byte;
    } else if (unsigned_byte < 0x20 || byte == 0x7F) {
      Control(byte);
    } else {
      Character(std::string(1, byte));
    }
    return;
  }
  pending_ += byte;
  const auto first = static_cast<unsigned char>(pending_[0]);
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (pending_.size() < length) return;
  const std::string character = std::exchange(pending_, {});
  Character(character);
}

void VirtualTerminal::Control(char byte) {
  if (byte == '\r') column_ = 0, wrap_ = false;
  if (byte == '\n' || byte == '\v' || byte == '\f') LineFeed();
  if (byte == '\b' && column_ > 0) --column_, wrap_ = false;
  if (byte == '\t') column_ = std::min(columns_ - 1, (column_ / 8 + 1) * 8);
}

void VirtualTerminal::LineFeed() {
  wrap_ = false;
  if (row_ == bottom_) {
    ScrollUp(top_, 1);
  } else if (row_ < rows_ - 1) {
    ++row_;
  }
}

void VirtualTerminal::ScrollUp(int top, int count) {
  for (int i = 0; i < count; ++i) {
    screen_.erase(screen_.begin() + top);
    screen_.insert(screen_.begin() + bottom_, Blank());
  }
}

void VirtualTerminal::ScrollDown(int top, int count) {
  for (int i = 0; i < count; ++i) {
    screen_.erase(screen_.begin() + bottom_);
    screen_.insert(screen_.begin() + top, Blank());
  }
}

void VirtualTerminal::Erase(int row, int from, int to) {
  for (int column = from; column < to; ++column) {
    screen_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = Cell{};
  }
}

void VirtualTerminal::Character(const std::string& text) {
  std::size_t at = 0;
  const int width = static_cast<int>(CharacterWidth(DecodeCodePoint(text, at)));
  if (width == 0) {  // a mark belongs to the character before
    int before = wrap_ ? column_ : column_ - 1;
    Row& row = screen_[static_cast<std::size_t>(row_)];
    if (before > 0 && row[static_cast<std::size_t>(before)].text.empty()) --before;
    if (before >= 0) row[static_cast<std::size_t>(before)].text += text;
    return;
  }
  if (wrap_ || column_ + width > columns_) {
    column_ = 0;
    LineFeed();
  }
  Row& row = screen_[static_cast<std::size_t>(row_)];
  row[static_cast<std::size_t>(column_)] = Cell{text, reverse_};
  if (width == 2) row[static_cast<std::size_t>(column_ + 1)] = Cell{"", reverse_};
  last_ = text;
  column_ += width;
  wrap_ = column_ >= columns_;
  if (wrap_) column_ = columns_ - 1;
}

void VirtualTerminal::Escape(char byte) {
  pending_ += byte;
  if (pending_.size() == 2) {
    if (byte == '[' || byte == ']' || byte == '(' || byte == ')') return;
    if (byte == '7') saved_row_ = row_, saved_column_ = column_;
    if (byte == '8') row_ = saved_row_, column_ = saved_column_, wrap_ = false;
    if (byte == 'M') row_ == top_ ? ScrollDown(top_, 1) : void(--row_);
    if (byte == 'D') LineFeed();
    if (byte == 'c') screen_.assign(static_cast<std::size_t>(rows_), Blank());
    if (std::string_view("78MDc=>").find(byte) == std::string_view::npos) unknown_.push_back(pending_);
    pending_.clear();
    return;
  }
  const char kind = pending_[1];
  if (kind == '(' || kind == ')') {  // a character set
    pending_.clear();
  } else if (kind == ']') {
    const bool ended = byte == '\x07' || pending_.ends_with("\x1b\\");
    if (ended) Osc();
    if (ended) pending_.clear();
  } else if (byte >= 0x40 && byte <= 0x7E) {
    Csi();
    pending_.clear();
  }
}

void VirtualTerminal::Osc() {
  const std::string_view text = std::string_view(pending_).substr(2);
  if (text.starts_with("52;c;")) clipboard_ = FromBase64(text.substr(5));
}

void VirtualTerminal::Mode(int mode, bool on) {
  if (mode == 25) cursor_shown_ = on;
  if (mode == 1000) mouse_ = on;
  if (mode == 2004) paste_ = on;
  if (mode != 1049 || alternate_ == on) return;
  std::swap(screen_, other_);
  if (on) {
    saved_row_ = row_, saved_column_ = column_;
  } else {
    row_ = saved_row_, column_ = saved_column_;
  }
  alternate_ = on;
}

void VirtualTerminal::Attributes(const std::vector<int>& numbers) {
  for (const int number : numbers) {
    if (number == 0 || number == 27) reverse_ = false;
    if (number == 7) reverse_ = true;
    if ((number >= 30 && number <= 37) || number == 38 || (number >= 40 && number <= 47)) coloured_ = true;
  }
}

void VirtualTerminal::Csi() {
  std::string_view parameters = std::string_view(pending_).substr(2, pending_.size() - 3);
  const char last = pending_.back();
  const bool is_private = !parameters.empty() && (parameters[0] == '?' || parameters[0] == '>');
  if (is_private) parameters.remove_prefix(1);
  const std::vector<int> numbers = NumbersOf(parameters);
  const int n = std::max(numbers[0], 1);
  const int second = numbers.size() > 1 ? std::max(numbers[1], 1) : 1;
  Row& row = screen_[static_cast<std::size_t>(row_)];
  if (last != 'm' && last != 'h' && last != 'l' && last != 'b') wrap_ = false;
  switch (last) {
    case 'm':
      return Attributes(numbers);
    case 'h':
    case 'l':
      for (const int mode : numbers) {
        if (is_private) Mode(mode, last == 'h');
      }
      return;
    case 'A':
      row_ = std::max(row_ - n, 0);
      return;
    case 'B':
      row_ = std::min(row_ + n, rows_ - 1);
      return;
    case 'C':
      column_ = std::min(column_ + n, columns_ - 1);
      return;
    case 'D':
      column_ = std::max(column_ - n, 0);
      return;
    case 'G':
      column_ = std::min(n, columns_) - 1;
      return;
    case 'd':
      row_ = std::min(n, rows_) - 1;
      return;
    case 'H':
    case 'f':
      row_ = std::min(n, rows_) - 1;
      column_ = std::min(second, columns_) - 1;
      return;
    case 'J':
      if (numbers[0] == 2 || numbers[0] == 3) screen_.assign(static_cast<std::size_t>(rows_), Blank());
      if (numbers[0] == 0) {
        Erase(row_, column_, columns_);
        for (int below = row_ + 1; below < rows_; ++below) Erase(below, 0, columns_);
      }
      if (numbers[0] == 1) {
        for (int above = 0; above < row_; ++above) Erase(above, 0, columns_);
        Erase(row_, 0, column_ + 1);
      }
      return;
    case 'K':
      return Erase(row_, numbers[0] == 0 ? column_ : 0, numbers[0] == 1 ? column_ + 1 : columns_);
    case 'X':
      return Erase(row_, column_, std::min(column_ + n, columns_));
    case 'P':
      for (int i = 0; i < n && column_ < columns_; ++i) {
        row.erase(row.begin() + column_);
        row.emplace_back();
      }
      return;
    case '@':
      for (int i = 0; i < n; ++i) row.insert(row.begin() + column_, Cell{});
      row.resize(static_cast<std::size_t>(columns_));
      return;
    case 'L':
      return ScrollDown(row_, n);
    case 'M':
      return ScrollUp(row_, n);
    case 'S':
      return ScrollUp(top_, n);
    case 'T':
      return ScrollDown(top_, n);
    case 'b':
      for (int i = 0; i < n; ++i) Character(std::string(last_));
      return;
    case 'r':
      top_ = n - 1;
      bottom_ = numbers.size() > 1 ? second - 1 : rows_ - 1;
      row_ = column_ = 0;
      return;
    case 't':  // window manipulation
    case 'c':
      return;
    default:
      unknown_.push_back(pending_);
  }
}

}  // namespace timso::terminal_test
