// Percents that go with the numbers before them: of their fraction, of their plan, one each in their order.
#include <algorithm>
#include <cmath>

#include "analyzers/facts/binder.h"

namespace timso {

// "doanh thu và lợi nhuận tăng lần lượt 12% và 8%": the second number is of what the words behind "và" name.
void Binder::NameSecond(const Quantity& quantity, const NumberContext& context) {
  const TokenSpan named = SpokenBefore(quantity, context);
  const std::size_t joint = RespectiveJoint(quantity, named);
  if (joint != named.end) frame_.measure_text = SecondNamed({named.begin, joint}, {joint + 1, named.end});
}

// "17/19 tổ chức …, bằng 89,5%": a percent that says the fraction before it, which is no plan's, is a part of the
// whole.
bool Binder::IsOfFraction(std::size_t i, const Quantity& quantity, const KindReading& kind) const {
  constexpr double kRounding = 0.6;  // percentage points
  if (kind.kind != FactKind::kAttainment || !quantity.IsPercent() || i == 0 || !previous_) return false;
  const Quantity& part = sentence_->quantities[i - 1];
  if (!part.whole || *part.whole == 0 || previous_fact_ >= facts_->size()) return false;
  if (HasCue(text_, part.begin, ClauseEnd(text_, quantity.end, sentence_->end), "plan")) return false;
  const bool counts = (*facts_)[previous_fact_].fact.rules.front() == "fraction-whole";
  return counts && std::abs(quantity.value - 100 * part.value / *part.whole) <= kRounding;
}

// "Thực hiện dự kiến 51.000 tỷ đồng, đạt 110% dự toán", "dự kiến thu 90 tỷ đồng, vượt 8% kế hoạch": what is measured
// against the plan was expected, not planned.
void Binder::ReadEstimateAsDone(const KindReading& kind) {
  const bool measured =
      kind.kind == FactKind::kAttainment && (kind.rule == "percent-of-plan" || kind.rule == "off-plan" ||
                                             kind.rule == "exceeds-plan" || kind.rule == "exceeds-plan-by-units");
  if (!measured || !previous_ || previous_fact_ >= facts_->size() || !IsEstimate(*previous_)) return;
  Fact& fact = (*facts_)[previous_fact_].fact;
  fact.kind = FactKind::kAmount;
  fact.rules.front() = "estimate (" + previous_->words + ")";
}

// "doanh thu 200 tỷ và lợi nhuận 30 tỷ, tăng lần lượt 12% và 8%": as many percents as amounts before, in their order.
std::optional<Binder::MeasureReading> Binder::Respective(std::size_t i, const NumberContext& context) {
  const auto& quantities = sentence_->quantities;
  if (!quantities[i].IsPercent()) return std::nullopt;
  if (paired_left_ == 0) {
    if (!HasCue(text_, context.left, quantities[i].begin, "respectively")) return std::nullopt;
    std::size_t count = 1;
    for (std::size_t next = i + 1; next < quantities.size() && quantities[next].IsPercent(); ++next, ++count) {
      const std::size_t joint = quantities[next].begin - 1;
      const bool joined =
          joint == quantities[next - 1].end && (text_.IsPunctuation(joint, ",;") || text_.IsKey(joint, "và"));
      if (!joined) break;
    }
    if (count < 2 || amounts_.size() < count) return std::nullopt;
    paired_left_ = count;
  }
  MeasureReading measure = amounts_[amounts_.size() - paired_left_--];
  measure.rule = "respectively";
  measure.inherited = true;
  return measure;
}

}  // namespace timso
