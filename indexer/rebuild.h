// The stored articles, analysed anew, into a new generation beside the old one.
#pragma once
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace timso {

struct RebuildOptions {
  unsigned workers = 0;  // 0: as many as the machine has cores, less the writer's
};

struct RebuildCounts {
  std::size_t documents = 0;  // written into the new generation
  std::size_t of = 0;         // in the old one
  std::size_t facts = 0;
  std::uint64_t bytes = 0;  // of text
};

struct RebuildOutcome {
  RebuildCounts counts;
  std::string generation;         // now in force
  std::vector<std::string> lost;  // of a damaged index: what could not be read, a sentence each
  bool interrupted = false;       // the old generation stays in force
};

// Takes the writer's lock. Reads the generation in force, whatever its analyzer data; a reader that has it open keeps
// it. Stopped or failed, it leaves the old generation in force; its debris goes with the next opening for writing.
// Throws IndexError; LockedError when another writer is at work.
RebuildOutcome Rebuild(const std::filesystem::path& index, const RebuildOptions& options,
                       const std::function<void(const RebuildCounts&)>& progressed, const std::atomic<bool>& stop);

}  // namespace timso
