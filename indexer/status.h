// What is in an index.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

namespace timso {

struct IndexStatus {
  std::filesystem::path path;
  std::string generation;
  std::size_t documents = 0;
  std::size_t facts = 0;
  std::uint64_t document_bytes = 0;  // on disk
  std::uint64_t fact_bytes = 0;
  int format_version = 0;
  std::string fingerprint;        // of the analyzer data that it was made with
  bool analyzer_current = false;  // it is this program's
  bool in_step = true;            // false after a crash until the next writer
  std::string updated;            // ISO time of the last commit, UTC; empty when there was none
};

// Throws IndexError.
IndexStatus StatusOf(const std::filesystem::path& index);

}  // namespace timso
