#include "tools/train_segmenter/vocabulary.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

#include "analyzers/text/letters.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/utf8.h"

namespace timso::training {
namespace {

constexpr int kRarest = 3;  // occurrences

std::uint8_t NumberOf(std::unordered_map<std::string, std::uint8_t>& numbers, const std::string& sound) {
  // 0 is no sound, 1 the onset of syllables that begin with a vowel.
  const auto number = static_cast<std::uint8_t>(std::min<std::size_t>(numbers.size() + 2, 255));
  return sound.empty() ? 1 : numbers.try_emplace(sound, number).first->second;
}

}  // namespace

WordNumbers::WordNumbers(const std::vector<Line>& lines, const std::vector<std::string>& syllables) {
  std::map<std::string, int> counts;
  std::map<std::string, std::set<std::string>> spellings;
  std::set<std::string> vietnamese;
  for (const Line& line : lines) {
    for (const Atom& atom : line.atoms) {
      const std::string lower = LowerCase(std::string_view(line.text).substr(atom.begin, atom.end - atom.begin));
      const std::string key = SyllableKey(lower);
      ++counts[key];
      spellings[key].insert(lower);
    }
  }
  for (const std::string& syllable : syllables) {
    const std::string key = SyllableKey(syllable);
    counts[key] += kRarest;
    spellings[key].insert(syllable);
    vietnamese.insert(key);
  }
  for (const auto& [key, count] : counts) {
    if (count < kRarest) continue;
    const auto number = static_cast<std::uint16_t>(kFirstWord + entries_.size());
    SyllableEntry entry{};
    entry.word = number;
    entry.vietnamese = vietnamese.contains(key);
    if (entry.vietnamese) DescribeSounds(key, entry);
    entries_.push_back(entry);
    for (const std::string& spelling : spellings[key]) AddSpelling(spelling, number);
    AddSpelling(key, number);
  }
  if (entries_.size() > 0xFFFF - kFirstWord) throw std::runtime_error("too many words for 16 bits");
}

void WordNumbers::AddSpelling(std::string_view spelling, std::uint16_t number) {
  spellings_.emplace(AtomKey(spelling), number);
}

void WordNumbers::DescribeSounds(const std::string& syllable, SyllableEntry& entry) {
  std::string onset, rhyme;
  for (std::size_t pos = 0; pos < syllable.size();) {
    const Letter& letter = LetterOf(DecodeCodePoint(syllable, pos));
    if (letter.letter == 0) return;
    const bool glide = letter.letter == U'u' && onset == "q" && rhyme.empty();
    AppendCodePoint(!rhyme.empty() || (letter.vowel && !glide) ? rhyme : onset, letter.letter);
  }
  if (rhyme.empty()) return;
  entry.onset = NumberOf(onsets_, onset);
  entry.rhyme = NumberOf(rhymes_, rhyme);
}

std::uint16_t WordNumbers::Of(const Atom& atom) const {
  if (atom.shape == Shape::kNumber) return static_cast<std::uint16_t>(Shape::kNumber);
  const auto found = spellings_.find(atom.key);
  return found == spellings_.end() ? static_cast<std::uint16_t>(atom.shape) : found->second;
}

std::uint16_t WordNumbers::OfSyllable(std::string_view syllable) const {
  const auto found = spellings_.find(AtomKey(SyllableKey(syllable)));
  return found == spellings_.end() ? 0 : found->second;
}

std::vector<std::uint16_t> WordNumbers::OfPhrase(std::string_view phrase) const {
  std::vector<std::uint16_t> numbers;
  std::istringstream stream{std::string(phrase)};
  for (std::string syllable; stream >> syllable;) {
    const std::uint16_t number = OfSyllable(syllable);
    if (number < kFirstWord) return {};
    numbers.push_back(number);
  }
  return numbers;
}

}  // namespace timso::training
