#include "analyzers/text/syllable.h"

#include <unicode/uchar.h>

#include <array>

#include "analyzers/text/letters.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

constexpr std::size_t kLongestSyllable = 7;  // nghiêng

// A syllable without its tone: letters, the tone, and where the vowels stand.
struct Syllable {
  std::array<char32_t, kLongestSyllable> letters{};
  std::size_t size = 0;
  Tone tone = Tone::kLevel;
  std::size_t vowels_begin = 0;
  std::size_t vowels_end = 0;
};

// Finds the one run of vowels; false when there are none or several (no Vietnamese syllable).
bool FindVowels(Syllable& s) {
  std::size_t begin = 0;
  while (begin < s.size && !LetterOf(s.letters[begin]).vowel) ++begin;
  std::size_t end = begin;
  while (end < s.size && LetterOf(s.letters[end]).vowel) ++end;
  if (begin == end) return false;
  for (std::size_t i = end; i < s.size; ++i) {
    if (LetterOf(s.letters[i]).vowel) return false;
  }
  // The u of qu and the i of gi belong to the consonant when another vowel follows.
  const bool qu = begin == 1 && s.letters[0] == U'q' && s.letters[1] == U'u';
  const bool gi = begin == 1 && s.letters[0] == U'g' && s.letters[1] == U'i';
  if ((qu || gi) && end - begin > 1) ++begin;
  s.vowels_begin = begin;
  s.vowels_end = end;
  return true;
}

bool Parse(std::string_view word, Syllable& s) {
  std::size_t pos = 0;
  while (pos < word.size()) {
    const Letter& letter = LetterOf(DecodeCodePoint(word, pos));
    if (letter.letter == 0 || s.size == kLongestSyllable) return false;
    if (letter.tone != Tone::kLevel) {
      if (s.tone != Tone::kLevel) return false;
      s.tone = letter.tone;
    }
    s.letters[s.size++] = letter.letter;
  }
  return FindVowels(s);
}

// Which vowel bears the tone, in the older placement, which most newspapers use: a vowel with a quality mark (the last
// one of ươ), else the first of an open pair (hòa, thúy), else the second.
std::size_t ToneSeat(const Syllable& s) {
  for (std::size_t i = s.vowels_end; i > s.vowels_begin; --i) {
    const char32_t letter = s.letters[i - 1];
    if (letter >= 0x80) return i - 1;
  }
  const std::size_t count = s.vowels_end - s.vowels_begin;
  if (count == 1) return s.vowels_begin;
  const bool closed = s.vowels_end < s.size;
  return s.vowels_begin + (count == 3 || closed ? 1 : 0);
}

// y after one of these and before nothing is written i by others: kỷ/kỉ, lý/lí, Mỹ/Mĩ, sỹ/sĩ, tỷ/tỉ, hy/hi; and after
// qu always: quý/quí, quýt/quít.
bool VariesWithI(const Syllable& s, std::size_t y) {
  if (s.letters[y] != U'y' || y + 1 != s.vowels_end) return false;
  if (y >= 2 && s.letters[y - 1] == U'u' && s.letters[y - 2] == U'q') return true;
  if (y != 1 || s.size != 2) return false;
  for (const char32_t consonant : {U'h', U'k', U'l', U'm', U's', U't', U'v'}) {
    if (s.letters[0] == consonant) return true;
  }
  return false;
}

std::string Spell(Syllable& s) {
  const std::size_t seat = ToneSeat(s);
  for (std::size_t i = s.vowels_begin; i < s.vowels_end; ++i) {
    if (VariesWithI(s, i)) s.letters[i] = U'i';
  }
  std::string key;
  for (std::size_t i = 0; i < s.size; ++i) {
    AppendCodePoint(key, i == seat ? WithTone(s.letters[i], s.tone) : s.letters[i]);
  }
  return key;
}

}  // namespace

std::string LowerCase(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t code_point = DecodeCodePoint(text, pos);
    AppendCodePoint(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(code_point))));
  }
  return lower;
}

std::string SyllableKey(std::string_view word) {
  Syllable syllable;
  return Parse(word, syllable) ? Spell(syllable) : LowerCase(word);
}

std::string FoldedKey(std::string_view word) { return StripMarks(SyllableKey(word)); }

std::string StripMarks(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    const char32_t code_point = DecodeCodePoint(text, pos);
    const Letter& letter = LetterOf(code_point);
    if (letter.letter == 0) {
      plain.append(text, begin, pos - begin);
    } else {
      const bool upper = code_point < 0x80 ? code_point < U'a' : u_isupper(static_cast<UChar32>(code_point)) != 0;
      plain.push_back(upper ? static_cast<char>(letter.plain - 32) : letter.plain);
    }
  }
  return plain;
}

}  // namespace timso
