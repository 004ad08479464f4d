// Numbers with what they count: relation, value or range, unit.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/numbers/relation.h"
#include "analyzers/words/analyzed_text.h"

namespace timso {

struct Quantity {
  std::size_t begin = 0;  // tokens [begin, end): relation words, number, unit, "/người/năm"
  std::size_t end = 0;
  std::size_t number_begin = 0;  // tokens of the number alone, both ends of a range, scale words
  std::size_t number_end = 0;
  double value = 0;             // in the base unit
  std::optional<double> upper;  // of a range
  std::optional<double> whole;  // b of a fraction a/b
  bool among = false;           // the fraction is said in words: "23 trên 27"
  Relation relation = Relation::kEqual;
  std::string relation_words;  // as the text has them, lower case; empty when none
  std::string unit;            // an id of units.tsv; empty when the next word is no known unit
  UnitRow::Class unit_class = UnitRow::Class::kCounter;
  std::size_t unit_begin = 0;  // tokens of the unit; empty when unit_begin == unit_end
  std::size_t unit_end = 0;
  bool per_measure = false;  // reckoned by a measure: "20 USD/tấn", a price or a yield
  bool per_day = false;      // … by a day, a week or an hour, which its unit says: "thùng/ngày"
  bool in_words = false;
  bool bare_one = false;

  bool IsPercent() const { return unit_class == UnitRow::Class::kPercent && !unit.empty(); }
};

// The quantities of tokens [begin, end) in order, none overlapping. `taken` tells tokens that something else has read
// (dates, names); one flag a token of the text.
std::vector<Quantity> ReadQuantities(const AnalyzedText& text, std::size_t begin, std::size_t end,
                                     const std::vector<bool>& taken);

}  // namespace timso
