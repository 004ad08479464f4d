// Facts that satisfy a question, as rows.
#pragma once
#include "indexer/schema/index_reader.h"
#include "searcher/results.h"
#include "searcher/searcher.h"

namespace timso {

// Fills results.facts, total, facets and warnings. `results.query` is set. Xapian's errors pass through.
void SearchFacts(const IndexReader& reader, const SearchOptions& options, Results& results);

}  // namespace timso
