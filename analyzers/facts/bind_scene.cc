// The time of what a text tells of: a congress's or a ceremony's day, a founding, and periods named in passing.
#include <algorithm>

#include "analyzers/facts/binder.h"

namespace timso {

// "ngày 12/8", "hai ngày 12 và 13/8"
bool Binder::FewDays(const PeriodMention& period) const {
  constexpr int kLongest = 4;  // days
  const auto& days = period.period;
  if (period.up_to || period.now || !days.from || !days.to || days.from->month != days.to->month) return false;
  return days.from->year == days.to->year && days.to->day - days.from->day < kLongest;
}

// "tổ chức Đại hội lần thứ XXVI, nhiệm kỳ 2020-2025": the term tells which congress it is, not when anything was.
bool Binder::NamesCongress(const PeriodMention& period) const {
  constexpr std::size_t kReach = 14;  // tokens
  if (!text_.IsKey(period.begin, "nhiệm")) return false;
  const std::size_t from = TokensBack(period.begin, kReach, sentence_->begin);
  for (std::size_t i = from; i + 1 < period.begin; ++i) {
    if (!text_.IsKey(i, "đại") || !text_.IsKey(i + 1, "hội")) continue;
    const auto& quantities = sentence_->quantities;
    return std::none_of(quantities.begin(), quantities.end(),
                        [&](const Quantity& q) { return q.begin > i && q.end <= period.begin; });
  }
  return false;
}

// "sáng 19/5, Huyện ủy trao Huy hiệu": the day of what a text tells of; "đợt này" behind it is that day. True when the
// mention was one of these and nothing else is to be done with it.
bool Binder::TakesOccasion(const PeriodMention& period) {
  if (FewDays(period) && HasCue(text_, sentence_->begin, sentence_->end, "occasion")) {
    occasion_ = period;
    return false;
  }
  if (occasion_ && NamesCongress(period)) return true;
  if (!occasion_ || !period.forgets || !HasCue(text_, period.begin, period.end, "forget_period")) return false;
  period_ = lasting_period_ = *occasion_;
  has_period_ = has_lasting_period_ = true;
  now_here_ = false;
  return true;
}

// "Riêng trong tháng 5, …": a part of the period in force, which is in force again in the next paragraph.
bool Binder::InPassing(const PeriodMention& period) const {
  if (!has_lasting_period_ || period.begin == sentence_->begin) return false;
  std::size_t before = period.begin - 1;
  if (IsWord(text_, before, "trong") && before > sentence_->begin) --before;
  const Period& wide = lasting_period_.period;
  const Period& own = period.period;
  return IsWord(text_, before, "riêng") && wide.from && wide.to && own.from && own.to && *wide.from <= *own.from &&
         *own.to <= *wide.to;
}

// "Tỷ lệ tăng bình quân giai đoạn 2009 - 2019 là 1,1%": a stage inside a sentence that dates no more than its rate,
// where a year or a day of that stage is in force.
bool Binder::StageOfRate(const PeriodMention& period) const {
  const Period& stage = period.period;
  const Period& wide = lasting_period_.period;
  if (!has_lasting_period_ || !stage.from || !stage.to || !wide.from || !wide.to) return false;
  const bool years = stage.from->year + 1 < stage.to->year && wide.from->year == wide.to->year;
  const bool within = wide.from->year >= stage.from->year && wide.to->year <= stage.to->year;
  if (!years || !within || period.begin < sentence_->begin + 2) return false;
  return text_.IsKey(period.begin - 1, "quân") || text_.IsKey(period.begin - 2, "quân");  // "bình quân trong giai đoạn"
}

// "…, trong khi năm 2015 chỉ 2": the other time is told for comparison's sake alone.
bool Binder::Contrasted(const PeriodMention& period) const {
  const Mention* contrast = LastCue(text_, sentence_->begin, period.begin, "contrast");
  return has_lasting_period_ && previous_ && contrast != nullptr && contrast->end == period.begin;
}

// "Dự đại hội có 160 đại biểu", "Ban Chấp hành khóa mới gồm 15 đồng chí", "… tại thời điểm ra mắt": numbers of the day
// that was told before, when the sentence names no time of its own up to the end of their clause.
const PeriodMention* Binder::TimeOfScene(std::size_t until) const {
  const bool dated = std::any_of(sentence_->periods.begin(), sentence_->periods.end(), [&](const PeriodMention& p) {
    return p.begin < until && !p.reference && !p.forgets && p.period.from && !OfAnEvent(p);
  });
  if (dated) return nullptr;
  if (scene_ && RefersBack(*sentence_)) return &*scene_;
  if (occasion_ && HasCue(text_, sentence_->begin, sentence_->end, "at_occasion")) return &*occasion_;
  if (founded_ && HasCue(text_, sentence_->begin, sentence_->end, "at_founding")) return &*founded_;
  return nullptr;
}

// "Trong các chi bộ ấy có 61 …", "Trong số đó …": of what the sentence before told, at its time.
bool Binder::RefersBack(const SentenceReading& sentence) const {
  constexpr std::size_t kReach = 6;  // tokens
  if (!text_.IsKey(sentence.begin, "trong") || sentence.paragraph_start) return false;
  const std::size_t end = std::min(sentence.end, sentence.begin + kReach);
  for (std::size_t i = sentence.begin + 1; i < end; ++i) {
    if (text_.IsKey(i, {"ấy", "đó", "này"})) return true;
  }
  return false;
}

}  // namespace timso
