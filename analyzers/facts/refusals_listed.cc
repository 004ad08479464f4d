// Numbers that say nothing of their own: one of joined years, as many as names follow, what is asked of whoever fails.
#include "analyzers/facts/binder.h"

namespace timso {

// "nhận Huy hiệu 55, 50 và 30 năm": bare numbers joined to one of years are years too.
bool Binder::InDurationList(const Quantity& quantity) const {
  if (!quantity.unit.empty()) return false;
  const Quantity* last = &quantity;
  for (const Quantity& next : sentence_->quantities) {
    if (next.begin <= last->begin) continue;
    const bool joined =
        next.begin == last->end + 1 && (text_.IsPunctuation(last->end, ",") || text_.IsKey(last->end, "và"));
    if (!joined) return false;
    if (next.unit_class == UnitRow::Class::kTime && !next.unit.empty()) return true;
    if (!next.unit.empty()) return false;
    last = &next;
  }
  return false;
}

// "36, 38 và 41 đảng viên": the number whose unit holds for those joined to it as well; nullptr when there is none.
const Quantity* Binder::JoinedTo(const Quantity& quantity) const {
  if (!previous_ || LooksLikeYear(quantity)) return nullptr;
  const Quantity* last = &quantity;
  for (const Quantity& next : sentence_->quantities) {
    if (next.begin <= last->begin) continue;
    const bool joined = next.begin == last->end + 1 && text_.IsKey(last->end, "và");
    if (!joined) return nullptr;
    const bool counts = next.unit_class == UnitRow::Class::kCounter && next.unit == previous_->unit;
    return counts ? &next : nullptr;
  }
  return nullptr;
}

// "Hai huyện vùng cao Mường Lát và Quan Sơn, mỗi nơi 4 em": the names say who is counted; the number tells nothing.
bool Binder::BodiesByName(const Quantity& quantity) const {
  constexpr double kFew = 6;
  constexpr std::size_t kReach = 4;  // tokens between: "vùng cao", "miền núi"
  if (quantity.value < 2 || quantity.value > kFew || quantity.unit_class != UnitRow::Class::kCounter) return false;
  double named = 0;
  std::size_t end = 0;
  for (const PlaceMention& place : sentence_->places) {
    if (place.begin < quantity.end || place.parent_of_previous) continue;
    const bool goes_on = named == 0 ? place.begin <= quantity.end + kReach : place.begin == end + 1;
    if (!goes_on || place.kind != PlaceMention::Kind::kNamed) break;
    ++named;
    end = place.end;
  }
  if (named != quantity.value) return false;
  for (std::size_t i = end; i < std::min(end + kReach, sentence_->end); ++i) {
    if (text_.IsKey(i, {"mỗi", "đều", "cùng", "lần"})) return true;
  }
  return false;
}

// "đơn vị nào đạt dưới 50% phải kiểm điểm", "đạt từ 80% thì được xét": whoever it holds for, nobody is said to be so.
bool Binder::ForWhoever(const Quantity& quantity, const NumberContext& context) const {
  if (quantity.relation == Relation::kEqual) return false;
  for (std::size_t i = context.clause; i < quantity.begin; ++i) {
    if (IsWord(text_, i, "nào")) return true;
  }
  if (!quantity.IsPercent() || HasCue(text_, context.clause, quantity.begin, "aim")) return false;
  return (IsWord(text_, quantity.end, "phải") || IsWord(text_, quantity.end, "thì") ||
          IsWord(text_, quantity.end, "cần"));
}

}  // namespace timso
