#include "searcher/terminal/fact_table.h"

#include <algorithm>

#include "searcher/sinks/fact_words.h"
#include "searcher/sinks/width.h"

namespace timso::terminal {
namespace {

constexpr int kGap = 2;
constexpr int kNarrow = 60;
constexpr int kMarks = 2;  // columns before the first for ● and ★
enum Column : std::size_t { kWho, kWhat, kHowMuch, kWhen, kDated };
constexpr std::array<int, kFactColumns> kLeast = {8, 8, 8, 4, 10};

}  // namespace

const std::array<FactColumn, kFactColumns> kFactColumnList = {{{"who", Order::Key::kSubject},
                                                               {"what", Order::Key::kMeasure},
                                                               {"how much", Order::Key::kValue},
                                                               {"when", Order::Key::kPeriod},
                                                               {"dated", Order::Key::kDate}}};

std::string KeyOf(const FactRow& row) {
  return "f\t" + row.document().id + '\t' + std::to_string(row.sources.front().index);
}
std::string KeyOf(const DocumentHit& hit) { return "d\t" + hit.document.id; }

void DrawMark(Frame& frame, int row, int column, bool marked, bool saved) {
  if (saved) frame.Put(row, column, "★", {Role::kBound, false});
  if (marked) frame.Put(row, column, "●", {Role::kWarning, false});
}

void FactTable::Set(std::vector<FactRow> rows, bool keep) {
  rows_ = std::move(rows);
  cells_.clear();
  for (const FactRow& row : rows_) {
    const Fact& fact = row.fact();
    std::string who = SubjectWords(fact);
    if (row.conflict) who = "≠ " + who;
    cells_.push_back({std::move(who), MeasureWords(fact), ValueWords(fact), PeriodWords(fact), row.document().date});
  }
  if (!keep) view.Reset();
  view.Fit(rows_.size(), shown_);
}

// Each column as wide as its widest text.
void FactTable::Layout(int columns) {
  widths_ = {};
  for (std::size_t i = 0; i < kFactColumns; ++i) {
    widths_[i] = static_cast<int>(DisplayWidth(kFactColumnList[i].title)) + 2;
    for (const Cells& cells : cells_) widths_[i] = std::max(widths_[i], static_cast<int>(DisplayWidth(cells[i])));
  }
  const auto undated = [](const Cells& cells) { return cells[kDated].empty(); };
  if (std::all_of(cells_.begin(), cells_.end(), undated)) widths_[kDated] = 0;
  // On a narrow screen what all rows say is left to the conditions above.
  const auto same = [&](const Cells& cells) { return cells[kWhat] == cells_.front()[kWhat]; };
  if (columns < kNarrow && cells_.size() > 1 && std::all_of(cells_.begin(), cells_.end(), same)) widths_[kWhat] = 0;
  Shrink(columns - kMarks);
}

// Down to so many columns: the wide ones give way, the date goes first when room is short.
void FactTable::Shrink(int room) {
  const auto total = [this] {
    int sum = -kGap;
    for (const int width : widths_) sum += width > 0 ? width + kGap : 0;
    return sum;
  };
  if (total() > room + 24) widths_[kDated] = 0;
  while (total() > room) {
    std::size_t widest = widths_[kWho] >= widths_[kWhat] ? kWho : kWhat;
    if (widths_[widest] <= kLeast[widest] + 6 && widths_[kDated] > 0) {
      widths_[kDated] = 0;
      continue;
    }
    if (widths_[widest] <= kLeast[widest]) widest = widths_[kWhen] > kLeast[kWhen] ? kWhen : kHowMuch;
    if (widths_[widest] <= 1) return;
    --widths_[widest];
  }
}

void FactTable::Draw(Frame& frame, const Rect& rect, bool focused, const std::optional<Order>& order,
                     const std::set<std::string>& marked, const std::set<std::string>& saved) {
  drawn_ = rect;
  shown_ = static_cast<std::size_t>(std::max(rect.rows - 1, 0));
  view.Fit(rows_.size(), shown_);
  if (rect.Empty()) return;
  Layout(rect.columns);
  const int end = rect.column + rect.columns;
  int column = rect.column + kMarks;
  for (std::size_t i = 0; i < kFactColumns; ++i) {
    if (widths_[i] == 0) continue;
    std::string title(kFactColumnList[i].title);
    if (order && order->key == kFactColumnList[i].key) title += order->descending ? " ↓" : " ↑";
    const auto width = static_cast<std::size_t>(widths_[i]);
    frame.Put(rect.row, column, PadWidth(title, width, i == kHowMuch), {Role::kHint, false}, end);
    column += widths_[i] + kGap;
  }
  for (std::size_t line = 0; line < shown_ && view.top + line < rows_.size(); ++line) {
    const std::size_t at = view.top + line;
    const int row = rect.row + 1 + static_cast<int>(line);
    const std::string key = KeyOf(rows_[at]);
    if (at == view.at) frame.Put(row, rect.column, "›", {Role::kHint, false}, end);
    DrawMark(frame, row, rect.column + 1, marked.count(key) > 0, saved.count(key) > 0);
    column = rect.column + kMarks;
    for (std::size_t i = 0; i < kFactColumns; ++i) {
      if (widths_[i] == 0) continue;
      const Role role = i == kWho       ? Role::kStrong
                        : i == kHowMuch ? Role::kMark
                        : i == kDated   ? Role::kFaint
                                        : Role::kText;
      frame.Put(row, column, PadWidth(cells_[at][i], static_cast<std::size_t>(widths_[i]), i == kHowMuch),
                {role, false}, end);
      column += widths_[i] + kGap;
    }
    if (at == view.at && focused) frame.Select({row, rect.column, 1, rect.columns});
  }
}

std::optional<std::size_t> FactTable::RowAt(int row) const {
  const int line = row - drawn_.row - 1;
  if (line < 0 || line >= static_cast<int>(shown_)) return std::nullopt;
  const std::size_t at = view.top + static_cast<std::size_t>(line);
  return at < rows_.size() ? std::optional(at) : std::nullopt;
}

std::optional<std::size_t> FactTable::ColumnAt(int column) const {
  int begin = drawn_.column + kMarks;
  for (std::size_t i = 0; i < kFactColumns; ++i) {
    if (widths_[i] == 0) continue;
    if (column >= begin && column < begin + widths_[i] + kGap) return i;
    begin += widths_[i] + kGap;
  }
  return std::nullopt;
}

}  // namespace timso::terminal
