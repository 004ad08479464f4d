#include "analyzers/facts/binder.h"

#include <algorithm>
#include <set>

#include "analyzers/text/syllable.h"

namespace timso {
namespace {

using PlaceKind = PlaceMention::Kind;

// How far a concept of an earlier number counts as being: nearer evidence of the number's own wins.
constexpr double kInherited = 8;
constexpr double kAcrossClause = 4;

// A noun right after a percent says what it is a part of: "100% thôn, buôn có chi bộ".
bool StartsNoun(const AnalyzedText& text, const NumberContext& context) {
  if (context.right >= context.right_end) return false;
  for (const Mention* mention : text.MentionsIn(context.right, context.right + 1)) {
    if (mention->role == Role::kConcept) return true;
  }
  return false;
}

bool CanBeSubject(PlaceKind kind) { return kind != PlaceKind::kEach; }

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
  const bool listed = lead_ && sentence.line_start;
  if (sentence.paragraph_start && !listed) subject_ = resolver_.document();
  // A list of several subjects ends with its sentence.
  if (subjects_in_sentence_ > 2) subject_ = resolver_.document();
  subjects_in_sentence_ = 0;
  if (!listed) {
    aimed_ = false;
    topic_.clear();
  }
}

void Binder::EndSentence(const SentenceReading& sentence) {
  PassPlaces(sentence.end);
  PassPeriods(sentence.end);
  const bool colon = text_.IsPunctuation(sentence.end - 1, ":");
  if (colon || HasCue(text_, sentence.begin, sentence.end, "subset")) {
    if (colon) aimed_ = aimed_ || HasCue(text_, sentence.begin, sentence.end, "aim_verb");
  }
  const bool listed = lead_ && sentence.line_start;
  if (colon || !listed) {
    lead_ = colon;
    topic_.clear();
    for (const Mention* mention : text_.MentionsIn(sentence.begin, sentence.end)) {
      if (mention->role == Role::kConcept) topic_.push_back({mention->row, mention->begin, mention->end, false, kInherited});
    }
  }
}

NumberContext Binder::ContextOf(std::size_t i) const {
  const Quantity& quantity = sentence_->quantities[i];
  NumberContext context;
  context.left = std::max(previous_end_, sentence_->begin);
  context.left = std::min(context.left, quantity.number_begin);
  context.clause = std::max(context.left, ClauseBegin(text_, sentence_->begin, quantity.begin));
  context.right = quantity.end;
  std::size_t limit = sentence_->end;
  if (i + 1 < sentence_->quantities.size()) limit = sentence_->quantities[i + 1].begin;
  context.right_end = std::max(context.right, ClauseEnd(text_, context.right, std::max(limit, context.right)));
  context.aimed = aimed_ || HasCue(text_, sentence_->begin, context.left, "aim_verb");
  return context;
}

void Binder::ReadNumber(std::size_t i) {
  const Quantity& quantity = sentence_->quantities[i];
  NumberContext context = ContextOf(i);
  if (Refuse(quantity, context)) return;
  Quantity read = quantity;
  if (read.unit.empty()) {
    if (Elliptic(quantity, context)) {
      read.unit = frame_.unit;
      read.unit_class = frame_.unit_class;
    } else if (context.right < context.right_end && text_.tokens[context.right].kind == TokenKind::kWord &&
               !text_.tokens[context.right].capitalized && !HasCue(text_, context.right, context.right + 1, "function")) {
      read.unit = LowerCase(text_.Word(context.right));
    } else {
      return;
    }
  }
  PassPlaces(quantity.begin);
  const KindReading kind = DecideKind(text_, read, context, previous_ ? &*previous_ : nullptr);
  const MeasureReading measure = MeasureOf(read, context);
  const std::vector<std::string> qualifiers = QualifiersOf(read, context, measure);
  const PeriodMention period = PeriodOf(quantity.begin, quantity.end, context);
  for (const Subject& subject : SubjectsOf(quantity, context)) Emit(read, kind, measure, qualifiers, period, subject);

  const bool brought_to = HasCue(text_, context.clause, quantity.number_begin, "bring_to");
  if (!brought_to) {
    frame_.measure = measure.measure;
    frame_.measure_text = measure.text;
    frame_.qualifiers = qualifiers;
    if (!measure.actions.empty() || !measure.inherited) frame_.actions = measure.actions;
    if (!read.IsPercent()) {
      frame_.unit = read.unit;
      frame_.unit_class = read.unit_class;
    }
    frame_.set = true;
  }
  previous_ = kind;
  previous_->unit = read.IsPercent() ? "percent" : read.unit;
  previous_end_ = quantity.end;
}

// What GUIDE calls no fact, as far as the words around a number tell.
bool Binder::Refuse(const Quantity& quantity, const NumberContext& context) const {
  if (quantity.unit_class == UnitRow::Class::kTime && !quantity.unit.empty()) return true;
  const bool known_unit = !quantity.unit.empty();
  for (const Mention* mention : text_.MentionsIn(quantity.begin > 4 ? quantity.begin - 4 : 0, quantity.begin)) {
    if (mention->role != Role::kCue || mention->end != quantity.begin) continue;
    if (text_.lexicon->cues()[mention->row] == "ordinal" && !known_unit) return true;
  }
  if (HasCue(text_, sentence_->begin, sentence_->end, "furniture") && sentence_->end - sentence_->begin < 12) return true;
  if (quantity.bare_one || (quantity.in_words && quantity.value <= 2 && quantity.unit_class == UnitRow::Class::kCounter)) {
    // "một" is an article unless its neighbours are counts of the same thing.
    const bool listed = previous_ && previous_->unit == quantity.unit && !quantity.unit.empty();
    if (!listed && quantity.bare_one) return true;
  }
  // A number grown to a letter or a sign on either side is part of a name.
  if (quantity.number_begin > 0 && !text_.tokens[quantity.number_begin].space_before) {
    const std::string_view before = text_.Word(quantity.number_begin - 1);
    if (before == "-" || before == "–" || before == "/" || before == "#" || before == "@" || before == "_") {
      if (!quantity.IsPercent() && quantity.number_begin > sentence_->begin + 1) return true;
    }
  }
  (void)context;
  return false;
}

// "huyện Đức Linh 05": a number without a unit goes on a list when nothing but names and known words lies between.
bool Binder::Elliptic(const Quantity& quantity, const NumberContext& context) const {
  if (!frame_.set || frame_.unit.empty()) return false;
  const bool in_list = previous_.has_value() || lead_;
  if (!in_list || HasContent(context.left, quantity.begin)) return false;
  for (const PlaceMention& place : sentence_->places) {
    if (place.begin >= context.left && place.end <= quantity.begin) return true;
  }
  for (const Mention* mention : text_.MentionsIn(context.left, quantity.begin)) {
    if (mention->role == Role::kQualifier || mention->role == Role::kConcept) return true;
  }
  return false;
}

// Whether words stand at tokens [begin, end) that no list knows: they speak of something new.
bool Binder::HasContent(std::size_t begin, std::size_t end) const {
  std::vector<bool> known(end > begin ? end - begin : 0, false);
  const auto mark = [&](std::size_t b, std::size_t e) {
    for (std::size_t i = std::max(b, begin); i < std::min(e, end); ++i) known[i - begin] = true;
  };
  const std::size_t earliest = begin > 6 ? begin - 6 : 0;
  for (const Mention* mention : text_.MentionsIn(earliest, end)) {
    if (mention->role != Role::kUnit) mark(mention->begin, mention->end);
  }
  for (const PlaceMention& place : sentence_->places) mark(place.begin, place.end);
  for (const PeriodMention& period : sentence_->periods) mark(period.begin, period.end);
  for (std::size_t i = begin; i < end; ++i) {
    if (text_.tokens[i].kind == TokenKind::kWord && !known[i - begin]) return true;
  }
  return false;
}

std::vector<ConceptMention> Binder::ConceptsAround(const Quantity& quantity, const NumberContext& context) const {
  std::vector<ConceptMention> concepts;
  const std::size_t noun = quantity.unit_begin != quantity.unit_end ? quantity.unit_begin : quantity.number_end;
  bool counted_known = false;
  const std::size_t right_begin = quantity.IsPercent() ? context.right : noun;
  for (const Mention* mention : text_.MentionsIn(right_begin, std::max(context.right_end, noun + 1))) {
    if (mention->role != Role::kConcept) continue;
    const bool counted = mention->begin == right_begin;
    const double distance = static_cast<double>(mention->begin - right_begin);
    concepts.push_back({mention->row, mention->begin, mention->end, counted, counted ? 0 : distance + 1});
    counted_known = counted_known || (counted && text_.lexicon->concepts()[mention->row] != "person");
  }
  for (const Mention* mention : text_.MentionsIn(context.left, quantity.begin)) {
    if (mention->role != Role::kConcept || mention->end > quantity.begin) continue;
    const bool same_clause = mention->begin >= context.clause;
    const double distance = static_cast<double>(quantity.begin - mention->end) + (same_clause ? 0 : kAcrossClause);
    concepts.push_back({mention->row, mention->begin, mention->end, !counted_known && same_clause, distance});
  }
  return concepts;
}

Binder::MeasureReading Binder::MeasureOf(const Quantity& quantity, const NumberContext& context) const {
  const MeasureTable& table = MeasureTable::Get();
  const std::string unit = quantity.IsPercent() || quantity.unit == "times" ? "" : quantity.unit;
  std::vector<ConceptMention> concepts = ConceptsAround(quantity, context);
  MeasureReading reading;
  for (const ConceptMention& mention : concepts) {
    if (!mention.counted) reading.actions.push_back({mention.concept_row, mention.begin, mention.end, false, kInherited});
  }
  const bool first = !previous_.has_value();
  const bool content = HasContent(context.clause, quantity.begin);
  const bool subset = HasCue(text_, context.left, quantity.begin, "subset");
  const bool own_qualifier = [&] {
    for (const Mention* mention : text_.MentionsIn(context.clause, context.right_end)) {
      if (mention->role == Role::kQualifier) return true;
    }
    return false;
  }();
  const bool passive = HasCue(text_, context.right, std::min(context.right + 2, context.right_end), "passive");
  const bool continues = frame_.set && (!first || subset || own_qualifier) && (!content || subset || !first) && !passive;

  // A percent that words of its own tie to nothing new goes with the number before it.
  const bool own_left = std::any_of(concepts.begin(), concepts.end(), [&](const ConceptMention& c) {
    return c.begin >= context.clause && c.begin < quantity.begin;
  });
  if (quantity.IsPercent() && frame_.set && !own_left && !content && (!first || !StartsNoun(text_, context))) {
    reading.measure = frame_.measure;
    reading.text = frame_.measure_text;
    reading.inherited = true;
    reading.rule = "measure-of-the-number-before";
    return reading;
  }
  if (continues && !(content && first)) {
    for (const ConceptMention& action : frame_.actions) concepts.push_back(action);
  }
  if (lead_ && sentence_->line_start) {
    for (const ConceptMention& topic : topic_) concepts.push_back(topic);
  }
  const MeasureTable::Choice choice = table.Choose(concepts, unit);
  if (choice.measure != nullptr) {
    reading.measure = choice.measure;
    reading.text = OpenMeasureText(quantity, context);
    if (reading.text.empty()) reading.text = choice.measure->vietnamese;
    reading.rule = "measure:" + choice.measure->id;
    return reading;
  }
  if (frame_.set && !content && !passive && concepts.empty() && !(first && unit.empty())) {
    const bool fits = frame_.measure == nullptr || unit.empty() || table.UnitFits(*frame_.measure, unit);
    if (fits) {
      reading.measure = frame_.measure;
      reading.text = frame_.measure_text;
      reading.inherited = true;
      reading.rule = "measure-in-force";
      return reading;
    }
  }
  reading.text = OpenMeasureText(quantity, context);
  reading.rule = "open-measure";
  return reading;
}

// The text's own words for what is counted: what stands after the number, else the words before it.
std::string Binder::OpenMeasureText(const Quantity& quantity, const NumberContext& context) const {
  const bool counts = !quantity.IsPercent() && quantity.unit_class == UnitRow::Class::kCounter;
  if (counts && context.right_end > quantity.number_end) {
    return std::string(text_.Words(quantity.number_end, context.right_end));
  }
  std::size_t begin = context.clause;
  std::size_t end = quantity.begin;
  const auto trimmed = [&](std::size_t i) {
    if (text_.tokens[i].kind != TokenKind::kWord) return true;
    for (const PeriodMention& period : sentence_->periods) {
      if (i >= period.begin && i < period.end) return true;
    }
    for (const Mention* mention : text_.MentionsIn(i > 3 ? i - 3 : 0, i + 1)) {
      if (mention->end <= i) continue;
      if (mention->role == Role::kRelation || mention->role == Role::kTime) return true;
      if (mention->role != Role::kCue) continue;
      const std::string& role = text_.lexicon->cues()[mention->row];
      if (role == "function" || role == "achieve" || role == "subset" || role == "up" || role == "down" ||
          role == "share" || role == "exceed" || role == "reach") {
        return true;
      }
    }
    return false;
  };
  while (begin < end && trimmed(begin)) ++begin;
  while (end > begin && trimmed(end - 1)) --end;
  return std::string(text_.Words(begin, end));
}

std::vector<std::string> Binder::QualifiersOf(const Quantity& quantity, const NumberContext& context,
                                              const MeasureReading& measure) const {
  std::set<std::string> found;
  const std::size_t noun = quantity.IsPercent() ? context.right : quantity.number_end;
  const auto collect = [&](std::size_t begin, std::size_t end) {
    for (const Mention* mention : text_.MentionsIn(begin, end)) {
      if (mention->role == Role::kQualifier) found.insert(text_.lexicon->qualifiers()[mention->row]);
    }
  };
  collect(noun, std::max(context.right_end, noun + 1));
  collect(context.clause, quantity.begin);
  const bool again = HasCue(text_, context.left, quantity.begin, "same_group");
  const bool percent_of_before = quantity.IsPercent() && measure.inherited && previous_.has_value();
  const bool elliptic = quantity.unit_begin == quantity.unit_end && measure.inherited;
  if (found.empty() && (percent_of_before || again || elliptic)) return frame_.qualifiers;
  const auto of_persons = [&] {
    if (measure.measure == nullptr) return false;
    const auto& units = measure.measure->units;
    return std::any_of(units.begin(), units.end(), [](const std::string& unit) {
      return unit == "person" || unit == "organization";
    });
  };
  if (!of_persons()) {
    std::erase_if(found, [](const std::string& id) {
      return id != "female" && id != "male" && id != "ethnic_minority" && id != "religious";
    });
  }
  return {found.begin(), found.end()};
}

bool Binder::IsSubject(const PlaceMention& place) const {
  if (place.parent_of_previous || !CanBeSubject(place.kind)) return false;
  const std::size_t before = place.begin;
  if (before > sentence_->begin) {
    const std::string key = text_.lexicon->Key(text_.Word(before - 1));
    if (key == "từ" || key == "sang" || key == "với" || key == "đi") return false;
  }
  const bool gives = place.end < sentence_->end && (text_.lexicon->Key(text_.Word(place.end)) == "giao" ||
                                                    text_.lexicon->Key(text_.Word(place.end)) == "đề");
  if (gives) return false;
  if (place.kind != PlaceKind::kBack) return true;
  if (place.whole || place.typed == false) return true;
  // "huyện" or "Huyện ủy" alone: only where a clause begins, or after "của", "trong", "địa bàn" …
  if (before == sentence_->begin || text_.tokens[before - 1].kind == TokenKind::kPunctuation) return true;
  for (const PeriodMention& period : sentence_->periods) {
    if (period.end == before) return true;
  }
  const std::string key = text_.lexicon->Key(text_.Word(before - 1));
  return key == "của" || key == "trong" || key == "bàn" || key == "ở" || key == "tại" || key == "bộ";
}

// Takes up the subjects named before token `end`.
void Binder::PassPlaces(std::size_t end) {
  for (; places_passed_ < sentence_->places.size(); ++places_passed_) {
    const PlaceMention& place = sentence_->places[places_passed_];
    if (place.begin >= end) return;
    if (!IsSubject(place)) {
      if (place.kind == PlaceKind::kEach) subject_ = resolver_.SubjectOf(place, subject_);
      continue;
    }
    const Subject subject = resolver_.SubjectOf(place, subject_);
    if (!subject.known()) continue;
    // "Hải Phòng, Cần Thơ: mỗi nơi …" share what follows.
    const bool joined = !together_.empty() && place.begin >= 1 &&
                        (text_.IsPunctuation(place.begin - 1, ",") ||
                         text_.lexicon->Key(text_.Word(place.begin - 1)) == "và") &&
                        places_passed_ > 0 && sentence_->places[places_passed_ - 1].end + 1 == place.begin;
    if (!joined) together_.clear();
    together_.push_back(subject);
    if (!(subject == subject_)) ++subjects_in_sentence_;
    subject_ = subject;
  }
}

std::vector<Subject> Binder::SubjectsOf(const Quantity& quantity, const NumberContext& context) {
  const bool named_left = std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& place) {
    return place.begin >= sentence_->begin && place.end <= quantity.begin && IsSubject(place);
  });
  if (!named_left) {
    // "trên 400 đoàn viên của huyện Nhơn Trạch": whom the counted things belong to.
    for (const PlaceMention& place : sentence_->places) {
      if (place.begin < context.right || place.begin >= context.right_end || !IsSubject(place)) continue;
      const std::string key = text_.lexicon->Key(text_.Word(place.begin - 1));
      const bool owner = key == "của" || key == "ở" || key == "tại" || key == "bàn" || key == "cho";
      if (owner && place.kind != PlaceKind::kBack) return {subject_ = resolver_.SubjectOf(place, subject_)};
    }
  }
  if (together_.size() > 1) {
    const std::size_t since = sentence_->places[places_passed_ - 1].end;
    for (std::size_t i = since; i < quantity.begin; ++i) {
      const std::string key = text_.lexicon->Key(text_.Word(i));
      if (key == "đều" || key == "mỗi" || key == "cùng") return together_;
    }
  }
  return {subject_};
}

void Binder::PassPeriods(std::size_t end) {
  for (; periods_passed_ < sentence_->periods.size(); ++periods_passed_) {
    const PeriodMention& period = sentence_->periods[periods_passed_];
    if (period.begin >= end) return;
    if (period.reference) continue;
    const bool day = !period.up_to && !period.now && period.period.from && period.period.from == period.period.to;
    if (day && sentence_->end - sentence_->begin < 6) continue;
    const bool bracketed = period.begin > 0 && text_.IsPunctuation(period.begin - 1, "(");
    if (bracketed && period.begin > previous_end_ && previous_ && end > period.end) continue;
    period_ = period;
    has_period_ = true;
  }
}

PeriodMention Binder::PeriodOf(std::size_t begin, std::size_t end, const NumberContext& context) {
  PassPeriods(begin);
  const bool own_left = std::any_of(sentence_->periods.begin(), sentence_->periods.end(), [&](const PeriodMention& p) {
    return !p.reference && p.begin >= context.clause && p.end <= begin;
  });
  if (!own_left) {
    for (const PeriodMention& period : sentence_->periods) {
      if (period.reference || period.begin < end) continue;
      const bool near = period.begin < context.right_end ||
                        (period.begin == context.right_end + 1 && text_.IsPunctuation(context.right_end, "("));
      if (near && !period.now) return period;
    }
  }
  return has_period_ ? period_ : PeriodMention{};
}

Period Binder::PeriodFor(const PeriodMention& mention, bool stock, bool brought_to) const {
  Period period = mention.period;
  if (mention.now && !stock && period.to) period = {Date{period.to->year, 1, 1}, period.to};
  if (stock && period.to && (mention.up_to || mention.now || brought_to)) period = Day(*period.to);
  return period;
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

void Binder::Emit(const Quantity& quantity, const KindReading& kind, const MeasureReading& measure,
                  const std::vector<std::string>& qualifiers, const PeriodMention& period, const Subject& subject) {
  DraftFact draft = NewDraft(subject, measure);
  Fact& fact = draft.fact;
  fact.rules.insert(fact.rules.begin(), kind.rule);
  fact.kind = kind.kind;
  fact.value = kind.value;
  fact.upper = kind.upper;
  fact.unit = kind.unit;
  fact.relation = kind.relation;
  fact.qualifiers = qualifiers;
  const bool stock = measure.measure != nullptr && measure.measure->stock;
  const bool brought_to = HasCue(text_, sentence_->begin, quantity.begin, "bring_to");
  const Period days = PeriodFor(period, stock, brought_to && stock);
  if (days.from) fact.from = ToIso(*days.from);
  if (days.to) fact.to = ToIso(*days.to);
  draft.number_begin = quantity.number_begin;
  draft.number_end = quantity.IsPercent() ? quantity.unit_end : quantity.number_end;
  facts_->push_back(draft);
  if (!quantity.whole) return;
  DraftFact whole = draft;
  whole.fact.value = *quantity.whole;
  whole.fact.kind = kind.against_plan ? FactKind::kTarget : FactKind::kAmount;
  whole.fact.rules.front() = kind.against_plan ? "fraction-of-plan" : "fraction-whole";
  facts_->push_back(whole);
}

}  // namespace timso
