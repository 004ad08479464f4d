// What the rest of a text adds to what a number measures: its neighbours, the whole in front, markets, what was
// counted.
#include <algorithm>

#include "analyzers/facts/binder.h"

namespace timso {

// The crop named last before token `end` in the paragraph, with its concept's row; nullptr when it is no rice.
const Mention* Binder::RiceInForce(std::size_t end) const {
  constexpr std::size_t kFarthest = 120;  // tokens
  const auto& concepts = text_.lexicon->concepts();
  const Mention* crop = nullptr;
  for (const Mention* mention : text_.MentionsIn(TokensBack(end, kFarthest, paragraph_), end)) {
    if (mention->role != Role::kConcept || text_.IsKey(mention->begin, "vụ")) continue;  // "cao hơn vụ trước"
    const std::string& id = concepts[mention->row];
    const bool again = crop != nullptr && crop->begin == mention->begin && concepts[crop->row] == "rice";
    if ((id == "crop" || id == "rice") && !again) crop = mention;
  }
  return crop != nullptr && concepts[crop->row] == "rice" ? crop : nullptr;
}

// "Tỷ lệ kết nạp so với số đoàn viên được giới thiệu đạt 36%": the base is not what is measured.
void Binder::LeaveOutBase(std::size_t begin, std::size_t number, std::vector<ConceptMention>& near) const {
  const Mention* compare = FirstCue(text_, begin, number, "compare");
  if (compare == nullptr) return;
  const bool named = std::any_of(near.begin(), near.end(),
                                 [&](const ConceptMention& mention) { return mention.end <= compare->begin; });
  if (!named) return;
  std::erase_if(near,
                [&](const ConceptMention& mention) { return mention.begin >= compare->end && mention.begin < number; });
}

// Whether the persons who live in them stand beside the households: "1.200 hộ với 4.800 nhân khẩu".
bool Binder::BesideInhabitants(const Quantity& quantity) const {
  constexpr std::size_t kReach = 4;  // tokens: ", gần", "với hơn"
  return std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(), [&](const Quantity& other) {
    if (other.begin < quantity.end || other.begin > quantity.end + kReach || other.unit != "person") return false;
    const auto counted = text_.MentionsIn(other.number_end, other.number_end + 1);
    return std::any_of(counted.begin(), counted.end(), [&](const Mention* mention) {
      return mention->role == Role::kConcept && text_.lexicon->concepts()[mention->row] == "population";
    });
  });
}

// "Một số xã", "toàn xã": who or where, nothing that is measured.
bool Binder::OnlyCommunes(const std::vector<ConceptMention>& concepts) const {
  return std::all_of(concepts.begin(), concepts.end(), [&](const ConceptMention& mention) {
    return text_.lexicon->concepts()[mention.concept_row] == "commune";
  });
}

// "Toàn xã có 4.790 hộ.": all that live there; "trong đó có 20 hộ" is a part of some.
bool Binder::AllThatLiveThere(const Quantity& quantity, const MeasureClues& clues) const {
  if (previous_ || clues.content || !Has(quantity.begin)) return false;
  const bool ends = quantity.end >= sentence_->end || text_.IsPunctuation(quantity.end, ".,;");
  return ends && !HasCue(text_, ClauseBegin(text_, sentence_->begin, quantity.begin), quantity.begin, "subset");
}

// What a measure's words leave to their neighbours: the rice of "gieo 300 ha lúa, …, sản lượng 200 tấn", the households
// of "1.200 hộ với 4.800 nhân khẩu".
void Binder::AddCompanions(const Quantity& quantity, MeasureClues& clues) const {
  constexpr double kSameParagraph = 8;  // how far the crop counts as being
  const auto& concepts = text_.lexicon->concepts();
  const bool output = std::any_of(clues.near.begin(), clues.near.end(),
                                  [&](const ConceptMention& c) { return concepts[c.concept_row] == "output"; });
  if (clues.unit == "tonne" && output && !clues.content) {
    const Mention* rice = RiceInForce(quantity.begin);
    if (rice != nullptr) clues.near.push_back({rice->row, rice->begin, rice->end, false, kSameParagraph});
  }
  if (clues.unit != "household" || !OnlyCommunes(clues.near)) return;
  if (!BesideInhabitants(quantity) && !AllThatLiveThere(quantity, clues)) return;
  const auto households = std::find(concepts.begin(), concepts.end(), "households");
  clues.near.push_back(
      {static_cast<std::size_t>(households - concepts.begin()), quantity.unit_begin, quantity.unit_end, true, 0});
  clues.of_all = true;
}

// "Trong tổng số hộ nghèo, hộ dân tộc thiểu số chiếm 60%": a part of the whole that is named in front is measured as
// it.
std::optional<Binder::MeasureReading> Binder::OfWholeInFront(const Quantity& quantity, const NumberContext& context,
                                                             FactKind kind, const MeasureClues& clues) const {
  if (!clues.percent || kind != FactKind::kShare || context.clause < sentence_->begin + 2) return std::nullopt;
  const std::size_t end = context.clause - 1;
  const std::size_t begin = ClauseBegin(text_, sentence_->begin, end);
  const bool whole =
      text_.IsPunctuation(end, ",") && text_.IsKey(begin, "trong") && text_.IsKey(begin + 1, {"tổng", "số"});
  if (!whole) return std::nullopt;
  std::vector<ConceptMention> named;
  for (const Mention* mention : text_.MentionsIn(begin, end)) {
    if (mention->role == Role::kConcept && mention->end <= end)
      named.push_back({mention->row, mention->begin, mention->end, false, 1});
  }
  const MeasureTable::Choice choice = MeasureTable::Get().Choose(named, "");
  if (choice.measure == nullptr) return std::nullopt;
  MeasureReading reading = Taken(choice, quantity, context, clues);
  reading.rule = "part-of-the-whole-in-front";
  return reading;
}

// "Về thị trường, Mỹ dẫn đầu với 148 triệu USD" of a text about exports.
std::optional<Binder::MeasureReading> Binder::OfMarket(const Quantity& quantity, const NumberContext& context,
                                                       const MeasureClues& clues) const {
  const Measure* exports = MeasureTable::Get().Find("exports");
  const bool spoken = std::find(spoken_of_.begin(), spoken_of_.end(), exports) != spoken_of_.end();
  if (clues.unit != "USD" || !spoken || !clues.near.empty()) return std::nullopt;
  const bool market = std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& place) {
    return place.end <= quantity.begin && place.begin >= context.left && IsMarket(place);
  });
  if (!market) return std::nullopt;
  return Taken({exports, 0, false}, quantity, context, clues);
}

// "Xã A và xã B chỉ có 600 lao động" after "… giải quyết việc làm cho 900 lao động": a sentence that names but somebody
// else and counts alike.
bool Binder::CountsAlike(const Quantity& quantity, const NumberContext& context, const MeasureClues& clues) const {
  if (quantity.unit_begin >= quantity.unit_end || sentence_->paragraph_start || Has(quantity.begin)) return false;
  if (LowerCase(text_.Words(quantity.unit_begin, quantity.unit_end)) != frame_.unit_words) return false;
  const bool counted = std::all_of(clues.concepts.begin(), clues.concepts.end(), [&](const ConceptMention& c) {
    return c.begin >= quantity.unit_begin && c.end <= quantity.unit_end;
  });
  const bool names = std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& place) {
    return place.begin >= context.left && place.end <= quantity.begin && IsSubject(place);
  });
  return counted && names;
}

// "Riêng xã A, năm 2005 có 74 đảng viên": a time of its own and "có": so many were there.
bool Binder::StoodThen(const Quantity& quantity) const {
  if (!Has(quantity.begin)) return false;
  return std::any_of(sentence_->periods.begin(), sentence_->periods.end(), [&](const PeriodMention& period) {
    return period.end < quantity.begin && text_.IsKey(period.end, "có");
  });
}

}  // namespace timso
