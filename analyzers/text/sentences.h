// Where sentences begin and end.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "analyzers/text/tokens.h"

namespace timso {

// Tokens [begin, end) of one sentence; line breaks at either end are left out, those inside a hard-wrapped sentence
// stay in.
struct Sentence {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool line_start = false;       // it begins on a line of its own
  bool paragraph_start = false;  // an empty line, or the text's beginning, stands before it
};

// Splits at . ! ? … and at line ends that no sentence runs across. Does not split after an abbreviation
// (TP. Hồ Chí Minh, ThS. Nam), a list number (1. Về), or inside a date or number. None has more than 800 tokens.
std::vector<Sentence> SplitSentences(std::string_view text, const std::vector<Token>& tokens);

}  // namespace timso
