// One run of `timso index`: paths → documents → the index, in worker threads and batches.
#pragma once
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/index_writer.h"

namespace timso {

struct IndexOptions {
  std::vector<std::filesystem::path> paths;  // files, folders, or "-"
  bool prune = false;                        // remove what came from these paths and is gone
  bool strict = false;                       // stop at the first failure
  std::size_t commit_every = 0;              // make so many documents durable at a time; 0: as suits the index's size
  std::size_t bulk_from = 1000;              // so many new documents are built in parts and merged
  unsigned workers = 0;                      // 0: as many as the machine has cores, less the writer's
};

// Where a run stands, or how it ended.
struct IndexCounts {
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  std::size_t failed = 0;
  std::size_t passed_over = 0;   // files of other kinds
  std::size_t committed = 0;     // changes that are durable
  std::size_t repaired = 0;      // documents whose facts a crash had left behind
  std::uint64_t bytes = 0;       // of documents read
  std::uint64_t disk_bytes = 0;  // of files read, as they lie on disk
  std::size_t done() const { return added + replaced + unchanged; }
};

// Called from several threads, one at a time.
struct IndexEvents {
  std::function<void(const std::string& name, const std::string& what)> failed;
  std::function<void(const std::string& name, const std::string& what)> warned;  // indexed all the same
  std::function<void(const IndexCounts&)> progressed;                            // after each document
  std::function<void(const IndexCounts&)> committed;                             // after each commit
};

struct IndexOutcome {
  IndexCounts counts;
  bool interrupted = false;  // by `stop`; what was whole is committed
};

// Throws IndexError; what was committed before stands. `stop` becomes true from outside (a signal).
IndexOutcome RunIndex(IndexWriter& writer, const IndexOptions& options, const IndexEvents& events,
                      const std::atomic<bool>& stop);

}  // namespace timso
