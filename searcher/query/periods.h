// Periods as the fields of the query language have them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace timso {

// The value of `year:`, `during:`, `date:`: `2023`, `2016..2020`, `>=2019`, `2021-09-14`, `14/9/2021`, or words in
// quotes; none when it is no period.
std::optional<PeriodIs> ReadPeriodValue(std::string_view value);

// The ISO date `days` after that one, or before it when negative; one day at a time.
std::string DayBeside(const std::string& iso, int days);

}  // namespace timso
