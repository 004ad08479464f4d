// What facts have to say where documents are the answer.
#pragma once
#include <xapian.h>

#include <vector>

#include "indexer/schema/index_reader.h"
#include "searcher/results.h"

namespace timso {

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
