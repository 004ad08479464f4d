// One writer at a time.
#pragma once
#include <filesystem>
#include <string>

#include "indexer/schema/index_reader.h"

namespace timso {

// Another process writes; `what` says which.
class LockedError : public IndexError {
 public:
  using IndexError::IndexError;
};

// Holds INDEX/LOCK while it lives. The lock is the kernel's and ends with the process that holds it, however that ends;
// the file's content ("pid host") only tells who it is.
class WriterLock {
 public:
  // Makes the folder when it is missing. Throws LockedError at once when another writer holds the lock.
  explicit WriterLock(const std::filesystem::path& index);

 private:
  FileHandle file_;
};

}  // namespace timso
