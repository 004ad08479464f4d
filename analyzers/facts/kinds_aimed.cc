// Whether a number is planned or done.
#include "analyzers/facts/kind_decider.h"
#include "analyzers/text/syllable.h"

namespace timso {

// "tăng từ 4% GDP hiện nay lên 5%", "gấp ba mức tăng 2% năm ngoái": what stood or happened already.
bool KindDecider::ByNow() const {
  constexpr std::size_t kReach = 5;  // tokens: "GDP trong quý 2 vừa qua"
  const std::size_t end = std::min(context_.right + kReach, context_.right_end);
  const Mention* now = FirstCue(text_, context_.right, end, "by_now");
  if (now == nullptr || HasCue(text_, context_.right, now->end, "compare")) return false;
  for (std::size_t at = context_.right; at < now->begin; ++at) {
    if (text_.IsKey(at, {"kì", "như", "của", "với"})) return false;  // "cùng kỳ năm ngoái", "5% của năm trước"
  }
  return true;
}

// "hạ chỉ tiêu lợi nhuận từ 18 tỷ xuống 12 tỷ", "điều chỉnh kế hoạch từ 90 km xuống 70 km", "hạ dự báo tăng trưởng từ
// 3% xuống 2%": the plan or forecast itself moves from one number to the other.
bool KindDecider::ChangesPlan() const {
  constexpr std::size_t kReach = 4;  // tokens: "giảm 30% chỉ tiêu"
  const Mention* plan =
      plan_left_ != nullptr ? plan_left_ : LastCue(text_, context_.clause, quantity_.begin, "forecast");
  if (plan == nullptr) return false;
  const std::size_t from = TokensBack(plan->begin, kReach);
  for (std::size_t at = from; at < plan->begin; ++at) {
    if (text_.IsKey(at, {"hạ", "nâng", "chỉnh"})) return true;
  }
  return HasCue(text_, from, plan->begin, "up") || HasCue(text_, from, plan->begin, "down");
}

// "từ 90 km xuống 70 km": what such a plan came to.
bool KindDecider::PlanChangedTo() const {
  return VerbIs("reach") && previous_ != nullptr && previous_->rule == "level-before" &&
         previous_->kind == FactKind::kTarget && previous_->unit == quantity_.unit;
}

// "tại 9 nước có GDP 700 tỷ USD", "nơi có 40.000 người", "với dân số 50 triệu người": what those are like that the aim
// is about.
bool KindDecider::Describes() const {
  constexpr std::size_t kReach = 4;  // tokens: "với tổng dân số"
  for (std::size_t at = TokensBack(quantity_.begin, kReach, context_.left); at < quantity_.begin; ++at) {
    if (IsWord(text_, at, "nơi") && text_.IsKey(at + 1, {"có", "đang"})) return true;
    const bool has = text_.IsKey(at, {"có", "với"}) && at > context_.left &&
                     CueOver(text_, at - 1, "aim_verb") == nullptr && !text_.IsPunctuation(at - 1, ",");
    const Mention* thing = has ? FirstCue(text_, at + 1, quantity_.begin, "describes") : nullptr;
    if (thing != nullptr && thing->begin <= at + 2) return true;
  }
  return false;
}

// "năm ngoái đất lúa chiếm 55%": told of an earlier year.
bool KindDecider::InYearBefore() const {
  const Mention* year = LastCue(text_, context_.clause, quantity_.begin, "year_before");
  return year != nullptr && year->begin == context_.clause && text_.IsKey(year->begin, "năm") && aim_ == nullptr;
}

// Aimed at: the sentence plans, and no word in this clause says that it was done.
bool KindDecider::Aimed() const {
  if (ByNow() || InYearBefore() || Describes()) return false;
  constexpr std::size_t kFar = 22;  // tokens between a verb of aiming and its number
  const bool near = aim_ != nullptr && aim_->end + kFar >= quantity_.begin;
  if (near && !DoneSince(aim_->end) && !AchievedAfter(aim_->end)) return true;
  return (context_.aimed || InPurpose()) && !DoneSince(context_.clause);
}

// "Để tăng trưởng 5 năm đạt 6,5 %, cần …": what a clause of purpose names is not there yet.
bool KindDecider::InPurpose() const {
  std::size_t first = context_.clause;
  while (first < quantity_.begin && text_.tokens[first].kind == TokenKind::kPunctuation) ++first;  // a quotation mark
  const bool opens = first == 0 || text_.tokens[first - 1].kind != TokenKind::kWord;
  return opens && first < quantity_.begin && (IsWord(text_, first, "để") || IsWord(text_, first, "nhằm"));
}

bool KindDecider::AchievedAfter(std::size_t begin) const {
  return HasCue(text_, begin, quantity_.number_begin, "achieve") &&
         !HasCue(text_, context_.clause, quantity_.number_begin, "aim_verb");
}

bool KindDecider::DoneSince(std::size_t begin) const {
  constexpr std::size_t kReach = 4;
  if (HasCue(text_, begin, quantity_.number_begin, "result")) return true;  // "dự toán 6 tỷ, quyết toán 14 tỷ"
  for (std::size_t i = begin; i < quantity_.number_begin; ++i) {
    const bool last = i + 1 == quantity_.begin;
    if (text_.IsKey(i, "sau") && text_.IsKey(i + 1, "khi")) return true;  // "sau khi đạt 3% năm trước"
    if (text_.IsKey(i, "mới") && text_.IsKey(i + 1, "đạt")) return true;  // "nhưng mới đạt bình quân 5%"
    if (last && text_.IsKey(i, "là") && i > begin && text_.IsKey(i - 1, "hiện")) return true;  // "hiện là 70%"
    const bool now = text_.IsKey(i, {"hiện", "đến"}) && text_.IsKey(i + 1, "nay");  // "đến nay có 300 dự án"
    if (now && !text_.IsKey(i + 2, {"lên", "xuống", "còn", "sẽ", "đến"})) return true;
    const bool of_aim = aim_ != nullptr && i <= aim_->end + kReach;  // "sẽ thu hút được 17 triệu"
    if (text_.IsKey(i, {"đã", "đang"}) || (last && text_.IsKey(i, "mới") && CueOver(text_, i, "newly") == nullptr))
      return true;
    if (last && !of_aim && text_.IsKey(i, "được")) return true;
  }
  return false;
}

// "(kế hoạch tăng 4%)", "phấn đấu tăng 5%"
bool KindDecider::PlannedChange() const {
  if (ByNow() && compare_right_ == nullptr) return false;
  // "dự kiến thu 90 tỷ, tăng 8% so với kế hoạch"
  if (previous_ != nullptr && aim_ == nullptr && IsEstimate(*previous_) && OffPlanBehind()) return false;
  // "tốc độ tăng trưởng … sẽ đạt 20%", "mức tăng trưởng dự báo là 5%"
  const bool foreseen = aim_ != nullptr && change_.mention == growth_ && aim_->begin > growth_->begin &&
                        HasCue(text_, aim_->begin, aim_->end, "aim_verb") && !DoneSince(aim_->end);
  if (foreseen || FollowsTarget() || IsDemand()) return true;
  // "chỉ tiêu lợi nhuận tăng 58%": an indicator, no target.
  const bool indicator = aim_ != nullptr && SameWord(text_.Words(aim_->begin, aim_->end), "chỉ tiêu") &&
                         aim_->end < change_.mention->begin;
  if (aim_ != nullptr && !indicator && aim_->begin < change_.mention->begin && !DoneSince(aim_->end)) {
    return compare_left_ == nullptr || compare_left_->end < aim_->begin;
  }
  return (context_.aimed || InPurpose()) && !DoneSince(context_.clause);
}

// "ngân hàng dự báo kinh tế tăng trưởng 5%": nobody's plan, but no more has it happened.
bool KindDecider::Foretold() const {
  const std::size_t from = std::min(context_.left, context_.clause);
  return HasCue(text_, from, quantity_.begin, "forecast") && plan_left_ == nullptr && plan_right_ == nullptr &&
         !HasCue(text_, from, quantity_.begin, "sets_aim");
}

// "sẽ giảm 20%": what is planned keeps its sign.
void KindDecider::PlannedGain() {
  const bool bound = IsVerb(quantity_.relation_words) && compare_right_ == nullptr && compare_left_ == nullptr &&
                     before_right_ == nullptr &&
                     quantity_.relation_words == LowerCase(text_.Words(change_.mention->begin, change_.mention->end));
  if (bound) return Set(FactKind::kTarget, "planned-number");  // "lợi nhuận kế hoạch cao hơn 2.900 tỷ"
  Change(ChangeSign(), "");
  Set(FactKind::kTarget, Foretold() ? "forecast" : change_.role == "down" ? "planned-decrease" : "planned-increase");
}

// "kế hoạch lợi nhuận 194 tỷ đồng, tăng 18%": nothing but a verb of change goes on from the target.
bool KindDecider::FollowsTarget() const {
  if (previous_ == nullptr || previous_->kind != FactKind::kTarget || DoneSince(context_.clause)) return false;
  constexpr std::size_t kBeside = 2;  // a comma, a conjunction
  return change_.mention->begin >= context_.left && change_.mention->begin - context_.left <= kBeside &&
         previous_->rule != "plan-in-brackets" && !text_.IsPunctuation(context_.left, "();");
}

// "giảm tối thiểu 10%": a bound on a change is asked for, not observed.
bool KindDecider::IsDemand() const {
  for (const std::string_view bound : {"tối thiểu", "tối đa", "không quá", "tối thiểu là", "tối đa là"}) {
    if (SameWord(quantity_.relation_words, bound)) return !DoneSince(context_.clause);
  }
  return false;
}

// "phấn đấu đạt 100% dự toán"; "dự kiến đạt 108% dự toán" foresees how much of it is reached.
bool KindDecider::AimsAtPlan() const {
  const Mention* aim = LastCue(text_, context_.clause, quantity_.number_begin, "aim_verb");
  const bool foreseen = aim != nullptr && IsWord(text_, aim->begin, "dự") &&
                        text_.IsKey(aim->end - 1, {"kiến", "tính"}) && VerbIs("achieve");
  return aim != nullptr && !foreseen && !DoneSince(aim->end);
}

// "(mức 38%)", "(KH 75)": a bracket that gives the target.
bool KindDecider::BracketedAim() const {
  const Mention* mention = FirstCue(text_, context_.clause, quantity_.number_begin, "aim_bracket");
  return mention != nullptr && mention->begin == context_.clause && context_.clause > 0 &&
         text_.IsPunctuation(context_.clause - 1, "(");
}

// "62% kế hoạch lợi nhuận 1.250 tỷ", "vượt 9% mục tiêu doanh thu là 600 tỷ".
bool KindDecider::PassedPlanStates() const {
  constexpr std::size_t kReach = 4;  // tokens
  if (!context_.plan_passed || IsWord(text_, context_.left, "với") ||
      HasCue(text_, context_.left, quantity_.begin, "achieve"))
    return false;
  return quantity_.begin - context_.left <= kReach || IsStated(context_.left);
}

// "đã điều chỉnh tăng là 2.400 tỷ": "là" gives the number itself.
bool KindDecider::IsStated(std::size_t begin) const {
  for (std::size_t i = begin; i < quantity_.begin; ++i) {
    if (SameWord(text_.Word(i), "là")) return true;
  }
  return false;
}

// Whether a target's word governs the number: beside it, joined by "là", or with what is counted between.
bool KindDecider::Governs(const Mention* plan) const {
  constexpr std::size_t kBeside = 3;
  constexpr std::size_t kFar = 18;
  if (quantity_.begin - plan->end <= kBeside || IsStated(plan->end)) return true;
  if (quantity_.begin - plan->end > kFar) return false;
  for (const Mention* mention : text_.MentionsIn(plan->end, quantity_.begin)) {
    if (mention->role == Role::kConcept) return true;
  }
  return false;
}

bool KindDecider::Targets() const {
  if (reading_.against_plan || context_.of_all) return false;
  // "được 113 tỷ đồng trong số 484 tỷ theo kế hoạch"
  const Mention* of = LastCue(text_, context_.left, quantity_.begin, "subset");
  const bool among = of != nullptr && of->end == quantity_.begin && SameWord(text_.Word(of->end - 1), "số");
  if (among && plan_right_ != nullptr && plan_right_->begin <= context_.right + 1) return true;
  if (CarriedOut() || (plan_left_ != nullptr && Fulfilling(*plan_left_) != nullptr && !InPurpose() && !context_.aimed))
    return false;
  if (plan_left_ != nullptr && (Governs(plan_left_) || PlanHeads()) && !DoneSince(plan_left_->end) &&
      !SpeaksOfResult(plan_left_->end))
    return true;
  return Aimed();
}

// "Kế hoạch lợi nhuận năm nay đạt 194 tỷ", "thông qua kế hoạch doanh thu đạt 2.859 tỷ": the plan itself is what reaches
// the amount. A chỉ tiêu may be an indicator that did.
bool KindDecider::PlanHeads() const {
  if (plan_left_ == nullptr || quantity_.IsPercent()) return false;
  const std::string_view word = text_.Word(plan_left_->begin);
  const bool aims = SameWord(word, "kế") || SameWord(word, "mục");
  const std::size_t begin = plan_left_->begin;
  const Mention* sets = begin > 0 ? LastCue(text_, TokensBack(begin, 3), begin, "sets_plan") : nullptr;
  const bool joined = begin > context_.clause && text_.IsKey(begin - 1, {"với", "mà"}) &&
                      ClauseEnd(text_, plan_left_->end, quantity_.begin) == quantity_.begin;
  return (aims && (begin == context_.clause || joined)) || (sets != nullptr && sets->end == begin);
}

// "đã thực hiện dự toán chi 7.407 tỷ": a plan that was carried out is none any more.
bool KindDecider::CarriedOut() const {
  if (plan_left_ == nullptr || plan_left_->begin < context_.clause + 3) return false;
  const std::size_t at = plan_left_->begin - 3;
  return IsWord(text_, at, "đã") && IsWord(text_, at + 1, "thực") && IsWord(text_, at + 2, "hiện");
}

// A verb of achieving after the plan's word: "so với kế hoạch, đạt 120 người".
bool KindDecider::SpeaksOfResult(std::size_t begin) const {
  const Mention* achieve = LastCue(text_, begin, quantity_.number_begin, "achieve");
  if (achieve == nullptr || PlanHeads()) return false;
  return aim_ == nullptr || achieve->begin < aim_->begin ||
         (plan_left_ != nullptr && achieve->begin >= plan_left_->end && !context_.aimed);
}

}  // namespace timso
