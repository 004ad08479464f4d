// The lines of a text and how they hang together: which line ends are only where the paper ended.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "analyzers/text/tokens.h"

namespace timso {

// What a line begins with.
enum class LineOpening : unsigned char { kText, kBullet, kListNumber };

// One line: tokens [begin, end) without its line break.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t width = 0;  // in code points, with the spaces inside
  LineOpening opening = LineOpening::kText;
  bool columns = false;        // cells apart by |, a tab or three spaces: a row of a plain-text table
  bool paragraph_end = false;  // an empty line or the text's end follows
  bool runs_on = false;        // the next line goes on with the same sentence, for all one can see
};

// The lines of the text in order; lines without tokens are left out.
std::vector<Line> FindLines(std::string_view text, const std::vector<Token>& tokens);

// Abbreviations whose full stop ends no sentence (tp, ths, pgs), given in lower case. They are few and closed, so they
// stand in the code and not in a table.
bool OwnsStop(std::string_view lower);

}  // namespace timso
