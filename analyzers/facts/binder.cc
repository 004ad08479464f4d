#include "analyzers/facts/binder.h"

#include <algorithm>
#include <cmath>

namespace timso {
namespace {

constexpr double kTopic = 8;  // how far a concept of the lead counts as being

}  // namespace

Binder::Binder(const AnalyzedText& text, const SubjectResolver& subjects, std::optional<Date> date,
               const ReadingObserver* observer)
    : text_(text),
      resolver_(subjects),
      date_(date),
      observer_(observer),
      second_(ReadingModel::Get()),
      subject_(subjects.document()) {}

void Binder::Read(const SentenceReading& sentence, std::size_t index, std::vector<DraftFact>& facts) {
  sentence_ = &sentence;
  sentence_index_ = index;
  facts_ = &facts;
  StartSentence(sentence);
  if (sentence.block == BlockKind::kTitle) SpeakOf(sentence);
  for (std::size_t i = 0; i < sentence.quantities.size(); ++i) ReadNumber(i);
  ReadWordless();
  EndSentence(sentence);
}

// "Giải ngân vốn đầu tư công chuyển biến": the measures that a title names.
void Binder::SpeakOf(const SentenceReading& sentence) {
  for (const Mention* mention : text_.MentionsIn(sentence.begin, sentence.end)) {
    if (mention->role != Role::kConcept) continue;
    const auto choice = MeasureTable::Get().Choose({{mention->row, mention->begin, mention->end, false, 0}}, "");
    if (choice.measure != nullptr) spoken_of_.push_back(choice.measure);
  }
}

void Binder::StartSentence(const SentenceReading& sentence) {
  previous_.reset();
  outer_.reset();
  bracket_end_ = 0;
  amounts_.clear();
  paired_left_ = 0;
  previous_end_ = sentence.begin;
  places_passed_ = periods_passed_ = skipped_place_ = 0;
  period_bracket_ = 0;
  plan_passed_ = kNoToken;
  plan_met_ = 0;
  together_.clear();
  TakeSector(sentence);
  // "hiện nay" holds for the stocks of its paragraph, any other passing period for its sentence.
  if (sentence.paragraph_start && wider_period_) {
    lasting_period_ = *wider_period_;
    wider_period_.reset();
  }
  if (!RefersBack(sentence) && (!period_.now || sentence.paragraph_start)) {
    period_ = lasting_period_;
    has_period_ = has_lasting_period_;
  }
  if (!RefersBack(sentence)) scene_.reset();
  now_here_ = false;
  if (sentence.paragraph_start) {
    paragraph_ = sentence.begin;
    period_in_paragraph_ = false;
  }
  const bool listed = Listed(sentence);
  if (sentence.paragraph_start && !listed) last_percent_.reset();
  if (sentence.paragraph_start && !listed) subject_ = resolver_.document();
  const bool at_occasion = occasion_ && HasCue(text_, sentence.begin, sentence.end, "at_occasion");
  if (at_occasion && occasion_subject_.known()) subject_ = occasion_subject_;
  // A list of several subjects ends with its sentence; the first of two goes on.
  if (sentence_subjects_.size() > 2) {
    subject_ = resolver_.document();
  } else if (sentence_subjects_.size() == 2 && !(sentence.paragraph_start && !listed)) {
    const bool siblings = sentence_subjects_.front().level == sentence_subjects_.back().level;
    subject_ = siblings && sentence_subjects_.front().level > resolver_.document().level ? resolver_.document()
                                                                                         : sentence_subjects_.front();
  }
  sentence_subjects_.clear();
  if (!listed) {
    aimed_ = plan_lead_ = lead_ = false;
    topic_.clear();
  }
  first_item_ = false;
}

// "BIỂU TỔNG HỢP KẾT NẠP ĐẢNG VIÊN": what a title counts is what its plans are of until the text tells more.
void Binder::TakeTopic(const SentenceReading& sentence) {
  std::vector<ConceptMention> concepts;
  for (const Mention* mention : text_.MentionsIn(sentence.begin, sentence.end)) {
    if (mention->role == Role::kConcept) concepts.push_back({mention->row, mention->begin, mention->end, true, 0});
  }
  const Measure* topic = MeasureTable::Get().Choose(concepts, "").measure;
  if (planned_measure_ == nullptr && topic != nullptr && !topic->stock) planned_measure_ = topic;
}

void Binder::EndSentence(const SentenceReading& sentence) {
  PassPlaces(sentence.end);
  if (occasion_ && occasion_->begin >= sentence.begin && occasion_->end <= sentence.end) occasion_subject_ = subject_;
  PassPeriods(sentence.end);
  if (sentence.block == BlockKind::kTitle) TakeTopic(sentence);
  const bool colon = text_.IsPunctuation(sentence.end - 1, ":");
  if (colon) {
    aimed_ = aimed_ || Plans(sentence.begin, sentence.end);
    plan_lead_ = !aimed_ && HasCue(text_, sentence.begin, sentence.end, "plan");
  }
  if (colon || !lead_) {
    lead_ = first_item_ = colon;
    topic_.clear();
    for (const Mention* mention : text_.MentionsIn(sentence.begin, sentence.end)) {
      if (mention->role == Role::kConcept)
        topic_.push_back({mention->row, mention->begin, mention->end, false, kTopic});
    }
  }
}

// "46% (tăng 14%) và 34%": behind a bracket the number before it goes on, not the one inside.
void Binder::PassBracket(std::size_t at) {
  if (bracket_end_ != 0 && at > bracket_end_) {
    previous_ = outer_;
    previous_fact_ = outer_fact_;
    frame_ = outer_frame_;
    bracket_end_ = 0;
  }
  if (bracket_end_ != 0 || !previous_) return;
  std::size_t open = at;
  while (open > previous_end_ && !text_.IsPunctuation(open - 1, "()")) --open;
  if (open == previous_end_ || !text_.IsPunctuation(open - 1, "(")) return;
  std::size_t close = at;
  while (close < sentence_->end && !text_.IsPunctuation(close, ")")) ++close;
  if (close == sentence_->end) return;
  outer_ = previous_;
  outer_fact_ = previous_fact_;
  outer_frame_ = frame_;
  bracket_end_ = close;
}

// "80 tỷ đồng mỗi ngày", "400 thùng dầu/ngày": the time that a number is counted by, said behind it.
std::string Binder::TimeOfRate(const Quantity& quantity, const NumberContext& context) const {
  constexpr std::size_t kReach = 3;  // tokens of what is counted
  const std::size_t end = std::min(context.right_end, quantity.end + kReach);
  const Mention* rate = FirstCue(text_, quantity.end, end, "per_day");
  std::size_t at = rate != nullptr ? rate->end - 1 : end;
  for (std::size_t slash = quantity.end; rate == nullptr && slash < end; ++slash) {
    if (text_.IsPunctuation(slash, "/")) at = slash + 1;
  }
  for (const char* time : {"ngày", "tuần", "giờ"}) {
    if (at < context.right_end && IsWord(text_, at, time)) return time;
  }
  return "";
}

// "bình quân 1 ngày … 50 vụ", "mỗi tháng đón 1,3 triệu lượt": no total of the period.
void Binder::AddRate(Quantity& quantity, const NumberContext& context) const {
  if (quantity.unit.empty() || quantity.IsPercent() || quantity.unit == "times" || quantity.per_day) return;
  if (const std::string time = TimeOfRate(quantity, context); !time.empty()) {
    quantity.unit += "/" + time;
    return;
  }
  const Mention* rate = LastCue(text_, sentence_->begin, quantity.begin, "per_day");
  const bool month = rate == nullptr && HasCue(text_, sentence_->begin, quantity.begin, "per_month");
  if (rate == nullptr && !month) return;
  std::string unit = month ? "tháng" : "ngày";
  for (const std::string_view other : {"tuần", "giờ"}) {
    if (rate != nullptr && IsWord(text_, rate->end - 1, other)) unit = other;
  }
  const bool counted = quantity.unit_class == UnitRow::Class::kCounter && quantity.unit != "person";
  if (month && !counted) return;  // wages and admissions are told by the month and so asked for
  quantity.unit += "/" + unit;
}

// Gives a number without a unit the one that its words or its list imply; false when it counts nothing.
bool Binder::CompleteUnit(Quantity& quantity, const NumberContext& context) {
  elliptic_ = false;
  AddRate(quantity, context);
  if (!quantity.unit.empty()) return true;
  if (quantity.number_end < sentence_->end && text_.IsKey(quantity.end, "nơi")) {  // "Trong số đó, 173 nơi có …"
    const bool counted =
        frame_.unit_class == UnitRow::Class::kCounter && !frame_.unit.empty() && frame_.unit != "person";
    quantity.unit = counted ? frame_.unit : "nơi";
    return true;
  }
  const std::string deed_unit = UnitOfDeed(quantity, context);
  elliptic_ = deed_unit.empty() && Elliptic(quantity, context);
  if (!deed_unit.empty()) {
    quantity.unit = deed_unit;
  } else if (const Quantity* last = JoinedTo(quantity); last != nullptr && !elliptic_) {
    quantity.unit = last->unit;
    quantity.unit_class = last->unit_class;
  } else if (elliptic_) {
    quantity.unit = frame_.unit;
    quantity.unit_class = frame_.unit_class;
  } else if (IsMoney(quantity, context)) {
    quantity.unit = CurrencyAround(quantity);
    quantity.unit_class = UnitRow::Class::kMoney;
  } else if ((IsNoun(context.right, context.right_end) || CountsOrdered(quantity)) && Counts(quantity)) {
    quantity.unit = CounterWord(context.right, context.right_end);
  } else {
    return false;
  }
  return true;
}

// "hơn 2/3 dân số", "1/4 diện tích": a part of a whole, as a percent says it; "8/9 chi bộ" counts cells.
void Binder::ReadProperFraction(Quantity& quantity) const {
  constexpr double kLargestParts = 10;
  if (!quantity.whole || *quantity.whole > kLargestParts || quantity.value >= *quantity.whole) return;
  const std::size_t noun = quantity.number_end;
  constexpr std::size_t kLongest = 4;  // tokens: "tổng kim ngạch xuất"
  const auto opens = [&](const char* role) {
    const Mention* cue = FirstCue(text_, noun, std::min(noun + kLongest, sentence_->end), role);
    return cue != nullptr && cue->begin <= noun + 1;
  };
  if (!opens("total_of") && !opens("volume") && !opens("worth")) return;
  quantity.value = std::round(10000 * quantity.value / *quantity.whole) / 100;
  quantity.whole.reset();
  quantity.end = quantity.unit_begin = quantity.unit_end = noun;
  quantity.unit = "percent";
  quantity.unit_class = UnitRow::Class::kPercent;
}

// What kind of figure the number is: by its words, else as the list or the fraction before it says.
KindReading Binder::KindOf(std::size_t i, Quantity& quantity, const NumberContext& context) {
  KindReading kind = DecideKind(text_, quantity, context, PreviousKind());
  ReadQuota(quantity, context, kind);
  if (elliptic_ && !kind.decided && kind.kind == FactKind::kAmount && frame_.kind.kind == FactKind::kTarget &&
      frame_.kind.rule != "plan-in-brackets" && !EndsClauseBare(quantity, context) &&
      (previous_ || lead_ || InlineList(context.left, quantity.begin))) {
    kind.kind = FactKind::kTarget;  // "giao chỉ tiêu … Cụ thể: Bình Sơn 190; Tư Nghĩa 165"
    kind.rule = "target-list-goes-on";
  }
  if (IsOfFraction(i, quantity, kind)) {
    kind.kind = FactKind::kShare;
    kind.rule = "share-of-the-fraction";
  }
  return kind;
}

// When: what it is compared with, the period in force, or the day of the ceremony that the text tells of.
PeriodMention Binder::PeriodRead(std::size_t i, const Quantity& quantity, const NumberContext& context,
                                 const KindReading& kind, const MeasureReading& measure) {
  const bool stock = StandsOnDay(measure, quantity);
  PeriodMention found =
      kind.compared ? ComparedPeriod(quantity, context) : PeriodOf(quantity.begin, quantity.end, context, stock);
  if (kind.compared && !found.period.from) {
    PassPeriods(quantity.begin);
    found = ComparedPeriod(quantity, context);
  }
  const bool ceremony =
      measure.measure != nullptr && (measure.measure->id == "party_badges" || measure.measure->id == "event_delegates");
  if (ceremony && occasion_ && !found.period.to && sentence_->periods.empty()) found = *occasion_;
  return OneOfYears(FitPeriod(found, quantity, context, kind), i);
}

void Binder::ReadNumber(std::size_t i) {
  Quantity quantity = sentence_->quantities[i];
  ReadProperFraction(quantity);
  const NumberContext context = ContextOf(i, quantity);
  if (Refuse(quantity, context) || !CompleteUnit(quantity, context)) return;
  PassPlaces(quantity.begin);
  PassBracket(quantity.begin);
  const KindReading kind = KindOf(i, quantity, context);
  const std::optional<MeasureReading> paired = Respective(i, context);
  const MeasureReading measure = paired ? *paired : MeasureOf(quantity, context, kind.kind);
  if (!quantity.IsPercent()) {
    amounts_.push_back(measure);
    amounts_.back().unit_class = quantity.unit_class;
  }
  if (measure.inherited) ReadEstimateAsDone(kind);
  const std::vector<std::string> qualifiers = QualifiersOf(quantity, context, measure);
  const PeriodMention period = PeriodRead(i, quantity, context, kind, measure);
  MeasureReading stated = measure;
  stated.text = WithNounBehind(quantity, context, kind.kind, measure);
  const TokenSpan rest = RestBehind(context);
  if (measure.inherited && rest.begin < rest.end) stated.measure = nullptr;  // "10% còn lại để bán trong nước"
  const std::size_t before = facts_->size();
  const std::vector<Subject> subjects = SubjectsOf(quantity, context);
  const NumberReading reading{
      text_,          *sentence_,   i,           quantity,     context,           kind,    PreviousKind(),
      stated.measure, measure.text, stated.text, measure.rule, measure.inherited, &period, &subjects.front()};
  EmitAll(reading, stated, qualifiers, subjects);
  const bool part = kind.kind == FactKind::kShare || !ExtremeBefore(quantity, context).empty();
  const bool goes_on = !measure.text.empty() && (part || measure.inherited);  // what comes next is of it, not of all
  TakeIntoFrame(quantity, context, kind, goes_on ? measure : stated, qualifiers);
  if (!measure.inherited && HasCue(text_, context.left, quantity.begin, "respectively")) NameSecond(quantity, context);
  Pass(i, quantity, context, kind);
  if (facts_->size() == before) previous_fact_ = kNoToken;
}

// What the next numbers may inherit. A total that is only brought up ("nâng tổng số lên 8.436") and bodies that only
// act ("08 đảng bộ đạt …") leave the frame as it was.
void Binder::TakeIntoFrame(const Quantity& quantity, const NumberContext& context, const KindReading& kind,
                           const MeasureReading& measure, const std::vector<std::string>& qualifiers) {
  const bool acts = IsActor(quantity, context) && (measure.measure == nullptr || measure.measure->stock);
  const bool brought = HasCue(text_, context.left, quantity.number_begin, "bring_to");
  if (brought || acts || CountsBodies(quantity, measure) || IntroducesNames(quantity)) return;
  if (const TokenSpan owned = OwnedByCounted(quantity, context); owned.begin != owned.end) {
    const MeasureReading named = MeasureNamed(owned, "");
    frame_.measure = named.measure;
    frame_.measure_text = named.text;
    frame_.set = true;
    return;
  }
  if (measure.rule == "aspect") {
    frame_.measure = measure.whole;
    frame_.measure_text = measure.whole_text;
    frame_.set = frame_.set || measure.whole != nullptr;
    return;
  }
  const bool again = std::find(spoken_of_.begin(), spoken_of_.end(), measure.measure) != spoken_of_.end();
  if (measure.measure != nullptr && !again) spoken_of_.push_back(measure.measure);
  frame_.measure = measure.measure;
  frame_.measure_text = measure.text;
  frame_.qualifiers = qualifiers;
  frame_.actions = measure.actions;
  frame_.set = true;
  if (!HasCue(text_, sentence_->begin, quantity.begin, "subset") && measure.rule != "part-of-before")
    whole_qualifiers_ = qualifiers;
  const bool planned = kind.kind == FactKind::kTarget || kind.kind == FactKind::kAttainment || quantity.whole;
  const bool counts_persons = measure.measure != nullptr && !measure.measure->stock && quantity.unit == "person";
  if (measure.measure != nullptr && (planned || (planned_measure_ == nullptr && counts_persons)))
    planned_measure_ = measure.measure;
  if (quantity.unit == "class" && measure.measure != nullptr) class_measure_ = measure.measure;
  if (quantity.IsPercent() || quantity.unit == "times") return;
  frame_.unit = quantity.unit;
  frame_.unit_words = LowerCase(text_.Words(quantity.unit_begin, quantity.unit_end));
  frame_.unit_class = quantity.unit_class;
  frame_.kind = kind;
}

// Moves on behind the number's own words.
void Binder::Pass(std::size_t i, const Quantity& quantity, const NumberContext& context, const KindReading& kind) {
  previous_ = kind;
  previous_fact_ = facts_->size() - 1;
  previous_->unit = quantity.IsPercent() ? "percent" : quantity.unit;
  previous_end_ = NounPhraseEnd(context);
  // "vượt 13% mục tiêu đề ra, nhiều nhất là xã A với 9 người": what was met aims at nothing any more.
  if (kind.kind == FactKind::kAttainment) plan_met_ = ClauseEnd(text_, previous_end_, sentence_->end);
  if (!quantity.IsPercent() && quantity.unit != "times") return;
  previous_end_ = std::max(previous_end_, AspectEnd(context));
  if (quantity.IsPercent() && kind.kind != FactKind::kChange) last_percent_ = kind.kind;
  const Mention* plan = FirstCue(text_, context.right, context.right_end, "plan");
  const bool states_target = plan != nullptr && i + 1 < sentence_->quantities.size() &&
                             sentence_->quantities[i + 1].begin <= plan->end + 1 &&
                             !IsWord(text_, plan->end, "với");  // "đạt 90% kế hoạch với 60 cửa hàng"
  if (plan == nullptr || states_target) return;
  previous_end_ = plan->end;
  while (text_.IsKey(previous_end_, {"quý", "tháng"}) && previous_end_ + 1 < context.right_end &&
         (text_.tokens[previous_end_ + 1].all_capitals ||
          text_.tokens[previous_end_ + 1].kind == TokenKind::kNumber))  // "40% kế hoạch quý I"
    previous_end_ += 2;
  plan_passed_ = previous_end_;
}

}  // namespace timso
