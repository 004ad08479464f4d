#include "searcher/fact_query.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "indexer/schema/terms.h"
#include "indexer/schema/text_terms.h"
#include "indexer/schema/values.h"
#include "searcher/other_forms.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

using Terms = std::vector<std::string>;

Xapian::Query Term(std::string_view prefix, std::string_view body) { return Xapian::Query(MakeTerm(prefix, body)); }
Xapian::Query Any(const std::vector<Xapian::Query>& queries) {
  return Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
}
Xapian::Query All(const std::vector<Xapian::Query>& queries) {
  return Xapian::Query(Xapian::Query::OP_AND, queries.begin(), queries.end());
}
Xapian::Query And(const Xapian::Query& a, const Xapian::Query& b) { return Xapian::Query(Xapian::Query::OP_AND, a, b); }

Xapian::Query SlotAtLeast(FactSlot slot, const std::string& encoded) {
  return Xapian::Query(Xapian::Query::OP_VALUE_GE, SlotOf(slot), encoded);
}
// An absent value sorts before all others and must not count as small.
Xapian::Query SlotAtMost(FactSlot slot, const std::string& lowest, const std::string& encoded) {
  return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, SlotOf(slot), lowest, encoded);
}

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double Slack(double number) { return std::abs(number) * 1e-9; }

Xapian::Query Read(const LevelIs& is) {
  std::vector<Xapian::Query> any;
  for (const Level level : is.levels) any.push_back(Term(prefix::kLevel, NameOf(level)));
  return Any(any);
}

Xapian::Query Within(const PlaceIs& place) {
  const std::string name = FoldName(place.name);
  std::vector<Xapian::Query> any;
  for (const std::string& code : place.codes) any.push_back(Term(prefix::kPlaceCode, code));
  if (place.level && *place.level != Level::kProvince) {
    any.push_back(And(Term(prefix::kSubject, name), Term(prefix::kLevel, NameOf(*place.level))));
  } else {
    any.push_back(Term(place.codes.empty() ? prefix::kPlaceName : prefix::kSubject, name));
    any.push_back(Term(prefix::kProvince, name));
  }
  return Any(any);
}

Xapian::Query Read(const PlaceIs& place, const FactQueryOptions& options) {
  const std::string name = FoldName(place.name);
  switch (place.scope) {
    case PlaceIs::Scope::kProvince:
      return Term(prefix::kProvince, name);
    case PlaceIs::Scope::kWithin:
      return Within(place);
    case PlaceIs::Scope::kItselfElseBelow:
      if (options.places_within) return Within(place);
      break;
    case PlaceIs::Scope::kItself:
      break;
  }
  const Xapian::Query itself = Term(prefix::kSubject, name);
  return place.level ? And(itself, Term(prefix::kLevel, NameOf(*place.level))) : itself;
}

Xapian::Query Read(const ValueIn& in) {
  const NumberRange& range = in.range;
  std::vector<Xapian::Query> all;
  if (in.kind) all.push_back(Term(prefix::kKind, NameOf(*in.kind)));
  if (range.IsEmpty()) return {};
  if (range.low) {
    const double low = range.low_included ? *range.low - Slack(*range.low) : std::nextafter(*range.low, kInfinity);
    all.push_back(SlotAtLeast(FactSlot::kLow, EncodeNumber(low)));
  }
  if (range.high) {
    const double high =
        range.high_included ? *range.high + Slack(*range.high) : std::nextafter(*range.high, -kInfinity);
    all.push_back(SlotAtMost(FactSlot::kHigh, EncodeNumber(-kInfinity), EncodeNumber(high)));
  }
  return All(all);
}

Xapian::Query Read(const QualifiersAre& are) {
  std::vector<Xapian::Query> all;
  for (const std::string& id : are.required) all.push_back(Term(prefix::kQualifier, id));
  Xapian::Query query = all.empty() ? Everything() : All(all);
  if (!are.exact) return query;
  Terms others;
  for (const WordForm* row : WordTable::Default().Rows("qualifier")) {
    const auto has = [row](const std::vector<std::string>& ids) {
      return std::find(ids.begin(), ids.end(), row->id) != ids.end();
    };
    if (!has(are.required) && !has(are.allowed)) others.push_back(MakeTerm(prefix::kQualifier, row->id));
  }
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  return Xapian::Query(Xapian::Query::OP_AND_NOT, query, AnyTerm(others));
}

int YearOf(const std::string& iso) { return std::atoi(iso.substr(0, 4).c_str()); }

// Years are looked up as terms, which is quicker than comparing dates; only parts of years need the dates.
Xapian::Query PeriodWithin(const PeriodIs& period) {
  std::vector<Xapian::Query> all;
  const bool from_year_start = period.from.size() == 10 && period.from.substr(4) == "-01-01";
  const bool to_year_end = period.to.size() == 10 && period.to.substr(4) == "-12-31";
  if (!period.from.empty() && !period.to.empty()) {
    const int first = YearOf(period.from);
    const int last = YearOf(period.to);
    if (first == last) {
      all.emplace_back(YearTerm(first));
    } else {
      all.push_back(AnyTerm(FromYearTerms(first, last)));
      all.push_back(AnyTerm(ToYearTerms(first, last)));
    }
    if (from_year_start && to_year_end) return All(all);
  }
  if (!period.from.empty()) all.push_back(SlotAtLeast(FactSlot::kFrom, EncodeDate(period.from)));
  if (!period.to.empty()) {
    all.push_back(SlotAtMost(FactSlot::kTo, EncodeDate("0001-01-01"), EncodeDate(period.to)));
  }
  return All(all);
}

Xapian::Query PeriodOverlapping(const PeriodIs& period) {
  const std::string from = period.from.empty() ? "0001-01-01" : period.from;
  const std::string to = period.to.empty() ? "9999-12-31" : period.to;
  const int first = YearOf(from);
  const int last = YearOf(to);
  if (last - first < 100) {
    Terms years;
    for (int year = first; year <= last; ++year) years.push_back(DuringTerm(year));
    const Xapian::Query in_years = AnyTerm(years);
    if (from.substr(4) == "-01-01" && to.substr(4) == "-12-31") return in_years;
  }
  return And(SlotAtMost(FactSlot::kFrom, EncodeDate("0001-01-01"), EncodeDate(to)),
             SlotAtLeast(FactSlot::kTo, EncodeDate(from)));
}

Xapian::Query Read(const PeriodIs& period) {
  return period.how == PeriodIs::How::kOverlaps ? PeriodOverlapping(period) : PeriodWithin(period);
}

Xapian::Query Read(const DateIn& in) {
  const std::string from = EncodeDate(in.from.empty() ? "0001-01-01" : in.from);
  if (in.to.empty()) return SlotAtLeast(FactSlot::kDocumentDate, from);
  return SlotAtMost(FactSlot::kDocumentDate, from, EncodeDate(in.to));
}

// Words of a fact stand in its measure's words, its sentence or its document's title.
Xapian::Query Read(const WordsIn& in) {
  if (in.where == WordsIn::Where::kId) return Xapian::Query(IdTerm(in.words));
  std::vector<Xapian::Query> all;
  for (const TextWord& word : TextWords(in.words)) {
    if (in.where == WordsIn::Where::kSource) {
      all.push_back(Term(prefix::kSource, word.folded));
    } else {
      all.push_back(Any({Xapian::Query(FoldedTerm(word.folded)), Term(prefix::kMeasureWord, word.folded),
                         Term(prefix::kSubject, word.folded)}));
    }
  }
  return all.empty() ? Everything() : All(all);
}

bool IsLeftover(const Clause& clause) {
  return !clause.written_as_field && !clause.negated && std::holds_alternative<WordsIn>(clause.constraint);
}

Xapian::Query ReadClause(const Clause& clause, const FactQueryOptions& options) {
  struct Reader {
    const FactQueryOptions& options;
    Xapian::Query operator()(const LevelIs& c) const { return Read(c); }
    Xapian::Query operator()(const PlaceIs& c) const { return Read(c, options); }
    Xapian::Query operator()(const MeasureIs& c) const {
      Terms terms;
      for (const std::string& id : c.ids) terms.push_back(MakeTerm(prefix::kMeasure, id));
      return AnyTerm(terms);
    }
    Xapian::Query operator()(const KindIs& c) const {
      Terms terms;
      for (const FactKind kind : c.kinds) terms.push_back(MakeTerm(prefix::kKind, NameOf(kind)));
      return AnyTerm(terms);
    }
    Xapian::Query operator()(const ValueIn& c) const { return Read(c); }
    Xapian::Query operator()(const UnitIs& c) const { return Term(prefix::kUnit, FoldName(c.unit)); }
    Xapian::Query operator()(const QualifiersAre& c) const { return Read(c); }
    Xapian::Query operator()(const PeriodIs& c) const { return Read(c); }
    Xapian::Query operator()(const DateIn& c) const { return Read(c); }
    Xapian::Query operator()(const WordsIn& c) const { return Read(c); }
    Xapian::Query operator()(const AnyOf& c) const {
      std::vector<Xapian::Query> any;
      for (const Clause& inner : c.clauses) any.push_back(ReadClause(inner, options));
      return Any(any);
    }
  };
  const Xapian::Query query = std::visit(Reader{options}, clause.constraint);
  return clause.negated ? Xapian::Query(Xapian::Query::OP_AND_NOT, Everything(), query) : query;
}

}  // namespace

Xapian::Query Everything() { return Xapian::Query(std::string()); }

Xapian::Query FactFilter(const Query& query, const FactQueryOptions& options) {
  std::vector<Xapian::Query> all;
  std::vector<Xapian::Query> none;
  for (const Clause& clause : query.clauses) {
    if (IsLeftover(clause)) continue;
    Clause positive = clause;
    positive.negated = false;
    (clause.negated ? none : all).push_back(ReadClause(positive, options));
  }
  Xapian::Query filter = all.empty() ? Everything() : All(all);
  if (!none.empty()) filter = Xapian::Query(Xapian::Query::OP_AND_NOT, filter, Any(none));
  return filter;
}

Xapian::Query WithDoubts(const Xapian::Query& facts, bool doubtful) {
  if (doubtful) return facts;
  return Xapian::Query(Xapian::Query::OP_AND_NOT, facts, Term(prefix::kFlag, "doubtful"));
}

Xapian::Query Doubtful(const Xapian::Query& facts) {
  return Xapian::Query(Xapian::Query::OP_FILTER, facts, Term(prefix::kFlag, "doubtful"));
}

std::vector<LeftoverWord> LeftoverWords(const Query& query) {
  std::string text;
  for (const Clause& clause : query.clauses) {
    if (IsLeftover(clause)) text += std::get<WordsIn>(clause.constraint).words + ' ';
  }
  const std::vector<TextWord> words = TextWords(text);
  std::vector<LeftoverWord> leftovers;
  for (const TextWord& word : words) {
    const bool known = std::any_of(leftovers.begin(), leftovers.end(),
                                   [&](const LeftoverWord& leftover) { return leftover.word == word.folded; });
    if (!known) leftovers.push_back({word.folded, {}});
  }
  for (const FormGroup& group : FindOtherForms(text, words, query.marked)) {
    for (LeftoverWord& leftover : leftovers) {
      const auto in_group = [&](const TextWord& word) { return word.folded == leftover.word; };
      if (std::none_of(words.begin() + static_cast<std::ptrdiff_t>(group.begin),
                       words.begin() + static_cast<std::ptrdiff_t>(group.end), in_group))
        continue;
      for (const OtherForm& form : group.forms) {
        std::vector<std::string>& other = leftover.others.emplace_back();
        for (const TextWord& word : form.words) other.push_back(word.folded);
      }
    }
  }
  return leftovers;
}

bool WordsNameTheMeasure(const Query& query) {
  const bool has_measure = std::any_of(query.clauses.begin(), query.clauses.end(), [](const Clause& clause) {
    return std::holds_alternative<MeasureIs>(clause.constraint);
  });
  return !has_measure && !LeftoverWords(query).empty();
}

}  // namespace timso
