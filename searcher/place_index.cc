#include "searcher/place_index.h"

#include "analyzers/data/table.h"
#include "analyzers/text/syllable.h"
#include "indexer/schema/hash.h"

namespace timso {
namespace {

bool IsBreak(char c) { return c == ' ' || c == '-' || c == '.' || c == '\''; }

// Calls visit(word) for each word of a name; dashes between words break them too.
template <typename Visit>
void EachWord(std::string_view name, Visit visit) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= name.size(); ++at) {
    if (at < name.size() && !IsBreak(name[at])) continue;
    if (at > begin) visit(name.substr(begin, at - begin));
    begin = at + 1;
  }
}

}  // namespace

const FoldedPlaces& FoldedPlaces::Get() {
  static const FoldedPlaces places;
  return places;
}

FoldedPlaces::FoldedPlaces() {
  for (const auto& row : ReadTable("place_spellings.tsv", 2)) {
    const std::string usual = FoldedKey(row[0]);
    for (const std::string_view variant : SplitField(row[1], ';')) {
      const std::string folded = FoldedKey(variant);
      if (folded != usual && folded.find(' ') == std::string::npos) variants_.emplace(folded, usual);
    }
  }
  const auto table = ReadTable("places.tsv", 4);
  rows_.reserve(table.size());
  by_name_.reserve(table.size() + 200);
  std::unordered_map<std::string_view, std::uint32_t> by_code;
  for (const auto& row : table) {
    rows_.push_back({row[0], row[3], LevelNamed(row[1]).value_or(Level::kNone)});
    if (rows_.back().level == Level::kProvince || rows_.back().level == Level::kDistrict) {
      by_code.emplace(row[0], static_cast<std::uint32_t>(rows_.size() - 1));
    }
    Add(row[3], static_cast<std::uint32_t>(rows_.size() - 1));
  }
  for (const auto& row : ReadTable("place_aliases.tsv", 2)) {
    const auto place = by_code.find(row[0]);
    if (place == by_code.end()) continue;
    for (const std::string_view alias : SplitField(row[1], ';')) Add(alias, place->second);
  }
}

std::string FoldedPlaces::Word(std::string_view folded_word) const {
  const auto variant = variants_.find(std::string(folded_word));
  return variant == variants_.end() ? std::string(folded_word) : variant->second;
}

void FoldedPlaces::Add(std::string_view name, std::uint32_t row) {
  std::string folded;
  EachWord(name, [&](std::string_view word) {
    auto [known, is_new] = words_.try_emplace(word);
    if (is_new) known->second = Word(FoldedKey(word));
    if (!folded.empty()) folded += ' ';
    folded += known->second;
  });
  by_name_.emplace(Hash64(folded), row);
}

std::vector<PlaceRow> FoldedPlaces::Named(std::string_view folded) const {
  std::vector<PlaceRow> found;
  const auto [begin, end] = by_name_.equal_range(Hash64(folded));
  for (auto it = begin; it != end; ++it) found.push_back(rows_[it->second]);
  return found;
}

}  // namespace timso
