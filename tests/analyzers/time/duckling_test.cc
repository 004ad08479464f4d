// The dates and periods of Duckling's Vietnamese corpus, when it stands beside the source folder: a floor under how
// many are read as Duckling reads them. Clock times, parts of a day and bare weekdays are no periods here.
#include <cstdio>
#include <iostream>

#include "analyzers/time/periods.h"
#include "tests/catch.h"
#include "tests/shared_file.h"
#include "tests/table_rows.h"

namespace timso {
namespace {

// The day before a date, for Duckling's ends that are not included.
Date DayBefore(const Date& date) {
  if (date.day > 1) return {date.year, date.month, date.day - 1};
  if (date.month > 1) return {date.year, date.month - 1, DaysInMonth(date.year, date.month - 1)};
  return {date.year - 1, 12, 31};
}

// The period of "datetime (2017, 2, 6, 0, 0, 0) Day" or "datetimeInterval ((…), (…)) Day"; nothing for clock times.
std::optional<Period> Expected(const std::string& text) {
  const std::string grain = text.substr(text.rfind(' ') + 1);
  int y = 0, m = 0, d = 0, y2 = 0, m2 = 0, d2 = 0;
  if (std::sscanf(text.c_str(), "datetimeInterval ((%d, %d, %d, 0, 0, 0), (%d, %d, %d, 0, 0, 0))", &y, &m, &d, &y2, &m2,
                  &d2) == 6) {
    const bool days = grain == "Day" || grain == "Month" || grain == "Year";
    return days ? std::optional<Period>({Date{y, m, d}, DayBefore({y2, m2, d2})}) : std::nullopt;
  }
  if (std::sscanf(text.c_str(), "datetime (%d, %d, %d, 0, 0, 0)", &y, &m, &d) != 3) return std::nullopt;
  if (grain == "Day") return Day({y, m, d});
  if (grain == "Month") return Months(y, m, m);
  if (grain == "Quarter") return Months(y, m, m + 2);
  if (grain == "Year") return WholeYear(y);
  return std::nullopt;
}

}  // namespace

TEST_CASE("Duckling's dates and periods", "[periods][duckling]") {
  int apply = 0;
  int right = 0;
  const auto lines = SharedLines("data/numeric/duckling_vi/Time.tsv");
  for (const std::string& line : lines) {
    const auto fields = Parts(line, '\t');
    const auto expected = Expected(fields.at(1));
    if (!expected) continue;
    ++apply;
    const AnalyzedText analyzed = Analyze(fields.at(2), Lexicon::Form::kExact);
    PeriodReader reader(analyzed, Date{2017, 2, 2});
    const auto mentions = reader.Read(0, analyzed.tokens.size(), true);
    if (mentions.size() == 1 && mentions[0].period == *expected)
      ++right;
    else if (std::getenv("TIMSO_SHOW") != nullptr)
      std::cout << line << "\n";
  }
  if (lines.empty()) return;
  std::cout << "Duckling's days, months, quarters and years: " << right << " of " << apply << " of " << lines.size()
            << " rows\n";
  CHECK(right >= 76);
}

}  // namespace timso
