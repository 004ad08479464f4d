// A text with everything that the lexicon knows in it marked: what the rules of facts and of questions read.
#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text/normalizer.h"
#include "analyzers/text/sentences.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"
#include "analyzers/words/lexicon.h"

namespace timso {

// A phrase of the lexicon at tokens [begin, end).
struct Mention {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Role role = Role::kCue;
  std::uint32_t row = 0;
};

// Successive mentions; goes over pointers to them.
class MentionRange {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = const Mention*;
    using difference_type = std::ptrdiff_t;
    using pointer = const Mention* const*;
    using reference = const Mention*;

    Iterator() = default;
    explicit Iterator(const Mention* at) : at_(at) {}
    const Mention* operator*() const { return at_; }
    Iterator& operator++() { return ++at_, *this; }
    Iterator operator++(int) { return Iterator(at_++); }
    bool operator==(const Iterator&) const = default;

   private:
    const Mention* at_ = nullptr;
  };

  MentionRange(const Mention* first, const Mention* last) : first_(first), last_(last) {}
  Iterator begin() const { return Iterator(first_); }
  Iterator end() const { return Iterator(last_); }
  bool empty() const { return first_ == last_; }

 private:
  const Mention* first_;
  const Mention* last_;
};

struct AnalyzedText {
  NormalizedText normalized;
  std::vector<Token> tokens;  // without line breaks
  std::vector<Sentence> sentences;
  std::vector<Symbol> symbols;               // one a token, of `lexicon`
  std::vector<Mention> mentions;             // by begin, longer first; of one role none lies within another
  std::vector<std::uint32_t> first_mention;  // of each token: the first mention that begins at it or later; one more
  std::vector<bool> in_phrase;               // of a text without marks: tokens of a noun's phrase of several words
  const Lexicon* lexicon = nullptr;
  bool uncased = false;  // next to no word is capitalized: names are not, either

  std::string_view text() const { return normalized.text; }
  std::string_view Word(std::size_t token) const { return Surface(normalized.text, tokens[token]); }
  // Words from token begin to end as the text has them.
  std::string_view Words(std::size_t begin, std::size_t end) const;
  // The mentions that begin in tokens [begin, end).
  MentionRange MentionsIn(std::size_t begin, std::size_t end) const {
    if (begin >= end) return MentionRange(nullptr, nullptr);
    const auto at = [this](std::size_t token) {
      return mentions.data() + first_mention[token < tokens.size() ? token : tokens.size()];
    };
    return MentionRange(at(begin), at(end));
  }
  // Whether the token is this word (a SyllableKey, with its marks); in a text without marks, whether it may be. False
  // past the last token. Cheaper than computing the token's key.
  bool IsKey(std::size_t token, std::string_view key) const {
    if (token >= symbols.size()) return false;
    if (lexicon->form() == Lexicon::Form::kExact) return HasKey(token, key);
    return !in_phrase[token] && HasKey(token, StripMarks(key));  // the "dang" of "dang vien" is no "đang"
  }
  bool IsKey(std::size_t token, std::initializer_list<std::string_view> keys) const {
    for (const std::string_view key : keys) {
      if (IsKey(token, key)) return true;
    }
    return false;
  }
  bool IsPunctuation(std::size_t token, std::string_view signs) const;

 private:
  bool HasKey(std::size_t token, std::string_view key) const {
    const Symbol symbol = symbols[token];
    if (symbol != kUnknownWord) return lexicon->vocabulary().KeyOf(symbol) == key;
    return lexicon->vocabulary().Find(key) == kUnknownWord && lexicon->Key(Word(token)) == key;
  }
};

// The token `reach` before `at`, but none before `begin`.
inline std::size_t TokensBack(std::size_t at, std::size_t reach, std::size_t begin = 0) {
  return at > begin + reach ? at - reach : begin;
}

// Whether so few of the text's letters bear marks that it was typed without them.
bool LooksUnmarked(std::string_view text);

// Normalizes, tokenizes and marks. `form` is chosen by LooksUnmarked when it is not given.
AnalyzedText Analyze(std::string_view source);
AnalyzedText Analyze(std::string_view source, Lexicon::Form form);

}  // namespace timso
