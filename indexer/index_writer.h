// The two databases of a generation, written in step.
#pragma once
#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/analysis.h"
#include "indexer/bulk_loader.h"
#include "indexer/lock.h"

namespace timso {

// Writes documents/ and facts/ in one folder. Changes gather into a batch; Commit makes the batch durable, documents/
// first, each database in one transaction. Whatever the moment of a crash, each database stands at a commit, and
// RepairIfNeeded brings facts/ to the articles' state: each commit of documents/ names what it touched.
//
// Throws Xapian::Error, after which the object is of no use but what was committed stands.
class DatabasePair {
 public:
  enum class Mode : unsigned char { kCreate, kOpen };
  DatabasePair(const std::filesystem::path& folder, Mode mode);

  // Adds or replaces an article and its facts. Returns its docid and whether it was there before.
  struct Written {
    Xapian::docid docid = 0;
    bool replaced = false;
  };
  Written Put(AnalysedDocument document);
  // 0 when there is none of that id.
  Xapian::docid DocidOf(const std::string& id) const;
  // False when there is none of that id.
  bool Remove(const std::string& id);
  void Remove(Xapian::docid docid);

  // Nothing when no change is waiting.
  void Commit();

  // Finishes what a crash cut short between the two commits. Returns how many articles' facts were made anew.
  std::size_t RepairIfNeeded();

  // The number of the last commit; a generation merged from this one goes on counting.
  std::uint64_t commit() const { return commit_; }
  // Of a fresh generation: takes the number over and commits.
  void StartAt(std::uint64_t commit);

  const Xapian::WritableDatabase& documents() const { return documents_; }
  const Xapian::WritableDatabase& facts() const { return facts_; }
  std::size_t waiting() const { return batch_count_; }
  std::size_t waiting_bytes() const { return batch_bytes_; }

 private:
  void Begin();
  void Touch(const std::string& id, std::size_t bytes);
  void RemoveFacts(const std::string& id);
  void PutFacts(std::vector<Xapian::Document>& facts, Xapian::docid docid);
  void RedoFacts(const std::string& id);
  std::uint64_t CommitOf(const Xapian::Database& database) const;
  void CommitDatabase(Xapian::WritableDatabase& database, std::uint64_t number);

  Xapian::WritableDatabase documents_;
  Xapian::WritableDatabase facts_;
  std::uint64_t commit_ = 0;
  std::string batch_;  // ids, each followed by a zero byte
  std::size_t batch_count_ = 0;
  std::size_t batch_bytes_ = 0;
};

// The generation in force opened for writing: takes the lock, makes the index when there is none, cleans debris,
// repairs after a crash. Throws IndexError (LockedError when another writer is at work).
class IndexWriter {
 public:
  explicit IndexWriter(const std::filesystem::path& index);

  DatabasePair& databases() { return *databases_; }
  // Merges what a loader holds with the generation in force into a new one and swaps: durable when it returns.
  // REQUIRES: nothing waits in databases(). Its references are void after it.
  void Merge(BulkLoader& loader);
  // A new folder for a loader's parts; gone with the next opening for writing, if not before.
  std::filesystem::path PartsFolder() const;
  const std::filesystem::path& path() const { return index_; }
  const std::filesystem::path& folder() const { return folder_; }  // of the generation
  std::size_t repaired() const { return repaired_; }

 private:
  std::filesystem::path index_;
  WriterLock lock_;
  std::filesystem::path folder_;
  std::unique_ptr<DatabasePair> databases_;
  std::size_t repaired_ = 0;
};

// The sentence for a failure to write: a full disk, a file system without permission …
std::string WriteSentence(const std::filesystem::path& index, const Xapian::Error& error);

// Throws IndexError when the databases are of another format version or were made with other analyzer data: a writer
// must not mix them.
void RequireThisVersion(const std::filesystem::path& index, const Xapian::Database& documents);

}  // namespace timso
