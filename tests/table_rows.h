// Rows of a test's TSV file, for tests that are tables.
#pragma once
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace timso {

// The rows of `path` below the source folder, their fields apart by tabs; lines that begin with # are comments. Missing
// fields at a row's end are empty. Throws when the file is missing.
inline std::vector<std::vector<std::string>> TableRows(const std::string& path, std::size_t columns) {
  std::ifstream file(std::string(TIMSO_SOURCE_DIR) + "/" + path);
  if (!file) throw std::runtime_error("no test table " + path);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> fields(1);
    for (const char c : line) {
      if (c == '\t')
        fields.emplace_back();
      else
        fields.back() += c;
    }
    if (fields.size() < columns) fields.resize(columns);
    rows.push_back(std::move(fields));
  }
  return rows;
}

// The parts of a field apart by a separator; one empty part of an empty field.
inline std::vector<std::string> Parts(const std::string& field, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : field) {
    if (c == separator)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

}  // namespace timso
