// Which numbers are no facts: rule 7 of the guide, as far as the words around a number tell.
#include <algorithm>

#include "analyzers/facts/binder.h"
#include "analyzers/facts/kind_decider.h"
#include "analyzers/facts/refusals_compared.h"

namespace timso {
namespace {

bool IsDashOrSlash(std::string_view sign) {
  return sign == "-" || sign == "–" || sign == "/" || sign == "#" || sign == "@" || sign == "_";
}

// "7 xã Ea Kly" after "thôn": what looks like a unit opens the next name.
bool UnitOpensName(const AnalyzedText& text, const Quantity& quantity) {
  if (quantity.unit_class != UnitRow::Class::kCounter || quantity.unit_begin == quantity.unit_end) return false;
  const std::size_t after = quantity.unit_end;
  return after < text.tokens.size() && text.tokens[after].kind == TokenKind::kWord && text.tokens[after].capitalized;
}

// "khóa 12", "thôn 7 xã Ea Kly", "phiên bản 3.0 đã": the word before makes the number a name's.
bool NamesNumber(const AnalyzedText& text, const Quantity& quantity, const Mention& cue) {
  const std::string& role = text.lexicon->cues()[cue.row];
  if (role == "names_number") return true;
  return role == "ordinal" && (quantity.unit.empty() || UnitOpensName(text, quantity));
}

// "1,250,5": the rest of a number that no one can read.
bool IsFragment(const AnalyzedText& text, const SentenceReading& sentence, std::size_t at) {
  if (at < sentence.begin + 2 || text.tokens[at].kind != TokenKind::kNumber) return false;
  return text.IsPunctuation(at - 1, ",.") && !text.tokens[at].space_before && !text.tokens[at - 1].space_before &&
         text.tokens[at - 2].kind == TokenKind::kNumber;
}

// "12 hộ/50 khẩu": two counts, each with its unit.
bool CountsBesideSlash(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  if (quantity.unit.empty() || text.Word(quantity.number_begin - 1) != "/") return false;
  return std::any_of(sentence.quantities.begin(), sentence.quantities.end(),
                     [&](const Quantity& other) { return other.end + 1 == quantity.begin && !other.unit.empty(); });
}

// "2 m x 3 m", "1,8 triệu x 69%": one of the factors of a product.
bool IsFactor(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  const auto times = [&](std::size_t at) {
    return at > sentence.begin && at < sentence.end - 1 && (text.Word(at) == "x" || text.Word(at) == "×") &&
           text.tokens[at + 1].kind == TokenKind::kNumber;
  };
  return times(quantity.end) || times(quantity.number_begin - 1);
}

// "1 bao = 60 kg": what a unit is, both sides of it.
bool IsDefinition(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  if (quantity.value == 1 && quantity.end < sentence.end && text.Word(quantity.end) == "=") return true;
  if (quantity.begin <= sentence.begin || text.Word(quantity.begin - 1) != "=") return false;
  return std::any_of(sentence.quantities.begin(), sentence.quantities.end(),
                     [&](const Quantity& other) { return other.end + 1 == quantity.begin && other.value == 1; });
}

// "QL-1A", "3-1": a number grown by a sign to what stands on one of its sides.
bool GrownToSign(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  const std::size_t begin = quantity.number_begin;
  if (IsFragment(text, sentence, begin) || IsFactor(text, sentence, quantity) || IsDefinition(text, sentence, quantity))
    return true;
  if (quantity.IsPercent()) return false;
  const bool grown_left =
      begin > sentence.begin + 1 && !text.tokens[begin].space_before && !CountsBesideSlash(text, sentence, quantity);
  if (grown_left && IsDashOrSlash(text.Word(begin - 1))) return true;
  // "22 - 12": a date, a score; no range goes down.
  const bool falls = std::any_of(sentence.quantities.begin(), sentence.quantities.end(), [&](const Quantity& other) {
    return other.unit.empty() && other.end + 1 == begin && IsDashOrSlash(text.Word(other.end));
  });
  if (falls) return true;
  const std::size_t end = quantity.number_end;
  if (quantity.upper || quantity.whole || end + 1 >= sentence.end || quantity.end != end) return false;
  return text.IsPunctuation(end, "-") && !text.tokens[end].space_before && !text.tokens[end + 1].space_before &&
         text.tokens[end + 1].kind == TokenKind::kNumber;
}

// "999 đóa hồng" in quotation marks: the number opens a title.
bool OpensQuotation(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  constexpr std::size_t kLongestTitle = 8;  // tokens
  const std::size_t begin = quantity.begin;
  if (begin == sentence.begin) return false;
  const auto quotes = [&](std::size_t at) {
    const std::string_view sign = text.Word(at);
    return sign == "\"" || sign == "“" || sign == "”" || sign == "‘" || sign == "’" || sign == "«" || sign == "»";
  };
  if (!quotes(begin - 1)) return false;
  for (std::size_t at = quantity.number_end; at < std::min(sentence.end, begin + kLongestTitle); ++at) {
    if (text.tokens[at].kind == TokenKind::kNumber) return false;
    if (quotes(at)) return true;
  }
  return false;
}

// "1020 1000 5467 89": one of three or more plain numbers in a row, a number of an account or a telephone.
bool InDigitRun(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  const auto plain = [&](std::size_t at) {
    return text.tokens[at].kind == TokenKind::kNumber &&
           text.Word(at).find_first_not_of("0123456789") == std::string_view::npos;
  };
  std::size_t first = quantity.number_begin;
  std::size_t last = quantity.number_begin + 1;
  while (first > sentence.begin && plain(first - 1)) --first;
  while (last < sentence.end && plain(last)) ++last;
  bool grouped = true;  // "1 250 000" is one number
  for (std::size_t at = first + 1; at < last; ++at) grouped = grouped && text.Word(at).size() == 3;
  return last - first >= 3 && !grouped;
}

// "Xem thêm >> …", "Tin liên quan: …", ">> …": about another article.
bool IsTeaser(const AnalyzedText& text, const SentenceReading& sentence) {
  const std::string_view first = text.Word(sentence.begin);
  const bool doubled = first == ">" && sentence.end > sentence.begin + 1 && text.Word(sentence.begin + 1) == ">";
  if (sentence.line_start && (first == ">>" || first == "»" || first == "»»" || doubled)) return true;
  const Mention* cue = FirstCue(text, sentence.begin, sentence.end, "teaser");
  if (cue == nullptr || cue->begin > sentence.begin + 1 || cue->end >= sentence.end) return false;
  const std::string_view next = text.Word(cue->end);
  return next == ":" || next == ">" || next == ">>" || next == "»" || next == "|" || next == "-" || next == "–";
}

// Visitor counters and the like: short, or one beside the other.
bool IsFurniture(const AnalyzedText& text, const SentenceReading& sentence) {
  constexpr std::size_t kLongest = 14;  // tokens
  const Mention* first = FirstCue(text, sentence.begin, sentence.end, "furniture");
  if (first == nullptr) return false;
  return sentence.end - sentence.begin < kLongest || HasCue(text, first->end, sentence.end, "furniture");
}

// "nếu năm 2010 tỷ lệ là 10% thì đến năm 2020 …": two facts side by side, each with its time.
bool OnlyContrasts(const AnalyzedText& text, const SentenceReading& sentence, const Mention& condition) {
  constexpr std::size_t kReach = 3;  // tokens
  std::size_t then = condition.end;
  while (then < sentence.end && !IsWord(text, then, "thì")) ++then;
  return std::any_of(sentence.periods.begin(), sentence.periods.end(),
                     [&](const PeriodMention& period) { return period.begin > then && period.begin <= then + kReach; });
}

// "nếu giá điện tăng từ 3-5% thì …", "cứ tăng trưởng 1% thì …": supposed, not stated; nor is what would follow.
bool IsSupposed(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  const Mention* condition = LastCue(text, sentence.begin, quantity.begin, "if");
  if (condition == nullptr || OnlyContrasts(text, sentence, *condition)) return false;
  for (std::size_t i = condition->end; i < quantity.begin; ++i) {
    if (text.IsPunctuation(i, ";")) return false;
    if (IsWord(text, i, "thì")) return true;
    if (text.IsPunctuation(i, ",")) return HasCue(text, i, quantity.begin, "aim");
  }
  return true;
}

// "Trường hợp giá tăng trên 5% thì …", "giảm 50% tiền thuê đối với dự án …" at the head of a clause: what a rule says
// of whoever it holds for.
bool OpensRule(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  constexpr std::size_t kLead = 3;  // tokens: "Hai là,", "Cụ thể:"
  const std::size_t first = ClauseBegin(text, sentence.begin, quantity.begin);
  if (IsWord(text, first, "trường") && IsWord(text, first + 1, "hợp")) return true;
  if (first > sentence.begin + kLead || first + 1 != quantity.begin || !quantity.IsPercent()) return false;
  if (!text.IsKey(first, {"giảm", "miễn", "hỗ", "trợ"})) return false;
  const Mention* whom = FirstCue(text, quantity.end, sentence.end, "size_class");
  return whom != nullptr && whom->begin >= quantity.end + 2 && IsWord(text, whom->begin - 1, "với") &&
         IsWord(text, whom->begin - 2, "đối");
}

// "chuẩn nghèo là 700.000 đồng", "hộ cận nghèo có thu nhập từ 16 triệu đồng": sums that say who is poor.
bool IsPovertyLine(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  constexpr std::size_t kReach = 14;  // tokens: "hộ cận nghèo có mức thu nhập bình quân từ"
  if (quantity.IsPercent() || quantity.value < 1000) return false;
  const Mention* line =
      LastCue(text, TokensBack(quantity.begin, kReach, sentence.begin), quantity.begin, "poverty_line");
  return line != nullptr && ClauseEnd(text, line->end, quantity.begin) == quantity.begin;
}

// "đường sắt tốc độ 200 km/h", "xe từ 9 chỗ ngồi": of what kind a thing is.
bool IsClassOfVehicle(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  constexpr std::size_t kReach = 6;  // tokens
  const std::size_t from = TokensBack(quantity.begin, kReach, sentence.begin);
  if (IsWord(text, quantity.number_end, "chỗ")) return HasCue(text, from, quantity.begin, "classed_by");
  const std::size_t at = quantity.begin;
  if (at < sentence.begin + 3 || !IsWord(text, at - 1, "độ") || !IsWord(text, at - 2, "tốc")) return false;
  const Mention* vehicle = LastCue(text, from, at - 2, "runs_fast");
  return vehicle != nullptr && vehicle->end == at - 2 && !quantity.IsPercent();
}

// "dịp 30-4 và 1-5", "ngày lễ 2-9": a day and a month grown together behind a word of days, or beside another such.
bool IsDayOfMonth(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  const std::size_t begin = quantity.number_begin;
  const bool pair = quantity.upper && quantity.number_end == begin + 3 && text.IsPunctuation(begin + 1, "-") &&
                    !text.tokens[begin + 1].space_before && !text.tokens[begin + 2].space_before;
  if (!pair || quantity.IsPercent() || begin < sentence.begin + 1) return false;
  const std::string_view day = text.Word(begin);
  const std::string_view month = text.Word(begin + 2);
  if (day.size() > 2 || month.size() > 2 || quantity.value > 31 || *quantity.upper > 12) return false;
  constexpr std::size_t kReach = 3;  // tokens
  const std::size_t from = TokensBack(begin, kReach, sentence.begin);
  if (HasCue(text, from, begin, "day_word")) return true;
  return begin >= sentence.begin + 4 && text.tokens[begin - 2].kind == TokenKind::kNumber &&
         text.IsPunctuation(begin - 3, "-") && (IsWord(text, begin - 1, "và") || text.IsPunctuation(begin - 1, ","));
}

// "6,43 tệ đổi 1 USD": one unit of a currency is what a rate is of.
bool IsRateBase(const Quantity& quantity) {
  const bool foreign =
      quantity.unit_class == UnitRow::Class::kMoney && !quantity.unit.empty() && quantity.unit != "VND";
  return foreign && quantity.value == 1 && !quantity.upper && quantity.number_end == quantity.number_begin + 1 &&
         quantity.relation == Relation::kEqual;
}

// "phạt tiền từ 2 đến 5 triệu đồng": what the law allows.
bool IsPenaltyRange(const AnalyzedText& text, const Quantity& quantity, const NumberContext& context) {
  return quantity.upper && quantity.unit_class == UnitRow::Class::kMoney &&
         HasCue(text, context.clause, quantity.begin, "penalty");
}

// "khi dân số vượt 5.000 người thì": the condition of a rule.
bool IsCondition(const AnalyzedText& text, const NumberContext& context) {
  if (!IsWord(text, context.right_end, "thì") && !IsWord(text, context.right, "thì")) return false;
  return IsWord(text, context.clause, "khi");
}

// "giải toàn quốc 2018 tỉnh Lai Châu": a year, where a name follows.
bool IsYearBesideName(const AnalyzedText& text, const Quantity& quantity) {
  const std::string_view digits = text.Word(quantity.number_begin);
  const bool year = digits.size() == 4 && quantity.number_end == quantity.number_begin + 1 && quantity.value >= 1900 &&
                    quantity.value <= 2100 && quantity.unit_begin == quantity.number_end;
  return year && UnitOpensName(text, quantity);
}

// "tăng trưởng hai con số", "khách sạn 4 sao": how many digits a number has, what class a thing is of.
bool CountsDigits(const AnalyzedText& text, const Quantity& quantity) {
  const std::size_t at = quantity.number_end;
  if (IsWord(text, at, "sao") && !text.tokens[at].capitalized) return true;
  return (IsWord(text, at, "con") || IsWord(text, at, "chữ")) && IsWord(text, at + 1, "số");
}

// "5 triệu đồng nếu vi phạm": supposed behind the number.
bool IsSupposedBehind(const AnalyzedText& text, const Quantity& quantity, const NumberContext& context) {
  return !context.aimed && IsWord(text, quantity.end, "nếu") && !HasCue(text, context.clause, quantity.begin, "aim");
}

// "chứ không phải 38 tỷ USD": denied.
bool IsDenied(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  const std::size_t end = quantity.begin;
  const std::size_t at = end > sentence.begin && IsWord(text, end - 1, "là") ? end - 1 : end;
  return at >= sentence.begin + 2 && IsWord(text, at - 1, "phải") && IsWord(text, at - 2, "không");
}

// "tính trên 1.000 km", "trung bình 1 ha", "xe tải dưới 5 tấn", "doanh nghiệp 100% vốn nhà nước": a base or a kind of
// thing.
bool IsBaseOrKind(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  constexpr std::size_t kReach = 3;  // tokens
  const std::size_t from = TokensBack(quantity.begin, kReach, sentence.begin);
  const Mention* base = LastCue(text, from, quantity.number_begin, "per_base");
  if (base != nullptr && base->end + 1 >= quantity.number_begin) return true;
  const bool measured = quantity.unit_class == UnitRow::Class::kMeasure && !quantity.unit.empty();
  const Mention* average = LastCue(text, from, quantity.begin, "average");
  const bool one = quantity.value == 1 && !quantity.upper && !quantity.unit.empty() && !quantity.IsPercent();
  if (one && average != nullptr && average->end == quantity.begin) return true;
  // "thu nhập trên 1 ha đạt 90 triệu đồng"
  const bool of_each = one && measured && SameWord(quantity.relation_words, "trên") &&
                       HasCue(text, quantity.end, std::min(quantity.end + 1, sentence.end), "achieve");
  if (of_each) return true;
  const Mention* thing = LastCue(text, from, quantity.begin, "classed_by");
  const bool bounded = quantity.relation != Relation::kEqual && thing != nullptr && thing->end == quantity.begin;
  if (bounded && (measured || IsWord(text, quantity.end, "chỗ"))) return true;
  return quantity.IsPercent() && quantity.value == 100 && quantity.end < sentence.end &&
         IsWord(text, quantity.end, "vốn");
}

// "bậc 2 (từ 60-90 kWh)", "nhóm 3 (xe từ 7 tấn)": what a class of a tariff takes in.
bool InBracketOfClass(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  constexpr std::size_t kReach = 16;  // tokens back to the bracket
  if (quantity.IsPercent() || quantity.unit_class != UnitRow::Class::kMeasure) return false;
  std::size_t open = quantity.begin;
  const std::size_t first = TokensBack(quantity.begin, kReach, sentence.begin);
  while (open > first && !text.IsPunctuation(open - 1, "()")) --open;
  if (open < first + 3 || !text.IsPunctuation(open - 1, "(")) return false;
  return text.tokens[open - 2].kind == TokenKind::kNumber &&
         text.IsKey(open - 3, {"bậc", "nhóm", "hạng", "loại", "cấp"});
}

// "chai 400 ml", "bao loại 50 kg": of what size a thing is.
bool IsSizeOfThing(const AnalyzedText& text, const Quantity& quantity) {
  if (quantity.begin == 0 || quantity.relation != Relation::kEqual) return false;
  const bool measured = (quantity.unit_class == UnitRow::Class::kMeasure && !quantity.unit.empty()) ||
                        text.IsKey(quantity.end, {"ml", "feet", "inch"});
  if (!measured || text.tokens[quantity.begin - 1].capitalized) return false;
  const Mention* thing = LastCue(text, TokensBack(quantity.begin, 2), quantity.begin, "sized_by");
  return thing != nullptr && thing->end == quantity.begin;
}

// A year, a day or a school's year in words and numbers that look like counts.
bool IsYearOrDay(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  // "năm lớp 12": the year of a school.
  const std::size_t behind = quantity.unit_end;
  const bool school_year = quantity.in_words && IsWord(text, quantity.number_begin, "năm") &&
                           quantity.unit == "class" && behind < sentence.end &&
                           text.tokens[behind].kind == TokenKind::kNumber;
  // "đầu năm", "mỗi năm", "cả năm": a year, no five.
  const bool alone = quantity.number_end == quantity.number_begin + 1 ||
                     IsWord(text, quantity.number_begin - 1, "cả");  // "cả năm tỷ giá giảm"
  const bool year = quantity.in_words && quantity.number_begin > sentence.begin && alone &&
                    IsWord(text, quantity.number_begin, "năm") &&
                    HasCue(text, quantity.number_begin - 1, quantity.number_begin, "year_word");
  const Mention* each = quantity.in_words && quantity.number_begin > sentence.begin
                            ? LastCue(text, quantity.number_begin - 1, quantity.number_begin + 1, "average")
                            : nullptr;
  if (each != nullptr && each->end == quantity.number_begin + 1) return true;  // "Mỗi năm huyện có …"
  // "hôm 23/8": a day without a year that anything gives.
  const bool dated = (quantity.whole || (quantity.upper && quantity.unit.empty())) &&
                     quantity.number_begin > sentence.begin &&
                     text.IsKey(quantity.number_begin - 1, {"ngày", "hôm", "đợt", "dịp"});
  const bool month = quantity.whole && quantity.value <= 12 && *quantity.whole >= 1900 && *quantity.whole <= 2100;
  return school_year || year || dated || month;
}

// "chỉ bằng 1/3 so với năm trước", "1/6 lương": a part, not one of three.
bool IsSimpleFraction(const Quantity& quantity) {
  constexpr double kLargest = 10;
  return quantity.whole && !quantity.among && quantity.value == 1 && *quantity.whole > 1 &&
         *quantity.whole <= kLargest && quantity.unit.empty();
}

}  // namespace

// "hai huyện Lý Nhân và Duy Tiên": names follow that say it better.
bool Binder::IntroducesNames(const Quantity& quantity) const {
  if (quantity.whole || quantity.unit_begin >= quantity.unit_end) return false;
  const auto unit = text_.MentionsIn(quantity.unit_begin, quantity.unit_begin + 1);
  const bool level =
      std::any_of(unit.begin(), unit.end(), [](const Mention* m) { return m->role == Role::kPlaceWord; });
  return level && std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& place) {
           return place.kind == PlaceMention::Kind::kNamed &&
                  (place.begin == quantity.unit_end || place.begin == quantity.unit_begin);
         });
}

// "đạt 15,07%, cao hơn cả nước (15,07% so với 9,64%)": the same number again, to be compared.
bool Binder::RepeatsInBracket(const Quantity& quantity) const {
  const std::size_t begin = quantity.begin;
  const bool compared = begin > sentence_->begin && text_.IsPunctuation(begin - 1, "(") &&
                        FirstCue(text_, quantity.end, std::min(quantity.end + 3, sentence_->end), "compare") != nullptr;
  return compared &&
         std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(), [&](const Quantity& other) {
           return other.begin < begin && other.value == quantity.value && other.unit == quantity.unit;
         });
}

bool Binder::Refuse(const Quantity& quantity, const NumberContext& context) const {
  if (quantity.unit_class == UnitRow::Class::kTime && !quantity.unit.empty()) return true;
  for (const Mention* mention : text_.MentionsIn(TokensBack(quantity.begin, 4), quantity.begin)) {
    const bool top = IsWord(text_, mention->begin, "top");  // "Top 500 doanh nghiệp": no name of anybody
    if (mention->role != Role::kCue || mention->end != quantity.begin || (EndsPlace(mention->end) && !top)) continue;
    if (NamesNumber(text_, quantity, *mention)) return true;
  }
  if (IsFurniture(text_, *sentence_) || IsTeaser(text_, *sentence_)) return true;
  if (quantity.bare_one) {
    // "một" is an article unless its neighbours are counts of the same thing.
    const bool listed = previous_ && previous_->unit == quantity.unit && !quantity.unit.empty();
    if (!listed) return true;
  }
  if (IsYearOrDay(text_, *sentence_, quantity) || IsSimpleFraction(quantity)) return true;
  // "quận Hai Bà Trưng": a number word in a name.
  const bool starts = quantity.number_begin == sentence_->begin;
  if (quantity.in_words && !starts && text_.tokens[quantity.number_begin].capitalized) return true;
  if (GrownToSign(text_, *sentence_, quantity) || OpensQuotation(text_, *sentence_, quantity)) return true;
  if (InDurationList(quantity) || BodiesByName(quantity) || ForWhoever(quantity, context)) return true;
  if (NamesGroup(quantity) || IsSizeOfKind(quantity) || IsEntitlement(quantity)) return true;
  if (NextCondition(quantity) || IsClassOfRule(quantity) || OneForAny(quantity)) return true;
  if (IsDayOfMonth(text_, *sentence_, quantity) || IsRateBase(quantity) || IsDenied(text_, *sentence_, quantity))
    return true;
  if (quantity.in_words && IntroducesNames(quantity)) return true;
  if (RepeatsInBracket(quantity) || ComparesWithOther(text_, *sentence_, quantity, context)) return true;
  if (IsPenaltyRange(text_, quantity, context) || IsCondition(text_, context) || IsYearBesideName(text_, quantity))
    return true;
  if (InBracketOfClass(text_, *sentence_, quantity) || IsSizeOfThing(text_, quantity)) return true;
  if (OpensRule(text_, *sentence_, quantity) || IsPovertyLine(text_, *sentence_, quantity) ||
      IsClassOfVehicle(text_, *sentence_, quantity))
    return true;
  if (IsSupposedBehind(text_, quantity, context) || CountsDigits(text_, quantity)) return true;
  if (IsSupposed(text_, *sentence_, quantity) || IsBaseOrKind(text_, *sentence_, quantity)) return true;
  return InDigitRun(text_, *sentence_, quantity) || IsThreshold(quantity, context);
}

}  // namespace timso
