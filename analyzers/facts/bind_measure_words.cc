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
  const bool names =
      text_.IsKey(at, "về") || text_.IsKey(at, "với") || (text_.IsKey(at, "đối") && text_.IsKey(at + 1, "với"));
  if (!names) return at;
  std::size_t end = CountedEnd(at + 2, context.right_end);
  for (std::size_t i = at + 2; i < end; ++i) {
    if (text_.IsKey(i, "và")) end = i;
  }
  return end;
}

// Words in front of the number's own clause that name something new: "trong khi doanh số ô tô, …, giảm 11,6%" and
// "công nghiệp (0,9%)". Empty when there are none.
TokenSpan Binder::NewlyNamed(const Quantity& quantity, const NumberContext& context) const {
  if (!previous_ || HasContent(context.clause, quantity.begin)) return {};
  const std::size_t open = quantity.begin - 1;
  if (quantity.begin == context.clause && open > context.left && text_.IsPunctuation(open, "(")) {
    const std::size_t begin = std::max(context.left, ClauseBegin(text_, sentence_->begin, open));
    const bool alike = quantity.IsPercent() == (previous_->unit == "percent");
    return HasContent(begin, open) && alike ? TokenSpan{begin, open} : TokenSpan{};
  }
  const Mention* contrast = LastCue(text_, context.left, context.clause, "contrast");
  if (contrast == nullptr) return {};
  const std::size_t end = ClauseEnd(text_, contrast->end, context.clause);
  return HasContent(contrast->end, end) ? TokenSpan{contrast->end, end} : TokenSpan{};
}

// Where the words of what is counted end: before a period, a verb of change or reaching, "với", "là".
std::size_t Binder::CountedEnd(std::size_t begin, std::size_t end) const {
  std::size_t at = begin + 1;
  for (; at < end; ++at) {
    const bool joint =
        text_.IsKey(at, "với") || text_.IsKey(at, "là") || text_.IsKey(at, "thì") || text_.IsKey(at, "mà");
    const bool period = std::any_of(sentence_->periods.begin(), sentence_->periods.end(),
                                    [at](const PeriodMention& mention) { return mention.begin == at; });
    if (joint || period) break;
    const auto mentions = text_.MentionsIn(at, at + 1);
    const bool verb = std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
      if (mention->role != Role::kCue) return false;
      const std::string& role = text_.lexicon->cues()[mention->row];
      return role == "up" || role == "down" || role == "achieve" || role == "exceed" || role == "share" ||
             role == "compare" || role == "subset" || role == "plan";
    });
    if (verb) break;
  }
  while (at > begin + 1 && (text_.IsKey(at - 1, "và") || text_.IsKey(at - 1, "trong") || text_.IsKey(at - 1, "vào") ||
                            text_.IsKey(at - 1, "của") || text_.IsKey(at - 1, "cùng"))) {
    --at;
  }
  return at;
}

// Where the words before a number that say what it measures begin: behind the last "với" or "là" of them.
std::size_t Binder::HeadBegin(std::size_t begin, std::size_t end) const {
  for (std::size_t at = end; at > begin + 1; --at) {
    const bool joint = text_.IsKey(at - 1, "với") || text_.IsKey(at - 1, "là");
    const bool compares =
        at >= 2 && (text_.IsKey(at - 2, "so") || text_.IsKey(at - 2, "đối") || text_.IsKey(at - 2, "cùng"));
    const auto mentions = text_.MentionsIn(at, end);
    const bool speaks =
        HasContent(at, end) || std::any_of(mentions.begin(), mentions.end(),
                                           [](const Mention* mention) { return mention->role == Role::kConcept; });
    if (joint && !compares && at < end && speaks) return at;
  }
  return begin;
}

// "vốn cấp mới, tăng thêm và góp vốn mua cổ phần là 10 tỷ": where the list begins whose last item, told by its "và",
// stands in the number's own clause. The items before hold nothing but nouns.
std::size_t Binder::ListBegin(const NumberContext& context, std::size_t number) const {
  std::size_t begin = context.clause;
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

// Whether a token only joins the words that say what is measured with its number: a period, a verb, a relation.
bool Binder::OnlyJoins(std::size_t i) const {
  if (text_.tokens[i].kind != TokenKind::kWord) return true;
  const auto within = [i](const PeriodMention& period) { return i >= period.begin && i < period.end; };
  if (std::any_of(sentence_->periods.begin(), sentence_->periods.end(), within)) return true;
  const auto mentions = text_.MentionsIn(i > 3 ? i - 3 : 0, i + 1);
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    if (mention->end <= i) return false;
    if (mention->role != Role::kCue) return mention->role == Role::kRelation || mention->role == Role::kTime;
    const std::string& role = text_.lexicon->cues()[mention->row];
    return role == "function" || role == "achieve" || role == "subset" || role == "up" || role == "down" ||
           role == "share" || role == "exceed" || role == "reach";
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
  while (begin < end && OnlyJoins(begin)) ++begin;
  while (end > begin && OnlyJoins(end - 1)) --end;
  begin = HeadBegin(begin, end);
  while (begin < end && OnlyJoins(begin)) ++begin;
  return {begin, end};
}

// The text's own words for what is counted: what stands after the number, else the words before it.
std::string Binder::OpenMeasureText(const Quantity& quantity, const NumberContext& context) const {
  const bool counts = !quantity.IsPercent() && quantity.unit_class == UnitRow::Class::kCounter;
  if (counts && context.right_end > quantity.number_end)
    return std::string(text_.Words(quantity.number_end, CountedEnd(quantity.number_end, context.right_end)));
  const TokenSpan before = WordsBefore(quantity, context);
  const bool opens = before.begin == before.end && OpensClause(quantity, context);
  if (quantity.IsPercent() && (opens || OfAnotherWhole(quantity, context)))
    return std::string(text_.Words(context.right, CountedEnd(context.right, context.right_end)));
  return std::string(text_.Words(before.begin, before.end));
}

}  // namespace timso
