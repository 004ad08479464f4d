// Text → atoms: the pieces that a word is built from, split as the Vietnamese Treebank splits them. Finer than words,
// coarser than the tokens of the text room: 95%, 30/11, TP. and Lung-nan are one atom each.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace timso {

// How an atom is written. Do not renumber: a model is trained on the numbers.
enum class Shape : std::uint8_t {
  kSyllable = 0,       // a Vietnamese syllable in lower case
  kTitleSyllable = 1,  // a Vietnamese syllable with a capital
  kCapitals = 2,       // two or more capitals
  kInitial = 3,        // one capital
  kNumber = 4,         // digits, no letter
  kSign = 5,           // neither letter nor digit
  kForeign = 6,        // letters in lower case that are no Vietnamese syllable
  kTitleForeign = 7,   // the same with a capital first
  kMixed = 8,          // letters and digits, or capitals inside
  kFirstSyllable = 9,  // a Vietnamese syllable whose capital may be due to the sentence's beginning
  kBoundary = 10,      // before the first and after the last atom
  kAbbreviation = 11,  // letters with their point: TP.
};
inline constexpr std::uint32_t kShapeCount = 12;

struct Atom {
  std::uint32_t begin = 0;  // bytes into the text, on code-point boundaries
  std::uint32_t end = 0;
  std::uint64_t key = 0;       // AtomKey of its bytes
  Shape shape = Shape::kSign;  // SplitAtoms does not know syllables: it says kForeign and kTitleForeign for them
  bool line_begin = false;     // the first of its line
};

// Hash of a word that is the same whatever its case and wherever in the word its tone stands (hoà = hòa = Hòa).
// Never 0.
std::uint64_t AtomKey(std::string_view word);

// Appends the atoms of the text. REQUIRES: NFC, less than 4 GiB. Never fails: a malformed byte is a sign.
void SplitAtoms(std::string_view text, std::vector<Atom>& atoms);

}  // namespace timso
