// What "12% về lượng" or "8% về giá trị" measure: a side of what the numbers before measured.
#include <algorithm>

#include "analyzers/facts/binder.h"

namespace timso {

// "giá trị", "khối lượng": words that name a side and say nothing of what it is a side of.
bool Binder::IsBareSide(std::string_view words) const { return IsCue(words, "worth") || IsCue(words, "volume"); }

// "khối lượng gạo xuất khẩu": what it is the volume of, for one who tells its worth, and the other way round.
std::string Binder::WithoutSide(const std::string& words, bool worth) const {
  const std::size_t first = words.find(' ');
  const std::size_t second = first == std::string::npos ? first : words.find(' ', first + 1);
  for (const std::size_t end : {second, first}) {
    if (end == std::string::npos || !IsBareSide(std::string_view(words).substr(0, end))) continue;
    const bool other = IsCue(std::string_view(words).substr(0, end), worth ? "volume" : "worth");
    return other && !words.substr(end).starts_with(" của ") ? words.substr(end + 1) : words;
  }
  return words;
}

// "chiếc trị giá": whether the words end with the name of a side.
bool Binder::EndsWithSide(std::string_view words) const {
  const std::size_t last = words.rfind(' ');
  const std::size_t before = last == std::string_view::npos || last == 0 ? last : words.rfind(' ', last - 1);
  return before != std::string_view::npos && IsBareSide(words.substr(before + 1));
}

// Of what "12% về lượng" or "8% về giá trị" tell a side: the measure before, unless that is money and the side is how
// many or how much there were, or it is called by the side's own name; then the nearest amount that fits.
const Binder::MeasureReading* Binder::WholeOfAspect(bool worth, const MeasureReading& before) const {
  const auto fits = [&](const MeasureReading& reading) {
    const bool money = reading.unit_class == UnitRow::Class::kMoney;
    return !reading.text.empty() && !IsBareSide(reading.text) && !EndsWithSide(reading.text) && (worth || !money);
  };
  if (amounts_.empty() || fits(amounts_.back())) return &before;
  const auto found = std::find_if(amounts_.rbegin(), amounts_.rend(), fits);
  return found == amounts_.rend() ? &before : &*found;
}

// The measure of such a percent: its own words', or, "về giá trị", "về lượng", a side of the measure before.
Binder::MeasureReading Binder::AspectOf(const NumberContext& context, const MeasureReading& before) const {
  const std::size_t begin = context.right + (text_.IsKey(context.right, "đối") ? 2 : 1);
  const std::size_t end = std::max(AspectEnd(context), begin + 1);
  MeasureReading reading;
  reading.rule = "aspect";
  const std::string words(text_.Words(begin, end));
  const bool worth = HasCue(text_, begin, begin + 2, "worth");
  reading.whole = before.measure;
  reading.whole_text = before.text;
  if ((!before.text.empty() || !amounts_.empty()) && (worth || HasCue(text_, begin, begin + 2, "volume"))) {
    const MeasureReading* whole = WholeOfAspect(worth, before);
    if (worth) reading.measure = whole->measure;
    const bool alone = whole->text.empty() || whole->text == words;
    reading.text = alone ? words : WithoutSide(whole->text, worth) + " về " + words;
    return reading;
  }
  std::vector<ConceptMention> concepts;
  for (const Mention* mention : text_.MentionsIn(begin, end)) {
    if (mention->role == Role::kConcept)
      concepts.push_back({mention->row, mention->begin, mention->end, mention->begin == begin, 0});
  }
  for (const Mention* mention : text_.MentionsIn(sentence_->begin, context.right)) {
    if (mention->role == Role::kConcept && MeasureTable::Get().IsOther(mention->row))
      concepts.push_back({mention->row, mention->begin, mention->end, false, kInherited});
  }
  reading.measure = MeasureTable::Get().Choose(concepts, "").measure;
  reading.text = words;
  return reading;
}

}  // namespace timso
