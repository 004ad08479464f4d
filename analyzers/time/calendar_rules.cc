// Days, months, quarters and halves.
#include <algorithm>
#include <array>

#include "analyzers/time/period_rules.h"

namespace timso {

PeriodMention NewMention(std::size_t begin, std::size_t end, const Period& period) {
  PeriodMention mention;
  mention.begin = begin;
  mention.end = end;
  mention.period = period;
  return mention;
}

PeriodRuleResult LongestReading(std::span<const PeriodRule> rules, const PeriodWords& words, std::size_t at) {
  PeriodRuleResult best;
  if (at >= words.end()) return best;
  for (const PeriodRule& rule : rules) {
    PeriodRuleResult mention = rule.read(words, at);
    if (!mention || (best && best->end >= mention->end)) continue;
    mention->rule = rule.name;
    best = mention;
  }
  return best;
}

namespace {

// Months [first, last] of the year that stands at `at` or is in force.
PeriodRuleResult MonthsOf(const PeriodWords& words, std::size_t begin, std::size_t at, int first, int last) {
  const YearReading year = words.YearAfter(at);
  if (!year.year) return std::nullopt;
  PeriodMention mention = NewMention(begin, year.end, Months(*year.year, first, last));
  mention.dated = year.stated;
  return mention;
}

// 30/9/2022, 3/3/17 after "ngày".
PeriodRuleResult ReadDateInDigits(const PeriodWords& words, std::size_t at) {
  std::size_t next = words.Skip(words.Skip(at, "weekday"), "day");
  if (next >= words.end() || words.text().tokens[next].kind != TokenKind::kDate) return std::nullopt;
  const auto date = DateFromDigits(words.text().Word(next));
  if (!date) return std::nullopt;
  PeriodMention mention = NewMention(at, next + 1, Day(*date));
  mention.dated = true;
  return mention;
}

// The number of a month: digits always, words only where nothing else can follow: "tháng ba", no "tháng năm người".
std::optional<SmallNumber> MonthNumber(const PeriodWords& words, std::size_t at) {
  if (const auto value = words.Integer(at, 1, 12)) {
    return words.IsCounted(at + 1) && !words.Is(at + 1, "year") ? std::nullopt
                                                                : std::optional<SmallNumber>({*value, at + 1});
  }
  if (words.Is(at, "this_year") || words.Is(at, "last_year") || words.Is(at, "next_year")) return std::nullopt;
  const bool april_ends = at + 1 >= words.end() || words.text().tokens[at + 1].kind == TokenKind::kPunctuation ||
                          words.YearAfter(at + 1).end > at + 1;
  if (words.IsKey(at, "tư", "tu") && april_ends) return SmallNumber{4, at + 1};
  const auto number = words.Small(at, 12);
  if (!number || (words.Is(at, "year") && words.Year(at + 1))) return std::nullopt;
  const std::size_t end = number->end;
  const bool closed =
      end >= words.end() || words.text().tokens[end].kind != TokenKind::kWord || words.YearAfter(end).stated;
  return closed ? number : std::nullopt;
}

// The month behind a day: "/9", "-9", "tháng 9", "tháng chín"; empty when none stands there.
std::optional<SmallNumber> MonthAfterDay(const PeriodWords& words, std::size_t at, bool named) {
  const bool slash = words.IsSign(at, "/-.") && !words.text().tokens[at].space_before;
  if (slash && !named && !(words.bare_days() && words.IsSign(at, "/"))) return std::nullopt;
  const std::size_t month = slash ? at + 1 : words.Skip(at, "month");
  if (month == at) return std::nullopt;
  if (!slash) return MonthNumber(words, month);
  const auto value = words.Integer(month, 1, 12);
  return value ? std::optional<SmallNumber>({*value, month + 1}) : std::nullopt;
}

// The last of several days, whose month is that of all: "5, 6 và 7/3", "27-28/2". The day itself when it is alone.
SmallNumber LastDay(const PeriodWords& words, const SmallNumber& day) {
  SmallNumber last = day;
  for (;;) {
    const bool joined = words.IsSign(last.end, ",-") || words.IsDash(last.end) || words.IsKey(last.end, "và", "va") ||
                        words.IsKey(last.end, "đến", "den");
    const auto more = joined ? words.Integer(last.end + 1, last.value + 1, 31) : std::nullopt;
    if (!more) return last;
    last = {*more, last.end + 2};
  }
}

// "sáng 19/5": the token of the day behind a part of it; `at` when none stands there.
std::size_t SkipPartOfDay(const PeriodWords& words, std::size_t at) {
  const std::size_t number = words.Skip(at, "part_of_day");
  return words.Integer(number, 1, 31) && words.IsSign(number + 1, "/-") ? number : at;
}

// "ngày 30/9", "ngày 22 tháng 11 năm 2024", "31 tháng 12", "ngày 5 và 6/3", "sáng 19/5".
PeriodRuleResult ReadDay(const PeriodWords& words, std::size_t at) {
  const std::size_t number = std::max(words.Skip(words.Skip(at, "weekday"), "day"), SkipPartOfDay(words, at));
  const bool named = number > at;
  const auto day = named || words.Integer(number, 1, 31) ? words.Small(number, 31) : std::nullopt;
  if (!day) return std::nullopt;
  SmallNumber last = named ? LastDay(words, *day) : *day;
  auto month = MonthAfterDay(words, last.end, named);
  if (!month && last.end > day->end) {  // "ngày 30-9"
    last = *day;
    month = MonthAfterDay(words, last.end, named);
  }
  if (!month) return std::nullopt;
  const YearReading year = words.YearAfter(month->end);
  if (!year.year) return std::nullopt;
  const Period period = {Date{*year.year, month->value, day->value}, Date{*year.year, month->value, last.value}};
  if (!IsValid(*period.from) || !IsValid(*period.to)) return std::nullopt;
  PeriodMention mention = NewMention(at, year.end, period);
  mention.dated = year.stated;
  return mention;
}

// Days before a date in digits: "27-28/02/2000", "ngày 5, 6 và 7/3/2021", "từ ngày 5 đến 7/3/2022".
PeriodRuleResult ReadDaysBeforeDate(const PeriodWords& words, std::size_t at) {
  const std::size_t number = words.Skip(at, "day");
  const auto first = words.Integer(number, 1, 31);
  if (!first) return std::nullopt;
  const std::size_t sign = LastDay(words, {*first, number + 1}).end;
  const bool said = number > at;
  const bool joined =
      words.IsDash(sign) ||
      (said && (words.IsSign(sign, ",") || words.IsKey(sign, "và", "va") || words.IsKey(sign, "đến", "den")));
  const PeriodRuleResult last = joined ? ReadDateInDigits(words, sign + 1) : std::nullopt;
  if (!last || last->period.to->day <= *first) return std::nullopt;
  PeriodMention mention = *last;
  mention.begin = at;
  mention.period.from->day = *first;
  return mention;
}

// "quý 1.2017", "tháng 12.2016": a dot between the part and its year. Months of the part, `size` each.
PeriodRuleResult ReadDotted(const PeriodWords& words, std::size_t begin, std::size_t at, int parts) {
  if (at >= words.end() || words.text().tokens[at].kind != TokenKind::kNumber) return std::nullopt;
  const std::string_view word = words.text().Word(at);
  const std::size_t dot = word.find('.');
  if (dot == std::string_view::npos || dot == 0 || dot > 2 || word.size() != dot + 5) return std::nullopt;
  int part = 0;
  int year = 0;
  for (const char c : word.substr(0, dot)) part = part * 10 + (c - '0');
  for (const char c : word.substr(dot + 1)) year = year * 10 + (c - '0');
  if (part < 1 || part > parts || year < 1900 || year > 2100) return std::nullopt;
  const int size = 12 / parts;
  PeriodMention mention = NewMention(begin, at + 1, Months(year, part * size - size + 1, part * size));
  mention.dated = true;
  return mention;
}

// "tháng 9/2022", "tháng 8 và 9/2022", "tháng 1 - 6/2022", "tháng 7, 8 năm 2022".
PeriodRuleResult ReadMonth(const PeriodWords& words, std::size_t at) {
  const std::size_t number = words.Skip(at, "month");
  if (number == at || (at > words.begin() && words.Integer(at - 1, 1, 9999))) return std::nullopt;
  if (const auto dotted = ReadDotted(words, at, number, 12)) return dotted;
  const auto first = MonthNumber(words, number);
  if (!first) return std::nullopt;
  SmallNumber last = *first;
  const bool joined = words.IsSign(last.end, ",") || words.IsDash(last.end) || words.IsKey(last.end, "và", "va");
  const std::size_t second = words.Skip(last.end + 1, "month");
  if (const auto more = words.Integer(second, 1, 12); joined && more && *more > first->value) {
    const bool closed = words.YearAfter(second + 1).stated && !words.Is(second + 1, "month");
    if (closed) last = {*more, second + 1};
  }
  return MonthsOf(words, at, last.end, first->value, last.value);
}

// September 2021.
PeriodRuleResult ReadEnglishMonth(const PeriodWords& words, std::size_t at) {
  const int month = words.ValueOf(at, "month_name");
  if (month == 0) return std::nullopt;
  PeriodRuleResult mention = MonthsOf(words, at, words.Skip(at, "month_name"), month, month);
  return mention && mention->dated ? mention : std::nullopt;
}

// "quý III/2022", "quý 4 của năm 2018", "quý II và III/2022", "quý đầu năm".
PeriodRuleResult ReadQuarter(const PeriodWords& words, std::size_t at) {
  const std::size_t number = words.Skip(at, "quarter");
  if (number == at) return std::nullopt;
  if (words.Is(number, "year_start")) return MonthsOf(words, at, words.Skip(number, "first"), 1, 3);
  if (words.Is(number, "last") && words.Is(number + 1, "year")) return MonthsOf(words, at, number + 1, 10, 12);
  if (const auto dotted = ReadDotted(words, at, number, 4)) return dotted;
  const auto first = words.SmallOrRoman(number, 4);
  if (!first) return std::nullopt;
  SmallNumber last = *first;
  if (words.IsDash(last.end) || words.IsKey(last.end, "và", "va") || words.IsSign(last.end, ",")) {
    const auto more = words.SmallOrRoman(words.Skip(last.end + 1, "quarter"), 4);
    const bool like = more && more->value > last.value && words.YearAfter(more->end).stated;
    if (like) last = *more;
  }
  return MonthsOf(words, at, last.end, first->value * 3 - 2, last.value * 3);
}

// Q3/2022, T9/2022, 6T/2022.
PeriodRuleResult ReadShortPart(const PeriodWords& words, std::size_t at) {
  const std::string_view code = words.text().Word(at);
  if (words.text().tokens[at].kind != TokenKind::kCode || code.size() < 2 || code.size() > 3) return std::nullopt;
  const bool leads = code[0] < '0' || code[0] > '9';
  const char letter = leads ? code[0] : code.back();
  int value = 0;
  for (const char c : leads ? code.substr(1) : code.substr(0, code.size() - 1)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  const bool quarter = leads && (letter == 'Q' || letter == 'q') && value >= 1 && value <= 4;
  const bool month = (letter == 'T' || letter == 't') && value >= 1 && value <= 12;
  if (!quarter && !month) return std::nullopt;
  PeriodRuleResult mention = MonthsOf(words, at, at + 1,
                                      quarter ? value * 3 - 2
                                      : leads ? value
                                              : 1,
                                      quarter ? value * 3 : value);
  return mention && mention->dated ? mention : std::nullopt;
}

// first quarter of 2022, the second half of 2020, first nine months of 2023, last quarter of 2019.
PeriodRuleResult ReadEnglishPart(const PeriodWords& words, std::size_t at) {
  const std::size_t start = words.Skip(at, "the");
  const int which = words.ValueOf(start, "ordinal");
  if (which == 0) return std::nullopt;
  const std::size_t next = words.Skip(start, "ordinal");
  if (words.Is(next, "quarter")) return MonthsOf(words, at, words.Skip(next, "quarter"), which * 3 - 2, which * 3);
  const auto count = words.Small(next, 12);
  if (!count || !words.Is(count->end, "month") || (which != 1 && which != 4)) return std::nullopt;
  const std::size_t end = words.Skip(count->end, "month");
  return which == 1 ? MonthsOf(words, at, end, 1, count->value) : MonthsOf(words, at, end, 13 - count->value, 12);
}

// "lũy kế", "tính chung" before the token.
bool AddsUpBefore(const PeriodWords& words, std::size_t at) {
  constexpr std::size_t kLongest = 3;  // tokens
  for (std::size_t begin = at; begin > words.begin() && at - begin < kLongest; --begin) {
    if (words.Skip(begin - 1, "adds_up") == at) return true;
  }
  return false;
}

// "6 tháng đầu năm" of a year that nobody knows: what was named before does not hold.
PeriodRuleResult UnknownMonths(const PeriodWords& words, std::size_t at, std::size_t end) {
  PeriodMention mention = NewMention(at, std::max(end, words.YearAfter(end).end), {});
  mention.unknown = true;
  return mention;
}

// "6 tháng đầu năm 2023", "9 tháng năm 2023", "3 tháng cuối năm", "hai quý đầu năm".
PeriodRuleResult ReadFirstMonths(const PeriodWords& words, std::size_t at) {
  const auto count = words.Small(at, 12);
  if (!count) return std::nullopt;
  const bool quarters = words.Is(count->end, "quarter");
  const int months = count->value * (quarters ? 3 : 1);
  std::size_t next = words.Skip(count->end, quarters ? "quarter" : "month");
  if (next == count->end || months > 12) return std::nullopt;
  const bool last = words.Is(next, "last");
  const std::size_t anchor = words.Skip(words.Skip(next, last ? "last" : "first"), "first");
  PeriodRuleResult mention =
      last ? MonthsOf(words, at, anchor, 13 - months, 12) : MonthsOf(words, at, anchor, 1, months);
  const auto& month = words.anchors().month;
  const bool same = !last && anchor > next && month && month->to->month == months;  // "tháng 7/2017 …, 7 tháng đầu năm"
  if (!mention && same) mention = MonthsOf(words.InYear(month->to->year), at, anchor, 1, months);
  // "6 tháng đầu năm 2019 …, 6 tháng đầu năm nay"
  const auto& named = words.anchors().months;
  const bool again = !last && anchor > next && named && named->to->month == months;
  if (!mention && again) mention = NewMention(at, std::max(anchor, words.YearAfter(anchor).end), *named);
  if (!mention && anchor > next) return UnknownMonths(words, at, anchor);
  // "trong 6 tháng" alone sets no period, "lũy kế 6 tháng" does.
  const bool adds_up = !last && count->value > 1 && AddsUpBefore(words, at);
  return mention && (anchor > next || mention->end > anchor || adds_up) ? mention : std::nullopt;
}

// "tháng đầu tiên của năm 2018", "tháng đầu năm 2018", "quý đầu tiên của năm 2018"
PeriodRuleResult ReadFirstMonth(const PeriodWords& words, std::size_t at) {
  const bool quarter = words.Is(at, "quarter");
  const std::size_t next = words.Skip(at, quarter ? "quarter" : "month");
  const std::size_t first = words.Skip(next, "first");
  if (next == at || first == next) return std::nullopt;
  PeriodRuleResult mention = MonthsOf(words, at, first, 1, quarter ? 3 : 1);
  return mention && mention->dated ? mention : std::nullopt;
}

// "những tháng đầu năm 2022", "mấy tháng cuối năm": one side of them is known.
PeriodRuleResult ReadSeveralMonths(const PeriodWords& words, std::size_t at) {
  const std::size_t next = words.Skip(words.Skip(at, "several"), "month");
  if (!words.Is(at, "several") || !words.Is(words.Skip(at, "several"), "month")) return std::nullopt;
  const bool last = words.Is(next, "last");
  if (!last && !words.Is(next, "first")) return std::nullopt;
  PeriodRuleResult mention = MonthsOf(words, at, words.Skip(next, last ? "last" : "first"), 1, 12);
  if (!mention) return std::nullopt;
  (last ? mention->period.from : mention->period.to).reset();
  return mention;
}

// "10 ngày đầu tháng 9", "nửa đầu tháng 9".
PeriodRuleResult ReadFirstDays(const PeriodWords& words, std::size_t at) {
  const auto count = words.Small(at, 20);
  const std::size_t day = count ? words.Skip(count->end, "day") : at;
  const std::size_t begin = count && day > count->end && words.Is(day, "first") ? words.Skip(day, "first") : at;
  const std::size_t half = words.Skip(at, "half_first");
  const bool halved = begin == at && half > at;
  if ((begin == at && !halved) || !words.Is(halved ? half : begin, "month")) return std::nullopt;
  PeriodRuleResult mention = ReadMonth(words, halved ? half : begin);
  if (!mention) return std::nullopt;
  mention->begin = at;
  mention->period.to->day = halved ? 15 : count->value;
  return mention;
}

// "nửa đầu năm 2019", "nửa cuối năm", "nửa đầu nhiệm kỳ 2020-2025".
PeriodRuleResult ReadHalf(const PeriodWords& words, std::size_t at) {
  const bool first = words.Is(at, "half_first");
  const std::size_t next = words.Skip(at, first ? "half_first" : "half_second");
  if (next == at) return std::nullopt;
  if (PeriodRuleResult years = words.Is(next, "stage") ? ReadYears(words, next) : std::nullopt) {
    const int middle = (years->period.from->year + years->period.to->year) / 2;
    years->begin = at;
    (first ? years->period.to : years->period.from) = first ? Date{middle, 12, 31} : Date{middle + 1, 1, 1};
    return years;
  }
  return first ? MonthsOf(words, at, next, 1, 6) : MonthsOf(words, at, next, 7, 12);
}

constexpr std::array kRules = {PeriodRule{"date", ReadDateInDigits},
                               PeriodRule{"day", ReadDay},
                               PeriodRule{"days-before-date", ReadDaysBeforeDate},
                               PeriodRule{"month", ReadMonth},
                               PeriodRule{"english-month", ReadEnglishMonth},
                               PeriodRule{"quarter", ReadQuarter},
                               PeriodRule{"short-part", ReadShortPart},
                               PeriodRule{"english-part", ReadEnglishPart},
                               PeriodRule{"first-months", ReadFirstMonths},
                               PeriodRule{"first-month", ReadFirstMonth},
                               PeriodRule{"several-months", ReadSeveralMonths},
                               PeriodRule{"first-days", ReadFirstDays},
                               PeriodRule{"half-year", ReadHalf},
                               PeriodRule{"school-year", ReadSchoolYear},
                               PeriodRule{"years", ReadYears}};

}  // namespace

std::span<const PeriodRule> CalendarRules() { return kRules; }

}  // namespace timso
