#include "analyzers/text/table_lines.h"

#include <algorithm>
#include <array>

#include "analyzers/text/syllable.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

constexpr std::size_t kMostWords = 7;       // of a cell that states a figure
constexpr std::size_t kLongestFigure = 60;  // bytes

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> WordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !IsSpace(text[end])) ++end;
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// Words that bound a number. They are few and closed, so they stand in the code and not in a table.
bool BoundsNumber(std::string_view word) {
  constexpr std::array<std::string_view, 26> kBounds = {
      "khoảng", "trên", "dưới",  "từ",  "gần", "hơn", "ước", "đạt", "tăng", "giảm", "ít", "nhất", "tối",
      "thiểu",  "đa",   "không", "quá", "xấp", "xỉ",  "đến", "còn", "vượt", "+",    "-",  "–",    "~"};
  const std::string lower = LowerCase(word);
  return std::find(kBounds.begin(), kBounds.end(), lower) != kBounds.end();
}

// After a number these make it a period: "6 tháng", "2 năm", "9T".
bool CountsTime(std::string_view word) {
  constexpr std::array<std::string_view, 5> kTimes = {"tháng", "quý", "năm", "ngày", "tuần"};
  const std::string lower = LowerCase(word);
  return std::any_of(kTimes.begin(), kTimes.end(), [&](std::string_view time) { return lower.starts_with(time); });
}

bool IsYear(std::string_view word) {
  if (word.size() != 4 || !std::all_of(word.begin(), word.end(), IsDigit)) return false;
  return word >= "1930" && word <= "2100";
}

// "2022", "2016-2020", "2016 - 2020"
bool IsYears(std::string_view cell) {
  std::size_t years = 0;
  for (std::size_t at = 0; at < cell.size();) {
    if (IsYear(cell.substr(at, 4)) && (at + 4 == cell.size() || !IsDigit(cell[at + 4]))) {
      ++years;
      at += 4;
    } else if (IsDigit(cell[at]) ||
               !(IsSpace(cell[at]) || cell[at] == '-' || static_cast<unsigned char>(cell[at]) > 0x7F)) {
      return false;
    } else {
      ++at;
    }
  }
  return years == 1 || years == 2;
}

// 31/12/2022, 9/2022, 2022/2021, 14h30, 6T/2023, 1., 2): no figure.
bool IsOtherNumber(std::string_view word) {
  const auto slashes = std::count(word.begin(), word.end(), '/');
  if (slashes > 1) return true;
  const std::size_t slash = word.find('/');
  if (slashes == 1 && IsYear(word.substr(slash + 1)) && (slash <= 2 || IsYear(word.substr(0, slash)))) return true;
  if (word.back() == '.' || (word.back() == ')' && word.front() != '(')) return true;
  const std::size_t first = word.find_first_of("0123456789");
  std::size_t after = first;
  while (after < word.size() && (IsDigit(word[after]) || word[after] == '.' || word[after] == ',')) ++after;
  return after < word.size() && (word[after] == 'h' || word[after] == 'T' || word[after] == 'H') &&
         word.substr(after) != "ha" && word.substr(after) != "Ha" && word.substr(after) != "HA";
}

bool StartsWithNumber(std::string_view word) {
  constexpr std::array<std::string_view, 11> kSigns = {"+", "-", "–", "−", "(", "~", "<", ">", "≥", "≤", "≈"};
  for (const std::string_view sign : kSigns) {
    if (word.starts_with(sign)) {
      word.remove_prefix(sign.size());
      break;
    }
  }
  return !word.empty() && IsDigit(word.front());
}

bool IsRule(std::string_view line) {
  std::size_t drawn = 0;
  for (std::size_t pos = 0; pos < line.size();) {
    const char32_t c = DecodeCodePoint(line, pos);
    const bool box = c >= 0x2500 && c <= 0x257F;
    if (!box && c != '-' && c != '=' && c != '+' && c != '|' && c != ':' && c != '_' && c != ' ' && c != '\t' &&
        c != '\r') {
      return false;
    }
    drawn += c == ' ' || c == '|' || c == '\t' || c == '\r' ? 0 : 1;
  }
  return drawn >= 3;
}

class LineCutter {
 public:
  LineCutter(std::string_view text, std::size_t begin, std::size_t end) : text_(text) {
    line_.begin = begin;
    line_.end = end;
  }

  TableLine Run() {
    const std::string_view line = text_.substr(line_.begin, line_.end - line_.begin);
    line_.blank = Trim(line).empty();
    line_.indented = !line.empty() && IsSpace(line.front());
    line_.rule = !line_.blank && IsRule(line);
    if (line_.blank || line_.rule) return line_;
    if (line.find('|') != std::string_view::npos) {
      CutAt('|', CellSeparator::kPipe);
    } else if (Trim(line).find('\t') != std::string_view::npos) {
      CutAt('\t', CellSeparator::kTab);
    } else {
      CutAtSpaces();
    }
    return std::move(line_);
  }

 private:
  void Add(std::size_t begin, std::size_t end) {
    while (begin < end && IsSpace(text_[begin])) ++begin;
    while (end > begin && IsSpace(text_[end - 1])) --end;
    LineCell cell;
    cell.begin = begin;
    cell.end = end;
    cell.look = LookOfCell(text_.substr(begin, end - begin));
    for (; at_ < begin; ++at_) column_ += IsCodePointBoundary(text_, at_) ? 1 : 0;
    cell.left = column_;
    for (; at_ < end; ++at_) column_ += IsCodePointBoundary(text_, at_) ? 1 : 0;
    cell.right = column_;
    line_.cells.push_back(cell);
  }

  void CutAt(char sign, CellSeparator separator) {
    line_.separator = separator;
    std::size_t begin = line_.begin;
    std::size_t end = line_.end;
    at_ = begin;
    while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\r')) --end;
    if (sign == '|') {
      while (begin < end && IsSpace(text_[begin])) ++begin;
      line_.bordered = end > begin + 1 && text_[begin] == '|' && text_[end - 1] == '|';
      if (line_.bordered) ++begin;
      if (line_.bordered) --end;
    }
    for (std::size_t next = begin; next <= end; begin = next + 1) {
      next = std::min(text_.find(sign, begin), end);
      Add(begin, next);
      if (next == end) break;
    }
  }

  void CutAtSpaces() {
    std::size_t begin = line_.begin;
    at_ = begin;
    while (begin < line_.end && IsSpace(text_[begin])) ++begin;
    for (std::size_t i = begin; i < line_.end; ++i) {
      if (text_[i] != ' ' || i + 1 == line_.end || text_[i + 1] != ' ') continue;
      Add(begin, i);
      while (i < line_.end && text_[i] == ' ') ++i;
      begin = i;
    }
    if (begin < line_.end) Add(begin, line_.end);
    if (line_.cells.size() > 1) line_.separator = CellSeparator::kSpaces;
  }

  std::string_view text_;
  TableLine line_;
  std::size_t at_ = 0;      // byte up to which code points are counted
  std::size_t column_ = 0;  // code points of the line before `at_`
};

}  // namespace

CellLook LookOfCell(std::string_view cell) {
  cell = Trim(cell);
  if (cell.find_first_not_of("-._ xX") == std::string_view::npos || cell == "–" || cell == "—" || cell == "…") {
    return CellLook::kEmpty;
  }
  if (IsYears(cell)) return CellLook::kYear;
  if (cell.size() > kLongestFigure || cell.find(':') != std::string_view::npos) return CellLook::kText;
  const std::vector<std::string_view> words = WordsOf(cell);
  std::size_t number = 0;
  while (number < words.size() && BoundsNumber(words[number])) ++number;
  if (number == words.size() || words.size() > kMostWords || !StartsWithNumber(words[number])) return CellLook::kText;
  const bool other = IsOtherNumber(words[number]) || (number + 1 < words.size() && CountsTime(words[number + 1]));
  return other ? CellLook::kText : CellLook::kFigure;
}

TableLine CutTableLine(std::string_view text, std::size_t begin, std::size_t end) {
  return LineCutter(text, begin, end).Run();
}

}  // namespace timso
