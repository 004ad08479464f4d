#include "searcher/suggest.h"

#include <algorithm>

#include "analyzers/text/letters.h"
#include "analyzers/text/normalizer.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/typing.h"
#include "analyzers/text/utf8.h"
#include "analyzers/words/abbreviations.h"
#include "indexer/schema/text_terms.h"
#include "searcher/query/field_syntax.h"
#include "searcher/query/question.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

constexpr std::size_t kShortestTypo = 3;  // letters; a shorter word is one typo away from everything
constexpr std::size_t kMostWords = 12;    // of a question that are looked at

class Suggester {
 public:
  Suggester(const IndexReader& reader, std::string_view question) : reader_(reader), question_(question) {}

  std::optional<Suggestion> Run() {
    if (std::optional<Suggestion> typed = Typed()) return typed;
    Suggestion suggestion;
    const std::vector<TextWord> words = TextWords(question_);
    std::size_t copied = 0;
    std::size_t looked_at = 0;
    for (std::size_t i = 0; i < words.size() && looked_at < kMostWords; ++i) {
      if (IsKnown(words[i]) || IsField(words[i])) continue;
      ++looked_at;
      const std::string meant = Meant(words, i);
      if (meant.empty()) continue;
      suggestion.question += question_.substr(copied, words[i].begin - copied);
      suggestion.question += meant;
      copied = words[i].end;
      suggestion.corrections.push_back(
          {std::string(question_.substr(words[i].begin, words[i].end - words[i].begin)), meant, false});
    }
    if (suggestion.corrections.empty()) return std::nullopt;
    suggestion.question += question_.substr(copied);
    return suggestion;
  }

 private:
  // The whole question typed with the input method off.
  std::optional<Suggestion> Typed() const {
    const std::optional<std::string> decoded = DecodeTyped(question_);
    if (!decoded || *decoded == question_) return std::nullopt;
    return Suggestion{*decoded, {{std::string(question_), *decoded, false}}};
  }

  Xapian::doccount Frequency(const std::string& term) const {
    return reader_.documents().get_termfreq(term) + reader_.facts().get_termfreq(term);
  }

  // Known: the index has it as it was typed, or it is a word that questions are made of.
  bool IsKnown(const TextWord& word) const {
    const bool number =
        std::any_of(word.folded.begin(), word.folded.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (number) return true;
    const std::string_view surface = question_.substr(word.begin, word.end - word.begin);
    if (!ExpandAbbreviation(Normalize(surface).text, ShortFormMatch::kTyped).empty()) return true;
    const bool marked = word.exact != word.folded;
    if (reader_.documents().term_exists(marked ? ExactTerm(word.exact) : FoldedTerm(word.folded))) return true;
    return WordTable::Default().Knows(word.exact);
  }

  bool IsField(const TextWord& word) const {
    return word.end < question_.size() && question_[word.end] == ':' &&
           IsQueryField(question_.substr(word.begin, word.end - word.begin));
  }

  std::string Meant(const std::vector<TextWord>& words, std::size_t i) const {
    const TextWord& word = words[i];
    // Other marks on the same letters.
    const bool has_letters = word.exact != word.folded && reader_.documents().term_exists(FoldedTerm(word.folded));
    const std::string folded = word.folded.size() < kShortestTypo ? "" : BestTypo(words, i);
    // Unless a word with one letter more or less stands beside its neighbours far more often: "Hà Tĩn".
    const bool fits_better =
        !folded.empty() && BesideNeighbours(words, i, folded) > 5 * BesideNeighbours(words, i, word.folded);
    if (has_letters && !fits_better) return WithOtherMarks(word.folded, ToneOf(word.exact));
    if (folded.empty()) return "";
    const std::string marked = word.exact != word.folded ? WithOtherMarks(folded, ToneOf(word.exact)) : "";
    return marked.empty() ? folded : marked;
  }

  static Tone ToneOf(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      const Letter& letter = LetterOf(DecodeCodePoint(word, at));
      if (letter.tone != Tone::kLevel) return letter.tone;
    }
    return Tone::kLevel;
  }

  // The most frequent word of the index with these letters and some marks; one with the tone that was typed comes
  // first.
  std::string WithOtherMarks(const std::string& folded, Tone typed) const {
    constexpr double kTypedTone = 50;  // makes a word as good as one so many times as frequent
    std::string best;
    double most = 0;
    for (const std::string& variant : Variants(folded)) {
      const std::string key = SyllableKey(variant);
      if (key == folded) continue;  // without marks it would be found under its letters, whatever marks they bear
      const double count = reader_.documents().get_termfreq(ExactTerm(key));
      const double weight = count > 0 && ToneOf(key) == typed ? count * kTypedTone : count;
      if (weight > most) most = weight, best = key;
    }
    return best;
  }

  // Every way to put marks on the letters: qualities and đ, then one tone.
  static std::vector<std::string> Variants(const std::string& folded) {
    std::vector<std::string> bases = {""};
    for (const char c : folded) {
      std::vector<std::string_view> letters;
      switch (c) {
        case 'a':
          letters = {"a", "ă", "â"};
          break;
        case 'e':
          letters = {"e", "ê"};
          break;
        case 'o':
          letters = {"o", "ô", "ơ"};
          break;
        case 'u':
          letters = {"u", "ư"};
          break;
        case 'd':
          letters = {"d", "đ"};
          break;
        default:
          break;
      }
      std::vector<std::string> longer;
      for (const std::string& base : bases) {
        if (letters.empty()) longer.push_back(base + c);
        for (const std::string_view letter : letters) longer.push_back(base + std::string(letter));
      }
      bases = std::move(longer);
      if (bases.size() > 200) return {};
    }
    std::vector<std::string> variants;
    for (const std::string& base : bases) {
      variants.push_back(base);
      for (int tone = 1; tone < kToneCount; ++tone) {
        std::string toned = WithToneOn(base, static_cast<Tone>(tone));
        if (!toned.empty()) variants.push_back(std::move(toned));
      }
    }
    return variants;
  }

  // In how many documents, counted for either side, the word stands beside the i-th one's neighbours.
  double BesideNeighbours(const std::vector<TextWord>& words, std::size_t i, const std::string& folded) const {
    Xapian::doccount count = 0;
    if (i > 0) count += reader_.documents().get_termfreq(BigramTerm(words[i - 1].folded, folded));
    if (i + 1 < words.size()) count += reader_.documents().get_termfreq(BigramTerm(folded, words[i + 1].folded));
    return count;
  }

  // The word one letter away that the index has beside the question's neighbours, or else most often.
  std::string BestTypo(const std::vector<TextWord>& words, std::size_t i) const {
    std::string best;
    double most = 0;
    for (const std::string& edited : Edits(words[i].folded)) {
      const Xapian::doccount count = Frequency(FoldedTerm(edited));
      if (count == 0) continue;
      const double weight = static_cast<double>(count) + 1000.0 * BesideNeighbours(words, i, edited);
      if (weight > most) most = weight, best = edited;
    }
    return best;
  }

  // All strings of a–z one deletion, swap, replacement or insertion away.
  static std::vector<std::string> Edits(const std::string& word) {
    std::vector<std::string> edits;
    if (word.size() > 20) return edits;
    for (std::size_t i = 0; i <= word.size(); ++i) {
      const std::string head = word.substr(0, i);
      const std::string tail = word.substr(i);
      if (!tail.empty()) edits.push_back(head + tail.substr(1));
      if (tail.size() > 1) edits.push_back(head + tail[1] + tail[0] + tail.substr(2));
      for (char c = 'a'; c <= 'z'; ++c) {
        if (!tail.empty() && tail[0] != c) edits.push_back(head + c + tail.substr(1));
        edits.push_back(head + c + tail);
      }
    }
    return edits;
  }

  const IndexReader& reader_;
  std::string_view question_;
};

}  // namespace

std::optional<Suggestion> Suggest(const IndexReader& reader, std::string_view question) {
  return Suggester(reader, question).Run();
}

}  // namespace timso
