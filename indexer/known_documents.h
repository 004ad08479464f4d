// What an index holds before a run, for telling what is unchanged without reading it.
#pragma once
#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/readers/parse.h"

namespace timso {

// A picture of documents/ taken once; about 40 bytes a document. Safe to read from several threads.
class KnownDocuments {
 public:
  explicit KnownDocuments(const Xapian::Database& documents);

  // The articles made from the same bytes at the same path; empty when there are none.
  std::vector<Xapian::docid> WithHash(std::uint64_t hash) const;
  // The id of a whole file's article; empty when there is none. It stays when the file is reached from another root.
  std::string IdOfFile(const std::string& path) const;

 private:
  using Row = std::pair<std::uint64_t, Xapian::docid>;
  std::vector<Row> by_hash_;                                   // sorted
  std::unordered_map<std::uint64_t, std::string> id_of_file_;  // by hash of the path
};

// Of bytes, format and path: equal when nothing has changed.
std::uint64_t UnchangedHash(const RawDocument& raw);

}  // namespace timso
