// The words that say what a number measures: where they begin and end, and which are new.
#include <algorithm>

#include "analyzers/facts/binder.h"

namespace timso {
// "tăng 10,5% do các nhà máy có vốn đầu tư …": where words begin that say why or when.
std::size_t Binder::ReasonBegin(std::size_t at, std::size_t end) const {
  const auto reason = [this](std::size_t i) {
    for (const Mention* mention : text_.MentionsIn(i, i + 1)) {
      if (mention->role == Role::kConcept) return false;  // "trong sạch vững mạnh"
    }
    return text_.IsKey(i, "do") || text_.IsKey(i, "vì") || text_.IsKey(i, "nhờ") || text_.IsKey(i, "khi") ||
           text_.IsKey(i, "để") || text_.IsKey(i, "nhưng") || text_.IsKey(i, "trong");
  };
  while (at < end && !reason(at)) ++at;
  return at;
}

// "2,8% về số doanh nghiệp": the token after what a percent says it is about, `right` when it says nothing of it.
std::size_t Binder::AspectEnd(const NumberContext& context) const {
  const std::size_t at = context.right;
  if (at + 1 >= context.right_end) return at;
  const bool towards = text_.IsKey(at, "đối") && text_.IsKey(at + 1, "với");
  const bool with = text_.IsKey(at, "với");
  if (!towards && !with && !text_.IsKey(at, "về")) return at;
  const std::size_t noun = at + (towards ? 2 : 1);
  if (noun >= context.right_end || InPeriod(noun) || HasCue(text_, noun, noun + 2, "year_before")) return at;
  std::size_t end = std::min(CountedEnd(noun, context.right_end), context.right_end);
  if (with && end != context.right_end) return at;  // "giảm 3% với nợ xấu còn 2%"
  for (std::size_t i = noun + 1; i < end; ++i) {
    if (text_.IsKey(i, "và")) end = i;
  }
  return end;
}

// "công nghiệp (0,9%)": the words in front of the bracket that the number opens.
TokenSpan Binder::NamedAtBracket(const Quantity& quantity, const NumberContext& context) const {
  const std::size_t open = quantity.begin - 1;
  const std::size_t begin = std::max(context.left, ClauseBegin(text_, sentence_->begin, open));
  if (text_.IsPunctuation(begin, ")")) {  // "Lào (9 tỷ USD) và Nga (7 tỷ USD)", "giá vốn (9 tỷ) và chi phí (2 tỷ)"
    const std::size_t noun = FirstMeasured(begin, open);
    return noun < open ? TokenSpan{noun, open} : TokenSpan{};
  }
  const bool alike = quantity.IsPercent() == (previous_->unit == "percent");
  return HasContent(begin, open) && alike ? TokenSpan{begin, open} : TokenSpan{};
}

// "thi viết (40%), thi nói (35%) và phỏng vấn (25%)": the words between the brackets of two percents, no names.
TokenSpan Binder::ItemBeforeBracket(const Quantity& quantity) const {
  if (!quantity.IsPercent() || !previous_ || previous_->unit != "percent") return {};
  const std::size_t open = quantity.begin - 1;
  std::size_t begin = previous_end_ < open ? BracketEnd(previous_end_ - 1) : 0;
  if (begin == 0 || begin >= open) return {};
  for (++begin; begin < open && (text_.IsPunctuation(begin, ",;") || text_.IsKey(begin, "và"));) ++begin;
  const bool name = !text_.uncased && text_.tokens[begin].capitalized;
  const bool plain = ClauseBegin(text_, sentence_->begin, open) <= begin && !LeadsToNumber(begin) && !Turns(begin);
  const bool placed = std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& place) {
    return place.begin >= begin && place.begin < open;
  });
  return plain && !name && !placed && HasContent(begin, open) ? TokenSpan{begin, open} : TokenSpan{};
}

// Words in front of the number's own clause that name something new: "trong khi doanh số ô tô, …, giảm 11,6%" and
// "công nghiệp (0,9%)". Empty when there are none.
TokenSpan Binder::NewlyNamed(const Quantity& quantity, const NumberContext& context) const {
  if (!previous_ || HasContent(context.clause, quantity.begin)) return {};
  const std::size_t open = quantity.begin - 1;
  if (quantity.begin == context.clause && open > context.left && text_.IsPunctuation(open, "("))
    return NamedAtBracket(quantity, context);
  const Mention* contrast = LastCue(text_, context.left, context.clause, "contrast");
  if (contrast == nullptr) return {};
  const std::size_t last = context.clause - 1;  // "nhưng năm đó, lợi nhuận giảm mạnh, đạt 4 tỷ đồng"
  const std::size_t before = std::max<std::size_t>(contrast->end, ClauseBegin(text_, sentence_->begin, last));
  const std::size_t noun = FirstMeasured(before, last);
  if (!Speaks(context.clause, quantity.begin) && noun < last) return {noun, MeasuredEnd(noun, last)};
  const std::size_t end = ClauseEnd(text_, contrast->end, context.clause);
  return HasContent(contrast->end, end) ? TokenSpan{contrast->end, end} : TokenSpan{};
}

// "9 người và 4 xe", "9 người và bị thương 4": an "và" at the token that leads to the next number.
bool Binder::LeadsOnward(std::size_t at, std::size_t end) const {
  return text_.IsKey(at, "và") && end < sentence_->end && text_.tokens[end].kind == TokenKind::kNumber;
}

// Where the words of what is counted end: before a period, a verb of change or reaching, "với", "là", and an "và" that
// leads to the next number.
std::size_t Binder::CountedEnd(std::size_t begin, std::size_t end) const {
  std::size_t at = begin + 1;
  end = std::max(at, NextStated(begin, end));
  for (; at < end; ++at) {
    const bool joint = text_.IsKey(at, {"với", "là", "thì", "mà", "mỗi"}) || text_.IsPunctuation(at, "/");
    const bool period = std::any_of(sentence_->periods.begin(), sentence_->periods.end(),
                                    [at](const PeriodMention& mention) { return mention.begin == at; });
    if (joint || period || Turns(at) || LeadsOnward(at, end)) break;
    const auto mentions = text_.MentionsIn(at, at + 1);
    const bool verb = std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
      if (mention->role != Role::kCue) return false;
      const std::string& role = text_.lexicon->cues()[mention->row];
      return role == "up" || role == "down" || role == "achieve" || role == "exceed" || role == "share" ||
             role == "compare" || role == "subset" || role == "plan";
    });
    if (verb) break;
  }
  while (at > begin + 1 && (text_.IsKey(at - 1, {"vào", "của", "cùng", "ở", "để", "khi", "so"}) ||
                            CueOver(text_, at - 1, "new_phrase") != nullptr)) {
    --at;
  }
  return at;
}

// "tăng khá với tốc độ 8%": whether nothing but the name of a side stands at tokens [noun, end).
bool Binder::IsBareSideAt(std::size_t noun, std::size_t end) const {
  const Mention* side = noun < end ? CueOver(text_, noun, "bare_side") : nullptr;
  return side != nullptr && side->begin == noun && side->end >= end;
}

// Where the words before a number that say what it measures begin: behind the last "là" of them, or the last "với"
// that a name of something measured follows.
std::size_t Binder::HeadBegin(std::size_t begin, std::size_t end) const {
  for (std::size_t at = end; at > begin + 1; --at) {
    const bool with = text_.IsKey(at - 1, "với");
    const bool compares = text_.IsKey(at - 2, {"so", "đối", "cùng"});
    if (!(with || text_.IsKey(at - 1, "là")) || compares || at >= end) continue;
    std::size_t noun = at;
    while (noun < end && OnlyJoins(noun) && !NamesMeasured(noun)) ++noun;
    if (with && IsBareSideAt(noun, end)) continue;
    if (Speaks(at, end) && (!with || (noun < end && NamesMeasured(noun)))) return at;
  }
  return begin;
}

// "vốn cấp mới, tăng thêm và góp vốn mua cổ phần là 10 tỷ": where the list begins whose last item, told by its "và",
// stands in the number's own clause. The items before hold nothing but nouns.
std::size_t Binder::ListBegin(const NumberContext& context, std::size_t number) const {
  std::size_t begin = context.naming;
  const auto joins = [this](std::size_t i) { return text_.IsKey(i, "và"); };
  bool last = false;
  for (std::size_t i = begin; i < number; ++i) last = last || joins(i);
  while (last && begin > context.left && text_.IsPunctuation(begin - 1, ",")) {
    const std::size_t item = std::max(context.left, ClauseBegin(text_, sentence_->begin, begin - 1));
    if (!HasContent(item, begin - 1) || !OnlyNouns(item, begin - 1)) break;
    begin = item;
  }
  return begin;
}

// Whether no verb, cue, name or period stands at tokens [begin, end).
bool Binder::OnlyNouns(std::size_t begin, std::size_t end) const {
  const auto mentions = text_.MentionsIn(begin, end);
  const bool cue = std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    if (mention->role != Role::kCue) return mention->role == Role::kTime || mention->role == Role::kRelation;
    const std::string& role = text_.lexicon->cues()[mention->row];
    return role != "money_noun" && role != "worth" && role != "volume" && role != "rate" && role != "total_of";
  });
  const auto within = [&](const auto& mention) { return mention.begin >= begin && mention.begin < end; };
  return !cue && std::none_of(sentence_->places.begin(), sentence_->places.end(), within) &&
         std::none_of(sentence_->periods.begin(), sentence_->periods.end(), within);
}

bool Binder::InPeriod(std::size_t at) const {
  return std::any_of(sentence_->periods.begin(), sentence_->periods.end(),
                     [at](const PeriodMention& period) { return at >= period.begin && at < period.end; });
}

// "quý IV đạt", "quý 2 của hãng": of a quarter, its year told or not.
bool Binder::InQuarter(std::size_t at) const {
  const std::size_t number = text_.IsKey(at, "quí") ? at + 1 : at;
  if (number <= sentence_->begin || number >= sentence_->end || !text_.IsKey(number - 1, "quí")) return false;
  return text_.IsKey(number, {"i", "ii", "iii", "iv"}) || text_.tokens[number].kind == TokenKind::kNumber;
}

// Whether a token only joins the words that say what is measured with its number: a period, a verb, a relation.
bool Binder::OnlyJoins(std::size_t i) const {
  if (text_.tokens[i].kind != TokenKind::kWord || InPeriod(i)) return true;
  if (InQuarter(i)) return true;
  const auto mentions = text_.MentionsIn(TokensBack(i, 3), i + 1);
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    if (mention->end <= i) return false;
    if (mention->role != Role::kCue) return mention->role == Role::kRelation || mention->role == Role::kTime;
    const std::string& role = text_.lexicon->cues()[mention->row];
    return role == "function" || role == "achieve" || role == "subset" || role == "up" || role == "down" ||
           role == "share" || role == "exceed" || role == "reach" || role == "compare" || role == "year_before" ||
           (role == "aim_verb" && !text_.IsKey(mention->begin, "phải")) || role == "respectively" ||
           role == "average" || role == "multiplies";
  });
}

// "Hiện 55% sản lượng pin …": no verb and no word of a level stands before the percent; "nợ công từ 108% GDP" is no
// GDP.
bool Binder::OpensClause(const Quantity& quantity, const NumberContext& context) const {
  for (std::size_t i = context.clause; i < quantity.begin; ++i) {
    if (text_.IsKey(i, {"từ", "lên", "xuống", "mức"})) return false;
  }
  const auto left = text_.MentionsIn(context.clause, quantity.begin);
  return NamesWhole(context) && std::none_of(left.begin(), left.end(), [&](const Mention* mention) {
           if (mention->role != Role::kCue) return false;
           const std::string& role = text_.lexicon->cues()[mention->row];
           return role == "up" || role == "down" || role == "share" || role == "reach" || role == "exceed" ||
                  role == "bring_to";
         });
}

// Before a bracket that the words [begin, end) leave open: "vốn hóa của sàn (HoSE, HNX".
std::size_t Binder::BracketedEnd(std::size_t begin, std::size_t end) const {
  std::size_t open = end;
  for (std::size_t at = begin; at < end; ++at) {
    if (text_.IsPunctuation(at, "(")) open = at;
    if (text_.IsPunctuation(at, ")")) open = end;
  }
  return open;
}

// The words before a number that say what it measures.
TokenSpan Binder::WordsBefore(const Quantity& quantity, const NumberContext& context) const {
  std::size_t begin = ListBegin(context, quantity.begin);
  std::size_t end = quantity.begin;
  for (const PlaceMention& place : sentence_->places) {  // "Vinamilk đạt doanh thu": whose it is says not what it is
    if (place.begin >= begin && place.end < end && place.begin < begin + 2) begin = place.end;
    const std::size_t close = begin + 2;  // "Tập đoàn Điện lực Việt Nam (EVN)"
    if (begin == place.end && close < end && text_.IsPunctuation(begin, "(") && text_.IsPunctuation(close, ")"))
      begin = close + 1;
  }
  const auto skip_joins = [&] {
    while (begin < end && OnlyJoins(begin) && !NamesMeasured(begin) && (InPeriod(begin) || !InsideName(begin))) {
      const bool word = begin + 1 < end && !OnlyJoins(begin + 1) && !InQuarter(begin) && IsOneWord(begin);
      if (text_.IsKey(end - 1, "khác") && begin + 3 == end) break;              // "đối tượng khác"
      if (word && (begin == sentence_->begin || !IsOneWord(begin - 1))) break;  // "đầu tư", no "động kinh doanh"
      ++begin;
    }
  };
  end = MeasuredEnd(begin, end);
  begin = BehindAnd(TurnEnd(begin, end), end);
  skip_joins();
  begin = HeadBegin(begin, end);
  begin = ObjectBegin(begin, end);
  skip_joins();
  return {begin, BracketedEnd(begin, end)};
}

bool Binder::InPlace(std::size_t at) const {
  return std::any_of(sentence_->places.begin(), sentence_->places.end(),
                     [at](const PlaceMention& place) { return at >= place.begin && at < place.end; });
}

// "Bộ Tài chính giao 90 tỷ đồng": names of somebody say nothing of what is measured.
bool Binder::OnlyNames(const TokenSpan& words) const {
  const auto concepts = text_.MentionsIn(words.begin, words.end);
  if (text_.uncased || words.begin == sentence_->begin ||
      std::any_of(concepts.begin(), concepts.end(), [](const Mention* m) { return m->role == Role::kConcept; }))
    return false;
  bool short_form = true;  // "LNST"
  for (std::size_t at = words.begin; at < words.end; ++at) {
    if (text_.tokens[at].kind == TokenKind::kWord && !text_.tokens[at].capitalized && !text_.IsKey(at, "và"))
      return false;
    short_form = short_form && text_.tokens[at].all_capitals;
  }
  return !short_form;
}

// The words before a number that say what it measures, none of somebody's who is told to say it.
TokenSpan Binder::SpokenBefore(const Quantity& quantity, const NumberContext& context) const {
  const TokenSpan before = WordsBefore(quantity, context);
  for (std::size_t at = before.end; at < quantity.begin; ++at) {
    const bool says = Turns(at) && CueOver(text_, at, "says") != nullptr;  // "Giám đốc cho hay 20 thôn có điện"
    if (says) return {quantity.begin, quantity.begin};
  }
  return before;
}

// "làm chết 9 người", "9 người là kỹ sư": what a number counts whose unit alone follows it.
std::string Binder::CountedBare(const Quantity& quantity, const NumberContext& context, const TokenSpan& before) const {
  const std::size_t end = CountedEnd(quantity.number_end, context.right_end);
  const bool is = end == quantity.unit_end && text_.IsKey(end, "là") && IsNoun(end + 1, context.right_end);
  if (is) return std::string(text_.Words(quantity.number_end, CountedEnd(end + 1, context.right_end)));
  const std::string counted(text_.Words(quantity.number_end, end));
  // "lượng xe bán ra giảm 9%, còn 300 chiếc": of what the number before measured.
  const auto leads = [&](const char* role) { return HasCue(text_, context.clause, quantity.begin, role); };
  const bool goes_on = previous_ && (leads("achieve") || leads("reach") || leads("up") || leads("down")) &&
                       (previous_->unit == "percent" || previous_->unit == quantity.unit);
  if (end <= quantity.unit_end && before.begin == before.end && goes_on && !frame_.measure_text.empty())
    return frame_.measure_text;
  const TokenSpan owned = OwnedByCounted(quantity, context);  // "dân số của 14 tỉnh"
  const bool named =
      end <= quantity.unit_end && owned.begin == owned.end && Speaks(before.begin, before.end) && !OnlyNames(before);
  return named ? std::string(text_.Words(before.begin, before.end)) + kApart + counted : counted;
}

// "Tỷ lệ đúng giờ của hãng A, B và C là 93%": the words in front of a list of names that say what is measured.
std::string Binder::NamedBeforeNames(const NumberContext& context, const TokenSpan& names) const {
  const std::size_t noun = FirstMeasured(context.left, names.begin);
  if (noun >= names.begin || !text_.IsPunctuation(names.begin - 1, ",")) return {};
  return std::string(text_.Words(noun, ClauseEnd(text_, noun, names.begin)));
}

// The text's own words for what is counted: what stands after the number, else the words before it.
std::string Binder::OpenMeasureText(const Quantity& quantity, const NumberContext& context) const {
  const TokenSpan before = SpokenBefore(quantity, context);
  const bool counts = !quantity.IsPercent() && quantity.unit_class == UnitRow::Class::kCounter;
  if (counts && context.right_end > quantity.number_end && !NamedBefore(quantity, context, before))
    return CountedBare(quantity, context, before);
  const bool opens = before.begin == before.end && OpensClause(quantity, context);
  const bool whole = quantity.IsPercent() && (opens || OfAnotherWhole(quantity, context));
  if (whole || NamedBehind(quantity, context, before))
    return std::string(text_.Words(context.right, CountedEnd(context.right, context.right_end)));
  if (OnlyNames(before)) return NamedBeforeNames(context, before);
  if (const std::string growth = GrowthAimedAt(quantity, context); !growth.empty()) return growth;
  std::string words(text_.Words(before.begin, RespectiveJoint(quantity, before)));
  const std::string growth = quantity.IsPercent() ? GrowthNamed(quantity, context) : "";
  if (growth.empty() || words.find(growth) != std::string::npos) return words;
  return words.empty() ? growth : words + kApart + growth;
}

// "lợi nhuận trước thuế và sau thuế": the words of the second of two, with the noun that both share.
std::string Binder::SecondNamed(const TokenSpan& first, const TokenSpan& second) const {
  const std::string words(text_.Words(second.begin, second.end));
  const bool shares = NamesMeasured(first.begin) && !NamesMeasured(second.begin);
  const Mention* noun = CueOver(text_, first.begin, "measured");
  return shares && noun != nullptr ? std::string(text_.Words(first.begin, noun->end)) + kApart + words : words;
}

// "doanh thu và lợi nhuận tăng lần lượt 12% và 8%": the "và" between the words for the first of two numbers and those
// for the second, `before.end` when each has its own.
std::size_t Binder::RespectiveJoint(const Quantity& quantity, const TokenSpan& before) const {
  const bool two = quantity.end + 1 < sentence_->end && text_.IsKey(quantity.end, "và") &&
                   text_.tokens[quantity.end + 1].kind == TokenKind::kNumber;
  if (!two || !HasCue(text_, before.begin, quantity.begin, "respectively")) return before.end;
  std::size_t joint = before.end;
  while (joint > before.begin && !text_.IsKey(joint - 1, "và")) --joint;
  const bool split = joint > before.begin + 1 && Speaks(before.begin, joint - 1) && Speaks(joint, before.end);
  return split ? joint - 1 : before.end;
}

}  // namespace timso
