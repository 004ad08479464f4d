// Brings machine-segmented text nearer to the treebank's conventions before it is learnt from.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tools/train_segmenter/corpus.h"
#include "tools/train_segmenter/vocabulary.h"

namespace timso::training {

class Conventions {
 public:
  // `rows` are those of conventions.tsv; words of the treebank are never split by a row with a star.
  Conventions(const std::vector<std::string>& rows, const std::vector<Line>& treebank, const WordNumbers& numbers);

  // Phrases of four syllables that are to be one word.
  void AddLongWord(const std::vector<std::uint16_t>& syllables);

  // Changes line.joined, not line.words.
  void Apply(Line& line) const;

 private:
  enum class How : std::uint8_t { kNone, kJoin, kSplit };
  How Decide(std::uint16_t left, std::uint16_t right) const;
  void ApplyToPairs(const std::vector<std::uint16_t>& words, Line& line) const;
  void ApplyToLongWords(const std::vector<std::uint16_t>& words, Line& line) const;

  const WordNumbers& numbers_;
  std::unordered_map<std::uint32_t, How> pairs_;       // left << 16 | right
  std::unordered_set<std::uint16_t> split_after_;      // rows with a star
  std::unordered_set<std::uint32_t> treebank_;         // pairs within its words
  std::unordered_set<std::uint16_t> before_months_;    // hai tháng is two months, tháng hai February
  std::unordered_set<std::uint64_t> long_words_;
  std::uint16_t month_ = 0;
};

}  // namespace timso::training
