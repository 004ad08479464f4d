#include "analyzers/text/letters.h"

#include <array>
#include <cstddef>

namespace timso {
namespace {

constexpr std::size_t kVowelCount = 12;
constexpr char32_t kVowels[kVowelCount] = {U'a', U'ă', U'â', U'e', U'ê', U'i', U'o', U'ô', U'ơ', U'u', U'ư', U'y'};
constexpr char kPlainVowels[] = "aaaeeiooouuy";
// One column a tone, in the order of enum Tone.
constexpr const char32_t* kToned[kVowelCount] = {U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ", U"êềểễếệ", U"iìỉĩíị",
                                                 U"oòỏõóọ", U"ôồổỗốộ", U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ"};
constexpr const char32_t* kTonedUpper[kVowelCount] = {U"AÀẢÃÁẠ", U"ĂẰẲẴẮẶ", U"ÂẦẨẪẤẬ", U"EÈẺẼÉẸ", U"ÊỀỂỄẾỆ", U"IÌỈĨÍỊ",
                                                      U"OÒỎÕÓỌ", U"ÔỒỔỖỐỘ", U"ƠỜỞỠỚỢ", U"UÙỦŨÚỤ", U"ƯỪỬỮỨỰ", U"YỲỶỸÝỴ"};

constexpr std::size_t VowelIndex(char32_t vowel) {
  std::size_t v = 0;
  while (v < kVowelCount && kVowels[v] != vowel) ++v;
  return v;
}

constexpr void Set(LetterTables& tables, char32_t code_point, const Letter& letter) {
  (code_point < kLowLettersEnd ? tables.low[code_point] : tables.high[code_point - kHighLettersBegin]) = letter;
}

constexpr void SetBoth(LetterTables& tables, char32_t lower, char32_t upper, Letter letter) {
  Set(tables, lower, letter);
  letter.upper = true;
  Set(tables, upper, letter);
}

constexpr LetterTables BuildTables() {
  LetterTables tables{};
  for (char32_t c = U'a'; c <= U'z'; ++c) {
    SetBoth(tables, c, c - 32, {c, static_cast<char>(c), Tone::kLevel, false, false});
  }
  SetBoth(tables, U'đ', U'Đ', {U'đ', 'd', Tone::kLevel, false, false});
  for (std::size_t v = 0; v < kVowelCount; ++v) {
    for (std::size_t t = 0; t < kToneCount; ++t) {
      SetBoth(tables, kToned[v][t], kTonedUpper[v][t],
              {kVowels[v], kPlainVowels[v], static_cast<Tone>(t), true, false});
    }
  }
  return tables;
}

// Breve, circumflex and horn: what a plain vowel becomes under them; 0 when nothing.
constexpr char32_t WithQuality(char32_t plain, char32_t mark) {
  switch (mark) {
    case 0x306:
      return plain == U'a' ? U'ă' : 0;
    case 0x302:
      return plain == U'a' ? U'â' : plain == U'e' ? U'ê' : plain == U'o' ? U'ô' : 0;
    case 0x31B:
      return plain == U'o' ? U'ơ' : plain == U'u' ? U'ư' : 0;
    default:
      return 0;
  }
}

constexpr Tone ToneOfMark(char32_t mark) {
  switch (mark) {
    case 0x300:
    case 0x340:
      return Tone::kGrave;
    case 0x309:
      return Tone::kHook;
    case 0x303:
      return Tone::kTilde;
    case 0x301:
    case 0x341:
      return Tone::kAcute;
    case 0x323:
      return Tone::kDot;
    default:
      return Tone::kLevel;
  }
}

}  // namespace

constinit const LetterTables kLetterTables = BuildTables();

char32_t WithTone(char32_t vowel, Tone tone) {
  const std::size_t v = VowelIndex(vowel);
  return v < kVowelCount ? kToned[v][static_cast<std::size_t>(tone)] : vowel;
}

char32_t WithMark(char32_t code_point, char32_t mark) {
  const Letter& base = LetterOf(code_point);
  if (!base.vowel) return 0;
  char32_t vowel = base.letter;
  Tone tone = base.tone;
  if (const Tone added = ToneOfMark(mark); added != Tone::kLevel) {
    if (tone != Tone::kLevel) return 0;
    tone = added;
  } else {
    vowel = WithQuality(base.letter, mark);
    if (vowel == 0) return 0;
  }
  return (base.upper ? kTonedUpper : kToned)[VowelIndex(vowel)][static_cast<std::size_t>(tone)];
}

}  // namespace timso
