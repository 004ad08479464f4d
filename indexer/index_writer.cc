#include "indexer/index_writer.h"

#include <algorithm>
#include <charconv>
#include <ctime>

#include "indexer/generations.h"
#include "indexer/schema/entries.h"
#include "indexer/schema/format.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"

namespace timso {
namespace {

namespace fs = std::filesystem;

std::string Meta(const Xapian::Database& database, std::string_view name) {
  return database.get_metadata(std::string(name));
}

void SetMeta(Xapian::WritableDatabase& database, std::string_view name, const std::string& value) {
  database.set_metadata(std::string(name), value);
}

Xapian::WritableDatabase OpenDatabase(const fs::path& path, DatabasePair::Mode mode) {
  const int flags =
      mode == DatabasePair::Mode::kCreate ? Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS : Xapian::DB_OPEN;
  return Xapian::WritableDatabase(path.string(), flags);
}

std::string TimeNow() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  char text[32];
  return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc));
}

}  // namespace

DatabasePair::DatabasePair(const fs::path& folder, Mode mode)
    : documents_(OpenDatabase(folder / file_name::kDocuments, mode)),
      facts_(OpenDatabase(folder / file_name::kFacts, mode)) {
  if (mode == Mode::kCreate) {
    for (Xapian::WritableDatabase* database : {&documents_, &facts_}) {
      SetMeta(*database, metadata::kVersion, std::to_string(kFormatVersion));
      SetMeta(*database, metadata::kFingerprint, AnalyzerFingerprint());
      SetMeta(*database, metadata::kCommit, "0");
      database->commit();
    }
  }
  commit_ = std::max(CommitOf(documents_), CommitOf(facts_));
  Begin();
}

void DatabasePair::Begin() {
  documents_.begin_transaction();
  facts_.begin_transaction();
}

std::uint64_t DatabasePair::CommitOf(const Xapian::Database& database) const {
  const std::string text = Meta(database, metadata::kCommit);
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Xapian::docid DatabasePair::DocidOf(const std::string& id) const {
  const std::string term = IdTerm(id);
  const Xapian::PostingIterator it = documents_.postlist_begin(term);
  return it == documents_.postlist_end(term) ? 0 : *it;
}

void DatabasePair::Touch(const std::string& id, std::size_t bytes) {
  batch_ += id;
  batch_ += '\0';
  ++batch_count_;
  batch_bytes_ += bytes;
}

void DatabasePair::RemoveFacts(const std::string& id) { facts_.delete_document(IdTerm(id)); }

void DatabasePair::PutFacts(std::vector<Xapian::Document>& facts, Xapian::docid docid) {
  for (Xapian::Document& fact : facts) {
    fact.add_value(SlotOf(FactSlot::kDocument), EncodeId(docid));
    facts_.add_document(fact);
  }
}

DatabasePair::Written DatabasePair::Put(AnalysedDocument document) {
  Written written;
  written.docid = DocidOf(document.id);
  written.replaced = written.docid != 0;
  if (written.replaced) {
    documents_.replace_document(written.docid, document.entry);
    RemoveFacts(document.id);
  } else {
    written.docid = documents_.add_document(document.entry);
  }
  PutFacts(document.facts, written.docid);
  Touch(document.id, document.text_bytes);
  return written;
}

bool DatabasePair::Remove(const std::string& id) {
  const Xapian::docid docid = DocidOf(id);
  if (docid == 0) return false;
  documents_.delete_document(docid);
  RemoveFacts(id);
  Touch(id, 0);
  return true;
}

void DatabasePair::Remove(Xapian::docid docid) {
  const std::string id = DocumentOf(documents_.get_document(docid)).id;
  documents_.delete_document(docid);
  RemoveFacts(id);
  Touch(id, 0);
}

void DatabasePair::CommitDatabase(Xapian::WritableDatabase& database, std::uint64_t number) {
  SetMeta(database, metadata::kCommit, std::to_string(number));
  SetMeta(database, metadata::kBatch, batch_);
  database.commit_transaction();
}

void DatabasePair::Commit() {
  if (batch_count_ == 0) return;
  SetMeta(documents_, metadata::kUpdated, TimeNow());
  CommitDatabase(documents_, commit_ + 1);
  CommitDatabase(facts_, commit_ + 1);
  ++commit_;
  batch_.clear();
  batch_count_ = batch_bytes_ = 0;
  Begin();
}

void DatabasePair::StartAt(std::uint64_t commit) {
  commit_ = commit;
  SetMeta(documents_, metadata::kUpdated, TimeNow());
  CommitDatabase(documents_, commit_);
  CommitDatabase(facts_, commit_);
  Begin();
}

// The facts of one article as the article now is; none when it is gone.
void DatabasePair::RedoFacts(const std::string& id) {
  RemoveFacts(id);
  const Xapian::docid docid = DocidOf(id);
  if (docid == 0) return;
  AnalysedDocument analysed = Analyse(DocumentOf(documents_.get_document(docid)), 0);
  PutFacts(analysed.facts, docid);
}

std::size_t DatabasePair::RepairIfNeeded() {
  const std::uint64_t of_documents = CommitOf(documents_);
  const std::uint64_t of_facts = CommitOf(facts_);
  if (of_documents == of_facts) return 0;
  // documents/ is ahead by the commit whose ids it names; were facts/ ahead, what it names would be undone.
  const std::string batch = Meta(of_documents > of_facts ? Xapian::Database(documents_) : facts_, metadata::kBatch);
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < batch.size(); ++count) {
    const std::size_t end = batch.find('\0', begin);
    RedoFacts(batch.substr(begin, end - begin));
    begin = end + 1;
  }
  commit_ = std::max(of_documents, of_facts);
  batch_ = batch;
  if (of_documents < of_facts) CommitDatabase(documents_, commit_);
  CommitDatabase(facts_, commit_);
  if (of_documents < of_facts) documents_.begin_transaction();
  facts_.begin_transaction();
  batch_.clear();
  return count;
}

namespace {

// Sees to it that there is a generation in force.
void EnsureIndex(const fs::path& index) {
  std::error_code error;
  if (fs::exists(index / file_name::kCurrent, error)) return;
  const std::vector<std::string> generations = Generations(index);
  if (!generations.empty()) {
    // Cut off right after the first generation was made, before anything was put in: go on with it.
    const Xapian::Database documents((index / generations.back() / file_name::kDocuments).string());
    if (generations.size() > 1 || documents.get_doccount() > 0) CurrentGeneration(index);
    return SetCurrent(index, generations.back());
  }
  const fs::path building = BeginGeneration(index);
  DatabasePair(building, DatabasePair::Mode::kCreate);
  FinishGeneration(index, building);
}

// A folder that holds other things is left as it is.
const fs::path& RefuseForeign(const fs::path& index) {
  std::error_code error;
  if (fs::exists(index / file_name::kLock, error) || fs::exists(index / file_name::kCurrent, error)) return index;
  if (fs::exists(index, error) && !fs::is_directory(index, error)) {
    throw IndexError(index.string() + " is a file; give a new or an empty folder for the index");
  }
  if (fs::is_directory(index, error) && !fs::is_empty(index, error) && Generations(index).empty()) {
    throw IndexError(index.string() + " holds other files and no index; give a new or an empty folder");
  }
  return index;
}

}  // namespace

IndexWriter::IndexWriter(const fs::path& index) : index_(index), lock_(RefuseForeign(index)) {
  try {
    EnsureIndex(index_);
    folder_ = index_ / CurrentGeneration(index_);
    RequireThisVersion(index_, Xapian::Database((folder_ / file_name::kDocuments).string()));
    CleanDebris(index_);
    databases_ = std::make_unique<DatabasePair>(folder_, DatabasePair::Mode::kOpen);
    repaired_ = databases_->RepairIfNeeded();
  } catch (const Xapian::Error& error) {
    throw IndexError(DatabaseSentence(index_, error));
  }
}

fs::path IndexWriter::PartsFolder() const { return index_ / "building-parts"; }

void IndexWriter::Merge(BulkLoader& loader) {
  const std::uint64_t commit = databases_->commit() + 1;
  const fs::path building = BeginGeneration(index_);
  loader.MergeInto(folder_, building);
  DatabasePair(building, DatabasePair::Mode::kOpen).StartAt(commit);
  databases_.reset();
  SyncFiles(building);
  folder_ = index_ / FinishGeneration(index_, building);
  databases_ = std::make_unique<DatabasePair>(folder_, DatabasePair::Mode::kOpen);
  CleanDebris(index_);
}

std::string WriteSentence(const fs::path& index, const Xapian::Error& error) {
  std::string detail = error.get_msg();
  if (const char* cause = error.get_error_string(); cause != nullptr && *cause != '\0') {
    detail += std::string(": ") + cause;
  }
  const bool full = detail.find("No space left") != std::string::npos ||
                    detail.find("File too large") != std::string::npos || detail.find("quota") != std::string::npos;
  if (full) {
    return "no space left to write the index " + index.string() + " (" + detail +
           "); what was committed stands: free space and run the same command again";
  }
  return "the index " + index.string() + " can't be written (" + error.get_type() + ": " + detail + ")";
}

void RequireThisVersion(const fs::path& index, const Xapian::Database& documents) {
  const std::string version = Meta(documents, metadata::kVersion);
  if (version.empty()) throw IndexError(index.string() + " holds a database of another program; give another folder");
  if (version != std::to_string(kFormatVersion)) {
    throw IndexError("the index " + index.string() + " has format " + version + ", this program writes " +
                     std::to_string(kFormatVersion) + "; bring it up to date with `timso rebuild`");
  }
  if (Meta(documents, metadata::kFingerprint) != AnalyzerFingerprint()) {
    throw IndexError("the index " + index.string() +
                     " was made with other analyzer data; bring it up to date with `timso rebuild`");
  }
}

}  // namespace timso
