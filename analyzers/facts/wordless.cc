// Targets met or missed without a number: "hoàn thành chỉ tiêu", "vượt chỉ tiêu", "chưa đạt kế hoạch".
#include <algorithm>

#include "analyzers/facts/binder.h"

namespace timso {
namespace {

constexpr std::size_t kGap = 2;  // words that may stand between the verb and the target

// The relation that the verb states, nullopt when it states none.
std::optional<Relation> RelationOf(const AnalyzedText& text, const Mention& verb, std::size_t begin) {
  const std::size_t before = verb.begin > begin + 1 ? verb.begin - 2 : begin;
  if (HasCue(text, before, verb.end, "not_yet")) return Relation::kLess;
  const bool degree = text.IsKey(verb.end - 1, "mức");
  const bool exceeds = degree || text.IsKey(verb.end - 1, "vượt");
  bool reaches = text.IsKey(verb.begin, "hoàn");
  for (std::size_t i = verb.begin; i < verb.end; ++i) reaches = reaches || text.IsKey(i, "và");  // "đạt và vượt"
  if (exceeds && !(reaches && !degree))
    return text.IsKey(verb.begin, "đạt") && reaches ? Relation::kGreaterEqual : Relation::kGreater;
  return Relation::kGreaterEqual;
}

// A number in [begin, end); the target's own number right after its word ("chưa đạt chỉ tiêu 40 đảng viên") is none.
bool NumberBetween(const SentenceReading& sentence, std::size_t begin, std::size_t end, std::size_t target) {
  return std::any_of(sentence.quantities.begin(), sentence.quantities.end(), [&](const Quantity& quantity) {
    if (quantity.number_begin == target && !quantity.IsPercent()) return false;
    if (quantity.unit_class == UnitRow::Class::kTime && !quantity.unit.empty()) return false;  // "trước 2 tháng"
    return quantity.number_begin < end && quantity.number_end > begin;
  });
}

// "hoàn thành", "vượt", and, since the longer phrase takes the verb in, "chưa đạt", "không hoàn thành".
bool SaysFulfilment(const AnalyzedText& text, const Mention& mention) {
  if (mention.role != Role::kCue) return false;
  const std::string& role = text.lexicon->cues()[mention.row];
  return role == "fulfil" || (role == "not_yet" && mention.end > mention.begin + 1);
}

}  // namespace

std::vector<Subject> Binder::NamedAfter(std::size_t at) const {
  std::vector<Subject> named;
  for (const PlaceMention& place : sentence_->places) {
    if (place.begin >= at && IsSubject(place)) named.push_back(resolver_.SubjectOf(place, subject_));
  }
  return named;
}

// "xây được 27 căn nhà, hoàn thành kế hoạch": the target is that of the amount right before; the measure is its.
bool Binder::GoesOnFromAmount(std::size_t clause, std::size_t verb, MeasureReading& measure) const {
  if (HasContent(clause, verb) || facts_->empty()) return false;
  const DraftFact& last = facts_->back();
  if (last.sentence != sentence_index_ || last.number_end > clause || last.fact.kind != FactKind::kAmount) return false;
  for (const PlaceMention& place : sentence_->places) {
    if (place.begin >= last.number_end && place.end <= verb) return false;
  }
  measure.text = last.fact.measure_text;
  return true;
}

// "kết nạp 4 học sinh, chưa đạt chỉ tiêu": of those that the number before counts.
std::vector<std::string> Binder::QualifiersBefore(std::size_t at) const {
  for (auto draft = facts_->rbegin(); draft != facts_->rend() && draft->sentence == sentence_index_; ++draft) {
    if (draft->number_end <= at) return draft->fact.qualifiers;
  }
  return {};
}

void Binder::ReadWordless() {
  if (sentence_->block == BlockKind::kTitle) return;
  std::size_t done = sentence_->begin;
  for (const Mention* verb : text_.MentionsIn(sentence_->begin, sentence_->end)) {
    if (!SaysFulfilment(text_, *verb) || verb->begin < done) continue;
    const Mention* plan = FirstCue(text_, verb->end, std::min(sentence_->end, verb->end + kGap + 5), "plan");
    if (plan == nullptr || plan->begin > verb->end + kGap) continue;
    const std::size_t clause = ClauseBegin(text_, sentence_->begin, verb->begin);
    const std::size_t end = ClauseEnd(text_, plan->end, sentence_->end);
    done = plan->end;
    // A number of its own beside the words states the figure; a purpose states none.
    if (NumberBetween(*sentence_, clause, end, plan->end) || HasCue(text_, clause, verb->begin, "purpose")) continue;
    auto relation = RelationOf(text_, *verb, clause);
    if (!relation) continue;
    for (const Mention* mention : text_.MentionsIn(verb->end, plan->begin)) {  // "đạt xấp xỉ mục tiêu"
      if (mention->role != Role::kRelation || mention->end > plan->begin) continue;
      relation = RelationNamed(text_.lexicon->relations()[mention->row].relation);
    }
    if (!relation) continue;
    NumberContext context;
    context.left = context.clause = context.naming = clause;
    context.right = plan->begin;  // "chỉ tiêu giảm nghèo"
    const bool own_number = std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(),
                                        [&](const Quantity& q) { return q.number_begin == plan->end; });
    context.right_end = own_number ? plan->end : end;
    context.aimed = aimed_;
    if (aimed_) continue;
    Quantity stated;
    stated.begin = stated.number_begin = verb->begin;
    stated.end = stated.number_end = stated.unit_begin = stated.unit_end = plan->end;
    stated.value = 100;
    stated.unit = "percent";
    stated.unit_class = UnitRow::Class::kPercent;
    places_passed_ = 0;
    periods_passed_ = 0;
    PassPlaces(verb->begin);
    MeasureReading measure = MeasureOf(stated, context, FactKind::kAttainment);
    if (measure.measure == nullptr && !GoesOnFromAmount(clause, verb->begin, measure)) continue;
    KindReading kind;
    kind.kind = FactKind::kAttainment;
    kind.value = 100;
    kind.unit = "percent";
    kind.relation = *relation;
    kind.rule = "target-met-in-words";
    PeriodMention period = PeriodOf(verb->begin, plan->end, context, false);
    std::vector<Subject> subjects = SubjectsOf(stated, context);
    // "nhiều đảng bộ hoàn thành chỉ tiêu như: Nga My, Lương Phú": those that are named, never the whole, and at no time
    // but one that the sentence tells.
    if (HasCue(text_, clause, verb->begin, "some")) {
      subjects = NamedAfter(plan->end);
      if (sentence_->periods.empty()) period = {};
    }
    for (const Subject& subject : subjects) {
      Emit(stated, kind, measure, QualifiersBefore(verb->begin), period, subject);
      facts_->back().fact.wordless = true;
    }
  }
}

}  // namespace timso
