// The kind of a percent that no word of its own decides.
#include <algorithm>

#include "analyzers/facts/kind_decider.h"
#include "analyzers/text/syllable.h"

namespace timso {

// "có 8 chi bộ xuất sắc; đảng viên hoàn thành tốt nhiệm vụ đạt 91%": the clause names what it is that reached the
// percent.
bool KindDecider::ClauseCounts() const {
  const auto mentions = text_.MentionsIn(context_.clause, quantity_.begin);
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    return mention->role == Role::kConcept && verb_.mention != nullptr && mention->end <= verb_.mention->begin;
  });
}

// "rà soát vì có đến 35% số hộ chưa trả nợ", "chỉ có 12% người dân": that so many are there is told, whatever is
// wanted.
bool KindDecider::PartThatIs() const {
  constexpr std::size_t kReach = 3;  // tokens: "có đến gần"
  if (!RightSpeaks()) return false;
  for (std::size_t at = TokensBack(quantity_.number_begin, kReach, context_.clause); at < quantity_.number_begin;
       ++at) {
    const bool there = (IsWord(text_, at, "có") && text_.IsKey(at + 1, {"đến", "tới"})) ||
                       (IsWord(text_, at, "chỉ") && IsWord(text_, at + 1, "có"));
    if (there)
      return at == context_.clause || (CueOver(text_, at - 1, "aim_verb") == nullptr &&
                                       !HasCue(text_, TokensBack(at, 2, context_.clause), at, "purpose"));
  }
  const bool weak = aim_ != nullptr && CueOver(text_, aim_->begin, "weak_aim") != nullptr && !context_.aimed;
  return weak && HasCue(text_, aim_->end, quantity_.begin, "reason");
}

// "sẽ rót 20 tỷ USD, bằng 3% GDP của khối", "sẽ bao phủ 40% kinh tế thế giới": what part a planned amount is.
bool KindDecider::EqualsPart() const {
  if (quantity_.begin < context_.clause + 1 || plan_right_ != nullptr || compare_right_ != nullptr ||
      before_right_ != nullptr || !RightSpeaks())
    return false;
  const bool covers = quantity_.begin > context_.clause + 1 && IsWord(text_, quantity_.begin - 1, "phủ") &&
                      IsWord(text_, quantity_.begin - 2, "bao") &&
                      (text_.IsKey(context_.right, {"gdp"}) ||
                       (IsWord(text_, context_.right, "kinh") && IsWord(text_, context_.right + 1, "tế")));
  if (text_.IsKey(context_.right, {"kết", "con", "mức"})) return false;  // "bằng 56% kết quả năm 2016"
  const bool equals = text_.IsKey(quantity_.begin - 1, {"bằng", "đương"}) && quantity_.begin <= context_.clause + 2;
  return covers || (equals && previous_ != nullptr && previous_->unit != "percent");
}

// No word decides: the number before does, or what stands around it.
void KindDecider::Bare() {
  // "tăng trưởng đạt khá (7,3%), song chưa đạt mục tiêu"
  if (growth_ != nullptr && growth_->begin >= context_.left && !RightSpeaks()) return Growth();
  if (context_.plan_met && InBracketWithYear()) return Set(FactKind::kShare, "rate-of-year");
  if (ReachedOfPlan()) return Set(FactKind::kAttainment, "achieved");
  // "giảm 46 vụ (13,8%)": the bracket says the same in percent.
  if (previous_ != nullptr && previous_->kind == FactKind::kChange && previous_->unit != "percent" &&
      InBracketOfOne()) {
    return Change(previous_->value < 0 ? -1 : +1, "change-in-percent");
  }
  if (ToldByGrowth() && !RightSpeaks()) return Growth();
  if (GoesOnAsBefore()) return AsBefore();
  BareOfTheLead();
  if (reading_.decided) return;
  if (growth_ != nullptr && !RightSpeaks()) return Growth();
  reading_.kind = FactKind::kShare;
  reading_.rule = "percent";
}

// "thu 500 tỷ, đạt 90%": what was reached beside an amount or where a plan is spoken of.
bool KindDecider::ReachedOfPlan() const {
  const bool follows_amount = previous_ != nullptr && previous_->kind == FactKind::kAmount;
  // "so với chỉ tiêu 40 người thì mới được 60%"
  const bool got = previous_ != nullptr && previous_->kind == FactKind::kTarget && context_.plan_near &&
                   quantity_.begin > context_.left && IsWord(text_, quantity_.begin - 1, "được");
  if (got) return true;
  const bool reached = (VerbIs("achieve") && Achieves()) || quantity_.relation_words.find("đạt") != std::string::npos;
  const bool of_plan = (follows_amount && previous_->unit != "percent" && !previous_->reached && !ClauseCounts()) ||
                       (context_.plan_near && !(context_.plan_met && (context_.content || ClauseCounts()))) ||
                       GoesOnFromSentenceBefore();
  // "mục tiêu tỷ lệ đạt 40%, nhưng mới đạt 10%": beside the plan's own percent stands what was reached.
  if (previous_ != nullptr && previous_->unit == "percent" && previous_->kind == FactKind::kTarget) return false;
  return reached && of_plan && !HasRateWord() && !RightSpeaks() && !BesidePlannedPercent();
}

// "đạt chỉ tiêu đề ra (năm 2016 đạt 70%, năm 2017 đạt 75%)": years in a bracket tell the rate itself.
bool KindDecider::InBracketWithYear() const {
  constexpr std::size_t kReach = 24;  // tokens of the list
  const std::size_t clause = context_.clause;
  if (quantity_.value >= 100 || !IsWord(text_, clause, "năm") || text_.tokens[clause + 1].kind != TokenKind::kNumber)
    return false;
  for (std::size_t at = clause; at > TokensBack(clause, kReach); --at) {
    if (text_.IsPunctuation(at - 1, ").")) return false;
    if (text_.IsPunctuation(at - 1, "(")) return true;
  }
  return false;
}

// "… đạt 91% kế hoạch. Hai xã A và B đều đạt 88%": of the plan, too, when nothing else is named.
bool KindDecider::GoesOnFromSentenceBefore() const {
  return previous_ == nullptr && context_.last_percent == FactKind::kAttainment && !context_.content && !ClauseCounts();
}

// Nothing but a number: the percent before it goes on.
bool KindDecider::GoesOnAsBefore() const {
  // "tín dụng tăng 26%; nợ xấu duy trì dưới 3%": a level with words of its own.
  const Mention* hold = LastCue(text_, context_.clause, quantity_.begin, "holds");
  const bool holds = (hold != nullptr && hold->begin > context_.clause) ||
                     HasCue(text_, context_.clause, quantity_.begin, "contributes");  // "tăng 9%, đóng góp 48%"
  const bool contrasts = IsWord(text_, context_.left, "nhưng") || IsWord(text_, context_.clause, "nhưng");
  // "tốc độ tăng trưởng là 30%; tỷ lệ đỗ đạt 80%"
  const bool rate = previous_ != nullptr && previous_->kind != FactKind::kShare &&
                    previous_->kind != FactKind::kTarget && HasRateWord();
  // "chiếm 20% theo kế hoạch nhưng thực tế là 9%", "đạt 3% (hiện nay là 1%)"
  const bool is_now = previous_ != nullptr && previous_->kind == FactKind::kTarget && !StatesChange(*previous_) &&
                      DoneSince(context_.clause);
  const bool same_again = previous_ != nullptr && previous_->unit == "percent" && !RightSpeaks() && !holds &&
                          !contrasts && !rate && !is_now;
  return same_again && !(context_.content && previous_->kind == FactKind::kAttainment);
}

void KindDecider::AsBefore() {
  // "dự báo tăng trưởng 4% năm nay, sau khi đạt 3%": what was foretold goes on, what was reached is a change
  const bool reached = StatesChange(*previous_) && DoneSince(context_.clause);
  reading_.kind = reached ? FactKind::kChange : previous_->kind;
  reading_.rule = "as-before";
  if (previous_->kind == FactKind::kChange && previous_->value < 0) reading_.value = -reading_.value;
  reading_.growth = previous_->growth;
  if (previous_->kind == FactKind::kAttainment && previous_->rule == "exceeds-plan" && VerbIs("exceed"))
    Exceed(+1, "exceeds-plan");
}

// What the words before the clause, or the sentence before, say of a list's percents.
void KindDecider::BareOfTheLead() {
  // "Một số xã giải ngân khá gồm Nam Dong (41,2%), Tâm Thắng (38%)", "…: Nam Dong 41,2%; Tâm Thắng 38%": of the plan,
  // as the percent before.
  const bool bracketed = quantity_.begin > 0 && text_.IsPunctuation(quantity_.begin - 1, "(");
  if ((previous_ == nullptr ? bracketed || context_.listed_place : context_.listed_place) && !RightSpeaks() &&
      context_.last_percent == FactKind::kAttainment) {
    return Set(FactKind::kAttainment, "as-the-sentence-before");
  }
  // "nhiều sản phẩm tăng khá so với cùng kỳ: xi măng 14,1%"
  bool introduced = bracketed || context_.clause == quantity_.begin;
  for (std::size_t at = context_.left; at < quantity_.begin; ++at) {
    introduced = introduced || text_.IsPunctuation(at, ":");
  }
  // "đều tăng khá so với cùng kỳ, lần lượt đạt 4%; 9%"
  const bool in_turn = IsWord(text_, context_.clause, "lần") && IsWord(text_, context_.clause + 1, "lượt") &&
                       previous_ == nullptr && VerbIs("achieve") && !context_.plan_near && !RightSpeaks();
  const bool rose = in_turn && HasCue(text_, context_.left, context_.clause, "up");
  const bool fell = in_turn && HasCue(text_, context_.left, context_.clause, "down");
  if (rose != fell) return Change(fell ? -1 : +1, "change-of-the-lead");
  if (verb_.mention == nullptr || !(introduced || GrowthReached(verb_.mention))) return;
  const Mention* up = LastCue(text_, context_.left, context_.clause, "up");
  const Mention* down = LastCue(text_, context_.left, context_.clause, "down");
  if ((up != nullptr || down != nullptr) && !RightSpeaks() && (verb_.mention == up || verb_.mention == down)) {
    return Change(verb_.mention == down ? -1 : +1, "change-of-the-lead");
  }
}

bool KindDecider::Achieves() const { return text_.IsKey(verb_.mention->begin, {"đạt", "bằng", "hoàn"}); }

// Words right after the percent say what it is a part of: "66% có trình độ đại học".
bool KindDecider::RightSpeaks() const {
  if (context_.right >= context_.right_end || text_.tokens[context_.right].kind != TokenKind::kWord) return false;
  if (text_.IsKey(context_.right, "và")) return false;  // "Lào 11% và Thái Lan 9%"
  // "đạt 5% cao hơn mức 4% của quý trước"
  if (text_.IsKey(context_.right, {"cao", "thấp"}) && IsWord(text_, context_.right + 1, "hơn")) return false;
  // "(17% năm 2018)", "6,1% vào năm 2019", "40% theo quý"
  const bool joins = text_.IsKey(context_.right, {"vào", "trong", "theo"}) && context_.right + 1 < context_.right_end;
  const std::size_t at = context_.right + (joins ? 1 : 0);
  for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
    const bool period = joins && mention->role == Role::kUnit &&
                        text_.lexicon->units()[mention->row].unit_class == UnitRow::Class::kTime;
    if (mention->role == Role::kTime || period) return false;
  }
  return true;
}

}  // namespace timso
