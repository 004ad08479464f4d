// Years, stages, terms, seasons and school years.
#include <algorithm>

#include "analyzers/time/period_rules.h"

namespace timso {
namespace {

// Past the words that name a stretch of years: "trong giai đoạn từ năm", "vụ đông xuân", "nhiệm kỳ".
std::size_t SkipYearNames(const PeriodWords& words, std::size_t at) {
  for (std::size_t before = at + 1; before != at;) {
    before = at;
    for (const std::string_view role : {"from", "stage", "season", "the", "year"}) at = words.Skip(at, role);
  }
  return at;
}

// "và", "to", a dash, "đến năm": what joins two years; the token of the second, or 0.
std::size_t SecondYear(const PeriodWords& words, std::size_t at) {
  std::size_t next = at;
  if (words.IsDash(at) || words.IsSign(at, "/"))
    next = at + 1;
  else if (words.Is(at, "to"))
    next = words.Skip(words.Skip(at, "to"), "end");
  else if (words.question() && (words.IsKey(at, "and", "and") || words.IsKey(at, "và", "va")))
    next = at + 1;
  if (next == at) return 0;
  next = words.Skip(next, "year");
  return words.Year(next) ? next : 0;
}

// "2021, 2022 và 2023": years that follow each other by commas; the last one's token, or that of the first.
std::size_t LastOfList(const PeriodWords& words, std::size_t at) {
  while ((words.IsSign(at + 1, ",;") || words.IsKey(at + 1, "và", "va"))) {
    const std::size_t next = words.Skip(at + 2, "year");
    const auto year = words.Year(next);
    if (next > at + 2 && words.IsSign(at + 1, ",;")) break;  // "so với năm 2018, năm 2019 tăng …"
    if (!year || *year != *words.Year(at) + 1 || words.IsCounted(next + 1)) break;
    at = next;
  }
  return at;
}

// "những năm 1990", "thập niên 90".
PeriodRuleResult ReadDecade(const PeriodWords& words, std::size_t at) {
  const std::size_t next = words.Skip(words.Skip(at, "decade"), "year");
  if (next == at) return std::nullopt;
  const auto short_form = words.Integer(next, 20, 90);
  const auto year = short_form ? std::optional<int>(1900 + *short_form) : words.Year(next);
  if (!year || *year % 10 != 0 || SecondYear(words, next + 1) != 0 || words.IsCounted(next + 1)) return std::nullopt;
  if (words.IsSign(next + 1, ",") && words.Year(next + 2)) return std::nullopt;
  PeriodMention mention = NewMention(at, next + 1, WholeYears(*year, *year + 9));
  mention.whole_years = mention.dated = true;
  return mention;
}

// "cùng kỳ 2017", "so với 2016", "kế hoạch 2019", "doanh thu 2018", "vào 2020.": behind such words a year needs no word
// of its own.
bool BehindTimedWord(const PeriodWords& words, std::size_t at) {
  constexpr std::size_t kLongest = 3;  // tokens of such a word
  const AnalyzedText& text = words.text();
  for (const Mention* counted : text.MentionsIn(at + 1, at + 2)) {
    if (counted->role == Role::kUnit || counted->role == Role::kNumeral) return false;
  }
  const bool ends = at + 1 >= words.end() || text.tokens[at + 1].kind == TokenKind::kPunctuation;
  if (at > words.begin() && (words.IsKey(at - 1, "vào", "vao") || (ends && words.IsKey(at - 1, "trong", "trong"))))
    return true;
  const std::size_t since = TokensBack(at, kLongest, words.begin());
  for (const Mention* mention : text.MentionsIn(since, at)) {
    if (mention->end != at) continue;
    if (mention->role == Role::kTime && text.lexicon->times()[mention->row].role == "same") return true;
    if (mention->role != Role::kCue && mention->role != Role::kCuePart) continue;
    const std::string& role = text.lexicon->cues()[mention->row];
    if (role == "plan" || role == "compare" || role == "counted") return true;
  }
  return false;
}

// Whether a year needs no word before it: in brackets, in a question, behind a word that has a time.
bool StandsAlone(const PeriodWords& words, std::size_t at, std::size_t end) {
  const bool bracketed = at > words.begin() && words.text().IsPunctuation(at - 1, "(") && words.IsSign(end, "),;");
  return bracketed || words.question() || BehindTimedWord(words, at);
}

}  // namespace

// "năm 2023", "giai đoạn 2016-2020", "vụ đông xuân 2021-2022", "năm 2021 và 2022", "(2011)", in a question "2023".
PeriodRuleResult ReadYears(const PeriodWords& words, std::size_t at) {
  const bool rate = at > words.begin() && words.Is(at, "year") && !words.Year(at + 1) &&
                    words.text().IsPunctuation(at - 1, "/");  // "6% / năm giai đoạn 2010-2017"
  if (rate) return std::nullopt;
  if (words.Is(at, "decade")) {
    if (PeriodRuleResult decade = ReadDecade(words, at)) return decade;
  }
  const auto count = words.Small(at, 30);  // "5 năm 2016 - 2020"
  const bool counted = count && words.Is(count->end, "year");
  std::size_t next = SkipYearNames(words, counted ? count->end : at);
  const bool named = next > at;
  if (named && words.IsSign(next, "(") && words.Year(next + 1)) ++next;  // "5 năm (2016 - 2020)"
  const auto first = words.Year(next);
  if (!first) return std::nullopt;
  const std::size_t listed = named ? LastOfList(words, next) : next;
  std::size_t end = listed + 1;
  int last = *words.Year(listed);
  if (const std::size_t second = SecondYear(words, end); second != 0 && *words.Year(second) >= last) {
    last = *words.Year(second);
    end = second + 1;
  }
  if (words.IsSign(end, ")") && next > at && words.IsSign(next - 1, "(")) ++end;
  const bool range = last > *first;
  if (counted && !range) return std::nullopt;
  if (!named && !range && !StandsAlone(words, at, end)) return std::nullopt;
  if (!named && !range && words.IsCounted(end)) return std::nullopt;
  PeriodMention mention = NewMention(at, end, WholeYears(*first, last));
  mention.whole_years = mention.dated = true;
  return mention;
}

// "năm học 2020-2021", "học kỳ I năm học 2020-2021", "năm học này".
PeriodRuleResult ReadSchoolYear(const PeriodWords& words, std::size_t at) {
  std::size_t next = at;
  std::optional<SmallNumber> semester;
  if (words.Is(at, "semester")) {
    semester = words.SmallOrRoman(words.Skip(at, "semester"), 2);
    if (!semester) return std::nullopt;
    next = semester->end;
  }
  if (!words.Is(next, "school_year")) return std::nullopt;
  next = words.Skip(next, "school_year");
  const auto& document = words.anchors().document;
  const bool relative = words.Is(next, "this") || words.Is(next, "past") || words.Is(next, "previous");
  const auto first = words.Year(next);
  if (!first && !(relative && document)) return std::nullopt;
  int start = first.value_or(document ? document->year - (document->month < 9 ? 1 : 0) : 0);
  if (!first && !words.Is(next, "this") && document->month >= 9) --start;
  int last = start + 1;
  std::size_t end =
      first ? next + 1 : std::max({words.Skip(next, "this"), words.Skip(next, "past"), words.Skip(next, "previous")});
  if (const std::size_t second = first ? SecondYear(words, end) : 0; second != 0) {
    last = *words.Year(second);
    end = second + 1;
  }
  Period period = {Date{start, 9, 1}, Date{last, 8, 31}};
  if (semester)
    period =
        semester->value == 1 ? Period{period.from, Date{last, 1, 31}} : Period{Date{last, 2, 1}, Date{last, 5, 31}};
  PeriodMention mention = NewMention(at, end, period);
  mention.schooling = true;
  mention.dated = first.has_value();
  return mention;
}

}  // namespace timso
