#include "searcher/text_query.h"

#include <algorithm>

#include "analyzers/text/syllable.h"
#include "indexer/schema/terms.h"
#include "searcher/query/question.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

void AddScaled(const std::string& term, double weight, std::vector<Xapian::Query>& queries) {
  if (weight > 0) queries.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), weight);
}

// The byte ranges of the question's interrogatives: bao nhiêu, khi nào, who.
std::vector<QuestionSpan> Interrogatives(const std::vector<QuestionToken>& tokens, bool marked) {
  std::vector<QuestionSpan> spans;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const WordMatch match = WordTable::Default().LongestAt(tokens, at, "interrogative", marked);
    if (match.form == nullptr) continue;
    spans.push_back({tokens[at].span.begin, tokens[match.end() - 1].span.end});
    at = match.end() - 1;
  }
  return spans;
}

// Where every word has a capital, capitals tell nothing.
void ForgetShouting(std::vector<QuestionWord>& words) {
  const bool shouts = words.size() > 1 && std::all_of(words.begin() + 1, words.end(), [](const QuestionWord& word) {
                        return word.name || word.number;
                      });
  if (!shouts) return;
  for (QuestionWord& word : words) word.name = false;
}

double WeightOf(const QuestionWord& word, const TextWeights& weights) {
  return (word.asks ? weights.asks : word.name ? weights.name : 1.0) * (word.number ? weights.number : 1.0);
}

}  // namespace

const TextWeights& TextWeights::Default() {
  static const TextWeights weights;
  return weights;
}

std::vector<QuestionWord> QuestionWords(std::string_view question) {
  const std::vector<QuestionToken> tokens = CutQuestion(question, 0, question.size());
  const std::vector<QuestionSpan> asking = Interrogatives(tokens, HasMarks(question));
  std::vector<QuestionWord> words;
  for (TextWord& text_word : TextWords(question)) {
    const std::string_view surface = question.substr(text_word.begin, text_word.end - text_word.begin);
    QuestionWord word{std::move(text_word)};
    word.number = !word.folded.empty() && word.folded.front() >= '0' && word.folded.front() <= '9';
    word.name = !words.empty() && LowerCase(surface) != surface;
    word.asks = std::any_of(asking.begin(), asking.end(), [&](const QuestionSpan& span) {
      return word.begin >= span.begin && word.begin < span.end;
    });
    words.push_back(std::move(word));
  }
  ForgetShouting(words);
  return words;
}

Xapian::Query AnyWords(const std::vector<QuestionWord>& words, bool marked, const Xapian::Database& documents,
                       const TextWeights& weights) {
  const double count = std::max(1.0, static_cast<double>(documents.get_doccount()));
  const bool large = documents.get_doccount() >= weights.large;
  const double common = large ? weights.very_common : weights.common;
  const auto share = [&](const TextWord& word) { return documents.get_termfreq(FoldedTerm(word.folded)) / count; };
  const bool all_common =
      std::all_of(words.begin(), words.end(), [&](const TextWord& word) { return share(word) > common; });
  std::vector<Xapian::Query> any;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const QuestionWord& word = words[i];
    if (const double found_in = share(word); all_common || found_in <= common) {
      const double weight = WeightOf(word, weights);
      const bool both = !large || found_in <= weights.plain;
      if (both || !marked) AddScaled(FoldedTerm(word.folded), weight * weights.folded, any);
      if (marked) AddScaled(ExactTerm(word.exact), weight * (weights.exact + (both ? 0 : weights.folded)), any);
    }
    if (i + 1 < words.size() && MakeBigram(word, words[i + 1])) {
      AddScaled(BigramTerm(word.folded, words[i + 1].folded), weights.bigram, any);
    }
  }
  return Xapian::Query(Xapian::Query::OP_OR, any.begin(), any.end());
}

Xapian::Query Phrase(const std::vector<TextWord>& words) {
  std::vector<Xapian::Query> all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    all.emplace_back(ExactTerm(words[i].exact));
    if (i + 1 < words.size() && MakeBigram(words[i], words[i + 1])) {
      all.emplace_back(BigramTerm(words[i].folded, words[i + 1].folded));
    }
  }
  return Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end());
}

}  // namespace timso
