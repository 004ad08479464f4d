#include "analyzers/text/table_builder.h"

#include <algorithm>
#include <optional>

namespace timso {
namespace {

bool IsFigure(const LineCell& cell) { return cell.look == CellLook::kFigure || cell.look == CellLook::kYear; }

// "Thị trấn  Yên Minh     20     23": a double space in a label parts no cells. The header and most rows tell how many
// cells there are.
void JoinLabels(std::vector<TableLine>& lines, std::size_t rows) {
  std::size_t most = 0;
  std::vector<std::size_t> counts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i < rows) most = std::max(most, lines[i].cells.size());
    if (i >= rows && lines[i].separator == CellSeparator::kSpaces) counts.push_back(lines[i].cells.size());
  }
  if (counts.empty()) return;
  std::sort(counts.begin(), counts.end());
  most = std::max(most, counts[counts.size() / 2]);
  for (std::size_t i = rows; i < lines.size(); ++i) {
    std::vector<LineCell>& cells = lines[i].cells;
    while (lines[i].separator == CellSeparator::kSpaces && cells.size() > most && cells[1].look == CellLook::kText) {
      cells[1].begin = cells[0].begin;
      cells[1].left = cells[0].left;
      cells.erase(cells.begin());
    }
  }
}

class TableBuilder {
 public:
  TableBuilder(std::string_view text, const std::vector<TableLine>& lines, std::size_t header)
      : text_(text), lines_(lines), rows_(header) {}

  TextTable Run() {
    ChooseColumns();
    table_.span = {lines_.front().begin, lines_.back().end};
    table_.headers.resize(columns_.size());
    if (!AddSpans()) {
      for (std::size_t i = 0; i < rows_; ++i) AddHeader(i);
    }
    for (std::size_t i = rows_; i < lines_.size(); ++i) AddRow(lines_[i]);
    return std::move(table_);
  }

 private:
  struct Column {
    std::size_t left = 0;
    std::size_t right = 0;
  };

  bool BySpaces() const {
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(rows_), lines_.end(),
                       [](const TableLine& line) { return line.separator == CellSeparator::kSpaces; });
  }

  // Cells count when pipes or tabs part them. Apart by spaces, the fullest line tells where the columns are and all as
  // full as it how wide.
  void ChooseColumns() {
    std::size_t most = 0;
    for (const TableLine& line : lines_) most = std::max(most, line.cells.size());
    columns_.resize(most);
    bool begun = false;
    for (const TableLine& line : lines_) {
      if (line.cells.size() != most) continue;
      for (std::size_t c = 0; c < most; ++c) {
        const LineCell& cell = line.cells[c];
        columns_[c].left = begun ? std::min(columns_[c].left, cell.left) : cell.left;
        columns_[c].right = begun ? std::max(columns_[c].right, cell.right) : cell.right;
      }
      begun = true;
    }
  }

  static std::size_t Gap(const LineCell& cell, const Column& column) {
    if (cell.left > column.right) return cell.left - column.right;
    return column.left > cell.right ? column.left - cell.right : 0;
  }

  // The column of each cell of a line.
  std::vector<std::size_t> Place(const TableLine& line, bool header) const {
    const std::size_t count = line.cells.size();
    std::vector<std::size_t> places(count);
    const bool shifted = header && !BySpaces() && !line.bordered && count + 1 == columns_.size() &&
                         std::all_of(lines_.begin() + static_cast<std::ptrdiff_t>(rows_), lines_.end(),
                                     [&](const TableLine& row) { return row.cells.size() != count; });
    for (std::size_t i = 0; i < count; ++i) places[i] = shifted ? i + 1 : i;
    if (!BySpaces() || count == columns_.size()) return places;
    std::size_t next = 0;
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t best = std::min(next, columns_.size() - 1);
      const std::size_t last = columns_.size() - (count - i);  // the cells that follow need columns too
      for (std::size_t c = best; c <= last; ++c) {
        if (Gap(line.cells[i], columns_[c]) < Gap(line.cells[i], columns_[best])) best = c;
      }
      places[i] = best;
      next = best + 1;
    }
    return places;
  }

  // Two lines of a page's table, whose cells over several rows and columns stand but once: "Đơn vị | 2022 | 2023" over
  // "KH | TH | KH | TH". The last headings above are those over several columns.
  bool AddSpans() {
    std::vector<const TableLine*> lines;
    for (std::size_t i = 0; i < rows_; ++i) {
      if (!lines_[i].rule) lines.push_back(&lines_[i]);
    }
    if (BySpaces() || lines.size() != 2 || lines[0]->bordered) return false;
    const std::size_t above = lines[0]->cells.size();
    const std::size_t below = lines[1]->cells.size();
    if (above >= columns_.size() || below >= columns_.size() || above + below <= columns_.size()) return false;
    const std::size_t spans = above + below - columns_.size();
    if (spans >= above || below % spans != 0) return false;
    const auto add = [&](std::size_t column, const LineCell& cell) {
      if (cell.look != CellLook::kEmpty) table_.headers[column].push_back({cell.begin, cell.end});
    };
    for (std::size_t c = 0; c < above - spans; ++c) add(c, lines[0]->cells[c]);
    for (std::size_t k = 0; k < below; ++k) {
      add(above - spans + k, lines[0]->cells[above - spans + k / (below / spans)]);
      add(above - spans + k, lines[1]->cells[k]);
    }
    return true;
  }

  void AddHeader(std::size_t at) {
    const TableLine& line = lines_[at];
    if (line.rule) return;
    const std::vector<std::size_t> places = Place(line, true);
    std::vector<const LineCell*> over(columns_.size(), nullptr);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (line.cells[i].look != CellLook::kEmpty) over[places[i]] = &line.cells[i];
    }
    if (at + 1 < rows_) Spread(at, over);
    for (std::size_t c = 0; c < over.size(); ++c) {
      if (over[c] != nullptr) table_.headers[c].push_back({over[c]->begin, over[c]->end});
    }
  }

  // A heading over several columns: "Năm 2022" over "KH" and "TH".
  void Spread(std::size_t at, std::vector<const LineCell*>& over) const {
    std::vector<bool> below(columns_.size(), false);
    std::vector<std::string_view> names;
    for (std::size_t i = at + 1; i < rows_; ++i) {
      const std::vector<std::size_t> places = Place(lines_[i], true);
      for (std::size_t k = 0; k < places.size(); ++k) {
        const LineCell& cell = lines_[i].cells[k];
        if (cell.look == CellLook::kEmpty) continue;
        below[places[k]] = true;
        names.push_back(text_.substr(cell.begin, cell.end - cell.begin));
      }
    }
    std::sort(names.begin(), names.end());
    const bool repeats = std::adjacent_find(names.begin(), names.end()) != names.end();
    const std::vector<const LineCell*> own = over;
    for (std::size_t c = 1; c < columns_.size(); ++c) {
      if (own[c] != nullptr || !below[c]) continue;
      if (!BySpaces()) {
        if (over[c - 1] != nullptr && c > 1) over[c] = over[c - 1];
        continue;
      }
      for (const LineCell* cell : own) {
        if (cell == nullptr || (cell == own[0] && own[0]->left == columns_[0].left)) continue;
        const bool nearer = over[c] == nullptr || Gap(*cell, columns_[c]) < Gap(*over[c], columns_[c]);
        if (nearer && (repeats || Gap(*cell, columns_[c]) == 0)) over[c] = cell;
      }
    }
  }

  void AddRow(const TableLine& line) {
    if (line.rule || line.blank) return;
    TableRow row;
    row.line = {line.begin, line.end};
    const std::vector<std::size_t> places = Place(line, false);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const LineCell& cell = line.cells[i];
      if (cell.look == CellLook::kEmpty) continue;
      row.cells.push_back({{cell.begin, cell.end}, places[i], IsFigure(cell)});
    }
    row.section = row.cells.size() <= 2 && !row.cells.empty() && !row.cells.back().figure;
    if (!row.cells.empty()) table_.rows.push_back(std::move(row));
  }

  std::string_view text_;
  const std::vector<TableLine>& lines_;
  std::size_t rows_;  // the first line that is no header
  std::vector<Column> columns_;
  TextTable table_;
};

}  // namespace

TextTable BuildTextTable(std::string_view text, std::vector<TableLine> lines, std::size_t header) {
  JoinLabels(lines, header);
  return TableBuilder(text, lines, header).Run();
}

}  // namespace timso
