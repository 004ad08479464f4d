#include "searcher/text_query.h"

#include <algorithm>

#include "indexer/schema/terms.h"

namespace timso {
namespace {

Xapian::Query Scaled(const std::string& term, double weight) {
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), weight);
}

}  // namespace

const TextWeights& TextWeights::Default() {
  static const TextWeights weights;
  return weights;
}

Xapian::Query AnyWords(const std::vector<TextWord>& words, bool marked, const Xapian::Database& documents,
                       const TextWeights& weights) {
  const double limit = weights.common * static_cast<double>(documents.get_doccount());
  const auto is_common = [&](const std::string& term) { return documents.get_termfreq(term) > limit; };
  const bool all_common =
      std::all_of(words.begin(), words.end(), [&](const TextWord& word) { return is_common(FoldedTerm(word.folded)); });
  std::vector<Xapian::Query> any;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const TextWord& word = words[i];
    const bool leave_out = !all_common && is_common(FoldedTerm(word.folded));
    if (!leave_out && weights.folded > 0) any.push_back(Scaled(FoldedTerm(word.folded), weights.folded));
    if (!leave_out && marked && weights.exact > 0) any.push_back(Scaled(ExactTerm(word.exact), weights.exact));
    if (i + 1 < words.size() && MakeBigram(word, words[i + 1]) && weights.bigram > 0) {
      any.push_back(Scaled(BigramTerm(word.folded, words[i + 1].folded), weights.bigram));
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
