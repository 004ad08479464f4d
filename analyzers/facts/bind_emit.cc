// The facts of a number that has been read: one a subject, and the whole of a fraction.
#include <algorithm>
#include <cmath>

#include "analyzers/facts/binder.h"

namespace timso {
namespace {

// 8.634,8 tỷ is a whole number of đồng, whatever binary fractions say; 100.7 stays 100.7.
double WholeIfNear(double value) {
  const double rounded = std::round(value * 1e6) / 1e6;
  const double whole = std::round(value);
  return std::abs(value - whole) < 1e-9 * std::abs(value) ? whole : rounded;
}

}  // namespace

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

// A target is for the year, not for the day on which a count stands; of a rate nothing tells but a year's end.
void Binder::FitTargetPeriod(Fact& fact) const {
  if (!fact.to) return;
  const std::string year = fact.to->substr(0, 4);
  if (fact.unit == "percent" && !fact.to->ends_with("-12-31")) {
    fact.from = fact.to = std::nullopt;
    return;
  }
  fact.from = year + "-01-01";
  fact.to = year + "-12-31";
}

// "58% kế hoạch cả năm (63 tỷ đồng)"
bool Binder::NamesYear(std::size_t at) const {
  constexpr std::size_t kReach = 3;  // tokens
  return at >= sentence_->begin + kReach && text_.IsKey(at - kReach, "cả") && text_.IsKey(at - kReach + 1, "năm");
}

// What stands in a year that has not begun when the text was written is planned or foreseen, whatever the verb.
bool Binder::IsFuture(const Fact& fact) const {
  if (!date_ || !fact.from || fact.kind == FactKind::kAttainment) return false;
  return std::stoi(fact.from->substr(0, 4)) > date_->year;
}

// "17/19 chi bộ đạt trong sạch vững mạnh": all nineteen are cells, whatever is said of the seventeen.
void Binder::NameWhole(const Quantity& quantity, Fact& whole) const {
  TokenSpan noun{quantity.number_end, quantity.number_end + 1};
  std::vector<ConceptMention> concepts;
  for (const Mention* mention : text_.MentionsIn(noun.begin, noun.end)) {
    const bool names = mention->role == Role::kConcept && mention->begin == noun.begin;
    if (names) concepts.push_back({mention->row, mention->begin, mention->end, true, 0});
    if (names || mention->role == Role::kUnit) noun.end = std::max<std::size_t>(noun.end, mention->end);
  }
  if (quantity.unit_class != UnitRow::Class::kCounter || !IsNoun(noun.begin, noun.end)) return;
  const Measure* measure = MeasureTable::Get().Choose(concepts, quantity.unit).measure;
  whole.measure.reset();
  if (measure != nullptr) whole.measure = measure->id;
  whole.measure_text = std::string(text_.Words(noun.begin, noun.end));
  whole.qualifiers.clear();
  whole.rules = {whole.rules.front(), "counted-noun"};
}

void Binder::Emit(const Quantity& quantity, const KindReading& kind, const MeasureReading& measure,
                  const std::vector<std::string>& qualifiers, const PeriodMention& period, const Subject& subject) {
  DraftFact draft = NewDraft(subject, measure);
  Fact& fact = draft.fact;
  fact.rules.insert(fact.rules.begin(), kind.words.empty() ? kind.rule : kind.rule + " (" + kind.words + ")");
  fact.kind = kind.kind;
  fact.value = WholeIfNear(kind.value);
  if (kind.upper) fact.upper = WholeIfNear(*kind.upper);
  fact.unit = kind.unit;
  fact.relation = kind.relation;
  fact.qualifiers = qualifiers;
  const bool stock = StandsOnDay(measure, quantity);
  const bool brought_to = HasCue(text_, sentence_->begin, quantity.begin, "bring_to");
  const bool flow = measure.measure != nullptr && !stock && kind.kind != FactKind::kShare;
  Period days = PeriodFor(period, stock, flow, brought_to && stock);
  const bool open_count = measure.measure == nullptr && period.up_to && !period.schooling && !stock && days.to;
  if (open_count && StandsThen(quantity, kind)) days = Day(*days.to);
  // "đầu năm 2022 có 300 hộ nghèo": on its first day
  const bool starts = measure.measure != nullptr && period.rule == "year-start" && days.from && !days.to;
  if (stock && starts) days = Day(*days.from);
  if (days.from) fact.from = ToIso(*days.from);
  if (days.to) fact.to = ToIso(*days.to);
  if (IsFuture(fact)) {
    fact.kind = FactKind::kTarget;
    fact.rules.emplace_back("future");
  }
  const bool of_year = kind.rule == "plan-in-brackets" && NamesYear(quantity.begin);
  if (kind.kind == FactKind::kTarget && (period.up_to || of_year)) FitTargetPeriod(fact);
  draft.number_begin = quantity.number_begin;
  draft.number_end = quantity.IsPercent() ? quantity.unit_end : quantity.number_end;
  facts_->push_back(draft);
  if (!quantity.whole) return;
  DraftFact whole = draft;
  whole.fact.value = WholeIfNear(*quantity.whole);
  // Of what adds up over a period, b of a/b is what was planned: "kết nạp 11/15 đảng viên".
  const bool adds_up = measure.measure != nullptr && !measure.measure->stock && quantity.unit == "person";
  const bool planned = kind.against_plan || (adds_up && !quantity.among);
  whole.fact.kind = planned ? FactKind::kTarget : FactKind::kAmount;
  whole.fact.rules.front() = planned ? "fraction-of-plan" : "fraction-whole";
  if (!planned) NameWhole(quantity, whole.fact);
  facts_->push_back(whole);
}

// One a subject: as the rules read them for whoever learns from them, else after the second reading.
void Binder::EmitAll(const NumberReading& reading, const MeasureReading& measure,
                     const std::vector<std::string>& qualifiers, const std::vector<Subject>& subjects) {
  if (observer_ == nullptr) return EmitReviewed(reading, measure, qualifiers, subjects);
  (*observer_)(reading);
  for (const Subject& subject : subjects)
    Emit(reading.quantity, reading.kind, measure, qualifiers, *reading.period, subject);
}

// The facts of a number after the second reading: what it doubts is left empty, a number that it doubts altogether left
// out. What the next numbers inherit stays as the rules read it.
void Binder::EmitReviewed(const NumberReading& reading, const MeasureReading& measure,
                          const std::vector<std::string>& qualifiers, const std::vector<Subject>& subjects) {
  const Opinion opinion = second_.Of(reading);
  if (!opinion.fact) return;
  MeasureReading reviewed = measure;
  std::vector<const char*> rules;
  if (!opinion.measure) {
    reviewed.measure = nullptr;
    rules.push_back("measure-doubted");
  }
  if (!opinion.words) {
    reviewed.text.clear();
    rules.push_back("words-doubted");
  } else if (opinion.better_words) {
    reviewed.text = std::string(text_.Words(opinion.better_words->begin, opinion.better_words->end));
    rules.push_back("better-words");
  }
  if (!opinion.period) rules.push_back("period-doubted");
  if (!opinion.subject) rules.push_back("subject-doubted");
  const PeriodMention period = opinion.period ? *reading.period : PeriodMention{};
  const std::size_t first = facts_->size();
  static const std::vector<Subject> kNobody(1);
  for (const Subject& subject : opinion.subject ? subjects : kNobody)
    Emit(reading.quantity, reading.kind, reviewed, qualifiers, period, subject);
  for (std::size_t i = first; i < facts_->size(); ++i) {
    (*facts_)[i].fact.doubtful = opinion.doubtful;
    std::vector<std::string>& all = (*facts_)[i].fact.rules;
    all.insert(all.end(), rules.begin(), rules.end());
  }
}

}  // namespace timso
