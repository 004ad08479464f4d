// A typed Query → a Xapian::Query over the facts.
#pragma once
#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/query.h"

namespace timso {

struct FactQueryOptions {
  bool places_within = false;  // PlaceIs::kItselfElseBelow reads as kWithin
};

// Every entry. Xapian's own MatchAll is one object whose references are counted without a lock: two threads that copy
// it would race.
Xapian::Query Everything();

// What has any of these, terms (std::string) or queries.
template <typename Terms>
Xapian::Query AnyTerm(const Terms& terms) {
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

// All that must hold; Everything() when nothing must. Words that were left over from the question's words are not in
// it: see LeftoverWords.
Xapian::Query FactFilter(const Query& query, const FactQueryOptions& options);

// Those of the facts that are not doubtful, or all when `doubtful` ones are wanted, too.
Xapian::Query WithDoubts(const Xapian::Query& facts, bool doubtful);
// Those that are doubtful.
Xapian::Query Doubtful(const Xapian::Query& facts);

// A word that nothing was read from, for ranking or, when the question names no measure, for finding it. All folded.
struct LeftoverWord {
  std::string word;
  std::vector<std::vector<std::string>> others;  // in its place: the words of an abbreviation, or the one they have
};
std::vector<LeftoverWord> LeftoverWords(const Query& query);

// True when some clause only lets through what is about a measure that no table has: words and no `measure`.
bool WordsNameTheMeasure(const Query& query);

}  // namespace timso
