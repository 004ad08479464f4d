// Gathers what the model's tables say, and writes the model.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "tools/train_segmenter/corpus.h"
#include "tools/train_segmenter/vocabulary.h"

namespace timso::training {

using Phrase = std::vector<std::uint16_t>;  // word numbers

class ModelBuilder {
 public:
  static constexpr std::uint32_t kQuickBits = 19;
  static constexpr std::uint32_t kWeightBits = 20;

  explicit ModelBuilder(WordNumbers& numbers) : numbers_(numbers) {}

  // A lexicon's words; `lexicon` is 0, 1 or 2.
  void AddLexicon(const std::vector<std::string>& words, unsigned lexicon);
  unsigned LexiconsOf(const Phrase& phrase) const;
  // The phrases of so many syllables that are in some lexicons.
  std::vector<Phrase> PhrasesOf(std::size_t syllables, unsigned lexicons) const;

  // Clusters the frequent words of the lines, as their `joined` say.
  void AddClusters(const std::vector<Line>& lines);

  // Counts neighbours in running text; AddAttraction turns the counts into the table's values.
  void CountNeighbours(const std::vector<Atom>& atoms);
  void AddAttraction();

  // The model's bytes without weights.
  std::string Tables() const;

  // Puts weights into the bytes that Tables gave.
  static void SetWeights(std::string& model, const std::vector<std::int8_t>& quick, int quick_threshold,
                         const std::vector<std::int8_t>& weights);

 private:
  WordNumbers& numbers_;
  std::map<Phrase, std::uint16_t> values_;  // NgramEntry::value
  std::unordered_map<std::uint32_t, std::uint32_t> neighbours_;  // left << 16 | right → times
  std::vector<double> occurrences_;
  double total_ = 0;
};

}  // namespace timso::training
