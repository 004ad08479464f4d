#include "indexer/bulk_loader.h"

#include <algorithm>

#include "indexer/ordered_pipeline.h"
#include "indexer/schema/format.h"
#include "indexer/schema/values.h"

namespace timso {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPartBytes = std::size_t{8} << 20;  // of text
constexpr std::size_t kPartsMerged = 40;                  // at a time: each part has some files open
constexpr int kLevel = Xapian::Compactor::FULL;
constexpr int kPartFlags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;

struct Chunk {
  std::vector<AnalysedDocument> documents;
  Xapian::docid first = 0;
  std::size_t number = 0;
};

// docids stand in the facts: documents/ must keep its own, facts/ may close gaps.
void Merge(const std::vector<fs::path>& parts, std::string_view name, const fs::path& target) {
  const int keep = name == file_name::kDocuments ? Xapian::DBCOMPACT_NO_RENUMBER : 0;
  Xapian::Database all;
  for (const fs::path& part : parts) all.add_database(Xapian::Database((part / name).string()));
  all.compact((target / name).string(), static_cast<unsigned>(keep | kLevel));
}

}  // namespace

// Builds parts in worker threads and merges every so many of them into one.
class BulkLoader::Builder {
 public:
  Builder(fs::path folder, unsigned workers)
      : folder_(std::move(folder)),
        pipeline_(
            workers, 2 * workers, SIZE_MAX / 2, [this](Chunk chunk, unsigned) { return Build(std::move(chunk)); },
            [this](fs::path part) { Take(std::move(part)); }) {}

  bool Put(Chunk chunk) {
    chunk.number = count_++;
    return pipeline_.Put(std::move(chunk), 0);
  }
  void Finish() { pipeline_.Finish(); }
  const std::vector<fs::path>& parts() const { return parts_; }

 private:
  fs::path Build(Chunk chunk) const {
    const fs::path part = folder_ / ("part-" + std::to_string(chunk.number));
    fs::create_directories(part);
    Xapian::WritableDatabase documents((part / file_name::kDocuments).string(), kPartFlags);
    Xapian::WritableDatabase facts((part / file_name::kFacts).string(), kPartFlags);
    Xapian::docid docid = chunk.first;
    for (AnalysedDocument& document : chunk.documents) {
      documents.replace_document(docid, document.entry);
      for (Xapian::Document& fact : document.facts) {
        fact.add_value(SlotOf(FactSlot::kDocument), EncodeId(docid));
        facts.add_document(fact);
      }
      document = AnalysedDocument();
      ++docid;
    }
    documents.commit();
    facts.commit();
    return part;
  }

  void Take(fs::path part) {
    parts_.push_back(std::move(part));
    if (++fresh_ < kPartsMerged) return;
    const std::vector<fs::path> fresh(parts_.end() - static_cast<std::ptrdiff_t>(fresh_), parts_.end());
    const fs::path merged = folder_ / ("merged-" + std::to_string(parts_.size() - fresh_));
    MergeParts(fresh, merged);
    parts_.resize(parts_.size() - fresh_);
    parts_.push_back(merged);
    fresh_ = 0;
  }

 public:
  static void MergeParts(const std::vector<fs::path>& parts, const fs::path& target) {
    fs::create_directories(target);
    Merge(parts, file_name::kDocuments, target);
    Merge(parts, file_name::kFacts, target);
  }

 private:
  fs::path folder_;
  std::size_t count_ = 0;
  std::vector<fs::path> parts_;  // of the consumer's thread until Finish
  std::size_t fresh_ = 0;
  OrderedPipeline<Chunk, fs::path> pipeline_;
};

BulkLoader::BulkLoader(fs::path folder, Xapian::docid first, std::size_t part_documents, unsigned workers)
    : folder_(std::move(folder)), part_documents_(part_documents), next_(first) {
  fs::create_directories(folder_);
  builder_ = std::make_unique<Builder>(folder_, workers);
}

Xapian::docid BulkLoader::Add(AnalysedDocument document) {
  chunk_bytes_ += document.text_bytes;
  bytes_ += document.text_bytes;
  ++documents_;
  chunk_.push_back(std::move(document));
  const Xapian::docid docid = next_ + static_cast<Xapian::docid>(chunk_.size()) - 1;
  if (chunk_.size() >= part_documents_ || chunk_bytes_ >= kPartBytes) PutChunk();
  return docid;
}

void BulkLoader::PutChunk() {
  if (chunk_.empty()) return;
  Chunk chunk;
  chunk.documents = std::move(chunk_);
  chunk.first = next_;
  next_ += static_cast<Xapian::docid>(chunk.documents.size());
  chunk_.clear();
  chunk_bytes_ = 0;
  if (!builder_->Put(std::move(chunk))) builder_->Finish();  // throws why
}

std::vector<fs::path> BulkLoader::Parts() {
  PutChunk();
  builder_->Finish();
  return builder_->parts();
}

void BulkLoader::MergeInto(const fs::path& base, const fs::path& target) {
  std::vector<fs::path> all{base};
  for (const fs::path& part : Parts()) all.push_back(part);
  Builder::MergeParts(all, target);
}

BulkLoader::~BulkLoader() {
  builder_.reset();
  std::error_code error;
  fs::remove_all(folder_, error);
}

}  // namespace timso
