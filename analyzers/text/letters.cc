#include "analyzers/text/letters.h"

#include <array>
#include <utility>

namespace timso {
namespace {

constexpr char32_t kVowels[12] = {U'a', U'ă', U'â', U'e', U'ê', U'i', U'o', U'ô', U'ơ', U'u', U'ư', U'y'};
constexpr char kPlainVowels[] = "aaaeeiooouuy";
// One column a tone, in the order of enum Tone.
constexpr const char32_t* kToned[12] = {U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ", U"êềểễếệ", U"iìỉĩíị",
                                        U"oòỏõóọ", U"ôồổỗốộ", U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ"};
constexpr const char32_t* kTonedUpper[12] = {U"AÀẢÃÁẠ", U"ĂẰẲẴẮẶ", U"ÂẦẨẪẤẬ", U"EÈẺẼÉẸ", U"ÊỀỂỄẾỆ", U"IÌỈĨÍỊ",
                                             U"OÒỎÕÓỌ", U"ÔỒỔỖỐỘ", U"ƠỜỞỠỚỢ", U"UÙỦŨÚỤ", U"ƯỪỬỮỨỰ", U"YỲỶỸÝỴ"};

// Two dense ranges hold every Vietnamese letter: Latin up to ư, and the precomposed block U+1EA0–1EF9.
constexpr char32_t kLowEnd = 0x1B1;
constexpr char32_t kHighBegin = 0x1EA0;
constexpr char32_t kHighEnd = 0x1EFA;

struct Tables {
  std::array<Letter, kLowEnd> low{};
  std::array<Letter, kHighEnd - kHighBegin> high{};

  void Set(char32_t code_point, const Letter& letter) {
    (code_point < kLowEnd ? low[code_point] : high[code_point - kHighBegin]) = letter;
  }

  Tables() {
    for (char32_t c = U'a'; c <= U'z'; ++c) {
      const Letter letter{c, static_cast<char>(c), Tone::kLevel, false};
      Set(c, letter);
      Set(c - 32, letter);
    }
    Set(U'đ', {U'đ', 'd', Tone::kLevel, false});
    Set(U'Đ', {U'đ', 'd', Tone::kLevel, false});
    for (std::size_t v = 0; v < 12; ++v) {
      for (std::size_t t = 0; t < kToneCount; ++t) {
        const Letter letter{kVowels[v], kPlainVowels[v], static_cast<Tone>(t), true};
        Set(kToned[v][t], letter);
        Set(kTonedUpper[v][t], letter);
      }
    }
  }
};

const Tables& LetterTables() {
  static const Tables tables;
  return tables;
}

}  // namespace

const Letter& LetterOf(char32_t code_point) {
  static const Letter kNone;
  static const Tables& tables = LetterTables();
  if (code_point < kLowEnd) return tables.low[code_point];
  if (code_point >= kHighBegin && code_point < kHighEnd) return tables.high[code_point - kHighBegin];
  return kNone;
}

char32_t WithTone(char32_t vowel, Tone tone) {
  for (std::size_t v = 0; v < 12; ++v) {
    if (kVowels[v] == vowel) return kToned[v][static_cast<std::size_t>(tone)];
  }
  return vowel;
}

}  // namespace timso
