// Vietnam's administrative units before and after July 2025.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/places/level.h"
#include "analyzers/words/phrases.h"

namespace timso {

using PlaceIndex = std::uint32_t;
inline constexpr PlaceIndex kNoPlace = UINT32_MAX;

struct Place {
  std::string_view code;  // official code; units of the new state begin with n
  std::string_view type;  // tỉnh, huyện, thị xã, thành phố, xã …
  std::string_view name;  // without its type, but for names that are numbers (Quận 11)
  Level level = Level::kNone;
  PlaceIndex parent = kNoPlace;
  PlaceIndex into = kNoPlace;  // the unit of the new state that it became part of
  bool old_state = true;       // in force before 1 July 2025
};

class Gazetteer {
 public:
  // Built at first use, then shared; safe from several threads.
  static const Gazetteer& Get();

  const Place& place(PlaceIndex index) const { return places_[index]; }
  std::size_t size() const { return places_.size(); }

  struct Match {
    std::size_t length = 0;          // words
    std::vector<PlaceIndex> places;  // all that bear the name
  };
  // The longest name that begins at words[at]; length 0 when none does. `words` are as SymbolOf makes them.
  Match LongestAt(const std::vector<Symbol>& words, std::size_t at, bool folded) const;
  Symbol SymbolOf(std::string_view word, bool folded) const;

  // The place and all above it, nearest first.
  std::vector<PlaceIndex> Chain(PlaceIndex index) const;
  // The province that a place is in (itself when it is one).
  PlaceIndex ProvinceOf(PlaceIndex index) const;
  PlaceIndex FindCode(std::string_view code) const;

 private:
  Gazetteer();
  void AddName(std::string_view name, PlaceIndex place);
  std::string Key(std::string_view word, bool folded) const;

  struct Names {
    Vocabulary vocabulary;
    PhraseTrie trie;
  };
  std::vector<Place> places_;
  std::vector<std::pair<std::string, std::string>> spellings_;  // variant → usual
  Names exact_;
  Names folded_;
};

}  // namespace timso
