// What kind of figure a number is, from the words that govern it.
#pragma once
#include <cstddef>
#include <string>

#include "analyzers/facts/fact.h"
#include "analyzers/facts/sentence_reading.h"

namespace timso {

// The words around one number of a sentence, as token ranges.
struct NumberContext {
  std::size_t left = 0;       // where the words before the number begin that are its own
  std::size_t clause = 0;     // where its clause begins, not before `left`
  std::size_t naming = 0;     // … and the one that names what it measures, where its own does not
  std::size_t right = 0;      // where the words after the number and its unit begin
  std::size_t right_end = 0;  // where they end: the clause's end or the next number
  bool aimed = false;         // the sentence said before that it speaks of what is planned
  bool plan_passed = false;   // the plan's word that the percent before was of stands right in front of its words
  bool content = false;       // words of its own that no list knows stand before it in its clause
  bool plan_near = false;     // the sentence speaks of a target somewhere
  bool plan_met = false;      // … that was met before its clause, said in words: "đạt chỉ tiêu đề ra"
  bool estimated = false;  // the sentence tells an estimate of months that have passed: "7 tháng … dự kiến đạt"
  bool of_all = false;     // a percent of a target stands behind it that its own parts don't give: "3.004/6.191 (97%)"
  bool before_near = false;              // … and of an earlier time that it compares with
  bool plan_lead = false;                // the list's lead says that its percents are of the plan
  std::optional<FactKind> last_percent;  // what the last percent of the paragraph was
  bool listed_place = false;             // a place's name alone stands before it in a list: "…: Nam Đà 38%"
  bool bracketed_plan = false;  // the number opens a bracket right after a target's word: "69% kế hoạch (220 người)"
};

struct KindReading {
  FactKind kind = FactKind::kAmount;
  double value = 0;
  std::optional<double> upper;
  std::string unit;
  Relation relation = Relation::kEqual;
  std::string rule;
  std::string words;          // of the text that the rule read, apart by " + "
  bool decided = false;       // words decided it; else it is the default of its unit
  bool compared = false;      // what another number is compared with: "so với mức 6,9%"
  bool reached = false;       // what a verb of reaching led to: "lên 10 tỷ"
  bool growth = false;        // a change that is stated as a level: "tốc độ tăng trưởng đạt 6,5%"
  bool against_plan = false;  // a target stands beside it: "65/75 … chỉ tiêu"
};

// Whether a target is one only because it is expected: "dự kiến đạt 50 tỷ", no plan's number.
bool IsEstimate(const KindReading& reading);

// `previous` is the reading of the number before in the same sentence, nullptr when this is the first.
KindReading DecideKind(const AnalyzedText& text, const Quantity& quantity, const NumberContext& context,
                       const KindReading* previous);

}  // namespace timso
