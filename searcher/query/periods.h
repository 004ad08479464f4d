// Periods of a question, in Vietnamese and English: 2023, 2016-2020, 6 tháng đầu năm 2021, first quarter of 2022.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/query/question.h"

namespace timso {

struct QuestionPeriod {
  PeriodIs period;
  std::size_t end = 0;  // one past its last token
};

// The period that begins at the token, the longest reading; none when none does. Years are 1900 to 2099.
std::optional<QuestionPeriod> ReadPeriod(const std::vector<QuestionToken>& tokens, std::size_t at, bool marked);

// The value of `year:`, `during:`, `date:`: `2023`, `2016..2020`, `>=2019`, `2021-09-14`, `14/9/2021`, or words in
// quotes; none when it is no period.
std::optional<PeriodIs> ReadPeriodValue(std::string_view value);

// ISO dates.
std::string FirstDay(int year, int month);
std::string LastDay(int year, int month);

}  // namespace timso
