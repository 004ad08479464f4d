#include "analyzers/facts/binder.h"

#include <algorithm>
#include <cmath>

#include "analyzers/text/syllable.h"
#include "analyzers/words/segmenter.h"

namespace timso {
namespace {

// 8.634,8 tỷ is a whole number of đồng, whatever binary fractions say; 100.7 stays 100.7.
double WholeIfNear(double value) {
  const double rounded = std::round(value * 1e6) / 1e6;
  const double whole = std::round(value);
  return std::abs(value - whole) < 1e-9 * std::abs(value) ? whole : rounded;
}

constexpr double kTopic = 8;  // how far a concept of the lead counts as being


}  // namespace

Binder::Binder(const AnalyzedText& text, const SubjectResolver& subjects, std::optional<Date> date)
    : text_(text), resolver_(subjects), date_(date), subject_(subjects.document()) {}

void Binder::Read(const SentenceReading& sentence, std::size_t index, std::vector<DraftFact>& facts) {
  sentence_ = &sentence;
  sentence_index_ = index;
  facts_ = &facts;
  StartSentence(sentence);
  for (std::size_t i = 0; i < sentence.quantities.size(); ++i) ReadNumber(i);
  ReadWordless();
  EndSentence(sentence);
}

void Binder::StartSentence(const SentenceReading& sentence) {
  previous_.reset();
  previous_end_ = sentence.begin;
  places_passed_ = periods_passed_ = 0;
  together_.clear();
  // "hiện nay" holds for the stocks of its paragraph, any other passing period for its sentence.
  if (!period_.now || sentence.paragraph_start) {
    period_ = lasting_period_;
    has_period_ = has_lasting_period_;
  }
  now_here_ = false;
  if (sentence.paragraph_start) {
    period_in_paragraph_ = false;
    last_percent_.reset();
  }
  const bool listed = Listed(sentence);
  if (sentence.paragraph_start && !listed) subject_ = resolver_.document();
  // A list of several subjects ends with its sentence; the first of two goes on.
  if (sentence_subjects_.size() > 2) {
    subject_ = resolver_.document();
  } else if (sentence_subjects_.size() == 2 && !(sentence.paragraph_start && !listed)) {
    subject_ = sentence_subjects_.front();
  }
  sentence_subjects_.clear();
  if (!listed) {
    aimed_ = plan_lead_ = lead_ = false;
    topic_.clear();
  }
  first_item_ = false;
}

void Binder::EndSentence(const SentenceReading& sentence) {
  PassPlaces(sentence.end);
  PassPeriods(sentence.end);
  const bool colon = text_.IsPunctuation(sentence.end - 1, ":");
  if (colon) {
    aimed_ = aimed_ || Plans(sentence.begin, sentence.end);
    plan_lead_ = !aimed_ && HasCue(text_, sentence.begin, sentence.end, "plan");
  }
  if (colon || !lead_) {
    lead_ = first_item_ = colon;
    topic_.clear();
    for (const Mention* mention : text_.MentionsIn(sentence.begin, sentence.end)) {
      if (mention->role == Role::kConcept) topic_.push_back({mention->row, mention->begin, mention->end, false, kTopic});
    }
  }
}

// Whether the sentence is an item of the list that a lead introduced: a line of its own, after an empty line only when
// a bullet or a list number opens it.
bool Binder::Listed(const SentenceReading& sentence) const {
  if (!lead_ || !sentence.line_start) return lead_ && !sentence.line_start && !sentence.paragraph_start && !first_item_;
  if (!sentence.paragraph_start || first_item_) return true;
  const Token& first = text_.tokens[sentence.begin];
  const bool numbered = first.kind == TokenKind::kNumber && text_.IsPunctuation(sentence.begin + 1, ".)");
  return first.kind == TokenKind::kPunctuation || numbered;
}

NumberContext Binder::ContextOf(std::size_t i) const {
  const Quantity& quantity = sentence_->quantities[i];
  NumberContext context;
  context.left = std::min(std::max(previous_end_, sentence_->begin), quantity.number_begin);
  context.clause = std::max(context.left, ClauseBegin(text_, sentence_->begin, quantity.begin));
  context.right = quantity.end;
  std::size_t limit = sentence_->end;
  if (i + 1 < sentence_->quantities.size()) limit = sentence_->quantities[i + 1].begin;
  context.right_end = RightEnd(context.right, std::max(limit, context.right));
  context.aimed = aimed_ || HasCue(text_, sentence_->begin, context.clause, "aim_verb") || PlannedList(quantity.begin) ||
                  (HasCue(text_, sentence_->begin, context.clause, "plan") && Plans(sentence_->begin, context.clause));
  context.plan_near = HasCue(text_, sentence_->begin, sentence_->end, "plan");
  context.before_near = HasCue(text_, sentence_->begin, sentence_->end, "year_before");
  context.plan_lead = plan_lead_;
  context.last_percent = last_percent_;
  const std::size_t open = quantity.begin - 1;
  if (quantity.begin > sentence_->begin && text_.IsPunctuation(open, "(")) {
    const Mention* plan = LastCue(text_, context.left > 4 ? context.left - 4 : 0, open, "plan");
    context.bracketed_plan = plan != nullptr && open - plan->end <= 2;
  }
  return context;
}

// "giao chỉ tiêu cho các huyện: Hội An 110; Tam Kỳ 150": what the colon introduces is planned.
bool Binder::PlannedList(std::size_t at) const {
  for (std::size_t colon = sentence_->begin; colon < at; ++colon) {
    if (!text_.IsPunctuation(colon, ":")) continue;
    return Plans(sentence_->begin, colon);
  }
  return false;
}

// Whether tokens [begin, end) speak of targets that are set, not of targets that were met.
bool Binder::Plans(std::size_t begin, std::size_t end) const {
  if (HasCue(text_, begin, end, "achieve") || HasCue(text_, begin, end, "exceed") || HasCue(text_, begin, end, "compare")) {
    return false;
  }
  const Mention* plan = FirstCue(text_, begin, end, "plan");
  const bool set = plan != nullptr && (plan->begin == begin || HasCue(text_, begin, end, "sets_plan"));
  return set || HasCue(text_, begin, end, "aim_verb");
}

// The clause's end; it runs on over a list of like nouns ("thôn, buôn, tổ dân phố có chi bộ"), a list of places and
// a place in brackets.
std::size_t Binder::RightEnd(std::size_t at, std::size_t limit) const {
  std::size_t end = ClauseEnd(text_, at, limit);
  while (end + 1 < limit) {
    std::size_t next = end;
    for (const PlaceMention& place : sentence_->places) {
      const bool bracketed = place.begin == end + 1 && text_.IsPunctuation(end, "(") && text_.IsPunctuation(place.end, ")");
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

// Whether the nouns on both sides of a comma are of one concept.
bool Binder::LikeNouns(std::size_t comma) const {
  constexpr std::size_t kReach = 4;
  for (const Mention* after : text_.MentionsIn(comma + 1, comma + 2)) {
    if (after->role != Role::kConcept) continue;
    for (const Mention* before : text_.MentionsIn(comma > kReach ? comma - kReach : 0, comma)) {
      if (before->role == Role::kConcept && before->row == after->row && before->end == comma) return true;
    }
  }
  return false;
}

// The end of the noun phrase that a number counts: no word of it speaks for the next number.
std::size_t Binder::NounPhraseEnd(const NumberContext& context) const {
  std::size_t at = context.right;
  while (at < context.right_end && text_.tokens[at].kind == TokenKind::kWord) {
    std::size_t next = at + 1;
    bool stops = false;
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      if (mention->role == Role::kConcept || mention->role == Role::kQualifier || mention->role == Role::kUnit) {
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

void Binder::ReadNumber(std::size_t i) {
  const Quantity& quantity = sentence_->quantities[i];
  NumberContext context = ContextOf(i);
  if (Refuse(quantity, context)) return;
  Quantity read = quantity;
  elliptic_ = false;
  if (read.unit.empty()) {
    const std::string deed_unit = UnitOfDeed(quantity, context);
    elliptic_ = deed_unit.empty() && Elliptic(quantity, context);
    if (!deed_unit.empty()) {
      read.unit = deed_unit;
    } else if (elliptic_) {
      read.unit = frame_.unit;
      read.unit_class = frame_.unit_class;
    } else if (IsNoun(context.right, context.right_end) && Counts(quantity)) {
      read.unit = CounterWord(context.right, context.right_end);
    } else {
      return;
    }
  }
  PassPlaces(quantity.begin);
  KindReading kind = DecideKind(text_, read, context, previous_ ? &*previous_ : nullptr);
  const MeasureReading measure = MeasureOf(read, context);
  if (elliptic_ && !kind.decided && kind.kind == FactKind::kAmount && frame_.kind.kind == FactKind::kTarget) {
    kind.kind = FactKind::kTarget;  // "giao chỉ tiêu … Cụ thể: Bình Sơn 190; Tư Nghĩa 165"
    kind.rule = "target-list-goes-on";
  }
  const std::vector<std::string> qualifiers = QualifiersOf(read, context, measure);
  const bool stock = measure.measure != nullptr && measure.measure->stock;
  const PeriodMention period = PeriodOf(quantity.begin, quantity.end, context, stock);
  for (const Subject& subject : SubjectsOf(quantity, context)) Emit(read, kind, measure, qualifiers, period, subject);

  const bool brought_to = HasCue(text_, context.left, quantity.number_begin, "bring_to");
  if (!brought_to && !IsActor(read, context)) {
    frame_.measure = measure.measure;
    frame_.measure_text = measure.text;
    frame_.qualifiers = qualifiers;
    frame_.actions = measure.actions;
    if (!read.IsPercent()) {
      frame_.unit = read.unit;
      frame_.unit_class = read.unit_class;
      frame_.kind = kind;
    }
    frame_.set = true;
  }
  previous_ = kind;
  if (read.IsPercent()) last_percent_ = kind.kind;
  previous_->unit = read.IsPercent() ? "percent" : read.unit;
  previous_end_ = NounPhraseEnd(context);
  if (read.IsPercent()) {
    const Mention* plan = FirstCue(text_, context.right, context.right_end, "plan");
    const bool states_target = plan != nullptr && i + 1 < sentence_->quantities.size() &&
                               sentence_->quantities[i + 1].begin <= plan->end + 1;
    if (plan != nullptr && !states_target) previous_end_ = plan->end;
  }
}

// What GUIDE calls no fact, as far as the words around a number tell.
bool Binder::Refuse(const Quantity& quantity, const NumberContext& context) const {
  if (quantity.unit_class == UnitRow::Class::kTime && !quantity.unit.empty()) return true;
  const bool known_unit = !quantity.unit.empty();
  for (const Mention* mention : text_.MentionsIn(quantity.begin > 4 ? quantity.begin - 4 : 0, quantity.begin)) {
    if (mention->role != Role::kCue || mention->end != quantity.begin || EndsPlace(mention->end)) continue;
    if (text_.lexicon->cues()[mention->row] == "ordinal" && !known_unit) return true;
  }
  if (HasCue(text_, sentence_->begin, sentence_->end, "furniture") && sentence_->end - sentence_->begin < 12) return true;
  if (quantity.bare_one || (quantity.in_words && quantity.value <= 2 && quantity.unit_class == UnitRow::Class::kCounter)) {
    // "một" is an article unless its neighbours are counts of the same thing.
    const bool listed = previous_ && previous_->unit == quantity.unit && !quantity.unit.empty();
    if (!listed && quantity.bare_one) return true;
  }
  // "quận Hai Bà Trưng": a number word in a name.
  if (quantity.in_words && quantity.number_begin > sentence_->begin && text_.tokens[quantity.number_begin].capitalized) return true;
  // A number grown to a letter or a sign on either side is part of a name.
  if (quantity.number_begin > 0 && !text_.tokens[quantity.number_begin].space_before) {
    const std::string_view before = text_.Word(quantity.number_begin - 1);
    if (before == "-" || before == "–" || before == "/" || before == "#" || before == "@" || before == "_") {
      if (!quantity.IsPercent() && quantity.number_begin > sentence_->begin + 1) return true;
    }
  }
  return IsThreshold(quantity, context);
}

// A word that may name what is counted: no cue, no word of time or relation, no name.
bool Binder::IsNoun(std::size_t at, std::size_t end) const {
  if (at >= end || text_.tokens[at].kind != TokenKind::kWord || text_.tokens[at].capitalized) return false;
  for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
    if (mention->role == Role::kConcept || mention->role == Role::kUnit) return true;
  }
  for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
    if (mention->role == Role::kCue || mention->role == Role::kRelation || mention->role == Role::kTime) return false;
  }
  return true;
}

// "08 đảng bộ đạt từ 80% trở lên": bodies that reached what is spoken of; the measure in force stays.
bool Binder::IsActor(const Quantity& quantity, const NumberContext& context) const {
  bool body = quantity.unit == "organization" || quantity.unit == "địa phương";
  for (const Mention* mention : text_.MentionsIn(quantity.unit_begin, quantity.unit_end)) {
    const bool whole = mention->begin == quantity.unit_begin && mention->end == quantity.unit_end;
    body = body || (whole && mention->role == Role::kPlaceWord);
  }
  if (!body) return false;
  const std::size_t after = NounPhraseEnd(context);
  const std::size_t limit = std::min(after + 2, sentence_->end);
  return HasCue(text_, after, limit, "achieve") || HasCue(text_, after, limit, "exceed") || HasCue(text_, after, limit, "fulfil");
}

// The first word of what is counted: the text's own counter, "trạm biến áp" or "chiến binh".
std::string Binder::CounterWord(std::size_t at, std::size_t end) const {
  constexpr std::size_t kReach = 4;  // syllables
  const std::string_view words = text_.Words(at, std::min(at + kReach, end));
  const std::vector<Word> segmented = Segmenter::Default().Segment(words);
  return segmented.empty() ? std::string() : LowerCase(words.substr(segmented[0].begin, segmented[0].end - segmented[0].begin));
}

// Whether a number before a word that no list has counts it: "set 3 quyết định" and "iPhone 8 sắp ra" do not, nor does
// a year.
bool Binder::Counts(const Quantity& quantity) const {
  const std::string_view digits = text_.Word(quantity.number_begin);
  const bool plain = digits.find_first_of(".,") == std::string_view::npos;
  if (plain && digits.size() == 4 && quantity.value >= 1900 && quantity.value <= 2100) return false;
  if (quantity.begin == sentence_->begin) return quantity.value >= 10;
  const std::size_t before = quantity.begin - 1;
  const Token& token = text_.tokens[before];
  if (token.kind == TokenKind::kPunctuation) return quantity.value >= 10 || previous_.has_value();
  if (token.kind != TokenKind::kWord || (token.capitalized && before != sentence_->begin)) return false;
  for (const Mention* mention : text_.MentionsIn(before > 3 ? before - 3 : 0, before + 1)) {
    if (mention->end == quantity.begin && mention->role != Role::kUnit) return true;
  }
  return quantity.value >= 10;
}

// A number that only describes the one before: "37 xã đạt từ 10 tiêu chí trở lên".
bool Binder::IsThreshold(const Quantity& quantity, const NumberContext& context) const {
  if (!previous_ || previous_->unit == "percent" || quantity.unit != "tiêu chí" || quantity.begin == context.left) return false;
  for (std::size_t i = context.left; i < quantity.begin; ++i) {
    const std::string key = text_.lexicon->Key(text_.Word(i));
    if (key != "đạt" && key != "từ" && key != "hoàn" && key != "thành" && key != "có" && key != "dat" && key != "tu") return false;
  }
  return true;
}

// "kết nạp 52, đạt 50,98%", "Tổ chức cơ sở đảng: 48": a bare number right after what it counts or what was done; the
// unit is the measure's own.
std::string Binder::UnitOfDeed(const Quantity& quantity, const NumberContext& context) const {
  constexpr std::size_t kReach = 6;  // words between the deed and the number: "kết nạp được", "của huyện là"
  if (IsNoun(quantity.end, context.right_end)) return "";
  std::vector<ConceptMention> near;
  for (const ConceptMention& mention : ConceptsAround(quantity, context)) {
    if (mention.begin >= context.clause && mention.end <= quantity.begin) near.push_back(mention);
  }
  const bool adjacent = std::any_of(near.begin(), near.end(), [&](const ConceptMention& c) {
    return quantity.begin - c.end <= kReach;
  });
  if (!adjacent || HasContent(near.back().end, quantity.begin)) return "";
  const MeasureTable::Choice choice = MeasureTable::Get().Choose(near, "");
  const bool counted = choice.measure != nullptr && !choice.measure->units.empty();
  return counted && choice.measure->units.front() != "VND" ? choice.measure->units.front() : "";
}

bool Binder::HasQualifier(std::size_t begin, std::size_t end) const {
  for (const Mention* mention : text_.MentionsIn(begin, end)) {
    if (mention->role == Role::kQualifier) return true;
  }
  return false;
}

// "Một số đơn vị cụ thể: xã Cát Văn 8, đạt 80%": a colon before the first item.
bool Binder::InlineList(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (text_.IsPunctuation(i, ":")) return true;
  }
  return false;
}

// "huyện Đức Linh 05": a number without a unit goes on a list when nothing but names and known words lies between.
bool Binder::Elliptic(const Quantity& quantity, const NumberContext& context) const {
  if (frame_.unit.empty()) return false;
  const bool labelled = text_.IsPunctuation(quantity.begin - 1, ":") && quantity.begin > sentence_->begin;
  const bool in_list = previous_.has_value() || lead_ || labelled || HasCue(text_, context.left, quantity.begin, "subset") ||
                       HasQualifier(context.clause, quantity.begin) || InlineList(context.left, quantity.begin);
  if (!in_list || HasContent(context.clause, quantity.begin)) return false;
  for (const PlaceMention& place : sentence_->places) {
    if (place.begin >= context.left && place.end <= quantity.begin) return true;
  }
  for (const Mention* mention : text_.MentionsIn(context.left, quantity.begin)) {
    if (mention->role == Role::kQualifier || mention->role == Role::kConcept) return true;
  }
  return false;
}

DraftFact Binder::NewDraft(const Subject& subject, const MeasureReading& measure) const {
  DraftFact draft;
  Fact& fact = draft.fact;
  fact.subject = subject.name;
  fact.level = subject.level;
  const Gazetteer& gazetteer = Gazetteer::Get();
  const PlaceIndex from = subject.place != kNoPlace ? subject.place : subject.province;
  for (const PlaceIndex index : gazetteer.Chain(from)) fact.place_codes.emplace_back(gazetteer.place(index).code);
  if (subject.province != kNoPlace) fact.province = std::string(gazetteer.place(subject.province).name);
  if (measure.measure != nullptr) fact.measure = measure.measure->id;
  fact.measure_text = measure.text;
  draft.sentence = sentence_index_;
  if (!measure.rule.empty()) fact.rules.push_back(measure.rule);
  return draft;
}

// A target is for the year, not for the day on which a count stands; of a rate nothing tells.
void Binder::FitTargetPeriod(Fact& fact) const {
  if (!fact.to) return;
  const std::string year = fact.to->substr(0, 4);
  fact.from = fact.to = std::nullopt;
  if (fact.unit == "percent") return;
  fact.from = year + "-01-01";
  fact.to = year + "-12-31";
}

void Binder::Emit(const Quantity& quantity, const KindReading& kind, const MeasureReading& measure,
                  const std::vector<std::string>& qualifiers, const PeriodMention& period, const Subject& subject) {
  DraftFact draft = NewDraft(subject, measure);
  Fact& fact = draft.fact;
  fact.rules.insert(fact.rules.begin(), kind.rule);
  fact.kind = kind.kind;
  fact.value = WholeIfNear(kind.value);
  if (kind.upper) fact.upper = WholeIfNear(*kind.upper);
  fact.unit = kind.unit;
  fact.relation = kind.relation;
  fact.qualifiers = qualifiers;
  const bool stock = measure.measure != nullptr && measure.measure->stock;
  const bool brought_to = HasCue(text_, sentence_->begin, quantity.begin, "bring_to");
  const bool flow = measure.measure != nullptr && !stock && kind.kind != FactKind::kShare;
  const Period days = PeriodFor(period, stock, flow, brought_to && stock);
  if (days.from) fact.from = ToIso(*days.from);
  if (days.to) fact.to = ToIso(*days.to);
  if (kind.kind == FactKind::kTarget && period.up_to) FitTargetPeriod(fact);
  draft.number_begin = quantity.number_begin;
  draft.number_end = quantity.IsPercent() ? quantity.unit_end : quantity.number_end;
  facts_->push_back(draft);
  if (!quantity.whole) return;
  DraftFact whole = draft;
  whole.fact.value = WholeIfNear(*quantity.whole);
  // Of what adds up over a period, b of a/b is what was planned: "kết nạp 11/15 đảng viên".
  const bool planned = kind.against_plan || (measure.measure != nullptr && !measure.measure->stock && quantity.unit == "person");
  whole.fact.kind = planned ? FactKind::kTarget : FactKind::kAmount;
  whole.fact.rules.front() = planned ? "fraction-of-plan" : "fraction-whole";
  facts_->push_back(whole);
}

}  // namespace timso
