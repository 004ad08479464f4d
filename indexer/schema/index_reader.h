// An index opened for reading: the generation in force, its two databases at one commit.
#pragma once
#include <xapian.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

namespace timso {

// What the user can mend; `what` is one sentence that names the remedy.
class IndexError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// An open file descriptor that closes itself (and so lets go of its flock).
class FileHandle {
 public:
  FileHandle() = default;
  explicit FileHandle(int descriptor) : descriptor_(descriptor) {}
  FileHandle(FileHandle&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileHandle& operator=(FileHandle&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~FileHandle();
  int get() const { return descriptor_; }

 private:
  int descriptor_ = -1;
};

// The name in CURRENT ("gen-000001"). Throws IndexError when there is no index or it has lost its CURRENT.
std::string CurrentGeneration(const std::filesystem::path& index);

// The sentence for a failure of a database: damaged, unreadable, of another program …
std::string DatabaseSentence(const std::filesystem::path& index, const Xapian::Error& error);

// Not for use by several threads at once; each opens its own. While it lives, its generation is not removed.
class IndexReader {
 public:
  // Throws IndexError: no index there, damaged, of another format version.
  explicit IndexReader(std::filesystem::path index);

  const Xapian::Database& documents() const { return documents_; }
  const Xapian::Database& facts() const { return facts_; }
  const std::filesystem::path& path() const { return index_; }
  const std::string& generation() const { return generation_; }
  // Read by other analyzer data than this program's: answers may be wrong until `timso rebuild`.
  bool analyzer_differs() const { return analyzer_differs_; }
  // The two databases are at the same commit. False only after a crash, until the next writer repairs it: a fact whose
  // kRevision is not its article's must then be skipped.
  bool in_step() const { return in_step_; }

  // Goes to the newest commit, of the newest generation. Objects of the old state (MSet, Document …) are void.
  void Reopen();

  // Runs `read`, which uses this reader; a writer's commits that take the ground away (DatabaseModifiedError) make it
  // run again on the newest state. Other Xapian errors become IndexError.
  template <typename Read>
  auto Run(Read read) {
    for (int attempt = 0;; ++attempt) {
      try {
        return read();
      } catch (const Xapian::DatabaseModifiedError& error) {
        if (attempt == kAttempts) throw IndexError(DatabaseSentence(index_, error));
      } catch (const Xapian::Error& error) {
        throw IndexError(DatabaseSentence(index_, error));
      }
      Reopen();
    }
  }

 private:
  static constexpr int kAttempts = 100;

  void Open();
  void OpenGeneration(const std::string& generation);
  bool Align();
  void CheckVersion();

  std::filesystem::path index_;
  std::string generation_;
  FileHandle in_use_;
  Xapian::Database documents_;
  Xapian::Database facts_;
  bool analyzer_differs_ = false;
  bool in_step_ = true;
};

}  // namespace timso
