#include "analyzers/words/abbreviations.h"

#include <algorithm>
#include <unordered_map>

#include "analyzers/data/table.h"
#include "analyzers/text/characters.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

std::vector<std::string> WordKeys(std::string_view phrase) {
  std::vector<std::string> keys;
  for (const Token& token : Tokenize(phrase)) {
    if (token.kind != TokenKind::kPunctuation) keys.push_back(SyllableKey(Surface(phrase, token)));
  }
  return keys;
}

using Index = std::unordered_map<std::string, std::vector<const Abbreviation*>>;

struct Table {
  std::vector<Abbreviation> rows;
  Index by_key;                // short_key → readings
  Index by_folded_key;         // the same without marks
  Index by_first_word;         // first word of the expansion → abbreviations, longest first
  Index by_first_folded_word;  // the same without marks

  Table() {
    bool header = true;
    for (const std::vector<std::string_view>& fields : ReadTable("abbreviations.tsv", 3)) {
      if (!header) AddRow(fields);
      header = false;
    }
    for (const Abbreviation& row : rows) {
      by_key[row.short_key].push_back(&row);
      by_folded_key[FoldedKey(row.short_key)].push_back(&row);
      by_first_word[row.keys.front()].push_back(&row);
      by_first_folded_word[row.folded_keys.front()].push_back(&row);
    }
    for (Index* index : {&by_first_word, &by_first_folded_word}) {
      for (auto& [word, list] : *index) {
        std::stable_sort(list.begin(), list.end(),
                         [](const Abbreviation* a, const Abbreviation* b) { return a->keys.size() > b->keys.size(); });
      }
    }
  }

  // A row without words is left out; the table's test counts the rows.
  void AddRow(const std::vector<std::string_view>& fields) {
    Abbreviation row;
    row.short_form = fields[0];
    row.short_key = AbbreviationKey(row.short_form);
    row.expansion = fields[1];
    row.keys = WordKeys(row.expansion);
    for (const std::string& key : row.keys) row.folded_keys.push_back(FoldedKey(key));
    row.note = fields[2];
    if (!row.short_key.empty() && !row.keys.empty()) rows.push_back(std::move(row));
  }
};

const Table& AbbreviationTable() {
  static const Table table;
  return table;
}

// In capitals, but for one small letter (ThS, CTr); Tp and Ths will do too, since no syllable is spelled like that.
bool IsWrittenAsShortForm(std::string_view surface, std::string_view key) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool first = false;
  for (std::size_t pos = 0; pos < surface.size();) {
    const char32_t c = DecodeCodePoint(surface, pos);
    letters += IsLetter(c) ? 1 : 0;
    capitals += IsUpper(c) ? 1 : 0;
    first = first || (IsUpper(c) && letters == 1);
  }
  return capitals == letters || (capitals >= 2 && capitals + 1 == letters) || (first && !IsSyllable(key));
}

std::vector<const Abbreviation*> Find(const Index& index, const std::string& key) {
  const auto found = index.find(key);
  return found == index.end() ? std::vector<const Abbreviation*>() : found->second;
}

// The rows whose words, exact or folded, stand at keys[at].
std::vector<const Abbreviation*> ExpansionsAt(const Index& index, std::vector<std::string> Abbreviation::*words,
                                              const std::vector<std::string>& keys, std::size_t at) {
  std::vector<const Abbreviation*> found;
  if (at >= keys.size()) return found;
  for (const Abbreviation* row : Find(index, keys[at])) {
    const std::vector<std::string>& wanted = row->*words;
    if (wanted.size() > keys.size() - at) continue;
    if (std::equal(wanted.begin(), wanted.end(), keys.begin() + static_cast<std::ptrdiff_t>(at))) found.push_back(row);
  }
  return found;
}

}  // namespace

std::string AbbreviationKey(std::string_view surface) {
  std::string key;
  for (std::size_t pos = 0; pos < surface.size();) {
    const char32_t c = DecodeCodePoint(surface, pos);
    if (IsLetter(c) || IsDigit(c)) AppendCodePoint(key, ToLower(c));
  }
  return key;
}

std::vector<const Abbreviation*> ExpandAbbreviation(std::string_view surface, ShortFormMatch match) {
  const std::string key = AbbreviationKey(surface);
  const bool capitals = IsWrittenAsShortForm(surface, key);
  if (match == ShortFormMatch::kWritten) {
    return capitals || surface == "đ/c" ? Find(AbbreviationTable().by_key, key) : std::vector<const Abbreviation*>();
  }
  if (!capitals && IsSyllable(key)) return {};
  std::vector<const Abbreviation*> readings = Find(AbbreviationTable().by_key, key);
  // Typed without marks, or with the input method off: DV may be ĐV.
  for (const Abbreviation* reading : Find(AbbreviationTable().by_folded_key, key)) {
    if (std::find(readings.begin(), readings.end(), reading) == readings.end()) readings.push_back(reading);
  }
  return readings;
}

std::vector<const Abbreviation*> FindExpansions(const std::vector<std::string>& keys, std::size_t at) {
  return ExpansionsAt(AbbreviationTable().by_first_word, &Abbreviation::keys, keys, at);
}

std::vector<const Abbreviation*> FindFoldedExpansions(const std::vector<std::string>& folded_keys, std::size_t at) {
  return ExpansionsAt(AbbreviationTable().by_first_folded_word, &Abbreviation::folded_keys, folded_keys, at);
}

const std::vector<Abbreviation>& AllAbbreviations() { return AbbreviationTable().rows; }

}  // namespace timso
