#include "searcher/terminal/marks.h"

#include <algorithm>
#include <utility>

#include "searcher/sinks/sinks.h"
#include "searcher/terminal/fact_table.h"

namespace timso::terminal {

void Marks::Toggle(std::string key, Row row) {
  if (keys_.erase(key) > 0) {
    std::erase_if(rows_, [&](const auto& marked) { return marked.first == key; });
    return;
  }
  keys_.insert(key);
  rows_.emplace_back(std::move(key), std::move(row));
}

void Marks::Toggle(const FactRow& row) { Toggle(KeyOf(row), row); }
void Marks::Toggle(const DocumentHit& hit) { Toggle(KeyOf(hit), hit); }

void Marks::Print(PrintFormat format, const Query& query, std::ostream& out) const {
  Results results;
  results.query = query;
  std::set<std::string> printed;
  for (const auto& [key, row] : rows_) {
    const auto* fact = std::get_if<FactRow>(&row);
    if (fact != nullptr) results.facts.push_back(*fact);
    if (fact == nullptr) results.documents.push_back(std::get<DocumentHit>(row));
    const std::string& id = fact != nullptr ? fact->document().id : results.documents.back().document.id;
    if (format == PrintFormat::kIds && printed.insert(id).second) out << id << '\n';
  }
  results.answer = results.facts.empty() ? Answer::kDocuments : Answer::kFacts;
  results.total = rows_.size();
  if (format == PrintFormat::kJson) WriteJson(results, out);
  if (format != PrintFormat::kCsv) return;
  Results documents = results;
  documents.facts.clear();
  documents.answer = Answer::kDocuments;
  results.documents.clear();
  if (!results.facts.empty()) WriteCsv(results, out);
  if (!results.facts.empty() && !documents.documents.empty()) out << "\r\n";
  if (!documents.documents.empty()) WriteCsv(documents, out);
}

}  // namespace timso::terminal
