#include "indexer/index_job.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "indexer/batches.h"
#include "indexer/known_documents.h"
#include "indexer/ordered_pipeline.h"
#include "indexer/readers/walk.h"
#include "indexer/schema/entries.h"
#include "indexer/schema/format.h"
#include "indexer/schema/hash.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"

namespace timso {
namespace {

namespace fs = std::filesystem;

// What the workers make of one document.
struct Result {
  std::string label;
  std::string warning;
  std::string failure;                   // why there is no document, or empty
  std::vector<Xapian::docid> unchanged;  // the articles that it is already
  std::optional<AnalysedDocument> analysed;
};

fs::path Absolute(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  return (error ? path : absolute).lexically_normal();
}

// "/corpus/" → "/corpus"
fs::path WithoutSlash(const fs::path& path) {
  const std::string text = path.string();
  return text.size() > 1 && text.back() == '/' ? fs::path(text.substr(0, text.size() - 1)) : path;
}

Root RootOf(const fs::path& given) {
  if (given == "-") return {given, {}};
  std::error_code error;
  return {given, fs::is_directory(given, error) ? given : given.parent_path()};
}

class Job {
 public:
  Job(IndexWriter& writer, const IndexOptions& options, const IndexEvents& events, const std::atomic<bool>& stop)
      : writer_(writer),
        options_(options),
        events_(events),
        stop_(stop),
        known_(writer.databases().documents()),
        last_before_(writer.databases().documents().get_lastdocid()),
        batches_(writer, {options.commit_every, options.bulk_from, options.workers}) {
    counts_.repaired = writer.repaired();
  }

  IndexOutcome Run() {
    ReadAll();
    Commit();
    if (options_.prune && !Stopped()) Prune();
    Commit();
    IndexOutcome outcome;
    outcome.counts = counts_;
    outcome.interrupted = stop_;
    return outcome;
  }

 private:
  bool Stopped() const { return stop_ || (options_.strict && failed_); }

  void ReadAll() {
    OrderedPipeline<RawDocument, Result> pipeline(
        WorkerCount(options_.workers), kItemsUnderWay, kBytesUnderWay,
        [this](RawDocument raw, unsigned) { return Work(std::move(raw)); },
        [this](Result result) { Take(std::move(result)); });
    Walk walk(
        [&](RawDocument raw) {
          if (Stopped()) return false;
          CountBytes(raw.bytes.size());
          const std::size_t size = raw.bytes.size();
          return pipeline.Put(std::move(raw), size);
        },
        [this](const std::string& name, const std::string& what) { Fail(name, what); }, &consumed_, &stop_);
    for (const fs::path& path : options_.paths) {
      if (options_.prune && IsGone(path)) continue;
      if (!walk.Run(RootOf(path))) break;
    }
    pipeline.Finish();
    counts_.passed_over = walk.counts().passed_over;
    const bool nothing = walk.counts().documents == 0 && counts_.failed == 0 && !stop_ && !options_.prune;
    if (nothing) throw IndexError("there are no documents in " + Given() + " (.txt .md .html .jsonl, also .gz .zst)");
  }

  bool IsGone(const fs::path& path) const {
    std::error_code error;
    return path != "-" && !fs::exists(path, error) && !error;
  }

  std::string Given() const {
    std::string given;
    for (const fs::path& path : options_.paths) given += (given.empty() ? "" : ", ") + path.string();
    return given;
  }

  // In a worker.
  Result Work(RawDocument raw) const {
    Result result;
    result.label = raw.label;
    const std::uint64_t hash = UnchangedHash(raw);
    result.unchanged = known_.WithHash(hash);
    if (!result.unchanged.empty()) return result;
    try {
      if (std::string id = known_.IdOfFile(raw.path); !id.empty()) raw.id = std::move(id);
      result.analysed = Analyse(ParseDocument(std::move(raw), &result.warning), hash);
    } catch (const InputError& error) {
      result.failure = error.what();
    }
    return result;
  }

  // In the consumer's thread, in the order of reading.
  void Take(Result result) {
    if (!result.failure.empty()) return Fail(result.label, result.failure);
    if (!result.unchanged.empty()) return TakeUnchanged(result);
    if (!result.warning.empty()) Warn(result.label, result.warning);
    const std::string id = result.analysed->id;
    const Xapian::docid docid = batches_.DocidOf(id);
    if (seen_.count(docid) > 0 || !new_ids_.insert(Hash64(id)).second) {
      return Fail(result.label, "has the id \"" + id + "\" of a document read before it");
    }
    if (docid != 0) {
      seen_.insert(docid);
      batches_.Replace(std::move(*result.analysed));
    } else {
      batches_.Add(std::move(*result.analysed));
    }
    Count(docid != 0 ? &IndexCounts::replaced : &IndexCounts::added);
    if (batches_.Full()) Commit();
  }

  // The same bytes may stand for several articles, but each for one only.
  void TakeUnchanged(const Result& result) {
    const bool first = seen_.insert(result.unchanged.front()).second;
    if (!first && ++repeats_[result.unchanged.front()] >= result.unchanged.size()) {
      return Fail(result.label, "is the same document as one read before it");
    }
    seen_.insert(result.unchanged.begin(), result.unchanged.end());
    Count(&IndexCounts::unchanged);
  }

  void Commit() {
    const std::size_t waiting = batches_.waiting();
    if (waiting == 0) return;
    batches_.Commit();
    const std::lock_guard lock(mutex_);
    counts_.committed += waiting;
    if (events_.committed) events_.committed(counts_);
  }

  // Articles that came from the given paths and were not met again. Standard input has no paths to be gone from.
  void Prune() {
    std::vector<Xapian::docid> gone;
    const Xapian::Database& documents = writer_.databases().documents();
    const Xapian::valueno slot = SlotOf(DocumentSlot::kPath);
    for (auto it = documents.valuestream_begin(slot); it != documents.valuestream_end(slot); ++it) {
      const bool here = it.get_docid() > last_before_ || seen_.count(it.get_docid()) > 0;
      if (!here && IsBelowGiven(*it)) gone.push_back(it.get_docid());
    }
    for (const Xapian::docid docid : gone) {
      batches_.Remove(docid);
      Count(&IndexCounts::removed);
      if (batches_.Full()) Commit();
    }
  }

  bool IsBelowGiven(const std::string& path) const {
    const auto is_above = [&](const fs::path& given) {
      if (given == "-") return false;
      const std::string root = WithoutSlash(Absolute(given)).string();
      return path == root || (path.starts_with(root) && (root == "/" || path[root.size()] == '/'));
    };
    return std::any_of(options_.paths.begin(), options_.paths.end(), is_above) && !IsBelowFailed(path);
  }

  // What can't be read is not gone.
  bool IsBelowFailed(const std::string& path) const {
    return std::any_of(failed_paths_.begin(), failed_paths_.end(), [&](const std::string& failed) {
      return path.starts_with(failed) && (path.size() == failed.size() || path[failed.size()] == '/');
    });
  }

  void Fail(const std::string& name, const std::string& what) {
    failed_ = true;
    const std::lock_guard lock(mutex_);
    ++counts_.failed;
    failed_paths_.insert(Absolute(name.substr(0, name.rfind(':'))).string());
    failed_paths_.insert(Absolute(name).string());
    if (events_.failed) events_.failed(name, what);
  }

  void Warn(const std::string& name, const std::string& what) {
    const std::lock_guard lock(mutex_);
    if (events_.warned) events_.warned(name, what);
  }

  void Count(std::size_t IndexCounts::*counter) {
    const std::lock_guard lock(mutex_);
    ++(counts_.*counter);
    counts_.disk_bytes = consumed_;
    if (events_.progressed) events_.progressed(counts_);
  }

  void CountBytes(std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    counts_.bytes += bytes;
  }

  IndexWriter& writer_;
  const IndexOptions& options_;
  const IndexEvents& events_;
  const std::atomic<bool>& stop_;
  const KnownDocuments known_;
  const Xapian::docid last_before_;  // articles after it are this run's
  Batches batches_;
  std::unordered_set<Xapian::docid> seen_;                  // of the consumer's thread: stored articles met in this run
  std::unordered_map<Xapian::docid, std::size_t> repeats_;  // of the consumer's thread
  std::unordered_set<std::uint64_t> new_ids_;               // of the consumer's thread: hashes of the ids put in
  std::mutex mutex_;
  IndexCounts counts_;                            // guarded by mutex_
  std::unordered_set<std::string> failed_paths_;  // guarded by mutex_
  std::atomic<bool> failed_ = false;
  std::atomic<std::uint64_t> consumed_ = 0;
};

}  // namespace

IndexOutcome RunIndex(IndexWriter& writer, const IndexOptions& options, const IndexEvents& events,
                      const std::atomic<bool>& stop) {
  try {
    return Job(writer, options, events, stop).Run();
  } catch (const Xapian::Error& error) {
    throw IndexError(WriteSentence(writer.path(), error));
  }
}

}  // namespace timso
