// Where the panes stand, by the size of the terminal.
#pragma once
#include "searcher/terminal/frame.h"

namespace timso::terminal {

enum class Pane : unsigned char { kInput, kChips, kFacts, kDocuments, kPreview, kFacets };

// What stands in a pane of its own beside the results.
struct Layout {
  bool wide = false;   // facets have their own column
  bool small = false;  // one pane at a time
  Rect input;
  Rect chips;
  Rect facts_head;  // a line each
  Rect facts;
  Rect documents_head;
  Rect documents;
  Rect lower_head;
  Rect preview;
  Rect facets_head;
  Rect facets;
  Rect hints;
};

struct LayoutWants {
  bool facts = true;
  bool documents = false;
  bool facts_first = true;
  bool facets_below = false;  // where there is room for one of the two: facets, not the preview
  Pane focus = Pane::kInput;
};

// Panes that are not seen have an empty rectangle.
Layout LayoutOf(Size size, const LayoutWants& wants);

}  // namespace timso::terminal
