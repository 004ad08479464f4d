// What a column's header or a row's label says of the numbers under or beside it.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/facts/fact.h"
#include "analyzers/facts/subjects.h"
#include "analyzers/time/periods.h"
#include "analyzers/words/analyzed_text.h"

namespace timso {

struct UnitScale {
  std::string unit;
  UnitRow::Class unit_class = UnitRow::Class::kCounter;
  double factor = 1;  // a number under it times this is in the base unit
  bool IsPercent() const { return unit_class == UnitRow::Class::kPercent; }
};

// The unit that the words are and nothing else: "tỷ đồng" → VND × 1e9, "1.000 ha" → ha × 1000. Units of time are none.
std::optional<UnitScale> UnitOfWords(std::string_view words, Lexicon::Form form);

struct TableAxis {
  std::string words;    // without list number and unit
  std::string content;  // of these what tells the thing counted; empty when they tell but kind, period or breakdown
  bool list_number = false;  // its cells number the rows
  bool unit_column = false;  // its cells are the rows' units
  bool no_fact = false;      // ranks, codes, notes
  bool total = false;        // all rows together
  bool whole = false;        // "tổng số": the whole of what is counted
  bool done = false;         // it says that it is a result
  std::optional<FactKind> kind;
  bool rate = false;         // a percentage of what others must tell: "Tỷ lệ (%)"
  bool ratio = false;        // a change that may be given as a percentage of the earlier figure: "So cùng kỳ (%)"
  bool falls = false;        // a change downwards, given without its sign: "Giảm"
  bool year_before = false;  // an amount of a year earlier: "Cùng kỳ"
  std::optional<UnitScale> unit;
  std::vector<std::size_t> concepts;  // rows of Lexicon::concepts()
  std::vector<std::string> qualifiers;
  std::optional<PeriodMention> period;
  std::optional<Subject> subject;  // left to the reader of the table
};

// `year` anchors months and quarters, `date` what is relative to today.
TableAxis ReadTableAxis(std::string_view words, Lexicon::Form form, std::optional<int> year, std::optional<Date> date);

}  // namespace timso
