// The date of publication as pages write it.
#pragma once
#include <string>
#include <string_view>

#include "indexer/readers/line_words.h"

namespace timso {

// The first whole date (day, month and year) in the words of a line, ISO; empty when there is none: "Ngày 2-7" and
// "tháng 10/2023" tell none. Knows 14/09/2021, 27.9.2017, 2021-09-14, 20201001, 14 tháng 9 năm 2021, 21 Tháng Bảy 2011,
// 14 September 2021, September 14, 2021.
std::string FindDate(const Words& words);

// The date in a machine's field: ISO 8601 with or without time, 20201001, or as FindDate.
std::string DateOfField(std::string_view field);

// The line tells when it was published or changed and nothing else: 16:29, Thứ Hai, 22/07/2019 (GMT+7). It may lack the
// whole date (FindDate tells).
bool IsDateline(const Words& words);

// A place and a date, as reports are headed: "Hà Giang, ngày 5 tháng 3 năm 2020".
bool IsReportDateline(const Words& words);

}  // namespace timso
