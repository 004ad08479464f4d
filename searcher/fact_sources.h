// Facts of the index with what is known of their documents.
#pragma once
#include <xapian.h>

#include <map>
#include <optional>

#include "indexer/schema/document.h"
#include "searcher/results.h"

namespace timso {

// Documents are read once a search, though many facts come from one.
class DocumentCache {
 public:
  explicit DocumentCache(const Xapian::Database& documents) : documents_(documents) {}
  // nullptr when the document is gone.
  const Document* Get(Xapian::docid docid);

 private:
  const Xapian::Database& documents_;
  std::map<Xapian::docid, std::optional<Document>> cache_;
};

// One fact with what is known of its document. While the two databases are out of step (after a crash), a fact whose
// article has changed since is left out.
std::optional<FactSource> SourceOf(const Xapian::Document& entry, DocumentCache& documents, bool in_step);

}  // namespace timso
