#include "analyzers/numbers/quantity.h"

#include <algorithm>
#include <array>
#include <cmath>

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
    if (ReadMultiple(at, quantity)) return true;
    const auto numeral = Number(at);
    if (!numeral) return false;
    quantity.number_begin = numeral->begin;
    quantity.number_end = quantity.end = numeral->end;
    quantity.value = numeral->value;
    quantity.in_words = numeral->in_words;
    quantity.bare_one = numeral->bare_one;
    ReadUnit(quantity);
    if (quantity.unit.empty()) ReadUnitBefore(quantity);
    AddCents(quantity);
    ReadSign(quantity);
    if (!ReadRange(*numeral, quantity)) ReadFraction(*numeral, quantity);
    if (numeral->in_words && quantity.unit.empty() && numeral->scale == 1) return false;
    ReadRate(quantity);
    ReadRelationBefore(quantity);
    ReadRelationAfter(quantity);
    return true;
  }

  // "gấp đôi", "gấp rưỡi", "gấp ba": times without the word for them. Relation words stand before "gấp".
  bool ReadMultiple(std::size_t at, Quantity& quantity) const {
    if (at == begin_ || !IsKey(at - 1, "gấp", "gap")) return false;
    quantity.number_end = at + 1;
    if (IsKey(at, "đôi", "doi")) {
      quantity.value = 2;
    } else if (IsKey(at, "rưỡi", "ruoi") || IsKey(at, "rưởi", "ruoi")) {
      quantity.value = 1.5;
    } else {
      const auto numeral = Number(at);
      if (!numeral || numeral->scale != 1 || numeral->value < 2 || numeral->value > 10) return false;
      const bool counts = numeral->end < end_ && (UnitAt(numeral->end) != nullptr || IsRangeSign(numeral->end, at));
      if (counts) return false;
      quantity.value = numeral->value;
      quantity.number_end = numeral->end;
    }
    quantity.unit = "times";
    quantity.unit_class = UnitRow::Class::kMeasure;
    quantity.in_words = true;
    quantity.end = quantity.unit_begin = quantity.unit_end = quantity.number_end;
    quantity.number_begin = at - 1;
    ReadRelationBefore(quantity);
    quantity.number_begin = at;
    if (quantity.relation_words.empty()) quantity.begin = at;
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

  bool IsKey(std::size_t at, std::string_view exact, std::string_view folded) const {
    if (at < begin_ || at >= end_ || text_.tokens[at].kind != TokenKind::kWord) return false;
    return text_.IsKey(at, text_.lexicon->form() == Lexicon::Form::kExact ? exact : folded);
  }

  // The longest unit that begins at the token.
  const Mention* UnitAt(std::size_t at) const {
    if (at >= end_ || taken_[at]) return nullptr;
    if (IsKey(at, "lần", "lan") && IsKey(at + 1, "lượt", "luot"))
      return nullptr;  // "năm 2020, 2021 lần lượt có 4 và 5"
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      if (mention->role == Role::kUnit && mention->end <= end_ && CaseFits(UnitOf(*mention), at)) return mention;
    }
    return nullptr;
  }
  const UnitRow& UnitOf(const Mention& mention) const { return text_.lexicon->units()[mention.row]; }

  // One-letter units are only units in small letters and grown onto the number or a space away: "5 m", not "5 M".
  bool CaseFits(const UnitRow& unit, std::size_t at) const {
    return unit.form.size() > 1 || text_.Word(at) == unit.form;
  }

  void ReadUnit(Quantity& quantity) const {
    quantity.unit_begin = quantity.unit_end = quantity.end;
    const Mention* mention = UnitAt(quantity.end);
    if (mention == nullptr || (IsKey(quantity.end, "lần", "lan") && IsKey(quantity.end + 1, "lượt", "luot"))) return;
    SetUnit(quantity, UnitOf(*mention));
    quantity.unit_end = quantity.end = mention->end;
  }

  // "15%/năm", "45 triệu đồng / người / năm", "20 USD/tấn": what it is counted by belongs to the number.
  void ReadRate(Quantity& quantity) const {
    if (quantity.unit.empty()) return;
    while (quantity.end + 1 < end_ && text_.IsPunctuation(quantity.end, "/")) {
      std::size_t next = 0;
      for (const Mention* mention : text_.MentionsIn(quantity.end + 1, quantity.end + 2)) {
        if (mention->role != Role::kUnit || mention->end > end_) continue;
        next = std::max<std::size_t>(next, mention->end);
        quantity.per_measure = quantity.per_measure || UnitOf(*mention).unit_class == UnitRow::Class::kMeasure;
        AddTimeOfRate(quantity, UnitOf(*mention));
      }
      if (next == 0 && IsKey(quantity.end + 1, "phiên", "phien")) next = AddSession(quantity);
      if (next == 0) return;
      quantity.end = next;
    }
  }

  // "7 triệu thùng/ngày" is no total of the period. Incomes by the month and yields by the year are so asked for.
  static void AddTimeOfRate(Quantity& quantity, const UnitRow& unit) {
    const std::string_view time = unit.id == "day"    ? "ngày"
                                  : unit.id == "week" ? "tuần"
                                  : unit.id == "hour" ? "giờ"
                                                      : "";
    if (time.empty() || quantity.IsPercent() || quantity.per_day) return;
    quantity.unit += "/" + std::string(time);
    quantity.per_day = true;
  }

  // "900 tỷ đồng/phiên": of a day of trading; the token behind it.
  static std::size_t AddSession(Quantity& quantity) {
    if (!quantity.IsPercent() && !quantity.per_day) quantity.unit += "/phiên";
    quantity.per_day = true;
    return quantity.end + 2;
  }

  void SetUnit(Quantity& quantity, const UnitRow& unit) const {
    quantity.unit = unit.id;
    quantity.unit_class = unit.unit_class;
    quantity.value *= unit.factor;
  }

  // "$10.000", "USD 20 triệu": a currency's sign or code in front.
  void ReadUnitBefore(Quantity& quantity) const {
    if (quantity.number_begin == begin_) return;
    const std::size_t sign = quantity.number_begin - 1;
    const Mention* mention = UnitAt(sign);
    if (mention == nullptr || UnitOf(*mention).unit_class != UnitRow::Class::kMoney) return;
    const Token& token = text_.tokens[sign];
    const bool code = token.kind == TokenKind::kPunctuation || (token.capitalized && token.end - token.begin <= 3);
    const bool own =
        sign == begin_ || text_.tokens[sign - 1].kind != TokenKind::kNumber;  // "10 $ 20": of the one before
    if (code && own) SetUnit(quantity, UnitOf(*mention));
  }

  // "2 đô la và 23 xen", "2 đô 23": hundredths of a foreign currency add up.
  void AddCents(Quantity& quantity) const {
    constexpr double kCent = 0.01;
    const bool foreign =
        quantity.unit_class == UnitRow::Class::kMoney && !quantity.unit.empty() && quantity.unit != "VND";
    if (!foreign || quantity.unit_begin == quantity.unit_end) return;
    const auto cents = Number(quantity.end + (IsKey(quantity.end, "và", "va") ? 1 : 0));
    if (!cents || cents->value <= 0 || cents->value >= 100) return;
    const Mention* mention = UnitAt(cents->end);
    const bool named = mention != nullptr && UnitOf(*mention).factor == kCent;
    const bool bare = cents->begin == quantity.end && !cents->in_words &&
                      (cents->end == end_ || text_.tokens[cents->end].kind == TokenKind::kPunctuation);
    if (!named && !(bare && text_.Word(cents->begin).size() == 2 && !text_.IsPunctuation(cents->end, "%/-"))) return;
    quantity.value += cents->value * kCent;
    quantity.number_end = cents->end;
    quantity.unit_end = quantity.end = named ? mention->end : cents->end;
  }

  // "âm 5%", "-5%", "-3°C". A hyphen before a count is a bullet or a dash.
  void ReadSign(Quantity& quantity) const {
    const std::size_t at = quantity.number_begin;
    if (at == begin_) return;
    const bool degrees = quantity.unit == "°C";
    const bool hyphen = text_.IsPunctuation(at - 1, "-") && !text_.tokens[at].space_before &&
                        (text_.tokens[at - 1].space_before || (at >= 2 && text_.IsPunctuation(at - 2, "("))) &&
                        (quantity.IsPercent() || degrees);
    const bool minus = text_.Word(at - 1) == "−" && !text_.tokens[at].space_before;
    if (hyphen || minus || IsKey(at - 1, "âm", "âm")) quantity.value = -quantity.value;
  }

  bool IsRangeSign(std::size_t at, std::size_t number) const {
    if (at >= end_ || taken_[at]) return false;
    if (text_.tokens[at].kind == TokenKind::kPunctuation) {
      constexpr std::array<std::string_view, 5> kSigns = {"-", "–", "—", "÷", ".."};
      return std::find(kSigns.begin(), kSigns.end(), text_.Word(at)) != kSigns.end();
    }
    if (IsKey(at, "đến", "den") || IsKey(at, "tới", "toi") || IsKey(at, "to", "to")) return true;
    return IsKey(at, "và", "va") && number > begin_ && IsKey(number - 1, "giữa", "giua");
  }

  // "từ 20% đến dưới 50%": past a word of bounds inside the range.
  std::size_t InnerRelationEnd(std::size_t at) const {
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      if (mention->role == Role::kRelation && mention->end < end_ &&
          text_.tokens[mention->end].kind == TokenKind::kNumber)
        return mention->end;
    }
    return at;
  }

  // "tăng từ 5% đến 7%", "tăng 3%, từ 80 USD tới 83 USD": two levels, no range; "giảm từ 5 đến 7%" is one.
  bool RisesOrFallsFrom(const Quantity& low) const {
    constexpr std::size_t kReach = 12;  // tokens back to the verb
    std::size_t at = low.number_begin;
    if (low.unit.empty() || at < begin_ + 2 || !IsKey(at - 1, "từ", "tu")) return false;
    if (!text_.IsPunctuation(at - 2, ",")) return Changes(at - 2);
    if (low.IsPercent()) return false;
    const std::size_t earliest = TokensBack(at, kReach, begin_);
    for (at -= 2; at > earliest && !text_.IsPunctuation(at - 1, ",;."); --at) {
      if (Changes(at - 1)) return true;
    }
    return false;
  }
  bool Changes(std::size_t at) const { return IsKey(at, "tăng", "tang") || IsKey(at, "giảm", "giam"); }

  bool ReadRange(const Numeral& low, Quantity& quantity) const {
    std::size_t at = quantity.end;
    const bool said = at < end_ && text_.tokens[at].kind == TokenKind::kWord;
    if (!IsRangeSign(at, quantity.number_begin) || (said && RisesOrFallsFrom(quantity))) return false;
    if (said) at = InnerRelationEnd(at + 1) - 1;
    if (UnitAt(at + 1) != nullptr) ++at;  // "VND1000-VND2000"
    const auto high = Number(at + 1);
    // "5 đến một ngày": a word behind digits is more likely an article.
    if (!high || (high->in_words && !low.in_words && high->value == std::floor(high->value))) return false;
    Quantity upper;
    upper.value = high->value;
    upper.end = high->end;
    ReadUnit(upper);
    double value = quantity.value;
    if (quantity.unit.empty()) {
      const double factor = high->value == 0 ? 1 : upper.value / high->value;
      value *= factor * (low.scale == 1 ? high->scale : 1);
    } else if (!upper.unit.empty() && quantity.unit != upper.unit) {
      return false;
    } else if (upper.unit.empty()) {
      // "$5 - 6": the unit in front holds for both.
      if (quantity.unit_begin != quantity.unit_end) return false;
      upper.unit = quantity.unit;
      upper.unit_class = quantity.unit_class;
    }
    if (value >= upper.value) return false;
    quantity.value = value;
    quantity.upper = upper.value;
    quantity.number_end = high->end;
    TakeUnit(quantity, upper);
    quantity.end = upper.end;
    return true;
  }

  static void TakeUnit(Quantity& quantity, const Quantity& from) {
    quantity.unit = from.unit;
    quantity.unit_class = from.unit_class;
    quantity.unit_begin = from.unit_begin;
    quantity.unit_end = from.unit_end;
  }

  // "23 trên 27 doanh nghiệp", "23 trong số 27 hộ": the token before the whole, `at` when no such word stands there.
  std::size_t FractionWord(const Numeral& part, std::size_t at) const {
    if (part.in_words || part.scale != 1) return at;
    if (IsKey(at, "trên", "tren")) return IsKey(at + 1, "tổng", "tong") && IsKey(at + 2, "số", "so") ? at + 3 : at + 1;
    if (!IsKey(at, "trong", "trong")) return at;
    const std::size_t number = IsKey(at + 1, "tổng", "tong") ? at + 2 : at + 1;
    return IsKey(number, "số", "so") ? number + 1 : at;
  }

  // "600 triệu đồng/12 tháng", "23.000 đồng/1 USD", "90.000 đồng/5 kg": what a rate is reckoned by.
  static bool IsRateBase(const Numeral& base, const Quantity& part, const Quantity& whole) {
    const bool price = part.unit_class == UnitRow::Class::kMoney && whole.unit_class == UnitRow::Class::kMeasure;
    return price || whole.unit_class == UnitRow::Class::kTime || base.value == 1;
  }

  // 65/75, 15.530 ha/22.366 ha, 120/150 tỷ đồng, 23 trên 27 doanh nghiệp.
  void ReadFraction(const Numeral& part, Quantity& quantity) const {
    const std::size_t sign = quantity.end;
    const bool slash = sign < end_ && text_.IsPunctuation(sign, "/");
    const std::size_t at = slash ? sign + 1 : quantity.unit.empty() ? FractionWord(part, sign) : sign;
    if (at == sign) return;
    const auto whole = Number(at);
    if (!whole || whole->in_words || (!slash && (whole->value <= part.value || whole->scale != 1))) return;
    Quantity other;
    other.value = whole->value;
    other.end = whole->end;
    ReadUnit(other);
    if (slash && !quantity.unit.empty() && !other.unit.empty() && other.unit != quantity.unit) {
      if (!IsRateBase(*whole, quantity, other)) return;  // "12 hộ/50 khẩu" counts twice
      quantity.end = other.end;
      quantity.per_measure = true;
      return;
    }
    if (quantity.unit.empty()) {
      TakeUnit(quantity, other);
      if (whole->value != 0) quantity.value *= other.value / whole->value;  // the unit's factor
      if (part.scale == 1 && whole->scale > 1) quantity.value *= whole->scale;
    }
    quantity.whole = other.value;
    quantity.among = !slash;
    quantity.number_end = whole->end;
    quantity.end = other.end;
  }

  static constexpr std::size_t kLongestRelation = 4;  // words

  void ReadRelationBefore(Quantity& quantity) const {
    quantity.begin = quantity.number_begin;
    std::size_t before = quantity.number_begin;
    // Between the relation and the number may stand a currency or a "từ": "ít nhất $1,42", "khoảng từ 90 - 100".
    if (quantity.unit == "times" && IsKey(before - 1, "gấp", "gap")) --before;  // "tăng gần gấp 4 lần"
    if (before > begin_ + 1 && IsKey(before - 1, "mức", "muc") && IsBelowOrAbove(before - 2)) --before;
    while (before > begin_ && quantity.number_begin - before < 2) {
      const Mention* unit = UnitAt(before - 1);
      const bool money = unit != nullptr && UnitOf(*unit).unit_class == UnitRow::Class::kMoney &&
                         quantity.unit_begin == quantity.unit_end;
      if (!money && !(quantity.upper && IsKey(before - 1, "từ", "tu"))) break;
      --before;
    }
    const std::size_t earliest = TokensBack(before, kLongestRelation, begin_);
    const Mention* best = nullptr;
    for (const Mention* mention : text_.MentionsIn(earliest, before)) {
      if (mention->role != Role::kRelation || mention->end != before) continue;
      if (!text_.lexicon->relations()[mention->row].before || EndsDegree(mention->begin)) continue;
      if (best == nullptr || mention->begin < best->begin) best = mention;
    }
    if (best == nullptr) return;
    // "trong khoảng 5-7%": the range is exact.
    const bool within = quantity.upper && best->begin > begin_ && IsKey(best->begin, "khoảng", "khoang") &&
                        IsKey(best->begin - 1, "trong", "trong");
    if (!within) SetRelation(quantity, *best);
    quantity.begin = best->begin;
  }

  // "tốc độ 90 km/h", "mật độ 400 người/km2": the "độ" of a noun or of Ấn Độ, not the one that says "about".
  bool EndsDegree(std::size_t at) const {
    return at > begin_ && IsKey(at, "độ", "do") &&
           (IsKey(at - 1, "tốc", "toc") || IsKey(at - 1, "mật", "mat") || IsKey(at - 1, "nhiệt", "nhiet") ||
            IsKey(at - 1, "ấn", "an"));
  }

  // "dưới mức 3%", "trên mức 50 USD"
  bool IsBelowOrAbove(std::size_t at) const { return IsKey(at, "dưới", "duoi") || IsKey(at, "trên", "tren"); }

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
