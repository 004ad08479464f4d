#include "searcher/document_search.h"

#include <algorithm>
#include <cmath>

#include "indexer/schema/entries.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"
#include "searcher/document_facts.h"
#include "searcher/document_info.h"
#include "searcher/facet_counter.h"
#include "searcher/fact_query.h"
#include "searcher/query/question.h"
#include "searcher/query/word_table.h"
#include "searcher/snippets.h"
#include "searcher/text_query.h"

namespace timso {
namespace {

constexpr std::size_t kFactsEach = 3;
constexpr Xapian::doccount kFacetDocuments = 200;  // the best ones, whose facts are counted for facets

// Lets through the documents of a sorted list.
class DocidList : public Xapian::PostingSource {
 public:
  explicit DocidList(std::vector<Xapian::docid> docids) : docids_(std::move(docids)) {}
  Xapian::doccount get_termfreq_min() const override { return get_termfreq_est(); }
  Xapian::doccount get_termfreq_est() const override { return static_cast<Xapian::doccount>(docids_.size()); }
  Xapian::doccount get_termfreq_max() const override { return get_termfreq_est(); }
  Xapian::docid get_docid() const override { return docids_[at_ - 1]; }
  void next(double) override { ++at_; }
  void skip_to(Xapian::docid docid, double) override {
    const auto from = docids_.begin() + static_cast<std::ptrdiff_t>(at_ == 0 ? 0 : at_ - 1);
    at_ = static_cast<std::size_t>(std::lower_bound(from, docids_.end(), docid) - docids_.begin()) + 1;
  }
  bool at_end() const override { return at_ > docids_.size(); }
  void init(const Xapian::Database&) override { at_ = 0; }
  PostingSource* clone() const override { return new DocidList(docids_); }

 private:
  std::vector<Xapian::docid> docids_;
  std::size_t at_ = 0;  // 1 + the index of the current one; 0 before the first
};

class DocumentSearch {
 public:
  DocumentSearch(const IndexReader& reader, const SearchOptions& options, Results& results)
      : reader_(reader),
        options_(options),
        results_(results),
        query_(results.query),
        weights_(TextWeights::Default()) {}

  void Run() {
    words_ = QuestionWords(query_.words);
    groups_ = FindOtherForms(query_.words, {words_.begin(), words_.end()}, query_.marked);
    // "who joined the party" asks for nobody's WHO.
    std::erase_if(groups_, [&](const FormGroup& group) { return group.abbreviation && words_[group.begin].asks; });
    Xapian::MSet found = Match();
    if (found.empty() && options_.offset == 0 && HasPhrase()) {
      phrases_are_words_ = true;
      found = Match();
      if (!found.empty()) {
        results_.warnings.push_back(
            "No document has the words in quotes beside each other; they were searched one by one.");
      }
    }
    Collect(found);
  }

 private:
  bool HasPhrase() const { return std::any_of(query_.clauses.begin(), query_.clauses.end(), IsPhrase); }
  static bool IsPhrase(const Clause& clause) {
    const auto* words = std::get_if<WordsIn>(&clause.constraint);
    return words && words->phrase && !clause.negated;
  }

  Xapian::MSet Match() {
    Xapian::Enquire enquire(reader_.documents());
    enquire.set_query(Build());
    enquire.set_weighting_scheme(Xapian::BM25Weight(weights_.k1, 0, 1, weights_.b, weights_.shortest));
    const Order order = options_.order.value_or(query_.order);
    if (order.key == Order::Key::kDate || order.key == Order::Key::kPeriod) {
      enquire.set_sort_by_value_then_relevance(SlotOf(DocumentSlot::kDate), order.descending);
    } else {
      enquire.set_sort_by_relevance_then_value(SlotOf(DocumentSlot::kDate), true);
    }
    FacetCounter facets(options_.facets, Answer::kDocuments);
    facets.Watch(enquire);
    const auto offset = static_cast<Xapian::doccount>(options_.offset);
    const auto limit = static_cast<Xapian::doccount>(options_.limit);
    const Xapian::MSet found = enquire.get_mset(offset, limit, facets.Empty() ? 0 : FacetCounter::kLookAt);
    results_.total = found.get_matches_estimated();
    results_.total_is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
    results_.facets = facets.Take(found.get_matches_estimated());
    if (!options_.facets.empty()) CountFacts(enquire);
    return found;
  }

  // What the best documents' facts are about.
  void CountFacts(Xapian::Enquire& enquire) {
    enquire.clear_matchspies();
    const Xapian::MSet best = enquire.get_mset(0, kFacetDocuments);
    std::vector<std::string> ids;
    for (Xapian::MSetIterator it = best.begin(); it != best.end(); ++it)
      ids.push_back(DocumentOf(it.get_document()).id);
    if (ids.empty()) return;
    CountFactsOfDocuments(reader_.facts(), ids, options_.facets, options_.doubtful, results_.facets);
    results_.facets.exact &= best.get_matches_estimated() <= kFacetDocuments;
  }

  Xapian::Query Build() {
    std::vector<Xapian::Query> filters;
    std::vector<Xapian::Query> none;
    for (const Clause& clause : query_.clauses) {
      if (!clause.written_as_field || (phrases_are_words_ && IsPhrase(clause))) continue;
      const Xapian::Query read = ReadClause(clause);
      if (!read.empty()) (clause.negated ? none : filters).push_back(read);
    }
    if (const Query part = FactPart(query_, true); !part.clauses.empty()) {
      filters.push_back(Xapian::Query(new_source(DocumentsWithFacts(reader_, part, options_.doubtful))));
    }
    Xapian::Query query = AnyWords(words_, groups_, query_.marked, reader_.documents(), weights_);
    const bool only_filters = words_.empty();
    if (!filters.empty()) {
      const Xapian::Query filter(Xapian::Query::OP_AND, filters.begin(), filters.end());
      query = only_filters ? Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, filter, 0)
                           : Xapian::Query(Xapian::Query::OP_FILTER, query, filter);
    } else if (only_filters && !none.empty()) {
      query = Everything();
    }
    if (!none.empty()) {
      query = Xapian::Query(Xapian::Query::OP_AND_NOT, query,
                            Xapian::Query(Xapian::Query::OP_OR, none.begin(), none.end()));
    }
    return query;
  }
  static Xapian::PostingSource* new_source(std::vector<Xapian::docid> docids) {
    return (new DocidList(std::move(docids)))->release();
  }

  // Only what documents have; facts' constraints come in by FactPart.
  Xapian::Query ReadClause(const Clause& clause) const {
    if (const auto* words = std::get_if<WordsIn>(&clause.constraint)) return ReadWords(*words);
    if (const auto* date = std::get_if<DateIn>(&clause.constraint)) return ReadDate(*date);
    if (const auto* group = std::get_if<AnyOf>(&clause.constraint)) {
      std::vector<Xapian::Query> any;
      for (const Clause& inner : group->clauses) {
        const Xapian::Query read = ReadClause(inner);
        if (!read.empty()) any.push_back(read);
      }
      if (any.size() == group->clauses.size()) return Xapian::Query(Xapian::Query::OP_OR, any.begin(), any.end());
    }
    return Xapian::Query();
  }

  static Xapian::Query ReadWords(const WordsIn& in) {
    if (in.where == WordsIn::Where::kId) return Xapian::Query(IdTerm(in.words));
    const std::vector<TextWord> words = TextWords(in.words);
    if (in.where == WordsIn::Where::kAnywhere && in.phrase) return Phrase(words);
    std::vector<Xapian::Query> all;
    for (const TextWord& word : words) {
      switch (in.where) {
        case WordsIn::Where::kTitle:
          all.emplace_back(MakeTerm(prefix::kTitle, word.folded));
          break;
        case WordsIn::Where::kSource:
          all.emplace_back(MakeTerm(prefix::kSource, word.folded));
          break;
        case WordsIn::Where::kAuthor:
          all.emplace_back(MakeTerm(prefix::kAuthor, word.folded));
          break;
        default:
          all.emplace_back(word.exact == word.folded ? FoldedTerm(word.folded) : ExactTerm(word.exact));
      }
    }
    return Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end());
  }

  static Xapian::Query ReadDate(const DateIn& in) {
    const std::string from = EncodeDate(in.from.empty() ? "0001-01-01" : in.from);
    const Xapian::valueno slot = SlotOf(DocumentSlot::kDate);
    if (in.to.empty()) return Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, from);
    return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot, from, EncodeDate(in.to));
  }

  // What is worth highlighting: all but the words that only hold a question together.
  SnippetWords WantedWords() const {
    SnippetWords wanted;
    const double documents = reader_.documents().get_doccount() + 1.0;
    const std::vector<QuestionToken> tokens = CutQuestion(query_.words, 0, query_.words.size());
    for (const QuestionWord& word : words_) {
      const auto token = std::find_if(tokens.begin(), tokens.end(),
                                      [&](const QuestionToken& t) { return t.span.begin == word.begin; });
      const bool holds =
          token != tokens.end() &&
          WordTable::Default()
                  .LongestAt(tokens, static_cast<std::size_t>(token - tokens.begin()), "stop", query_.marked)
                  .form != nullptr;
      // Without marks such a word may be another: "dang" is đang and đảng.
      if (holds && words_.size() > 1 && query_.marked) continue;
      const double frequency = reader_.documents().get_termfreq(FoldedTerm(word.folded));
      wanted.words.push_back(word);
      wanted.weights.push_back(holds ? 0.1 : std::max(0.2, std::log(documents / (frequency + 0.5))));
      wanted.weak.push_back(holds && words_.size() > 1);
    }
    for (const FormGroup& group : groups_) AddOtherForms(group, wanted);
    return wanted;
  }

  // Another form is worth what its words of the question are.
  void AddOtherForms(const FormGroup& group, SnippetWords& wanted) const {
    double weight = 0;
    for (std::size_t i = 0; i < wanted.words.size() && i < words_.size(); ++i) {
      const std::size_t begin = wanted.words[i].begin;
      if (begin >= words_[group.begin].begin && begin < words_[group.end - 1].end) weight += wanted.weights[i];
    }
    for (const OtherForm& form : group.forms) {
      wanted.whole.emplace_back(wanted.words.size(), wanted.words.size() + form.words.size());
      for (const TextWord& word : form.words) {
        wanted.words.push_back(word);
        wanted.weights.push_back(weight / static_cast<double>(form.words.size()));
        wanted.weak.push_back(false);
      }
    }
  }

  void Collect(const Xapian::MSet& found) {
    const SnippetWords wanted = WantedWords();
    std::vector<Xapian::docid> docids;
    for (Xapian::MSetIterator it = found.begin(); it != found.end(); ++it) {
      const Document document = DocumentOf(it.get_document());
      DocumentHit hit;
      hit.document = InfoOf(document);
      hit.score = it.get_weight();
      if (options_.snippets) hit.snippet = MakeSnippet(document, wanted, options_.snippet_length);
      results_.documents.push_back(std::move(hit));
      docids.push_back(*it);
    }
    if (!options_.document_facts) return;
    std::vector<std::vector<FactSource>> facts =
        FactsOfDocuments(reader_, query_, docids, kFactsEach, options_.doubtful);
    for (std::size_t i = 0; i < facts.size(); ++i) results_.documents[i].facts = std::move(facts[i]);
  }

  const IndexReader& reader_;
  const SearchOptions& options_;
  Results& results_;
  const Query& query_;
  const TextWeights& weights_;
  std::vector<QuestionWord> words_;
  std::vector<FormGroup> groups_;
  bool phrases_are_words_ = false;
};

}  // namespace

void SearchDocuments(const IndexReader& reader, const SearchOptions& options, Results& results) {
  DocumentSearch(reader, options, results).Run();
}

}  // namespace timso
