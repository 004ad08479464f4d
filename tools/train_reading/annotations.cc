#include "tools/train_reading/annotations.h"

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>

namespace timso::training {
namespace {

std::vector<std::string> Columns(const std::string& line) {
  std::vector<std::string> columns;
  std::size_t begin = 0;
  for (std::size_t tab = 0; tab != std::string::npos; begin = tab + 1) {
    tab = line.find('\t', begin);
    columns.push_back(line.substr(begin, tab == std::string::npos ? tab : tab - begin));
  }
  return columns;
}

std::ifstream Open(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return file;
}

Annotation FromColumns(const std::vector<std::string>& columns) {
  constexpr std::size_t kAll = 11;
  if (columns.size() < 4 || (columns[3] != "N" && columns.size() != kAll))
    throw std::runtime_error("readings.tsv: a line of " + std::to_string(columns.size()) + " columns");
  Annotation a;
  a.begin = std::stoul(columns[1]);
  a.end = std::stoul(columns[2]);
  a.kind = columns[3];
  if (a.kind == "N") return a;
  a.relation = columns[4];
  a.subject = columns[5];
  a.level = columns[6];
  a.measure = columns[7];
  a.words = columns[8];
  a.must = columns[9];
  a.period = columns[10];
  return a;
}

}  // namespace

std::string SentenceHash(std::string_view sentence) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : sentence) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

std::vector<AnnotatedSentence> ReadAnnotations(const std::filesystem::path& annotations,
                                               const std::filesystem::path& sentences) {
  std::map<std::string, std::vector<Annotation>> by_hash;
  std::ifstream lines = Open(annotations);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#' || line.starts_with("sentence\t")) continue;
    const std::vector<std::string> columns = Columns(line);
    by_hash[columns.front()].push_back(FromColumns(columns));
  }
  std::vector<AnnotatedSentence> all;
  std::ifstream texts = Open(sentences);
  for (std::string line; std::getline(texts, line);) {
    const std::string text = Columns(line).back();
    const auto found = by_hash.find(SentenceHash(text));
    if (found == by_hash.end()) continue;
    all.push_back({text, std::move(found->second)});
    by_hash.erase(found);
  }
  return all;
}

}  // namespace timso::training
