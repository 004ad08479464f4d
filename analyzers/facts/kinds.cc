// What kind of figure a number is: the words that govern it, and the readings that set a kind.
#include <algorithm>

#include "analyzers/facts/kind_decider.h"
#include "analyzers/text/syllable.h"

namespace timso {

bool SameWord(std::string_view word, std::string_view other) {
  return StripMarks(LowerCase(word)) == StripMarks(other);
}

bool IsVerb(std::string_view words) {
  for (const std::string_view verb : {"vượt", "vượt mức", "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "kém"}) {
    if (SameWord(words, verb)) return true;
  }
  return false;
}

bool IsGain(const KindReading& reading) {
  const bool planned = reading.rule.starts_with("planned-") && reading.rule != "planned-number";
  return StatesChange(reading) || (reading.kind == FactKind::kTarget && planned);
}

bool StatesChange(const KindReading& reading) {
  return reading.kind == FactKind::kChange || reading.rule == "forecast";
}

bool IsEstimate(const KindReading& reading) {
  if (reading.kind != FactKind::kTarget) return false;
  const std::string words = StripMarks(reading.words);
  const auto has = [&words](std::string_view word) { return words.find(StripMarks(word)) != std::string::npos; };
  if (has("kế hoạch") || has("chỉ tiêu") || has("mục tiêu") || has("phấn đấu") || has("dự toán")) return false;
  return has("dự kiến") || has("dự tính") || has("dự báo") || has("sẽ");
}

KindReading KindDecider::Run() {
  FindCues();
  reading_.reached = VerbIs("reach");
  if (quantity_.unit == "times") {
    DecideTimes();
  } else if (quantity_.IsPercent()) {
    DecidePercent();
  } else {
    DecideAmount();
  }
  if (quantity_.relation_words.empty() && reading_.kind != FactKind::kAttainment) ReadRelationAhead();
  for (const Mention* mention : {verb_.mention, aim_, plan_left_, plan_right_, compare_right_, before_right_})
    AddWords(mention);
  return reading_;
}

void KindDecider::FindCues() {
  for (const std::string_view role : {"exceed", "short", "up", "down", "share", "achieve", "reach"}) {
    const Mention* mention = LastCue(text_, context_.left, quantity_.number_begin, role);
    if (mention != nullptr && !IsBound(*mention)) Consider({role, mention});
  }
  aim_ = AimNamed();
  plan_left_ = PlanNamed("plan");
  plan_right_ = PlanBehind();
  compare_left_ = LastCue(text_, context_.clause, quantity_.number_begin, "compare");
  compare_right_ = FirstCue(text_, context_.right, context_.right_end, "compare");
  before_right_ = FirstCue(text_, context_.right, context_.right_end, "year_before");
  growth_ = GrowthNoun();
  if (plan_right_ == nullptr) LookBehindBracket();
  if (plan_right_ == nullptr) LookBehindJoined();
}

// "không thấp hơn 72%", "ở mức thấp hơn 10%": a bound, no change.
bool KindDecider::IsBound(const Mention& mention) const {
  if (mention.begin == 0 || mention.end != quantity_.number_begin) return false;
  const std::string_view before = text_.Word(mention.begin - 1);
  return SameWord(text_.Word(mention.end - 1), "hơn") && (SameWord(before, "không") || SameWord(before, "mức"));
}

// "500 chỉ tiêu": what a number counts aims at nothing.
bool CountsTargets(const AnalyzedText& text, const Mention& mention) {
  bool unit = false;
  for (const Mention* other : text.MentionsIn(mention.begin, mention.begin + 1)) {
    unit = unit || other->role == Role::kUnit;
  }
  if (!unit || mention.begin == 0) return false;
  if (text.tokens[mention.begin - 1].kind == TokenKind::kNumber) return true;
  for (const Mention* numeral : text.MentionsIn(mention.begin - 1, mention.begin)) {
    if (numeral->role == Role::kNumeral) return true;
  }
  return false;
}

bool IsIndicator(const AnalyzedText& text, const Mention& mention) {
  return IsWord(text, mention.begin, "chỉ") && IsWord(text, mention.end, "này");
}

// A plan that is fulfilled is no aim: "hoàn thành kế hoạch và tăng 5%".
const Mention* KindDecider::AimNamed() const {
  const Mention* aim = PlanNamed("aim");
  if (aim == nullptr || (context_.estimated && IsWord(text_, aim->begin, "dự") && aim->end > aim->begin + 1 &&
                         IsWord(text_, aim->begin + 1, "kiến")))
    return nullptr;
  const Mention* fulfil = Fulfilling(*aim);
  return fulfil == nullptr ? aim : LastCue(text_, context_.clause, fulfil->begin, "aim");
}

// The verb that says that a plan was met, where the number is of another clause: "về đích kế hoạch năm với doanh thu 9
// tỷ"; "hoàn thành kế hoạch 9 tỷ" gives the plan's own number.
const Mention* KindDecider::Fulfilling(const Mention& plan) const {
  constexpr std::size_t kReach = 5;  // tokens: "hoàn thành tốt các chỉ tiêu kế hoạch"
  const Mention* fulfil = LastCue(text_, context_.clause, plan.begin, "fulfil");
  if (fulfil == nullptr || fulfil->end + kReach < plan.begin) return nullptr;
  for (std::size_t at = plan.end; at < quantity_.begin; ++at) {
    if (IsWord(text_, at, "và") || IsWord(text_, at, "với")) return fulfil;
  }
  return nullptr;
}

// Where the words that govern the number begin behind a contrast in its clause: "tăng là mục tiêu trong khi 40% …".
std::size_t KindDecider::PastContrast() const {
  const Mention* contrast = LastCue(text_, context_.clause, quantity_.begin, "contrast");
  const bool turns = contrast != nullptr && text_.IsKey(contrast->begin, {"trong", "nhưng", "ngược", "trái"});
  return turns ? contrast->end : context_.clause;
}

const Mention* KindDecider::PlanNamed(std::string_view role) const {
  const Mention* cue = LastCue(text_, PastContrast(), quantity_.number_begin, role);
  if (cue == nullptr) return nullptr;
  return IsIndicator(text_, *cue) || CountsTargets(text_, *cue) ? nullptr : cue;
}

// The plan's word behind the number; past a purpose or a reason it belongs to another verb: "lãi suất 7% giúp khách
// thực hiện kế hoạch".
const Mention* KindDecider::PlanBehind() const {
  const Mention* plan = FirstCue(text_, context_.right, context_.right_end, "plan");
  if (plan == nullptr || HasCue(text_, context_.right, plan->begin, "other_verb")) return nullptr;
  for (std::size_t at = context_.right; at < plan->begin; ++at) {
    if (text_.IsKey(at, {"nhưng", "song"})) return nullptr;
  }
  return plan;
}

// "vượt 5 nghìn tấn (vượt 8%) so với kế hoạch": what it is compared with stands behind the bracket.
void KindDecider::LookBehindBracket() {
  constexpr std::size_t kLongestBracket = 12;  // tokens
  constexpr std::size_t kReach = 4;
  const std::size_t open = context_.right_end;
  if (!text_.IsPunctuation(open, "(")) return;
  std::size_t close = open;
  while (close < text_.tokens.size() && close - open < kLongestBracket && !text_.IsPunctuation(close, ")")) ++close;
  if (!text_.IsPunctuation(close, ")")) return;
  const std::size_t end = std::min(close + 1 + kReach, text_.tokens.size());
  const Mention* compare = FirstCue(text_, close + 1, end, "compare");
  if (compare == nullptr || compare->begin != close + 1) return;
  compare_right_ = compare;
  plan_right_ = FirstCue(text_, close + 1, end, "plan");
}

// "lần lượt đạt 55% và 80% kế hoạch năm": the plan stands behind the second.
void KindDecider::LookBehindJoined() {
  constexpr std::size_t kReach = 4;  // tokens: "% so với kế hoạch"
  const std::size_t next = context_.right + 1;
  if (!quantity_.IsPercent() || context_.right_end != next || !IsWord(text_, context_.right, "và")) return;
  if (next + 1 >= text_.tokens.size() || text_.Word(next + 1) != "%") return;
  const std::size_t end = std::min(next + 2 + kReach, text_.tokens.size());
  const Mention* plan = FirstCue(text_, next + 2, ClauseEnd(text_, next + 2, end), "plan");
  if (plan == nullptr || !(VerbIs("achieve") || VerbIs("exceed")) || aim_ != nullptr) return;
  plan_right_ = plan;
  compare_right_ = FirstCue(text_, next + 2, plan->begin, "compare");
}

// "đóng góp vào tăng trưởng": to what something is given says nothing of the number.
bool KindDecider::Contributes(const Mention& growth) const {
  return growth.begin > 0 && (IsWord(text_, growth.begin - 1, "vào") || IsWord(text_, growth.begin - 1, "cho"));
}

// "tối đa lên tới 30 triệu", "ít nhất phải đạt 5 tỷ": a bound before the verb.
void KindDecider::ReadRelationAhead() {
  constexpr std::size_t kReach = 3;  // tokens of the verb
  if (Estimated()) reading_.relation = Relation::kAbout;
  std::size_t at = quantity_.begin;
  while (at > context_.clause && quantity_.begin - at < kReach &&
         text_.IsKey(at - 1, {"là", "bằng", "lên", "tới", "đến", "phải", "đạt"}))
    --at;
  if (at == quantity_.begin) return;
  for (const Mention* mention : text_.MentionsIn(TokensBack(at, 2, context_.clause), at)) {
    const bool bounds = mention->role == Role::kRelation && mention->end == at &&
                        text_.IsKey(mention->begin, {"tối", "ít", "không"});  // "cao nhất là 30 triệu" is exact
    if (!bounds) continue;
    const auto bound = RelationNamed(text_.lexicon->relations()[mention->row].relation);
    if (bound == Relation::kLessEqual || bound == Relation::kGreaterEqual) reading_.relation = *bound;
  }
}

// "ước đạt tổng doanh thu 50 tỷ", "Ước sản lượng cả năm 3.000 tấn": an estimate, said in front of what is counted.
bool KindDecider::Estimated() const {
  const Mention* estimate = LastCue(text_, context_.clause, quantity_.begin, "estimated");
  return estimate != nullptr && (estimate->end > estimate->begin + 1 || estimate->begin == context_.clause);
}

// "tốc độ tăng GDP", "mức tăng bình quân": the noun that says that the number itself is a growth. A number alone
// between commas or in brackets is of the clause before: "tăng trưởng khá, đạt 8%".
const Mention* KindDecider::GrowthNoun() const {
  bool alone = true;
  for (std::size_t at = context_.clause; at < quantity_.begin && alone; ++at) {
    alone = text_.IsKey(at, {"là", "đạt", "chỉ", "tới", "mức", "ở", "về", "còn", "lên", "xuống", "từ", "lần", "lượt"});
  }
  const std::size_t from = alone ? context_.left : context_.clause;
  const Mention* noun = nullptr;
  for (const Mention* mention : text_.MentionsIn(from, quantity_.number_begin)) {
    if (mention->role != Role::kCue || mention->end > quantity_.number_begin) continue;
    const std::string& role = text_.lexicon->cues()[mention->row];
    if ((role == "up" || role == "down") && GrowthReached(mention) && !Contributes(*mention)) noun = mention;
  }
  return noun;
}

// Keeps the cue nearest to the number; at one place the longer one, then the more telling.
void KindDecider::Consider(const Cue& cue) {
  const auto rank = [](const Cue& c) { return std::make_pair(c.mention->end, c.mention->end - c.mention->begin); };
  if (cue.role == "share") share_ = cue.mention;
  if (verb_.mention == nullptr || rank(cue) > rank(verb_)) verb_ = cue;
  if ((cue.role == "up" || cue.role == "down") && cue.mention->begin >= context_.clause) {
    if (change_.mention == nullptr || rank(cue) > rank(change_)) change_ = cue;
  }
}

// The cue's words, for whoever asks why; one cue may have several roles.
void KindDecider::AddWords(const Mention* mention) {
  if (mention == nullptr || !reading_.decided) return;
  const std::string words = LowerCase(text_.Words(mention->begin, mention->end));
  if (reading_.words.find(words) != std::string::npos) return;
  reading_.words += (reading_.words.empty() ? "" : " + ") + words;
}

void KindDecider::Set(FactKind kind, std::string_view rule) {
  reading_.kind = kind;
  reading_.rule = rule;
  reading_.decided = true;
}

bool KindDecider::NearVerb(std::size_t reach) const {
  return verb_.mention != nullptr && quantity_.number_begin - verb_.mention->end <= reach;
}

// "vượt 0,7% so với kế hoạch": reached 100,7 %. Of a rate it is a difference in points: "38,05%, vượt 0,05% so với
// chỉ tiêu (38%)".
void KindDecider::Exceed(double sign, std::string_view rule) {
  reading_.relation = Relation::kEqual;
  const bool rate = previous_ != nullptr && previous_->unit == "percent" && !IsGain(*previous_) &&
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

// "vượt 100% chỉ tiêu": more than all of it, not twice as much; "vượt 118% kế hoạch": so much of it.
void KindDecider::ExceedWhole() {
  reading_.relation = quantity_.value == 100 ? Relation::kGreater : Relation::kEqual;
  Set(FactKind::kAttainment, "exceeds-whole-plan");
}

// "vượt trên 5%" keeps its gt, "vượt gần 30%" its almost: the relation word that stands after the verb.
void KindDecider::KeepInnerRelation(double sign) {
  const std::string& words = quantity_.relation_words;
  const bool only_verb = words.empty() || IsVerb(words);
  if (only_verb || sign < 0) return;
  reading_.relation = quantity_.relation;
}

void KindDecider::Change(double sign, std::string_view rule) {
  reading_.value = sign * quantity_.value;
  if (quantity_.upper) reading_.upper = sign * *quantity_.upper;
  if (reading_.upper && *reading_.upper < reading_.value) std::swap(*reading_.upper, reading_.value);
  const std::string& words = quantity_.relation_words;
  if (IsVerb(words)) reading_.relation = Relation::kEqual;
  Set(FactKind::kChange, rule);
}

bool KindDecider::StartsWith(const Mention* mention, std::string_view word) const {
  return SameWord(text_.Word(mention->begin), word);
}

KindReading DecideKind(const AnalyzedText& text, const Quantity& quantity, const NumberContext& context,
                       const KindReading* previous) {
  return KindDecider(text, quantity, context, previous).Run();
}

}  // namespace timso
