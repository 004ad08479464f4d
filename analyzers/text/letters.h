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
};

// What the code point is as a Vietnamese letter of either case; letter == 0 when it is none.
const Letter& LetterOf(char32_t code_point);

// The lower-case letter with that tone on it. REQUIRES: a vowel letter without tone (a ă â e ê i o ô ơ u ư y);
// any other is returned as it is.
char32_t WithTone(char32_t vowel, Tone tone);

}  // namespace timso
