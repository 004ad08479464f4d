// Spans from one point of the calendar to another.
#include <array>

#include "analyzers/time/period_rules.h"

namespace timso {
namespace {

// One end of a span: a stretch of the calendar, or its beginning, middle or end.
struct Point {
  std::optional<Date> first;
  std::optional<Date> last;
  std::size_t end = 0;
  bool dated = false;
  bool whole_years = false;
};

// "năm nay", "cuối năm", "2019" after a word of a span.
std::optional<Point> ReadYearPoint(const PeriodWords& words, std::size_t at) {
  const YearReading year = words.YearAfter(at);
  const bool named = words.Is(at, "year") || words.Is(at, "this_year") || words.Is(at, "last_year") ||
                     words.Is(at, "next_year") || words.Is(at, "in_year");
  if (!year.year || year.end == at || (!year.stated && !named)) return std::nullopt;
  const Period whole = WholeYear(*year.year);
  return Point{whole.from, whole.to, year.end, year.stated, true};
}

std::size_t SkipClock(const PeriodWords& words, std::size_t at) {
  if (at < words.end() && words.text().tokens[at].kind == TokenKind::kClock)
    return words.IsSign(at + 1, ",") ? at + 2 : at + 1;
  const auto hour = words.Integer(at, 0, 24);
  if (!hour || !words.IsKey(at + 1, "giờ", "gio")) return at;
  std::size_t next = at + 2;
  if (words.Integer(next, 0, 59)) next += words.IsKey(next + 1, "phút", "phut") ? 2 : 1;
  return next;
}

// The stretch at the token: "cuối tháng 9", "đầu năm 2020", "giữa tháng 8", "quý III", "30/9", "năm 2020".
std::optional<Point> ReadPoint(const PeriodWords& words, std::size_t at) {
  const std::size_t clock = SkipClock(words, at);
  const std::size_t part = words.Skip(clock, "end");
  const bool ends = part > clock;
  const bool begins = !ends && (words.Is(part, "first") || words.Is(part, "year_start"));
  const bool middle = !ends && words.Is(part, "middle");
  // "đầu năm" is a word of its own: the year's word must be read again.
  std::size_t next = begins ? words.Skip(part, "first") : middle ? words.Skip(part, "middle") : part;
  if (words.Is(next, "season") && !words.Year(words.Skip(next, "season"))) return std::nullopt;
  std::optional<Point> point;
  if (const auto mention = LongestReading(CalendarRules(), words, next); mention && !words.Is(next, "from")) {
    point = Point{mention->period.from, mention->period.to, mention->end, mention->dated, mention->whole_years};
  } else {
    point = ReadYearPoint(words, next);
  }
  if (!point || !point->first || !point->last) return std::nullopt;
  const bool year = point->whole_years;
  if (begins) point->last = point->first;
  if (middle)
    point->first = point->last =
        year ? Date{point->last->year, 6, 30} : Date{point->last->year, point->last->month, 15};
  return point;
}

// Both ends, each with the other's year where it has none of its own.
struct Ends {
  Point first;
  Point last;
};

std::optional<Ends> Match(const PeriodWords& words, std::size_t first_at, std::size_t last_at, Point first,
                          Point last) {
  if (!first.dated && last.dated) {
    auto again = ReadPoint(words.InYear(last.last->year), first_at);
    if (again && *again->first > *last.last) again = ReadPoint(words.InYear(last.last->year - 1), first_at);
    if (!again) return std::nullopt;
    first = *again;
  } else if (first.dated && !last.dated) {
    auto again = ReadPoint(words.InYear(first.first->year), last_at);
    if (again && *again->last < *first.first) again = ReadPoint(words.InYear(first.first->year + 1), last_at);
    if (!again) return std::nullopt;
    last = *again;
  }
  if (*last.last < *first.first) return std::nullopt;
  return Ends{first, last};
}

// "đến [hết] ngày 30/9": past the words of going up to something; `at` when none stand there.
std::size_t SkipTo(const PeriodWords& words, std::size_t at) {
  const std::size_t next = words.Skip(at, "to");
  if (next > at) return next;
  const bool english = words.question() && words.IsKey(at, "and", "and");
  return words.IsDash(at) || english ? at + 1 : at;
}

// "từ đầu năm", "từ đầu quý", "từ đầu nhiệm kỳ": a beginning that is in force.
std::optional<Point> ReadBeginning(const PeriodWords& words, std::size_t at) {
  const std::size_t next = words.Skip(at, "year_start");
  const auto& document = words.anchors().document;
  if (next > at && !words.Is(next - 1, "school_year")) {
    const YearReading year = words.YearAfter(next);
    Point point;
    point.end = year.end;
    point.dated = year.stated;
    if (year.year) point.first = point.last = Date{*year.year, 1, 1};
    return point;
  }
  const std::size_t part = at < words.end() && words.IsKey(at, "đầu", "dau") ? at + 1 : at;
  if (part == at) return std::nullopt;
  Point point;
  const int month = document ? document->month : 0;
  for (const std::string_view role : {"month", "quarter", "school_year", "term", "season"}) {
    if (words.Is(part, role)) point.end = words.Skip(part, role);
  }
  if (point.end == 0 || words.Integer(point.end, 1, 12)) return std::nullopt;
  if (!document) return point;
  if (words.Is(part, "month")) point.first = Date{document->year, month, 1};
  if (words.Is(part, "quarter")) point.first = Date{document->year, (month - 1) / 3 * 3 + 1, 1};
  if (words.Is(part, "school_year")) point.first = Date{document->year - (month < 9 ? 1 : 0), 9, 1};
  if (words.Is(part, "term") && document->year % 5 != 0) point.first = Date{document->year / 5 * 5, 1, 1};
  return point;
}

// "… đến nay": up to the document's date.
PeriodMention UntilNow(const PeriodWords& words, std::size_t begin, std::size_t end, const std::optional<Date>& from) {
  const auto& document = words.anchors().document;
  const bool known = document && (!from || *from <= *document);
  return NewMention(begin, end, {from, known ? document : std::nullopt});
}

// "từ đầu năm 2022 đến nay", "từ tháng 1 đến tháng 9/2022", "từ 2019 đến nay", "từ ngày 15/12/2021 đến 14/6/2022".
PeriodRuleResult ReadFromTo(const PeriodWords& words, std::size_t at) {
  std::size_t start_at = words.Skip(at, "from");
  const bool said = start_at > at || words.Is(at, "year_start");
  start_at = words.Skip(words.Skip(start_at, "stage"), "the");
  const PeriodWords bare = said ? words.WithBareDays() : words;
  auto start = said ? ReadBeginning(bare, start_at) : std::nullopt;
  if (!start) start = ReadPoint(bare, start_at);
  if (!start) return std::nullopt;
  std::size_t next = start->end;
  if (words.Is(next, "now") && (said || words.Skip(next, "now") > next + 1))
    return UntilNow(words, at, words.Skip(next, "now"), start->first);
  const std::size_t to = SkipTo(words, next);
  if (to == next) {
    if (!said || !words.Is(start_at, "year_start") || start_at == at) return std::nullopt;
    return UntilNow(words, at, next, start->first);  // "từ đầu năm" alone: a running count
  }
  if (words.Is(to, "now")) return UntilNow(words, at, words.Skip(to, "now"), start->first);
  if (words.Is(to, "from")) return std::nullopt;
  const auto last = ReadPoint(words.WithBareDays(), to);
  if (!last) return std::nullopt;
  Ends ends = {*start, *last};
  if (!words.Is(start_at, "year_start") && start->first) {
    const auto matched = Match(bare.WithBareDays(), start_at, to, *start, *last);
    if (!matched) return std::nullopt;
    ends = *matched;
  } else if (start->first && !start->dated && last->dated) {
    ends.first.first = Date{last->last->year, 1, 1};
  } else if (start->first && start->dated && !last->dated) {
    const auto again = ReadPoint(words.WithBareDays().InYear(start->first->year), to);
    if (again) ends.last = *again;
  }
  PeriodMention mention = NewMention(at, ends.last.end, {ends.first.first, ends.last.last});
  mention.whole_years = ends.first.whole_years && ends.last.whole_years;
  mention.dated = ends.last.dated || ends.first.dated;
  return mention;
}

// "từ đầu nhiệm kỳ 2015-2020 đến nay", "từ đầu nhiệm kỳ đến nay": from the congress on, one every five years.
PeriodRuleResult ReadTermToNow(const PeriodWords& words, std::size_t at) {
  const std::size_t from = words.Skip(at, "from");
  if (from == at || !words.IsKey(from, "đầu", "dau")) return std::nullopt;
  const std::size_t term = words.Skip(from + 1, "term");
  const auto& document = words.anchors().document;
  if (term == from + 1 || !document) return std::nullopt;
  const PeriodRuleResult years = ReadYears(words, from + 1);
  const std::size_t to = years ? years->end : term;
  if (!words.Is(to, "now")) return std::nullopt;
  const int began = years && years->period.from ? years->period.from->year : (document->year - 1) / 5 * 5;
  PeriodMention mention = NewMention(at, words.Skip(to, "now"), {Date{began, 1, 1}, document});
  mention.dated = years.has_value();
  return mention;
}

// "từ nay đến cuối năm".
PeriodRuleResult ReadFromNow(const PeriodWords& words, std::size_t at) {
  const std::size_t now = words.Skip(at, "from");
  if (now == at || !words.Is(now, "now")) return std::nullopt;
  const std::size_t next = words.Skip(now, "now");
  const std::size_t to = SkipTo(words, next);
  const auto& document = words.anchors().document;
  const PeriodWords bare = words.WithBareDays();
  auto last = to > next ? ReadPoint(bare, to) : std::nullopt;
  // "năm ngoái … Từ nay đến cuối năm": of the year of the document, whatever year was named before.
  if (last && document && last->last && *last->last < *document) last = ReadPoint(bare.InYear(document->year), to);
  if (!last) return std::nullopt;
  return NewMention(at, last->end, {document, last->last});
}

// "từ năm 2019" and "since 2019" in a question, "kể từ tháng 9/2022", "từ năm 2019 trở lại đây": no end but today.
PeriodRuleResult ReadSince(const PeriodWords& words, std::size_t at) {
  const std::size_t next = words.Skip(at, "from");
  if (next == at) return std::nullopt;
  const auto start = ReadPoint(words, next);
  if (!start || (start->whole_years && start->first->year != start->last->year)) return std::nullopt;
  const bool onward = words.IsKey(start->end, "trở", "tro") && words.IsKey(start->end + 1, "đi", "di");
  const bool day = *start->first == *start->last && start->dated;
  if (day && !onward && !words.question() && !words.Is(at, "since")) {
    PeriodMention mention = NewMention(at, start->end, {start->first, std::nullopt});  // "từ ngày 1/1/2017"
    mention.dated = true;
    return mention;
  }
  if (!onward && !words.question() && !words.Is(at, "since")) return std::nullopt;
  const std::size_t end = start->end + (onward ? 2 : 0);
  PeriodMention mention =
      words.question() ? NewMention(at, end, {start->first, std::nullopt}) : UntilNow(words, at, end, start->first);
  mention.dated = start->dated;
  return mention;
}

// "tính đến cuối tháng 9", "đến ngày 30/9/2022", "đến hết năm 2020", "cuối quý III", "hết 15/12": from the year's
// beginning for what adds up, that day for what stands.
PeriodRuleResult ReadUpTo(const PeriodWords& words, std::size_t at) {
  const std::size_t to = words.Skip(at, "to");
  const bool ends = words.Is(at, "end");
  if (to == at && !ends) return std::nullopt;
  const auto last = ReadPoint(words.WithBareDays(), to);
  if (!last || words.Is(to, "from")) return std::nullopt;
  if (to == at && last->whole_years && !last->dated) return std::nullopt;  // "cuối năm" alone
  const bool open = words.question() && words.Is(at, "to");
  // "kết thúc quý III/2018": what adds up in that quarter.
  const bool closed = to == at && words.Is(at, "closing") && words.Is(words.Skip(at, "closing"), "quarter");
  const Date first = closed ? *last->first : Date{last->last->year, 1, 1};
  PeriodMention mention = NewMention(at, last->end, {open ? std::nullopt : std::optional<Date>(first), last->last});
  mention.up_to = true;
  mention.whole_years = last->whole_years;
  mention.dated = last->dated;
  return mention;
}

// "đầu năm 2018": of the end nothing is known.
PeriodRuleResult ReadYearStart(const PeriodWords& words, std::size_t at) {
  const std::size_t next = words.Skip(at, "year_start");
  if (next == at || words.Is(at, "from") || words.Is(next - 1, "school_year")) return std::nullopt;
  const YearReading year = words.YearAfter(next);
  if (!year.stated || !year.year) return std::nullopt;
  PeriodMention mention = NewMention(at, year.end, {Date{*year.year, 1, 1}, std::nullopt});
  mention.dated = true;
  return mention;
}

// "kết thúc năm học", "đến cuối năm học": of the one that the text named.
PeriodRuleResult ReadSchoolYearEnd(const PeriodWords& words, std::size_t at) {
  const std::size_t to = words.Skip(at, "to");
  const std::size_t end = words.Skip(to, "end");
  const bool said = end > at && words.Is(end, "school_year") && !words.Year(words.Skip(end, "school_year"));
  if (!said || !words.anchors().school_year) return std::nullopt;
  PeriodMention mention = NewMention(at, words.Skip(end, "school_year"), *words.anchors().school_year);
  mention.up_to = mention.schooling = true;
  return mention;
}

constexpr std::array kRules = {PeriodRule{"school-year-end", ReadSchoolYearEnd},
                               PeriodRule{"from-to", ReadFromTo},
                               PeriodRule{"term-to-now", ReadTermToNow},
                               PeriodRule{"from-now", ReadFromNow},
                               PeriodRule{"since", ReadSince},
                               PeriodRule{"up-to", ReadUpTo},
                               PeriodRule{"year-start", ReadYearStart}};

}  // namespace

std::span<const PeriodRule> SpanRules() { return kRules; }

}  // namespace timso
