#include "indexer/schema/text_terms.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "analyzers/data/table.h"
#include "analyzers/text/normalizer.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"
#include "analyzers/text/utf8.h"
#include "indexer/schema/syllable_codes.h"
#include "indexer/schema/terms.h"

namespace timso {
namespace {

constexpr std::uint32_t kGap = 2;  // between sentences

bool EndsPhrase(std::string_view surface) {
  return surface.find_first_of(".!?;:") != std::string_view::npos || surface == "…";
}

bool IsPart(char c) { return (c & 0x80) != 0 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); }

// Walks the tokens of one text and collects its words.
class WordCollector {
 public:
  explicit WordCollector(std::string_view source) : normalized_(Normalize(source)) {}

  std::vector<TextWord> Run() {
    const std::string_view text = normalized_.text;
    for (const Token& token : Tokenize(text)) {
      switch (token.kind) {
        case TokenKind::kPunctuation:
          if (EndsPhrase(Surface(text, token))) gap_ = kGap;
          break;
        case TokenKind::kLineBreak:
          gap_ = kGap;
          break;
        case TokenKind::kWord:
        case TokenKind::kNumber:
          Add(token.begin, token.end);
          break;
        default:
          AddParts(token.begin, token.end);
      }
    }
    return std::move(words_);
  }

 private:
  void Add(std::size_t begin, std::size_t end) {
    const std::string_view surface = std::string_view(normalized_.text).substr(begin, end - begin);
    TextWord word;
    word.begin = normalized_.offsets.ToSource(begin);
    word.end = normalized_.offsets.ToSourceEnd(end);
    word.exact = SyllableKey(surface);
    word.folded = FoldedKey(surface);
    position_ += words_.empty() ? 1 : 1 + gap_;
    word.position = position_ - 1;
    gap_ = 0;
    words_.push_back(std::move(word));
  }

  void AddParts(std::size_t begin, std::size_t end) {
    const std::string_view text = normalized_.text;
    while (begin < end) {
      if (!IsPart(text[begin])) {
        ++begin;
        continue;
      }
      std::size_t part = begin;
      while (part < end && IsPart(text[part])) ++part;
      Add(begin, part);
      begin = part;
    }
  }

  NormalizedText normalized_;
  std::vector<TextWord> words_;
  std::uint32_t position_ = 0;
  std::uint32_t gap_ = 0;
};

// Words that only join others: function_words.tsv.
bool IsFunctionWord(std::string_view folded) {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> read;
    bool header = true;
    for (const auto& row : ReadTable("function_words.tsv", 2)) {
      if (!header) read.insert(row[0]);
      header = false;
    }
    return read;
  }();
  return words.count(folded) > 0;
}

std::string PairTerm(std::pair<std::uint32_t, std::uint32_t> codes) {
  return std::string(prefix::kPair) + PairCode(codes.first, codes.second);
}

// Each of them once with its count: looking a term up in an entry costs more than sorting.
template <typename Item, typename Term>
void AddCounted(Xapian::Document& entry, std::vector<Item>& items, Term term) {
  std::sort(items.begin(), items.end());
  for (auto begin = items.begin(); begin != items.end();) {
    const auto end = std::find_if(begin, items.end(), [&](const Item& item) { return item != *begin; });
    entry.add_term(term(*begin), static_cast<Xapian::termcount>(end - begin));
    begin = end;
  }
}

}  // namespace

std::vector<TextWord> TextWords(std::string_view text) { return WordCollector(text).Run(); }

std::string ExactTerm(std::string_view exact) {
  return StripMarks(exact) == exact ? FoldedTerm(exact) : MakeTerm(prefix::kExact, exact);
}
std::string FoldedTerm(std::string_view folded) { return MakeTerm(prefix::kFolded, folded); }
bool MakeBigram(const TextWord& first, const TextWord& second) {
  return second.position == first.position + 1 && !IsFunctionWord(first.folded) && !IsFunctionWord(second.folded);
}
std::string BigramTerm(std::string_view first, std::string_view second) {
  const std::optional<std::uint32_t> first_code = SyllableCode(first);
  const std::optional<std::uint32_t> second_code = first_code ? SyllableCode(second) : std::nullopt;
  if (second_code) return PairTerm({*first_code, *second_code});
  return MakeTerm(prefix::kBigram, std::string(first).append("_").append(second));
}

void TextTerms::Add(std::string_view text, unsigned weight) {
  const std::vector<TextWord>& words = texts_.emplace_back(TextWords(text));
  for (unsigned count = 0; count < weight; ++count) {
    for (const TextWord& word : words) {
      if (word.exact != word.folded) exact_.push_back(word.exact);
      folded_.push_back(word.folded);
    }
    AddBigrams(words);
  }
}

void TextTerms::AddBigrams(const std::vector<TextWord>& words) {
  std::optional<std::uint32_t> code;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::optional<std::uint32_t> before = std::exchange(code, SyllableCode(words[i].folded));
    if (i == 0 || !MakeBigram(words[i - 1], words[i])) continue;
    if (before && code) {
      pairs_.emplace_back(*before, *code);
    } else {
      bigrams_.push_back(BigramTerm(words[i - 1].folded, words[i].folded));
    }
  }
}

void TextTerms::AddTo(Xapian::Document& entry) {
  AddCounted(entry, exact_, [](std::string_view word) { return MakeTerm(prefix::kExact, word); });
  AddCounted(entry, pairs_, PairTerm);
  AddCounted(entry, folded_, FoldedTerm);
  AddCounted(entry, bigrams_, [](const std::string& term) { return term; });
}

void AddFieldTerms(Xapian::Document& entry, std::string_view prefix, std::string_view text) {
  for (const TextWord& word : TextWords(text)) entry.add_boolean_term(MakeTerm(prefix, word.folded));
}

}  // namespace timso
