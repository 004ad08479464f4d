// Levels and changes that a number is compared with, and what goes on from the number before.
#include <algorithm>

#include "analyzers/facts/kind_decider.h"
#include "analyzers/text/syllable.h"

namespace timso {

// A percent alone in brackets right behind the words of the number before: "giảm 20 người bị thương (8%)".
bool KindDecider::InBracketOfOne() const {
  const std::size_t open = quantity_.begin - 1;
  return quantity_.begin > context_.left && text_.IsPunctuation(open, "(") &&
         ClauseEnd(text_, context_.left, open) == open;
}

// "GDP quý I đạt 5%", "CPI bình quân ở mức 3%": what a percent alone tells the growth of opens the clause.
bool KindDecider::ToldByGrowth() const {
  const Mention* thing = FirstCue(text_, context_.clause, quantity_.begin, "told_by_growth");
  if (thing == nullptr || HasRateWord() || share_ != nullptr || compare_left_ != nullptr) return false;
  std::size_t begin = thing->begin;  // behind a label: "các kết quả như: GRDP ước đạt 9%"
  while (begin > context_.clause && !text_.IsPunctuation(begin - 1, ":")) --begin;
  for (std::size_t at = begin; at < thing->begin; ++at) {
    const auto mentions = text_.MentionsIn(at, at + 1);
    const bool known = std::any_of(mentions.begin(), mentions.end(), [](const Mention* mention) {
      return mention->role == Role::kTime || mention->role == Role::kTimePart;
    });
    if (!known && text_.tokens[at].kind != TokenKind::kNumber && !text_.IsKey(at, {"tốc", "độ", "chỉ", "số"}))
      return false;
  }
  return verb_.mention == nullptr || VerbIs("achieve") || VerbIs("reach");
}

// "cao hơn kế hoạch 0,7%", "tăng so với kế hoạch 5%": nothing but words of comparing between.
bool KindDecider::ComparesWithPlan(const Mention& change, const Mention& plan) const {
  for (std::size_t i = change.end; i < plan.begin; ++i) {
    const std::string_view word = text_.Word(i);
    if (!SameWord(word, "so") && !SameWord(word, "với") && !SameWord(word, "hơn")) return false;
  }
  return plan.begin >= change.end;
}

// "với kế hoạch 18%", "mục tiêu 6,7%": the plan's own number; "hoàn thành kế hoạch 105%" is none.
bool KindDecider::PlanStates() const {
  constexpr std::size_t kReach = 4;  // tokens
  if (plan_left_ == nullptr) return false;
  for (std::size_t i = plan_left_->end; i < quantity_.begin; ++i) {
    if (!text_.IsKey(i, {"là", "được", "giao", "đề", "ra"}) || !IsWord(text_, quantity_.begin - 1, "là")) return false;
  }
  const std::size_t from = TokensBack(plan_left_->begin, kReach, context_.left);
  const bool stated = plan_left_->end < quantity_.begin;  // "so với chỉ tiêu được giao là 92%"
  for (const std::string_view role : {"achieve", "fulfil", "exceed", "short", "compare", "up", "down"}) {
    const Mention* verb = LastCue(text_, from, plan_left_->begin, role);
    if (verb != nullptr && verb != growth_ && !(stated && role == "compare")) return false;
  }
  return true;
}

// "thấp hơn mục tiêu 4% mà tỉnh đề ra", "thấp hơn nhiều so với mục tiêu 4%": how far off is said otherwise or not at
// all; the number is the plan's own.
bool KindDecider::PlanOwns() const {
  constexpr std::size_t kReach = 6;  // tokens: "mà Hội đồng nhân dân tỉnh đề ra"
  const bool compared = change_.mention != nullptr || VerbIs("short") || VerbIs("exceed");
  if (plan_left_ == nullptr || plan_left_->end != quantity_.begin || !compared) return false;
  const std::size_t from = (change_.mention != nullptr ? change_.mention : verb_.mention)->end;
  for (std::size_t i = from; i < plan_left_->begin; ++i) {
    if (text_.IsKey(i, {"nhiều", "xa", "hẳn"})) return true;
  }
  // "tăng mạnh so với kế hoạch 14 triệu"
  const bool much = change_.mention != nullptr && compare_left_ != nullptr && compare_left_->end == plan_left_->begin &&
                    change_.mention->end > change_.mention->begin + 1 &&
                    text_.IsKey(change_.mention->end - 1, {"mạnh", "cao", "nhẹ", "sâu", "vọt", "khá"});
  if (much) return true;
  const std::size_t right = context_.right;
  if (!text_.IsKey(right, {"mà", "do", "được", "đã"})) return false;
  const Mention* sets = FirstCue(text_, right, std::min(right + kReach, context_.right_end), "sets_plan");
  return sets != nullptr;
}

// "từ 29% xuống 23%", "từ 108% năm 2017 lên 117%": the first of two levels, whatever the verb.
bool KindDecider::LeadsToLevel() const {
  constexpr std::size_t kReach = 7;  // tokens to the other: a period may stand between
  const std::size_t from = quantity_.begin > 1 && SameWord(text_.Word(quantity_.begin - 1), "mức") ? 2 : 1;
  if (quantity_.begin < from || !SameWord(text_.Word(quantity_.begin - from), "từ")) return false;
  const std::size_t end = std::min(context_.right + kReach, text_.tokens.size());
  const Mention* reach = FirstCue(text_, context_.right, end, "reach");
  if (reach == nullptr || reach->end >= end) return false;
  for (std::size_t i = context_.right; i < reach->begin; ++i) {
    if (text_.IsPunctuation(i, ".;")) return false;
  }
  return text_.tokens[reach->end].kind == TokenKind::kNumber ||
         text_.tokens[std::min<std::size_t>(reach->end + 1, end - 1)].kind == TokenKind::kNumber;
}

// "lên 10 tỷ USD từ mức 7,8 tỷ USD", "lên 55.000 tấn từ 48.000 tấn": the level before stands behind the one reached.
bool KindDecider::ReachedFrom() const {
  if (previous_ == nullptr || !previous_->reached || quantity_.begin == 0) return false;
  const bool level = IsWord(text_, quantity_.begin - 1, "mức");
  const std::size_t at = quantity_.begin - (level ? 2 : 1);
  if (!IsWord(text_, at, "từ")) return false;
  const std::size_t end = ClauseEnd(text_, context_.left, quantity_.begin);  // "xuống 2%, từ mức 3%"
  return end == quantity_.begin || (end + 1 == at && text_.IsPunctuation(end, ","));
}

// "tăng từ 76,96% (năm 2005) lên 79,15%": two levels.
bool KindDecider::FromLevel() const {
  if (LeadsToLevel()) return true;
  if (quantity_.upper || quantity_.relation == Relation::kGreaterEqual) return false;
  // "tăng 3%, từ 19,8% lên 22,8%"
  const bool resumes = previous_ != nullptr && StatesChange(*previous_) && context_.clause + 1 == quantity_.begin;
  if (resumes && SameWord(text_.Word(context_.clause), "từ")) return true;
  if (ReachedFrom()) return true;
  if (change_.mention == nullptr) return false;
  bool from = false;
  for (std::size_t i = change_.mention->end; i < quantity_.begin; ++i) {
    const std::string_view word = text_.Word(i);
    from = from || SameWord(word, "từ");
    const bool passes = SameWord(word, "từ") || SameWord(word, "mức") || SameWord(word, "con") ||
                        SameWord(word, "số") || SameWord(word, "mạnh") || SameWord(word, "dần") ||
                        SameWord(word, "nhẹ") || SameWord(word, "đỉnh") || SameWord(word, "đáy");
    if (!passes) return false;
  }
  return from;
}

// "giá vé tăng từ 5% đến 30%": what has no level in percent changes by so much to so much; a rate ("tỷ lệ hộ nghèo")
// stands between two levels.
bool KindDecider::ChangesFromTo() const {
  const std::size_t right = context_.right;
  if (change_.mention == nullptr || change_.mention->end + 1 != quantity_.begin || right + 2 >= text_.tokens.size())
    return false;
  const bool to = IsWord(text_, quantity_.begin - 1, "từ") && text_.IsKey(right, {"đến", "tới"}) &&
                  text_.tokens[right + 1].kind == TokenKind::kNumber && text_.Word(right + 2) == "%";
  if (!to || HasRateWord() || share_ != nullptr) return false;
  return !HasCue(text_, context_.left, quantity_.begin, "stock_noun") &&
         !HasCue(text_, context_.left, quantity_.begin, "levels");
}

// "so với", "so": what it is compared with is still to come; "so với cùng kỳ" is whole.
bool KindDecider::ComparesOpenly() const {
  const std::string_view last = text_.Word(compare_left_->end - 1);
  return SameWord(last, "với") || SameWord(last, "so");
}

// "so với mức giảm 7,8% của cùng kỳ": a change that is compared with; its sign, 0 when it is none.
int KindDecider::ComparedChange() const {
  if (compare_left_ == nullptr || change_.mention == nullptr || change_.mention->end != quantity_.begin) return 0;
  if (!ComparesOpenly()) return 0;
  const bool level =
      compare_left_->end == change_.mention->begin &&
      (SameWord(text_.Word(change_.mention->begin), "mức") || SameWord(text_.Word(change_.mention->begin), "tốc"));
  const bool after =
      compare_left_->end + 1 == change_.mention->begin && SameWord(text_.Word(compare_left_->end), "mức");
  return !level && !after ? 0 : change_.role == "up" ? +1 : -1;
}

// "thấp hơn cùng kỳ năm trước (5,48%)", "cùng kỳ năm trước con số này là 291 tỷ": what there was before.
bool KindDecider::BesideEarlier() const {
  constexpr std::size_t kReach = 2;  // tokens between the words and the bracket: "năm 2016"
  const std::size_t begin = quantity_.begin;
  if (plan_right_ != nullptr && plan_right_->begin <= context_.right + 1) return false;  // "mới đạt 97% kế hoạch"
  if (PercentOfAmount()) return false;
  if (begin > 0 && text_.IsPunctuation(begin - 1, "(")) {
    if (!LevelInBracket() && BracketOfComparedYear()) return true;
    const Mention* earlier = LastCue(text_, context_.left, begin - 1, "year_before");
    if (earlier == nullptr) return false;
    const std::size_t gap = begin - 1 - earlier->end;
    return gap == 0 || (gap <= kReach && verb_.mention == nullptr);
  }
  const Mention* earlier = LastCue(text_, context_.clause, begin, "year_before");
  if (earlier == nullptr || (compare_left_ != nullptr && compare_left_->begin <= earlier->begin)) return false;
  for (const std::string_view role : {"up", "down", "exceed", "short", "share"}) {
    if (HasCue(text_, earlier->end, begin, role)) return false;
  }
  for (std::size_t at = earlier->end; at < begin; ++at) {
    if (IsWord(text_, at, "và")) return false;  // "gấp đôi cùng kỳ và lượng khách Nhật là 40.000 lượt"
  }
  return HasCue(text_, earlier->end, begin, "states");
}

// "gấp đôi so với năm 2015 (290 tỷ)", "bằng nửa sản lượng của năm 2018 (5.000 tấn)": the bracket tells what there was
// in the year that is compared with.
bool KindDecider::BracketOfComparedYear() const {
  constexpr std::size_t kReach = 14;  // tokens: "so với mức lợi nhuận đạt được trong năm 2015"
  const std::size_t open = quantity_.begin - 1;
  if (open < 3 || text_.tokens[open - 1].kind != TokenKind::kNumber || text_.Word(open - 1).size() != 4) return false;
  if (!IsWord(text_, open - 2, "năm") || ClauseEnd(text_, quantity_.end, quantity_.end + 1) != quantity_.end)
    return false;
  const std::size_t from = ClauseBegin(text_, TokensBack(open, kReach), open);
  const Mention* compare = FirstCue(text_, from, open, "compare");
  return compare != nullptr && !HasCue(text_, from, open, "plan");
}

// "thấp hơn mức 6,9%", "cao hơn con số 500 tỷ": a level, whatever the comparative.
bool KindDecider::ComparesWithLevel() const {
  if (change_.mention == nullptr || !SameWord(text_.Word(change_.mention->end - 1), "hơn")) return false;
  const std::string words = LowerCase(text_.Words(change_.mention->end, quantity_.begin));
  for (const std::string_view level : {"mức", "con số", "so với mức", "mức dự báo", "mức dự kiến", "hẳn", "hẳn mức"}) {
    if (SameWord(words, level)) return true;
  }
  const std::size_t end = quantity_.begin;  // "cao hơn nhiều lần con số 7 tỷ"
  if (IsWord(text_, end - 1, "mức") || (IsWord(text_, end - 1, "số") && IsWord(text_, end - 2, "con"))) return true;
  // "thấp hơn số đã báo cáo là 6,3%"
  return quantity_.IsPercent() && quantity_.begin > 0 && SameWord(text_.Word(quantity_.begin - 1), "là") &&
         (words.starts_with("số ") || words.starts_with("mức "));
}

// "tăng trưởng 6,8%, cao hơn 0,5% so với năm trước": beside a growth a comparative tells the difference in points.
bool KindDecider::DiffersInPoints() const {
  if (previous_ == nullptr || previous_->unit != "percent" || !StatesChange(*previous_)) return false;
  if (change_.mention == nullptr || plan_right_ != nullptr || plan_left_ != nullptr) return false;
  const bool beside = change_.mention->begin <= context_.left + 1 && change_.mention->end == quantity_.number_begin;
  return beside && SameWord(text_.Word(change_.mention->end - 1), "hơn");
}

// A difference that is as large as half the growth is more likely the growth that it is compared with.
void KindDecider::DifferenceInPoints() {
  if (2 * quantity_.value >= previous_->value) return CompareWithLevel();
  Change(ChangeSign(), "points");
  reading_.unit = "percentage_point";
}

// "dùng 5 triệu kWh, cao hơn mức bình quân năm trước 7%": beside an amount a percent is no level.
bool KindDecider::PercentOfAmount() const {
  return quantity_.IsPercent() && previous_ != nullptr && previous_->kind == FactKind::kAmount &&
         previous_->unit != "percent" && change_.mention != nullptr;
}

// "so với mức 6,9%": what is compared with, not what changed.
bool KindDecider::ComparedLevel() const {
  if (PercentOfAmount()) return false;
  if (ComparesWithLevel()) return true;
  if (compare_left_ == nullptr || plan_left_ != nullptr) return false;
  if (!ComparesOpenly()) return false;
  const std::size_t from = compare_left_->end;
  const bool level =
      from < quantity_.begin &&
      (SameWord(text_.Word(from), "mức") || SameWord(text_.Word(from), "con") || text_.IsKey(from, {"đỉnh", "đáy"}));
  // "so với mức trung bình cùng kỳ 21%"
  if (level)
    return !HasCue(text_, from, quantity_.number_begin, "up") && !HasCue(text_, from, quantity_.number_begin, "down");
  return from == quantity_.begin || ComparesWithYearStated(from);
}

// "tăng 5% so với năm 2015 là 4%": what the year that is compared with had.
bool KindDecider::ComparesWithYearStated(std::size_t from) const {
  return from + 3 == quantity_.begin && IsWord(text_, from, "năm") && IsWord(text_, from + 2, "là") &&
         text_.tokens[from + 1].kind == TokenKind::kNumber;
}

// "tốc độ tăng trưởng về chiều dài là 3,85%/năm, về diện tích là 0,25%/năm", "tốc độ tăng trưởng đáng kể, cụ thể rau
// quả đạt 27,7%/năm": a rate by the year where growth is spoken of.
bool KindDecider::GrowthGoesOn() const {
  if (verb_.mention != nullptr && !VerbIs("achieve") && !GrowthReached(verb_.mention)) return false;
  const bool by_year = quantity_.unit_end + 1 < quantity_.end && SameWord(text_.Word(quantity_.end - 1), "năm");
  if (!by_year || HasRateWord() || Aimed()) return false;
  if (previous_ != nullptr && previous_->unit == "percent" && previous_->growth && StatesChange(*previous_))
    return true;
  const Mention* up = LastCue(text_, context_.left, quantity_.number_begin, "up");
  return up != nullptr && GrowthReached(up);
}

// "so với cùng kỳ năm 2018 (94,67%)": a percent alone in a bracket behind what a percent before was compared with.
bool KindDecider::LevelInBracket() const {
  const bool alone =
      quantity_.begin > 0 && text_.IsPunctuation(quantity_.begin - 1, "(") && text_.IsPunctuation(quantity_.end, ")");
  if (!alone || previous_ == nullptr || previous_->unit != "percent" || !StatesChange(*previous_)) return false;
  if (context_.left + 1 == quantity_.begin) return true;
  const std::size_t open = quantity_.begin - 1;
  return HasCue(text_, context_.left, open, "compare") && ClauseEnd(text_, context_.left, open) == open;
}

// "so với năm 2021", "so cùng kỳ"; "so với mức lương cơ bản" names no time.
bool KindDecider::ComparesWithTime() const {
  constexpr std::size_t kReach = 5;  // tokens
  const std::size_t end = std::min(context_.right_end + kReach, text_.tokens.size());
  const std::string_view year = compare_right_->end < end ? text_.Word(compare_right_->end) : "";  // "so với 2016"
  if (year.size() == 4 && year > "1900" && year < "2100") return true;
  for (const Mention* mention :
       text_.MentionsIn(compare_right_->begin, std::min<std::size_t>(compare_right_->end + kReach, end))) {
    if (mention->role == Role::kTime) return true;
  }
  return false;
}

// "tăng bình quân 6%, tức 140.000 đồng"
bool KindDecider::SaysAgain() const {
  const bool planned =
      previous_ != nullptr && previous_->rule.starts_with("planned-") && previous_->rule != "planned-number";
  if (plan_right_ != nullptr && plan_right_->begin == context_.right) return false;  // "và tương đương 45% kế hoạch"
  if (previous_ == nullptr || (previous_->kind != FactKind::kChange && !planned)) return false;
  const bool percent = previous_->unit == "percent";
  if (percent == quantity_.IsPercent()) return false;
  // "tăng 0,37% (1,4 tỷ đồng)"
  const bool bracketed = percent && quantity_.begin == context_.left + 1 && text_.IsPunctuation(context_.left, "(") &&
                         text_.IsPunctuation(quantity_.end, ")");
  if (bracketed) return true;
  const bool equals = quantity_.IsPercent() && quantity_.begin > context_.left &&
                      SameWord(text_.Word(quantity_.begin - 1), "đương") && !WholeAfter(context_.right);
  if (equals) return true;
  // "giảm 10%, tương đương 40 tấn"
  const bool in_amount = percent && quantity_.begin > context_.left && quantity_.begin <= context_.clause + 2 &&
                         IsWord(text_, quantity_.begin - 1, "đương");
  if (in_amount) return true;
  return quantity_.begin > context_.left && SameWord(text_.Word(quantity_.begin - 1), "tức") &&
         quantity_.begin <= context_.left + 2;
}

// "giảm 15 vụ, tỷ lệ 6,5%", "tăng 7 người, tương ứng 12%": the same change as a rate of what was before.
bool KindDecider::ChangeAsRate() const {
  if (previous_ == nullptr || !StatesChange(*previous_) || previous_->unit == "percent") return false;
  if (verb_.mention == nullptr || verb_.mention->begin != context_.clause || verb_.mention->end != quantity_.begin)
    return false;
  const bool rate = IsWord(text_, context_.clause, "tỷ") || IsWord(text_, context_.clause, "tỉ");
  const bool alike = IsWord(text_, context_.clause, "tương") && IsWord(text_, context_.clause + 1, "ứng");
  return (rate || alike) && ClauseEnd(text_, context_.left, quantity_.begin) + 1 == context_.clause;
}

// "so với 4% của năm 2018, 5% của 2017": nothing but a comma since a percent that is compared with, and its year.
bool KindDecider::ComparedOn() const {
  constexpr std::size_t kYear = 4;  // tokens: "của năm 2018,"
  return previous_ != nullptr && previous_->compared && previous_->unit == "percent" &&
         quantity_.begin > context_.left && quantity_.begin <= context_.left + kYear &&
         text_.IsPunctuation(quantity_.begin - 1, ",") && IsWord(text_, context_.right, "của");
}

// "(tăng 230 TCĐ và 124 ĐV)": nothing but a conjunction since the change before.
bool KindDecider::JoinsPrevious() const {
  if (previous_ == nullptr || quantity_.begin == 0) return false;
  const std::size_t joint = quantity_.begin - 1;  // behind the bracket of the number before, if it had one
  if (joint != context_.left + (text_.IsPunctuation(context_.left, ")") ? 1 : 0)) return false;
  if (quantity_.IsPercent() && IsGain(*previous_) && text_.IsKey(joint, {"đến", "tới"})) return true;
  const bool goes_on = previous_->kind == FactKind::kChange || previous_->kind == FactKind::kTarget;
  if (!goes_on || IsVerb(quantity_.relation_words)) return false;
  if (IsWord(text_, quantity_.begin, "lên")) return false;  // "tăng 6 lần, lên hơn 100 tỷ"
  return IsWord(text_, joint, "và") || text_.IsPunctuation(joint, ",");
}

}  // namespace timso
