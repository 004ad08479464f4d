#include "searcher/text_query.h"

#include <algorithm>
#include <cmath>

#include "analyzers/text/syllable.h"
#include "indexer/schema/terms.h"
#include "searcher/query/question.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

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

// What tells that a document has some words beside each other: chains of neighbours, parted by function words. All
// terms must be there.
struct FormTerms {
  std::vector<std::vector<std::string>> chains;  // none is empty

  std::vector<std::string> All() const {
    std::vector<std::string> all;
    for (const auto& chain : chains) all.insert(all.end(), chain.begin(), chain.end());
    return all;
  }
};
FormTerms TermsOf(const std::vector<TextWord>& words) {
  FormTerms form;
  bool chained = false;  // the word before stands in a pair with this one
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool pair = i + 1 < words.size() && MakeBigram(words[i], words[i + 1]);
    if (!chained) form.chains.emplace_back();
    if (pair) form.chains.back().push_back(BigramTerm(words[i].folded, words[i + 1].folded));
    if (!pair && !chained) form.chains.back().push_back(ExactTerm(words[i].exact));
    chained = pair;
  }
  return form;
}

class AnyWordsBuilder {
 public:
  AnyWordsBuilder(const std::vector<QuestionWord>& words, const std::vector<FormGroup>& groups, bool marked,
                  const Xapian::Database& documents, const TextWeights& weights)
      : words_(words),
        groups_(groups),
        marked_(marked),
        documents_(documents),
        weights_(weights),
        count_(std::max(1.0, static_cast<double>(documents.get_doccount()))),
        large_(documents.get_doccount() >= weights.large),
        common_(large_ ? weights.very_common : weights.common) {}

  Xapian::Query Run() {
    for (const QuestionWord& word : words_) shares_.push_back(Frequency(FoldedTerm(word.folded)) / count_);
    all_common_ = std::all_of(shares_.begin(), shares_.end(), [&](double share) { return share > common_; });
    for (const FormGroup& group : groups_) others_.push_back(OthersOf(group));
    return Any(Words(0, words_.size(), 0).queries);
  }

 private:
  // Parts of an OR and the weight of a document that has all of them once.
  struct Parts {
    std::vector<Xapian::Query> queries;
    double strength = 0;
  };

  // Other forms that the index has.
  struct Others {
    std::vector<Xapian::Query> queries;
    double certainty = 0;  // of the most certain
    double frequency = 0;
  };

  using Queries = std::vector<Xapian::Query>;
  static Xapian::Query Any(const Queries& queries) {
    return Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
  }
  static Xapian::Query AsOne(const Queries& queries) {
    return Xapian::Query(Xapian::Query::OP_SYNONYM, queries.begin(), queries.end());
  }
  double Frequency(const std::string& term) const { return documents_.get_termfreq(term); }

  // As Xapian's BM25Weight has it.
  double Rarity(double frequency) const {
    const double odds = (count_ - frequency + 0.5) / (frequency + 0.5);
    return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
  }

  static void Scaled(const Xapian::Query& query, double weight, Queries& queries) {
    if (weight > 0) queries.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, query, weight);
  }
  void Add(const std::string& term, double weight, Parts& parts) const {
    const double frequency = Frequency(term);
    parts.strength += weight * Rarity(frequency);
    if (frequency > 0) Scaled(Xapian::Query(term), weight, parts.queries);
  }

  // Words [begin, end) and their neighbours among themselves; groups from groups_[group] on are within.
  Parts Words(std::size_t begin, std::size_t end, std::size_t group) const {
    Parts parts;
    for (std::size_t at = begin; at < end; ++at) {
      while (group < groups_.size() && groups_[group].begin < at) ++group;
      const bool grouped = group < groups_.size() && groups_[group].begin == at && groups_[group].end <= end;
      if (!grouped || others_[group].queries.empty()) {
        AddWord(at, parts);
      } else if (at = groups_[group].end - 1; groups_[group].abbreviation) {
        AddAbbreviation(group, parts);
      } else {
        AddExpansion(group, parts);
      }
      if (at + 1 < end && MakeBigram(words_[at], words_[at + 1])) {
        Add(BigramTerm(words_[at].folded, words_[at + 1].folded), weights_.bigram, parts);
      }
    }
    return parts;
  }

  void AddWord(std::size_t at, Parts& parts) const {
    const QuestionWord& word = words_[at];
    if (!all_common_ && shares_[at] > common_) return;
    const double weight = WeightOf(word, weights_);
    const bool both = !large_ || shares_[at] <= weights_.plain;
    if (both || !marked_) Add(FoldedTerm(word.folded), weight * weights_.folded, parts);
    if (marked_) Add(ExactTerm(word.exact), weight * (weights_.exact + (both ? 0 : weights_.folded)), parts);
  }

  static Xapian::Query All(const FormTerms& form) {
    const std::vector<std::string> terms = form.All();
    return Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end());
  }
  bool IsFound(const FormTerms& form) const {
    const std::vector<std::string> terms = form.All();
    return std::all_of(terms.begin(), terms.end(), [&](const auto& term) { return Frequency(term) > 0; });
  }
  const std::string& Rarest(const std::vector<std::string>& terms) const {
    return *std::min_element(terms.begin(), terms.end(),
                             [&](const auto& a, const auto& b) { return Frequency(a) < Frequency(b); });
  }
  // The rarest pair of a chain ("đồng nhân" of "hội đồng nhân dân") hardly stands elsewhere, and a synonym counts it
  // once where the whole stands once; of several terms it counts each.
  std::vector<std::string> Telling(const FormTerms& form) const {
    std::vector<std::string> telling;
    for (const auto& chain : form.chains) telling.push_back(Rarest(chain));
    return telling;
  }
  Xapian::Query Whole(const FormTerms& form) const {
    const std::vector<std::string> telling = Telling(form);
    return Xapian::Query(Xapian::Query::OP_AND, telling.begin(), telling.end());
  }

  Others OthersOf(const FormGroup& group) const {
    Others others;
    bool counted_twice = false;
    for (const OtherForm& form : group.forms) {
      const FormTerms terms = TermsOf(form.words);
      if (!IsFound(terms)) continue;
      others.queries.push_back(Whole(terms));
      others.certainty = std::max(others.certainty, form.certainty * weights_.other);
      others.frequency += Frequency(Rarest(terms.All()));
      counted_twice |= terms.chains.size() > 1;
    }
    if (counted_twice) others.certainty = std::min(others.certainty, weights_.counted_twice);
    return others;
  }

  // An abbreviation and what it stands for count as one word, whose frequency is that of all together; the abbreviation
  // itself a little more, much more where it has several readings.
  void AddAbbreviation(std::size_t group, Parts& parts) const {
    const Others& others = others_[group];
    const FormTerms own = TermsOf(WordsOf(groups_[group]));
    double weight = 0;
    for (std::size_t i = groups_[group].begin; i < groups_[group].end; ++i)
      weight = std::max(weight, WeightOf(words_[i], weights_));
    weight *= marked_ ? weights_.exact + weights_.folded : weights_.folded;
    Queries all = others.queries;
    double itself = 0;
    if (IsFound(own)) {
      all.push_back(Whole(own));
      itself = 1 - others.certainty;
      Scaled(Whole(own), weight * itself, parts.queries);
    }
    Scaled(AsOne(all), weight * (1 - itself), parts.queries);
    parts.strength += weight * Rarity(std::min(count_, others.frequency));
  }

  // The words, or where they do not stand together, their abbreviation, which weighs as much; stray ones of the words
  // then add nothing. (OP_MAX would say it shorter, but Xapian 1.4 crashes where all parts of one end before the rest
  // of the query does: MaxPostList::recalc_maxweight reads the first of none.)
  void AddExpansion(std::size_t group, Parts& parts) const {
    const Others& others = others_[group];
    const FormTerms own = TermsOf(WordsOf(groups_[group]));
    const Parts words = Words(groups_[group].begin, groups_[group].end, group + 1);
    Xapian::Query instead = AsOne(others.queries);
    if (IsFound(own)) instead = Xapian::Query(Xapian::Query::OP_AND_NOT, instead, All(own));
    const double weight = others.certainty * words.strength / Rarity(std::min(count_, others.frequency));
    if (!words.queries.empty()) parts.queries.emplace_back(Xapian::Query::OP_AND_NOT, Any(words.queries), instead);
    Scaled(instead, weight, parts.queries);
    parts.strength += words.strength;
  }

  std::vector<TextWord> WordsOf(const FormGroup& group) const {
    return {words_.begin() + static_cast<std::ptrdiff_t>(group.begin),
            words_.begin() + static_cast<std::ptrdiff_t>(group.end)};
  }

  const std::vector<QuestionWord>& words_;
  const std::vector<FormGroup>& groups_;
  bool marked_;
  const Xapian::Database& documents_;
  const TextWeights& weights_;
  double count_;
  bool large_;
  double common_;
  bool all_common_ = false;
  std::vector<double> shares_;  // of the documents that have each word
  std::vector<Others> others_;  // of each group
};

}  // namespace

const TextWeights& TextWeights::Default() {
  static const TextWeights weights;
  return weights;
}

std::vector<QuestionWord> QuestionWords(std::string_view question) {
  const std::vector<QuestionToken> tokens = CutQuestion(question, 0, question.size());
  const std::vector<QuestionSpan> asking = Interrogatives(tokens, HasMarks(question));
  const auto all_capitals = [](std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  std::vector<QuestionWord> words;
  for (TextWord& text_word : TextWords(question)) {
    const std::string_view surface = question.substr(text_word.begin, text_word.end - text_word.begin);
    QuestionWord word{std::move(text_word)};
    word.number = !word.folded.empty() && word.folded.front() >= '0' && word.folded.front() <= '9';
    word.name = !words.empty() && LowerCase(surface) != surface;
    // WHO in capitals is no "who"; where all is in capitals, that tells nothing.
    const bool shouted = surface.size() > 1 && all_capitals(surface) && !all_capitals(question);
    word.asks = !shouted && std::any_of(asking.begin(), asking.end(), [&](const QuestionSpan& span) {
      return word.begin >= span.begin && word.begin < span.end;
    });
    words.push_back(std::move(word));
  }
  ForgetShouting(words);
  return words;
}

Xapian::Query AnyWords(const std::vector<QuestionWord>& words, const std::vector<FormGroup>& groups, bool marked,
                       const Xapian::Database& documents, const TextWeights& weights) {
  return AnyWordsBuilder(words, groups, marked, documents, weights).Run();
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
