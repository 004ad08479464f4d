#include "indexer/batches.h"

#include <algorithm>

#include "indexer/schema/entries.h"
#include "indexer/schema/format.h"
#include "indexer/schema/terms.h"

namespace timso {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFewBytes = std::size_t{8} << 20;
constexpr std::size_t kInPlaceDocuments = 5000;
constexpr std::size_t kInPlaceBytes = std::size_t{32} << 20;
constexpr std::size_t kMergeDocuments = 20000;
constexpr std::uint64_t kMergeBytes = std::uint64_t{1} << 30;
// Adding an article in place costs as much as copying so many in a merge.
constexpr std::size_t kMergeShare = 25;
// Fewer are not worth a generation, but for the first of an index.
constexpr std::size_t kWorthMerging = 100;

AnalysedDocument ReadBack(const Xapian::Document& entry, const Xapian::Database& facts) {
  const Document document = DocumentOf(entry);
  AnalysedDocument analysed;
  analysed.id = document.id;
  analysed.text_bytes = document.text.size();
  analysed.entry = entry;
  const std::string term = IdTerm(document.id);
  for (auto it = facts.postlist_begin(term); it != facts.postlist_end(term); ++it) {
    analysed.facts.push_back(facts.get_document(*it));
  }
  return analysed;
}

}  // namespace

bool Batches::SoonCommitted() const { return options_.commit_every > 0 && options_.commit_every <= options_.bulk_from; }

void Batches::BeginLoading() {
  const Xapian::docid first = writer_.databases().documents().get_lastdocid() + 1;
  loader_ =
      std::make_unique<BulkLoader>(writer_.PartsFolder(), first, 2 * options_.bulk_from, WorkerCount(options_.workers));
  for (AnalysedDocument& earlier : few_) loader_->Add(std::move(earlier));
  few_.clear();
  few_bytes_ = 0;
}

void Batches::Add(AnalysedDocument document) {
  if (loader_) {
    loader_->Add(std::move(document));
    return;
  }
  few_bytes_ += document.text_bytes;
  few_.push_back(std::move(document));
  const bool many = few_.size() >= options_.bulk_from || few_bytes_ >= kFewBytes;
  if (many && !SoonCommitted()) BeginLoading();
}

std::size_t Batches::waiting() const {
  return writer_.databases().waiting() + few_.size() + (loader_ ? loader_->documents() : 0);
}

bool Batches::Full() const {
  if (options_.commit_every > 0) return waiting() >= options_.commit_every;
  if (writer_.databases().waiting() >= kInPlaceDocuments || writer_.databases().waiting_bytes() >= kInPlaceBytes) {
    return true;
  }
  if (!loader_) return false;
  // Each merge writes the whole index anew: the larger it is, the rarer.
  const std::size_t stored = writer_.databases().documents().get_doccount();
  return loader_->documents() >= std::max<std::size_t>(kMergeDocuments, stored / 2) || loader_->bytes() >= kMergeBytes;
}

bool Batches::FewArePartOfMany() const {
  if (few_.empty() || SoonCommitted()) return false;
  const std::size_t stored = writer_.databases().documents().get_doccount();
  return stored == 0 || (few_.size() >= kWorthMerging && few_.size() * kMergeShare >= stored);
}

void Batches::Commit() {
  if (!loader_ && FewArePartOfMany()) BeginLoading();
  for (AnalysedDocument& document : few_) writer_.databases().Put(std::move(document));
  few_.clear();
  few_bytes_ = 0;
  writer_.databases().Commit();
  if (!loader_) return;
  const std::unique_ptr<BulkLoader> loader = std::move(loader_);
  if (loader->documents() * kMergeShare >= writer_.databases().documents().get_doccount()) {
    writer_.Merge(*loader);
  } else {
    AddOneByOne(*loader);
  }
}

void Batches::AddOneByOne(BulkLoader& loader) {
  DatabasePair& pair = writer_.databases();
  for (const fs::path& part : loader.Parts()) {
    const Xapian::Database documents((part / file_name::kDocuments).string());
    const Xapian::Database facts((part / file_name::kFacts).string());
    const std::string all;
    for (auto it = documents.postlist_begin(all); it != documents.postlist_end(all); ++it) {
      pair.Put(ReadBack(documents.get_document(*it), facts));
      if (pair.waiting() >= kInPlaceDocuments) pair.Commit();
    }
  }
  pair.Commit();
}

}  // namespace timso
