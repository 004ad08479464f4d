#include "tools/train_segmenter/corpus.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace timso::training {

void JoinAtomsOfWords(Line& line) {
  line.joined.assign(line.atoms.size(), 0);
  std::size_t word = 0;
  for (std::size_t i = 0; i + 1 < line.atoms.size(); ++i) {
    while (word < line.words.size() && line.words[word].end <= line.atoms[i].begin) ++word;
    line.joined[i] = word < line.words.size() && line.atoms[i + 1].begin < line.words[word].end;
  }
}

Line ParseSegmented(std::string_view segmented) {
  Line line;
  std::size_t pos = 0;
  while (pos < segmented.size()) {
    const std::size_t end = std::min(segmented.find(' ', pos), segmented.size());
    std::string word(segmented.substr(pos, end - pos));
    pos = end + 1;
    if (word.empty()) continue;
    if (word.find_first_not_of('_') != std::string::npos) {
      for (char& c : word) c = c == '_' ? ' ' : c;
      if (word.front() == ' ') word.erase(0, word.find_first_not_of(' '));
      while (word.back() == ' ') word.pop_back();
    }
    if (!line.text.empty()) line.text.push_back(' ');
    const auto begin = static_cast<std::uint32_t>(line.text.size());
    line.text += word;
    line.words.push_back({begin, static_cast<std::uint32_t>(line.text.size())});
  }
  SplitAtoms(line.text, line.atoms);
  JoinAtomsOfWords(line);
  return line;
}

std::vector<std::string> ReadLines(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + " cannot be read");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

std::vector<Line> ReadSegmented(const std::string& path) {
  std::vector<Line> lines;
  for (const std::string& line : ReadLines(path)) {
    if (!line.empty()) lines.push_back(ParseSegmented(line));
  }
  return lines;
}

void ReadBodies(const std::string& path, const std::function<void(std::string_view)>& visit) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + " cannot be read");
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) continue;
    const nlohmann::json document = nlohmann::json::parse(line);
    const std::string body = document.value("body", "");
    for (std::size_t begin = 0; begin < body.size();) {
      const std::size_t end = std::min(body.find('\n', begin), body.size());
      visit(std::string_view(body).substr(begin, end - begin));
      begin = end + 1;
    }
  }
}

void Score::Add(const Line& line, const std::vector<Word>& words) {
  gold += line.words.size();
  found += words.size();
  std::size_t g = 0;
  for (const Word& word : words) {
    while (g < line.words.size() && line.words[g].begin < word.begin) ++g;
    correct += g < line.words.size() && line.words[g].begin == word.begin && line.words[g].end == word.end;
  }
}

}  // namespace timso::training
