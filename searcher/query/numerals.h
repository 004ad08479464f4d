// Numbers as people type them into a question: what documents write, and English ones: 50 thousand, 1.5 million.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/query/question.h"
#include "searcher/query/question_analysis.h"

namespace timso {

struct QuestionNumeral {
  double value = 0;
  bool percent = false;
  std::size_t end = 0;  // one past its last token
};

// Digits with their separators, as documents write them (1.500, 105,5; a dot that can't part thousands is a decimal
// point); when `english`, commas part thousands: 1,234,567.
std::optional<double> ReadDigits(std::string_view text, bool english);

// The number that begins at the token, in digits or words of either language, scale words and the percent sign after
// it. `lone_word`: a single word (sáu, ten) may be one too; else only with a scale or percent sign.
std::optional<QuestionNumeral> ReadQuestionNumeral(const std::vector<QuestionToken>& tokens,
                                                   const QuestionAnalysis& analysis, std::size_t at, bool marked,
                                                   bool english, bool lone_word = false);

// The value of a field: `>100`, `>=1,5 triệu`, `90..95%`, `=100`, `100`; none when no number can be read.
std::optional<NumberRange> ReadNumberRange(std::string_view value);

}  // namespace timso
