// One document as the readers hand it on and as the index stores it.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "analyzers/facts/extractor.h"

namespace timso {

struct Document {
  std::string id;    // stable: its given id, else its path relative to the indexed root
  std::string path;  // as the user can open it; empty for standard input
  std::string title;
  std::string date;    // ISO date of publication, or empty when the text does not tell
  std::string source;  // publisher, site or given url
  std::string author;
  std::string text;  // UTF-8, as read; every offset is into it
  std::vector<Block> blocks;
  std::map<std::string, std::string> extra;  // fields of the input that have no place here, as they came (JSON text)
};

}  // namespace timso
