// The syllables and other atoms that the model tells apart, and what it knows of each.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/words/segmenter_model.h"
#include "tools/train_segmenter/corpus.h"

namespace timso::training {

class WordNumbers {
 public:
  // Numbers all atoms of the lines and all syllables that occur often enough; most frequent first.
  WordNumbers(const std::vector<Line>& lines, const std::vector<std::string>& syllables);

  // The number of an atom, below kFirstWord when it has none.
  std::uint16_t Of(const Atom& atom) const;
  // The numbers of a phrase's syllables, which spaces part; empty when one of them is not known.
  std::vector<std::uint16_t> OfPhrase(std::string_view phrase) const;
  std::uint16_t OfSyllable(std::string_view syllable) const;

  std::vector<SyllableEntry>& entries() { return entries_; }  // by number - kFirstWord, without check
  // AtomKey of every spelling → number.
  const std::unordered_map<std::uint64_t, std::uint16_t>& spellings() const { return spellings_; }

 private:
  void AddSpelling(std::string_view spelling, std::uint16_t number);
  void DescribeSounds(const std::string& syllable, SyllableEntry& entry);

  std::unordered_map<std::uint64_t, std::uint16_t> spellings_;
  std::vector<SyllableEntry> entries_;
  std::unordered_map<std::string, std::uint8_t> onsets_, rhymes_;
};

}  // namespace timso::training
