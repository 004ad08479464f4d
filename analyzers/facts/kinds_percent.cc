// The kind of a percent.
#include <algorithm>
#include <array>

#include "analyzers/facts/kind_decider.h"
#include "analyzers/text/syllable.h"

namespace timso {

// One group of words after the other, the more telling first; the first that decides wins.
void KindDecider::DecidePercent() {
  using Stage = void (KindDecider::*)();
  constexpr std::array<Stage, 6> kStages = {&KindDecider::PercentBesideAnother, &KindDecider::PercentBeyondPlan,
                                            &KindDecider::PercentAsLevel,       &KindDecider::PercentOfGain,
                                            &KindDecider::PercentOfSomething,   &KindDecider::PercentByHints};
  for (const Stage stage : kStages) {
    (this->*stage)();
    if (reading_.decided) return;
  }
  Bare();
}

// "(tương ứng +4,5%)", "-3,2%": with a sign of its own it can only be a change.
bool KindDecider::Signed() const {
  const std::size_t at = quantity_.number_begin;
  if (quantity_.value < 0 && !quantity_.upper) return true;
  return at > 0 && text_.Word(at - 1) == "+" && !text_.tokens[at].space_before;
}

// A percent that goes on from the one before, or that another is compared with.
void KindDecider::PercentBesideAnother() {
  if (Signed()) return Change(+1, "signed");
  // "tăng 29% số vụ và 21% số bị can"
  const bool listed = previous_ != nullptr && quantity_.begin > context_.left && verb_.mention == nullptr &&
                      IsWord(text_, quantity_.begin - 1, "và") && RightSpeaks();
  const bool other = JoinsPrevious() && previous_->kind == FactKind::kTarget &&
                     text_.IsPunctuation(quantity_.begin - 1, ",") && StartsWholeOf(context_.right);
  const bool item = JoinsPrevious() && !other;  // "giảm hộ nghèo 3%, 75% số trường đạt chuẩn"
  const bool joins = (item || listed) && previous_->unit == "percent" && IsGain(*previous_);
  // "dự báo tăng 5% năm nay và 6% năm tới"
  const bool foretold = previous_ != nullptr && previous_->rule == "forecast" && verb_.mention == nullptr &&
                        previous_->unit == "percent" && quantity_.begin > context_.left &&
                        IsWord(text_, quantity_.begin - 1, "và") && !RightSpeaks();
  if (foretold) {
    Change(previous_->value < 0 ? -1 : +1, "");
    return Set(FactKind::kTarget, "forecast");
  }
  if (joins || SaysAgain() || ChangeAsRate()) {
    Change(previous_->value < 0 ? -1 : +1, "change-goes-on");
    reading_.kind = previous_->kind;
    return;
  }
  const bool equals_part =
      quantity_.begin > context_.left && IsWord(text_, quantity_.begin - 1, "đương") && WholeAfter(context_.right);
  if (equals_part) return Set(FactKind::kShare, "part-of-whole");
  if (const int sign = ComparedChange(); sign != 0) {
    reading_.compared = true;
    return Change(sign, "compared-change");
  }
  if (GrowthGoesOn()) {
    reading_.growth = true;
    return Change(+1, "growth-goes-on");
  }
  if (DiffersInPoints()) return DifferenceInPoints();
  if (ComparedLevel() || BesideEarlier() || LevelInBracket() || ComparedOn()) CompareWithLevel();
}

// A level is compared with a level, a growth with a growth: "tăng trưởng đạt 6,2%, so với mức 6,4%".
void KindDecider::CompareWithLevel() {
  reading_.compared = true;
  if (IsVerb(quantity_.relation_words)) reading_.relation = Relation::kEqual;  // "cao hơn 6,5% so với cùng kỳ"
  const bool after_growth = previous_ != nullptr && previous_->growth;
  // "tăng 53% so với 26% cùng kỳ"
  const bool then = before_right_ != nullptr && before_right_->begin == context_.right && compare_left_ != nullptr &&
                    compare_left_->end == quantity_.begin;
  const bool after_change = previous_ != nullptr && StatesChange(*previous_) && (BesideEarlier() || then);
  reading_.growth = growth_ != nullptr || after_growth || ComparesChanges();
  // "so với mức dự báo 6,5%"
  const Mention* base = compare_left_ != nullptr ? compare_left_ : change_.mention;
  const bool planned = aim_ != nullptr && base != nullptr && aim_->begin >= base->end;
  if (planned) return Set(FactKind::kTarget, "compared-level");
  Set(reading_.growth || after_change ? FactKind::kChange : FactKind::kShare, "compared-level");
}

// "sản lượng tăng 5%, cao hơn mức 3% của năm 2021": behind a change that no rate was named before, a change too.
bool KindDecider::ComparesChanges() const {
  constexpr std::size_t kReach = 40;  // tokens of its sentence
  if (previous_ == nullptr || !StatesChange(*previous_) || previous_->unit != "percent") return false;
  if (context_.left == 0 || ClauseEnd(text_, context_.left + 1, quantity_.begin) != quantity_.begin) return false;
  std::size_t begin = context_.left;
  while (begin > 0 && context_.left - begin < kReach && !text_.IsPunctuation(begin - 1, ".;")) --begin;
  return !HasCue(text_, begin, context_.left, "rate") && !HasCue(text_, begin, context_.left, "share") &&
         !HasCue(text_, begin, context_.left, "reach");
}

// "60% cho rằng doanh thu sẽ tăng", "có 80% doanh nghiệp kỳ vọng lợi nhuận tăng": a part of those who were asked.
bool KindDecider::OfThoseWhoSay() const {
  constexpr std::size_t kReach = 7;  // tokens of who says it
  const std::size_t end = std::min(context_.right + kReach, context_.right_end);
  const Mention* says = FirstCue(text_, context_.right, end, "says");
  if (says == nullptr || says->begin == context_.right) return says != nullptr;
  for (std::size_t at = context_.right; at < says->begin; ++at) {
    if (text_.IsKey(at, {"theo", "so", "như", "do", "được"})) return false;
  }
  return quantity_.begin <= context_.clause + 1 && change_.mention == nullptr && RightSpeaks();
}

// "trần nợ công là 65% GDP": what is allowed; "chạm trần 65%" tells the level.
bool KindDecider::IsCeiling() const {
  const Mention* ceiling = LastCue(text_, PastContrast(), quantity_.begin, "ceiling");
  if (ceiling == nullptr || text_.tokens[ceiling->begin].capitalized) return false;
  return !(ceiling->begin > 0 && IsWord(text_, ceiling->begin - 1, "chạm")) && !ChangeAfter(ceiling);
}

// A level, a share, or a growth that is stated as a level.
void KindDecider::PercentAsLevel() {
  if (PercentOfChange()) return Set(FactKind::kShare, "part-of-change");
  if (OfThoseWhoSay()) return Set(FactKind::kShare, "part-who-say");
  if (IsCeiling()) return Set(FactKind::kTarget, "ceiling");
  if (ChangesFromTo() && !ChangesPlan()) return PercentOfGain();
  if (FromLevel() && ChangesPlan()) return Set(FactKind::kTarget, "level-before");
  if (FromLevel()) {
    reading_.growth = growth_ != nullptr || (previous_ != nullptr && previous_->growth && !HasRateWord());
    return Set(reading_.growth ? FactKind::kChange : FactKind::kShare, "level-before");
  }
  // "tốc độ tăng trưởng từ 3,5% xuống còn 3,2%": what it came to is of the same kind.
  if (VerbIs("reach") && previous_ != nullptr && previous_->unit == "percent" && previous_->rule == "level-before") {
    reading_.growth = previous_->growth;
    return Set(Aimed() || PlanChangedTo() ? FactKind::kTarget : previous_->kind, "level-after");
  }
  if (growth_ != nullptr && ((VerbIs("share") && !StartsWith(share_, "chiếm")) || VerbIs("reach"))) return Growth();
  if (SameGrowth()) return Growth();
  if (Disbursed()) return Set(Aimed() ? FactKind::kTarget : FactKind::kAttainment, "disbursed");
  if (share_ == nullptr || !VerbIs("share") || ChangeAfter(share_) || ChangesRate()) return;
  const bool of_plan = plan_right_ != nullptr && plan_right_->begin <= context_.right + 1 && !Allots();
  if (of_plan) return;  // "chiếm 43% dự toán"
  // "sẽ mở cửa cho 20 nước, chiếm 40% GDP": a clause of its own describes what is there.
  const bool alone = share_->begin == context_.clause ||
                     text_.IsKey(share_->begin - 1, {"vốn", "hiện", "chỉ", "đang"});  // "vốn chiếm", "hiện chiếm"
  const bool describes = aim_ == nullptr && alone && StartsWith(share_, "chiếm");
  if (!describes && Aimed()) return Set(FactKind::kTarget, "share-aimed-at");
  Set(FactKind::kShare, "share-word");
}

// "giải ngân mới đạt 45%", "Các huyện giải ngân tốt: Lý Nhân (80%)": of the sums planned, unless the whole is named.
bool KindDecider::Disbursed() const {
  const bool bracketed = previous_ == nullptr && quantity_.begin > 0 && text_.IsPunctuation(quantity_.begin - 1, "(");
  const Mention* cue = LastCue(text_, bracketed ? context_.left : context_.clause, quantity_.begin, "of_plan");
  for (std::size_t i = cue != nullptr ? cue->end : quantity_.begin; i < quantity_.begin; ++i) {
    if (text_.IsKey(i, "và")) return false;  // "tiền giải ngân và lãi suất 8%"
  }
  if (cue == nullptr || change_.mention != nullptr || plan_right_ != nullptr || RightSpeaks()) return false;
  return before_right_ == nullptr && compare_right_ == nullptr && !HasCue(text_, cue->end, quantity_.begin, "share");
}

// "giảm tỷ lệ hộ nghèo 2 - 3%", "giảm tỷ lệ hộ nghèo từ 2% trở lên": the rate itself is the verb's object; to what it
// falls another word says.
bool KindDecider::ChangesRate() const {
  if (change_.mention == nullptr || change_.mention->end != share_->begin) return false;
  const bool bound = quantity_.relation == Relation::kLess || quantity_.relation == Relation::kLessEqual;
  for (const std::string_view role : {"achieve", "reach", "holds", "states"}) {
    if (HasCue(text_, share_->end, quantity_.begin, role)) return false;
  }
  return !bound && !IsWord(text_, quantity_.begin - 1, "mức");
}

// "tăng 5%", "giảm 3% so với kế hoạch", "phấn đấu tăng 5%".
void KindDecider::PercentOfGain() {
  if (change_.mention == nullptr && VerbIs("reach") && StartsWith(verb_.mention, "tăng") && GrowsToPercent()) {
    Change(+1, "increase");
    if (Aimed()) Set(FactKind::kTarget, "planned-increase");
    return;
  }
  if (change_.mention == nullptr || AchieveAfter(change_.mention)) return;
  if (Contributes(*change_.mention) && !VerbIs("achieve")) return;
  if (ReachAfter(change_.mention) && !GrowsToPercent()) return;
  reading_.growth = growth_ != nullptr;
  if (PlannedChange()) return PlannedGain();
  if (OffPlanBehind()) return Exceed(ChangeSign(), "off-plan");
  Change(ChangeSign(), change_.role == "up" ? "increase" : "decrease");
}

// "sản lượng tăng lên hơn 30%": what is counted has no level in percent; a rate has ("tỷ lệ hộ nghèo tăng lên 30%").
bool KindDecider::GrowsToPercent() const {
  const std::size_t begin = context_.clause;
  if (FromLevel() || quantity_.number_begin == 0) return false;
  const Mention* reach = LastCue(text_, begin, quantity_.number_begin, "reach");
  const bool rises =
      reach != nullptr && (SameWord(text_.Word(reach->end - 1), "lên") || SameWord(text_.Word(reach->end - 1), "đến") ||
                           SameWord(text_.Word(reach->end - 1), "tới"));
  if (!rises || HasRateWord() || share_ != nullptr || WholeAfter(context_.right)) return false;
  return HasCue(text_, begin, quantity_.number_begin, "counted");
}

// "tiết kiệm 10% chi thường xuyên của dự toán": a plan past other words, and no verb that measures against it.
bool KindDecider::PlanIsFar() const {
  constexpr std::size_t kBeside = 2;  // tokens: "63% tổng kế hoạch"
  const bool compared = compare_right_ != nullptr && compare_right_->end <= plan_right_->begin &&
                        compare_right_->begin <= context_.right + kBeside;
  // "chỉ còn 2%, thấp hơn nhiều so với kế hoạch" without its comma
  const bool beside = HasCue(text_, context_.right, plan_right_->begin, "down");
  if (beside && (VerbIs("reach") || ToldByGrowth())) return true;
  if (HasRateWord() && !compared && plan_right_->begin > context_.right + kBeside) return true;  // "ROE đạt 11%, …"
  return verb_.mention == nullptr && !compared && plan_right_->begin > context_.right + kBeside;
}

// "… % kế hoạch", "… % so với cùng kỳ", "… % chỉ tiêu".
void KindDecider::PercentOfSomething() {
  constexpr std::size_t kBeside = 4;  // tokens
  if (plan_right_ != nullptr && Allots()) return Set(FactKind::kShare, "share-of-quota");
  if (plan_right_ != nullptr && !PlanIsAfterCompareWithBefore() && !PlanIsFar()) {
    // "lạm phát 4,2% so với chỉ tiêu 4%": beside the plan's own rate stands the rate itself.
    const bool rates = compare_right_ != nullptr && compare_right_->end == plan_right_->begin &&
                       context_.right_end == plan_right_->end && text_.IsPunctuation(plan_right_->end + 1, "%");
    if (rates && !AimsAtPlan())
      return growth_ != nullptr || ToldByGrowth() ? Growth() : Set(FactKind::kShare, "level-beside-plan");
    return AimsAtPlan() ? Set(FactKind::kTarget, "plan-aimed-at") : AgainstPlan();
  }
  if (growth_ != nullptr && !VerbIs("achieve")) return Growth();
  const bool as_much = VerbIs("achieve") && StartsWith(verb_.mention, "bằng") && compare_right_ != nullptr &&
                       ComparesWithTime();  // "bằng 106% so với tổng số lao động năm 2016"
  const bool earlier =
      as_much || before_right_ != nullptr || (compare_right_ != nullptr && !WholeAfter(compare_right_->end));
  if (earlier && before_right_ == nullptr && !ComparesWithTime()) return Set(FactKind::kShare, "percent-of-other");
  // "giảm còn 17% so với cùng kỳ": the level that it came to.
  if (earlier && VerbIs("reach") && quantity_.value < 100) return Set(FactKind::kShare, "level-reached");
  // "600 ha (104% cùng kỳ)"
  const bool of_it =
      before_right_ != nullptr && before_right_->begin == context_.right && StartsWith(before_right_, "cùng");
  const bool compared =
      compare_right_ != nullptr && (verb_.mention != nullptr || compare_right_->begin <= context_.right + kBeside);
  if (earlier && ((VerbIs("achieve") && NearVerb(kBeside)) || compared || of_it)) PercentOfEarlier();
}

// Words farther away: an aim, the whole behind it, a plan in the list's lead, "bằng", "đạt", "còn".
void KindDecider::PercentByHints() {
  // "chiếm 40% GDP và 30% dân số"
  const bool goes_on = previous_ != nullptr && previous_->rule == "share-word" && aim_ == nullptr &&
                       quantity_.begin > context_.left && IsWord(text_, quantity_.begin - 1, "và") && RightSpeaks();
  if (goes_on) return Set(FactKind::kShare, "share-goes-on");
  // "80 trường đạt chỉ tiêu 95%"
  const bool met =
      plan_left_ != nullptr && plan_left_->end + (IsWord(text_, plan_left_->end, "từ") ? 1 : 0) == quantity_.begin &&
      VerbIs("achieve") && verb_.mention->end == plan_left_->begin && StartsWith(plan_left_, "chỉ") && !AimsAtPlan();
  if (met) return AgainstPlan();
  if (PartThatIs() || EqualsPart()) return Set(FactKind::kShare, "part-of-whole");
  if (Aimed() || BracketedAim()) {
    reading_.growth = growth_ != nullptr || ToldByGrowth();
    return Set(FactKind::kTarget, "aimed-at");
  }
  if (StartsWholeOf(context_.right)) return Set(FactKind::kShare, "part-of-whole");
  if (context_.plan_lead && !HasRateWord() && share_ == nullptr) return Set(FactKind::kAttainment, "list-against-plan");
  constexpr double kLeast = 20;  // "còn 3 hộ, bằng 0,27%" is a share
  const bool of_earlier = quantity_.value >= kLeast && context_.before_near && !context_.plan_near && VerbIs("achieve");
  if (of_earlier && StartsWith(verb_.mention, "bằng")) return PercentOfEarlier();
  if (plan_left_ != nullptr && VerbIs("achieve")) return AgainstPlan();
  if (VerbIs("reach")) return ToldByGrowth() ? Growth() : Set(FactKind::kShare, "level-reached");
}

// "tăng trưởng sẽ đạt 6%, con số này năm nay ở mức 4%": the figure that goes on is a growth.
bool KindDecider::SameGrowth() const {
  if (previous_ == nullptr || previous_->unit != "percent" || !previous_->growth || HasRateWord()) return false;
  return HasCue(text_, context_.left, quantity_.begin, "same_figure") && share_ == nullptr &&
         !WholeAfter(context_.right);
}

// Whether a change is one against the plan named behind it: "tăng 20% so với kế hoạch".
bool KindDecider::OffPlanBehind() const {
  if (plan_right_ == nullptr || before_right_ != nullptr) return false;
  // "tăng 12% kế hoạch"
  const bool of_plan = plan_right_->begin == context_.right && !IsWord(text_, plan_right_->begin, "chỉ") &&
                       quantity_.IsPercent() && VerbIs("up");
  if (of_plan) return true;
  // "tăng 6% thấp hơn so với kế hoạch": the comparative is another's.
  return compare_right_ != nullptr && compare_right_->end == plan_right_->begin &&
         !text_.IsKey(compare_right_->begin, {"thấp", "cao"});
}

bool KindDecider::ReachAfter(const Mention* cue) const {
  const Mention* reach = LastCue(text_, context_.left, quantity_.number_begin, "reach");
  return reach != nullptr && reach->end > cue->begin && reach->end > cue->end - 1 && reach->begin >= cue->begin;
}

// "tốc độ tăng GDP đạt 6,5%": a growth that is reached is still a growth.
bool KindDecider::GrowthReached(const Mention* cue) const {
  return SameWord(text_.Word(cue->begin), "tốc") || SameWord(text_.Word(cue->begin), "mức") ||
         SameWord(text_.Word(cue->begin), "biên") || SameWord(text_.Word(cue->end - 1), "trưởng");
}

bool KindDecider::AchieveAfter(const Mention* cue) const {
  if (GrowthReached(cue)) return false;
  const Mention* achieve = LastCue(text_, context_.left, quantity_.number_begin, "achieve");
  return achieve != nullptr && achieve->begin >= cue->end;
}

bool KindDecider::PlanIsAfterCompareWithBefore() const {
  return before_right_ != nullptr && before_right_->begin < plan_right_->begin;
}

// "dành 50% chỉ tiêu cho xét học bạ": a part of a quota is given away, nothing was achieved.
bool KindDecider::Allots() const {
  if (VerbIs("achieve") && Achieves()) return false;  // "tuyển sinh đạt 95% chỉ tiêu"
  if (compare_right_ != nullptr && compare_right_->end == plan_right_->begin) return false;  // "104% so với chỉ tiêu"
  if (SameWord(text_.Word(plan_right_->begin - 1), "tổng")) return true;
  // "với 10% chỉ tiêu cho 8 ngành": a preposition of its own makes it a part.
  const std::size_t before = quantity_.begin > 0 ? quantity_.begin - 1 : 0;
  if (quantity_.begin > context_.left && (IsWord(text_, before, "với") || IsWord(text_, before, "cho")) &&
      !(VerbIs("achieve") && NearVerb(1)))
    return true;
  return HasCue(text_, context_.left, quantity_.number_begin, "allots") ||
         HasCue(text_, plan_right_->end, std::min<std::size_t>(plan_right_->end + 3, context_.right_end), "allots");
}

void KindDecider::AgainstPlan() {
  if (quantity_.unit == "percentage_point") return Change(+1, "points");
  Set(FactKind::kAttainment, "percent-of-plan");
}

// "bằng 94,59% so với cùng kỳ": a change of −5,41 %.
void KindDecider::PercentOfEarlier() {
  reading_.value = quantity_.value - 100;
  if (quantity_.upper) reading_.upper = *quantity_.upper - 100;
  Set(FactKind::kChange, "percent-of-earlier");
}

// "62,06% số quần chúng ưu tú", "7,61% tổng số đảng viên"
bool KindDecider::StartsWholeOf(std::size_t at) const {
  const std::size_t end = std::min(at + 3, context_.right_end);
  return at < context_.right_end && (HasCue(text_, at, end, "total_of") || HasCue(text_, at, end, "need"));
}

// "tỷ lệ tăng trưởng … còn 7,6%": a growth, whatever it came down from.
void KindDecider::Growth() {
  const bool falls = growth_ != nullptr && SameWord(text_.Word(growth_->end - 1), "giảm");
  Change(falls ? -1 : +1, falls ? "decrease" : "increase");
  reading_.growth = true;
  const bool planned = Aimed() || (growth_ != nullptr && PlannedGrowth());
  if (planned && Foretold()) return Set(FactKind::kTarget, "forecast");
  if (planned) Set(FactKind::kTarget, falls ? "planned-decrease" : "planned-increase");
}

// "50% tăng thu ngân sách": a part of what was gained.
bool KindDecider::PercentOfChange() const {
  return HasCue(text_, context_.right, std::min(context_.right + 1, context_.right_end), "up");
}

// "mức độ hài lòng đạt 90% (chỉ tiêu 88%)": the plan is a percent, and so is what was reached; it is none of the plan.
bool KindDecider::BesidePlannedPercent() const {
  constexpr std::size_t kReach = 3;  // tokens: "là 88%"
  const std::size_t open = context_.right;
  if (!text_.IsPunctuation(open, "(")) return false;
  const Mention* plan = FirstCue(text_, open + 1, std::min(open + kReach + 1, text_.tokens.size()), "plan");
  if (plan == nullptr || plan->begin != open + 1) return false;
  for (std::size_t i = plan->end; i + 1 < std::min(plan->end + kReach + 2, text_.tokens.size()); ++i) {
    if (IsWord(text_, i + 1, "năm")) continue;  // "mục tiêu 5 năm 32 - 34%"
    if (text_.tokens[i].kind == TokenKind::kNumber) return text_.Word(i + 1) == "%" || text_.IsPunctuation(i + 1, "-–");
  }
  return false;
}

}  // namespace timso
