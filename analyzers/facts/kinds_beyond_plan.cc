// The kind of a percent beside a plan or a bound: by how much it was passed or missed, or its own number.
#include "analyzers/facts/kind_decider.h"

namespace timso {

// By how much a plan was exceeded or missed, and the plan's own number.
void KindDecider::PercentBeyondPlan() {
  const bool plan = plan_right_ != nullptr || plan_left_ != nullptr;
  // "vượt lần lượt 3,1% và 40% so với chỉ tiêu"
  const bool goes_on = previous_ != nullptr && previous_->rule == "exceeds-plan" && verb_.mention == nullptr &&
                       quantity_.begin == context_.left + 1 && IsWord(text_, context_.left, "và");
  if (goes_on) return Exceed(+1, "exceeds-plan");
  if (context_.bracketed_plan && change_.mention == nullptr && NearPreviousRate())
    return Set(FactKind::kTarget, "plan-in-brackets");  // "tăng 12%, vượt kế hoạch (11%)"
  if (PlanOwns()) return Set(FactKind::kTarget, "plan-states");
  if ((VerbIs("exceed") && !ExceedsInWords()) || SameWord(quantity_.relation_words, "vượt")) return PercentExceeds();
  if (context_.bracketed_plan) {
    const bool inside = change_.mention != nullptr && text_.IsPunctuation(change_.mention->begin - 1, "(");
    if (inside) Change(ChangeSign(), "");  // "(giảm 2%)"
    return Set(FactKind::kTarget, "plan-in-brackets");
  }
  if (AsPlanned()) return Set(FactKind::kTarget, "as-planned");
  // "63,8%, thấp hơn dự toán năm trước là 64,1%"
  if (change_.mention != nullptr && plan_left_ != nullptr && NearPreviousRate() && IsStated(plan_left_->end) &&
      ComparesWithPlan(*change_.mention, *plan_left_)) {
    return Set(FactKind::kTarget, "plan-states");
  }
  if (NamesPlannedLevel()) return Set(FactKind::kTarget, "plan-states");
  // "hụt 9% so với cùng kỳ"
  if (VerbIs("short") && !plan && ComparedWithBefore()) return Change(-1, "short-of-earlier");
  // "chỉ giảm 1%, không đạt mục tiêu 4%"
  const bool missed = VerbIs("short") && StartsWith(verb_.mention, "không") && plan_left_ != nullptr;
  if (missed && plan_left_->end == quantity_.begin) return Set(FactKind::kTarget, "plan-states");
  if (VerbIs("short") && plan) return Exceed(-1, "below-plan");
  if (PlanStates()) return Set(FactKind::kTarget, "plan-states");
  // "cao hơn kế hoạch 0,7%"
  const bool off_plan = change_.mention != nullptr && plan_left_ != nullptr && before_right_ == nullptr &&
                        ComparesWithPlan(*change_.mention, *plan_left_);
  if (!off_plan) return;
  // "tăng trưởng 9,4%, cao hơn mục tiêu 9%"
  const bool growths = previous_ != nullptr && previous_->growth && NearPreviousRate();
  return growths ? Set(FactKind::kTarget, "plan-states") : Exceed(ChangeSign(), "off-plan");
}

// "vượt 5% so với kế hoạch", "vượt ngưỡng 5%": beyond a plan, an earlier time or a bound.
void KindDecider::PercentExceeds() {
  const bool plan = plan_right_ != nullptr || plan_left_ != nullptr;
  const bool earlier = verb_.mention != nullptr && HasCue(text_, verb_.mention->end, quantity_.begin, "year_before");
  if (plan_right_ == nullptr && (ComparedWithBefore() || earlier)) return Change(+1, "exceeds-earlier");
  if (BeyondBound()) {
    reading_.relation = Relation::kGreater;
    return Set(FactKind::kShare, "above");
  }
  if (ExceedsPlanThatStates()) return Set(FactKind::kTarget, "plan-states");
  if (quantity_.value >= 100) return ExceedWhole();
  if (!plan && StartsWholeOf(context_.right)) return;  // "các nước vượt mức chi đó gồm Lào (3% GDP)"
  const bool planned = plan || context_.plan_near || context_.plan_lead || previous_ != nullptr ||
                       context_.last_percent == FactKind::kAttainment;
  if (planned) return Exceed(+1, "exceeds-plan");
  // "vượt ngưỡng 5%" of nothing that was planned: more than 5 %.
  reading_.relation = Relation::kGreater;
  return Set(FactKind::kShare, "above");
}

// "tăng trưởng vượt mục tiêu 16%", "tỷ lệ là 38%, vượt chỉ tiêu 36%": of a rate the plan's own number stands behind the
// plan.
bool KindDecider::ExceedsPlanThatStates() const {
  if (plan_left_ == nullptr || verb_.mention == nullptr || plan_left_->end <= verb_.mention->end) return false;
  if (IsWord(text_, plan_left_->begin, "kế")) return false;
  const bool near = NearPreviousRate() && (plan_left_->end == quantity_.begin || IsStated(plan_left_->end));
  return near || (growth_ != nullptr && plan_left_->begin > growth_->begin);
}

// A percent as large as half the share before it is more likely a level than a difference from one.
bool KindDecider::NearPreviousRate() const {
  const bool level = previous_ != nullptr && previous_->unit == "percent" &&
                     (previous_->kind == FactKind::kShare || previous_->kind == FactKind::kTarget || previous_->growth);
  return level && 2 * quantity_.value > previous_->value;
}

// "thấp hơn mức kế hoạch 2%"
bool KindDecider::NamesPlannedLevel() const {
  return plan_left_ != nullptr && plan_left_->end == quantity_.begin && plan_left_->begin > 0 &&
         IsWord(text_, plan_left_->begin - 1, "mức");
}

// "sản xuất vượt kế hoạch và bán hết 100% sản phẩm": that the plan was exceeded is said without a number.
bool KindDecider::ExceedsInWords() const {
  if (plan_left_ == nullptr || plan_left_->begin < verb_.mention->end) return false;
  for (std::size_t at = plan_left_->end; at < quantity_.begin; ++at) {
    if (IsWord(text_, at, "và")) return true;
  }
  return false;
}

// "vượt trên mức 40%", "vượt ngưỡng 5%": more than that, not by that.
bool KindDecider::BeyondBound() const {
  if (quantity_.begin == 0 || plan_left_ != nullptr || plan_right_ != nullptr) return false;
  for (const std::size_t at : {quantity_.begin - 1, quantity_.number_begin - 1}) {
    for (const std::string_view bound : {"mức", "ngưỡng", "mốc", "số"}) {
      const bool own = verb_.mention != nullptr && verb_.mention->end == at + 1;  // "vượt mức 5%" of the plan
      if (SameWord(text_.Word(at), bound)) return !own || !context_.plan_near;
    }
  }
  return false;
}

}  // namespace timso
