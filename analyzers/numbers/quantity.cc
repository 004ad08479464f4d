#include "analyzers/numbers/quantity.h"

#include <algorithm>

#include "analyzers/numbers/numeral.h"
#include "analyzers/text/syllable.h"

namespace timso {
namespace {

class QuantityReader {
 public:
  QuantityReader(const AnalyzedText& text, std::size_t begin, std::size_t end, const std::vector<bool>& taken)
      : text_(text), begin_(begin), end_(end), taken_(taken) {}

  std::vector<Quantity> Run() {
    for (std::size_t at = begin_; at < end_;) {
      Quantity quantity;
      if (taken_[at] || !ReadAt(at, quantity)) {
        ++at;
        continue;
      }
      at = std::max(quantity.end, at + 1);
      quantities_.push_back(std::move(quantity));
    }
    return std::move(quantities_);
  }

 private:
  bool ReadAt(std::size_t at, Quantity& quantity) {
    const auto numeral = Number(at);
    if (!numeral) return false;
    quantity.number_begin = numeral->begin;
    quantity.number_end = quantity.end = numeral->end;
    quantity.value = numeral->value;
    quantity.in_words = numeral->in_words;
    quantity.bare_one = numeral->bare_one;
    ReadUnit(quantity);
    if (!ReadRange(*numeral, quantity)) ReadFraction(quantity);
    if (numeral->in_words && quantity.unit.empty() && numeral->scale == 1) return false;
    ReadRelationBefore(quantity);
    ReadRelationAfter(quantity);
    return true;
  }

  std::optional<Numeral> Number(std::size_t at) const {
    auto numeral = ReadNumeral(text_, at, end_);
    if (!numeral) return std::nullopt;
    for (std::size_t i = numeral->begin; i < numeral->end; ++i) {
      if (taken_[i]) return std::nullopt;
    }
    return numeral;
  }

  void ReadUnit(Quantity& quantity) const {
    quantity.unit_begin = quantity.unit_end = quantity.end;
    const std::size_t at = quantity.end;
    if (at >= end_ || taken_[at]) return;
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      if (mention->role != Role::kUnit || mention->end > end_) continue;
      const UnitRow& unit = text_.lexicon->units()[mention->row];
      if (!CaseFits(unit, at)) continue;
      quantity.unit = unit.id;
      quantity.unit_class = unit.unit_class;
      quantity.value *= unit.factor;
      quantity.unit_begin = at;
      quantity.unit_end = quantity.end = mention->end;
      return;
    }
  }

  // One-letter units are only units in small letters and grown onto the number or a space away: "5 m", not "5 M".
  bool CaseFits(const UnitRow& unit, std::size_t at) const {
    return unit.form.size() > 1 || text_.Word(at) == unit.form;
  }

  bool IsRangeSign(std::size_t at) const {
    if (at >= end_ || taken_[at]) return false;
    const std::string_view word = text_.Word(at);
    if (word == "-" || word == "–" || word == "—" || word == "÷") return true;
    const std::string key = text_.lexicon->Key(word);
    return key == "đến" || key == "tới" || key == "den" || key == "toi" || key == "to" || word == "..";
  }

  bool RisesOrFallsFrom(std::size_t at) const {
    // "tăng từ 5% đến 7%" states two levels, no range.
    if (at < begin_ + 2) return false;
    const std::string from = text_.lexicon->Key(text_.Word(at - 1));
    const std::string verb = text_.lexicon->Key(text_.Word(at - 2));
    return (from == "từ" || from == "tu") && (verb == "tăng" || verb == "giảm" || verb == "tang" || verb == "giam");
  }

  bool ReadRange(const Numeral& low, Quantity& quantity) {
    std::size_t at = quantity.end;
    if (!IsRangeSign(at) || RisesOrFallsFrom(quantity.number_begin)) return false;
    const auto high = Number(at + 1);
    if (!high || (high->in_words && !low.in_words)) return false;
    Quantity upper;
    upper.value = high->value;
    upper.end = high->end;
    ReadUnit(upper);
    double value = quantity.value;
    if (quantity.unit.empty()) {
      const double factor = high->value == 0 ? 1 : upper.value / high->value;
      value *= factor * (low.scale == 1 ? high->scale : 1);
    } else if (quantity.unit != upper.unit) {
      return false;
    }
    if (value >= upper.value) return false;
    quantity.value = value;
    quantity.upper = upper.value;
    quantity.number_end = high->end;
    quantity.unit = upper.unit;
    quantity.unit_class = upper.unit_class;
    quantity.unit_begin = upper.unit_begin;
    quantity.unit_end = upper.unit_end;
    quantity.end = upper.end;
    return true;
  }

  // 65/75, 15.530 ha/22.366 ha.
  void ReadFraction(Quantity& quantity) {
    const std::size_t sign = quantity.end;
    if (!text_.IsPunctuation(sign, "/") || sign >= end_) return;
    const auto whole = Number(sign + 1);
    if (!whole || whole->in_words) return;
    Quantity other;
    other.value = whole->value;
    other.end = whole->end;
    ReadUnit(other);
    if (quantity.unit.empty()) {
      quantity.unit = other.unit;
      quantity.unit_class = other.unit_class;
      quantity.unit_begin = other.unit_begin;
      quantity.unit_end = other.unit_end;
      if (whole->value != 0) quantity.value *= other.value / whole->value;  // the unit's factor
    }
    quantity.whole = other.value;
    quantity.number_end = whole->end;
    quantity.end = other.end;
  }

  static constexpr std::size_t kLongestRelation = 4;  // words

  void ReadRelationBefore(Quantity& quantity) const {
    quantity.begin = quantity.number_begin;
    std::size_t before = quantity.number_begin;
    // "từ 80% trở lên", "đạt 80% trở lên": the relation stands behind; a "từ" in front belongs to it.
    const std::size_t earliest = std::max(begin_, before > kLongestRelation ? before - kLongestRelation : 0);
    const Mention* best = nullptr;
    for (const Mention* mention : text_.MentionsIn(earliest, before)) {
      if (mention->role != Role::kRelation || mention->end != before) continue;
      if (!text_.lexicon->relations()[mention->row].before) continue;
      if (best == nullptr || mention->begin < best->begin) best = mention;
    }
    if (best == nullptr) return;
    SetRelation(quantity, *best);
    quantity.begin = best->begin;
  }

  void ReadRelationAfter(Quantity& quantity) const {
    constexpr std::size_t kReach = 4;  // words of what is counted may stand between: "10 tiêu chí trở lên"
    for (const Mention* mention : text_.MentionsIn(quantity.end, std::min(end_, quantity.end + kReach))) {
      if (mention->role != Role::kRelation || text_.lexicon->relations()[mention->row].before) continue;
      for (std::size_t i = quantity.end; i < mention->begin; ++i) {
        if (text_.tokens[i].kind != TokenKind::kWord) return;
      }
      SetRelation(quantity, *mention);
      if (mention->begin == quantity.end) quantity.end = mention->end;
      return;
    }
  }

  void SetRelation(Quantity& quantity, const Mention& mention) const {
    const RelationRow& row = text_.lexicon->relations()[mention.row];
    quantity.relation = RelationNamed(row.relation).value_or(Relation::kEqual);
    quantity.relation_words = LowerCase(text_.Words(mention.begin, mention.end));
  }

  const AnalyzedText& text_;
  std::size_t begin_;
  std::size_t end_;
  const std::vector<bool>& taken_;
  std::vector<Quantity> quantities_;
};

}  // namespace

std::vector<Quantity> ReadQuantities(const AnalyzedText& text, std::size_t begin, std::size_t end,
                                     const std::vector<bool>& taken) {
  return QuantityReader(text, begin, end, taken).Run();
}

}  // namespace timso
