// Abbreviations and what they stand for, from data/abbreviations.tsv.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace timso {

// One reading of an abbreviation. Views and references are valid for the life of the program.
struct Abbreviation {
  std::string short_form;                // as the table writes it: ĐV, KT-XH
  std::string short_key;                 // lower case without signs: đv, ktxh
  std::string expansion;                 // đảng viên
  std::vector<std::string> keys;         // the expansion's words as SyllableKeys, without punctuation: đảng, viên
  std::vector<std::string> folded_keys;  // the same as FoldedKeys: dang, vien
  std::string note;                      // the field it is used in
};

// What short forms are compared by: lower case, without points, hyphens, ampersands and slashes. GD&ĐT, GD-ĐT and GDĐT
// have one key.
std::string AbbreviationKey(std::string_view surface);

// How a short form must be written to be taken for one.
enum class ShortFormMatch : unsigned char {
  kWritten,  // as texts have it: with its marks; in capitals where it would else be an ordinary syllable (CA, ca)
  kTyped,    // as one types it into a search: small letters will do where no such syllable exists, marks may be off
};

// The readings of a token's surface, the table's first first; empty when it is no abbreviation. An ambiguous one has
// several (BCH: ban chấp hành, ban chỉ huy).
std::vector<const Abbreviation*> ExpandAbbreviation(std::string_view surface,
                                                    ShortFormMatch match = ShortFormMatch::kWritten);

// The abbreviations whose expansions begin at keys[at] (SyllableKeys of successive words, punctuation left out),
// longest expansion first: at "đảng" of "đảng viên mới" ĐV. An abbreviation covers keys[at, at + its keys.size()).
std::vector<const Abbreviation*> FindExpansions(const std::vector<std::string>& keys, std::size_t at);

// The same for words without marks (FoldedKeys): at "dang" of "dang vien" ĐV.
std::vector<const Abbreviation*> FindFoldedExpansions(const std::vector<std::string>& folded_keys, std::size_t at);

// The whole table in its order.
const std::vector<Abbreviation>& AllAbbreviations();

}  // namespace timso
