#include "searcher/terminal/layout.h"

#include <algorithm>

namespace timso::terminal {
namespace {

constexpr int kFacetColumns = 34;

// A head line and what is left under it.
void Split(const Rect& rect, Rect& head, Rect& body) {
  if (rect.Empty()) return;
  head = {rect.row, rect.column, 1, rect.columns};
  body = {rect.row + 1, rect.column, rect.rows - 1, rect.columns};
}

void PlaceResults(const Rect& rect, const LayoutWants& wants, Layout& layout) {
  Rect first = rect;
  Rect second{rect.row, rect.column, 0, rect.columns};
  // Too low for two lists: the one that was asked for, or the one that has the focus.
  const bool both = wants.facts && wants.documents && rect.rows >= 9;
  if (both) {
    first.rows = rect.rows * 3 / 5;
    second = {rect.row + first.rows, rect.column, rect.rows - first.rows, rect.columns};
  }
  bool facts_above = wants.facts && (wants.facts_first || !wants.documents);
  if (!both && wants.facts && wants.documents) {
    if (wants.focus == Pane::kFacts) facts_above = true;
    if (wants.focus == Pane::kDocuments) facts_above = false;
  }
  const Rect facts = facts_above ? first : second;
  const Rect documents = facts_above ? second : first;
  Split(facts, layout.facts_head, layout.facts);
  Split(documents, layout.documents_head, layout.documents);
}

}  // namespace

Layout LayoutOf(Size size, const LayoutWants& wants) {
  Layout layout;
  layout.input = {0, 0, 1, size.columns};
  layout.chips = {1, 0, size.rows > 4 ? 1 : 0, size.columns};
  layout.hints = {size.rows - 1, 0, size.rows > 3 ? 1 : 0, size.columns};
  const int top = 1 + layout.chips.rows;
  Rect body{top, 0, std::max(size.rows - top - layout.hints.rows, 0), size.columns};
  layout.wide = size.columns >= 100 && size.rows >= 20;
  layout.small = !layout.wide && (size.columns < 60 || size.rows < 18);
  if (layout.small) {
    if (wants.focus == Pane::kPreview) {
      Split(body, layout.lower_head, layout.preview);
    } else if (wants.focus == Pane::kFacets) {
      Split(body, layout.facets_head, layout.facets);
    } else {
      PlaceResults(body, wants, layout);
    }
    return layout;
  }
  if (layout.wide) {
    Split({body.row, 0, body.rows, kFacetColumns}, layout.facets_head, layout.facets);
    body.column = kFacetColumns + 1;
    body.columns -= kFacetColumns + 1;
  }
  const int upper = body.rows * 11 / 20;
  PlaceResults({body.row, body.column, upper, body.columns}, wants, layout);
  const Rect lower{body.row + upper, body.column, body.rows - upper, body.columns};
  if (!layout.wide && wants.facets_below) {
    Split(lower, layout.facets_head, layout.facets);
  } else {
    Split(lower, layout.lower_head, layout.preview);
  }
  return layout;
}

}  // namespace timso::terminal
