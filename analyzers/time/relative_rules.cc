// Periods that only the document's date, or what the text named before, can anchor.
#include <algorithm>
#include <array>

#include "analyzers/time/period_rules.h"

namespace timso {
namespace {

// Days as a count from a fixed one, and back: the civil calendar by Howard Hinnant's days_from_civil.
int DayNumber(const Date& date) {
  const int y = date.year - (date.month <= 2 ? 1 : 0);
  const int era = y / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
}

Date FromDayNumber(int number) {
  const int era = number / 146097;
  const int day = number - era * 146097;
  const int year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
  const int day_of_year = day - (365 * year + year / 4 - year / 100);
  const int month = (5 * day_of_year + 2) / 153;
  const int civil_month = month + (month < 10 ? 3 : -9);
  return {year + era * 400 + (civil_month <= 2 ? 1 : 0), civil_month, day_of_year - (153 * month + 2) / 5 + 1};
}

Date DaysLater(const Date& date, int days) { return FromDayNumber(DayNumber(date) + days); }

// Whole months: the first of them `months` after the month of `date`, `count` in number.
Period WholeMonths(const Date& date, int months, int count) {
  const int first = date.year * 12 + date.month - 1 + months;
  const int last = first + count - 1;
  return {Date{first / 12, first % 12 + 1, 1}, Date{last / 12, last % 12 + 1, DaysInMonth(last / 12, last % 12 + 1)}};
}

Period WeekOf(const Date& date, int weeks_later) {
  const int number = DayNumber(date) + 7 * weeks_later;
  const Date monday = FromDayNumber(number - (number + 2) % 7);  // day 0 is a Wednesday
  return {monday, DaysLater(monday, 6)};
}

const std::optional<Date>& Document(const PeriodWords& words) { return words.anchors().document; }

// "hiện nay", "hôm nay", "ngày mai", "giáng sinh".
PeriodRuleResult ReadDayByName(const PeriodWords& words, std::size_t at) {
  const auto& document = Document(words);
  if (words.Is(at, "now")) {
    PeriodMention mention = NewMention(at, words.Skip(at, "now"), document ? Day(*document) : Period{});
    mention.now = true;
    return mention;
  }
  if (!document) return std::nullopt;
  if (words.Is(at, "today")) return NewMention(at, words.Skip(at, "today"), Day(*document));
  if (words.Is(at, "christmas")) return NewMention(at, words.Skip(at, "christmas"), Day({document->year, 12, 25}));
  for (const std::string_view role : {"yesterday", "tomorrow"}) {
    if (!words.Is(at, role)) continue;
    const int days = words.ValueOf(at, role) * (role == "tomorrow" ? 1 : -1);
    return NewMention(at, words.Skip(at, role), Day(DaysLater(*document, days)));
  }
  return std::nullopt;
}

// "năm ngoái" of a text without a date: no longer the year that was named before.
PeriodRuleResult UnknownYear(const PeriodWords& words, std::size_t at) {
  if (at > words.begin() && words.Integer(at - 1, 1, 99)) return std::nullopt;  // "3 năm tới"
  for (const std::string_view role : {"this_year", "next_year", "last_year"}) {
    if (!words.Is(at, role) || words.Year(words.Skip(at, role))) continue;  // "sang năm 2017"
    PeriodMention mention = NewMention(at, words.Skip(at, role), {});
    mention.unknown = true;
    return mention;
  }
  return std::nullopt;
}

// "năm trước đó": the year before the one in force, not before the document's.
PeriodRuleResult ReadYearBeforeThat(const PeriodWords& words, std::size_t at) {
  const std::size_t end = words.Skip(at, "last_year");
  if (end == at || !words.IsKey(end - 1, "đó", "do") || !words.anchors().year) return std::nullopt;
  PeriodMention mention = NewMention(at, end, WholeYear(*words.anchors().year - 1));
  mention.whole_years = true;
  return mention;
}

// "trong tương lai gần", "những năm tới": some time to come; what was named before does not hold.
PeriodRuleResult ReadSomeday(const PeriodWords& words, std::size_t at) {
  if (!words.Is(at, "someday")) return std::nullopt;
  PeriodMention mention = NewMention(at, words.Skip(at, "someday"), {});
  mention.unknown = true;
  return mention;
}

// "mười năm sau": a count of years, not the next one.
bool IsCountedYear(const PeriodWords& words, std::size_t at) {
  if (at == words.begin()) return false;
  const auto mentions = words.text().MentionsIn(at - 1, at);
  return std::any_of(mentions.begin(), mentions.end(),
                     [at](const Mention* mention) { return mention->role == Role::kNumeral && mention->end == at; });
}

// "năm nay", "năm ngoái", "năm qua", "trong năm", "năm tới".
PeriodRuleResult ReadYearByName(const PeriodWords& words, std::size_t at) {
  const auto& document = Document(words);
  const auto whole = [&](std::string_view role, int year) {
    PeriodMention mention = NewMention(at, words.Skip(at, role), WholeYear(year));
    mention.whole_years = true;
    return mention;
  };
  const std::size_t in_year = words.Skip(at, "in_year");
  // "trong năm học", "trong năm tài chính": another year is named.
  const bool other =
      in_year > at && (words.Is(in_year - 1, "school_year") || words.Skip(in_year - 1, "year") > in_year);
  if (in_year > at && !other && !words.Year(in_year)) {
    const auto year = words.anchors().year ? words.anchors().year
                      : document           ? std::optional<int>(document->year)
                                           : std::nullopt;
    if (year && !words.Is(in_year, "this")) return whole("in_year", *year);
  }
  if (PeriodRuleResult before = ReadYearBeforeThat(words, at)) return before;
  if (!document) return UnknownYear(words, at);
  if (words.Is(at, "this_year")) return whole("this_year", document->year);
  if (words.Is(at, "next_year") && !IsCountedYear(words, at) && !words.Year(words.Skip(at, "next_year")))
    return whole("next_year", document->year + 1);
  if (words.Is(at, "last_year")) return whole("last_year", document->year - 1);
  // At a year's end "năm qua" is the one that ends.
  constexpr int kLateMonth = 11;
  const bool counted = at > words.begin() && words.Integer(at - 1, 1, 99);
  if (words.Is(at, "year_past") && !counted)
    return whole("year_past", document->year - (document->month < kLateMonth ? 1 : 0));
  return std::nullopt;
}

// "tháng này", "tháng trước", "tháng 9 vừa qua", "quý sau", "tuần qua".
PeriodRuleResult ReadPartByName(const PeriodWords& words, std::size_t at) {
  const auto& document = Document(words);
  if (!document) return std::nullopt;
  for (const std::string_view role : {"month", "quarter", "week"}) {
    const std::size_t named = words.Skip(at, role);
    if (named == at) continue;
    const int step = words.Is(named, "this")                                  ? 0
                     : words.Is(named, "previous") || words.Is(named, "past") ? -1
                     : words.Is(named, "coming")                              ? 1
                                                                              : 2;
    if (step == 2) return std::nullopt;
    const std::size_t end = std::max({words.Skip(named, "this"), words.Skip(named, "previous"),
                                      words.Skip(named, "past"), words.Skip(named, "coming")});
    if (role == "week") return NewMention(at, end, WeekOf(*document, step));
    const int months = role == "quarter" ? 3 : 1;
    const int back = role == "quarter" ? (document->month - 1) % 3 : 0;
    return NewMention(at, end, WholeMonths(*document, step * months - back, months));
  }
  return std::nullopt;
}

// "tháng 12 vừa qua", "tháng 3 tới": the month of that number nearest to the document's date, on that side of it.
PeriodRuleResult ReadNearMonth(const PeriodWords& words, std::size_t at) {
  const auto& document = Document(words);
  const std::size_t named = words.Skip(at, "month");
  const auto month = named > at ? words.Integer(named, 1, 12) : std::nullopt;
  if (!document || !month) return std::nullopt;
  const bool past = words.Is(named + 1, "past");
  if (!past && !words.Is(named + 1, "coming")) return std::nullopt;
  int year = document->year;
  if (past && *month > document->month) --year;
  if (!past && *month < document->month) ++year;
  return NewMention(at, words.Skip(named + 1, past ? "past" : "coming"), Months(year, *month, *month));
}

// "trong tháng", "trong quý", "trong 9 tháng": the one that the text spoke of before, else the document's.
PeriodRuleResult ReadPartInForce(const PeriodWords& words, std::size_t at) {
  const PeriodAnchors& anchors = words.anchors();
  if (words.IsKey(at, "trong", "trong")) {
    for (const std::string_view role : {"quarter", "month"}) {
      const std::size_t end = words.Skip(at + 1, role);
      if (end == at + 1 || words.SmallOrRoman(end, 12) || words.Is(end, "this") || words.Is(end, "first")) continue;
      const auto& named = role == "quarter" ? anchors.quarter : anchors.month;
      if (named) return NewMention(at, end, *named);
      if (!anchors.document) return std::nullopt;
      const int month = anchors.document->month;
      const int first = role == "quarter" ? (month - 1) / 3 * 3 + 1 : month;
      return NewMention(at, end, Months(anchors.document->year, first, role == "quarter" ? first + 2 : month));
    }
  }
  // "10 tháng" after "mười tháng năm 2025".
  const auto count = words.Small(at, 12);
  if (!count || !words.Is(count->end, "month") || !anchors.months || anchors.months->to->month != count->value)
    return std::nullopt;
  return NewMention(at, words.Skip(count->end, "month"), *anchors.months);
}

// The last `count` months: whole ones, of which the document's own is one from its 20th day on.
// "9 tháng qua" of an October are the year's first nine, whatever the day.
Period MonthsPast(const Date& document, int count) {
  if (count % 3 == 0 && count == document.month - 1) return Months(document.year, 1, count);
  constexpr int kNearlyOver = 20;
  return WholeMonths(document, document.day >= kNearlyOver ? 1 - count : -count, count);
}

// "Qua 9 tháng, huyện kết nạp …" of a text of October: the first months of its year.
PeriodRuleResult ReadMonthsGone(const PeriodWords& words, std::size_t at) {
  const auto& document = Document(words);
  const bool gone = words.IsKey(at, "qua", "qua") || words.IsKey(at, "sau", "sau");
  if (!document || !gone) return std::nullopt;
  const auto count = words.Small(at + 1, 12);
  if (!count || !words.Is(count->end, "month")) return std::nullopt;
  const std::size_t end = words.Skip(count->end, "month");
  const bool just = count->value > 1 && (document->month == count->value || document->month == count->value + 1);
  if (!just || !words.IsSign(end, ",")) return std::nullopt;
  return NewMention(at, end, Months(document->year, 1, count->value));
}

// The last `count` years, the document's own among them in its second half.
Period YearsPast(const Date& document, int count) {
  const int last = document.year - (document.month <= 6 ? 1 : 0);
  return WholeYears(last - count + 1, last);
}

// "3 năm tới" of a text without a date: no longer the period that was named before.
PeriodRuleResult UnknownCounted(const PeriodWords& words, std::size_t at, std::size_t named) {
  for (const std::string_view role : {"month", "year", "day", "week"}) {
    const std::size_t end = words.Skip(named, role);
    const std::string_view side = words.Is(end, "past") ? "past" : "coming";
    if (end == named || !words.Is(end, side)) continue;
    PeriodMention mention = NewMention(at, words.Skip(end, side), {});
    mention.unknown = true;
    return mention;
  }
  return std::nullopt;
}

// "9 tháng qua", "5 năm gần đây", "3 ngày tới", "tuần qua".
PeriodRuleResult ReadCountedPast(const PeriodWords& words, std::size_t at) {
  const auto& document = Document(words);
  const auto count = words.Small(at, 60);
  if (!count) return std::nullopt;
  if (!document) return UnknownCounted(words, at, count->end);
  for (const std::string_view role : {"month", "year", "day", "week", "school_year"}) {
    std::size_t named = words.Skip(count->end, role);
    if (role == "year" && words.Is(count->end, "year_past")) named = count->end + 1;
    if (named == count->end || (role == "year" && words.Is(count->end, "school_year"))) continue;
    const bool past = words.Is(named, "past");
    if (!past && !words.Is(named, "coming")) continue;
    // "ba năm sau", "hai tháng sau khi thành lập": after what was told, not after the document's date
    const bool since_event = words.IsKey(named, "sau", "sau") && words.IsKey(named + 1, "khi", "khi");
    if (since_event) return std::nullopt;
    if (role == "year" && words.IsKey(named, "sau", "sau")) return UnknownCounted(words, at, count->end);
    const std::size_t end = words.Skip(named, past ? "past" : "coming");
    const int n = count->value;
    const int school = document->year - (document->month > 8 ? 0 : 1);
    if (role == "day")
      return NewMention(at, end,
                        past ? Period{DaysLater(*document, -n), DaysLater(*document, -1)}
                             : Period{DaysLater(*document, 1), DaysLater(*document, n)});
    if (role == "week")
      return NewMention(at, end,
                        past ? Period{WeekOf(*document, -n).from, WeekOf(*document, -1).to}
                             : Period{WeekOf(*document, 1).from, WeekOf(*document, n).to});
    if (role == "month") return NewMention(at, end, past ? MonthsPast(*document, n) : WholeMonths(*document, 1, n));
    PeriodMention mention =
        NewMention(at, end, past ? YearsPast(*document, n) : WholeYears(document->year + 1, document->year + n));
    mention.whole_years = role == "year";
    mention.schooling = role == "school_year";
    if (mention.schooling)
      mention.period = {Date{past ? school - n : school, 9, 1}, Date{past ? school : school + n, 8, 31}};
    return mention;
  }
  return std::nullopt;
}

// Congresses of the Party end a term every five years: 2015, 2020. In such a year itself the term that ends is meant.
PeriodRuleResult ReadTerm(const PeriodWords& words, std::size_t at) {
  const std::size_t named = words.Skip(at, "term");
  if (named == at) return std::nullopt;
  const bool past = words.Is(named, "past") || words.Is(named, "previous");
  if (!past && !words.Is(named, "this")) return std::nullopt;
  const std::size_t end = words.Skip(named, words.Is(named, "past") ? "past" : past ? "previous" : "this");
  const auto& document = Document(words);
  PeriodMention mention = NewMention(at, end, {});
  mention.forgets = true;
  if (!document) return mention;
  const int ended = document->year / 5 * 5;
  if (past)
    mention.period = WholeYears(ended - 5, ended);
  else if (document->year % 5 != 0)
    mention.period = WholeYears(ended, ended + 5);
  mention.forgets = !mention.period.from.has_value();
  mention.whole_years = !mention.forgets;
  return mention;
}

// "hằng năm", "đợt này": nothing is known of them by themselves.
PeriodRuleResult ReadUnknown(const PeriodWords& words, std::size_t at) {
  const bool yearly = words.Is(at, "yearly");
  if (!yearly && !words.Is(at, "regularly")) return std::nullopt;
  PeriodMention mention = NewMention(at, words.Skip(at, yearly ? "yearly" : "regularly"), {});
  mention.yearly = yearly;
  mention.forgets = true;
  return mention;
}

constexpr std::array kRules = {PeriodRule{"day-by-name", ReadDayByName},
                               PeriodRule{"year-by-name", ReadYearByName},
                               PeriodRule{"part-by-name", ReadPartByName},
                               PeriodRule{"near-month", ReadNearMonth},
                               PeriodRule{"part-in-force", ReadPartInForce},
                               PeriodRule{"counted-past", ReadCountedPast},
                               PeriodRule{"someday", ReadSomeday},
                               PeriodRule{"months-gone", ReadMonthsGone},
                               PeriodRule{"term", ReadTerm},
                               PeriodRule{"unknown", ReadUnknown}};

}  // namespace

std::span<const PeriodRule> RelativeRules() { return kRules; }

}  // namespace timso
