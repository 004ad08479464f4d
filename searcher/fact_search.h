// Facts that satisfy a question, as rows.
#pragma once
#include <functional>

#include "indexer/schema/index_reader.h"
#include "searcher/results.h"
#include "searcher/searcher.h"

namespace timso {

// Fills results.facts, total, facets and warnings. `results.query` is set. Xapian's errors pass through.
void SearchFacts(const IndexReader& reader, const SearchOptions& options, Results& results);

// The facts of these documents (docids in documents/) that fit the question's fact constraints, at most `each` a
// document, in the documents' order; empty when the question has no such constraint. `doubtful`: doubtful ones too.
std::vector<std::vector<FactSource>> FactsOfDocuments(const IndexReader& reader, const Query& query,
                                                      const std::vector<Xapian::docid>& docids, std::size_t each,
                                                      bool doubtful);

// The docids, sorted, of documents that have a fact which satisfies the question's fact constraints; `doubtful`: a
// doubtful one will do.
std::vector<Xapian::docid> DocumentsWithFacts(const IndexReader& reader, const Query& query, bool doubtful);

// The part of the query that only facts can satisfy; `written_only`: what was written as fields.
Query FactPart(const Query& query, bool written_only);

}  // namespace timso
