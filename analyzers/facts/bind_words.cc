// Which words are a number's own: its clause, its noun phrase, the list that it stands in.
#include <algorithm>
#include <cmath>

#include "analyzers/facts/binder.h"
#include "analyzers/facts/kind_decider.h"

namespace timso {
namespace {

// The last contrast in tokens [begin, end). "còn" is one only where it opens a clause ("giảm tỷ lệ hộ nghèo còn 5%"
// goes on), "riêng" takes a part of the same.
const Mention* LastContrast(const AnalyzedText& text, std::size_t begin, std::size_t end) {
  const Mention* contrast = LastCue(text, begin, end, "contrast");
  while (contrast != nullptr && contrast->begin > begin && contrast->end == contrast->begin + 1 &&
         (text.IsKey(contrast->begin, "riêng") ||
          (text.IsKey(contrast->begin, "còn") && text.tokens[contrast->begin - 1].kind == TokenKind::kWord))) {
    contrast = LastCue(text, begin, contrast->begin, "contrast");
  }
  return contrast;
}

// "Theo kế hoạch, năm 2018 huyện …": what stands behind such words is planned.
bool FollowsPlan(const AnalyzedText& text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kReach = 5;  // tokens up to the comma: "theo kế hoạch của tỉnh"
  const Mention* plan = FirstCue(text, begin, end, "plan");
  if (plan == nullptr || plan->begin == begin || !text.IsKey(plan->begin - 1, "theo")) return false;
  const std::size_t opening = plan->begin - 1;
  if (opening > begin && text.tokens[opening - 1].kind == TokenKind::kWord) return false;
  if (!IsWord(text, plan->begin, "kế") && !IsWord(text, plan->begin, "mục") && !IsWord(text, plan->begin, "chỉ"))
    return false;
  const std::size_t comma = ClauseEnd(text, plan->end, std::min(end, plan->end + kReach));
  for (std::size_t i = plan->end; i < comma; ++i) {
    if (text.tokens[i].kind != TokenKind::kWord) return false;
  }
  return comma < end && text.IsPunctuation(comma, ",");
}

// "vượt chỉ tiêu tỉnh giao": whether the last plan in tokens [begin, end) was met, said without a number.
bool MetInWords(const AnalyzedText& text, std::size_t begin, std::size_t end) {
  const Mention* plan = LastCue(text, begin, end, "plan");
  if (plan == nullptr) return false;
  const Mention* met = LastCue(text, TokensBack(plan->begin, 3, begin), plan->begin, "fulfil");
  if (met == nullptr || met->end != plan->begin) return false;
  for (std::size_t i = plan->end; i < ClauseEnd(text, plan->end, end); ++i) {
    if (text.tokens[i].kind == TokenKind::kNumber) return false;
  }
  return true;
}

}  // namespace

// Whether the sentence is an item of the list that a lead introduced: a line of its own, after an empty line only when
// a bullet or a list number opens it.
bool Binder::Listed(const SentenceReading& sentence) const {
  if (!lead_ || !sentence.line_start) return lead_ && !sentence.line_start && !sentence.paragraph_start && !first_item_;
  if (!sentence.paragraph_start || first_item_) return true;
  const Token& first = text_.tokens[sentence.begin];
  const bool numbered = first.kind == TokenKind::kNumber && text_.IsPunctuation(sentence.begin + 1, ".)");
  return first.kind == TokenKind::kPunctuation || numbered;
}

// "đã có 400 khách": a figure that was reached; "mục tiêu đã đề ra", "số nợ đã mua" name none.
bool Binder::SaysDone(std::size_t at) const {
  if (!text_.IsKey(at, "đã")) return false;
  const Mention* set = FirstCue(text_, at + 1, std::min(at + 4, sentence_->end), "sets_plan");
  if (set != nullptr && set->begin <= at + 2) return false;
  const std::size_t end = ClauseEnd(text_, at, sentence_->end);
  return std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(),
                     [&](const Quantity& quantity) { return quantity.begin > at && quantity.begin < end; });
}

// "… sẽ có 2 triệu xe Theo ông A, …": a headline without a full stop ends where a sentence's first word stands.
bool Binder::OpensGluedSentence(std::size_t at) const {
  if (at <= sentence_->begin || !text_.tokens[at].capitalized || text_.tokens[at].all_capitals) return false;
  const Token& before = text_.tokens[at - 1];
  const bool inside = before.kind == TokenKind::kWord && !before.capitalized;
  const bool named = std::any_of(sentence_->places.begin(), sentence_->places.end(), [at](const PlaceMention& place) {
    return place.begin <= at && at < place.end;  // "huyện Tuy An"
  });
  return inside && !named && FirstCue(text_, at, at + 1, "opens_sentence") != nullptr;
}

// Where a clause's aim may be named from: behind a contrast, what was done, a headline, and, where the clause stands in
// a bracket that a time opens or follows ("(năm 2018: 500 ha)", "hiện tại (1.500 xe)"), the bracket.
std::size_t Binder::AimScope(std::size_t clause, std::size_t number) const {
  const Mention* contrast = LastContrast(text_, sentence_->begin, number);
  std::size_t since = contrast != nullptr ? contrast->end : sentence_->begin;
  if (since >= clause) return clause;  // "mục tiêu là 5 % nhưng chỉ có 4 %"
  for (std::size_t at = since; at < clause; ++at) {
    if (SaysDone(at) || OpensGluedSentence(at)) since = at + 1;
  }
  std::size_t open = number;
  while (open > since && !text_.IsPunctuation(open - 1, "()")) --open;
  if (open == since || !text_.IsPunctuation(open - 1, "(")) return since;
  const bool timed = std::any_of(
      sentence_->periods.begin(), sentence_->periods.end(),
      [&](const PeriodMention& period) { return period.begin == open || (period.now && period.end + 1 == open); });
  return timed && open <= clause ? open : since;
}

NumberContext Binder::ContextOf(std::size_t i, const Quantity& quantity) const {
  NumberContext context;
  context.left = std::min(std::max(previous_end_, sentence_->begin), quantity.number_begin);
  context.clause = std::max(context.left, ClauseBegin(text_, sentence_->begin, quantity.begin));
  context.clause = CoordinationBegin(context.left, context.clause, quantity.begin);
  context.naming = NamingBegin(context.left, context.clause, quantity.begin);
  context.right = quantity.end;
  std::size_t limit = sentence_->end;
  std::size_t next = i + 1;  // "hai đồng chí 75 năm tuổi Đảng": the years say which
  if (next < sentence_->quantities.size() && sentence_->quantities[next].unit == "year" &&
      sentence_->quantities[next].begin == quantity.end && quantity.unit == "person")
    ++next;
  if (next < sentence_->quantities.size()) limit = sentence_->quantities[next].begin;
  context.right_end = RightEnd(context.right, std::max(limit, context.right));
  const std::size_t since = std::min(std::max(AimScope(context.clause, quantity.begin), plan_met_), context.clause);
  context.estimated = EstimatesMonths();
  context.aimed = aimed_ || AimsBefore(since, context.clause, context.estimated) || PlannedList(quantity.begin) ||
                  FollowsPlan(text_, since, context.clause) ||
                  (HasCue(text_, since, context.clause, "plan") && Plans(since, context.clause));
  context.plan_passed = plan_passed_ == context.left && context.left < quantity.begin &&
                        ClauseEnd(text_, context.left, quantity.begin) == quantity.begin;
  context.plan_near = HasCue(text_, sentence_->begin, sentence_->end, "plan");
  context.plan_met = context.plan_near && MetInWords(text_, sentence_->begin, context.clause);
  context.of_all = MeetsOther(i);
  const Mention* compare = FirstCue(text_, sentence_->begin, sentence_->end, "compare");
  context.before_near = HasCue(text_, sentence_->begin, sentence_->end, "year_before") ||
                        (compare != nullptr && text_.IsKey(compare->end - 1, {"kì", "trước", "ngoái"}));
  context.content = HasContent(context.clause, quantity.begin);
  context.plan_lead = plan_lead_;
  context.last_percent = last_percent_;
  context.listed_place = IsListedPlace(quantity) || PlaceItem(quantity);
  context.bracketed_plan = InBracketOfPlan(i, quantity, context);
  return context;
}

// "Một số xã còn thấp: Đắk Sôr 41,2%; Nam Đà 38%": the item is the place alone.
bool Binder::IsListedPlace(const Quantity& quantity) const {
  return std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& place) {
    if (place.end != quantity.begin || place.begin <= sentence_->begin) return false;
    return text_.IsPunctuation(place.begin - 1, ":;,") || text_.IsKey(place.begin - 1, {"và", "là", "gồm"});
  });
}

// "- Nam Dong: 21 (41,2%)": the bracket behind the first number of a list's item, which is a place.
bool Binder::PlaceItem(const Quantity& quantity) const {
  if (!lead_ || !sentence_->line_start || !previous_ || !text_.IsPunctuation(quantity.begin - 1, "(")) return false;
  std::size_t colon = quantity.begin - 1;
  while (colon > sentence_->begin && !text_.IsPunctuation(colon, ":,;")) --colon;
  return text_.IsPunctuation(colon, ":") && std::any_of(sentence_->places.begin(), sentence_->places.end(),
                                                        [&](const PlaceMention& place) { return place.end == colon; });
}

// "Tính chung 7 tháng, xuất khẩu dự kiến đạt 9 tỷ, trong đó gạo ước đạt 2 tỷ": expected of what is over.
bool Binder::EstimatesMonths() const {
  const bool months = std::any_of(sentence_->periods.begin(), sentence_->periods.end(), [&](const auto& period) {
    for (std::size_t at = period.begin; at < period.end; ++at) {
      if (text_.IsKey(at, {"tháng", "quý"})) return true;
    }
    return false;
  });
  return months && (HasCue(text_, sentence_->begin, sentence_->end, "estimated") || FirstMonthsOver());
}

// "Dự kiến 6 tháng đầu năm đạt 50 tỷ": the first months of a year are told of when they end, not planned.
bool Binder::FirstMonthsOver() const {
  if (HasCue(text_, sentence_->begin, sentence_->end, "plan")) return false;
  return std::any_of(sentence_->periods.begin(), sentence_->periods.end(), [&](const PeriodMention& period) {
    const std::optional<Date>& to = period.period.to;
    const bool ahead = to && date_ && std::pair(to->year, to->month) > std::pair(date_->year, date_->month);
    bool first = false;
    for (std::size_t at = period.begin; at < period.end; ++at) first = first || text_.IsKey(at, "đầu");
    return period.rule == "first-months" && first && !ahead;
  });
}

// "(chỉ tiêu là 6%); thu đạt …", "đạt mục tiêu 6%, xuất khẩu …": an aim that a bracket closed over or that was met.
bool Binder::AimIsOver(const Mention& aim, std::size_t end) const {
  constexpr std::size_t kReach = 3;  // tokens: "hoàn thành kế hoạch mục tiêu"
  for (std::size_t at = aim.end; at < end && !text_.IsPunctuation(at, "("); ++at) {
    if (text_.IsPunctuation(at, ")")) return true;
  }
  const std::size_t from = TokensBack(aim.begin, kReach, sentence_->begin);
  const Mention* fulfil = IsWord(text_, aim.begin, "mục") ? LastCue(text_, from, aim.begin, "fulfil") : nullptr;
  return fulfil != nullptr &&  // "để đạt mục tiêu", "phấn đấu hoàn thành mục tiêu"
         !HasCue(text_, TokensBack(fulfil->begin, kReach, sentence_->begin), fulfil->begin, "purpose");
}

// Whether a verb of aiming stands in tokens [begin, end); of what is over an expectation aims at nothing, and one that
// says little of the future governs its own clause alone: "có thể mở 4 cửa hàng, doanh thu là 9 tỷ".
bool Binder::AimsBefore(std::size_t begin, std::size_t end, bool estimated) const {
  for (const Mention* mention : text_.MentionsIn(begin, end)) {
    const bool cue = (mention->role == Role::kCue || mention->role == Role::kCuePart) && mention->end <= end;
    if (!cue || text_.lexicon->cues()[mention->row] != "aim_verb") continue;
    if (CueOver(text_, mention->begin, "weak_aim") != nullptr || AimIsOver(*mention, end)) continue;
    if (!estimated || !IsWord(text_, mention->begin, "dự")) return true;
  }
  return false;
}

// "69% kế hoạch (220 người)", "vượt chỉ tiêu HĐND tỉnh giao (giảm 2%)": a bracket that gives the plan named before it.
bool Binder::InBracketOfPlan(std::size_t i, const Quantity& quantity, const NumberContext& context) const {
  constexpr std::size_t kGiver = 5;  // tokens: "HĐND tỉnh giao"
  std::size_t open = quantity.begin - 1;
  if (quantity.begin <= sentence_->begin + 1) return false;
  const bool change = HasCue(text_, open, quantity.begin, "up") || HasCue(text_, open, quantity.begin, "down");
  if (change) --open;
  if (!text_.IsPunctuation(open, "(")) return false;
  const Mention* plan = LastCue(text_, TokensBack(context.left, 4), open, "plan");
  const bool given = plan != nullptr && open - plan->end <= kGiver && HasCue(text_, open - 2, open, "sets_plan");
  if (change) return given;
  return (plan != nullptr && (open - plan->end <= 2 || GapOfPlan(plan->end, open))) || given ||
         (i > 0 && PlanOfPercent(i - 1, open));
}

// "kế hoạch 2016-2020 (25%)", "kế hoạch cho cả năm (90 tỷ)": nothing but a period between a plan's word and its
// bracket.
bool Binder::GapOfPlan(std::size_t begin, std::size_t open) const {
  std::size_t at = begin;
  while (at < open && text_.IsKey(at, {"cho", "của", "trong", "cả"})) ++at;
  if (text_.IsKey(at, "năm") && at + 1 == open) return true;
  return std::any_of(sentence_->periods.begin(), sentence_->periods.end(),
                     [&](const PeriodMention& period) { return period.begin <= at && period.end == open; });
}

// Whether a fraction's whole is not the target: the percent behind it is another, or one of all.
bool Binder::MeetsOther(std::size_t i) const {
  constexpr double kRounding = 2;  // percentage points
  const Quantity& part = sentence_->quantities[i];
  if (!part.whole || *part.whole == 0 || i + 1 >= sentence_->quantities.size()) return false;
  const Quantity& next = sentence_->quantities[i + 1];
  if (!next.IsPercent()) return false;
  // "18/20 trường đạt chuẩn, đạt tỷ lệ 90%, vượt 2% so với chỉ tiêu": a share of all
  const bool share = HasCue(text_, part.end, next.begin, "share") && !HasCue(text_, next.end, next.end + 2, "plan");
  return share || std::abs(next.value - 100 * part.value / *part.whole) > kRounding;
}

// "đạt 188% chỉ tiêu do bộ giao (3.100 tỷ đồng)": the percent before is of the plan that the bracket at `open` tells.
bool Binder::PlanOfPercent(std::size_t i, std::size_t open) const {
  const Quantity& percent = sentence_->quantities[i];
  if (!percent.IsPercent() || !previous_ || previous_->kind != FactKind::kAttainment) return false;
  return ClauseEnd(text_, percent.end, open) == open && HasCue(text_, percent.end, open, "plan");
}

// "Sở giao chỉ tiêu cho ba xã": the words of giving and of the target are one.
bool Binder::GivesTargets(std::size_t begin, std::size_t end) const {
  const Mention* gives = FirstCue(text_, begin, end, "aim");
  return gives != nullptr && text_.IsKey(gives->begin, "giao") && !HasCue(text_, begin, end, "achieve") &&
         !HasCue(text_, begin, end, "exceed") && !HasCue(text_, begin, end, "compare");
}

// "giao chỉ tiêu cho các huyện: Hội An 110; Tam Kỳ 150", "Các chỉ tiêu kế hoạch năm 2020 gồm doanh thu đạt 30 tỷ, …":
// what the colon or "gồm" introduces is planned.
bool Binder::PlannedList(std::size_t at) const {
  std::size_t begin = sentence_->begin;
  if (begin + 3 < at && text_.IsPunctuation(begin + 2, ",")) begin += 3;  // "Theo đó, các chỉ tiêu …"
  if (IsWord(text_, begin, "các") || IsWord(text_, begin, "những")) ++begin;
  for (std::size_t lead = begin; lead < at; ++lead) {
    if (text_.IsPunctuation(lead, ":")) return Plans(begin, lead) || GivesTargets(begin, lead);
    if (!IsWord(text_, lead, "gồm")) continue;
    const Mention* plan = FirstCue(text_, begin, lead, "plan");
    if (plan != nullptr && plan->begin == begin && Plans(begin, lead)) return true;
  }
  return false;
}

// "Nhiệm vụ năm 2023:", "Phương hướng, nhiệm vụ:"
bool Binder::OpensWithTask(std::size_t begin) const {
  constexpr std::size_t kLongest = 6;  // tokens
  const Mention* task = FirstCue(text_, begin, std::min(begin + kLongest, sentence_->end), "task");
  return task != nullptr && task->begin == begin && begin <= sentence_->begin + 1;
}

// Whether tokens [begin, end) speak of targets that are set, not of targets that were met.
bool Binder::Plans(std::size_t begin, std::size_t end) const {
  if (HasCue(text_, begin, end, "achieve") || HasCue(text_, begin, end, "exceed") ||
      HasCue(text_, begin, end, "compare")) {
    return false;
  }
  const Mention* plan = FirstCue(text_, begin, end, "plan");
  const Mention* sets = FirstCue(text_, begin, end, "sets_plan");
  // "18/22 chỉ tiêu" counts targets, "đề ra 12 chỉ tiêu" sets them.
  const bool counted = plan != nullptr && CountsTargets(text_, *plan);
  if (plan != nullptr && IsIndicator(text_, *plan)) plan = nullptr;
  if (counted && (sets == nullptr || sets->begin > plan->begin)) plan = nullptr;
  const bool given = sets != nullptr && !IsWord(text_, sets->end, "được");  // "mới giao được 5.000 tỷ vốn kế hoạch"
  if (plan != nullptr && IsWord(text_, plan->begin - 1, "hơn")) return false;       // "cao hơn chỉ tiêu đề ra"
  while (begin + 1 < end && text_.tokens[begin].kind != TokenKind::kWord) ++begin;  // "3. Chỉ tiêu năm 2019: …"
  const bool by = IsWord(text_, begin, "theo") && !text_.tokens[begin + 1].capitalized;  // "Theo kế hoạch, …"
  const std::size_t first = begin + (by ? 1 : 0);
  const bool opens = plan != nullptr && plan->begin == first && begin <= sentence_->begin + 4;
  const bool task = OpensWithTask(begin);
  const bool set = opens || task || (plan != nullptr && given);
  return set || HasCue(text_, begin, end, "aim_verb");
}

// The clause's end; it runs on over a list of like nouns ("thôn, buôn, tổ dân phố có chi bộ"), a list of places and
// a place in brackets.
std::size_t Binder::RightEnd(std::size_t at, std::size_t limit) const {
  std::size_t end = ClauseEnd(text_, at, limit);
  while (end + 1 < limit) {
    std::size_t next = end;
    for (const PlaceMention& place : sentence_->places) {
      const bool bracketed =
          place.begin == end + 1 && text_.IsPunctuation(end, "(") && text_.IsPunctuation(place.end, ")");
      if (bracketed) next = place.end + 1;
      if (place.begin == end + 1 && text_.IsPunctuation(end, ",") && EndsPlace(end)) next = place.end;
    }
    if (text_.IsPunctuation(end, ",") && LikeNouns(end)) next = end + 1;
    if (next == end) break;
    end = ClauseEnd(text_, next, limit);
  }
  return end;
}

bool Binder::EndsPlace(std::size_t at) const {
  return std::any_of(sentence_->places.begin(), sentence_->places.end(),
                     [at](const PlaceMention& place) { return place.end == at; });
}

// Whether the nouns on both sides of a comma are of one concept, or both of a level: "xã, thị trấn".
bool Binder::LikeNouns(std::size_t comma) const {
  constexpr std::size_t kReach = 4;
  const auto level = [this](std::size_t at) {
    return text_.IsKey(at, {"xã", "phường"}) || (text_.IsKey(at, "thị") && text_.IsKey(at + 1, {"trấn", "xã"}));
  };
  if (level(comma - 1) && level(comma + 1)) return true;
  for (const Mention* after : text_.MentionsIn(comma + 1, comma + 2)) {
    if (after->role != Role::kConcept) continue;
    if (after->end < text_.tokens.size() && text_.tokens[after->end].kind == TokenKind::kNumber) continue;  // an item
    for (const Mention* before : text_.MentionsIn(TokensBack(comma, kReach), comma)) {
      if (before->role == Role::kConcept && before->row == after->row && before->end == comma) return true;
    }
  }
  return false;
}

// The end of the noun phrase that a number counts: no word of it speaks for the next number.
std::size_t Binder::NounPhraseEnd(const NumberContext& context) const {
  std::size_t at = context.right;
  while (at < context.right_end && text_.tokens[at].kind == TokenKind::kWord && !Turns(at)) {
    std::size_t next = at + 1;
    bool stops = false;
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      const bool whole = mention->role == Role::kCue && text_.lexicon->cues()[mention->row] == "total_of";
      const bool plan = mention->role == Role::kCue && text_.lexicon->cues()[mention->row] == "plan";
      if (at > context.right && HasCue(text_, at, mention->end, "deed")) return at;  // "4 tỉnh giải ngân 3 tỷ"
      if (plan && at > context.right) return at;  // "trong tổng số chỉ tiêu 60 nghìn tỷ"
      if (whole || mention->role == Role::kConcept || mention->role == Role::kQualifier ||
          mention->role == Role::kUnit) {
        next = std::max<std::size_t>(next, mention->end);
      } else if (mention->role == Role::kCue || mention->role == Role::kRelation || mention->role == Role::kTime) {
        stops = true;
      }
    }
    if (stops && next == at + 1) break;
    at = next;
  }
  return std::min(at, context.right_end);
}

}  // namespace timso
