// Numbers as people type them into a question: 2.000  105,5%  2 nghìn  50 thousand  1.5 million  một trăm.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/query/question.h"

namespace timso {

struct QuestionNumeral {
  double value = 0;
  bool percent = false;
  std::size_t end = 0;  // one past its last token
};

// Digits with their separators. Both ways of writing are read: what can only be a thousands separator is one
// (1.500, 1,234,567), a comma before other than three digits is a decimal comma, a point a decimal point. "1,500" is
// 1500 when `english`, else 1.5.
std::optional<double> ReadDigits(std::string_view text, bool english);

// The number that begins at the token: digits or a number word, scale words and the percent sign after it.
std::optional<QuestionNumeral> ReadQuestionNumeral(const std::vector<QuestionToken>& tokens, std::size_t at,
                                                   bool marked, bool english);

// The value of a field: `>100`, `>=1,5 triệu`, `90..95%`, `=100`, `100`; none when no number can be read.
std::optional<NumberRange> ReadNumberRange(std::string_view value);

}  // namespace timso
