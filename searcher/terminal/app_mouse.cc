// What the mouse does on the interactive screen.
#include <algorithm>

#include "searcher/terminal/app.h"

namespace timso::terminal {
namespace {

constexpr long kWheel = 3;  // lines

}  // namespace

void App::HandleMouse(const KeyEvent& key) {
  if (overlay_ == Overlay::kHelp) {
    help_top_ += key.key == Key::kWheelUp ? -3 : key.key == Key::kWheelDown ? 3 : 0;
    return;
  }
  if (overlay_ != Overlay::kNone) return;
  if (key.key == Key::kPress) return Press(key.row, key.column);
  const long by = key.key == Key::kWheelUp ? -kWheel : kWheel;
  if (layout_.preview.Contains(key.row, key.column)) return preview_.Scroll(by);
  if (layout_.facets.Contains(key.row, key.column)) return facets_.Move(by);
  if (layout_.facts.Contains(key.row, key.column) && !facts_.rows().empty()) Focus(Pane::kFacts);
  if (layout_.documents.Contains(key.row, key.column) && !documents_.hits().empty()) Focus(Pane::kDocuments);
  if (focus_ == Pane::kFacts || focus_ == Pane::kDocuments) MoveResults(by);
}

void App::Press(int row, int column) {
  for (std::size_t i = 0; i < chip_places_.size(); ++i) {
    if (chip_places_[i].Contains(row, column)) return RemoveChip(i);
  }
  for (const auto& [place, scope] : scope_places_) {
    if (!place.Contains(row, column)) continue;
    // Where only the scope in force has room, each click shows the next.
    return SetScope(scope == scope_ ? static_cast<Scope>((static_cast<int>(scope) + 1) % 4) : scope);
  }
  if (layout_.input.Contains(row, column)) {
    Focus(Pane::kInput);
    return input_.MoveToColumn(static_cast<std::size_t>(std::max(column - 2, 0)), input_columns_);
  }
  if (layout_.facts.Contains(row, column)) {
    if (row == layout_.facts.row) {
      if (const auto title = facts_.ColumnAt(column)) SortBy(kFactColumnList[*title].key);
      return;
    }
    if (const auto at = facts_.RowAt(row)) {
      facts_.view.at = *at;
      Focus(Pane::kFacts);
    }
    return;
  }
  if (layout_.documents.Contains(row, column)) {
    if (const auto at = documents_.RowAt(row)) {
      documents_.view.at = *at;
      Focus(Pane::kDocuments);
    }
    return;
  }
  if (layout_.preview.Contains(row, column)) return Focus(Pane::kPreview);
  if (layout_.facets.Contains(row, column) && facets_.SelectRow(row)) {
    Focus(Pane::kFacets);
    DrillIn();
  }
}

}  // namespace timso::terminal
