// The words around a number that speak for what it measures.
#include <algorithm>
#include <array>

#include "analyzers/facts/binder.h"
#include "analyzers/text/syllable.h"

namespace timso {
namespace {

// How far a concept of an earlier number counts as being: nearer evidence of the number's own wins.
constexpr double kAcrossClause = 4;
constexpr double kAfterPassive = 2;  // "… đã được kết nạp": what was done, wherever the verb stands

// "đảng viên là đoàn viên", "kết nạp từ đoàn viên": the second noun describes the first.
bool Describes(const AnalyzedText& text, const Mention& mention, std::size_t begin) {
  if (mention.begin <= begin) return false;
  const auto before = text.MentionsIn(begin, mention.begin);
  const bool first =
      std::none_of(before.begin(), before.end(), [](const Mention* m) { return m->role == Role::kConcept; });
  if (first) return false;  // "Mục tiêu là kết nạp 160 đảng viên"
  return text.IsKey(mention.begin - 1, {"là", "từ"});
}

// A word of a territory or a body, not of what things are called after.
bool IsLevelWord(std::string_view role) {
  constexpr std::array<std::string_view, 15> kThings = {
      "none",    "named_after",   "title",      "passes", "stands_after", "body",   "office",  "company",
      "foreign", "foreign_short", "needs_type", "region", "epithet",      "league", "industry"};
  return std::find(kThings.begin(), kThings.end(), role) == kThings.end();
}

// "phúc lợi của các hộ nghèo": whose the thing is that words before "của" name.
std::size_t OwnerJoint(const AnalyzedText& text, const Mention& mention, std::size_t begin) {
  std::size_t at = mention.begin;
  while (at > begin && text.IsKey(at - 1, {"các", "những", "số"})) --at;
  return at > begin && text.IsKey(at - 1, "của") ? at - 1 : begin;
}

// "ngân sách quốc phòng trên GDP đạt 5%", "so với GDP", "nợ/GDP": what something else is measured by.
bool MeasuresOther(const AnalyzedText& text, const Mention& mention) {
  if (mention.begin < 2) return false;
  const std::size_t before = mention.begin - 1;
  const bool compared = text.IsKey(before, "với") && text.IsKey(before - 1, "so");
  const std::string& id = text.lexicon->concepts()[mention.row];
  const bool whole = id == "grdp";
  if (whole && text.IsKey(before, "nền") && text.IsKey(before - 1, {"từ", "cho", "trong", "của"})) return true;
  if (HasParts(id) && text.IsKey(before, {"trong", "vào"})) return true;
  return compared || (whole && (text.IsKey(before, {"trên", "cho", "cấu"}) || text.IsPunctuation(before, "/")));
}

// "23 tỷ USD từ GDP", "góp 3 tỷ USD vào GDP": where an amount comes from or goes to.
bool IsSource(const AnalyzedText& text, const Mention& mention) {
  return text.lexicon->concepts()[mention.row] == "grdp" && mention.begin > 0 &&
         text.IsKey(mention.begin - 1, {"từ", "vào"});
}

bool InsideConcept(const AnalyzedText& text, const Mention& cue) {
  constexpr std::size_t kLongest = 5;  // tokens
  const auto mentions = text.MentionsIn(TokensBack(cue.begin, kLongest), cue.end);
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    return mention->role == Role::kConcept && mention->begin < cue.begin && mention->end >= cue.end;
  });
}

// "lãi", "giá trị": cues that name something measured, as words that no list knows do.
bool NamesAmount(std::string_view cue) { return cue == "money_noun" || cue == "worth" || cue == "volume"; }

// Goods and welcomes are a measure's only beside others; by themselves they speak of something new.
bool NamesNew(const std::string& id) { return id == "goods" || id == "welcome"; }

bool IsGenericNoun(const std::string& id) {
  return id == "person" || id == "member" || id == "candidate" || id == "union_member" || id == "youth" ||
         id == "new_member" || id == "households";
}

}  // namespace

// Whether words stand at tokens [begin, end) that no list knows: they speak of something new.
bool Binder::HasContent(std::size_t begin, std::size_t end) const {
  std::vector<bool> seen(end > begin ? end - begin : 0, false);
  const auto mark = [&](std::size_t b, std::size_t e) {
    for (std::size_t i = std::max(b, begin); i < std::min(e, end); ++i) seen[i - begin] = true;
  };
  const std::size_t earliest = TokensBack(begin, 6);
  for (std::size_t i = begin; i < end; ++i) {
    if (InQuarter(i)) mark(i, i + 1);
  }
  for (const Mention* mention : text_.MentionsIn(earliest, end)) {
    if (mention->role == Role::kConcept && NamesNew(text_.lexicon->concepts()[mention->row])) continue;
    const bool level = mention->role == Role::kPlaceWord && IsLevelWord(text_.lexicon->place_words()[mention->row]);
    if (mention->role == Role::kCue && NamesAmount(text_.lexicon->cues()[mention->row])) continue;
    const bool known = mention->role != Role::kUnit && mention->role != Role::kTimePart &&
                       mention->role != Role::kCuePart && mention->role != Role::kPlaceWord;
    if (known || level) mark(mention->begin, mention->end);
  }
  for (const PlaceMention& place : sentence_->places) mark(place.begin, place.end);
  for (const PeriodMention& period : sentence_->periods) mark(period.begin, period.end);
  for (std::size_t i = begin; i + 1 < end; ++i) {
    if (text_.IsKey(i, "thực") && text_.IsKey(i + 1, "hiện")) mark(i, i + 2);
  }
  for (std::size_t i = begin; i < end; ++i) {
    if (text_.tokens[i].kind == TokenKind::kWord && !seen[i - begin]) return true;
  }
  return false;
}

// "xã Hạnh Lâm" counts no communes.
bool Binder::InsidePlace(const Mention& mention) const {
  return std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& place) {
    const bool named = place.kind == PlaceMention::Kind::kNamed || place.kind == PlaceMention::Kind::kBody ||
                       place.kind == PlaceMention::Kind::kCountry;
    return named && mention.begin >= place.begin && mention.end <= place.end;
  });
}

// "Chi bộ thôn Yên Phú với 9 đảng viên": of the cell's name.
bool Binder::OpensName(const Mention& mention) const {
  const bool body = Names(mention.begin, "cell") || Names(mention.begin, "committee");
  return body && std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& place) {
           return place.kind == PlaceMention::Kind::kNamed && place.begin == mention.end;
         });
}

// "Toàn huyện (gồm cả các đảng bộ khác): chỉ tiêu 168": an aside says nothing of the number behind it.
bool Binder::InClosedBracket(const Mention& mention, std::size_t number) const {
  for (std::size_t i = mention.end; i < number; ++i) {
    if (text_.IsPunctuation(i, "(")) return false;
    if (text_.IsPunctuation(i, ")")) return true;
  }
  return false;
}

// "90% tổ chức đảng và 85% đảng viên được xếp loại tốt", "3 tổ chức đảng, 9 đảng viên bị kỷ luật": where the predicate
// of the last of joined numbers begins, the sentence's end when they share none.
std::size_t Binder::SharedPredicate(const NumberContext& context) const {
  const auto& quantities = sentence_->quantities;
  std::size_t end = NounPhraseEnd(context);
  bool joined = false;
  for (const Quantity& next : quantities) {
    if (next.begin < context.right) continue;
    const bool goes_on = next.begin == end + 1 && (text_.IsPunctuation(end, ",") || text_.IsKey(end, {"và", "cùng"}));
    if (!goes_on) break;
    NumberContext noun;
    noun.right = next.end;
    noun.right_end = ClauseEnd(text_, next.end, sentence_->end);
    end = NounPhraseEnd(noun);
    joined = true;
  }
  const bool passive = joined && HasCue(text_, end, std::min(end + 2, sentence_->end), "passive");
  return passive ? end : sentence_->end;
}

// "3 tỷ đồng và đóng góp vào GDP", "5% sẽ làm giảm GDP", "2 tỷ USD với thu nhập …", "9 USD/người": where the words
// behind an amount turn to something else.
std::size_t Binder::AmountEnd(std::size_t begin, std::size_t end) const {
  const auto turns = [&](std::size_t i) {
    if (text_.IsKey(i, {"và", "với", "so"}) || text_.IsPunctuation(i, "/")) return true;
    return i > begin && (CueOver(text_, i, "up") || CueOver(text_, i, "down") || CueOver(text_, i, "share"));
  };
  std::size_t at = begin;
  while (at < end && !turns(at)) ++at;
  return at;
}

std::vector<ConceptMention> Binder::ConceptsAround(const Quantity& quantity, const NumberContext& context) const {
  std::vector<ConceptMention> concepts;
  const bool percent = quantity.IsPercent();
  const std::size_t noun = percent ? context.right : quantity.number_end;
  const std::size_t right_end = std::max(context.right_end, std::min(noun + 1, sentence_->end));
  const Mention* passive = FirstCue(text_, noun, right_end, "passive");
  if (passive != nullptr && InsideConcept(text_, *passive)) passive = nullptr;  // "đảng viên dự bị"
  // "7,61% tổng số đảng viên": the whole that a part is of is not what it is about.
  const bool whole =
      percent && (HasCue(text_, noun, std::min(noun + 1, right_end), "total_of") || IsWord(text_, noun, "tổng") ||
                  HasCue(text_, noun, std::min(noun + 2, right_end), "compare"));
  bool counted_known = false;
  const bool counts = quantity.unit_class == UnitRow::Class::kCounter;
  std::size_t own_end = percent || !counts ? ReasonBegin(noun, right_end) : std::max(noun, NextStated(noun, right_end));
  for (std::size_t i = noun; counts && i < own_end; ++i) {
    if (i > noun && IsWord(text_, i, "do")) own_end = i;  // "tăng 90 hộ do nhiều hộ vừa thoát nghèo"
  }
  if (!counts) own_end = AmountEnd(noun, own_end);
  for (const Mention* mention : text_.MentionsIn(noun, own_end)) {
    if (InsidePlace(*mention)) continue;
    if (mention->role == Role::kConcept && IsSource(text_, *mention)) continue;
    if (whole || mention->role != Role::kConcept || (mention->begin > noun && Describes(text_, *mention, noun)))
      continue;
    const bool counted = mention->begin == noun;
    double distance = counted ? 0 : static_cast<double>(mention->begin - noun) + 1;
    if (passive != nullptr && mention->begin >= passive->end) distance = std::min(distance, kAfterPassive);
    concepts.push_back({mention->row, mention->begin, mention->end, counted, distance});
    counted_known = counted_known || (counted && text_.lexicon->concepts()[mention->row] != "person");
  }
  const std::size_t shared = passive == nullptr && !whole ? SharedPredicate(context) : sentence_->end;
  for (const Mention* mention : text_.MentionsIn(shared, ClauseEnd(text_, shared, sentence_->end))) {
    if (mention->role == Role::kConcept && !InsidePlace(*mention))
      concepts.push_back({mention->row, mention->begin, mention->end, false, kAfterPassive});
  }
  // "1 người bị đình chỉ sinh hoạt": what follows says what was done; what stands before was done to others.
  const bool done_to = !percent && previous_ && passive != nullptr && passive->begin <= quantity.end + 1;
  for (const Mention* mention : text_.MentionsIn(context.left, quantity.begin)) {
    if (done_to || (percent && previous_ && AfterAnd(quantity.begin))) break;
    if (mention->role != Role::kConcept || mention->end > quantity.begin || InsidePlace(*mention)) continue;
    if (InClosedBracket(*mention, quantity.begin) || OpensName(*mention)) continue;
    if (Describes(text_, *mention, context.clause) || MeasuresOther(text_, *mention)) continue;
    const bool owner = Speaks(context.naming, OwnerJoint(text_, *mention, context.naming));
    if (text_.IsKey(mention->begin - 1, "vào") && IsSource(text_, *mention)) continue;
    const bool of_economy = text_.IsKey(mention->begin - 1, "nền") && Speaks(context.naming, mention->begin - 1);
    if (of_economy) continue;  // "dư nợ cho vay nền kinh tế tăng 9%"
    if (owner && !MeasureTable::Get().IsOther(mention->row)) continue;
    const bool same_clause = mention->begin >= context.naming;
    const double distance = static_cast<double>(quantity.begin - mention->end) + (same_clause ? 0 : kAcrossClause);
    concepts.push_back({mention->row, mention->begin, mention->end, !counted_known && same_clause, distance});
  }
  return concepts;
}

bool Binder::OnlyGeneric(const std::vector<ConceptMention>& concepts) const {
  return std::all_of(concepts.begin(), concepts.end(),
                     [&](const ConceptMention& c) { return IsGenericNoun(text_.lexicon->concepts()[c.concept_row]); });
}

// "40% GDP và 30% thương mại": what stands before "và" was the whole of the share before.
bool Binder::AfterAnd(std::size_t at) const { return at > sentence_->begin && text_.IsKey(at - 1, "và"); }

// "có" right before a number: so many are there.
bool Binder::Has(std::size_t at) const {
  const Mention* only = LastCue(text_, TokensBack(at, 2), at, "only");  // "có vẻn vẹn 74"
  if (only != nullptr && only->end == at) at = only->begin;
  return at > sentence_->begin && text_.IsKey(at - 1, "có");
}

// Whether the number goes on with what the one before spoke of.
bool Binder::Continues(const NumberContext& context) const {
  if (!frame_.set) return false;
  if (HasCue(text_, context.right, std::min(context.right + 2, context.right_end), "passive")) return false;
  if (HasCue(text_, context.left, context.right, "subset")) return true;
  // A breakdown goes on: "Về trình độ, có 158 đảng viên THCS".
  if (HasQualifier(context.clause, context.right_end)) return true;
  return previous_.has_value() && !HasContent(context.clause, context.right);
}

// "52.500 lượt khách, tương đương 1.750 lượt xe ra vào bến": the words behind the unit say what is counted anew.
bool Binder::CountsOther(const Quantity& quantity, const NumberContext& context) const {
  if (quantity.IsPercent() || quantity.unit_class != UnitRow::Class::kCounter) return false;
  const std::size_t begin = std::max(quantity.unit_end, context.right);
  return begin < context.right_end && HasContent(begin, CountedEnd(begin, context.right_end));
}

// "khiển trách 28": who is counted goes without saying.
ConceptMention Binder::PersonsCounted(const Quantity& quantity) const {
  const auto& concepts = text_.lexicon->concepts();
  const auto person = std::find(concepts.begin(), concepts.end(), "person");
  return {static_cast<std::size_t>(person - concepts.begin()), quantity.end, quantity.end, true, 0};
}

// Whether a percent's own whole stands behind it: "40% GDP".
bool Binder::NamesWhole(const NumberContext& context) const {
  const auto& periods = sentence_->periods;
  const bool when = std::any_of(periods.begin(), periods.end(),
                                [&](const PeriodMention& period) { return period.begin == context.right; });
  if (when || context.right >= context.right_end) return false;
  std::size_t noun = context.right;
  while (text_.IsKey(noun, {"các", "những", "số", "tổng"})) ++noun;  // "90% các tuyến đường"
  const auto mentions = text_.MentionsIn(noun, noun + 1);
  return IsNoun(noun, context.right_end) || std::any_of(mentions.begin(), mentions.end(), [&](const Mention* m) {
           return m->role == Role::kConcept && m->begin == noun;
         });
}

// Whether a word of something measured stands at the token: a concept, "lượng", "giá trị", "số".
bool Binder::NamesQuantity(std::size_t at) const {
  const auto mentions = text_.MentionsIn(at, at + 1);
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    if (mention->role != Role::kCue) return mention->role == Role::kConcept;
    const std::string& role = text_.lexicon->cues()[mention->row];
    return NamesAmount(role) || role == "total_of";
  });
}

// "…; 90% văn bản mới …", "…, 40% số xã đạt chuẩn": a percent that opens an item of a list, told by the sign before it
// and, behind a comma, by a noun that is known for one.
bool Binder::OpensItem(const Quantity& quantity, const NumberContext& context) const {
  if (quantity.begin != context.clause || quantity.begin == sentence_->begin) return false;
  if (text_.IsPunctuation(quantity.begin - 1, ";.")) return true;
  const auto mentions = text_.MentionsIn(context.right, context.right + 1);
  const bool known =
      text_.IsKey(context.right, {"các", "những"}) || NamesQuantity(context.right) ||
      std::any_of(mentions.begin(), mentions.end(), [](const Mention* m) { return m->role == Role::kUnit; });
  return known && text_.IsPunctuation(quantity.begin - 1, ",");
}

// "có 70 huyện và 50% số xã đạt chuẩn", "30% ngân sách, 40% GDP": a percent that goes on a list with a whole of its
// own.
bool Binder::OfAnotherWhole(const Quantity& quantity, const NumberContext& context) const {
  if (context.right >= context.right_end) return false;
  const Mention* up = LastCue(text_, context.clause, quantity.begin, "up");
  const Mention* down = LastCue(text_, context.clause, quantity.begin, "down");
  const bool changes = (up != nullptr && up->end == quantity.begin) || (down != nullptr && down->end == quantity.begin);
  if (changes && previous_) return NamesQuantity(context.right);  // "tăng 30% thu nhập, giảm 40% lượng nước"
  if (changes)
    return NamesMeasured(context.right) && !HasCue(text_, context.right, context.right + 2, "worth") &&
           !HasCue(text_, context.right, context.right + 2, "total_of");
  if (!previous_) return false;
  if (!NamesWhole(context) && !NamesQuantity(context.right)) return false;
  if (LeadsToNumber(quantity.begin)) return false;  // "nhập siêu 3 tỷ, bằng 2% tổng kim ngạch"
  const bool adjacent = previous_end_ + 1 == quantity.begin && text_.IsPunctuation(previous_end_, ",");
  return AfterAnd(quantity.begin) || adjacent || OpensItem(quantity, context);
}

// "348 đảng viên tự nguyện nhập ngũ": words that no list knows tell of which of them the number is, not of all.
bool Binder::Restricted(const Quantity& quantity, const NumberContext& context) const {
  const std::size_t begin = quantity.number_end;
  return begin < context.right_end && HasContent(begin, NounPhraseEnd(context));
}

// Whether a form of the concept begins at the token.
bool Binder::Names(std::size_t at, std::string_view concept_id) const {
  const auto mentions = text_.MentionsIn(at, at + 1);
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    return mention->role == Role::kConcept && text_.lexicon->concepts()[mention->row] == concept_id;
  });
}

}  // namespace timso
