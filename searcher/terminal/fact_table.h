// Facts as a table.
#pragma once
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "searcher/results.h"
#include "searcher/terminal/frame.h"
#include "searcher/terminal/list_view.h"

namespace timso::terminal {

// The columns, each of which the answers can be sorted by.
inline constexpr std::size_t kFactColumns = 5;
struct FactColumn {
  std::string_view title;
  Order::Key key;
};
extern const std::array<FactColumn, kFactColumns> kFactColumnList;

class FactTable {
 public:
  // Keeps the selection on the same line when `keep`.
  void Set(std::vector<FactRow> rows, bool keep);
  const std::vector<FactRow>& rows() const { return rows_; }
  const FactRow* Selected() const { return rows_.empty() ? nullptr : &rows_[view.at]; }

  // A header line and the rows. `marked` and `saved` hold KeyOf's.
  void Draw(Frame& frame, const Rect& rect, bool focused, const std::optional<Order>& order,
            const std::set<std::string>& marked, const std::set<std::string>& saved);
  // What the last Draw put there.
  std::optional<std::size_t> RowAt(int row) const;
  std::optional<std::size_t> ColumnAt(int column) const;
  std::size_t shown() const { return shown_; }  // rows that the pane has room for

  ListView view;

 private:
  using Cells = std::array<std::string, kFactColumns>;
  void Layout(int columns);
  void Shrink(int room);

  std::vector<FactRow> rows_;
  std::vector<Cells> cells_;
  std::array<int, kFactColumns> widths_{};  // 0: no room
  Rect drawn_;
  std::size_t shown_ = 0;
};

// ● of a marked row, ★ of a saved one.
void DrawMark(Frame& frame, int row, int column, bool marked, bool saved);

// Which fact of which document: the same while the document does not change.
std::string KeyOf(const FactRow& row);
std::string KeyOf(const DocumentHit& hit);

}  // namespace timso::terminal
