#include "searcher/fact_search.h"

#include <algorithm>

#include "indexer/schema/terms.h"
#include "indexer/schema/text_terms.h"
#include "indexer/schema/values.h"
#include "searcher/facet_counter.h"
#include "searcher/fact_query.h"
#include "searcher/fact_sources.h"
#include "searcher/merge.h"
#include "searcher/query/measures.h"

namespace timso {
namespace {

// Facts are merged into rows within a window of hits: wide enough for what stands beside each other on a page, narrow
// enough to be read in a millisecond or two.
constexpr Xapian::doccount kWindowMargin = 60;
constexpr Xapian::doccount kLargestWindow = 5000;

void SortBy(Xapian::Enquire& enquire, const Order& order) {
  switch (order.key) {
    case Order::Key::kValue:
      enquire.set_sort_by_value_then_relevance(SlotOf(FactSlot::kValue), order.descending);
      return;
    case Order::Key::kDate:
      enquire.set_sort_by_value_then_relevance(SlotOf(FactSlot::kDocumentDate), order.descending);
      return;
    case Order::Key::kPeriod:
      enquire.set_sort_by_value_then_relevance(SlotOf(FactSlot::kTo), order.descending);
      return;
    case Order::Key::kSubject:
      enquire.set_sort_by_value_then_relevance(SlotOf(FactSlot::kSubject), order.descending);
      return;
    case Order::Key::kMeasure:
      enquire.set_sort_by_value_then_relevance(SlotOf(FactSlot::kMeasure), order.descending);
      return;
    case Order::Key::kBestFirst:
      enquire.set_sort_by_relevance_then_value(SlotOf(FactSlot::kDocumentDate), true);
  }
}

// A query over the facts and how strict its words are.
struct FactAttempt {
  Xapian::Query filter;
  std::vector<Xapian::Query> terms;  // one weight each
  std::size_t at_least = 0;          // so many of them must be there; 0: they only rank
};

class FactSearch {
 public:
  FactSearch(const IndexReader& reader, const SearchOptions& options, Results& results)
      : reader_(reader), options_(options), results_(results), query_(results.query), documents_(reader.documents()) {}

  void Run() {
    order_ = options_.order.value_or(query_.order);
    words_ = LeftoverWords(query_);
    const Xapian::MSet found = Find();
    if (!options_.doubtful) CountDoubtful(found);
    Collect(found);
  }

 private:
  // The first attempt that finds anything.
  Xapian::MSet Find() {
    Xapian::MSet found = Attempts(false);
    if (found.empty() && ReadsWithin()) {
      found = Attempts(true);
      if (!found.empty()) {
        results_.warnings.push_back("Nothing is stated about the place itself; these are figures of what lies in it.");
      }
    }
    if (found.empty()) found = ByMeasureWords();
    if (found.empty()) found = WithoutGuesses();
    return found;
  }

  // What the attempt that found something leaves out, or what another one would find.
  void CountDoubtful(const Xapian::MSet& found) {
    results_.doubtful_left_out = found.empty() ? 0 : DoubtfulBeside();
    if (!found.empty()) return;
    const Results nothing = results_;
    doubtful_ = true;
    const std::size_t count = Find().get_matches_estimated();
    results_ = nothing;
    results_.doubtful_left_out = count;
  }

  // What no word of the question says: a kind or "no breakdown" that was taken for granted.
  static bool IsGuess(const Clause& clause) {
    const bool guessable =
        std::holds_alternative<KindIs>(clause.constraint) || std::holds_alternative<QualifiersAre>(clause.constraint);
    return guessable && clause.spans.empty() && !clause.written_as_field;
  }

  // Numbers of several kinds can neither be bounded nor ranked together.
  Xapian::MSet WithoutGuesses() {
    const bool bounded = std::any_of(query_.clauses.begin(), query_.clauses.end(), [](const Clause& clause) {
      return std::holds_alternative<ValueIn>(clause.constraint);
    });
    Query relaxed = query_;
    const std::size_t guesses = std::erase_if(relaxed.clauses, IsGuess);
    if (guesses == 0 || bounded || order_.key == Order::Key::kValue) return {};
    const Xapian::MSet found = Match({FactFilter(relaxed, {true}), Terms(prefix::kFolded), 0});
    if (!found.empty()) {
      results_.warnings.push_back("No such number is stated as a plain figure; these are other figures of the same.");
    }
    return found;
  }

  bool ReadsWithin() const {
    return std::any_of(query_.clauses.begin(), query_.clauses.end(), [](const Clause& clause) {
      const auto* place = std::get_if<PlaceIs>(&clause.constraint);
      return place && place->scope == PlaceIs::Scope::kItselfElseBelow;
    });
  }

  // Words that no table knows name the measure: first all of them in the measure's own words, then ever fewer of them,
  // then anywhere in the sentence. With a measure they only rank.
  Xapian::MSet Attempts(bool within) {
    const Xapian::Query filter = FactFilter(query_, {within});
    if (!WordsNameTheMeasure(query_)) {
      Xapian::MSet narrower = InOwnWords(within);
      return narrower.empty() ? Match({filter, Terms(prefix::kFolded), 0}) : narrower;
    }
    const std::vector<Xapian::Query> known = Terms(prefix::kMeasureWord, true);
    const std::size_t most = (words_.size() * 3 + 4) / 5;
    if (!known.empty() && known.size() >= most) {
      for (std::size_t enough = known.size(); enough >= std::max<std::size_t>(most, 1); --enough) {
        Xapian::MSet found = Match({filter, known, enough});
        if (!found.empty()) return found;
      }
    }
    return Match({filter, Terms(prefix::kFolded), std::max<std::size_t>(most, 1)});
  }

  // "bao nhiêu đảng viên bị đình chỉ sinh hoạt": words beside the measure's may name a figure of their own. Facts whose
  // measure's words have them all say more than those of the measure at large.
  Xapian::MSet InOwnWords(bool within) {
    Query open = query_;
    std::vector<std::string> ids;
    std::erase_if(open.clauses, [&ids](const Clause& clause) {
      const auto* measure = std::get_if<MeasureIs>(&clause.constraint);
      if (measure == nullptr || clause.written_as_field) return false;
      ids = measure->ids;
      return true;
    });
    const std::vector<Xapian::Query> known = Terms(prefix::kMeasureWord, true);
    if (ids.empty() || known.empty() || known.size() < words_.size()) return {};
    AskForItsUnit(ids.front(), open);
    return Match({NoOtherMeasure(FactFilter(open, {within}), ids), known, known.size()});
  }

  // A count of the measure's things is in its unit: one of members is none of organizations.
  static void AskForItsUnit(const std::string& measure, Query& open) {
    const bool counts = std::any_of(open.clauses.begin(), open.clauses.end(), [](const Clause& clause) {
      const auto* kind = std::get_if<KindIs>(&clause.constraint);
      return kind != nullptr && kind->kinds == std::vector<FactKind>{FactKind::kAmount};
    });
    const std::string unit = UnitOf(measure);
    if (!counts || unit.empty()) return;
    Clause& clause = open.clauses.emplace_back();
    clause.constraint = UnitIs{unit};
  }

  // The measure's words where the documents use them for what no measure has.
  Xapian::MSet ByMeasureWords() {
    Query open = query_;
    std::string words;
    std::erase_if(open.clauses, [&](const Clause& clause) {
      if (!std::holds_alternative<MeasureIs>(clause.constraint) || clause.written_as_field) return false;
      for (const QuestionSpan& span : clause.spans)
        words += query_.text.substr(span.begin, span.end - span.begin) + ' ';
      return true;
    });
    if (words.empty()) return {};
    open.clauses.push_back({WordsIn{words, WordsIn::Where::kAnywhere, false}, {}, false, false});
    words_ = LeftoverWords(open);
    const std::vector<Xapian::Query> known = Terms(prefix::kMeasureWord, true);
    if (known.size() < 2 || known.size() < words_.size()) return {};
    const Xapian::MSet found = Match({NoOtherMeasure(FactFilter(open, {true}), {}), known, known.size()});
    if (!found.empty())
      results_.warnings.push_back("These figures are named by the same words in the text; no measure has them.");
    return found;
  }

  static Xapian::Query NoOtherMeasure(const Xapian::Query& filter, const std::vector<std::string>& ids) {
    std::vector<std::string> others;
    for (const std::string& id : MeasureIds()) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) others.push_back(MakeTerm(prefix::kMeasure, id));
    }
    return Xapian::Query(Xapian::Query::OP_AND_NOT, filter, AnyTerm(others));
  }

  // The words under a prefix, each together with its other forms; `known`: only what the index has.
  std::vector<Xapian::Query> Terms(std::string_view prefix, bool known = false) const {
    std::vector<Xapian::Query> terms;
    for (const LeftoverWord& leftover : words_) {
      std::vector<Xapian::Query> forms;
      const auto add = [&](const std::vector<std::string>& words) {
        std::vector<std::string> all;
        for (const std::string& word : words) all.push_back(MakeTerm(prefix, word));
        const bool exist = std::all_of(all.begin(), all.end(),
                                       [&](const std::string& term) { return reader_.facts().term_exists(term); });
        if (exist || !known) forms.emplace_back(Xapian::Query::OP_AND, all.begin(), all.end());
      };
      add({leftover.word});
      for (const std::vector<std::string>& other : leftover.others) add(other);
      if (forms.size() == 1) terms.push_back(forms.front());
      if (forms.size() > 1) terms.emplace_back(Xapian::Query::OP_SYNONYM, forms.begin(), forms.end());
    }
    return terms;
  }

  Xapian::doccount Window() const {
    const std::size_t rows = options_.offset + std::min(options_.limit, query_.top.value_or(options_.limit));
    return static_cast<Xapian::doccount>(std::min<std::size_t>(rows * 2 + kWindowMargin, kLargestWindow + rows));
  }

  void Set(const FactAttempt& attempt, const Xapian::Query& filter, Xapian::Enquire& enquire) const {
    Xapian::Query query(Xapian::Query::OP_SCALE_WEIGHT, filter, 0.0);
    if (!attempt.terms.empty()) {
      query = Xapian::Query(attempt.at_least > 0 ? Xapian::Query::OP_AND : Xapian::Query::OP_AND_MAYBE, query,
                            AnyTerm(attempt.terms));
      enquire.set_weighting_scheme(Xapian::CoordWeight());
    } else {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
    }
    enquire.set_query(query);
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    if (attempt.at_least > 0) enquire.set_cutoff(0, static_cast<double>(attempt.at_least));
  }

  Xapian::MSet Match(const FactAttempt& attempt) {
    last_ = attempt;
    Xapian::Enquire enquire(reader_.facts());
    Set(attempt, WithDoubts(attempt.filter, doubtful_), enquire);
    SortBy(enquire, order_);
    FacetCounter facets(options_.facets, Answer::kFacts);
    facets.Watch(enquire);
    const Xapian::MSet found = enquire.get_mset(0, Window(), facets.Empty() ? Window() + 1 : FacetCounter::kLookAt);
    results_.facets = facets.Take(found.get_matches_estimated());
    return found;
  }

  // The doubtful facts that the last attempt would have found as well.
  std::size_t DoubtfulBeside() const {
    constexpr Xapian::doccount kCounted = 100;
    Xapian::Enquire enquire(reader_.facts());
    Set(last_, Doubtful(last_.filter), enquire);
    return enquire.get_mset(0, 0, kCounted).get_matches_estimated();
  }

  void Collect(const Xapian::MSet& found) {
    std::vector<FactSource> sources;
    for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit) {
      std::optional<FactSource> source = SourceOf(hit.get_document(), documents_, reader_.in_step());
      if (source && PhrasesHold(*source)) sources.push_back(std::move(*source));
    }
    const std::size_t read = found.size();
    std::vector<FactRow> rows = MergeFacts(std::move(sources));
    if (order_.key == Order::Key::kBestFirst) JoinRunningCounts(rows);
    const bool all = read < Window();
    results_.total = all ? rows.size() : std::max<std::size_t>(rows.size(), found.get_matches_estimated());
    results_.total_is_exact = all;
    Page(std::move(rows));
  }

  void Page(std::vector<FactRow> rows) {
    if (query_.top) {
      rows.resize(std::min(rows.size(), *query_.top));
      results_.total = std::min(results_.total, *query_.top);
      results_.total_is_exact |= rows.size() == *query_.top;
    }
    const std::size_t begin = std::min(options_.offset, rows.size());
    const std::size_t end = begin + std::min(options_.limit, rows.size() - begin);
    results_.facts.assign(std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(begin)),
                          std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(end)));
  }

  // Facts have no word positions: what a phrase wants is looked for in the sentence and the title themselves.
  bool PhrasesHold(const FactSource& source) const {
    for (const Clause& clause : query_.clauses) {
      const auto* words = std::get_if<WordsIn>(&clause.constraint);
      if (words == nullptr || !words->phrase) continue;
      const bool holds =
          HasPhrase(source.fact.evidence.text, words->words) || HasPhrase(source.document.title, words->words);
      if (holds == clause.negated) return false;
    }
    return true;
  }

  bool HasPhrase(std::string_view text, std::string_view phrase) const {
    const std::vector<TextWord> wanted = TextWords(phrase);
    const std::vector<TextWord> words = TextWords(text);
    if (wanted.empty()) return true;
    const auto same = [](const TextWord& word, const TextWord& want) {
      return want.exact == want.folded ? word.folded == want.folded : word.exact == want.exact;
    };
    return std::search(words.begin(), words.end(), wanted.begin(), wanted.end(), same) != words.end();
  }

  const IndexReader& reader_;
  const SearchOptions& options_;
  Results& results_;
  const Query& query_;
  DocumentCache documents_;
  Order order_;
  std::vector<LeftoverWord> words_;
  bool doubtful_ = options_.doubtful;
  FactAttempt last_;
};

}  // namespace

void SearchFacts(const IndexReader& reader, const SearchOptions& options, Results& results) {
  FactSearch(reader, options, results).Run();
}

}  // namespace timso
