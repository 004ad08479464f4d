#include "analyzers/facts/kinds.h"

#include <algorithm>

#include "analyzers/text/syllable.h"

namespace timso {
namespace {

// Whether two words are one, marks or no marks.
bool SameWord(std::string_view word, std::string_view other) { return StripMarks(LowerCase(word)) == StripMarks(other); }

// Relation words that are verbs of change or excess themselves: beside one the number is exact.
bool IsVerb(std::string_view words) {
  for (const std::string_view verb : {"vượt", "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn"}) {
    if (SameWord(words, verb)) return true;
  }
  return false;
}

class KindDecider {
 public:
  KindDecider(const AnalyzedText& text, const Quantity& quantity, const NumberContext& context,
              const KindReading* previous)
      : text_(text), quantity_(quantity), context_(context), previous_(previous) {
    reading_.value = quantity.value;
    reading_.upper = quantity.upper;
    reading_.unit = quantity.unit;
    reading_.relation = quantity.relation;
  }

  KindReading Run() {
    FindCues();
    if (quantity_.unit == "times") {
      DecideTimes();
    } else if (quantity_.IsPercent()) {
      DecidePercent();
    } else {
      DecideAmount();
    }
    for (const Mention* mention : {verb_.mention, aim_, plan_left_, plan_right_, compare_right_, before_right_}) AddWords(mention);
    return reading_;
  }

 private:
  // The governing verb: the last cue of the kind before the number in its own words.
  struct Cue {
    std::string_view role;
    const Mention* mention = nullptr;
  };

  void FindCues() {
    for (const std::string_view role : {"exceed", "short", "up", "down", "share", "achieve", "reach"}) {
      if (const Mention* mention = LastCue(text_, context_.left, quantity_.number_begin, role)) Consider({role, mention});
    }
    aim_ = LastCue(text_, context_.clause, quantity_.number_begin, "aim");
    plan_left_ = LastCue(text_, context_.clause, quantity_.number_begin, "plan");
    plan_right_ = FirstCue(text_, context_.right, context_.right_end, "plan");
    compare_left_ = LastCue(text_, context_.clause, quantity_.number_begin, "compare");
    compare_right_ = FirstCue(text_, context_.right, context_.right_end, "compare");
    before_right_ = FirstCue(text_, context_.right, context_.right_end, "year_before");
    growth_ = GrowthNoun();
    if (plan_right_ == nullptr) LookBehindBracket();
  }

  // "vượt 71 nghìn tấn (vượt 11,2%) so với kế hoạch": what it is compared with stands behind the bracket.
  void LookBehindBracket() {
    constexpr std::size_t kLongestBracket = 12;  // tokens
    constexpr std::size_t kReach = 4;
    const std::size_t open = context_.right_end;
    if (!text_.IsPunctuation(open, "(")) return;
    std::size_t close = open;
    while (close < text_.tokens.size() && close - open < kLongestBracket && !text_.IsPunctuation(close, ")")) ++close;
    if (!text_.IsPunctuation(close, ")")) return;
    const std::size_t end = std::min(close + 1 + kReach, text_.tokens.size());
    if (FirstCue(text_, close + 1, std::min(close + 2, end), "compare") == nullptr) {
      const Mention* compare = FirstCue(text_, close + 1, end, "compare");
      if (compare == nullptr || compare->begin != close + 1) return;
    }
    compare_right_ = FirstCue(text_, close + 1, end, "compare");
    plan_right_ = FirstCue(text_, close + 1, end, "plan");
  }

  // "tốc độ tăng GDP", "mức tăng bình quân": the noun that says that the number itself is a growth. A number alone
  // between commas or in brackets is of the clause before.
  const Mention* GrowthNoun() const {
    const std::size_t from = quantity_.begin == context_.clause ? context_.left : context_.clause;
    const Mention* noun = nullptr;
    for (const Mention* mention : text_.MentionsIn(from, quantity_.number_begin)) {
      if (mention->role != Role::kCue || mention->end > quantity_.number_begin) continue;
      const std::string& role = text_.lexicon->cues()[mention->row];
      if ((role == "up" || role == "down") && GrowthReached(mention)) noun = mention;
    }
    return noun;
  }

  // Keeps the cue nearest to the number; at one place the longer one, then the more telling.
  void Consider(const Cue& cue) {
    const auto rank = [](const Cue& c) { return std::make_pair(c.mention->end, c.mention->end - c.mention->begin); };
    if (cue.role == "share") share_ = cue.mention;
    if (verb_.mention == nullptr || rank(cue) > rank(verb_)) verb_ = cue;
    if ((cue.role == "up" || cue.role == "down") && cue.mention->begin >= context_.clause) {
      if (change_.mention == nullptr || rank(cue) > rank(change_)) change_ = cue;
    }
  }

  // The cue's words, for whoever asks why; one cue may have several roles.
  void AddWords(const Mention* mention) {
    if (mention == nullptr || !reading_.decided) return;
    const std::string words = LowerCase(text_.Words(mention->begin, mention->end));
    if (reading_.words.find(words) != std::string::npos) return;
    reading_.words += (reading_.words.empty() ? "" : " + ") + words;
  }

  void Set(FactKind kind, std::string_view rule) {
    reading_.kind = kind;
    reading_.rule = rule;
    reading_.decided = true;
  }

  bool VerbIs(std::string_view role) const { return verb_.mention != nullptr && verb_.role == role; }
  bool ComparedWithBefore() const { return before_right_ != nullptr || (compare_right_ != nullptr && plan_right_ == nullptr); }
  bool NearVerb(std::size_t reach) const {
    return verb_.mention != nullptr && quantity_.number_begin - verb_.mention->end <= reach;
  }
  // Aimed at: the sentence plans, and no word in this clause says that it was done.
  bool Aimed() const {
    if (aim_ != nullptr && !DoneSince(aim_->end) && !AchievedAfter(aim_->end)) return true;
    return (context_.aimed || InPurpose()) && !DoneSince(context_.clause);
  }
  // "Để tăng trưởng 5 năm đạt 6,5 %, cần …": what a clause of purpose names is not there yet.
  bool InPurpose() const {
    std::size_t first = context_.clause;
    while (first < quantity_.begin && text_.tokens[first].kind == TokenKind::kPunctuation) ++first;  // a quotation mark
    const bool opens = first == 0 || text_.tokens[first - 1].kind != TokenKind::kWord;
    return opens && first < quantity_.begin && (text_.IsKey(first, "để") || text_.IsKey(first, "nhằm"));
  }
  bool AchievedAfter(std::size_t begin) const {
    return HasCue(text_, begin, quantity_.number_begin, "achieve") &&
           !HasCue(text_, context_.clause, quantity_.number_begin, "aim_verb");
  }
  bool DoneSince(std::size_t begin) const {
    constexpr std::size_t kReach = 2;
    for (std::size_t i = begin; i < quantity_.number_begin; ++i) {
      const std::string key = text_.lexicon->Key(text_.Word(i));
      const bool last = i + 1 == quantity_.begin;
      const bool of_aim = aim_ != nullptr && i <= aim_->end + kReach;  // "sẽ thu hút được 17 triệu"
      if (key == "đã" || key == "da" || (last && key == "mới") || key == "đang") return true;
      if (last && !of_aim && (key == "được" || key == "duoc")) return true;
    }
    return false;
  }

  // "vượt 0,7% so với kế hoạch": reached 100,7 %. Of a rate it is a difference in points: "38,05%, vượt 0,05% so với
  // chỉ tiêu (38%)".
  void Exceed(double sign, std::string_view rule) {
    reading_.relation = Relation::kEqual;
    const bool rate = previous_ != nullptr && previous_->unit == "percent" &&
                      (previous_->kind == FactKind::kShare || previous_->kind == FactKind::kTarget);
    if (rate || (previous_ != nullptr && previous_->rule == "points-off-plan")) {
      reading_.value = sign * quantity_.value;
      reading_.unit = "percentage_point";
      return Set(FactKind::kAttainment, "points-off-plan");
    }
    reading_.value = 100 + sign * quantity_.value;
    if (quantity_.upper) reading_.upper = 100 + sign * *quantity_.upper;
    if (reading_.upper && *reading_.upper < reading_.value) std::swap(*reading_.upper, reading_.value);
    reading_.unit = "percent";
    KeepInnerRelation(sign);
    Set(FactKind::kAttainment, rule);
  }

  // "vượt 100% chỉ tiêu": more than all of it, not twice as much.
  void ExceedWhole() {
    reading_.relation = Relation::kGreater;
    Set(FactKind::kAttainment, "exceeds-whole-plan");
  }

  // "vượt trên 5%" keeps its gt, "vượt gần 30%" its almost: the relation word that stands after the verb.
  void KeepInnerRelation(double sign) {
    const std::string& words = quantity_.relation_words;
    const bool only_verb = words.empty() || IsVerb(words);
    if (only_verb || sign < 0) return;
    reading_.relation = quantity_.relation;
  }

  void Change(double sign, std::string_view rule) {
    reading_.value = sign * quantity_.value;
    if (quantity_.upper) reading_.upper = sign * *quantity_.upper;
    if (reading_.upper && *reading_.upper < reading_.value) std::swap(*reading_.upper, reading_.value);
    const std::string& words = quantity_.relation_words;
    if (IsVerb(words)) reading_.relation = Relation::kEqual;
    Set(FactKind::kChange, rule);
  }

  void DecidePercent() {
    if (JoinsPrevious() && previous_->unit == "percent" && previous_->kind == FactKind::kChange) {
      return Change(previous_->value < 0 ? -1 : +1, "change-goes-on");
    }
    if (JoinsByAspect()) return Change(previous_->value < 0 ? -1 : +1, "change-goes-on");
    if (const int sign = ComparedChange(); sign != 0) {
      reading_.compared = true;
      return Change(sign, "compared-change");
    }
    if (ComparedLevel() || BesideEarlier()) {
      reading_.compared = true;
      const bool growth = growth_ != nullptr || (previous_ != nullptr && previous_->kind == FactKind::kChange && !ComparedLevel());
      return Set(growth ? FactKind::kChange : FactKind::kShare, "compared-level");
    }
    const bool plan = plan_right_ != nullptr || plan_left_ != nullptr;
    if (VerbIs("exceed") || SameWord(quantity_.relation_words, "vượt")) {
      if (ComparedWithBefore() && plan_right_ == nullptr) return Change(+1, "exceeds-earlier");
      if (quantity_.value >= 100) return ExceedWhole();
      // "vượt ngưỡng 5%" of nothing that was planned: more than 5 %.
      const bool planned = plan || context_.plan_near || context_.plan_lead || previous_ != nullptr ||
                           context_.last_percent == FactKind::kAttainment;
      if (!planned) {
        reading_.relation = Relation::kGreater;
        return Set(FactKind::kShare, "above");
      }
      return Exceed(+1, "exceeds-plan");
    }
    if (context_.bracketed_plan) return Set(FactKind::kTarget, "plan-in-brackets");
    if (VerbIs("short") && plan) return Exceed(-1, "below-plan");
    // "cao hơn kế hoạch 0,7%"
    if (PlanStates()) return Set(FactKind::kTarget, "plan-states");
    if (change_.mention != nullptr && plan_left_ != nullptr && ComparesWithPlan(*change_.mention, *plan_left_) &&
        before_right_ == nullptr) {
      return Exceed(change_.role == "up" ? +1 : -1, "off-plan");
    }
    if (PercentOfChange()) return Set(FactKind::kShare, "part-of-change");
    if (FromLevel()) return Set(growth_ != nullptr ? FactKind::kChange : FactKind::kShare, "level-before");
    if (growth_ != nullptr && (VerbIs("share") || VerbIs("reach"))) return Growth();
    if (share_ != nullptr && VerbIs("share") && !ChangeAfter(share_)) {
      if (Aimed()) return Set(FactKind::kTarget, "share-aimed-at");
      return Set(FactKind::kShare, "share-word");
    }
    if (change_.mention != nullptr && !ReachAfter(change_.mention) && !AchieveAfter(change_.mention)) {
      if (PlannedChange()) {
        if (change_.role == "down") return Set(FactKind::kTarget, "planned-decrease");
        return Set(FactKind::kTarget, "planned-increase");
      }
      // "tăng 20% so với kế hoạch"
      const bool off_plan = plan_right_ != nullptr && compare_right_ != nullptr && before_right_ == nullptr &&
                            compare_right_->end == plan_right_->begin;
      if (off_plan) return Exceed(change_.role == "up" ? +1 : -1, "off-plan");
      return Change(change_.role == "up" ? +1 : -1, change_.role == "up" ? "increase" : "decrease");
    }
    if (plan_right_ != nullptr && Allots()) return Set(FactKind::kShare, "share-of-quota");
    if (plan_right_ != nullptr && !PlanIsAfterCompareWithBefore()) {
      return AimsAtPlan() ? Set(FactKind::kTarget, "plan-aimed-at") : AgainstPlan();
    }
    if (growth_ != nullptr && !VerbIs("achieve")) return Growth();
    const bool earlier = before_right_ != nullptr || (compare_right_ != nullptr && !WholeAfter(compare_right_->end));
    if (earlier && before_right_ == nullptr && !ComparesWithTime()) return Set(FactKind::kShare, "percent-of-other");
    if (earlier && (VerbIs("achieve") || compare_right_ != nullptr)) return PercentOfEarlier();
    if (Aimed() || BracketedAim()) return Set(FactKind::kTarget, "aimed-at");
    if (StartsWholeOf(context_.right)) return Set(FactKind::kShare, "part-of-whole");
    if (context_.plan_lead && !HasRateWord() && share_ == nullptr) return Set(FactKind::kAttainment, "list-against-plan");
    if (context_.before_near && !context_.plan_near && VerbIs("achieve") && StartsWith(verb_.mention, "bằng")) {
      return PercentOfEarlier();
    }
    if (plan_left_ != nullptr && VerbIs("achieve")) return AgainstPlan();
    if (VerbIs("reach")) return Set(FactKind::kShare, "level-reached");
    Bare();
  }

  // "cao hơn kế hoạch 0,7%", "tăng so với kế hoạch 5%": nothing but words of comparing between.
  bool ComparesWithPlan(const Mention& change, const Mention& plan) const {
    for (std::size_t i = change.end; i < plan.begin; ++i) {
      const std::string_view word = text_.Word(i);
      if (!SameWord(word, "so") && !SameWord(word, "với") && !SameWord(word, "hơn")) return false;
    }
    return plan.begin >= change.end;
  }
  // "với kế hoạch 18%", "mục tiêu 6,7%": the plan's own number; "hoàn thành kế hoạch 105%" is none.
  bool PlanStates() const {
    constexpr std::size_t kReach = 4;  // tokens
    if (plan_left_ == nullptr || plan_left_->end != quantity_.begin) return false;
    const std::size_t from = std::max(context_.left, plan_left_->begin > kReach ? plan_left_->begin - kReach : 0);
    for (const std::string_view role : {"achieve", "fulfil", "exceed", "short", "compare", "up", "down"}) {
      const Mention* verb = LastCue(text_, from, plan_left_->begin, role);
      if (verb != nullptr && verb != growth_) return false;
    }
    return true;
  }

  // "tăng từ 76,96% (năm 2005) lên 79,15%": two levels.
  bool FromLevel() const {
    if (quantity_.upper) return false;
    // "tăng 3%, từ 19,8% lên 22,8%"
    const bool resumes = previous_ != nullptr && previous_->kind == FactKind::kChange && context_.clause + 1 == quantity_.begin;
    if (resumes && SameWord(text_.Word(context_.clause), "từ")) return true;
    if (change_.mention == nullptr) return false;
    bool from = false;
    for (std::size_t i = change_.mention->end; i < quantity_.begin; ++i) {
      const std::string_view word = text_.Word(i);
      from = from || SameWord(word, "từ");
      const bool passes = SameWord(word, "từ") || SameWord(word, "mức") || SameWord(word, "con") || SameWord(word, "số") ||
                          SameWord(word, "mạnh") || SameWord(word, "dần") || SameWord(word, "nhẹ");
      if (!passes) return false;
    }
    return from;
  }
  bool ChangeAfter(const Mention* cue) const { return change_.mention != nullptr && change_.mention->begin > cue->begin; }
  bool ReachAfter(const Mention* cue) const {
    const Mention* reach = LastCue(text_, context_.left, quantity_.number_begin, "reach");
    return reach != nullptr && reach->end > cue->begin && reach->end > cue->end - 1 && reach->begin >= cue->begin;
  }
  // "so với mức giảm 7,8% của cùng kỳ": a change that is compared with; its sign, 0 when it is none.
  int ComparedChange() const {
    if (compare_left_ == nullptr || change_.mention == nullptr || change_.mention->end != quantity_.begin) return 0;
    const std::string_view last = text_.Word(compare_left_->end - 1);
    if (!SameWord(last, "với") && !SameWord(last, "so")) return 0;
    const bool level = compare_left_->end == change_.mention->begin &&
                       (SameWord(text_.Word(change_.mention->begin), "mức") || SameWord(text_.Word(change_.mention->begin), "tốc"));
    const bool after = compare_left_->end + 1 == change_.mention->begin && SameWord(text_.Word(compare_left_->end), "mức");
    return !level && !after ? 0 : change_.role == "up" ? +1 : -1;
  }
  // "tăng 12% về lượng và 29% về giá trị"
  bool JoinsByAspect() const {
    if (previous_ == nullptr || previous_->kind != FactKind::kChange || previous_->unit != "percent") return false;
    if (quantity_.begin <= context_.left + 1 || !SameWord(text_.Word(context_.left), "về")) return false;
    return SameWord(text_.Word(quantity_.begin - 1), "và") && verb_.mention == nullptr;
  }
  // "thấp hơn cùng kỳ năm trước (5,48%)", "cùng kỳ năm trước con số này là 291 tỷ": what there was before.
  bool BesideEarlier() const {
    constexpr std::size_t kReach = 2;  // tokens between the words and the bracket: "năm 2016"
    const std::size_t begin = quantity_.begin;
    if (begin > 0 && text_.IsPunctuation(begin - 1, "(")) {
      const Mention* earlier = LastCue(text_, context_.left, begin - 1, "year_before");
      return earlier != nullptr && begin - 1 - earlier->end <= kReach && verb_.mention == nullptr ? true : EarlierEndsAt(begin - 1);
    }
    const Mention* earlier = LastCue(text_, context_.clause, begin, "year_before");
    if (earlier == nullptr || (compare_left_ != nullptr && compare_left_->begin <= earlier->begin)) return false;
    for (const std::string_view role : {"up", "down", "exceed", "short", "share"}) {
      if (HasCue(text_, earlier->end, begin, role)) return false;
    }
    return HasCue(text_, earlier->end, begin, "states");
  }
  bool EarlierEndsAt(std::size_t open) const {
    const Mention* earlier = LastCue(text_, context_.left, open, "year_before");
    return earlier != nullptr && earlier->end == open;
  }

  // "so với mức 6,9%": what is compared with, not what changed.
  bool ComparedLevel() const {
    if (compare_left_ == nullptr || plan_left_ != nullptr) return false;
    const std::string_view last = text_.Word(compare_left_->end - 1);
    if (!SameWord(last, "với") && !SameWord(last, "so")) return false;  // "so với cùng kỳ" is whole
    for (std::size_t i = compare_left_->end; i < quantity_.begin; ++i) {
      const std::string_view word = text_.Word(i);
      if (!SameWord(word, "mức") && !SameWord(word, "con") && !SameWord(word, "số")) return false;
    }
    return true;
  }

  // "tốc độ tăng GDP đạt 6,5%": a growth that is reached is still a growth.
  bool GrowthReached(const Mention* cue) const {
    return SameWord(text_.Word(cue->begin), "tốc") || SameWord(text_.Word(cue->begin), "mức") ||
           SameWord(text_.Word(cue->end - 1), "trưởng");
  }

  bool AchieveAfter(const Mention* cue) const {
    if (GrowthReached(cue)) return false;
    const Mention* achieve = LastCue(text_, context_.left, quantity_.number_begin, "achieve");
    return achieve != nullptr && achieve->begin >= cue->end;
  }
  // "(kế hoạch tăng 4%)", "phấn đấu tăng 5%"
  bool PlannedChange() const {
    // "tốc độ tăng trưởng … sẽ đạt 20%"
    const bool foreseen = aim_ != nullptr && change_.mention == growth_ && SameWord(text_.Words(aim_->begin, aim_->end), "sẽ");
    if (foreseen) return true;
    // "chỉ tiêu lợi nhuận tăng 58%": an indicator, no target.
    const bool indicator = aim_ != nullptr && SameWord(text_.Words(aim_->begin, aim_->end), "chỉ tiêu") && aim_->end < change_.mention->begin;
    if (aim_ != nullptr && !indicator && aim_->begin < change_.mention->begin && !DoneSince(aim_->end)) {
      return compare_left_ == nullptr || compare_left_->end < aim_->begin;
    }
    return context_.aimed && !DoneSince(context_.clause);
  }
  bool PlanIsAfterCompareWithBefore() const {
    return before_right_ != nullptr && before_right_->begin < plan_right_->begin;
  }

  // "dành 50% chỉ tiêu cho xét học bạ": a part of a quota is given away, nothing was achieved.
  bool Allots() const {
    if (VerbIs("achieve") && Achieves()) return false;  // "tuyển sinh đạt 95% chỉ tiêu"
    return HasCue(text_, context_.left, quantity_.number_begin, "allots") ||
           HasCue(text_, plan_right_->end, std::min<std::size_t>(plan_right_->end + 3, context_.right_end), "allots");
  }

  // "phấn đấu đạt 100% dự toán"
  bool AimsAtPlan() const {
    const Mention* aim = LastCue(text_, context_.clause, quantity_.number_begin, "aim_verb");
    return aim != nullptr && !DoneSince(aim->end);
  }

  bool StartsWith(const Mention* mention, std::string_view word) const {
    return SameWord(text_.Word(mention->begin), word);
  }

  void AgainstPlan() {
    if (quantity_.unit == "percentage_point") return Change(+1, "points");
    Set(FactKind::kAttainment, "percent-of-plan");
  }

  // "so với năm 2021", "so cùng kỳ"; "so với mức lương cơ bản" names no time.
  bool ComparesWithTime() const {
    constexpr std::size_t kReach = 5;  // tokens
    const std::size_t end = std::min(context_.right_end + kReach, text_.tokens.size());
    for (const Mention* mention : text_.MentionsIn(compare_right_->begin, std::min<std::size_t>(compare_right_->end + kReach, end))) {
      if (mention->role == Role::kTime) return true;
    }
    return false;
  }

  // "bằng 94,59% so với cùng kỳ": a change of −5,41 %.
  void PercentOfEarlier() {
    reading_.value = quantity_.value - 100;
    if (quantity_.upper) reading_.upper = *quantity_.upper - 100;
    Set(FactKind::kChange, "percent-of-earlier");
  }

  bool WholeAfter(std::size_t at) const { return StartsWholeOf(at) || HasCue(text_, at, context_.right_end, "total_of"); }
  // "62,06% số quần chúng ưu tú", "7,61% tổng số đảng viên"
  bool StartsWholeOf(std::size_t at) const {
    return at < context_.right_end && FirstCue(text_, at, std::min(at + 3, context_.right_end), "total_of") != nullptr;
  }

  // "(mức 38%)", "(KH 75)": a bracket that gives the target.
  bool BracketedAim() const {
    const Mention* mention = FirstCue(text_, context_.clause, quantity_.number_begin, "aim_bracket");
    return mention != nullptr && mention->begin == context_.clause && context_.clause > 0 &&
           text_.IsPunctuation(context_.clause - 1, "(");
  }

  // "tỷ lệ tăng trưởng … còn 7,6%": a growth, whatever it came down from.
  void Growth() {
    if (Aimed() || PlannedGrowth()) return Set(FactKind::kTarget, "planned-increase");
    const bool falls = SameWord(text_.Word(growth_->end - 1), "giảm");
    Change(falls ? -1 : +1, falls ? "decrease" : "increase");
  }
  bool PlannedGrowth() const { return aim_ != nullptr && aim_->begin < growth_->begin && !DoneSince(aim_->end); }

  // "50% tăng thu ngân sách": a part of what was gained.
  bool PercentOfChange() const {
    const Mention* up = FirstCue(text_, context_.right, std::min(context_.right + 1, context_.right_end), "up");
    return up != nullptr || HasCue(text_, context_.right, std::min(context_.right + 1, context_.right_end), "up");
  }

  // No word decides: the number before does, or what stands around it.
  void Bare() {
    const bool follows_amount = previous_ != nullptr && previous_->kind == FactKind::kAmount;
    const bool reached = (VerbIs("achieve") && Achieves()) || quantity_.relation_words.find("đạt") != std::string::npos;
    const bool of_plan = (follows_amount && previous_->unit != "percent") || context_.plan_near;
    if (reached && of_plan && !HasRateWord() && !RightSpeaks()) return Set(FactKind::kAttainment, "achieved");
    // "giảm 46 vụ (13,8%)": the bracket says the same in percent.
    if (previous_ != nullptr && previous_->kind == FactKind::kChange && previous_->unit != "percent" &&
        quantity_.begin == context_.left + 1 && text_.IsPunctuation(context_.left, "(")) {
      return Change(previous_->value < 0 ? -1 : +1, "change-in-percent");
    }
    if (growth_ != nullptr && growth_->begin >= context_.left && !RightSpeaks()) return Growth();
    const bool same_again = previous_ != nullptr && previous_->unit == "percent" && !RightSpeaks();
    if (same_again && !(context_.content && previous_->kind == FactKind::kAttainment)) {
      reading_.kind = previous_->kind;
      reading_.rule = "as-before";
      if (previous_->kind == FactKind::kChange && previous_->value < 0) reading_.value = -reading_.value;
      if (previous_->kind == FactKind::kAttainment && previous_->rule == "exceeds-plan" && VerbIs("exceed")) Exceed(+1, "exceeds-plan");
      return;
    }
    // "Một số xã giải ngân khá gồm Nam Dong (41,2%), Tâm Thắng (38%)": of the plan, as the percent before.
    const bool bracketed = quantity_.begin > 0 && text_.IsPunctuation(quantity_.begin - 1, "(");
    if (previous_ == nullptr && bracketed && !RightSpeaks() && context_.last_percent == FactKind::kAttainment) {
      return Set(FactKind::kAttainment, "as-the-sentence-before");
    }
    // "nhiều sản phẩm tăng khá so với cùng kỳ: xi măng 14,1%"
    const Mention* up = LastCue(text_, context_.left, context_.clause, "up");
    const Mention* down = LastCue(text_, context_.left, context_.clause, "down");
    if ((up != nullptr || down != nullptr) && !RightSpeaks() && verb_.mention != nullptr &&
        (verb_.mention == up || verb_.mention == down)) {
      return Change(verb_.mention == down ? -1 : +1, "change-of-the-lead");
    }
    if (growth_ != nullptr && !RightSpeaks()) return Growth();
    reading_.kind = FactKind::kShare;
    reading_.rule = "percent";
  }

  bool Achieves() const {
    const std::string_view word = text_.Word(verb_.mention->begin);
    const std::string key = text_.lexicon->Key(word);
    return key == "đạt" || key == "dat" || key == "bằng" || key == "bang" || key == "hoàn" || key == "hoan";
  }
  bool HasRateWord() const { return HasCue(text_, context_.left, quantity_.number_begin, "rate"); }
  // Words right after the percent say what it is a part of: "66% có trình độ đại học".
  bool RightSpeaks() const {
    if (context_.right >= context_.right_end || text_.tokens[context_.right].kind != TokenKind::kWord) return false;
    for (const Mention* mention : text_.MentionsIn(context_.right, context_.right + 1)) {
      if (mention->role == Role::kTime) return false;  // "(17% năm 2018)"
    }
    return true;
  }

  void DecideTimes() {
    if (plan_right_ != nullptr) {
      reading_.value = quantity_.value * 100;
      reading_.unit = "percent";
      return Set(FactKind::kAttainment, "times-the-plan");
    }
    const bool changes = change_.mention != nullptr || compare_right_ != nullptr || before_right_ != nullptr ||
                         HasCue(text_, context_.clause, quantity_.number_begin, "multiplies");
    if (!changes) {
      reading_.unit = "lần";
      return Set(FactKind::kAmount, "occurrences");
    }
    Change(change_.mention != nullptr && change_.role == "down" ? -1 : +1, "times");
  }

  void DecideAmount() {
    if (quantity_.whole && context_.plan_near) reading_.against_plan = true;
    if (context_.bracketed_plan) return Set(FactKind::kTarget, "plan-in-brackets");
    if (FromLevel()) return Set(FactKind::kAmount, "level-before");
    if (ComparedLevel() || BesideEarlier()) {
      reading_.compared = true;
      return Set(FactKind::kAmount, "compared-level");
    }
    // "so với mục tiêu xuất khẩu … lên đến 21,5 tỷ": the plan's own number.
    if (compare_left_ != nullptr && plan_left_ != nullptr && compare_left_->end == plan_left_->begin && VerbIs("reach")) {
      return Set(FactKind::kTarget, "plan-states");
    }
    if (SaysAgain()) return Change(previous_->value < 0 ? -1 : +1, "change-in-other-words");
    const bool exceed = NearVerb(2) && (VerbIs("exceed") || SameWord(quantity_.relation_words, "vượt"));
    if (exceed || SameWord(quantity_.relation_words, "vượt")) {
      if (before_right_ != nullptr && plan_right_ == nullptr) return Change(+1, "exceeds-earlier");
      if (plan_right_ != nullptr || (reading_.unit == "chỉ tiêu" && !quantity_.whole)) {
        if (reading_.unit == "chỉ tiêu") reading_.unit = "person";
        reading_.relation = Relation::kEqual;
        return Set(FactKind::kAttainment, "exceeds-plan-by-units");
      }
    }
    if (VerbIs("short") && NearVerb(2) && plan_right_ != nullptr) {
      reading_.value = -quantity_.value;
      reading_.relation = Relation::kEqual;
      return Set(FactKind::kAttainment, "below-plan-by-units");
    }
    if (change_.mention != nullptr && plan_left_ != nullptr && ComparesWithPlan(*change_.mention, *plan_left_) &&
        plan_left_->end + 2 >= quantity_.begin) {  // "tăng hơn kế hoạch 5.000 lượt"
      Change(change_.role == "up" ? +1 : -1, "");
      return Set(FactKind::kAttainment, "off-plan-by-units");
    }
    if (change_.mention != nullptr && quantity_.number_begin - change_.mention->end <= 4 && !IsStated(change_.mention->end) && !ReachAfter(change_.mention) &&
        change_.mention->begin >= context_.left) {
      if (PlannedChange()) return Set(FactKind::kTarget, "planned-increase");
      Change(change_.role == "up" ? +1 : -1, change_.role == "up" ? "increase" : "decrease");
      const bool off_plan = plan_right_ != nullptr && compare_right_ != nullptr && before_right_ == nullptr &&
                            compare_right_->end == plan_right_->begin;
      if (off_plan) Set(FactKind::kAttainment, "off-plan-by-units");
      return;
    }
    if (PassedPlanStates()) return Set(FactKind::kTarget, "plan-states");
    const bool quota = reading_.unit == "chỉ tiêu" && !quantity_.whole &&
                       (HasCue(text_, context_.clause, context_.right_end, "allots"));
    if (quota || Targets() || BracketedAim()) return Set(FactKind::kTarget, "planned-number");
    if (JoinsPrevious()) {
      if (previous_->kind == FactKind::kChange) return Change(previous_->value < 0 ? -1 : +1, "change-goes-on");
      return Set(FactKind::kTarget, "target-goes-on");
    }
    Set(FactKind::kAmount, "amount");
    reading_.decided = false;
  }

  // "tăng bình quân 6%, tức 140.000 đồng"
  bool SaysAgain() const {
    if (previous_ == nullptr || previous_->kind != FactKind::kChange || previous_->unit != "percent") return false;
    return quantity_.begin > context_.left && SameWord(text_.Word(quantity_.begin - 1), "tức") && quantity_.begin <= context_.left + 2;
  }

  // "73,3% kế hoạch lợi nhuận 3.933 tỷ", "vượt 16% mục tiêu lợi nhuận đã điều chỉnh là 2.400 tỷ".
  bool PassedPlanStates() const {
    constexpr std::size_t kReach = 4;  // tokens
    if (!context_.plan_passed || HasCue(text_, context_.left, quantity_.begin, "achieve")) return false;
    return quantity_.begin - context_.left <= kReach || IsStated(context_.left);
  }

  // "(tăng 230 TCĐ và 124 ĐV)": nothing but a conjunction since the change before.
  bool JoinsPrevious() const {
    if (previous_ == nullptr || quantity_.begin != context_.left + 1) return false;
    const bool goes_on = previous_->kind == FactKind::kChange || previous_->kind == FactKind::kTarget;
    if (!goes_on || IsVerb(quantity_.relation_words)) return false;
    const std::string key = text_.lexicon->Key(text_.Word(context_.left));
    return key == "và" || key == "va" || key == ",";
  }

  // "đã điều chỉnh tăng là 2.400 tỷ": "là" gives the number itself.
  bool IsStated(std::size_t begin) const {
    for (std::size_t i = begin; i < quantity_.begin; ++i) {
      if (SameWord(text_.Word(i), "là")) return true;
    }
    return false;
  }

  // Whether a target's word governs the number: beside it, joined by "là", or with what is counted between.
  bool Governs(const Mention* plan) const {
    constexpr std::size_t kBeside = 3;
    if (quantity_.begin - plan->end <= kBeside || IsStated(plan->end)) return true;
    for (const Mention* mention : text_.MentionsIn(plan->end, quantity_.begin)) {
      if (mention->role == Role::kConcept) return true;
    }
    return false;
  }

  bool Targets() const {
    if (reading_.against_plan) return false;
    if (plan_left_ != nullptr && Governs(plan_left_) && !DoneSince(plan_left_->end) && !SpeaksOfResult(plan_left_->end)) return true;
    return Aimed();
  }

  // A verb of achieving after the plan's word: "so với kế hoạch, đạt 120 người".
  bool SpeaksOfResult(std::size_t begin) const {
    const Mention* achieve = LastCue(text_, begin, quantity_.number_begin, "achieve");
    if (achieve == nullptr) return false;
    return aim_ == nullptr || achieve->begin < aim_->begin || (plan_left_ != nullptr && achieve->begin >= plan_left_->end && !context_.aimed);
  }

  const AnalyzedText& text_;
  const Quantity& quantity_;
  const NumberContext& context_;
  const KindReading* previous_;
  KindReading reading_;
  Cue verb_;
  Cue change_;
  const Mention* growth_ = nullptr;
  const Mention* aim_ = nullptr;
  const Mention* share_ = nullptr;
  const Mention* plan_left_ = nullptr;
  const Mention* plan_right_ = nullptr;
  const Mention* compare_left_ = nullptr;
  const Mention* compare_right_ = nullptr;
  const Mention* before_right_ = nullptr;
};

}  // namespace

KindReading DecideKind(const AnalyzedText& text, const Quantity& quantity, const NumberContext& context,
                       const KindReading* previous) {
  return KindDecider(text, quantity, context, previous).Run();
}

}  // namespace timso
