// The noun phrase before a number that says what it measures: its head, where it begins and where it ends.
#include <algorithm>

#include "analyzers/facts/binder.h"
#include "analyzers/words/segmenter.h"

namespace timso {

// A word behind which another clause begins: "dù", "khiến", "như".
bool Binder::Turns(std::size_t at) const { return CueOver(text_, at, "turns") != nullptr; }

// Whether the token is of a verb that leads to a number: "tăng", "đạt", "chiếm".
bool Binder::LeadsToNumber(std::size_t at) const {
  constexpr std::size_t kLongestCue = 6;  // tokens
  for (const Mention* mention : text_.MentionsIn(TokensBack(at, kLongestCue), at + 1)) {
    if (mention->end <= at || (mention->role != Role::kCue && mention->role != Role::kCuePart)) continue;
    const std::string& role = text_.lexicon->cues()[mention->row];
    if (role == "up" || role == "down" || role == "achieve" || role == "reach" || role == "share" || role == "exceed" ||
        role == "multiplies" || role == "holds")
      return true;
  }
  return false;
}

// Whether the name of something measured begins at the token: "doanh thu", "số"; "một số" and "số này" name nothing.
bool Binder::NamesMeasured(std::size_t at) const {
  const Mention* noun = nullptr;
  for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
    if (mention->role == Role::kCuePart && text_.lexicon->cues()[mention->row] == "measured") noun = mention;
    if (noun != nullptr) break;
  }
  if (noun == nullptr || text_.IsKey(noun->end, {"này", "đó", "ấy"})) return false;
  const auto mentions = text_.MentionsIn(TokensBack(at, 3), at);
  return std::none_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    const bool plan = mention->role == Role::kCue && text_.lexicon->cues()[mention->row] == "plan";
    return mention->end > at && !plan && (mention->role == Role::kCue || mention->role == Role::kConcept);
  });
}

// The first such name in tokens [begin, end), `end` when there is none.
std::size_t Binder::FirstMeasured(std::size_t begin, std::size_t end) const {
  while (begin < end && !NamesMeasured(begin)) ++begin;
  return begin;
}

// Whether the words [begin, end) name anything.
bool Binder::Speaks(std::size_t begin, std::size_t end) const {
  const auto mentions = text_.MentionsIn(begin, end);
  return HasContent(begin, end) || std::any_of(mentions.begin(), mentions.end(),
                                               [](const Mention* mention) { return mention->role == Role::kConcept; });
}

// Whether the token is inside a name of several words: the "số" of "doanh số" joins nothing.
bool Binder::InsideName(std::size_t at) const {
  const Mention* noun = CueOver(text_, at, "measured");
  if (noun != nullptr && noun->end > noun->begin + 1) return true;
  if (CueOver(text_, at, "unmeasured") != nullptr) return true;
  const auto mentions = text_.MentionsIn(TokensBack(at, 6), at + 1);
  return std::any_of(mentions.begin(), mentions.end(), [at](const Mention* mention) {
    return mention->role == Role::kConcept && mention->end > at && mention->end > mention->begin + 1;
  });
}

// "doanh thu tăng đột biến 12%": where the words end that say what is measured; behind them stand a verb, its manner
// and words that only join.
std::size_t Binder::MeasuredEnd(std::size_t begin, std::size_t end) const {
  std::size_t kept = end;
  std::size_t at = end;
  for (; at > begin; --at) {
    if (EndsRest(begin, at) || EndsAverage(begin, at)) break;
    // the "Nhất" of "Tân Sơn Nhất"
    const bool name = text_.tokens[at - 1].capitalized && at - 1 > sentence_->begin && !InQuarter(at - 1);
    const bool leads = LeadsToNumber(at - 1) && !(text_.IsKey(at - 1, "bằng") && EndsWord(begin, at, end));
    const bool joins =
        leads || Turns(at - 1) || (OnlyJoins(at - 1) && !name && !InsideName(at - 1) && !EndsWord(begin, at, end));
    if (!joins && CueOver(text_, at - 1, "manner") == nullptr) break;
    if (leads || (joins && kept == at)) kept = at - 1;
  }
  return at == begin ? begin : kept;  // "thấp nhất là"
}

// "các nhóm khác 9%", "vùng còn lại tối đa 9%": whether the words before `at` name the rest, by a word of its own.
bool Binder::EndsRest(std::size_t begin, std::size_t at) const {
  const bool left = at > begin + 2 && text_.IsKey(at - 1, "lại") && text_.IsKey(at - 2, "còn");
  const bool other = at > begin + 1 && text_.IsKey(at - 1, "khác");
  return (left && !LeadsToNumber(at - 3)) || (other && !LeadsToNumber(at - 2));
}

// "giá trị giao dịch bình quân": an average is another figure than the sum; "tăng bình quân" only tells how.
bool Binder::EndsAverage(std::size_t begin, std::size_t at) const {
  if (at < begin + 3 || OnlyJoins(at - 3)) return false;
  return (text_.IsKey(at - 2, "bình") && text_.IsKey(at - 1, "quân")) ||
         (text_.IsKey(at - 2, "trung") && text_.IsKey(at - 1, "bình"));
}

// Whether the token before `at` of [begin, end) ends a word that begins with another: the "số" of "doanh số", the
// "bằng" of "mặt bằng".
bool Binder::EndsWord(std::size_t begin, std::size_t at, std::size_t end) const {
  return at > begin + 1 && !text_.tokens[at - 2].capitalized && !OnlyJoins(at - 2) && IsOneWord(at - 2) &&
         (at == end || !IsOneWord(at - 1));
}

// "giá điện tăng mạnh, đạt 9 xu": a clause of a number that names nothing is of what the clause before it names.
std::size_t Binder::NamingBegin(std::size_t left, std::size_t clause, std::size_t number) const {
  // "Về đảng viên, 83% được xếp loại hoàn thành tốt": what a sentence opens with to speak of.
  const bool topic = clause == number && left == sentence_->begin && IsWord(text_, left, "về") && clause > left + 1 &&
                     ClauseBegin(text_, left, clause - 1) == left;
  if (topic && text_.IsPunctuation(clause - 1, ",")) return sentence_->begin;
  if (clause == left || !text_.IsPunctuation(clause - 1, ",") || Speaks(clause, number)) return clause;
  for (const PlaceMention& place : sentence_->places) {
    if (place.begin >= clause && place.end <= number) return clause;
  }
  const std::size_t before = std::max(left, ClauseBegin(text_, sentence_->begin, clause - 1));
  const bool of_previous = previous_ && before == left;
  return of_previous || FirstMeasured(before, clause - 1) == clause - 1 ? clause : before;
}

// Whether the two tokens from `at` on are one word.
bool Binder::IsOneWord(std::size_t at) const {
  return Segmenter::Default().Segment(text_.Words(at, at + 2)).size() == 1;
}

// "chiếm một nửa tổng thu và có mức tăng 4%", "chiếm 20% thu của hãng và tăng 4%": a predicate behind "và" whose clause
// has no subject of its own goes on with the number before.
bool Binder::SharesSubject(const Quantity& quantity, const NumberContext& context) const {
  if (!previous_ || !quantity.IsPercent()) return false;
  const std::size_t end = MeasuredEnd(context.clause, quantity.begin);
  std::size_t both = end;
  while (both < quantity.begin && !text_.IsKey(both, "và")) ++both;
  if (both == quantity.begin) return false;
  std::size_t verb = context.clause;
  while (verb < end && OnlyJoins(verb) && !LeadsToNumber(verb)) ++verb;
  if (verb < end && LeadsToNumber(verb)) return true;
  const bool same_clause = ClauseBegin(text_, sentence_->begin, quantity.begin) < context.left;
  return same_clause && FirstMeasured(context.left, end) == end;
}

// Where the clause of the words [begin, end) begins: behind the last "nhưng", "khiến", "như" that stands in no bracket
// and that anything follows.
std::size_t Binder::TurnEnd(std::size_t begin, std::size_t end) const {
  for (std::size_t at = end; at > begin; --at) {
    if (text_.IsPunctuation(at - 1, ")")) {
      while (at > begin + 1 && !text_.IsPunctuation(at - 1, "(")) --at;
    } else if ((Turns(at - 1) && !Turns(at) && Speaks(at, end)) || (text_.IsKey(at - 1, "khi") && NamesMeasured(at))) {
      return at;
    }
  }
  return begin;
}

// "7 triệu cổ phiếu/phiên và giá trị giao dịch đạt": behind a number the words before "và" are still its own.
std::size_t Binder::BehindAnd(std::size_t begin, std::size_t end) const {
  if (!previous_) return begin;
  for (std::size_t at = begin; at + 1 < end && !NamesMeasured(at); ++at) {
    if (text_.IsKey(at, "và") && NamesMeasured(at + 1)) return at + 1;
  }
  return begin;
}

// "công ty A ghi nhận doanh thu", "phấn đấu đưa sản lượng": where the name begins that a verb takes as its object.
std::size_t Binder::ObjectBegin(std::size_t begin, std::size_t end) const {
  for (std::size_t at = begin + 1; at < end; ++at) {  // "đơn giá cao giúp doanh thu"
    if (NamesMeasured(at) && CueOver(text_, at - 1, "other_verb") != nullptr) return at;
  }
  const std::size_t noun = FirstMeasured(begin, end);
  if (noun == end || IsBareSideAt(noun, end)) return begin;
  for (std::size_t at = CueOver(text_, noun, "measured")->end; at < end; ++at) {
    if (text_.IsKey(at, "bị")) return begin;  // "hộ có thu nhập cao bị giảm trợ cấp"
  }
  std::size_t verb = noun;
  while (verb > begin && CueOver(text_, verb - 1, "takes") == nullptr && OnlyJoins(verb - 1)) --verb;
  return verb > begin && CueOver(text_, verb - 1, "takes") != nullptr ? noun : begin;
}

// "kim ngạch xuất khẩu dệt, may, da giày đạt 9 tỷ USD": commas between like nouns end no clause. Where the noun begins
// that all of them belong to, `clause` when nothing speaks for one.
std::size_t Binder::CoordinationBegin(std::size_t left, std::size_t clause, std::size_t number) const {
  constexpr std::size_t kLongestItem = 5;  // tokens
  std::size_t end = clause;
  while (end < number && !LeadsToNumber(end) && !OnlyJoins(end)) ++end;
  const bool item = end > clause && end <= clause + kLongestItem && !text_.tokens[clause].capitalized &&
                    !Turns(clause) && !HasCue(text_, clause, clause + 1, "actor");
  if (!item || FirstMeasured(clause, number) != number) return clause;
  for (std::size_t begin = clause; begin > left && text_.IsPunctuation(begin - 1, ",");) {
    const std::size_t before = std::max(left, ClauseBegin(text_, sentence_->begin, begin - 1));
    const bool trade = text_.IsKey(before, {"xuất", "nhập"}) && text_.IsKey(before + 1, "khẩu");
    const std::size_t noun = trade ? before : FirstMeasured(before, begin - 1);
    const bool whole = previous_ && noun == left;  // "60% số phòng, khách sạn nhỏ đạt 45%": of the number before
    if (noun != begin - 1) return noun <= before + 1 && !whole && HeadsList(noun, begin - 1) ? noun : clause;
    if (begin - before > kLongestItem || !HasContent(before, begin - 1) || !OnlyNouns(before, begin - 1)) break;
    begin = before;
  }
  return clause;
}

// Whether the words [noun, end) lead to no number and end in a noun, as the first item of a list does.
bool Binder::HeadsList(std::size_t noun, std::size_t end) const {
  for (std::size_t at = noun; at < end; ++at) {
    const Mention* measured = CueOver(text_, at, "measured");
    if (LeadsToNumber(at) && measured == nullptr) return false;
    if (Turns(at) || text_.tokens[at].kind == TokenKind::kNumber || CueOver(text_, at, "passive") != nullptr)
      return false;
  }
  return !OnlyJoins(end - 1) && CueOver(text_, end - 1, "manner") == nullptr;
}

// "9.000 doanh nghiệp dừng hoạt động chiếm 12%": nothing but the counted noun's own words stand between the number
// before and the verb that leads to this one.
bool Binder::SaidOfCounted(const Quantity& quantity, const NumberContext& context) const {
  if (!previous_ || !quantity.IsPercent() || frame_.unit_class != UnitRow::Class::kCounter) return false;
  const std::size_t end = MeasuredEnd(context.left, quantity.begin);
  const bool leads = end < quantity.begin && ClauseBegin(text_, sentence_->begin, quantity.begin) < context.left;
  if (!leads || previous_->unit == "percent") return false;
  for (std::size_t at = end; at < quantity.begin; ++at) {
    if (text_.IsKey(at, "và")) return false;
  }
  for (std::size_t at = context.left; at < end; ++at) {
    if (Turns(at) || NamesMeasured(at) || CueOver(text_, at, "other_verb") != nullptr || LeadsToNumber(at))
      return false;
  }
  return true;
}

// "lợi nhuận của 8 ngân hàng tăng 12%": the words for what those who are counted own, which the next numbers measure.
TokenSpan Binder::OwnedByCounted(const Quantity& quantity, const NumberContext& context) const {
  const std::size_t at = quantity.begin;
  const bool owners = !quantity.IsPercent() && quantity.unit_class == UnitRow::Class::kCounter && at > context.clause &&
                      text_.IsKey(at - 1, {"của", "ở", "tại"});
  if (!owners) return {};
  const std::size_t noun = FirstMeasured(context.clause, at - 1);
  return noun == at - 1 || !HeadsList(noun, at - 1) ? TokenSpan{} : TokenSpan{noun, at - 1};
}

// "60 tỷ đồng doanh thu", "40 km cầu": the noun right behind a measured amount says what it is when no name of
// something measured stands before it.
bool Binder::NamedBehind(const Quantity& quantity, const NumberContext& context, const TokenSpan& before) const {
  const std::size_t at = context.right;
  if (quantity.IsPercent() || quantity.unit == "times" || quantity.per_measure || at >= context.right_end) return false;
  if (quantity.unit_class == UnitRow::Class::kCounter) return false;
  const auto mentions = text_.MentionsIn(before.begin, before.end);
  const bool named = FirstMeasured(before.begin, before.end) != before.end ||
                     std::any_of(mentions.begin(), mentions.end(),
                                 [](const Mention* mention) { return mention->role == Role::kConcept; });
  if (named || Turns(at) || CueOver(text_, at, "new_phrase") != nullptr) return false;
  if (NamesMeasured(at)) return true;
  const auto behind = text_.MentionsIn(at, at + 1);
  const bool cue = std::any_of(behind.begin(), behind.end(), [](const Mention* m) { return m->role == Role::kCue; });
  return !cue && quantity.unit_class == UnitRow::Class::kMeasure && IsNoun(at, context.right_end);
}

// Whether "đạt" or "là" stands in tokens [begin, end).
bool Binder::Stated(std::size_t begin, std::size_t end) const {
  for (std::size_t at = begin; at < end; ++at) {
    if (text_.IsKey(at, {"đạt", "là"})) return true;
  }
  return false;
}

// "9 nghìn người và bảo hiểm y tế là 7 nghìn": where the clause of the next number begins in tokens [begin, end).
std::size_t Binder::NextStated(std::size_t begin, std::size_t end) const {
  if (end >= sentence_->end || text_.tokens[end].kind != TokenKind::kNumber) return end;
  for (std::size_t at = begin; at < end; ++at) {
    if (text_.IsKey(at, "và") && Stated(at, end)) return at;
  }
  return end;
}

// "Tổng số căn hộ bán ra là 900 căn": the words before a count tell more than the unit behind it.
bool Binder::NamedBefore(const Quantity& quantity, const NumberContext& context, const TokenSpan& before) const {
  const bool unit_only = CountedEnd(quantity.number_end, context.right_end) <= quantity.unit_end;
  if (before.begin == before.end) return false;
  if (!NamesMeasured(before.begin)) {
    const bool reached = HasCue(text_, before.end, quantity.begin, "achieve") && !OnlyNames(before);
    return unit_only && reached && before.begin >= context.left;  // "khách quốc tế đạt 4 triệu lượt"
  }
  const Mention* noun = CueOver(text_, before.begin, "measured");
  const bool people = quantity.unit == "person" && IsWord(text_, noun->end - 1, "số");  // "dân số", "số"
  if (!people && CueOver(text_, before.begin, "sized") == nullptr) return false;
  for (std::size_t at = before.begin; at < before.end; ++at) {
    if (Turns(at) || (LeadsToNumber(at) && at >= noun->end)) return false;
  }
  for (std::size_t at = before.end; at < quantity.begin; ++at) {
    if (Turns(at) || CueOver(text_, at, "other_verb") != nullptr || text_.IsKey(at, "và")) return false;
  }
  return unit_only || before.end > noun->end;
}

}  // namespace timso
