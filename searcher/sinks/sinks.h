// Results → bytes: for people, for scripts, for spreadsheets. All are equals; none prints, all write to a stream.
#pragma once
#include <cstddef>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <string_view>

#include "searcher/results.h"

namespace timso {

inline constexpr int kOutputVersion = 1;  // of the envelope; fields are only ever added within a version

// The envelope of timso schema: query, total, hits, facets.
nlohmann::ordered_json ToJson(const Results& results);
nlohmann::ordered_json ToJson(const Query& query);

void WriteJson(const Results& results, std::ostream& out);       // one envelope, indented
void WriteJsonLine(const Results& results, std::ostream& out);   // the same in one line
void WriteJsonLines(const Results& results, std::ostream& out);  // one hit a line

// RFC 4180: a header line, CR LF, quotes where they are needed. TSV: tabs, LF; tabs and line ends inside a field are
// spaces.
void WriteCsv(const Results& results, std::ostream& out);
void WriteTsv(const Results& results, std::ostream& out);

struct TextStyle {
  std::size_t width = 0;  // columns of the terminal; 0: no limit
  bool color = false;
  bool explain = false;                          // say how the question was read
  std::string_view how_to_doubt = "--doubtful";  // what shows the doubtful facts that were left out
};
void WriteText(const Results& results, const TextStyle& style, std::ostream& out);

// How the question was read, in lines.
void WriteExplanation(const Results& results, const TextStyle& style, std::ostream& out);

// The JSON Schema (draft 2020-12) of the envelope, of one hit and of one batch line.
std::string_view OutputSchema();

}  // namespace timso
