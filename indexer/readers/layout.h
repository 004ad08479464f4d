// A page's text → what of it is title, body, caption and furniture; its title, date, author and source.
#pragma once
#include <string_view>
#include <vector>

#include "indexer/schema/document.h"

namespace timso {

// What the format itself says of a line: markup knows a heading from a caption.
enum class LineHint : unsigned char { kUnknown, kTitle, kBody, kCaption, kFurniture };

// Bytes [begin, end) of the text, without the line end. In order, no overlaps.
struct PageLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  LineHint hint = LineHint::kUnknown;
};

std::vector<PageLine> SplitLines(std::string_view text);

// Fills in document.blocks, and those of title, date, author and source that are empty. Furniture is told by its looks
// alone: the phrases of analyzers/data/furniture.tsv, columns of digits, datelines, bare names, and where on the page
// it stands; never by the site. REQUIRES: document.text is UTF-8.
void LayOut(Document& document, const std::vector<PageLine>& lines);

}  // namespace timso
