// The recorded byte streams of input_methods.tsv.
#pragma once
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace timso::terminal {

struct InputMethodRow {
  std::string name;   // what it is and what was pressed
  std::string bytes;  // as they came
  std::string text;   // that must stand in the line
};

inline std::string Unescaped(const std::string& text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') {
      bytes += text[at];
    } else if (text[at + 1] == 'x') {
      bytes += static_cast<char>(std::strtol(text.substr(at + 2, 2).c_str(), nullptr, 16));
      at += 3;
    } else {  // \b
      bytes += '\x7f';
      ++at;
    }
  }
  return bytes;
}

inline std::vector<InputMethodRow> InputMethodRows() {
  std::vector<InputMethodRow> rows;
  std::ifstream file(TIMSO_SOURCE_DIR "/tests/searcher/terminal/input_methods.tsv");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string name, keys, bytes, text;
    std::getline(fields, name, '\t');
    std::getline(fields, keys, '\t');
    std::getline(fields, bytes, '\t');
    std::getline(fields, text, '\t');
    rows.push_back({name + ": " + keys, Unescaped(bytes), text});
  }
  return rows;
}

}  // namespace timso::terminal
