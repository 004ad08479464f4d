// The places and bodies that a question names.
#pragma once
#include <vector>

#include "searcher/query/names.h"
#include "searcher/query/query.h"
#include "searcher/query/question.h"

namespace timso {

struct NamedPlace {
  std::size_t begin = 0;  // tokens [begin, end), the level's name too
  std::size_t end = 0;
  PlaceIs place;                // its scope is not decided yet
  bool after_within = false;    // ở, tại, in … stands before it
  bool contains_other = false;  // the unit that another named one lies in: "huyện Tam Nông, tỉnh Phú Thọ"
  bool joined = false;          // one of several that are named alike: "Krông Pắc và Vị Xuyên"
};

struct NamedPlaces {
  std::vector<NamedPlace> mentions;
};

// Finds them in the free tokens; theirs become taken.
NamedPlaces TakePlaces(std::vector<QuestionToken>& tokens, const NameFinder& names, bool marked);

}  // namespace timso
