#include "searcher/query/periods.h"

#include <array>
#include <cstdlib>

#include "searcher/query/word_table.h"

namespace timso {
namespace {

std::string Digits(int number, int width) {
  std::string text = std::to_string(number);
  while (static_cast<int>(text.size()) < width) text.insert(text.begin(), '0');
  return text;
}

std::string Iso(int year, int month, int day) {
  return Digits(year, 4) + "-" + Digits(month, 2) + "-" + Digits(day, 2);
}

int DaysOf(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool IsYear(int number) { return number >= 1900 && number <= 2099; }

std::optional<int> SmallInt(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

// A cursor over the question's tokens; each reader moves it only when it succeeds.
class Reader {
 public:
  Reader(const std::vector<QuestionToken>& tokens, std::size_t at, bool marked)
      : tokens_(tokens), at_(at), marked_(marked) {}
  std::size_t at() const { return at_; }

  bool Word(std::string_view key, std::string_view folded) {
    if (at_ >= tokens_.size() || tokens_[at_].taken) return false;
    const QuestionToken& token = tokens_[at_];
    const bool same = token.key == key || (!marked_ && token.folded == folded);
    if (same) ++at_;
    return same;
  }
  bool AnyWord(std::initializer_list<std::pair<std::string_view, std::string_view>> words) {
    for (const auto& [key, folded] : words) {
      if (Word(key, folded)) return true;
    }
    return false;
  }
  bool Plain(std::string_view word) { return Word(word, word); }
  bool Dash() { return Plain("-") || Plain("–") || Plain("—"); }

  std::optional<int> Number() {
    if (at_ >= tokens_.size() || tokens_[at_].taken || tokens_[at_].kind != TokenKind::kNumber) return std::nullopt;
    const std::optional<int> number = SmallInt(tokens_[at_].surface);
    if (number) ++at_;
    return number;
  }
  std::optional<int> Year() {
    const std::size_t before = at_;
    const std::optional<int> number = Number();
    if (number && IsYear(*number) && !FollowedByCounter()) return number;
    at_ = before;
    return std::nullopt;
  }
  // A small count in digits or words: 6, sáu, six, first, I, III.
  std::optional<int> Count() {
    if (std::optional<int> number = Number()) return number;
    for (const std::string_view role : {"number", "ordinal"}) {
      const WordMatch word = WordTable::Default().LongestAt(tokens_, at_, role, marked_);
      if (word.form == nullptr) continue;
      at_ = word.end();
      return std::atoi(word.form->id.c_str());
    }
    constexpr std::array<std::string_view, 4> kRoman = {"i", "ii", "iii", "iv"};
    for (std::size_t i = 0; i < kRoman.size(); ++i) {
      if (Plain(kRoman[i])) return static_cast<int>(i) + 1;
    }
    return std::nullopt;
  }
  std::optional<int> Role(std::string_view role) {
    const WordMatch word = WordTable::Default().LongestAt(tokens_, at_, role, marked_);
    if (word.form == nullptr) return std::nullopt;
    at_ = word.end();
    return std::atoi(word.form->id.c_str());
  }
  bool HasRole(std::string_view role) {
    const WordMatch word = WordTable::Default().LongestAt(tokens_, at_, role, marked_);
    if (word.form != nullptr) at_ = word.end();
    return word.form != nullptr;
  }
  void Back(std::size_t at) { at_ = at; }
  const QuestionToken* Here() const { return at_ < tokens_.size() ? &tokens_[at_] : nullptr; }

 private:
  // 2021 đảng viên, 2000 members: a count that looks like a year.
  bool FollowedByCounter() const {
    if (at_ >= tokens_.size() || tokens_[at_ - 1].clause_end) return false;
    const QuestionToken& next = tokens_[at_];
    if (next.key == "%") return true;
    for (const std::string_view word : {"dong", "nguoi", "ty", "trieu", "nghin", "ha", "tan", "ho"}) {
      if (next.folded == word) return true;
    }
    return false;
  }

  const std::vector<QuestionToken>& tokens_;
  std::size_t at_;
  bool marked_;
};

PeriodIs Months(int first_year, int first_month, int last_year, int last_month) {
  return {FirstDay(first_year, first_month), LastDay(last_year, last_month), PeriodIs::How::kWithin};
}

// [năm] 2021, /2021, of 2021, in 2021, "," between
std::optional<int> YearAfter(Reader& r) {
  const std::size_t before = r.at();
  r.AnyWord({{"của", "cua"}, {"of", "of"}, {"in", "in"}});
  r.Word("năm", "nam");
  if (const std::optional<int> year = r.Year()) return year;
  r.Back(before);
  return std::nullopt;
}

bool SkipYearWord(Reader& r) {
  r.Word("năm", "nam");
  return true;
}

// từ [năm] 2016 đến [năm] 2020; giai đoạn 2016-2020; between 2016 and 2020; 2016–2020
std::optional<PeriodIs> YearRange(Reader& r) {
  const bool school = r.Word("năm", "nam") && r.Word("học", "hoc");
  if (!school) {
    r.AnyWord({{"các", "cac"}, {"những", "nhung"}, {"trong", "trong"}});
    (void)(r.Word("giai", "giai") && r.Word("đoạn", "doan"));
    (void)(r.Word("nhiệm", "nhiem") && r.Word("kì", "ki"));
    (void)(r.Word("thời", "thoi") && r.Word("kì", "ki"));
    SkipYearWord(r);
    r.AnyWord({{"từ", "tu"}, {"giữa", "giua"}, {"between", "between"}, {"from", "from"}});
    SkipYearWord(r);
  }
  const std::optional<int> first = r.Year();
  if (!first) return std::nullopt;
  if (!r.Dash() && !r.AnyWord({{"đến", "den"},
                               {"tới", "toi"},
                               {"và", "va"},
                               {"to", "to"},
                               {"and", "and"},
                               {"through", "through"},
                               {"until", "until"}})) {
    return std::nullopt;
  }
  (void)r.Word("hết", "het");
  SkipYearWord(r);
  const std::optional<int> last = r.Year();
  if (!last || *last < *first) return std::nullopt;
  return school ? Months(*first, 9, *last, 8) : Months(*first, 1, *last, 12);
}

// 6 tháng đầu năm 2021, 9 tháng [năm] 2023, sáu tháng cuối năm
std::optional<PeriodIs> MonthsOfYear(Reader& r) {
  const std::optional<int> count = r.Count();
  if (!count || *count < 1 || *count > 12 || !r.Word("tháng", "thang")) return std::nullopt;
  const bool last = r.Word("cuối", "cuoi");
  if (!last) (void)r.Word("đầu", "dau");
  const std::optional<int> year = YearAfter(r);
  if (!year) return std::nullopt;
  return last ? Months(*year, 13 - *count, *year, 12) : Months(*year, 1, *year, *count);
}

// first six months of 2021, first quarter of 2022, Q1 2022, second half of 2020, first 9 months of 2023
std::optional<PeriodIs> EnglishPart(Reader& r) {
  (void)r.Plain("the");
  std::optional<int> which = r.Role("ordinal");
  const bool last = !which && r.Plain("last");
  if (!which && !last) return std::nullopt;
  const std::optional<int> count = r.Count();
  const bool half = !count && r.HasRole("half");
  const bool quarter = !count && !half && r.HasRole("quarter");
  const bool months = count && r.HasRole("months");
  if (!half && !quarter && !months) return std::nullopt;
  const std::optional<int> year = YearAfter(r);
  if (!year) return std::nullopt;
  if (months) {
    if (*count < 1 || *count > 12) return std::nullopt;
    return last ? Months(*year, 13 - *count, *year, 12) : Months(*year, 1, *year, *count);
  }
  const int number = which.value_or(half ? 2 : 4);
  if (half) return number > 2 ? std::optional<PeriodIs>() : Months(*year, number * 6 - 5, *year, number * 6);
  return number > 4 ? std::optional<PeriodIs>() : Months(*year, number * 3 - 2, *year, number * 3);
}

// quý I năm 2022, quý 1/2022, Q1 2022, quarter 1 of 2022
std::optional<PeriodIs> Quarter(Reader& r) {
  std::optional<int> number;
  if (const QuestionToken* token = r.Here(); token && token->folded.size() == 2 && token->folded[0] == 'q' &&
                                             token->folded[1] >= '1' && token->folded[1] <= '4') {
    number = token->folded[1] - '0';
    r.Back(r.at() + 1);
  } else if (r.Word("quí", "qui") || r.HasRole("quarter")) {
    number = r.Count();
  }
  if (!number || *number < 1 || *number > 4) return std::nullopt;
  const std::optional<int> year = YearAfter(r);
  if (!year) return std::nullopt;
  return Months(*year, *number * 3 - 2, *year, *number * 3);
}

// nửa đầu năm 2019, nửa cuối năm 2019
std::optional<PeriodIs> VietnameseHalf(Reader& r) {
  if (!r.Word("nửa", "nua")) return std::nullopt;
  const bool last = r.AnyWord({{"cuối", "cuoi"}, {"sau", "sau"}});
  if (!last && !r.Word("đầu", "dau")) return std::nullopt;
  const std::optional<int> year = YearAfter(r);
  if (!year) return std::nullopt;
  return last ? Months(*year, 7, *year, 12) : Months(*year, 1, *year, 6);
}

// tháng 9 năm 2021, tháng 9/2021, September 2021
std::optional<PeriodIs> Month(Reader& r) {
  std::optional<int> number = r.Role("month");
  if (!number && r.Word("tháng", "thang")) number = r.Count();
  if (!number || *number < 1 || *number > 12) return std::nullopt;
  const std::optional<int> year = YearAfter(r);
  if (!year) return std::nullopt;
  return Months(*year, *number, *year, *number);
}

// 14/9/2021, ngày 14 tháng 9 năm 2021
std::optional<PeriodIs> Day(Reader& r) {
  (void)r.Word("ngày", "ngay");
  const QuestionToken* token = r.Here();
  if (token && token->kind == TokenKind::kDate) {
    int part[3] = {0, 0, 0};
    std::size_t which = 0;
    for (const char c : token->surface) {
      if (c >= '0' && c <= '9') {
        part[which] = part[which] * 10 + (c - '0');
      } else if (++which > 2) {
        return std::nullopt;
      }
    }
    if (!IsYear(part[2]) || part[1] < 1 || part[1] > 12) return std::nullopt;
    r.Back(r.at() + 1);
    const std::string day = Iso(part[2], part[1], part[0]);
    return PeriodIs{day, day, PeriodIs::How::kWithin};
  }
  const std::optional<int> day = r.Number();
  if (!day || *day < 1 || *day > 31 || !r.Word("tháng", "thang")) return std::nullopt;
  const std::optional<int> month = r.Number();
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const std::optional<int> year = YearAfter(r);
  if (!year || *day > DaysOf(*year, *month)) return std::nullopt;
  const std::string iso = Iso(*year, *month, *day);
  return PeriodIs{iso, iso, PeriodIs::How::kWithin};
}

// từ năm 2019, since 2019; đến năm 2020, until 2020
std::optional<PeriodIs> OpenEnded(Reader& r) {
  const bool since = r.HasRole("since");
  const bool until = !since && r.HasRole("until");
  if (!since && !until) return std::nullopt;
  SkipYearWord(r);
  const std::optional<int> year = r.Year();
  if (!year) return std::nullopt;
  (void)(r.Word("trở", "tro") && r.Word("đi", "di"));
  if (since) return PeriodIs{FirstDay(*year, 1), "", PeriodIs::How::kWithin};
  return PeriodIs{"", LastDay(*year, 12), PeriodIs::How::kWithin};
}

// [cuối|đầu|trong] năm 2023; 2023 alone
std::optional<PeriodIs> OneYear(Reader& r) {
  (void)r.AnyWord({{"cuối", "cuoi"}, {"hết", "het"}, {"cả", "ca"}});
  (void)r.Word("năm", "nam");
  (void)r.Plain("year");
  const std::optional<int> year = r.Year();
  if (!year) return std::nullopt;
  return Months(*year, 1, *year, 12);
}

using PeriodReader = std::optional<PeriodIs> (*)(Reader&);
constexpr PeriodReader kReaders[] = {YearRange, MonthsOfYear, EnglishPart, Quarter, VietnameseHalf,
                                     Month,     Day,          OpenEnded,   OneYear};

}  // namespace

std::string FirstDay(int year, int month) { return Iso(year, month, 1); }
std::string LastDay(int year, int month) { return Iso(year, month, DaysOf(year, month)); }

std::optional<QuestionPeriod> ReadPeriod(const std::vector<QuestionToken>& tokens, std::size_t at, bool marked) {
  std::optional<QuestionPeriod> best;
  for (const PeriodReader read : kReaders) {
    Reader reader(tokens, at, marked);
    const std::optional<PeriodIs> period = read(reader);
    if (period && (!best || reader.at() > best->end)) best = QuestionPeriod{*period, reader.at()};
  }
  return best;
}

namespace {

// One date of a field: 2021, 2021-09, 2021-09-14, 14/9/2021, or words; a whole period.
std::optional<PeriodIs> OneDate(std::string_view text) {
  if (text.size() >= 7 && text[4] == '-' && SmallInt(text.substr(0, 4))) {
    const int year = *SmallInt(text.substr(0, 4));
    const std::optional<int> month = SmallInt(text.substr(5, 2));
    if (IsYear(year) && month && *month >= 1 && *month <= 12) {
      if (text.size() == 7) return Months(year, *month, year, *month);
      const std::optional<int> day = text.size() == 10 && text[7] == '-' ? SmallInt(text.substr(8)) : std::nullopt;
      if (!day || *day < 1 || *day > DaysOf(year, *month)) return std::nullopt;
      const std::string iso = Iso(year, *month, *day);
      return PeriodIs{iso, iso, PeriodIs::How::kWithin};
    }
  }
  const std::vector<QuestionToken> tokens = CutQuestion(text, 0, text.size());
  const std::optional<QuestionPeriod> period = ReadPeriod(tokens, 0, HasMarks(text));
  if (!period || period->end != tokens.size()) return std::nullopt;
  return period->period;
}

std::string DayAfter(const std::string& iso) {
  int year = std::atoi(iso.c_str());
  int month = std::atoi(iso.c_str() + 5);
  int day = std::atoi(iso.c_str() + 8) + 1;
  if (day > DaysOf(year, month)) day = 1, ++month;
  if (month > 12) month = 1, ++year;
  return Iso(year, month, day);
}

std::string DayBefore(const std::string& iso) {
  int year = std::atoi(iso.c_str());
  int month = std::atoi(iso.c_str() + 5);
  int day = std::atoi(iso.c_str() + 8) - 1;
  if (day == 0 && --month == 0) month = 12, --year;
  return Iso(year, month, day == 0 ? DaysOf(year, month) : day);
}

}  // namespace

std::optional<PeriodIs> ReadPeriodValue(std::string_view value) {
  if (const std::size_t dots = value.find(".."); dots != std::string_view::npos) {
    const std::optional<PeriodIs> first = OneDate(value.substr(0, dots));
    const std::optional<PeriodIs> last = OneDate(value.substr(dots + 2));
    if ((!first && dots > 0) || (!last && dots + 2 < value.size()) || (!first && !last)) return std::nullopt;
    return PeriodIs{first ? first->from : "", last ? last->to : "", PeriodIs::How::kWithin};
  }
  const bool greater = value.substr(0, 1) == ">";
  const bool less = value.substr(0, 1) == "<";
  if (greater || less) value.remove_prefix(1);
  const bool included = value.substr(0, 1) == "=";
  if (included) value.remove_prefix(1);
  const std::optional<PeriodIs> date = OneDate(value);
  if (!date || date->from.empty() || date->to.empty()) return greater || less ? std::nullopt : date;
  if (greater) return PeriodIs{included ? date->from : DayAfter(date->to), "", PeriodIs::How::kWithin};
  if (less) return PeriodIs{"", included ? date->to : DayBefore(date->from), PeriodIs::How::kWithin};
  return date;
}

}  // namespace timso
