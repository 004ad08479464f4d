// A short line as the readers look at it: its words' keys and what kind each is.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text/tokens.h"

namespace timso {

struct Words {
  std::string text;               // the line, normalized
  std::vector<Token> tokens;      // all but punctuation and line breaks, into `text`
  std::vector<std::string> keys;  // of each token: SyllableKey of a word, anything else in lower case
  bool unmarked = true;           // no letter bears a mark

  std::size_t size() const { return keys.size(); }
  bool IsNumber(std::size_t i) const { return tokens[i].kind == TokenKind::kNumber; }
  // Whether word i is this one (a SyllableKey); in a line without marks, whether it may be.
  bool Is(std::size_t i, std::string_view key) const;
  std::string_view SurfaceOf(std::size_t i) const { return Surface(text, tokens[i]); }
  // The first byte of the punctuation right after token i, or 0.
  char After(std::size_t i) const;
};

Words LineWords(std::string_view line);

}  // namespace timso
