#include "analyzers/text/text_tables.h"

#include <algorithm>

#include "analyzers/text/table_builder.h"
#include "analyzers/text/table_lines.h"

namespace timso {
namespace {

constexpr std::size_t kMostHeaderLines = 3;
constexpr std::size_t kLongestLabel = 120;  // bytes of a cell; longer is running text
constexpr std::size_t kLongestNumbering = 8;

bool IsFigure(const LineCell& cell) { return cell.look == CellLook::kFigure || cell.look == CellLook::kYear; }

std::size_t Count(const TableLine& line, CellLook look) {
  return static_cast<std::size_t>(
      std::count_if(line.cells.begin(), line.cells.end(), [look](const LineCell& cell) { return cell.look == look; }));
}

std::size_t Filled(const TableLine& line) { return line.cells.size() - Count(line, CellLook::kEmpty); }

// A figure in a cell that is not the first.
bool HasFigure(const TableLine& line) {
  for (std::size_t i = 1; i < line.cells.size(); ++i) {
    if (IsFigure(line.cells[i])) return true;
  }
  return false;
}

class TableFinder {
 public:
  explicit TableFinder(std::string_view text) : text_(text) {}

  std::vector<TextTable> Run() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      Take(begin, end);
      begin = end + 1;
    }
    Flush();
    return std::move(tables_);
  }

 private:
  // Lines are looked at by runs that may hold a table, so that a long text is never held in cells.
  void Take(std::size_t begin, std::size_t end) {
    TableLine line = CutTableLine(text_, begin, end);
    const bool row = line.separator != CellSeparator::kNone || line.rule;
    const bool bridge = !lines_.empty() && line.cells.size() == 1 && end - begin <= kLongestLabel;
    // Rows of pipes may stand in paragraphs of their own.
    const bool gap = line.blank && !gap_ && !lines_.empty() && lines_.back().separator == CellSeparator::kPipe;
    if ((!row && !bridge && !gap) || (gap_ && line.separator != CellSeparator::kPipe)) Flush();
    gap_ = gap;
    if (row || (bridge && !lines_.empty())) lines_.push_back(std::move(line));
  }

  void Flush() {
    for (std::size_t first = 0; first + 1 < lines_.size();) first = TableAt(first);
    lines_.clear();
    gap_ = false;
  }

  // Builds the table whose header begins at a line, if there is one; returns where to go on.
  std::size_t TableAt(std::size_t first) {
    if (!IsHeader(lines_[first])) return first + 1;
    std::size_t rows = first + 1;
    while (rows < lines_.size() && rows - first < kMostHeaderLines + 1 && ContinuesHeader(first, rows)) ++rows;
    const std::size_t header_end = rows;
    while (rows < lines_.size() && IsNumbering(lines_[rows])) ++rows;
    const std::size_t end = RowsEnd(rows);
    if (!Sound(first, header_end, rows, end)) return first + 1;
    // The line that numbers the columns says nothing.
    std::vector<TableLine> lines(lines_.begin() + static_cast<std::ptrdiff_t>(first),
                                 lines_.begin() + static_cast<std::ptrdiff_t>(end));
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(header_end - first),
                lines.begin() + static_cast<std::ptrdiff_t>(rows - first));
    tables_.push_back(BuildTextTable(text_, std::move(lines), header_end - first));
    return end;
  }

  bool Labels(const TableLine& line) const {
    for (const LineCell& cell : line.cells) {
      if (cell.end - cell.begin > kLongestLabel) return false;
    }
    return true;
  }

  // "Bảng 1.  Kết quả …", "Số: 12-BC/HU   Hà Nội, ngày …": a caption or letterhead, no header.
  bool IsCaption(const TableLine& line) const {
    for (const LineCell& cell : line.cells) {
      const std::string_view words = text_.substr(cell.begin, cell.end - cell.begin);
      const std::size_t colon = words.find(':');
      if (colon != std::string_view::npos && colon + 1 < words.size()) return true;
      if (words.starts_with("Bảng ") || words.starts_with("Biểu ")) return true;
    }
    return false;
  }

  bool IsHeader(const TableLine& line) const {
    if (line.separator == CellSeparator::kNone || line.rule || Filled(line) < 1) return false;
    if (line.cells.size() < 2 || Count(line, CellLook::kFigure) > 0) return false;
    if (Filled(line) < 2 && !line.bordered) return false;
    return Labels(line) && !IsCaption(line);
  }

  bool ContinuesHeader(std::size_t first, std::size_t at) const {
    const TableLine& line = lines_[at];
    if (line.rule) return true;
    if (Count(line, CellLook::kFigure) > 0 || !Labels(line) || IsCaption(line)) return false;
    // Years are figures below a heading of the years' column.
    if (Count(line, CellLook::kYear) > 0 && HasHeaderYears(first)) return false;
    if (line.separator == CellSeparator::kNone) return line.indented;
    // "I | Trồng trọt | | |" is a heading of rows.
    const bool section = line.cells.front().look != CellLook::kEmpty && line.cells.back().look == CellLook::kEmpty;
    return line.separator == lines_[first].separator && !section;
  }

  bool HasHeaderYears(std::size_t first) const { return Count(lines_[first], CellLook::kYear) > 0; }

  // "A | B | 1 | 2 | 3=2/1": numbers of the columns.
  bool IsNumbering(const TableLine& line) const {
    std::size_t expected = 0;
    std::size_t seen = 0;
    for (const LineCell& cell : line.cells) {
      if (cell.look == CellLook::kEmpty) continue;
      const std::string_view words = text_.substr(cell.begin, cell.end - cell.begin);
      if (words.size() > kLongestNumbering * 2) return false;
      const std::size_t digit = words.find_first_of("0123456789");
      if (digit == std::string_view::npos) {
        if (words.size() > 3 || seen > 0) return false;
        continue;
      }
      std::size_t number = 0;
      std::size_t after = digit;
      for (; after < words.size() && words[after] >= '0' && words[after] <= '9'; ++after) {
        number = number * 10 + static_cast<std::size_t>(words[after] - '0');
      }
      const bool bare = digit == 0 || words[digit - 1] == '(';
      const bool ended = after == words.size() || words[after] == ')' || words[after] == '=';
      if (!bare || !ended || number > 99 || (seen > 0 && number != expected)) return false;
      if (seen == 0 && number > 3) return false;
      expected = number + 1;
      ++seen;
    }
    return seen >= 2;
  }

  // Where the rows end that begin at a line.
  std::size_t RowsEnd(std::size_t rows) const {
    std::size_t end = rows;
    for (std::size_t i = rows; i < lines_.size(); ++i) {
      const TableLine& line = lines_[i];
      if (line.rule) {
        if (end == i) ++end;
        continue;
      }
      if (HasFigure(line) && Labels(line)) {
        end = i + 1;
      } else if (line.separator != CellSeparator::kNone && Filled(line) > 1 && Count(line, CellLook::kEmpty) == 0 &&
                 StartsAnother(i)) {
        break;
      } else if (!Labels(line) || i - end >= 2) {
        break;
      }
    }
    return end;
  }

  // A header again: another table begins.
  bool StartsAnother(std::size_t at) const {
    return IsHeader(lines_[at]) && at + 1 < lines_.size() && HasFigure(lines_[at + 1]);
  }

  bool Sound(std::size_t first, std::size_t header_end, std::size_t rows, std::size_t end) const {
    std::size_t columns = 0;
    for (std::size_t i = first; i < header_end; ++i) columns = std::max(columns, lines_[i].cells.size());
    std::size_t data = 0;
    std::size_t labelled = 0;
    std::size_t fitting = 0;
    std::size_t figures = 0;
    std::size_t named = 0;
    for (std::size_t i = rows; i < end; ++i) {
      const TableLine& line = lines_[i];
      if (!HasFigure(line)) continue;
      ++data;
      figures += Count(line, CellLook::kFigure);
      named += line.cells.front().look == CellLook::kText ? 1 : 0;
      labelled += line.cells.front().look != CellLook::kEmpty || line.cells[1].look == CellLook::kText ? 1 : 0;
      fitting += line.cells.size() <= columns + 1 && line.separator == lines_[first].separator ? 1 : 0;
    }
    if (data == 0 || labelled * 2 < data || fitting * 4 < data * 3) return false;
    if (data >= 2) return figures >= 2;
    return columns >= 3 && figures >= 2 && named == 1;
  }

  std::string_view text_;
  std::vector<TableLine> lines_;
  bool gap_ = false;  // an empty line stands after the last of them
  std::vector<TextTable> tables_;
};

}  // namespace

std::vector<TextTable> FindTextTables(std::string_view text) { return TableFinder(text).Run(); }

}  // namespace timso
