// How much of a tree a page becomes, told before a parser that builds it whole and recurses sees it.
#pragma once
#include <cstddef>
#include <string_view>

namespace timso {

// Both are at least what a browser's tree has, but for a small factor where end tags are left out.
struct HtmlShape {
  std::size_t depth = 0;  // of nested elements
  std::size_t nodes = 0;  // elements: an unclosed <b> is repeated in every paragraph after it
};

// One pass; what stands in comments and scripts counts as markup.
HtmlShape ShapeOfHtml(std::string_view html);

}  // namespace timso
