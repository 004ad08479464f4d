#include "indexer/schema/index_reader.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <optional>
#include <thread>

#include "indexer/schema/format.h"

namespace timso {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr milliseconds kPatience{20000};  // how long a commit of the second database may lag behind the first
constexpr milliseconds kPause{2};

std::optional<std::string> ReadCurrent(const fs::path& index) {
  std::ifstream file(index / file_name::kCurrent);
  std::string line;
  if (!file || !std::getline(file, line)) return std::nullopt;
  return line;
}

bool HasGenerations(const fs::path& index) {
  std::error_code error;
  for (fs::directory_iterator it(index, error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename().string().starts_with(file_name::kGenerationPrefix)) return true;
  }
  return false;
}

// Whether a writer holds the index, asked without taking the lock from it.
bool HasWriter(const fs::path& index) {
  const FileHandle file(::open((index / file_name::kLock).c_str(), O_RDWR | O_CLOEXEC));
  if (file.get() < 0) return ::access((index / file_name::kLock).c_str(), F_OK) == 0;
  struct flock query {};
  query.l_type = F_WRLCK;
  query.l_whence = SEEK_SET;
  return ::fcntl(file.get(), F_OFD_GETLK, &query) == 0 && query.l_type != F_UNLCK;
}

std::string Meta(const Xapian::Database& database, std::string_view name) {
  return database.get_metadata(std::string(name));
}

}  // namespace

FileHandle::~FileHandle() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::string CurrentGeneration(const fs::path& index) {
  std::error_code error;
  if (!fs::exists(index, error)) {
    if (error) throw IndexError("can't look into " + index.string() + ": " + error.message());
    throw IndexError("there is no index at " + index.string() + "; make one with `timso index PATH…`");
  }
  if (!fs::is_directory(index, error)) throw IndexError(index.string() + " is no index but a file");
  const std::optional<std::string> name = ReadCurrent(index);
  if (name && name->starts_with(file_name::kGenerationPrefix) && name->find('/') == std::string::npos) return *name;
  if (::access(index.c_str(), R_OK | X_OK) != 0) throw IndexError("no permission to read the index " + index.string());
  if (name || HasGenerations(index)) {
    throw IndexError("the index " + index.string() + " has lost its CURRENT file; `timso check --repair` restores it");
  }
  throw IndexError("there is no index at " + index.string() + "; make one with `timso index PATH…`");
}

std::string DatabaseSentence(const fs::path& index, const Xapian::Error& error) {
  const std::string type = error.get_type();
  const std::string detail = type + (error.get_msg().empty() ? "" : ": " + error.get_msg());
  if (type == "DatabaseVersionError") {
    return "the index " + index.string() + " was written by another version of Xapian (" + error.get_msg() +
           "); make a new one with `timso index PATH…`";
  }
  if (type == "DatabaseModifiedError") return "the index " + index.string() + " changes faster than it can be read";
  return "the index " + index.string() + " is damaged or unreadable (" + detail + "); `timso check` says more";
}

IndexReader::IndexReader(fs::path index) : index_(std::move(index)) { Open(); }

// A generation may be swapped and removed between reading its name and opening it: then there is a new name.
void IndexReader::Open() {
  for (std::string name = CurrentGeneration(index_);;) {
    try {
      OpenGeneration(name);
      return;
    } catch (const Xapian::Error& error) {
      const std::string now = CurrentGeneration(index_);
      if (now == name) throw IndexError(DatabaseSentence(index_, error));
      name = now;
    }
  }
}

void IndexReader::OpenGeneration(const std::string& name) {
  const fs::path folder = index_ / name;
  FileHandle in_use(::open((folder / file_name::kInUse).c_str(), O_RDONLY | O_CLOEXEC));
  // An index copied without that file, or on a file system without locks, is read all the same.
  if (in_use.get() >= 0) ::flock(in_use.get(), LOCK_SH);
  documents_ = Xapian::Database((folder / file_name::kDocuments).string());
  facts_ = Xapian::Database((folder / file_name::kFacts).string());
  in_use_ = std::move(in_use);
  generation_ = name;
  CheckVersion();
  in_step_ = Align();
}

void IndexReader::CheckVersion() {
  const std::string version = Meta(documents_, metadata::kVersion);
  if (version.empty()) {
    throw IndexError(index_.string() + " holds a database of another program; give an index of timso");
  }
  if (version != std::to_string(kFormatVersion)) {
    throw IndexError("the index " + index_.string() + " has format " + version + ", this program reads " +
                     std::to_string(kFormatVersion) + "; bring it up to date with `timso rebuild`");
  }
  analyzer_differs_ = Meta(documents_, metadata::kFingerprint) != AnalyzerFingerprint();
}

// A writer commits documents/ first and facts/ right after: wait until both are through. Without a writer there is
// nothing to wait for.
bool IndexReader::Align() {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  for (bool writer = true;;) {
    try {
      if (Meta(documents_, metadata::kCommit) == Meta(facts_, metadata::kCommit)) return true;
    } catch (const Xapian::DatabaseModifiedError&) {
      // Older than the last two commits: reopened below.
    }
    if (!writer || std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(kPause);
    writer = HasWriter(index_);
    documents_.reopen();
    facts_.reopen();
  }
}

void IndexReader::Reopen() {
  try {
    if (CurrentGeneration(index_) == generation_) {
      documents_.reopen();
      facts_.reopen();
      in_step_ = Align();
      return;
    }
  } catch (const Xapian::Error&) {
    // Opened afresh, which tells what is wrong.
  }
  Open();
}

}  // namespace timso
