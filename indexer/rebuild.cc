#include "indexer/rebuild.h"

#include <charconv>
#include <optional>

#include "indexer/bulk_loader.h"
#include "indexer/generations.h"
#include "indexer/index_writer.h"
#include "indexer/ordered_pipeline.h"
#include "indexer/schema/entries.h"
#include "indexer/schema/format.h"
#include "indexer/schema/values.h"

namespace timso {
namespace {

namespace fs = std::filesystem;

std::uint64_t HashOf(const Xapian::Document& entry) {
  std::uint64_t hash = 0;
  for (const char c : entry.get_value(SlotOf(DocumentSlot::kHash))) hash = hash << 8 | static_cast<unsigned char>(c);
  return hash;
}

constexpr std::size_t kPartDocuments = 2000;

std::uint64_t NumberOf(const std::string& decimal) {
  std::uint64_t number = 0;
  std::from_chars(decimal.data(), decimal.data() + decimal.size(), number);
  return number;
}

struct Stored {
  Document document;
  std::uint64_t hash = 0;
};

class Rebuilder {
 public:
  Rebuilder(fs::path index, const RebuildOptions& options, const std::function<void(const RebuildCounts&)>& progressed,
            const std::atomic<bool>& stop)
      : index_(std::move(index)), lock_(index_), options_(options), progressed_(progressed), stop_(stop) {}

  RebuildOutcome Run() {
    const fs::path old = index_ / CurrentGeneration(index_);
    CleanDebris(index_);
    const Xapian::Database source = OpenArticles(old);
    RequireReadable(source);
    outcome_.counts.of = source.get_doccount();
    {
      BulkLoader loader(index_ / "building-parts", 1, kPartDocuments, WorkerCount(options_.workers));
      Copy(source, loader);
      if (!stop_) Finish(loader, source);
    }
    outcome_.interrupted = stop_;
    CleanDebris(index_);
    return std::move(outcome_);
  }

 private:
  Xapian::Database OpenArticles(const fs::path& generation) const {
    try {
      return Xapian::Database((generation / file_name::kDocuments).string());
    } catch (const Xapian::Error& error) {
      throw IndexError("the articles of the index " + index_.string() + " can't be read (" + error.get_msg() +
                       "); index the documents into a new folder");
    }
  }

  void RequireReadable(const Xapian::Database& source) const {
    const std::string version = source.get_metadata(std::string(metadata::kVersion));
    if (version.empty()) throw IndexError(index_.string() + " holds a database of another program");
    if (std::stoi("0" + version) > kFormatVersion) {
      throw IndexError("the index " + index_.string() + " has format " + version + " of a newer timso; use that one");
    }
  }

  // Merges the parts with an empty pair, which brings version and fingerprint.
  void Finish(BulkLoader& loader, const Xapian::Database& source) {
    const fs::path empty = index_ / "building-empty";
    fs::create_directory(empty);
    DatabasePair(empty, DatabasePair::Mode::kCreate);
    const fs::path building = BeginGeneration(index_);
    loader.MergeInto(empty, building);
    {
      DatabasePair pair(building, DatabasePair::Mode::kOpen);
      pair.StartAt(NumberOf(source.get_metadata(std::string(metadata::kCommit))) + 1);
      outcome_.counts.facts = pair.facts().get_doccount();
    }
    SyncFiles(building);
    outcome_.generation = FinishGeneration(index_, building);
  }

  void Copy(const Xapian::Database& source, BulkLoader& loader) {
    OrderedPipeline<Stored, AnalysedDocument> pipeline(
        WorkerCount(options_.workers), kItemsUnderWay, kBytesUnderWay,
        [](Stored stored, unsigned) { return Analyse(stored.document, stored.hash); },
        [&](AnalysedDocument analysed) { Take(std::move(analysed), loader); });
    const Xapian::docid last = source.get_lastdocid();
    for (Xapian::docid docid = 1; docid != 0 && docid <= last && !stop_; ++docid) {
      std::optional<Stored> stored = Read(source, docid);
      if (!stored) continue;
      const std::size_t bytes = stored->document.text.size();
      if (!pipeline.Put(std::move(*stored), bytes)) break;
    }
    pipeline.Finish();
  }

  // Nothing for a gap in the docids; of a damaged article, what is wrong is noted.
  std::optional<Stored> Read(const Xapian::Database& source, Xapian::docid docid) {
    try {
      const Xapian::Document entry = source.get_document(docid);
      Stored stored{DocumentOf(entry), HashOf(entry)};
      if (!stored.document.id.empty()) return stored;
      outcome_.lost.push_back("article " + std::to_string(docid) + " has no readable header");
    } catch (const Xapian::DocNotFoundError&) {
      // Removed once.
    } catch (const Xapian::DatabaseError& error) {
      outcome_.lost.push_back("article " + std::to_string(docid) + " can't be read (" + error.get_msg() + ")");
    }
    return std::nullopt;
  }

  void Take(AnalysedDocument analysed, BulkLoader& loader) {
    ++outcome_.counts.documents;
    outcome_.counts.bytes += analysed.text_bytes;
    loader.Add(std::move(analysed));
    if (progressed_) progressed_(outcome_.counts);
  }

  fs::path index_;
  WriterLock lock_;
  const RebuildOptions& options_;
  const std::function<void(const RebuildCounts&)>& progressed_;
  const std::atomic<bool>& stop_;
  RebuildOutcome outcome_;
};

}  // namespace

RebuildOutcome Rebuild(const fs::path& index, const RebuildOptions& options,
                       const std::function<void(const RebuildCounts&)>& progressed, const std::atomic<bool>& stop) {
  CurrentGeneration(index);  // there is an index
  try {
    return Rebuilder(index, options, progressed, stop).Run();
  } catch (const Xapian::Error& error) {
    throw IndexError(WriteSentence(index, error));
  }
}

}  // namespace timso
