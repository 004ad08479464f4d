// Rows chosen to be printed at the end, in the order in which they were marked.
#pragma once
#include <ostream>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "searcher/results.h"

namespace timso::terminal {

enum class PrintFormat : unsigned char { kIds, kJson, kCsv };

class Marks {
 public:
  void Toggle(const FactRow& row);
  void Toggle(const DocumentHit& hit);
  bool Empty() const { return rows_.empty(); }
  std::size_t size() const { return rows_.size(); }
  const std::set<std::string>& keys() const { return keys_; }

  // kIds: the documents' ids, one a line, none twice. kJson: the envelope of `timso search` with these hits; kCsv: its
  // CSV, one table of facts and, after an empty line, one of documents. `query` is the question they were found by
  // last.
  void Print(PrintFormat format, const Query& query, std::ostream& out) const;

 private:
  using Row = std::variant<FactRow, DocumentHit>;
  void Toggle(std::string key, Row row);

  std::vector<std::pair<std::string, Row>> rows_;
  std::set<std::string> keys_;
};

}  // namespace timso::terminal
