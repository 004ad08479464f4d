// Comparisons in a question: over 100%, từ 85% đến 95%, chưa tới 50, ít nhất 300, 90 - 100%, 2.000 trở lên.
#pragma once
#include <string>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/query/question.h"
#include "searcher/query/question_analysis.h"

namespace timso {

struct BoundMention {
  std::size_t begin = 0;  // tokens [begin, end)
  std::size_t end = 0;
  std::size_t after_begin = 0;  // tokens of "trở lên" when the noun stands before it: "2.000 đảng viên trở lên"
  std::size_t after_end = 0;
  NumberRange range;
  bool percent = false;
  bool by_surplus = false;  // "vượt 5%", "exceeded by 5%": so much above what it is compared with
  bool bare = false;        // a number without comparison: "đạt 100%"
  std::string money;        // the unit's id when it is one of money: "trên 1 tỷ USD"
};

// The comparisons in the free tokens, in order; their tokens become taken. `english`: commas part thousands.
std::vector<BoundMention> TakeBounds(std::vector<QuestionToken>& tokens, const QuestionAnalysis& analysis, bool marked,
                                     bool english);

}  // namespace timso
