#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/render.h"
#include "searcher/sinks/sinks.h"

namespace timso {
namespace {

using Row = std::vector<std::string>;

std::string Joined(const std::vector<std::string>& items) {
  std::string joined;
  for (const std::string& item : items) joined += (joined.empty() ? "" : " ") + item;
  return joined;
}

const Row kFactHeader = {"subject",  "level",    "province", "measure",    "measure_text", "kind",  "value",
                         "upper",    "unit",     "relation", "qualifiers", "from",         "to",    "derived",
                         "wordless", "evidence", "start",    "end",        "document",     "title", "date",
                         "path",     "source",   "sources",  "conflict",   "doubtful"};
const Row kDocumentHeader = {"document", "title", "date", "path", "source", "score", "snippet", "start"};

Row RowOf(const FactRow& row) {
  const Fact& fact = row.fact();
  const DocumentInfo& document = row.document();
  return {fact.subject.value_or(""),
          std::string(NameOf(fact.level)),
          fact.province.value_or(""),
          fact.measure.value_or(""),
          fact.measure_text,
          std::string(NameOf(fact.kind)),
          PlainNumber(fact.value),
          fact.upper ? PlainNumber(*fact.upper) : "",
          fact.unit,
          std::string(NameOf(fact.relation)),
          Joined(fact.qualifiers),
          fact.from.value_or(""),
          fact.to.value_or(""),
          fact.derived ? "true" : "false",
          fact.wordless ? "true" : "false",
          fact.evidence.text,
          std::to_string(fact.evidence.begin),
          std::to_string(fact.evidence.end),
          document.id,
          document.title,
          document.date,
          document.path,
          document.source,
          std::to_string(row.sources.size()),
          row.conflict ? std::to_string(*row.conflict) : "",
          fact.doubtful ? "true" : "false"};
}

Row RowOf(const DocumentHit& hit) {
  return {hit.document.id,     hit.document.title,     hit.document.date, hit.document.path,
          hit.document.source, PlainNumber(hit.score), hit.snippet.text,  std::to_string(hit.snippet.begin)};
}

// A spreadsheet takes text that begins so for a formula ("+ Xã Khang Ninh: 196 hộ"); a blank before it keeps it text.
bool LooksLikeFormula(const std::string& field) {
  if (field.empty() || std::string_view("=+-@").find(field.front()) == std::string_view::npos) return false;
  char* end = nullptr;
  std::strtod(field.c_str(), &end);
  return end != field.c_str() + field.size();
}

std::string CsvField(std::string field) {
  std::replace(field.begin(), field.end(), '\0', ' ');
  if (LooksLikeFormula(field)) field.insert(field.begin(), ' ');
  if (field.find_first_of("\",\r\n") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string TsvField(std::string field) {
  for (char& c : field) {
    if (c == '\t' || c == '\n' || c == '\r' || c == '\0') c = ' ';
  }
  return field;
}

template <typename Write>
void EachRow(const Results& results, Write write) {
  write(results.answer == Answer::kFacts ? kFactHeader : kDocumentHeader);
  for (const FactRow& row : results.facts) write(RowOf(row));
  for (const DocumentHit& hit : results.documents) write(RowOf(hit));
}

}  // namespace

void WriteCsv(const Results& results, std::ostream& out) {
  EachRow(results, [&out](const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) out << (i > 0 ? "," : "") << CsvField(row[i]);
    out << "\r\n";
  });
}

void WriteTsv(const Results& results, std::ostream& out) {
  EachRow(results, [&out](const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) out << (i > 0 ? "\t" : "") << TsvField(row[i]);
    out << "\n";
  });
}

}  // namespace timso
