// Articles that fit a question, best first.
#pragma once
#include "indexer/schema/index_reader.h"
#include "searcher/results.h"
#include "searcher/searcher.h"

namespace timso {

// Fills results.documents, total, facets and warnings. `results.query` is set. Xapian's errors pass through.
void SearchDocuments(const IndexReader& reader, const SearchOptions& options, Results& results);

}  // namespace timso
