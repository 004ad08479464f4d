// Which periods a number can have: none that its own form, its kind or the bracket it stands in rules out.
#include <algorithm>

#include "analyzers/facts/binder.h"

namespace timso {
namespace {

bool IsYearOrMore(const Period& period) {
  return !period.from || !period.to || period.from->year < period.to->year ||
         (period.from->month == 1 && period.to->month == 12);
}

bool InOneMonth(const Period& period) {
  return period.from && period.to && period.from->year == period.to->year && period.from->month == period.to->month;
}

}  // namespace

// Whether it is of a day, not of a period over which it adds up: a stock of the table, or what the noun in front says:
// "tổng tài sản", "dư nợ".
bool Binder::StandsOnDay(const MeasureReading& measure, const Quantity& quantity) const {
  if (measure.measure != nullptr) return measure.measure->stock;
  const Mention* stock = LastCue(text_, sentence_->begin, quantity.begin, "stock_noun");
  if (stock == nullptr) return false;
  for (const std::string_view role : {"counted", "flow_noun"}) {
    const Mention* flow = LastCue(text_, sentence_->begin, quantity.begin, role);
    if (flow != nullptr && flow->end >= stock->end) return false;
  }
  return true;
}

// "tính đến 30/6, cả nước có 710.000 doanh nghiệp": how many there are stands on that day, and so does a share. What an
// open measure counts else adds up.
bool Binder::StandsThen(const Quantity& quantity, const KindReading& kind) const {
  if (kind.kind == FactKind::kShare) return true;
  constexpr std::size_t kReach = 4;   // "có tổng số hơn"
  constexpr std::size_t kBehind = 6;  // "1.600 dự án mới được cấp phép"
  const std::size_t end = std::min(quantity.end + kBehind, sentence_->end);
  if (kind.kind != FactKind::kAmount || HasCue(text_, sentence_->begin, end, "adds_up")) return false;
  for (std::size_t i = TokensBack(quantity.begin, kReach, sentence_->begin); i < quantity.begin; ++i) {
    const bool are = IsWord(text_, i, "có") || IsWord(text_, i, "còn");
    if (are && !(i > sentence_->begin && IsWord(text_, i - 1, "đã"))) return true;
  }
  return false;
}

// "29.000 tấn/năm", "610 triệu lít mỗi năm"
bool Binder::ByYear(const Quantity& quantity) const {
  if (quantity.end > quantity.unit_end && IsWord(text_, quantity.end - 1, "năm")) return true;
  const std::size_t at = quantity.end;
  const bool each =
      IsWord(text_, at, "mỗi") || IsWord(text_, at, "một") || IsWord(text_, at, "hằng") || IsWord(text_, at, "hàng");
  return each && IsWord(text_, at + 1, "năm");
}

// "(cùng kỳ năm 2016 tăng 9%)", "… lỗ 5 tỷ, trong khi cùng kỳ năm trước lãi 2 tỷ", "cùng kỳ 2016, mức tăng là 3%": the
// number's bracket or clause, or the clause before it, opens with the earlier time.
bool Binder::OpensEarlier(const Quantity& quantity, const NumberContext& context) const {
  std::size_t open = quantity.begin;
  while (open > sentence_->begin && !text_.IsPunctuation(open - 1, "()")) --open;
  const bool bracketed = open > sentence_->begin && text_.IsPunctuation(open - 1, "(");
  if (!bracketed || open < context.clause) open = context.clause;
  if (const Mention* opening = EarlierAt(open, quantity.begin)) {
    // "từ 5 tỷ cùng kỳ lên mức 9 tỷ": what it rose to is of the later time
    return open > sentence_->begin && !HasCue(text_, opening->end, quantity.begin, "reach");
  }
  if (open <= sentence_->begin + 1 || !text_.IsPunctuation(open - 1, ",")) return false;
  const std::size_t comma = open - 1;
  const std::size_t before = ClauseBegin(text_, sentence_->begin, comma);
  const Mention* earlier = before >= context.left ? EarlierAt(before, comma) : nullptr;
  if (earlier == nullptr || earlier->begin == sentence_->begin) return false;
  return earlier->end == comma ||
         std::any_of(sentence_->periods.begin(), sentence_->periods.end(),
                     [&](const PeriodMention& period) { return period.begin <= earlier->end && period.end == comma; });
}

// "giảm so với cùng kỳ (350 tỷ đồng)", "tăng 7%, cao hơn cùng kỳ năm ngoái (6%)": the bracket right behind the earlier
// time tells what was then; "tăng 9 vụ so với cùng kỳ (12%)" tells the change once more.
bool Binder::BracketedBehindEarlier(const Quantity& quantity) const {
  std::size_t open = quantity.begin;
  while (open > sentence_->begin && quantity.begin - open < 2 && !text_.IsPunctuation(open, "(")) --open;
  if (!text_.IsPunctuation(open, "(") || !previous_) return false;
  const std::size_t reach = TokensBack(open, 6);
  const Mention* earlier = LastCue(text_, reach, open, "year_before");
  const bool same_time = text_.IsKey(open - 1, "kì") && text_.IsKey(open - 2, "cùng");
  if (!same_time && (earlier == nullptr || earlier->end != open)) return false;
  if (!quantity.IsPercent()) return open + 1 == quantity.begin;
  bool more = false;
  for (std::size_t at = reach; at < open; ++at) more = more || text_.IsKey(at, "hơn");
  return more && previous_->unit == "percent";
}

// The earlier time at the token, a contrast before it or not.
const Mention* Binder::EarlierAt(std::size_t begin, std::size_t end) const {
  const Mention* contrast = FirstCue(text_, begin, end, "contrast");
  if (contrast != nullptr && contrast->begin == begin) begin = contrast->end;
  const Mention* earlier = FirstCue(text_, begin, end, "year_before");
  if (earlier == nullptr || earlier->begin != begin) return nullptr;
  // "năm trước đó": a period of its own, in force already
  const auto& periods = sentence_->periods;
  const bool own = std::any_of(periods.begin(), periods.end(), [&](const PeriodMention& period) {
    return !period.reference && period.period.from && period.begin <= begin && period.end >= earlier->end;
  });
  return own ? nullptr : earlier;
}

// "mức tăng 5% của cùng kỳ năm 2016", "mức 3% ghi nhận trong quý trước": the earlier time stands behind the number.
const Mention* Binder::EarlierBehind(const NumberContext& context) const {
  constexpr std::size_t kReach = 6;  // tokens
  const std::size_t end = std::min(context.right + kReach, context.right_end);
  const Mention* earlier = FirstCue(text_, context.right, end, "year_before");
  if (earlier == nullptr) return nullptr;
  // "so với kết quả 3 tỷ cùng kỳ năm trước"
  if (earlier->begin == context.right)
    return has_period_ && HasCue(text_, context.left, context.right, "compare") ? earlier : nullptr;
  const std::size_t before = earlier->begin - 1;
  const bool owns = IsWord(text_, before, "của") || IsWord(text_, before, "trong") || IsWord(text_, before, "vào");
  return owns && !HasCue(text_, context.right, earlier->begin, "compare") ? earlier : nullptr;
}

// "46 tỷ và 3 tỷ vào năm 2022": the period behind the second of two numbers is the first one's too.
const PeriodMention* Binder::SharedBehind(std::size_t end) const {
  if (!IsWord(text_, end, "và")) return nullptr;
  for (const Quantity& next : sentence_->quantities) {
    if (next.begin != end + 1) continue;
    for (const PeriodMention& period : sentence_->periods) {
      if (period.begin < next.end || period.reference || period.now || !period.period.from) continue;
      const bool joined = IsWord(text_, period.begin - 1, "vào") || IsWord(text_, period.begin - 1, "trong");
      if (period.begin == next.end || (joined && period.begin == next.end + 1)) return &period;
    }
  }
  return nullptr;
}

// "cùng kỳ năm 2016" while half of 2017 is in force: half of 2016. Nothing when no part is known.
PeriodMention Binder::SamePartOf(const PeriodMention& named) const {
  const Period& part = period_.period;
  if (!has_period_ || !part.from || !part.to || part.from->year != part.to->year || !named.period.from) return {};
  PeriodMention same = period_;
  same.now = false;
  for (auto* date : {&same.period.from, &same.period.to}) {
    (*date)->year = named.period.from->year;
    (*date)->day = std::min((*date)->day, DaysInMonth((*date)->year, (*date)->month));
  }
  return same;
}

// "cao hơn quý I (5,15%)": the time that is compared with stands in front of the number's bracket.
const PeriodMention* Binder::BaseBeside(const Quantity& quantity) const {
  std::size_t open = quantity.begin;
  while (open > sentence_->begin && quantity.begin - open < 2 && !text_.IsPunctuation(open, "(")) --open;
  const std::size_t close = BracketEnd(quantity.begin);
  const bool alone = close != 0 && text_.IsPunctuation(open, "(") &&
                     std::none_of(sentence_->quantities.begin(), sentence_->quantities.end(), [&](const Quantity& q) {
                       return q.begin > open && q.end <= close && q.begin != quantity.begin;
                     });
  if (!alone) return nullptr;
  for (const PeriodMention& period : sentence_->periods) {
    const bool day = period.period.from == period.period.to;  // "nghị quyết ngày 10/12 (mức 38%)": the paper's
    if (period.end == open && period.reference && period.dated && !day) return &period;
  }
  return nullptr;
}

// "giảm 42% so với năm 2016 là 82 tỷ": the time that is compared with, stated with its number.
const PeriodMention* Binder::BaseStated(const Quantity& quantity, const KindReading& kind) const {
  const std::size_t at = quantity.begin;
  if (at < sentence_->begin + 2 || !IsWord(text_, at - 1, "là") || kind.kind == FactKind::kAttainment) return nullptr;
  for (const PeriodMention& period : sentence_->periods) {
    if (period.end + 1 != at || !period.reference || !period.dated) continue;
    const Mention* compare = LastCue(text_, sentence_->begin, period.begin, "compare");
    const bool compared = compare != nullptr && ClauseEnd(text_, compare->end, period.begin) == period.begin;
    if (compared) return &period;
  }
  return nullptr;
}

// "cao nhất kể từ năm 2010 (6%)": the year that a record holds since, not the years since.
Period Binder::YearOfRecord(const PeriodMention& mention) {
  const Period& period = mention.period;
  if (mention.rule != "since" || !period.from) return period;
  return period.from->month == 1 && period.from->day == 1 ? WholeYear(period.from->year) : Period{};
}

PeriodMention Binder::FitPeriod(const PeriodMention& period, const Quantity& quantity, const NumberContext& context,
                                const KindReading& kind) {
  if (BracketedBehindEarlier(quantity)) {
    const PeriodMention before = YearBefore(quantity, context);
    return before.period.from ? before : SameYearBefore();
  }
  if (OpensEarlier(quantity, context)) {
    for (const PeriodMention& named : sentence_->periods) {
      if (named.begin >= context.left && named.end <= quantity.begin && named.dated) return SamePartOf(named);
    }
    return YearBefore(quantity, context);
  }
  if (const PeriodMention* base = BaseBeside(quantity)) {
    PeriodMention year = IsWord(text_, base->begin - 1, "kỳ") ? SamePartOf(*base) : *base;
    year.period = YearOfRecord(year);
    return year;
  }
  if (const PeriodMention* base = BaseStated(quantity, kind)) {
    return IsWord(text_, base->begin - 1, "kỳ") ? SamePartOf(*base) : *base;
  }
  if (const Mention* earlier = EarlierBehind(context)) {
    for (const PeriodMention& named : sentence_->periods) {
      if (named.begin >= earlier->begin && named.begin <= earlier->end && named.dated) return SamePartOf(named);
    }
    return YearBefore(quantity, context);
  }
  // "mức trung bình cùng kỳ 21%": at the same time as what is compared with it.
  const Mention* same = kind.compared ? LastCue(text_, context.left, quantity.begin, "year_before") : nullptr;
  const bool average = same != nullptr && same->begin > context.left &&
                       (IsWord(text_, same->begin - 1, "bình") || IsWord(text_, same->begin - 1, "quân"));
  if (average) return {};
  const bool before = period.end <= quantity.begin;
  // "năm 2018 giảm từ 9% xuống 5%": when the first level stood is not said.
  if (kind.rule == "level-before" && before) return {};
  // "giai đoạn 2014-2017 tăng từ 28 tỷ lên 116 tỷ": where it rose to it stood in the last of the years.
  const bool years = period.period.from && period.period.to && period.period.from->year < period.period.to->year;
  if (before && years && previous_ && previous_->rule == "level-before" && kind.kind != FactKind::kChange) {
    PeriodMention last = period;
    last.period = WholeYear(period.period.to->year);
    return last;
  }
  if (ByYear(quantity) && !IsYearOrMore(period.period)) return {};
  // "Năm 2018, kho có công suất 300 tấn": what it can hold is of no year.
  if (before && !quantity.IsPercent() && HasCue(text_, context.left, quantity.begin, "capacity")) return {};
  if (before && PlanOfYear(period, quantity, kind)) {
    PeriodMention year = period;
    year.period = WholeYear(period.period.from->year);
    return year;
  }
  // "Tháng 7, công ty đặt mục tiêu 600 tỷ": the month of the deed is not the target's.
  const bool deed = kind.kind == FactKind::kTarget && before && InOneMonth(period.period) &&
                    HasCue(text_, std::max<std::size_t>(period.end, sentence_->begin), quantity.begin, "sets_aim");
  return deed || OfTheDone(period, quantity, kind) ? PeriodMention{} : period;
}

// "9 tháng đầu năm 2017 tăng 6%, so với mục tiêu 7%": the plan named behind a part of the year's result is the year's.
bool Binder::PlanOfYear(const PeriodMention& period, const Quantity& quantity, const KindReading& kind) const {
  if (kind.kind != FactKind::kTarget || IsYearOrMore(period.period) || period.begin < sentence_->begin) return false;
  if (period.up_to || period.now) return false;  // "đến ngày 30/6 đạt 92%, thấp hơn chỉ tiêu 93%"
  const Mention* plan = LastCue(text_, period.end, quantity.begin, "plan");
  return plan != nullptr &&
         std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(),
                     [&](const Quantity& done) { return done.begin >= period.end && done.end <= plan->begin; });
}

// "bán 4 tỷ trong năm 2018 và phấn đấu đạt 5 tỷ": the time behind what was done is not the target's.
bool Binder::OfTheDone(const PeriodMention& period, const Quantity& quantity, const KindReading& kind) const {
  constexpr std::size_t kReach = 3;  // tokens between a number and its time
  if (kind.kind != FactKind::kTarget || period.begin < sentence_->begin || period.end > quantity.begin) return false;
  if (!IsWord(text_, period.end, "và") || !HasCue(text_, period.end, quantity.begin, "aim_verb")) return false;
  return std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(), [&](const Quantity& done) {
    return done.end <= period.begin && period.begin - done.end <= kReach;
  });
}

// The first and the last of the numbers that are joined with number i: "15, 12 và 10 người".
std::pair<std::size_t, std::size_t> Binder::JoinedWith(std::size_t i) const {
  const auto& quantities = sentence_->quantities;
  const auto joined = [&](std::size_t next) {
    const std::size_t joint = quantities[next].begin - 1;
    const std::string& before = quantities[next - 1].unit;
    return joint == quantities[next - 1].end && (text_.IsPunctuation(joint, ",") || IsWord(text_, joint, "và")) &&
           (quantities[next].unit == before || before.empty());
  };
  std::size_t first = i;
  std::size_t last = i;
  while (first > 0 && first < quantities.size() && joined(first)) --first;
  while (last + 1 < quantities.size() && joined(last + 1)) ++last;
  return {first, last};
}

// "năm 2015 và 2016 đạt lần lượt 8 tỷ và 9 tỷ": of several years each of as many numbers has its own.
PeriodMention Binder::OneOfYears(const PeriodMention& period, std::size_t i) const {
  const auto& quantities = sentence_->quantities;
  if (!period.whole_years || !period.period.from || !period.period.to || period.begin < sentence_->begin) return period;
  const int years = period.period.to->year - period.period.from->year + 1;
  bool named = false;
  for (std::size_t at = period.begin; at < period.end; ++at) {
    named = named || IsWord(text_, at, "và") || text_.IsPunctuation(at, ",");
  }
  if (years < 2) return period;
  const auto [first, last] = JoinedWith(i);
  // "lần lượt 5 tỷ và 6 tỷ"; "5% và 6% trong năm 2018 và 2019"
  const bool behind = named && period.begin >= quantities[last].end && last > first;
  if (!behind && !HasCue(text_, period.end, quantities[i].begin, "respectively")) return period;
  if (last - first + 1 != static_cast<std::size_t>(years)) return named ? PeriodMention{} : period;
  PeriodMention one = period;
  one.period = WholeYear(period.period.from->year + static_cast<int>(i - first));
  return one;
}

// The token that ends the bracket that a token stands in, 0 when it stands in none.
std::size_t Binder::BracketEnd(std::size_t at) const {
  std::size_t open = at;
  while (open > sentence_->begin && !text_.IsPunctuation(open - 1, "()")) --open;
  if (open == sentence_->begin || !text_.IsPunctuation(open - 1, "(")) return 0;
  std::size_t close = at;
  while (close < sentence_->end && !text_.IsPunctuation(close, ")")) ++close;
  return close < sentence_->end ? close : 0;
}

// "(trừ năm 2018 còn 149.000 ha), tăng 400%": a period beside a number in a bracket holds there alone. True when the
// bracket is over before `end`; else the period outside is kept for then.
bool Binder::StaysInBracket(const PeriodMention& period, std::size_t end) {
  const std::size_t close = BracketEnd(period.begin);
  const bool counted = std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(),
                                   [&](const Quantity& q) { return q.begin > period.begin && q.end <= close; });
  if (close == 0 || (!previous_ && !counted)) return false;
  if (close < end) return true;
  if (period_bracket_ != 0) return false;
  period_outside_ = period_;
  has_period_outside_ = has_period_;
  period_bracket_ = close;
  return false;
}

void Binder::LeaveBracket(std::size_t end) {
  if (period_bracket_ == 0 || end <= period_bracket_) return;
  period_ = period_outside_;
  has_period_ = has_period_outside_;
  period_bracket_ = 0;
}

}  // namespace timso
