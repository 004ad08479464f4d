// How the changes of one run become durable.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "indexer/index_writer.h"

namespace timso {

struct BatchOptions {
  std::size_t commit_every = 0;  // as IndexOptions
  std::size_t bulk_from = 1000;
  unsigned workers = 0;
};

// Few new articles are added in place; many, or the first of an index, are built in parts and merged with the rest into
// a new generation, which leaves no gaps in the files; replaced ones always change in place.
// Not for use by several threads. Throws Xapian::Error, IndexError.
class Batches {
 public:
  Batches(IndexWriter& writer, const BatchOptions& options) : writer_(writer), options_(options) {}

  Xapian::docid DocidOf(const std::string& id) const { return writer_.databases().DocidOf(id); }
  void Add(AnalysedDocument document);  // REQUIRES: no article of its id is stored
  void Replace(AnalysedDocument document) { writer_.databases().Put(std::move(document)); }
  void Remove(Xapian::docid docid) { writer_.databases().Remove(docid); }

  // Changes since the last commit.
  std::size_t waiting() const;
  // Time to commit.
  bool Full() const;
  void Commit();

 private:
  bool SoonCommitted() const;
  bool FewArePartOfMany() const;
  void BeginLoading();
  void AddOneByOne(BulkLoader& loader);

  IndexWriter& writer_;
  const BatchOptions options_;
  std::vector<AnalysedDocument> few_;
  std::size_t few_bytes_ = 0;
  std::unique_ptr<BulkLoader> loader_;
};

}  // namespace timso
