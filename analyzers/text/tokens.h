// Normalized text → tokens: syllables, numbers and the other kinds that Vietnamese news is made of.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timso {

enum class TokenKind : std::uint8_t {
  kWord,            // a syllable, a word of another language (with its apostrophe: H'Mông), an abbreviation (UBND)
  kNumber,          // digits with their separators: 1.481  106,93  07
  kCode,            // letters and digits grown together: 12C3A  QL1A  c50805742  m2  km²  COVID-19
  kDate,            // a whole date in digits: 31-8-2021  14/09/2021
  kClock,           // 07:59  14h30
  kDocumentNumber,  // 14-CT/TU  128/NQ-CP  546/QĐ-TTg
  kEmail,
  kUrl,
  kPunctuation,   // one sign, or a run of the same sign
  kLineBreak,     // one or more line ends; an empty line between them makes it a paragraph break
  kAbbreviation,  // capitals joined by signs: TP.HCM  KT-XH  GD&ĐT  N.M, and đ/c, v.v; UBND is a kWord in capitals
};

// One token of a text. `begin` and `end` are byte offsets into the text that was tokenized, on code-point boundaries;
// tokens never overlap and never go backwards.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::kWord;
  bool capitalized = false;    // the first letter is upper case
  bool all_capitals = false;   // every letter is, and there are two or more
  bool space_before = false;   // white space (or the text's beginning) stands before it
  bool paragraph_end = false;  // of a line break: an empty line follows
};

// Splits the text. REQUIRES: normalized text (Normalize) of less than 4 GiB. Never fails.
std::vector<Token> Tokenize(std::string_view text);

inline std::string_view Surface(std::string_view text, const Token& token) {
  return text.substr(token.begin, token.end - token.begin);
}

}  // namespace timso
