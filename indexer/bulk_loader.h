// Many new articles at once: small databases built in parallel, then merged in one sweep.
//
// Xapian keeps what is not yet flushed in trees of terms and documents; beyond a few hundred articles these outgrow the
// processor's caches, and most of the time goes into waiting for memory. A part of some hundred articles is written
// while it still fits, parts are independent and so use all cores, and merging copies sorted runs.
#pragma once
#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/analysis.h"

namespace timso {

// Gathers articles into parts below a folder of its own. Not for use by several threads.
class BulkLoader {
 public:
  // `folder` is made; the first article gets docid `first`, the next the next. A part has `part_documents`: the larger,
  // the slower and the smaller the index.
  BulkLoader(std::filesystem::path folder, Xapian::docid first, std::size_t part_documents, unsigned workers);
  ~BulkLoader();

  // Throws what building an earlier part threw. Returns the article's docid.
  Xapian::docid Add(AnalysedDocument document);

  std::size_t documents() const { return documents_; }
  std::uint64_t bytes() const { return bytes_; }  // of text

  // Both end the loader. Throw Xapian::Error, or what building a part threw.
  //
  // Merges the databases in `base` (a generation's folder) and all parts into new ones in `target`; articles keep their
  // docids.
  void MergeInto(const std::filesystem::path& base, const std::filesystem::path& target);
  // The folders of the parts, in order, for when merging would cost more than adding their articles one by one.
  std::vector<std::filesystem::path> Parts();

 private:
  class Builder;
  void PutChunk();

  std::filesystem::path folder_;
  std::unique_ptr<Builder> builder_;
  std::vector<AnalysedDocument> chunk_;
  std::size_t chunk_bytes_ = 0;
  std::size_t part_documents_;
  std::size_t documents_ = 0;
  std::uint64_t bytes_ = 0;
  Xapian::docid next_;
};

}  // namespace timso
