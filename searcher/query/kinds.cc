#include "searcher/query/kinds.h"

#include <algorithm>

#include "searcher/query/word_table.h"

namespace timso {
namespace {

NumberRange Above(double number, bool included) { return {number, std::nullopt, included, false}; }
NumberRange Below(double number, bool included) { return {std::nullopt, number, false, included}; }

NumberRange Negative(const NumberRange& range) {
  NumberRange negative;
  if (range.high) negative.low = -*range.high, negative.low_included = range.high_included;
  if (range.low) negative.high = -*range.low, negative.high_included = range.low_included;
  return negative;
}

class Decision {
 public:
  explicit Decision(const KindQuestion& question) : q_(question), cues_(question.cues) {}

  KindAnswer Run() {
    if (q_.kind_is_given) {
      for (const BoundMention& bound : q_.bounds) Bound(bound, bound.range);
      return std::move(answer_);
    }
    if (!cues_.aim.empty() && cues_.exceed.empty() && cues_.miss.empty()) {
      Say(FactKind::kTarget, {&cues_.aim, &cues_.target, &cues_.reach, &cues_.percent});
      PlainBounds();
    } else if (IsAttainment()) {
      Attainment();
    } else if (IsChange()) {
      Change();
    } else if (!cues_.target.empty()) {
      Say(FactKind::kTarget, {&cues_.target, &cues_.assign});
      PlainBounds();
    } else if (IsShare()) {
      Say(FactKind::kShare, {&cues_.share, &cues_.percent});
      PlainBounds();
    } else {
      Usual();
    }
    return std::move(answer_);
  }

 private:
  void Say(FactKind kind, std::initializer_list<const Cues*> lists) {
    answer_.kinds = {kind};
    answer_.said = true;
    for (const Cues* cues : lists) {
      for (const Cue& cue : *cues) {
        for (std::size_t i = cue.begin; i < cue.end; ++i) answer_.tokens.push_back(i);
      }
    }
  }
  void Bound(const BoundMention& bound, const NumberRange& range) {
    answer_.bounds.push_back({range, bound.percent, bound.money, bound.begin, bound.end});
  }
  void PlainBounds() {
    for (const BoundMention& bound : q_.bounds) Bound(bound, bound.range);
  }
  bool PercentBound() const {
    return std::any_of(q_.bounds.begin(), q_.bounds.end(), [](const BoundMention& bound) { return bound.percent; });
  }
  static bool IsRate(std::string_view measure) {
    return UsualKinds(measure) == std::vector<FactKind>{FactKind::kShare};
  }
  bool Surplus() const {
    return std::any_of(q_.bounds.begin(), q_.bounds.end(), [](const BoundMention& bound) { return bound.by_surplus; });
  }
  bool OverHundred() const {
    return std::any_of(q_.bounds.begin(), q_.bounds.end(), [](const BoundMention& bound) {
      return bound.percent && ((bound.range.low && *bound.range.low >= 100));
    });
  }

  // Something was reached of a target.
  bool IsAttainment() const {
    if (!cues_.attainment.empty()) return true;
    const bool verb = !cues_.reach.empty() || !cues_.exceed.empty() || !cues_.miss.empty();
    // Of a rate "targets above 50%" are such numbers themselves.
    const bool set = !cues_.assign.empty() || (q_.measure.ids.size() == 1 && IsRate(q_.measure.ids.front()));
    if (!cues_.target.empty() && set && !verb) return false;
    if (!cues_.target.empty()) return verb || !cues_.percent.empty() || PercentBound();
    if (Surplus() && cues_.share.empty() && !MeasureSaysRate()) return true;
    if (!cues_.share.empty() || !cues_.up.empty() || !cues_.down.empty()) return false;
    return OverHundred() || (PercentBound() && verb && !q_.has_qualifier);
  }

  void Attainment() {
    Say(FactKind::kAttainment,
        {&cues_.target, &cues_.reach, &cues_.exceed, &cues_.miss, &cues_.attainment, &cues_.share, &cues_.percent});
    if (q_.bounds.empty()) return AttainmentWithoutNumber();
    for (const BoundMention& bound : q_.bounds) Bound(bound, AttainmentRange(bound));
  }

  NumberRange AttainmentRange(const BoundMention& bound) const {
    NumberRange range = bound.range;
    const bool over_by = bound.by_surplus || (!cues_.exceed.empty() && bound.percent && range.low && *range.low < 60);
    if (over_by) {
      if (range.low) *range.low += 100;
      if (range.high) *range.high += 100;
      if (bound.by_surplus) range.high.reset(), range.low_included = true;
    }
    // "đạt 100% chỉ tiêu" asks for the target met; more is met too.
    if (bound.bare && range.low == 100.0) return Above(100, !IsExceed());
    if (bound.bare && IsExceed()) return Above(*range.low, over_by);
    return range;
  }
  bool IsExceed() const { return !cues_.exceed.empty() && cues_.reach.empty(); }

  void AttainmentWithoutNumber() {
    if (!cues_.miss.empty()) {
      answer_.bounds.push_back({Below(100, false), false, "", 0, 0});
    } else if (!cues_.exceed.empty() && AsksCount()) {
      answer_.bounds.push_back({Above(0, false), false, UnitOf(q_.measure.ids.front()), 0, 0});
    } else if (!cues_.exceed.empty()) {
      // "đạt và vượt": both are asked for.
      const bool met_too = !cues_.reach.empty() && cues_.percent.empty() && ReachBeforeExceed();
      answer_.bounds.push_back({Above(100, met_too), false, "", 0, 0});
    } else if (!cues_.reach.empty() && cues_.ask.empty() && cues_.percent.empty() && cues_.share.empty() && q_.lists &&
               !q_.ranked) {
      answer_.bounds.push_back({Above(100, true), false, "", 0, 0});
    }
  }
  // "vượt chỉ tiêu bao nhiêu đảng viên": the surplus is counted in what the measure counts.
  bool AsksCount() const {
    return std::any_of(cues_.ask.begin(), cues_.ask.end(), [&](const Cue& ask) {
      const bool counted =
          std::find(q_.measure.tokens.begin(), q_.measure.tokens.end(), ask.end) != q_.measure.tokens.end();
      return ask.begin > cues_.exceed.front().begin && counted;
    });
  }
  bool ReachBeforeExceed() const {
    const Cue& reach = cues_.reach.front();
    const std::size_t exceed = cues_.exceed.front().begin;
    // "hoàn thành vượt mức" is one verb.
    const bool one = reach.end == exceed && !q_.tokens[exceed - 1].clause_end;
    return reach.begin < exceed && exceed - reach.begin <= 4 && !one;
  }

  // "bao nhiêu người", "bao nhiêu tỷ đồng"
  std::string AskedUnit() const {
    const WordTable& table = WordTable::Default();
    for (const Cue& ask : cues_.ask) {
      const WordMatch scale = table.LongestAt(q_.tokens, ask.end, "scale", q_.marked);
      const WordMatch unit =
          table.LongestAt(q_.tokens, scale.form != nullptr ? scale.end() : ask.end, "unit_name", q_.marked);
      if (unit.form != nullptr) return unit.form->id;
    }
    return "";
  }

  bool IsChange() const {
    const bool moved = !cues_.up.empty() || !cues_.down.empty();
    if (!cues_.change.empty()) return true;
    if (!moved) return !cues_.compared.empty() && !cues_.ask.empty() && cues_.target.empty();
    return true;
  }

  void Change() {
    answer_.unit = AskedUnit();
    Say(FactKind::kChange, {&cues_.up, &cues_.down, &cues_.change, &cues_.compared});
    const bool down = !cues_.down.empty() && cues_.up.empty();
    const bool up = !cues_.up.empty() && cues_.down.empty();
    for (const BoundMention& bound : q_.bounds) {
      Bound(bound, down ? Negative(bound.range) : bound.range);
      // "giảm dưới 5%" is a decrease still.
      if (down && !bound.range.low) answer_.bounds.push_back({Below(0, false), false, "", 0, 0});
      if (up && !bound.range.low) answer_.bounds.push_back({Above(0, false), false, "", 0, 0});
    }
    if (!q_.bounds.empty() || !q_.lists || !cues_.ask.empty() || q_.ranked) return;
    if (down) answer_.bounds.push_back({Below(0, false), false, "", 0, 0});
    if (up) answer_.bounds.push_back({Above(0, false), false, "", 0, 0});
  }

  bool IsShare() const {
    if (!cues_.share.empty() || MeasureSaysRate()) return true;
    if (cues_.AsksPercent()) return true;
    return PercentBound() && q_.has_qualifier;
  }
  bool MeasureSaysRate() const {
    for (const std::size_t token : q_.measure.tokens) {
      const std::string& key = q_.tokens[token].key;
      if (token + 1 < q_.tokens.size() && (key == "tỉ" || q_.tokens[token].folded == "ti") &&
          (q_.tokens[token + 1].folded == "le" || q_.tokens[token + 1].folded == "trong")) {
        return true;
      }
      if (q_.tokens[token].stem == "rate" || q_.tokens[token].stem == "coverag") return true;
    }
    return false;
  }

  // "số hộ nghèo": before the measure's words or among them.
  bool MeasureSaysCount() const {
    const auto is_count = [&](std::size_t token) {
      return q_.tokens[token].key == "số" || q_.tokens[token].key == "so";
    };
    const std::vector<std::size_t>& tokens = q_.measure.tokens;
    if (tokens.empty()) return false;
    return is_count(tokens.front()) || (tokens.front() > 0 && is_count(tokens.front() - 1));
  }

  // No word tells: a count, unless the measure is one of rates; a percent bound leaves the kinds in percent.
  void Usual() {
    PlainBounds();
    if (q_.measure_is_given) return;
    const bool asked = !cues_.ask.empty() || q_.ranked;
    if (q_.measure.ids.empty()) {
      if (asked && !PercentBound()) answer_.kinds = {FactKind::kAmount};
      return;
    }
    answer_.kinds = UsualKinds(q_.measure.ids.front());
    const bool counted = (!cues_.ask.empty() || MeasureSaysCount()) && cues_.percent.empty();
    if (counted && answer_.kinds.size() > 1) answer_.kinds = {FactKind::kAmount};
    if (PercentBound()) answer_.kinds = {FactKind::kShare};
  }

  const KindQuestion& q_;
  const QuestionCues& cues_;
  KindAnswer answer_;
};

}  // namespace

KindAnswer DecideKinds(const KindQuestion& question) { return Decision(question).Run(); }

}  // namespace timso
