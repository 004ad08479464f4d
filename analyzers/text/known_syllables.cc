#include "analyzers/text/known_syllables.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "analyzers/data/embedded.h"
#include "analyzers/text/syllable.h"

namespace timso {
namespace {

// The first column of the table as SyllableKeys.
std::unordered_set<std::string> ReadTable() {
  std::unordered_set<std::string> keys;
  const std::string_view table = EmbeddedFile("syllables.tsv");
  std::size_t begin = table.find('\n') + 1;  // past the header
  while (begin < table.size()) {
    const std::size_t end = std::min(table.find('\n', begin), table.size());
    const std::string_view line = table.substr(begin, end - begin);
    keys.insert(SyllableKey(line.substr(0, line.find('\t'))));
    begin = end + 1;
  }
  return keys;
}

}  // namespace

bool IsKnownSyllable(std::string_view word) {
  static const std::unordered_set<std::string> keys = ReadTable();
  return keys.contains(SyllableKey(word));
}

}  // namespace timso
