#include "analyzers/places/gazetteer.h"

#include <unordered_map>

#include "analyzers/data/table.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"

namespace timso {

const Gazetteer& Gazetteer::Get() {
  static const Gazetteer gazetteer;
  return gazetteer;
}

Gazetteer::Gazetteer() {
  for (const auto& row : ReadTable("place_spellings.tsv", 2)) {
    for (const std::string_view variant : SplitField(row[1], ';')) spellings_.emplace_back(variant, row[0]);
  }
  const auto rows = ReadTable("places.tsv", 7);
  std::unordered_map<std::string_view, PlaceIndex> by_code;
  by_code.reserve(rows.size());
  places_.reserve(rows.size());
  for (const auto& row : rows) {
    by_code.emplace(row[0], static_cast<PlaceIndex>(places_.size()));
    places_.push_back(
        {row[0], row[2], row[3], LevelNamed(row[1]).value_or(Level::kNone), kNoPlace, kNoPlace, row[5] == "old"});
  }
  const auto index_of = [&](std::string_view code) {
    const auto found = by_code.find(code);
    return found == by_code.end() ? kNoPlace : found->second;
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    places_[i].parent = index_of(rows[i][4]);
    places_[i].into = index_of(rows[i][6]);
    AddName(places_[i].name, static_cast<PlaceIndex>(i));
  }
  for (const auto& row : ReadTable("place_aliases.tsv", 2)) {
    const PlaceIndex place = index_of(row[0]);
    if (place == kNoPlace) continue;
    for (const std::string_view alias : SplitField(row[1], ';')) {
      AddName(alias, place);
      if (const PlaceIndex now = places_[place].into; now != kNoPlace && places_[now].name == places_[place].name) {
        AddName(alias, now);
      }
    }
  }
}

std::string Gazetteer::Key(std::string_view word, bool folded) const {
  if (word == "–" || word == "—") return "-";
  std::string key = SyllableKey(word);
  for (const auto& [variant, usual] : spellings_) {
    if (key == variant) key = usual;
  }
  return folded ? StripMarks(key) : key;
}

Symbol Gazetteer::SymbolOf(std::string_view word, bool folded) const {
  return (folded ? folded_ : exact_).vocabulary.Find(Key(word, folded));
}

void Gazetteer::AddName(std::string_view name, PlaceIndex place) {
  for (const bool folded : {false, true}) {
    Names& names = folded ? folded_ : exact_;
    std::vector<Symbol> symbols;
    for (const Token& token : Tokenize(name)) {
      symbols.push_back(names.vocabulary.Intern(Key(Surface(name, token), folded)));
    }
    if (!symbols.empty()) names.trie.Add(symbols, place);
  }
}

Gazetteer::Match Gazetteer::LongestAt(const std::vector<Symbol>& words, std::size_t at, bool folded) const {
  Match match;
  (folded ? folded_ : exact_).trie.MatchAt(words, at, words.size(), [&](PhraseTrie::Match found) {
    if (found.length > match.length) match.places.clear();
    match.length = found.length;
    match.places.push_back(found.value);
  });
  return match;
}

std::vector<PlaceIndex> Gazetteer::Chain(PlaceIndex index) const {
  std::vector<PlaceIndex> chain;
  for (; index != kNoPlace; index = places_[index].parent) chain.push_back(index);
  return chain;
}

PlaceIndex Gazetteer::ProvinceOf(PlaceIndex index) const {
  while (index != kNoPlace && places_[index].level != Level::kProvince) index = places_[index].parent;
  return index;
}

PlaceIndex Gazetteer::FindCode(std::string_view code) const {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (places_[i].code == code) return static_cast<PlaceIndex>(i);
  }
  return kNoPlace;
}

}  // namespace timso
