// One number with everything that the binder's rules read of it: what the second reading looks at.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/facts/features.h"
#include "analyzers/facts/kinds.h"
#include "analyzers/facts/measures.h"
#include "analyzers/facts/subjects.h"

namespace timso {

// Views: what they point to outlives it.
struct NumberReading {
  const AnalyzedText& text;
  const SentenceReading& sentence;
  std::size_t index = 0;  // of `sentence.quantities`
  const Quantity& quantity;
  const NumberContext& context;
  const KindReading& kind;
  const KindReading* previous = nullptr;  // of the number before in the sentence
  const Measure* measure = nullptr;
  std::string_view measure_text = {};
  std::string_view stated_text = {};  // the same with what the noun behind the number adds
  std::string_view measure_rule = {};
  bool measure_inherited = false;
  const PeriodMention* period = nullptr;
  const Subject* subject = nullptr;
};

// The words of a sentence by their hashes: folded, a number is any number, so that marks make no difference. Computed
// once a sentence.
class SentenceWords {
 public:
  static constexpr std::uint32_t kBefore = 1;  // a place before the sentence
  static constexpr std::uint32_t kBehind = 2;

  void Read(const AnalyzedText& text, const SentenceReading& sentence);
  bool Has(const SentenceReading& sentence) const { return begin_ == sentence.begin && end_ == sentence.end; }

  std::uint32_t At(std::size_t token) const {
    return token < begin_ ? kBefore : token >= end_ ? kBehind : words_[token - begin_];
  }
  std::uint32_t Pair(std::size_t token) const { return MixHash(At(token), At(token + 1)); }
  // The nth word before tokens that begin at `begin`, n from 1 on; the nth behind tokens that end at `end`.
  std::uint32_t Before(std::size_t begin, std::size_t n) const { return begin < n ? kBefore : At(begin - n); }
  std::uint32_t Behind(std::size_t end, std::size_t n) const { return At(end + n - 1); }

 private:
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::vector<std::uint32_t> words_;
};

// What kind a number was read as and whether it is a percent: most features hold for one of these.
inline std::uint32_t KindCode(const NumberReading& reading) {
  return static_cast<std::uint32_t>(reading.kind.kind) * 2 + (reading.quantity.IsPercent() ? 1 : 0);
}

// Nothing farther from a number than this is looked at, so that a sentence of any length takes its time per number.
inline constexpr std::size_t kSight = 80;  // tokens

// The measure's rule without its words, up to the first of `ends`; the measure's id, 0 when there is none.
inline std::uint32_t RuleCode(const NumberReading& reading, std::string_view ends = " ") {
  return HashOf(reading.measure_rule.substr(0, reading.measure_rule.find_first_of(ends)));
}
inline std::uint32_t MeasureCode(const NumberReading& reading) {
  return reading.measure == nullptr ? 0 : HashOf(reading.measure->id);
}

// The tokens between a mention [begin, end) and the number.
inline TokenSpan GapTo(const Quantity& quantity, std::size_t begin, std::size_t end) {
  const bool left = end <= quantity.begin;
  return {left ? end : quantity.end, left ? quantity.begin : std::max(begin, quantity.end)};
}

// Adds every word and pair of words in tokens [begin, end).
void AddWords(std::uint32_t name, const SentenceWords& words, std::size_t begin, std::size_t end, std::uint32_t with,
              FeatureList& list);

// Adds the roles of the cues that begin in tokens [begin, end) and end there.
void AddCues(std::uint32_t name, const AnalyzedText& text, std::size_t begin, std::size_t end, std::uint32_t with,
             FeatureList& list);

// The signs that part clauses in tokens [begin, end), the first few.
std::uint32_t SignsBetween(const AnalyzedText& text, std::size_t begin, std::size_t end);

// How many of the items, places or quantities or periods in order, lie in tokens [begin, end).
template <typename Items>
std::size_t CountWithin(const Items& items, std::size_t begin, std::size_t end) {
  const auto starts_before = [](const auto& item, std::size_t at) { return item.begin < at; };
  std::size_t count = 0;
  for (auto item = std::lower_bound(items.begin(), items.end(), begin, starts_before);
       item != items.end() && item->begin < end; ++item)
    count += item->end <= end ? 1 : 0;
  return count;
}

}  // namespace timso
