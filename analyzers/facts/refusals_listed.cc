// Numbers that say nothing of their own: one of joined years, as many as names follow, what is asked of whoever fails.
#include "analyzers/facts/binder.h"
#include "analyzers/facts/kind_decider.h"

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

// "của 3 nhóm", "ở cả 4 tỉnh", "giữa hai nước": so many of those that the sentence is about or goes on to name; people
// and households are counted all the same ("tặng quà cho 10 hộ").
bool Binder::NamesGroup(const Quantity& quantity) const {
  constexpr double kFew = 12;
  const bool counts = quantity.unit.empty() || quantity.unit_class == UnitRow::Class::kCounter;
  const bool person = quantity.unit == "person" || quantity.unit == "household";
  if (!counts || person || quantity.upper || quantity.whole || quantity.relation != Relation::kEqual) return false;
  if (SpokenOf(quantity) || OnlyListed(quantity)) return true;
  if (quantity.value < 2 || quantity.value > kFew) return false;
  // "Hai tuyến đường do tỉnh quản lý …" at the head of a sentence: those that it speaks of.
  if (quantity.begin == sentence_->begin) return quantity.in_words && quantity.value == 2;
  if (quantity.in_words && text_.IsKey(quantity.begin - 1, {"tại", "ở", "thuộc", "riêng"})) return true;
  if (quantity.number_end != quantity.number_begin + 1 || quantity.end >= sentence_->end) return false;
  if (quantity.unit.empty() && text_.tokens[quantity.end].kind != TokenKind::kWord) return false;
  const bool place =
      text_.IsKey(quantity.number_end, {"tỉnh", "thành", "huyện", "quận", "xã", "phường", "nước", "châu"});
  if (place && text_.IsKey(quantity.begin - 1, {"tại", "ở", "thuộc", "trong", "qua"})) return true;
  if (place && IsWord(text_, quantity.begin - 1, "với") && IsWord(text_, quantity.begin - 2, "so")) return true;
  const bool body = quantity.unit == "organization" && !HasCue(text_, quantity.unit_begin, quantity.unit_end, "actor");
  return !body && text_.IsKey(quantity.begin - 1, {"của", "cho", "giữa", "cả"});
}

// "2 phương án: …", "theo 3 phương thức", "hai xã khác": a number of things that the text goes on to tell, or of others
// beside the one that it speaks of.
bool Binder::OnlyListed(const Quantity& quantity) const {
  constexpr double kFew = 12;
  if (quantity.value < 2 || quantity.value > kFew) return false;
  if (IsWord(text_, quantity.end, "khác") && IsWord(text_, quantity.begin - 1, "cùng")) return true;
  const Mention* thing = FirstCue(text_, quantity.number_end, quantity.number_end + 1, "only_listed");
  return thing != nullptr && thing->begin == quantity.number_end;
}

// "200 doanh nghiệp này", "5 đơn vị trên,": those that were spoken of.
bool Binder::SpokenOf(const Quantity& quantity) const {
  constexpr double kFew = 12;
  const std::size_t longest = quantity.value <= kFew ? 6 : 4;  // tokens of what they are
  for (std::size_t at = quantity.number_end; at < std::min(quantity.number_end + longest + 1, sentence_->end); ++at) {
    if (text_.tokens[at].kind != TokenKind::kWord) return false;
    if (at > quantity.number_end && text_.IsKey(at, "này")) return true;
    const bool above = text_.IsKey(at, "trên") && at + 1 < sentence_->end;
    if (above && (text_.IsKey(at - 1, {"kể", "nói", "nêu"}) || text_.IsPunctuation(at + 1, ",.;"))) return true;
  }
  return false;
}

// "doanh nghiệp có vốn dưới 3 tỷ đồng", "dự án có diện tích từ 50 ha trở lên": what kind of thing is spoken of.
bool Binder::IsSizeOfKind(const Quantity& quantity) const {
  constexpr std::size_t kReach = 14;  // tokens back to "có"
  const std::string& bound = quantity.relation_words;
  const bool bounded = SameWord(bound, "dưới") || SameWord(bound, "trên") || SameWord(bound, "không quá") ||
                       bound.starts_with("trở") || bound.starts_with("tro");
  if (!bounded || quantity.IsPercent()) return false;
  const std::size_t first = TokensBack(quantity.begin, kReach, sentence_->begin);
  std::size_t has = quantity.begin;
  while (has > first && !IsWord(text_, has - 1, "có")) --has;
  if (has == first || has - 1 == sentence_->begin || ClauseEnd(text_, has, quantity.begin) != quantity.begin)
    return false;
  if (!HasCue(text_, has, quantity.begin, "measured")) return false;
  const Mention* thing = LastCue(text_, sentence_->begin, has - 1, "size_class");
  const bool goes_on =
      text_.IsKey(has - 2, {"và", "hoặc"});  // "có vốn dưới 3 tỷ đồng và có số lao động không quá 20 người"
  return thing != nullptr && (thing->end == has - 1 || (goes_on && IsWord(text_, thing->end, "có")));
}

// "dự án có vốn từ 6.000 tỷ đồng trở lên, giải ngân ít nhất 3.000 tỷ đồng": the next condition of the same kind.
bool Binder::NextCondition(const Quantity& quantity) const {
  if (quantity.relation != Relation::kGreaterEqual && quantity.relation != Relation::kLessEqual) return false;
  if (quantity.IsPercent()) return false;
  const Quantity* before = nullptr;
  for (const Quantity& other : sentence_->quantities) {
    if (other.end <= quantity.begin) before = &other;
  }
  if (before == nullptr || before->unit != quantity.unit || !IsSizeOfKind(*before)) return false;
  const std::size_t comma = ClauseEnd(text_, before->end, quantity.begin);
  return comma < quantity.begin && text_.IsPunctuation(comma, ",") &&
         ClauseEnd(text_, comma + 1, quantity.begin) == quantity.begin;
}

// "xe từ 10 tấn đến dưới 18 tấn", "ở mức từ 3% đến dưới 5%": a class of a rule; "tỷ lệ từ 3% đến dưới 5%" tells what is
// there.
bool Binder::IsClassOfRule(const Quantity& quantity) const {
  if (!quantity.upper || !IsWord(text_, quantity.begin - 1, "từ")) return false;
  const std::size_t at_bound = quantity.begin > sentence_->begin + 1 ? quantity.begin - 2 : sentence_->begin;
  const bool about =
      IsWord(text_, at_bound, "khoảng") ||
      (quantity.IsPercent() && !text_.IsKey(at_bound, {"mức", "định", "vi", "tăng", "giảm"}));  // "phạm vi nhất định"
  for (std::size_t at = quantity.number_begin; at + 1 < quantity.number_end; ++at) {
    if (IsWord(text_, at, "đến") && IsWord(text_, at + 1, "dưới")) return !about;
  }
  return false;
}

// "lương của 1 người", "chỉ bằng 1 chiếc xe sang", "được trả 1 lần": one stands for any.
bool Binder::OneForAny(const Quantity& quantity) const {
  if (quantity.value != 1 || quantity.upper || quantity.whole || quantity.unit_class != UnitRow::Class::kCounter)
    return false;
  if (quantity.relation != Relation::kEqual || quantity.begin == sentence_->begin) return false;
  return text_.IsKey(quantity.begin - 1, {"của", "bằng"}) ||
         (IsWord(text_, quantity.number_end, "lần") && quantity.unit == "times");
}

// "được hỗ trợ tối đa 30%", "vay vốn tối đa đến 70%": what a rule allows whoever asks.
bool Binder::IsEntitlement(const Quantity& quantity) const {
  constexpr std::size_t kReach = 3;  // tokens: the bound itself, "đến", "lên tới"
  const std::size_t from = TokensBack(quantity.number_begin, kReach + 2, sentence_->begin);
  for (std::size_t at = TokensBack(quantity.number_begin, kReach + 1, sentence_->begin); at < quantity.number_begin;
       ++at) {
    if (!IsWord(text_, at, "tối") || !IsWord(text_, at + 1, "đa")) continue;
    const Mention* given = LastCue(text_, from, at, "entitles");
    return given != nullptr && given->end == at;
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
