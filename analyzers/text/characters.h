// What kind of character a code point is, as the tokenizer needs it: one table look-up for Latin text.
#pragma once
#include <cstdint>

namespace timso {

// Bits of a character's class.
inline constexpr std::uint8_t kLetterClass = 1;  // letters of any script, and combining marks, which belong to letters
inline constexpr std::uint8_t kUpperClass = 2;   // set with kLetterClass
inline constexpr std::uint8_t kDigitClass = 4;   // 0–9 only; full-width digits are normalized away
inline constexpr std::uint8_t kSpaceClass = 8;   // white space and control characters, but not the line feed

inline constexpr char32_t kLowClassesEnd = 0x1B1;
struct CharacterClasses {
  std::uint8_t low[kLowClassesEnd];
};
extern const CharacterClasses kCharacterClasses;

// ClassOf beyond the tables, by ICU.
std::uint8_t RareClassOf(char32_t code_point);

inline std::uint8_t ClassOf(char32_t code_point) {
  if (code_point < kLowClassesEnd) return kCharacterClasses.low[code_point];
  if (code_point >= 0x1EA0 && code_point < 0x1F00) {
    return (code_point & 1) != 0 ? kLetterClass : kLetterClass | kUpperClass;
  }
  return RareClassOf(code_point);
}

inline bool IsLetter(char32_t c) { return (ClassOf(c) & kLetterClass) != 0; }
inline bool IsUpper(char32_t c) { return (ClassOf(c) & kUpperClass) != 0; }
constexpr bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
inline bool IsSpace(char32_t c) { return (ClassOf(c) & kSpaceClass) != 0; }

// The lower-case and upper-case form of one code point.
char32_t ToLower(char32_t code_point);
char32_t ToUpper(char32_t code_point);

}  // namespace timso
