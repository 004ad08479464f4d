// The Vietnamese alphabet as data: each letter split into its base, its quality mark and its tone.
#pragma once
#include <cstdint>

namespace timso {

enum class Tone : std::uint8_t { kLevel, kGrave, kHook, kTilde, kAcute, kDot };  // ngang huyền hỏi ngã sắc nặng
inline constexpr int kToneCount = 6;

// A Vietnamese letter without case: `letter` keeps the quality mark (a ă â e ê i o ô ơ u ư y đ and consonants),
// `tone` is what stood on it, `plain` is the letter with every mark off (đ → d).
struct Letter {
  char32_t letter = 0;
  char plain = 0;
  Tone tone = Tone::kLevel;
  bool vowel = false;
  bool upper = false;
};

// Two dense ranges hold every Vietnamese letter: Latin up to ư, and the precomposed block U+1EA0–1EF9. LetterOf reads
// them; nobody else should.
inline constexpr char32_t kLowLettersEnd = 0x1B1;
inline constexpr char32_t kHighLettersBegin = 0x1EA0;
inline constexpr char32_t kHighLettersEnd = 0x1EFA;
struct LetterTables {
  Letter low[kLowLettersEnd];
  Letter high[kHighLettersEnd - kHighLettersBegin];
};
extern const LetterTables kLetterTables;
inline constexpr Letter kNoLetter{};

// What the code point is as a Vietnamese letter of either case; letter == 0 when it is none.
inline const Letter& LetterOf(char32_t code_point) {
  if (code_point < kLowLettersEnd) return kLetterTables.low[code_point];
  if (code_point >= kHighLettersBegin && code_point < kHighLettersEnd) {
    return kLetterTables.high[code_point - kHighLettersBegin];
  }
  return kNoLetter;
}

// The lower-case letter with that tone on it. REQUIRES: a vowel letter without tone (a ă â e ê i o ô ơ u ư y);
// any other is returned as it is.
char32_t WithTone(char32_t vowel, Tone tone);

// The letter with a combining mark added, case kept, in whatever order the marks come (á + U+0302 → ấ); 0 when
// Vietnamese has no such letter.
char32_t WithMark(char32_t code_point, char32_t mark);

}  // namespace timso
