#include "analyzers/text/syllable.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "analyzers/text/characters.h"
#include "analyzers/text/letters.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

constexpr std::size_t kLongestSyllable = 7;  // nghiêng

// A syllable without its tone: letters, the tone, and where the vowels stand.
struct Syllable {
  std::array<const Letter*, kLongestSyllable> letters;
  std::size_t size = 0;
  Tone tone = Tone::kLevel;
  std::size_t vowels_begin = 0;
  std::size_t vowels_end = 0;

  char PlainAt(std::size_t i) const { return letters[i]->plain; }
  bool Is(std::size_t i, char32_t letter) const { return letters[i]->letter == letter; }
};

// The u of qu and the i of gi belong to the consonant when another vowel follows.
bool BeginsWithQuOrGi(const Syllable& s) {
  return s.vowels_begin == 1 && s.vowels_end > 2 &&
         ((s.Is(0, U'q') && s.Is(1, U'u')) || (s.Is(0, U'g') && s.Is(1, U'i')));
}

bool IsApostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ' || c == U'`'; }

// Reads letters with at most one tone and exactly one run of vowels; false when the word is built otherwise.
bool Parse(std::string_view word, Syllable& s) {
  bool in_vowels = false;
  bool after_vowels = false;
  for (std::size_t pos = 0; pos < word.size();) {
    const char32_t c = DecodeCodePoint(word, pos);
    const Letter& letter = LetterOf(c);
    if (letter.letter == 0 && IsApostrophe(c)) continue;  // M'Drắk = Mdrắk
    if (letter.letter == 0 || s.size == kLongestSyllable) return false;
    if (letter.tone != Tone::kLevel) {
      if (s.tone != Tone::kLevel) return false;
      s.tone = letter.tone;
    }
    if (letter.vowel) {
      if (after_vowels) return false;
      if (!in_vowels) s.vowels_begin = s.size;
      in_vowels = true;
      s.vowels_end = s.size + 1;
    } else {
      after_vowels = in_vowels;
    }
    s.letters[s.size++] = &letter;
  }
  if (!in_vowels) return false;
  if (BeginsWithQuOrGi(s)) ++s.vowels_begin;
  return true;
}

// Which vowel bears the tone, in the older placement, which most newspapers use: a vowel with a quality mark (the last
// one of ươ), else the first of an open pair (hòa, thúy), else the second.
std::size_t ToneSeat(const Syllable& s) {
  for (std::size_t i = s.vowels_end; i > s.vowels_begin; --i) {
    if (s.letters[i - 1]->letter >= 0x80) return i - 1;
  }
  const std::size_t count = s.vowels_end - s.vowels_begin;
  if (count == 1) return s.vowels_begin;
  const bool closed = s.vowels_end < s.size;
  return s.vowels_begin + (count == 3 || closed ? 1 : 0);
}

// Where a y is written i by others: after h k l m s t v with nothing behind it (kỷ/kỉ, lý/lí, Mỹ/Mĩ, sỹ/sĩ, tỷ/tỉ), and
// after qu always (quý/quí, quýt/quít). The position, or the syllable's size.
std::size_t VaryingY(const Syllable& s) {
  const std::size_t y = s.vowels_end - 1;
  if (!s.Is(y, U'y')) return s.size;
  if (y == 2 && s.Is(0, U'q') && s.Is(1, U'u')) return y;
  if (y != 1 || s.size != 2) return s.size;
  constexpr std::string_view kConsonants = "hklmstv";
  return kConsonants.find(static_cast<char>(s.letters[0]->letter)) == std::string_view::npos ? s.size : y;
}

char32_t PlainDigit(char32_t c) { return c == U'²' ? U'2' : c == U'³' ? U'3' : c; }

// A letter of another alphabet without its marks: ö → o.
char32_t WithoutMarks(char32_t code_point) {
  if (code_point < 0x80) return code_point;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString decomposed;
  if (U_FAILURE(status) || !nfc->getDecomposition(static_cast<UChar32>(code_point), decomposed)) return code_point;
  return static_cast<char32_t>(decomposed.char32At(0));
}

void AppendOtherKey(std::string_view word, bool fold, std::string& out) {
  const std::size_t size = out.size();
  for (std::size_t pos = 0; pos < word.size();) {
    const std::size_t begin = pos;
    const char32_t c = DecodeCodePoint(word, pos);
    if (IsApostrophe(c) && begin > 0 && pos < word.size()) continue;
    if (const Letter& letter = LetterOf(c); letter.letter != 0) {
      AppendCodePoint(out, fold ? static_cast<char32_t>(letter.plain) : ToLower(c));
    } else if (!(fold && c >= 0x300 && c <= 0x36F)) {
      AppendCodePoint(out, fold ? WithoutMarks(ToLower(PlainDigit(c))) : ToLower(PlainDigit(c)));
    }
  }
  if (out.size() == size) out += word;  // marks without a letter
}

}  // namespace

void AppendSyllableKey(std::string_view word, std::string& out) {
  Syllable s;
  if (!Parse(word, s)) return AppendOtherKey(word, false, out);
  const std::size_t seat = s.tone == Tone::kLevel ? s.size : ToneSeat(s);
  const std::size_t varying = VaryingY(s);
  std::array<char, 3 * kLongestSyllable + 1> buffer;
  char* end = buffer.data();
  for (std::size_t i = 0; i < s.size; ++i) {
    const char32_t letter = i == varying ? U'i' : s.letters[i]->letter;
    end = WriteCodePoint(end, i == seat ? WithTone(letter, s.tone) : letter);
  }
  out.append(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
}

void AppendFoldedKey(std::string_view word, std::string& out) {
  Syllable s;
  if (!Parse(word, s)) return AppendOtherKey(word, true, out);
  const std::size_t varying = VaryingY(s);
  std::array<char, kLongestSyllable> buffer;
  for (std::size_t i = 0; i < s.size; ++i) buffer[i] = i == varying ? 'i' : s.PlainAt(i);
  out.append(buffer.data(), s.size);
}

std::string SyllableKey(std::string_view word) {
  std::string key;
  AppendSyllableKey(word, key);
  return key;
}

std::string FoldedKey(std::string_view word) {
  std::string key;
  AppendFoldedKey(word, key);
  return key;
}

std::string WithToneOn(std::string_view toneless_word, Tone tone) {
  Syllable s;
  if (!Parse(toneless_word, s) || s.tone != Tone::kLevel) return {};
  const std::size_t seat = ToneSeat(s);
  std::string word;
  for (std::size_t i = 0; i < s.size; ++i) {
    const char32_t letter = i == seat ? WithTone(s.letters[i]->letter, tone) : s.letters[i]->letter;
    AppendCodePoint(word, s.letters[i]->upper ? ToUpper(letter) : letter);
  }
  return word;
}

bool IsSyllable(std::string_view word) {
  constexpr std::array<std::string_view, 28> kInitials = {"",   "b", "c", "ch", "d",  "g",   "gh", "gi", "h",  "k",
                                                          "kh", "l", "m", "n",  "ng", "ngh", "nh", "p",  "ph", "q",
                                                          "qu", "r", "s", "t",  "th", "tr",  "v",  "x"};
  constexpr std::array<std::string_view, 9> kFinals = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};
  Syllable s;
  if (!Parse(word, s)) return false;
  std::string plain;
  for (std::size_t i = 0; i < s.size; ++i) plain.push_back(s.PlainAt(i));
  const std::string_view initial = std::string_view(plain).substr(0, s.vowels_begin);
  const std::string_view rest = std::string_view(plain).substr(s.vowels_end);
  return s.vowels_end - s.vowels_begin <= 3 &&
         std::find(kInitials.begin(), kInitials.end(), initial) != kInitials.end() &&
         std::find(kFinals.begin(), kFinals.end(), rest) != kFinals.end();
}

std::string LowerCase(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) AppendCodePoint(lower, ToLower(DecodeCodePoint(text, pos)));
  return lower;
}

std::string StripMarks(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    const Letter& letter = LetterOf(DecodeCodePoint(text, pos));
    if (letter.letter == 0) {
      plain.append(text, begin, pos - begin);
    } else {
      plain.push_back(letter.upper ? static_cast<char>(letter.plain - 32) : letter.plain);
    }
  }
  return plain;
}

}  // namespace timso
