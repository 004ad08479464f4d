// The gazetteer's names, quick to build: a process that answers one question can't wait for the analyzers' tries.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/places/level.h"

namespace timso {

// A row of places.tsv; views into the embedded bytes.
struct PlaceRow {
  std::string_view code;
  std::string_view name;
  Level level = Level::kNone;
};

// Names by their folded words ("vi xuyen"), spelling variants of the Highlands made one.
class FoldedPlaces {
 public:
  // Built at first use, then shared; safe from several threads.
  static const FoldedPlaces& Get();

  // The rows whose name or alias has these words; empty when none has.
  std::vector<PlaceRow> Named(std::string_view folded) const;

  // One word as names are looked up by: folded, variants made one.
  std::string Word(std::string_view folded_word) const;

  static constexpr std::size_t kLongestName = 6;  // words

 private:
  FoldedPlaces();
  void Add(std::string_view name, std::uint32_t row);

  std::vector<PlaceRow> rows_;
  std::unordered_map<std::string, std::string> variants_;          // folded variant → usual
  std::unordered_map<std::string_view, std::string> words_;        // a name's word → folded; names share few words
  std::unordered_multimap<std::uint64_t, std::uint32_t> by_name_;  // hash of the folded name → row
};

}  // namespace timso
