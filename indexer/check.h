// Is an index sound?
#pragma once
#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

namespace timso {

struct CheckReport {
  std::string generation;
  std::size_t documents = 0;
  std::size_t facts = 0;
  std::vector<std::string> problems;  // a sentence each; none: the index is sound
  std::vector<std::string> repaired;  // what Repair did, a sentence each
  bool articles_readable = true;      // all else follows from them: Repair can help
};

// Verifies the version, the structure of both databases, each stored article against its revision, that every fact has
// its article and every article its facts. Waits for no writer: throws LockedError when one is at work, IndexError when
// there is no index. Changes nothing.
CheckReport Check(const std::filesystem::path& index);

// Restores a lost CURRENT and makes the facts anew from the articles where the two disagree (into a new generation).
// `problems` holds what could not be mended.
CheckReport Repair(const std::filesystem::path& index, const std::atomic<bool>& stop);

}  // namespace timso
