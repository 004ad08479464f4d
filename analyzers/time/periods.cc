#include "analyzers/time/periods.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/numbers/numeral.h"

namespace timso {
namespace {

// One pass over a sentence. Every Read… method tries one form at a token and says where it ended, 0 for "not here".
class Pass {
 public:
  Pass(const AnalyzedText& text, std::optional<Date> document_date, std::optional<int>& year, std::size_t begin,
       std::size_t end, bool question)
      : text_(text), document_date_(document_date), year_(year), begin_(begin), end_(end), question_(question) {}

  std::vector<PeriodMention> Run() {
    for (std::size_t at = begin_; at < end_;) {
      MarkComparison(at);
      PeriodMention mention;
      mention.begin = at;
      if (!ReadAt(at, mention)) {
        ++at;
        continue;
      }
      mention.reference = comparing_;
      if (!comparing_ && mention.period.to && mention.whole_years) year_ = mention.period.to->year;
      at = mention.end;
      mentions_.push_back(mention);
    }
    return std::move(mentions_);
  }

 private:
  bool Is(std::size_t at, std::string_view role, std::size_t* end = nullptr) const {
    if (at >= end_) return false;
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      if (mention->role != Role::kTime || text_.lexicon->times()[mention->row].role != role) continue;
      if (end != nullptr) *end = mention->end;
      return true;
    }
    return false;
  }
  std::size_t Skip(std::size_t at, std::string_view role) const {
    std::size_t end = at;
    return Is(at, role, &end) ? end : at;
  }
  bool IsDash(std::size_t at) const {
    return at < end_ && (text_.Word(at) == "-" || text_.Word(at) == "–" || text_.Word(at) == "—" || text_.Word(at) == "..");
  }
  bool IsKey(std::size_t at, std::string_view key) const {
    return at < end_ && text_.lexicon->Key(text_.Word(at)) == key;
  }

  // Between "so với" and the clause's end, periods are only compared with.
  void MarkComparison(std::size_t at) {
    if (text_.IsPunctuation(at, ";,.):|")) comparing_ = false;
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      if (mention->role == Role::kCue && text_.lexicon->cues()[mention->row] == "compare") comparing_ = true;
      if (mention->role == Role::kTime && text_.lexicon->times()[mention->row].role == "same") comparing_ = true;
      if (mention->role == Role::kTime && text_.lexicon->times()[mention->row].role == "last_year") comparing_ = true;
    }
  }

  std::optional<int> Integer(std::size_t at, int low, int high) const {
    if (at >= end_ || text_.tokens[at].kind != TokenKind::kNumber) return std::nullopt;
    const std::string_view word = text_.Word(at);
    if (word.size() > 4 || word.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    const int value = std::stoi(std::string(word));
    return value >= low && value <= high ? std::optional<int>(value) : std::nullopt;
  }
  std::optional<int> Year(std::size_t at) const {
    return at < end_ && text_.Word(at).size() == 4 ? Integer(at, 1900, 2100) : std::nullopt;
  }
  // 1–12, also in words ("sáu tháng").
  std::optional<int> SmallNumber(std::size_t at, std::size_t* end, int high) const {
    if (const auto value = Integer(at, 1, high)) {
      *end = at + 1;
      return value;
    }
    if (at >= end_ || text_.tokens[at].kind != TokenKind::kWord) return std::nullopt;
    const auto numeral = ReadNumeral(text_, at, end_);
    if (!numeral || numeral->value < 1 || numeral->value > high) return std::nullopt;
    *end = numeral->end;
    return static_cast<int>(numeral->value);
  }
  std::optional<int> Roman(std::size_t at) const {
    constexpr std::array<std::string_view, 4> kRoman = {"I", "II", "III", "IV"};
    if (at >= end_) return std::nullopt;
    std::string word(text_.Word(at));
    std::transform(word.begin(), word.end(), word.begin(), [](char c) { return static_cast<char>(std::toupper(c)); });
    for (std::size_t i = 0; i < kRoman.size(); ++i) {
      if (word == kRoman[i]) return static_cast<int>(i + 1);
    }
    return std::nullopt;
  }

  // The year that follows a part of it: "/2022", "năm 2022", "của năm 2022", "- 2022", "2022", or none: the one in
  // force, else the document's.
  std::optional<int> YearAfter(std::size_t& at) const {
    std::size_t next = at;
    if (IsKey(next, "của") || IsKey(next, "cua") || IsKey(next, "of") || IsKey(next, "in")) ++next;
    if (text_.IsPunctuation(next, "/-.,")) ++next;
    next = Skip(next, "year");
    if (const auto year = Year(next)) {
      at = next + 1;
      return year;
    }
    if (std::size_t end = at; Is(at, "this_year", &end) || Is(at, "in_year", &end)) at = end;
    if (year_) return year_;
    if (document_date_) return document_date_->year;
    return std::nullopt;
  }

  bool ReadAt(std::size_t at, PeriodMention& mention) {
    return ReadUpTo(at, mention) || ReadSince(at, mention) || ReadSchoolYear(at, mention) || ReadYears(at, mention) ||
           ReadQuarter(at, mention) || ReadMonths(at, mention) || ReadHalf(at, mention) || ReadDay(at, mention) ||
           ReadMonth(at, mention) || ReadRelative(at, mention);
  }

  bool Finish(PeriodMention& mention, std::size_t end, const Period& period) const {
    mention.end = end;
    mention.period = period;
    return true;
  }

  // A day: 30/9/2022, "ngày 30/9", "ngày 22 tháng 11 năm 2024", "31 tháng 12". Token after it, or 0.
  std::size_t DayAt(std::size_t at, Date& date) const {
    std::size_t next = Skip(at, "day");
    const bool named = next > at;
    if (next >= end_) return 0;
    if (text_.tokens[next].kind == TokenKind::kDate) {
      const auto parsed = DateFromDigits(text_.Word(next));
      if (!parsed) return 0;
      date = *parsed;
      return next + 1;
    }
    auto day = Integer(next, 1, 31);
    if (!day) return 0;
    // "ngày 5 và 6/3", "ngày 5, 6 và 7/3": the last of them.
    while (named && next + 2 < end_ && (text_.IsPunctuation(next + 1, ",-") || IsKey(next + 1, "và")) &&
           Integer(next + 2, 1, 31)) {
      next += 2;
      day = Integer(next, 1, 31);
    }
    std::size_t month_at = next + 1;
    const bool slash = text_.IsPunctuation(month_at, "/-.") && !text_.tokens[month_at].space_before;
    if (slash) {
      if (!named && !text_.IsPunctuation(month_at, "/")) return 0;
      ++month_at;
    } else {
      const std::size_t after = Skip(month_at, "month");
      if (after == month_at) return 0;
      month_at = after;
    }
    const auto month = Integer(month_at, 1, 12);
    if (!month) return 0;
    std::size_t end = month_at + 1;
    const auto year = YearAfter(end);
    if (!year) return 0;
    date = {*year, *month, *day};
    if (!IsValid(date)) return 0;
    return named || !slash || up_to_ ? end : 0;
  }

  // "tháng 9/2022", "cuối tháng 9", "năm 2020", a day: the last day of it. Token after it, or 0.
  std::size_t LastDayAt(std::size_t at, Date& last) {
    at = Skip(at, "end");
    if (const std::size_t end = DayAt(at, last)) return end;
    if (const std::size_t month_at = Skip(at, "month"); month_at > at) {
      const auto month = Integer(month_at, 1, 12);
      if (!month) return 0;
      std::size_t end = month_at + 1;
      const auto year = YearAfter(end);
      if (!year) return 0;
      last = {*year, *month, DaysInMonth(*year, *month)};
      return end;
    }
    if (std::size_t quarter_at = Skip(at, "quarter"); quarter_at > at) {
      auto quarter = Roman(quarter_at);
      if (!quarter) quarter = Integer(quarter_at, 1, 4);
      if (!quarter) return 0;
      std::size_t end = quarter_at + 1;
      const auto year = YearAfter(end);
      if (!year) return 0;
      last = {*year, *quarter * 3, DaysInMonth(*year, *quarter * 3)};
      return end;
    }
    const std::size_t year_at = Skip(at, "year");
    if (year_at == at) return 0;
    const auto year = Year(year_at);
    if (!year) return 0;
    last = {*year, 12, 31};
    whole_year_ = true;
    return year_at + 1;
  }

  // "tính đến cuối tháng 9", "đến ngày 30/9/2022", "đến hết năm 2020".
  bool ReadUpTo(std::size_t at, PeriodMention& mention) {
    std::size_t next = at;
    if (!Is(at, "to", &next) && !Is(at, "end", &next)) return false;
    Date last;
    whole_year_ = false;
    up_to_ = true;
    const std::size_t end = LastDayAt(next, last);
    up_to_ = false;
    if (end == 0) return false;
    mention.up_to = true;
    mention.whole_years = whole_year_;
    return Finish(mention, end, {Date{last.year, 1, 1}, last});
  }

  // "từ đầu năm (2024) đến nay", "từ đầu năm 2024 đến ngày 22/11", "từ năm học 2019-2020 đến nay", "từ 2019 đến nay".
  bool ReadSince(std::size_t at, PeriodMention& mention) {
    std::size_t next = Skip(at, "from");
    std::size_t start_end = next;
    std::optional<Date> from;
    if (Is(next, "year_start", &start_end)) {
      next = start_end;
      const auto year = YearAfter(next);
      if (year) from = Date{*year, 1, 1};
      else if (next == start_end && !Is(next, "to") && !Is(next, "now")) return false;
    } else if (next > at) {
      PeriodMention start;
      start.begin = next;
      if (!ReadSchoolYear(next, start) && !ReadYears(next, start) && !ReadDay(next, start) && !ReadMonth(next, start)) {
        return false;
      }
      from = start.period.from;
      next = start.end;
    } else {
      return false;
    }
    std::size_t end = next;
    if (Is(next, "now", &end)) {
      mention.period = {from, document_date_ && from && *from <= *document_date_ ? document_date_ : std::nullopt};
      return Finish(mention, end, mention.period);
    }
    if (!Is(next, "to", &end)) {
      // "từ đầu năm" alone is a running count up to the document's date.
      if (!Is(Skip(at, "from"), "year_start") || Skip(at, "from") == at) return false;
      return Finish(mention, next, {from, document_date_});
    }
    Date last;
    if (Is(end, "now", &end)) return Finish(mention, end, {from, document_date_});
    up_to_ = true;
    std::optional<int> remembered = year_;
    if (from) year_ = from->year;
    whole_year_ = false;
    std::size_t stop = LastDayAt(end, last);
    if (stop == 0 && Year(end)) {
      last = {*Year(end), 12, 31};
      stop = end + 1;
      whole_year_ = true;
    }
    year_ = remembered;
    up_to_ = false;
    if (stop == 0) return false;
    mention.whole_years = whole_year_;
    return Finish(mention, stop, {from, last});
  }

  bool ReadSchoolYear(std::size_t at, PeriodMention& mention) {
    std::size_t next = at;
    if (!Is(at, "school_year", &next)) {
      // "2 năm học qua": the last two school years that had ended by the document's date.
      const auto count = SmallNumber(at, &next, 12);
      std::size_t after = next;
      if (!count || !Is(next, "school_year", &after) || !document_date_) return false;
      if (!IsKey(after, "qua")) return false;
      const int last = document_date_->month > 8 ? document_date_->year : document_date_->year - 1;
      mention.schooling = true;
      return Finish(mention, after + 1, {Date{last - *count, 9, 1}, Date{last, 8, 31}});
    }
    const auto first = Year(next);
    if (!first) return false;
    mention.schooling = true;
    std::size_t end = next + 1;
    int last = *first + 1;
    if (IsDash(end) && Year(end + 1)) {
      last = *Year(end + 1);
      end += 2;
    }
    return Finish(mention, end, {Date{*first, 9, 1}, Date{last, 8, 31}});
  }

  // "năm 2023", "giai đoạn 2016-2020", "từ năm 2016 đến năm 2020", "(2011)", in a question "2023" and "2016..2020".
  bool ReadYears(std::size_t at, PeriodMention& mention) {
    std::size_t next = at;
    for (std::size_t before = next + 1; before != next;) {
      before = next;
      next = Skip(Skip(Skip(next, "from"), "stage"), "year");
    }
    const bool named = next > at;
    const auto first = Year(next);
    if (!first) return false;
    std::size_t end = next + 1;
    int last = *first;
    const bool joined = IsDash(end) || Is(end, "to") || (question_ && (IsKey(end, "and") || IsKey(end, "to")));
    if (joined) {
      const std::size_t second = Skip(IsDash(end) ? end + 1 : std::max(Skip(end, "to"), end + 1), "year");
      if (Year(second) && *Year(second) >= *first) {
        last = *Year(second);
        end = second + 1;
      }
    }
    const bool bracketed = at > begin_ && text_.IsPunctuation(at - 1, "(") && text_.IsPunctuation(end, "),;");
    const bool range = last > *first;
    if (!named && !range && !bracketed && !question_ && !comparing_) return false;
    if (!named && !range && IsCounted(end)) return false;
    mention.whole_years = true;
    return Finish(mention, end, WholeYears(*first, last));
  }

  // "1950 đảng viên": a number that counts something is no year.
  bool IsCounted(std::size_t at) const {
    if (at >= end_) return false;
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      if (mention->role == Role::kUnit) return true;
    }
    return false;
  }

  bool ReadQuarter(std::size_t at, PeriodMention& mention) {
    std::size_t next = Skip(at, "quarter");
    if (next == at) return false;
    auto quarter = Roman(next);
    if (!quarter) quarter = Integer(next, 1, 4);
    if (!quarter) return false;
    std::size_t end = next + 1;
    const auto year = YearAfter(end);
    if (!year) return false;
    return Finish(mention, end, Months(*year, *quarter * 3 - 2, *quarter * 3));
  }

  // "6 tháng đầu năm 2023", "9 tháng năm 2023", "9 tháng qua", "3 tháng cuối năm", "sáu tháng".
  bool ReadMonths(std::size_t at, PeriodMention& mention) {
    std::size_t next = at;
    const auto count = SmallNumber(at, &next, 12);
    if (!count || next >= end_) return false;
    const std::size_t after = Skip(next, "month");
    if (after == next) return false;
    next = after;
    const bool last_months = Is(next, "last") || Is(next, "end");
    const bool first_months = Is(next, "first") || Is(next, "year_start");
    bool anchored = false;
    if (last_months || first_months) {
      anchored = true;
      next += 1;
      if (Is(next - 1, "year_start")) next = Skip(next - 1, "year_start");
    }
    if (IsKey(next, "qua")) {
      anchored = true;
      ++next;
    }
    std::size_t end = next;
    const std::size_t plain = end;
    const auto year = YearAfter(end);
    if (!anchored && end == plain) return false;  // "trong 6 tháng" sets no period
    if (!year) {
      mention.forgets = true;
      return Finish(mention, Skip(end, "year"), {});
    }
    end = std::max(end, Skip(end, "year"));
    const Period period = last_months ? Months(*year, 13 - *count, 12) : Months(*year, 1, *count);
    return Finish(mention, end, period);
  }

  bool ReadHalf(std::size_t at, PeriodMention& mention) {
    std::size_t next = at;
    const bool first = Is(at, "half_first", &next);
    if (!first && !Is(at, "half_second", &next)) return false;
    const auto year = YearAfter(next);
    if (!year) return false;
    return Finish(mention, next, first ? Months(*year, 1, 6) : Months(*year, 7, 12));
  }

  bool ReadDay(std::size_t at, PeriodMention& mention) {
    Date date;
    const std::size_t end = DayAt(at, date);
    if (end == 0) return false;
    return Finish(mention, end, Day(date));
  }

  bool ReadMonth(std::size_t at, PeriodMention& mention) {
    std::size_t next = Skip(at, "month");
    if (next == at) return false;
    const auto month = Integer(next, 1, 12);
    if (!month) return false;
    std::size_t end = next + 1;
    const auto year = YearAfter(end);
    if (!year) return false;
    return Finish(mention, end, Months(*year, *month, *month));
  }

  bool ReadRelative(std::size_t at, PeriodMention& mention) {
    std::size_t end = at;
    if (Is(at, "yearly", &end)) {
      mention.yearly = mention.forgets = true;
      return Finish(mention, end, {});
    }
    if (Is(at, "term_relative", &end) && !Year(end)) {
      mention.forgets = true;
      return Finish(mention, end, {});
    }
    if (Is(at, "now", &end)) {
      mention.now = true;
      if (document_date_) mention.period = Day(*document_date_);
      return Finish(mention, end, mention.period);
    }
    if (Is(at, "this_year", &end) && document_date_) {
      mention.whole_years = true;
      return Finish(mention, end, WholeYear(document_date_->year));
    }
    if (Is(at, "in_year", &end)) {
      const auto year = year_ ? year_ : document_date_ ? std::optional<int>(document_date_->year) : std::nullopt;
      if (!year || Year(end)) return false;
      mention.whole_years = true;
      return Finish(mention, end, WholeYear(*year));
    }
    if (Is(at, "last_year", &end) && document_date_) {
      mention.whole_years = true;
      return Finish(mention, end, WholeYear(document_date_->year - 1));
    }
    return false;
  }

  const AnalyzedText& text_;
  const std::optional<Date> document_date_;
  std::optional<int>& year_;
  const std::size_t begin_;
  const std::size_t end_;
  const bool question_;
  bool comparing_ = false;
  bool up_to_ = false;
  bool whole_year_ = false;
  std::vector<PeriodMention> mentions_;
};

}  // namespace

std::vector<PeriodMention> PeriodReader::Read(std::size_t begin, std::size_t end, bool question) {
  return Pass(text_, document_date_, year_, begin, end, question).Run();
}

}  // namespace timso
