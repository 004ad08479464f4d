// How well extracted facts agree with facts annotated by hand.
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "analyzers/facts/fact.h"

namespace timso::gold {

// A fact of a gold file or of the extractor, with the document that it stands in.
struct ScoredFact {
  std::string document;
  Fact fact;
  bool optional = false;  // counts neither for nor against
};

// A fact pairs with one gold fact of the same document, kind and value (and upper end); `quantity` counts the pairs,
// the other rows those that agree in the field too, `full` those that agree in all. Repeats count once; derived facts
// that the gold does not have are passed over.
struct Score {
  static constexpr std::array<const char*, 10> kRows = {"quantity", "subject",    "level",    "province", "period",
                                                        "measure",  "qualifiers", "relation", "unit",     "full"};
  std::size_t gold = 0;
  std::size_t predicted = 0;
  std::array<std::size_t, kRows.size()> right{};

  double F1(std::size_t row) const;
  void Add(const Score& other);
};

Score ScoreFacts(const std::vector<ScoredFact>& gold, const std::vector<ScoredFact>& predicted);

}  // namespace timso::gold
