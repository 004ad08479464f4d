// Numbers that leave out what they count: items of a list, numbers that end a clause, quotas.
#include <algorithm>

#include "analyzers/facts/binder.h"

namespace timso {

// "Một số đơn vị cụ thể: xã Cát Văn 8, đạt 80%": a colon before the first item.
bool Binder::InlineList(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (text_.IsPunctuation(i, ":")) return true;
  }
  return false;
}

// "Toàn huyện: chỉ tiêu 168, đã kết nạp 74" where nothing was counted yet: the plan is of what the title counts.
void Binder::OpenPlan(const Quantity& quantity) {
  const bool flows = frame_.measure != nullptr && !frame_.measure->stock;
  if (flows || planned_measure_ == nullptr || planned_measure_->stock || planned_measure_->units.empty()) return;
  const Mention* plan = LastCue(text_, sentence_->begin, quantity.begin, "plan");
  if (plan == nullptr || plan->end != quantity.begin || planned_measure_->units.front() == "VND") return;
  frame_.measure = planned_measure_;
  frame_.measure_text = planned_measure_->vietnamese;
  frame_.unit = planned_measure_->units.front();
  frame_.unit_class = UnitRow::Class::kCounter;
  frame_.set = true;
}

// "huyện Đức Linh 05": a number without a unit goes on a list when nothing but names and known words lies between.
bool Binder::Elliptic(const Quantity& quantity, const NumberContext& context) {
  OpenPlan(quantity);
  if (frame_.unit.empty() || CountsOrdered(quantity) || IsNoun(context.right, context.right_end)) return false;
  if (EndsClauseBare(quantity, context)) return true;
  const bool labelled = text_.IsPunctuation(quantity.begin - 1, ":") && quantity.begin > sentence_->begin;
  const bool in_list = previous_.has_value() || lead_ || labelled ||
                       HasCue(text_, context.left, quantity.begin, "subset") ||
                       HasQualifier(context.clause, quantity.begin) || InlineList(context.left, quantity.begin);
  if (!in_list || HasContent(labelled ? quantity.begin : context.clause, quantity.begin)) return false;
  for (const PlaceMention& place : sentence_->places) {
    if (place.begin >= context.left && place.end <= quantity.begin) return true;
  }
  for (const Mention* mention : text_.MentionsIn(context.left, quantity.begin)) {
    if (mention->role == Role::kQualifier || mention->role == Role::kConcept) return true;
  }
  return false;
}

// "con số này còn 63", "năm ngoái chỉ 7", "nay đã 205", "(kế hoạch cả năm: 110)", "so với chỉ tiêu 40": so many of what
// was counted before, when nothing but a time, a plan's word or "con số này" and a word of being stands in front of a
// number that ends its clause.
bool Binder::EndsClauseBare(const Quantity& quantity, const NumberContext& context) const {
  const bool counts = frame_.unit_class == UnitRow::Class::kCounter && frame_.measure != nullptr;
  if (!counts || IsNoun(quantity.end, context.right_end) || LooksLikeYear(quantity)) return false;
  const bool named = quantity.end < context.right_end && text_.tokens[quantity.end].capitalized;
  std::size_t clause = quantity.begin;
  while (clause > context.clause && !text_.IsPunctuation(clause - 1, ":")) --clause;
  if (text_.IsPunctuation(quantity.begin - 1, ":")) clause = context.clause;
  if (named || HasContent(clause, quantity.begin)) return false;
  const Mention* plan = LastCue(text_, context.clause, quantity.begin, "plan");
  if (plan != nullptr && plan->end == quantity.begin) return true;
  if (Given(quantity)) return true;
  const bool joined = HasCue(text_, TokensBack(quantity.begin, 4), quantity.begin, "before_bare") &&
                      LastCue(text_, 0, quantity.begin, "before_bare")->end == quantity.begin;
  const bool labelled = text_.IsPunctuation(quantity.begin - 1, ":");
  if (!joined && !labelled) return false;
  // "Xã A có 4, xã B có 3" after what the district did
  const bool placed = joined && !frame_.measure->stock && !sentence_->paragraph_start &&
                      std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& place) {
                        return place.begin >= context.clause && place.end <= quantity.begin && IsSubject(place);
                      });
  return placed || plan != nullptr || HasCue(text_, context.clause, quantity.begin, "same_figure") ||
         HasCue(text_, context.clause, quantity.begin, "year_before") ||
         std::any_of(sentence_->periods.begin(), sentence_->periods.end(), [&](const PeriodMention& period) {
           return period.begin >= context.clause && period.end <= quantity.begin;
         });
}

// "1985", "2020": digits that are rather a year.
bool Binder::LooksLikeYear(const Quantity& quantity) const {
  const std::string_view digits = text_.Word(quantity.number_begin);
  return digits.size() == 4 && digits.find_first_of(".,") == std::string_view::npos && quantity.value >= 1900 &&
         quantity.value <= 2100;
}

// "được giao 5 thì kết nạp 8"
bool Binder::Given(const Quantity& quantity) const {
  return quantity.begin > sentence_->begin && text_.IsKey(quantity.begin - 1, "giao");
}

// "kết nạp 14/12 chỉ tiêu", "được giao 8 chỉ tiêu": a quota is so many of what was planned; "15/17 chỉ tiêu đạt" counts
// indicators.
void Binder::ReadQuota(Quantity& quantity, const NumberContext& context, KindReading& kind) {
  if (elliptic_ && !kind.decided && Given(quantity)) {
    kind.kind = FactKind::kTarget;
    kind.rule = "quota";
  }
  if (quantity.unit != "chỉ tiêu" || kind.unit != quantity.unit) return;
  const bool given = Given(quantity);
  std::vector<ConceptMention> near = ConceptsAround(quantity, context);
  std::erase_if(near, [&](const ConceptMention& c) { return c.begin < context.clause; });
  const Measure* own = MeasureTable::Get().Choose(near, "").measure;
  // "kết nạp 1 đảng viên trên tổng số 6 chỉ tiêu", "kết nạp 46 đảng viên/60 chỉ tiêu"
  const bool of_all =
      previous_ && previous_->unit == "person" &&
      (HasCue(text_, context.left, quantity.begin, "total") || text_.IsPunctuation(quantity.begin - 1, "/"));
  const Measure* measure = own != nullptr ? own : given ? planned_measure_ : of_all ? frame_.measure : nullptr;
  if (measure == nullptr || measure->stock || measure->units.empty() || measure->units.front() != "person") return;
  quantity.unit = kind.unit = "person";
  if (own == nullptr) {
    frame_.measure = measure;
    frame_.measure_text = measure->vietnamese;
    elliptic_ = frame_.set = true;
  }
  if (quantity.whole || kind.decided) return;
  kind.kind = FactKind::kTarget;
  kind.rule = "quota";
}

}  // namespace timso
