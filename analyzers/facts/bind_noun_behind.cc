// The noun phrase right behind a number, and what it adds to the words for what the number measures.
#include <algorithm>

#include "analyzers/facts/binder.h"

namespace timso {

// Whether a phrase of the lexicon that names no thing begins at the token: "lần lượt", "đồng thời", "đối với".
bool Binder::OpensOther(std::size_t at) const {
  const auto mentions = text_.MentionsIn(at, at + 1);
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    return mention->begin == at && mention->role == Role::kCue && mention->end > at + 1 &&
           text_.lexicon->cues()[mention->row] != "total_of" && text_.lexicon->cues()[mention->row] != "money_noun";
  });
}

// Whether the name of a thing begins at the token.
bool Binder::OpensNoun(std::size_t at, std::size_t end) const {
  if (at >= end || Turns(at) || InPeriod(at) || text_.IsKey(at, {"trong", "được", "bị"})) return false;
  if (text_.IsKey(at, "thực") && text_.IsKey(at + 1, "hiện")) return false;
  if (const Mention* noun = CueOver(text_, at, "opens_noun"); noun != nullptr && noun->begin == at) return true;
  const auto mentions = text_.MentionsIn(at, at + 1);
  const auto begins = [&](const Mention* mention) {
    return mention->begin == at && (mention->role == Role::kConcept ||
                                    (mention->role == Role::kCue && text_.lexicon->cues()[mention->row] == "total_of"));
  };
  if (std::any_of(mentions.begin(), mentions.end(), begins) || NamesMeasured(at)) return true;
  return !OpensOther(at) && IsNoun(at, end);
}

// Where the words of a noun phrase that begins at a token end: before "và" and a word that begins no noun.
std::size_t Binder::NounEnd(std::size_t begin, std::size_t end) const {
  const bool total = text_.IsKey(begin, "tổng") && begin + 1 < end;  // "tổng chỉ tiêu"
  const std::size_t counted = CountedEnd(begin + (total ? 1 : 0), end);
  for (std::size_t at = begin + 1; at < counted; ++at) {
    const bool verb =
        text_.IsKey(at, "và") && (!OpensNoun(at + 1, counted) || CueOver(text_, at + 1, "acts") != nullptr);
    const bool bound = text_.IsKey(at, "trở") && text_.IsKey(at + 1, {"lên", "xuống"});
    if (verb || bound || text_.IsPunctuation(at, "[")) return at;
  }
  return counted;
}

// "chi 30 tỷ đồng tiền thưởng", "chiếm 12% tổng doanh thu", "9 tỷ đồng cho cầu đường": the words right behind a number
// and its unit that name what it is, what for or what it is a part of; empty when none do.
TokenSpan Binder::NounBehind(const Quantity& quantity, const NumberContext& context) const {
  const std::size_t begin = context.right;
  const bool leads = quantity.unit_class == UnitRow::Class::kMoney && text_.IsKey(begin, {"cho", "là"});
  std::size_t noun = begin + (leads ? 1 : 0);
  while (noun < context.right_end && text_.IsKey(noun, {"các", "những"})) ++noun;
  if (!OpensNoun(noun, context.right_end)) return {};
  return {text_.IsKey(begin, "là") ? noun : begin, NounEnd(noun, context.right_end)};
}

// "đạt 40% kế hoạch lợi nhuận": what a percent of a plan is of, told behind the plan's word.
TokenSpan Binder::PlannedBehind(const NumberContext& context) const {
  const std::size_t at = context.right;
  const Mention* plan = CueOver(text_, at, "plan");
  std::size_t noun = at;
  if (plan != nullptr) noun = text_.IsKey(at + 2, {"doanh", "lợi"}) ? at + 2 : plan->end;  // of the plan's own name
  const bool inside = plan != nullptr && noun < plan->end;
  const bool total = text_.IsKey(noun, "tổng") && CueOver(text_, noun + 1, "plan") != nullptr;  // "40% tổng kế hoạch"
  if (noun >= context.right_end || total || (!inside && !NamesMeasured(noun))) return {};
  return {noun, NounEnd(noun, context.right_end)};
}

// "thưởng cao nhất là 9 triệu, thấp nhất là 2 triệu": which end of what is measured the number is, told right before
// it.
std::string Binder::ExtremeBefore(const Quantity& quantity, const NumberContext& context) const {
  std::size_t end = quantity.begin;
  if (end > context.clause && text_.IsKey(end - 1, {"là", "đạt"})) --end;
  const bool extreme =
      end >= context.clause + 2 && text_.IsKey(end - 1, "nhất") && text_.IsKey(end - 2, {"cao", "thấp"});
  return extreme ? LowerCase(text_.Words(end - 2, end)) : std::string();
}

// "nhập khẩu hoa tăng mạnh, đạt kim ngạch 3 tỷ USD": what the nearest clause that names anything before the number's
// own measures.
std::string Binder::NamedInFront(const NumberContext& context) const {
  for (std::size_t end = context.clause; end > context.left && text_.IsPunctuation(end - 1, ",");) {
    const std::size_t begin = ClauseBegin(text_, sentence_->begin, end - 1);
    if (begin < context.left) return {};
    if (Speaks(begin, end - 1)) {
      const auto opens = text_.MentionsIn(begin, begin + 1);
      const bool known = std::any_of(opens.begin(), opens.end(), [&](const Mention* mention) {
        return mention->role == Role::kConcept && mention->begin == begin;
      });
      const std::size_t noun = known ? begin : FirstMeasured(begin, end - 1);
      return noun == end - 1 ? "" : std::string(text_.Words(noun, MeasuredEnd(noun, end - 1)));
    }
    if (begin >= end) break;
    end = begin;
  }
  return {};
}

// What a measure's words say of a number that no noun follows: "nhập khẩu tăng 9%, đạt giá trị 3 tỷ USD" is of what the
// number before measured.
std::string Binder::WithoutNoun(const Quantity& quantity, const NumberContext& context,
                                const MeasureReading& measure) const {
  const bool bare = IsCue(measure.text, "bare_side") || (!previous_ && IsCue(measure.text, "bare_trade"));
  const bool side = bare && !quantity.IsPercent() && !measure.inherited;
  const std::string whole = !side ? "" : previous_ ? frame_.measure_text : NamedInFront(context);
  if (!whole.empty()) return whole + kApart + measure.text;
  return IsCue(measure.text, "no_noun") ? std::string() : measure.text;
}

// "12% còn lại của các xưởng nhỏ": the rest of a whole and whose it is.
TokenSpan Binder::RestBehind(const NumberContext& context) const {
  const std::size_t at = context.right;
  const bool rest = at + 2 < context.right_end && text_.IsKey(at, "còn") && text_.IsKey(at + 1, "lại");
  return rest ? TokenSpan{at, context.right_end} : TokenSpan{};
}

// "70% thích đọc sách, 9% chưa từng đọc": what a part of those spoken of before does, told right behind the number.
std::string Binder::PredicateBehind(const Quantity& quantity, const NumberContext& context) const {
  constexpr std::size_t kLongest = 12;  // tokens
  const std::size_t at = context.right;
  const std::size_t end = std::min(context.right_end, at + kLongest);
  if (!quantity.IsPercent() || at + 1 >= end || InPeriod(at) || InPlace(at) || LeadsToNumber(at)) return {};
  if (Turns(at) && CueOver(text_, at, "says") == nullptr) return {};
  if (text_.IsKey(at,
                  {"so", "của", "trong", "và", "ở", "tại", "vào", "từ", "với", "trên", "theo", "đến", "như", "hồi"}))
    return {};
  return HasContent(at, end) ? std::string(text_.Words(at, end)) : std::string();
}

// What a measure's words and the noun behind the number say together.
std::string Binder::WithNounBehind(const Quantity& quantity, const NumberContext& context, FactKind kind,
                                   const MeasureReading& measure) const {
  const std::string extreme = kind == FactKind::kChange ? "" : ExtremeBefore(quantity, context);
  if (!extreme.empty() && !measure.text.empty() && !measure.text.ends_with(extreme))
    return measure.text + " " + extreme;
  const bool counts = !quantity.IsPercent() && quantity.unit_class == UnitRow::Class::kCounter;
  if (counts || quantity.unit == "times") return IsCue(measure.text, "no_noun") ? std::string() : measure.text;
  const bool planned = kind == FactKind::kAttainment;
  const TokenSpan noun = planned ? PlannedBehind(context) : NounBehind(quantity, context);
  std::string words(text_.Words(noun.begin, noun.end));
  if (const TokenSpan rest = RestBehind(context); quantity.IsPercent() && rest.begin < rest.end)
    return std::string(text_.Words(rest.begin, rest.end));
  if (words.empty() && kind == FactKind::kShare && measure.inherited) words = PredicateBehind(quantity, context);
  if (words.empty()) return WithoutNoun(quantity, context, measure);
  if (measure.text.find(words) != std::string::npos) return measure.text;
  if (measure.text.empty() || planned) return words;
  // "chi 9 tỷ đồng cho xã A và 5 tỷ đồng cho xã B": what the number before was for is not what this one is for.
  const bool other = measure.inherited && kind != FactKind::kShare;
  return measure.text.substr(0, other ? measure.text.find(kApart) : std::string::npos) + kApart + words;
}

// "đạt tốc độ tăng trưởng 7%": a growth that is called by its name right before the number.
std::string Binder::GrowthNamed(const Quantity& quantity, const NumberContext& context) const {
  std::size_t end = quantity.begin;
  while (end > context.naming + 3 && !text_.IsKey(end - 1, "trưởng") && OnlyJoins(end - 1)) --end;
  if (end <= context.naming + 3 || !text_.IsKey(end - 1, "trưởng") || !text_.IsKey(end - 2, "tăng")) return {};
  const bool rate = text_.IsKey(end - 3, {"độ", "mức"});
  return rate ? std::string(text_.Words(end - (text_.IsKey(end - 3, "độ") ? 4 : 3), end)) : std::string();
}

// "giữ mục tiêu tăng trưởng ở mức 7%", "hạ dự báo tăng trưởng xuống 2%": growth that is aimed at or expected is what
// the number says, whoever says it.
std::string Binder::GrowthAimedAt(const Quantity& quantity, const NumberContext& context) const {
  std::size_t end = quantity.begin;
  while (end > context.naming + 2 && !text_.IsKey(end - 1, "trưởng") && OnlyJoins(end - 1)) --end;
  const std::size_t growth = end - 2;
  const bool grows = end > context.naming + 2 && text_.IsKey(end - 1, "trưởng") && text_.IsKey(growth, "tăng");
  if (!grows) return {};
  const Mention* aim = CueOver(text_, growth - 1, "growth_aim");
  return aim == nullptr ? std::string() : std::string(text_.Words(aim->begin, end));
}

}  // namespace timso
