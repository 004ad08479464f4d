// Text → the terms it is found by. The one function that indexing and asking share; change both sides here.
#pragma once
#include <xapian.h>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace timso {

// A searchable word of a text.
struct TextWord {
  std::size_t begin = 0;  // bytes of the text as it was given (not normalized), [begin, end)
  std::size_t end = 0;
  std::string exact;           // SyllableKey
  std::string folded;          // FoldedKey
  std::uint32_t position = 0;  // counts words; a sentence's or line's end leaves a gap, so that no phrase crosses it
};

// The words of a text in order: syllables, words of other languages, numbers, and the parts of codes, dates, document
// numbers and addresses (128/NQ-CP is 128, nq, cp). Punctuation is none. Never fails.
std::vector<TextWord> TextWords(std::string_view text);

// A word without marks is its own folding and has one term: ExactTerm("dan") is FoldedTerm("dan").
std::string ExactTerm(std::string_view exact);
std::string FoldedTerm(std::string_view folded);
// Of two neighbouring words (their positions differ by one) when MakeBigram; a pair with a function word says nothing
// that its other word does not, and such pairs are a quarter of all.
bool MakeBigram(const TextWord& first, const TextWord& second);
std::string BigramTerm(std::string_view first_folded, std::string_view second_folded);

// Gathers the terms of an article's texts: exact, folded, and neighbours. No positions: neighbours say as much at half
// the cost.
class TextTerms {
 public:
  // No neighbours across two calls. Each occurrence counts `weight` in wdf.
  void Add(std::string_view text, unsigned weight = 1);
  // Once, at the end.
  void AddTo(Xapian::Document& entry);

 private:
  void AddBigrams(const std::vector<TextWord>& words);

  std::deque<std::vector<TextWord>> texts_;  // what exact_ and folded_ point into
  std::vector<std::string_view> exact_;
  std::vector<std::string_view> folded_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;  // of SyllableCodes
  std::vector<std::string> bigrams_;                            // of other words
};

// Adds each word folded under a prefix, without wdf or position: for fields such as title and source.
void AddFieldTerms(Xapian::Document& entry, std::string_view prefix, std::string_view text);

}  // namespace timso
