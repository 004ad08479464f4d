#include "analyzers/text/characters.h"

#include <unicode/uchar.h>

#include <string_view>

#include "analyzers/text/letters.h"

namespace timso {
namespace {

// Upper-case letters of U+0180–01B0, where the alternation of cases breaks.
constexpr std::u32string_view kIrregularUpper =
    U"\u0181\u0182\u0184\u0186\u0187\u0189\u018A\u018B\u018E\u018F\u0190\u0191\u0193\u0194\u0196\u0197\u0198\u019C"
    U"\u019D\u019F\u01A0\u01A2\u01A4\u01A6\u01A7\u01A9\u01AC\u01AE\u01AF";

constexpr bool IsLowUpper(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z';
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
  if (c >= 0x180) return kIrregularUpper.find(c) != std::u32string_view::npos;
  if (c == 0x138 || c == 0x149 || c == 0x17F) return false;
  // Even code points are upper case, but for two runs where the odd ones are.
  const bool odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  return c == 0x178 || ((c & 1) != 0) == odd;
}

constexpr bool IsLowLetter(char32_t c) {
  if (c < 0x80) return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
  return c == 0xAA || c == 0xB5 || c == 0xBA || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
}

constexpr CharacterClasses BuildClasses() {
  CharacterClasses classes{};
  for (char32_t c = 0; c < kLowClassesEnd; ++c) {
    std::uint8_t bits = 0;
    if (IsLowLetter(c)) bits = IsLowUpper(c) ? kLetterClass | kUpperClass : kLetterClass;
    if (IsDigit(c)) bits = kDigitClass;
    if ((c <= 0x20 && c != U'\n') || (c >= 0x7F && c <= 0xA0)) bits = kSpaceClass;
    classes.low[c] = bits;
  }
  return classes;
}

}  // namespace

constinit const CharacterClasses kCharacterClasses = BuildClasses();

std::uint8_t RareClassOf(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  if (u_isUWhiteSpace(c)) return kSpaceClass;
  if (u_isalpha(c)) return u_isupper(c) ? kLetterClass | kUpperClass : kLetterClass;
  return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 ? kLetterClass : 0;
}

char32_t ToLower(char32_t code_point) {
  if (code_point < 0x80) return code_point >= U'A' && code_point <= U'Z' ? code_point + 32 : code_point;
  const Letter& letter = LetterOf(code_point);
  if (letter.letter != 0 && !letter.upper) return code_point;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code_point)));
}

char32_t ToUpper(char32_t code_point) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(code_point))); }

}  // namespace timso
