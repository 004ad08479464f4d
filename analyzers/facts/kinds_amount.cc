// The kind of an amount and of a factor (gấp 2 lần).
#include <algorithm>
#include <array>
#include <cmath>

#include "analyzers/facts/kind_decider.h"
#include "analyzers/text/syllable.h"

namespace timso {

// "giảm 50% so với năm 2015 và hơn 3 lần so với năm 2011": a conjunction alone carries the fall on.
bool KindDecider::FallsOn() const {
  const bool fell = previous_ != nullptr && previous_->kind == FactKind::kChange && previous_->value < 0;
  return fell && quantity_.begin > 0 && IsWord(text_, quantity_.begin - 1, "và");
}

void KindDecider::DecideTimes() {
  constexpr std::size_t kBeside = 3;  // tokens: "so với kế hoạch"; "so với năm 2019 và vượt kế hoạch" is another's
  if (plan_right_ != nullptr && plan_right_->begin <= context_.right + kBeside && !PlanIsAfterCompareWithBefore()) {
    reading_.value = quantity_.value * 100;
    reading_.unit = "percent";
    return Set(FactKind::kAttainment, "times-the-plan");
  }
  const bool changes = change_.mention != nullptr || compare_right_ != nullptr || before_right_ != nullptr ||
                       quantity_.unit_begin == quantity_.unit_end ||
                       HasCue(text_, context_.clause, quantity_.number_begin, "multiplies");
  if (!changes) {
    reading_.unit = "lần";
    return Set(FactKind::kAmount, "occurrences");
  }
  const bool falls = change_.mention != nullptr ? change_.role == "down" : FallsOn();
  Change(falls ? -1 : +1, "times");
  reading_.growth = previous_ != nullptr && previous_->growth;  // "tăng trưởng 6%, gấp đôi mức 3% năm trước"
  if (Aimed()) Set(FactKind::kTarget, "planned-times");
}

// "5/15 xã đạt chỉ tiêu": bodies that met a plan are no plan's number.
bool KindDecider::BodiesThatMet() const {
  const auto mentions = text_.MentionsIn(quantity_.unit_begin, quantity_.unit_end);
  const bool body = quantity_.unit == "organization" ||
                    std::any_of(mentions.begin(), mentions.end(),
                                [](const Mention* mention) { return mention->role == Role::kPlaceWord; });
  return body && HasCue(text_, context_.right, context_.right_end, "fulfil");
}

// As for percents: the first group of words that decides wins; what none decides is an amount.
void KindDecider::DecideAmount() {
  if (quantity_.whole && !quantity_.among && reading_.unit != "chỉ tiêu" && context_.plan_near && !context_.of_all &&
      !BodiesThatMet())
    reading_.against_plan = true;
  using Stage = void (KindDecider::*)();
  constexpr std::array<Stage, 4> kStages = {&KindDecider::AmountBesideAnother, &KindDecider::AmountBeyondPlan,
                                            &KindDecider::AmountOfGain, &KindDecider::AmountPlanned};
  for (const Stage stage : kStages) {
    (this->*stage)();
    if (reading_.decided) return;
  }
  Set(FactKind::kAmount, "amount");
  reading_.decided = false;
}

// "dự toán tính tăng chưa đúng 4 tỷ", "quyết toán sai 2 tỷ": what an audit found is neither planned nor a gain.
bool KindDecider::FoundWrong() const {
  for (std::size_t at = context_.clause; at < quantity_.begin; ++at) {
    if (text_.IsKey(at, {"không", "chưa"}) && IsWord(text_, at + 1, "đúng")) return true;
    if (at + 1 < quantity_.begin && text_.IsKey(at, {"tính", "chi", "toán"}) && IsWord(text_, at + 1, "sai"))
      return true;
  }
  return false;
}

// The plan's number, a level before, a level that is compared with, the same change in other words.
void KindDecider::AmountBesideAnother() {
  if (FoundWrong()) return Set(FactKind::kAmount, "found-wrong");
  if (context_.bracketed_plan) return Set(FactKind::kTarget, "plan-in-brackets");
  if (AsPlanned()) return Set(FactKind::kTarget, "as-planned");
  if (FromLevel()) return Set(ChangesPlan() ? FactKind::kTarget : FactKind::kAmount, "level-before");
  if (PlanChangedTo()) return Set(FactKind::kTarget, "level-after");
  if ((ComparedLevel() || BesideEarlier()) && !ComparesWithThen()) {
    reading_.compared = true;
    return Set(FactKind::kAmount, "compared-level");
  }
  // "so với mục tiêu xuất khẩu … lên đến 9 tỷ": the plan's own number.
  if (compare_left_ != nullptr && plan_left_ != nullptr && compare_left_->end == plan_left_->begin && VerbIs("reach")) {
    return Set(FactKind::kTarget, "plan-states");
  }
  if (!SaysAgain()) return;
  Change(previous_->value < 0 ? -1 : +1, "change-in-other-words");
  reading_.kind = previous_->kind;
}

// "kết nạp 742 đảng viên, vượt mục tiêu 42 đồng chí", "chi phí vượt kế hoạch 9 tỷ": by so many; "thu 90 tỷ, vượt mục
// tiêu 80 tỷ" names the plan.
bool KindDecider::SurplusBehindPlan() const {
  constexpr double kPart = 0.5;
  if (!VerbIs("exceed") || plan_left_ == nullptr || verb_.mention->end != plan_left_->begin) return false;
  const Mention* foreseen = FirstCue(text_, plan_left_->end, quantity_.begin, "aim");  // "kế hoạch dự kiến"
  const std::size_t end = foreseen != nullptr && foreseen->begin == plan_left_->end ? foreseen->end : plan_left_->end;
  if (end != quantity_.begin || IsWord(text_, context_.right, "đề")) return false;
  const bool alike = previous_ != nullptr && previous_->unit == reading_.unit;
  if (alike) return quantity_.value < kPart * std::abs(previous_->value);
  return previous_ != nullptr && quantity_.unit_class == UnitRow::Class::kMoney;
}

// "vượt 50 người so với chỉ tiêu", "hụt 3 tỷ so với dự toán", "tăng hơn kế hoạch 5.000 lượt".
void KindDecider::AmountBeyondPlan() {
  if (PlanOwns()) return Set(FactKind::kTarget, "plan-states");
  const bool exceeds = SameWord(quantity_.relation_words, "vượt") || (NearVerb(2) && VerbIs("exceed"));
  if (exceeds && ExceedsBesidePlan()) {
    reading_.relation = Relation::kEqual;
    return Set(FactKind::kAttainment, "exceeds-plan-by-units");
  }
  if (exceeds && before_right_ != nullptr && plan_right_ == nullptr) return Change(+1, "exceeds-earlier");
  if (SurplusBehindPlan()) {
    reading_.relation = Relation::kEqual;
    KeepInnerRelation(+1);  // "vượt kế hoạch gần 9 tỷ"
    return Set(FactKind::kAttainment, "exceeds-plan-by-units");
  }
  const bool quota = reading_.unit == "chỉ tiêu" && !quantity_.whole;
  if (exceeds && (plan_right_ != nullptr || quota || BeyondPlanBefore())) {
    if (quota) reading_.unit = "person";
    reading_.relation = Relation::kEqual;
    return Set(FactKind::kAttainment, "exceeds-plan-by-units");
  }
  if (VerbIs("short") && NearVerb(2) && (plan_right_ != nullptr || BeyondPlanBefore())) {
    reading_.value = -quantity_.value;
    reading_.relation = Relation::kEqual;
    return Set(FactKind::kAttainment, "below-plan-by-units");
  }
  const bool off_plan = change_.mention != nullptr && plan_left_ != nullptr && plan_left_->end + 2 >= quantity_.begin &&
                        ComparesWithPlan(*change_.mention, *plan_left_);
  if (!off_plan) return;
  Change(ChangeSign(), "");
  Set(FactKind::kAttainment, "off-plan-by-units");
}

// "thu 60 tỷ, vượt 9 tỷ, vượt 18% kế hoạch": by how much, in the amount's own unit; the percent names the plan.
bool KindDecider::ExceedsBesidePlan() const {
  return context_.plan_near && previous_ != nullptr && previous_->kind == FactKind::kAmount &&
         previous_->unit == quantity_.unit && quantity_.value < previous_->value &&
         quantity_.begin == context_.clause && before_right_ == nullptr && compare_right_ == nullptr;
}

// "chi phí tăng mạnh như giá vốn 300 tỷ", "khách tăng trở lại - đạt 90 nghìn lượt", "lương có tăng nhưng mới khoảng
// 8 triệu": of what rose, not by how much.
bool KindDecider::LeavesGain() const {
  for (std::size_t at = change_.mention->end; at < quantity_.begin; ++at) {
    if (text_.IsKey(at, {"như", "nhưng", "khi", "đạt"}) || text_.IsPunctuation(at, "-–")) return true;
    if (IsWord(text_, at, "với") && HasCue(text_, at, quantity_.begin, "measured")) return true;
  }
  return false;
}

// "vọt lên mức 2 triệu lít", "tăng công suất thành 5 triệu tấn", "tăng vượt 65 USD": a level that was reached, whatever
// the verb.
bool KindDecider::NamesLevel() const {
  if (quantity_.begin == 0 || change_.mention == nullptr) return false;
  const std::string_view before = text_.Word(quantity_.begin - 1);
  const bool rises = SameWord(text_.Word(change_.mention->end - 1), "lên");
  if (SameWord(before, "thành") || (SameWord(before, "mức") && rises)) return true;
  return change_.mention->end == quantity_.begin &&
         (SameWord(quantity_.relation_words, "vượt") || SameWord(quantity_.relation_words, "vượt mốc"));
}

// "giảm lượng giống gieo sạ bình quân 41 kg": a sum or a measure stands behind the verb's object, and no other verb or
// preposition lies between.
bool KindDecider::Object(std::size_t begin) const {
  constexpr std::size_t kLongest = 12;  // tokens
  const bool measured =
      quantity_.unit_class == UnitRow::Class::kMoney || quantity_.unit_class == UnitRow::Class::kMeasure;
  if (!measured || quantity_.number_begin - begin > kLongest) return false;
  for (const std::string_view role : {"other_verb", "new_phrase", "achieve", "share", "reach", "states", "exceed"}) {
    if (HasCue(text_, begin, quantity_.begin, role)) return false;
  }
  return true;
}

// "chi phí leo thang: đàn bò 500 con": behind a colon words of its own say what the number is.
bool KindDecider::LabelledAnew(std::size_t begin) const {
  for (std::size_t i = begin; i + 1 < quantity_.begin; ++i) {
    if (text_.IsPunctuation(i, ":")) return true;
  }
  return false;
}

// "tăng thuế đối với 200 tỷ USD hàng hóa", "giảm thuế tại 11 nước": a preposition tells what the verb is applied to.
bool KindDecider::AppliedTo() const {
  if (quantity_.begin < 2) return false;
  const std::size_t at = quantity_.begin - 1;
  return (IsWord(text_, at - 1, "đối") && IsWord(text_, at, "với")) || IsWord(text_, at, "tại") ||
         IsWord(text_, at, "ở") || (IsWord(text_, at - 1, "toàn") && IsWord(text_, at, "bộ"));
}

// "so với kế hoạch hụt 2 triệu tấn": the plan that is compared with stands before the verb.
bool KindDecider::BeyondPlanBefore() const {
  return compare_left_ != nullptr && plan_left_ != nullptr && compare_left_->end == plan_left_->begin &&
         verb_.mention != nullptr && verb_.mention->begin >= plan_left_->end;
}

// "2,78 tỷ USD như kế hoạch": the plan's own number.
bool KindDecider::AsPlanned() const {
  return plan_right_ != nullptr && plan_right_->begin == context_.right + 1 &&
         SameWord(text_.Word(context_.right), "như");
}

// "tăng 12 đảng viên", "tăng 2.000 tỷ đồng so với kế hoạch", "phấn đấu tăng 50 ha".
void KindDecider::AmountOfGain() {
  constexpr std::size_t kReach = 4;  // tokens
  if (change_.mention == nullptr || change_.mention->begin < context_.left) return;
  if (AppliedTo() || context_.of_all || NamesLevel() || LeavesGain() || LabelledAnew(change_.mention->end)) return;
  // "tăng trưởng mạnh với 10 triệu lượt khách": the amount itself.
  if (change_.mention == growth_ && IsWord(text_, quantity_.begin - 1, "với")) return;
  if (ComparesWithThen()) return Change(ChangeSign(), "compared-with-then");
  // "tăng vốn 89 lượt dự án": money grew, not what is counted.
  const bool money = quantity_.unit_class == UnitRow::Class::kMoney;
  if (!money && HasCue(text_, change_.mention->end, quantity_.begin, "money_noun")) return;
  if (quantity_.number_begin - change_.mention->end > kReach && !Object(change_.mention->end)) return;
  if (IsStated(change_.mention->end) || ReachAfter(change_.mention)) return;
  if (PlannedChange()) return PlannedGain();
  Change(ChangeSign(), change_.role == "up" ? "increase" : "decrease");
  if (OffPlanBehind()) Set(FactKind::kAttainment, "off-plan-by-units");
}

// "nhiều hơn cuối năm 2019 là 19 nơi", "kém đợt trước 5 người": by how much more than at another time.
bool KindDecider::ComparesWithThen() const {
  constexpr std::size_t kLongest = 7;  // tokens
  if (change_.mention == nullptr) return false;
  const std::size_t begin = change_.mention->end;
  const std::string_view last = text_.Word(begin - 1);
  if (!SameWord(last, "hơn") && !SameWord(last, "kém")) return false;
  const std::size_t end = IsWord(text_, quantity_.begin - 1, "là") ? quantity_.begin - 1 : quantity_.begin;
  if (end <= begin || end - begin > kLongest || ClauseEnd(text_, begin, end) != end) return false;
  if (HasCue(text_, begin, end, "year_before") || IsWord(text_, begin, "đợt") || IsWord(text_, begin, "khóa"))
    return true;
  const auto mentions = text_.MentionsIn(begin, end);
  return std::any_of(mentions.begin(), mentions.end(), [](const Mention* m) { return m->role == Role::kTime; });
}

// "kế hoạch doanh thu 40 tỷ đồng, lợi nhuận sau thuế 3 tỷ đồng": the next figure named behind a planned one.
bool KindDecider::GoesOnFromTarget() const {
  constexpr std::size_t kLongest = 9;  // tokens of what is counted
  if (previous_ == nullptr || previous_->kind != FactKind::kTarget || previous_->unit != quantity_.unit) return false;
  if (previous_->rule != "planned-number" && previous_->rule.find("goes-on") == std::string::npos) return false;
  // "… 9 tỷ đồng và lợi nhuận đạt 2 tỷ đồng"
  const bool listed = context_.clause == context_.left && IsWord(text_, context_.left, "và");
  const std::size_t begin = context_.clause + (listed ? 1 : 0);
  const bool parted = begin > context_.left && begin <= context_.left + 2 && text_.IsPunctuation(begin - 1, ",;");
  if (!(parted || listed) || quantity_.begin - begin > kLongest || DoneSince(begin)) return false;
  const Mention* named = FirstCue(text_, begin, quantity_.begin, "measured");
  return named != nullptr && named->begin <= begin + 1 && change_.mention == nullptr && compare_left_ == nullptr;
}

// "chỉ tiêu là 140 người (130 kỹ sư)", "kế hoạch vốn là 80 tỷ đồng, trong đó dành 70 tỷ đồng cho …": a part of what is
// planned.
bool KindDecider::PartOfTarget() const {
  if (previous_ == nullptr || previous_->kind != FactKind::kTarget || IsGain(*previous_)) return false;
  const bool alike = previous_->unit == quantity_.unit || previous_->unit == "chỉ tiêu";
  if (!alike || quantity_.value >= previous_->value) return false;
  const std::size_t begin = context_.clause;
  if (DoneSince(begin) || HasCue(text_, context_.left, quantity_.begin, "achieve")) return false;
  const bool among = IsWord(text_, begin, "trong") && IsWord(text_, begin + 1, "đó");
  const bool opens = quantity_.begin == context_.left + 1 && text_.IsPunctuation(context_.left, "(");
  return (among && begin <= context_.left + 1) || opens;
}

// "Tỉnh giao huyện kết nạp 300 đảng viên": somebody below is told what to do.
bool KindDecider::Assigned() const {
  constexpr std::size_t kReach = 12;  // tokens
  for (std::size_t at = TokensBack(quantity_.begin, kReach, context_.clause); at + 2 < quantity_.begin; ++at) {
    if (!IsWord(text_, at, "giao") || (at > 0 && IsWord(text_, at - 1, "bàn"))) continue;
    const std::size_t next = at + (IsWord(text_, at + 1, "cho") ? 2 : 1);
    const auto told = text_.MentionsIn(next, next + 1);
    const auto deeds = text_.MentionsIn(next + 1, quantity_.begin);
    return !DoneSince(at) &&
           std::any_of(told.begin(), told.end(), [](const Mention* m) { return m->role == Role::kPlaceWord; }) &&
           std::any_of(deeds.begin(), deeds.end(), [](const Mention* m) { return m->role == Role::kConcept; });
  }
  return false;
}

void KindDecider::AmountPlanned() {
  if (PassedPlanStates()) return Set(FactKind::kTarget, "plan-states");
  if (AppliedTo()) return;
  // "525 triệu đồng/năm, tương đương 44 triệu đồng/tháng": the target in other words.
  const bool again = previous_ != nullptr && previous_->kind == FactKind::kTarget &&
                     previous_->unit == quantity_.unit && context_.clause + 2 == quantity_.begin &&
                     IsWord(text_, context_.clause, "tương");
  if (again) return Set(FactKind::kTarget, "target-in-other-words");
  if (GoesOnFromTarget() || PartOfTarget()) return Set(FactKind::kTarget, "target-goes-on");
  // "18/22 chỉ tiêu", "đề ra 22 chỉ tiêu chính": how many targets there are.
  constexpr double kFewestPlaces = 100;
  const bool given =
      quantity_.value >= kFewestPlaces && HasCue(text_, context_.clause, quantity_.begin, "sets_plan");  // "giao"
  const bool quota = reading_.unit == "chỉ tiêu" && !quantity_.whole &&
                     (given || HasCue(text_, context_.clause, context_.right_end, "allots"));
  const bool counts = reading_.unit == "chỉ tiêu" && !quota && quantity_.value < kFewestPlaces;
  if (counts) return;
  if (quota || Targets() || BracketedAim() || Assigned()) return Set(FactKind::kTarget, "planned-number");
  if (!JoinsPrevious() || previous_->unit == "percent") return;
  Change(previous_->value < 0 ? -1 : +1, "change-goes-on");
  if (previous_->kind == FactKind::kTarget) Set(FactKind::kTarget, "target-goes-on");
}

}  // namespace timso
