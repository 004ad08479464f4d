// The time of what a text tells of: a congress's or a ceremony's day, a founding, and periods named in passing.
#include <algorithm>

#include "analyzers/facts/binder.h"

namespace timso {

// "sáng 19/5, Huyện ủy trao Huy hiệu": the day of what a text tells of; "đợt này" behind it is that day. True when the
// mention was one of these and nothing else is to be done with it.
bool Binder::TakesOccasion(const PeriodMention& period) {
  const bool day = !period.up_to && !period.now && period.period.from && period.period.from == period.period.to;
  if (day && HasCue(text_, sentence_->begin, sentence_->end, "occasion")) {
    occasion_ = period;
    return false;
  }
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

// "…, trong khi năm 2015 chỉ 2": the other time is told for comparison's sake alone.
bool Binder::Contrasted(const PeriodMention& period) const {
  const Mention* contrast = LastCue(text_, sentence_->begin, period.begin, "contrast");
  return has_lasting_period_ && previous_ && contrast != nullptr && contrast->end == period.begin;
}

// "Dự đại hội có 160 đại biểu", "Ban Chấp hành khóa mới gồm 15 đồng chí", "… tại thời điểm ra mắt": numbers of the day
// that was told before, when the sentence names no time of its own.
const PeriodMention* Binder::TimeOfScene() const {
  const bool dated = std::any_of(sentence_->periods.begin(), sentence_->periods.end(), [&](const PeriodMention& p) {
    return !p.reference && !p.forgets && p.period.from && !OfAnEvent(p);
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
