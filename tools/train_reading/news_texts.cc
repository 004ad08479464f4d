#include "tools/train_reading/news_texts.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "indexer/readers/input.h"

namespace timso::training {
namespace {

namespace fs = std::filesystem;

struct Place {
  std::string field;
  std::size_t begin = 0;
  std::size_t length = 0;
};
using PlacesOfDocuments = std::map<std::string, std::vector<Place>>;

void ReadFile(const fs::path& path, const PlacesOfDocuments& wanted, std::vector<std::string>& texts) {
  const auto source = OpenFile(path);
  LineReader lines(*source);
  std::string line;
  while (lines.Next(line) == LineReader::Result::kLine) {
    const auto json = nlohmann::json::parse(line);
    const auto places = wanted.find(json.at("id").get<std::string>());
    if (places == wanted.end()) continue;
    for (const Place& place : places->second) {
      const auto text = json.value(place.field, std::string());
      if (place.begin + place.length <= text.size()) texts.push_back(text.substr(place.begin, place.length));
    }
  }
}

Columns ColumnsOf(const std::string& line) {
  Columns columns;
  std::size_t begin = 0;
  for (std::size_t tab = 0; tab != std::string::npos; begin = tab + 1) {
    tab = line.find('\t', begin);
    columns.push_back(line.substr(begin, tab == std::string::npos ? tab : tab - begin));
  }
  return columns;
}

}  // namespace

std::vector<Columns> ReadTable(const fs::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::vector<Columns> rows;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') rows.push_back(ColumnsOf(line));
  }
  return rows;
}

std::vector<std::string> TextsOfTable(const fs::path& path) {
  std::vector<std::string> texts;
  for (Columns& columns : ReadTable(path)) texts.push_back(std::move(columns.back()));
  return texts;
}

std::vector<std::string> TextsOfArticles(const fs::path& index, const fs::path& news) {
  std::map<std::string, PlacesOfDocuments> files;
  for (const Columns& row : ReadTable(index)) {
    if (row.front() == "file") continue;
    if (row.size() != 5)
      throw std::runtime_error(index.string() + ": a line of " + std::to_string(row.size()) + " columns");
    files[row[0]][row[1]].push_back({row[2], std::stoul(row[3]), std::stoul(row[4])});
  }
  std::vector<std::string> texts;
  for (const auto& [name, wanted] : files) ReadFile(news / (name + ".jsonl.zst"), wanted, texts);
  return texts;
}

}  // namespace timso::training
