#include "analyzers/text/known_syllables.h"

#include <string>
#include <unordered_set>
#include <vector>

#include "analyzers/data/table.h"
#include "analyzers/text/syllable.h"

namespace timso {
namespace {

// The first column of the table as SyllableKeys; the header does no harm.
std::unordered_set<std::string> ReadSyllables() {
  std::unordered_set<std::string> keys;
  for (const std::vector<std::string_view>& fields : ReadTable("syllables.tsv", 2)) keys.insert(SyllableKey(fields[0]));
  return keys;
}

}  // namespace

bool IsKnownSyllable(std::string_view word) {
  static const std::unordered_set<std::string> keys = ReadSyllables();
  return keys.contains(SyllableKey(word));
}

}  // namespace timso
