// Which numbers are facts, and what they count when no unit stands behind them.
#include <algorithm>

#include "analyzers/facts/binder.h"
#include "analyzers/text/syllable.h"
#include "analyzers/words/segmenter.h"

namespace timso {

// A word that may name what is counted: no cue, no word of time or relation, no name.
bool Binder::IsNoun(std::size_t at, std::size_t end) const {
  if (at >= end || text_.tokens[at].kind != TokenKind::kWord || text_.tokens[at].capitalized) return false;
  for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
    const bool time = mention->role == Role::kUnit &&
                      text_.lexicon->units()[mention->row].unit_class == UnitRow::Class::kTime;  // "900 tỷ năm 2020"
    if (mention->role == Role::kConcept || (mention->role == Role::kUnit && !time)) return true;
  }
  for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
    if (mention->role == Role::kCue || mention->role == Role::kRelation || mention->role == Role::kTime) return false;
  }
  const Mention* phrase = FirstCue(text_, at, std::min(at + 2, end), "new_phrase");  // "đối với"
  return (phrase == nullptr || phrase->begin != at) && !HasCue(text_, at, at + 1, "other_verb");
}

// "08 đảng bộ đạt từ 80% trở lên": bodies that reached what is spoken of; the measure in force stays.
bool Binder::IsActor(const Quantity& quantity, const NumberContext& context) const {
  bool body = quantity.unit == "organization" || quantity.unit == "địa phương";
  for (const Mention* mention : text_.MentionsIn(quantity.unit_begin, quantity.unit_end)) {
    const bool whole = mention->begin == quantity.unit_begin && mention->end == quantity.unit_end;
    body = body || (whole && mention->role == Role::kPlaceWord);
  }
  if (!body) return false;
  const std::size_t after = NounPhraseEnd(context);
  const std::size_t limit = std::min(after + 2, sentence_->end);
  return HasCue(text_, after, limit, "achieve") || HasCue(text_, after, limit, "exceed") ||
         HasCue(text_, after, limit, "fulfil");
}

// "Trong 13 xã, có 4 nơi về đích: Yên Phong (9/8)": territories that no measure counts; what was counted before goes
// on.
bool Binder::CountsBodies(const Quantity& quantity, const MeasureReading& measure) const {
  if (measure.measure != nullptr || frame_.measure == nullptr || frame_.unit_class != UnitRow::Class::kCounter)
    return false;
  const auto mentions = text_.MentionsIn(quantity.number_end, quantity.number_end + 1);
  if (!InlineList(quantity.end, sentence_->end)) return false;
  return text_.IsKey(quantity.number_end, "nơi") ||
         std::any_of(mentions.begin(), mentions.end(),
                     [&](const Mention* m) { return m->role == Role::kPlaceWord && m->begin == quantity.number_end; });
}

// The first word of what is counted: the text's own counter, "trạm biến áp" or "chiến binh".
std::string Binder::CounterWord(std::size_t at, std::size_t end) const {
  constexpr std::size_t kReach = 4;  // syllables
  const std::string_view words = text_.Words(at, std::min(at + kReach, end));
  const std::vector<Word> segmented = Segmenter::Default().Segment(words);
  return segmented.empty() ? std::string()
                           : LowerCase(words.substr(segmented[0].begin, segmented[0].end - segmented[0].begin));
}

// "doanh thu 2.909 tỷ, lãi 242 tỷ": billions of nothing named are đồng; millions are where đồng were counted before.
bool Binder::IsMoney(const Quantity& quantity, const NumberContext& context) const {
  if (quantity.number_end - quantity.number_begin < 2) return false;
  const Mention* scale_before = nullptr;  // "5 triệu tỷ", "3 nghìn tỷ": nothing but money comes in such numbers
  for (const Mention* mention : text_.MentionsIn(quantity.number_end - 2, quantity.number_end - 1)) {
    if (mention->role == Role::kNumeral && text_.tokens[mention->begin].kind == TokenKind::kWord)
      scale_before = mention;
  }
  const bool money = (scale_before != nullptr && quantity.value >= 1e12) ||
                     HasCue(text_, context.right, std::min(context.right + 2, context.right_end), "money_noun");
  if (!money && IsNoun(context.right, context.right_end)) return false;
  const bool named = context.right < context.right_end && text_.tokens[context.right].capitalized;  // "7,9 tỷ Ringgit"
  if (named) return false;
  const std::size_t scale = quantity.number_end - 1;
  return text_.IsKey(scale, "tỉ") || (text_.IsKey(scale, "triệu") && frame_.unit == "VND");
}

// The currency of a sum that names none: that of the sum before in the sentence ("5 tỷ USD, cao hơn nhiều so với 3 tỷ")
// or of the one that it leads to ("từ 50 nghìn tỷ lên 80 nghìn tỷ yên"), else đồng.
std::string Binder::CurrencyAround(const Quantity& quantity) const {
  constexpr std::size_t kReach = 7;  // tokens to the other: a period may stand between
  const auto money = [](const Quantity& other) {
    return other.unit_class == UnitRow::Class::kMoney && !other.unit.empty();
  };
  std::string currency = "VND";
  for (const Quantity& other : sentence_->quantities) {
    const bool leads = other.begin >= quantity.end && other.begin <= quantity.end + kReach &&
                       IsWord(text_, quantity.begin - 1, "từ") && HasCue(text_, quantity.end, other.begin, "reach");
    if (money(other) && (other.end <= quantity.begin || leads)) currency = other.unit;
    if (other.begin >= quantity.end) break;
  }
  return currency.substr(0, currency.find('/'));
}

// Whether a number before a word that no list has counts it: "set 3 quyết định" and "iPhone 8 sắp ra" do not, nor does
// a year.
bool Binder::Counts(const Quantity& quantity) const {
  const std::string_view digits = text_.Word(quantity.number_begin);
  const bool plain = digits.find_first_of(".,") == std::string_view::npos;
  if (plain && digits.size() == 4 && quantity.value >= 1900 && quantity.value <= 2100) return false;
  if (quantity.begin == sentence_->begin) return quantity.value >= 10;
  const std::size_t before = quantity.begin - 1;
  const Token& token = text_.tokens[before];
  if (token.kind == TokenKind::kPunctuation) return quantity.value >= 10 || previous_.has_value();
  if (token.kind != TokenKind::kWord || (token.capitalized && before != sentence_->begin)) return false;
  for (const Mention* mention : text_.MentionsIn(TokensBack(before, 3), before + 1)) {
    if (mention->end != quantity.begin || mention->role == Role::kUnit || mention->role == Role::kPlaceWord) continue;
    const bool says = mention->role == Role::kCue && text_.lexicon->cues()[mention->row] == "says";
    if (!says) return true;
  }
  return quantity.value >= 10;
}

// A number that only describes the one before: "37 xã đạt từ 10 tiêu chí trở lên".
bool Binder::IsThreshold(const Quantity& quantity, const NumberContext& context) const {
  if (!previous_ || previous_->unit == "percent" || quantity.unit != "tiêu chí" || quantity.begin == context.left)
    return false;
  for (std::size_t i = context.left; i < quantity.begin; ++i) {
    if (!text_.IsKey(i, {"đạt", "từ", "hoàn", "thành", "có"})) return false;
  }
  return true;
}

// "kết nạp 52, đạt 50,98%", "Tổ chức cơ sở đảng: 48": a bare number right after what it counts or what was done; the
// unit is the measure's own.
std::string Binder::UnitOfDeed(const Quantity& quantity, const NumberContext& context) const {
  constexpr std::size_t kReach = 6;  // words between the deed and the number: "kết nạp được", "của huyện là"
  if (IsNoun(quantity.end, context.right_end)) return "";
  std::vector<ConceptMention> near;
  for (const ConceptMention& mention : ConceptsAround(quantity, context)) {
    if (mention.begin >= context.clause && mention.end <= quantity.begin) near.push_back(mention);
  }
  const bool adjacent =
      std::any_of(near.begin(), near.end(), [&](const ConceptMention& c) { return quantity.begin - c.end <= kReach; });
  const bool told = HasCue(text_, context.clause, quantity.begin, "says");  // "Bí thư Đảng ủy nhấn mạnh 4 tại chỗ"
  if (!adjacent || told || HasContent(near.back().end, quantity.begin)) return "";
  const MeasureTable::Choice choice = MeasureTable::Get().Choose(near, "");
  const bool counted = choice.measure != nullptr && !choice.measure->units.empty();
  return counted && choice.measure->units.front() != "VND" ? choice.measure->units.front() : "";
}

bool Binder::HasQualifier(std::size_t begin, std::size_t end) const {
  for (const Mention* mention : text_.MentionsIn(begin, end)) {
    if (mention->role == Role::kQualifier && !InsidePlace(*mention)) return true;
  }
  return false;
}

// "18 phiên chợ": a word that gives its number behind it an order counts one before it.
bool Binder::CountsOrdered(const Quantity& quantity) const {
  constexpr double kFewest = 2;
  const std::size_t at = quantity.end;
  if (quantity.whole || quantity.value < kFewest || at + 1 >= sentence_->end) return false;
  if (text_.tokens[at].kind != TokenKind::kWord || text_.tokens[at].capitalized) return false;
  const Mention* ordinal = FirstCue(text_, at, at + 1, "ordinal");
  const bool closed = text_.tokens[at + 1].kind == TokenKind::kWord || text_.IsPunctuation(at + 1, ".,;:)");
  return ordinal != nullptr && closed;
}

}  // namespace timso
