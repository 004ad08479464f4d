// A small index made of given facts, in a folder of its own that goes with it.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/facts/fact.h"

namespace timso {

class FactIndex {
 public:
  FactIndex();
  ~FactIndex();
  FactIndex(const FactIndex&) = delete;
  FactIndex& operator=(const FactIndex&) = delete;

  // Adds or replaces a document with these facts and commits.
  void Put(const std::string& id, const std::string& title, const std::string& text, const std::vector<Fact>& facts,
           const std::string& date = "");
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// A fact about a district in 2023.
Fact DistrictFact(const std::string& subject, FactKind kind, double value, Relation relation = Relation::kEqual);

}  // namespace timso
