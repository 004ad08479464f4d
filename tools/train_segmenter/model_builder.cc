#include "tools/train_segmenter/model_builder.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "tools/train_segmenter/clusters.h"

namespace timso::training {
namespace {

constexpr std::size_t kLongest = 4;         // syllables of a phrase in the table
constexpr std::uint32_t kClustered = 20000;  // words
constexpr std::uint32_t kClusters = 120;
constexpr int kRounds = 10;
constexpr std::uint32_t kRarestNeighbours = 5;
constexpr double kLoad = 0.85;  // of the hash tables

// Value bits as Ngram reads them.
std::uint16_t ClusterBits(std::uint8_t cluster) { return static_cast<std::uint16_t>(cluster << 3); }
std::uint16_t AttractionBits(int attraction, int frequency) {
  return static_cast<std::uint16_t>(attraction << 10 | frequency << 14);
}

std::size_t RoundedUp(std::size_t size) { return (size + 63) / 64 * 64; }

template <typename Entry>
void Append(std::string& bytes, const std::vector<Entry>& entries) {
  bytes.append(reinterpret_cast<const char*>(entries.data()), entries.size() * sizeof(Entry));
  bytes.resize(RoundedUp(bytes.size()));
}

// Calls visit with each word of the line: its first atom and the number of its atoms.
template <typename Visit>
void ForEachWord(const Line& line, Visit visit) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.atoms.size(); ++i) {
    if (line.joined[i]) continue;
    visit(begin, i + 1 - begin);
    begin = i + 1;
  }
}

}  // namespace

void ModelBuilder::AddLexicon(const std::vector<std::string>& words, unsigned lexicon) {
  for (const std::string& word : words) {
    const Phrase phrase = numbers_.OfPhrase(word);
    if (phrase.size() < 2 || phrase.size() > kLongest) continue;
    values_[phrase] = static_cast<std::uint16_t>(values_[phrase] | 1U << lexicon);
  }
}

unsigned ModelBuilder::LexiconsOf(const Phrase& phrase) const {
  const auto found = values_.find(phrase);
  return found == values_.end() ? 0 : found->second & 7U;
}

std::vector<Phrase> ModelBuilder::PhrasesOf(std::size_t syllables, unsigned lexicons) const {
  std::vector<Phrase> phrases;
  for (const auto& [phrase, value] : values_) {
    if (phrase.size() == syllables && (value & lexicons) == lexicons) phrases.push_back(phrase);
  }
  return phrases;
}

void ModelBuilder::AddClusters(const std::vector<Line>& lines) {
  std::map<Phrase, std::uint32_t> counts;
  std::vector<std::vector<Phrase>> texts;
  for (const Line& line : lines) {
    ForEachWord(line, [&, &text = texts.emplace_back()](std::size_t begin, std::size_t count) {
      Phrase& word = text.emplace_back();
      for (std::size_t i = begin; i < begin + count; ++i) word.push_back(numbers_.Of(line.atoms[i]));
      ++counts[word];
    });
  }
  std::vector<std::pair<std::uint32_t, Phrase>> by_frequency;
  for (const auto& [word, count] : counts) by_frequency.emplace_back(count, word);
  std::ranges::stable_sort(by_frequency, std::ranges::greater(), [](const auto& row) { return row.first; });
  by_frequency.resize(std::min<std::size_t>(by_frequency.size(), kClustered));
  std::map<Phrase, std::uint32_t> rank;
  for (const auto& [count, word] : by_frequency) rank.emplace(word, static_cast<std::uint32_t>(rank.size()));
  std::vector<std::vector<std::uint32_t>> sequences;
  for (const auto& text : texts) {
    auto& sequence = sequences.emplace_back();
    for (const Phrase& word : text) {
      const auto found = rank.find(word);
      sequence.push_back(found == rank.end() ? kClustered : found->second);
    }
  }
  const auto clusters = ClusterWords(sequences, static_cast<std::uint32_t>(rank.size()), kClusters, kRounds);
  for (const auto& [word, number] : rank) {
    const bool known = std::ranges::all_of(word, [](std::uint16_t w) { return w >= kFirstWord; });
    if (!known || word.size() > kLongest) continue;
    if (word.size() == 1) {
      numbers_.entries()[word[0] - kFirstWord].cluster = clusters[number];
    } else {
      values_[word] = static_cast<std::uint16_t>(values_[word] | ClusterBits(clusters[number]));
    }
  }
}

void ModelBuilder::CountNeighbours(const std::vector<Atom>& atoms) {
  occurrences_.resize(numbers_.entries().size() + kFirstWord);
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    const std::uint16_t left = numbers_.Of(atoms[i]);
    ++occurrences_[left];
    ++total_;
    if (i + 1 == atoms.size() || atoms[i].shape == Shape::kSign || atoms[i + 1].shape == Shape::kSign) continue;
    const std::uint16_t right = numbers_.Of(atoms[i + 1]);
    if (left >= kFirstWord && right >= kFirstWord) ++neighbours_[static_cast<std::uint32_t>(left) << 16 | right];
  }
}

// Normalized pointwise mutual information, in twelve steps.
void ModelBuilder::AddAttraction() {
  for (const auto& [pair, times] : neighbours_) {
    if (times < kRarestNeighbours) continue;
    const Phrase phrase = {static_cast<std::uint16_t>(pair >> 16), static_cast<std::uint16_t>(pair & 0xFFFF)};
    const double information = std::log(times * total_ / (occurrences_[phrase[0]] * occurrences_[phrase[1]]));
    const double normalized = information / -std::log(times / total_);
    const int attraction = 1 + std::clamp(static_cast<int>((normalized + 0.1) * 16), 0, 11);
    const int frequency = std::clamp(static_cast<int>(std::log(times / double{kRarestNeighbours}) / 1.8), 0, 3);
    values_[phrase] = static_cast<std::uint16_t>(values_[phrase] | AttractionBits(attraction, frequency));
  }
}

std::string ModelBuilder::Tables() const {
  const auto slots_for = [](std::size_t count) { return static_cast<std::uint32_t>(static_cast<double>(count) / kLoad) + 2; };
  std::vector<SyllableEntry> syllables(slots_for(numbers_.spellings().size()));
  std::map<std::uint64_t, std::uint16_t> spellings(numbers_.spellings().begin(), numbers_.spellings().end());
  for (const auto& [key, number] : spellings) {
    std::size_t slot = FirstSlot(key, static_cast<std::uint32_t>(syllables.size()));
    while (syllables[slot].word != 0) slot = (slot + 1) % syllables.size();
    syllables[slot] = numbers_.entries()[number - kFirstWord];
    syllables[slot].check = static_cast<std::uint32_t>(key);
  }
  std::vector<NgramEntry> ngrams(slots_for(values_.size()));
  for (const auto& [phrase, value] : values_) {
    const std::uint64_t hash = HashNgram(phrase.data(), phrase.size());
    std::size_t slot = FirstSlot(hash, static_cast<std::uint32_t>(ngrams.size()));
    while (ngrams[slot].value != 0) slot = (slot + 1) % ngrams.size();
    ngrams[slot] = {static_cast<std::uint16_t>(hash), value};
  }
  ModelHeader header{};
  std::memcpy(header.magic, kModelMagic, sizeof kModelMagic);
  header.version = kModelVersion;
  header.byte_order = kModelByteOrder;
  header.syllable_slots = static_cast<std::uint32_t>(syllables.size());
  header.ngram_slots = static_cast<std::uint32_t>(ngrams.size());
  header.quick_bits = kQuickBits;
  header.weight_bits = kWeightBits;
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  Append(bytes, syllables);
  Append(bytes, ngrams);
  bytes.resize(bytes.size() + (std::size_t{1} << kQuickBits) + (std::size_t{1} << kWeightBits));
  return bytes;
}

void ModelBuilder::SetWeights(std::string& model, const std::vector<std::int8_t>& quick, int quick_threshold,
                              const std::vector<std::int8_t>& weights) {
  auto* header = reinterpret_cast<ModelHeader*>(model.data());
  header->quick_threshold = quick_threshold;
  char* end = model.data() + model.size();
  std::memcpy(end - weights.size(), weights.data(), weights.size());
  std::memcpy(end - weights.size() - quick.size(), quick.data(), quick.size());
}

}  // namespace timso::training
