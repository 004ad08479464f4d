// Other engines on the same work: bare Xapian with BM25 and SQLite's FTS5, both as they come.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace timso {

struct BenchDocument {
  std::string id;
  std::string title;
  std::string text;  // title and body
};

class Peer {
 public:
  virtual ~Peer() = default;
  virtual std::string Name() const = 0;
  // The ids of the ten best, any of the words.
  virtual std::vector<std::string> Search(const std::string& question) = 0;
};

// Each indexes the documents in its own way under `scratch`. FTS5 is left out when SQLite was not there to build with.
std::vector<std::unique_ptr<Peer>> Peers(const std::vector<BenchDocument>& documents,
                                         const std::filesystem::path& scratch);

}  // namespace timso
