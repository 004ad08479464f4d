#include "searcher/query/periods.h"

#include <vector>

#include "analyzers/time/date.h"
#include "searcher/query/question_analysis.h"

namespace timso {
namespace {

PeriodIs PeriodOf(const Period& period) {
  return {period.from ? ToIso(*period.from) : "", period.to ? ToIso(*period.to) : "", PeriodIs::How::kWithin};
}

// 2021-09
std::optional<PeriodIs> IsoMonth(std::string_view text) {
  if (text.size() != 7) return std::nullopt;
  const std::optional<Date> first = DateFromIso(std::string(text) + "-01");
  if (!first) return std::nullopt;
  return PeriodOf(Months(first->year, first->month, first->month));
}

// One date of a field: 2021, 2021-09, 2021-09-14, 14/9/2021, or words; a whole period.
std::optional<PeriodIs> OneDate(std::string_view text) {
  if (const std::optional<Date> day = DateFromIso(text)) return PeriodOf(Day(*day));
  if (std::optional<PeriodIs> month = IsoMonth(text)) return month;
  const std::vector<QuestionToken> tokens = CutQuestion(text, 0, text.size());
  const QuestionAnalysis analysis(text, tokens, HasMarks(text));
  const QuestionPeriod* period = analysis.PeriodAt(0);
  return period != nullptr && period->end == tokens.size() ? std::optional(period->period) : std::nullopt;
}

// 2016..2020, 2016.., ..2020
std::optional<PeriodIs> DateRange(std::string_view value, std::size_t dots) {
  const std::optional<PeriodIs> first = OneDate(value.substr(0, dots));
  const std::optional<PeriodIs> last = OneDate(value.substr(dots + 2));
  if ((!first && dots > 0) || (!last && dots + 2 < value.size()) || (!first && !last)) return std::nullopt;
  return PeriodIs{first ? first->from : "", last ? last->to : "", PeriodIs::How::kWithin};
}

}  // namespace

std::string DayBeside(const std::string& iso, int days) {
  Date date = *DateFromIso(iso);
  date.day += days;
  if (date.day < 1) {
    if (--date.month < 1) date = {date.year - 1, 12, 0};
    date.day = DaysInMonth(date.year, date.month);
  } else if (date.day > DaysInMonth(date.year, date.month)) {
    date = date.month == 12 ? Date{date.year + 1, 1, 1} : Date{date.year, date.month + 1, 1};
  }
  return ToIso(date);
}

std::optional<PeriodIs> ReadPeriodValue(std::string_view value) {
  if (const std::size_t dots = value.find(".."); dots != std::string_view::npos) return DateRange(value, dots);
  const bool greater = value.substr(0, 1) == ">";
  const bool less = value.substr(0, 1) == "<";
  if (greater || less) value.remove_prefix(1);
  const bool included = value.substr(0, 1) == "=";
  if (included) value.remove_prefix(1);
  const std::optional<PeriodIs> date = OneDate(value);
  if (!date || date->from.empty() || date->to.empty()) return greater || less ? std::nullopt : date;
  if (greater) return PeriodIs{included ? date->from : DayBeside(date->to, 1), "", PeriodIs::How::kWithin};
  if (less) return PeriodIs{"", included ? date->to : DayBeside(date->from, -1), PeriodIs::How::kWithin};
  return date;
}

}  // namespace timso
