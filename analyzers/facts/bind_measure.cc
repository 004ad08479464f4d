// What: the measure of a number, its own or one that it has from those before it.
#include <algorithm>

#include "analyzers/facts/binder.h"

namespace timso {
namespace {

constexpr double kFrameScore = 4.05;  // of the measure in force: above a bare noun, below a deed of the number's own

}  // namespace

// " (kết nạp + đảng viên)": the concepts' words, for whoever asks why.
std::string Binder::WordsOf(const std::vector<ConceptMention>& concepts) const {
  std::string words;
  for (const ConceptMention& mention : concepts) {
    const std::string word = LowerCase(text_.Words(mention.begin, mention.end));
    if (!word.empty() && words.find(word) == std::string::npos) words += (words.empty() ? "" : " + ") + word;
  }
  return words.empty() ? words : " (" + words + ")";
}

Binder::MeasureReading Binder::InForce(const char* rule) const {
  MeasureReading reading;
  reading.measure = frame_.measure;
  reading.text = frame_.measure_text;
  reading.actions = frame_.actions;
  reading.inherited = true;
  reading.rule = rule;
  return reading;
}

Binder::MeasureReading Binder::MeasureNamed(const TokenSpan& named, const std::string& unit) const {
  MeasureReading reading;
  std::vector<ConceptMention> concepts;
  for (const Mention* mention : text_.MentionsIn(named.begin, named.end)) {
    if (mention->role == Role::kConcept && mention->end <= named.end && !InsidePlace(*mention)) {
      concepts.push_back({mention->row, mention->begin, mention->end, false, 1});
    }
  }
  reading.measure = MeasureTable::Get().Choose(concepts, unit).measure;
  reading.text = std::string(text_.Words(HeadBegin(named.begin, named.end), named.end));
  reading.rule = "newly-named";
  return reading;
}

// Whether the words are a cue of a role.
bool Binder::IsCue(std::string_view words, std::string_view role) const {
  constexpr std::size_t kLongest = 32;  // bytes
  if (words.empty() || words.size() > kLongest) return false;
  const std::vector<Symbol> symbols = text_.lexicon->SymbolsOf(words);
  bool is = false;
  text_.lexicon->phrases().MatchAt(symbols, 0, symbols.size(), [&](PhraseTrie::Match match) {
    const Lexicon::Entry& entry = text_.lexicon->entry(match.value);
    const bool cue = entry.role == Role::kCue || entry.role == Role::kCuePart;
    is = is || (match.length == symbols.size() && cue && text_.lexicon->cues()[entry.row] == role);
  });
  return is;
}

// "800 doanh nghiệp thành lập mới với vốn đăng ký 90 tỷ": what was counted before "với" and is no measure of the table.
void Binder::AddOthersCounted(const NumberContext& context, std::vector<ConceptMention>& near) const {
  std::size_t with = context.right;
  while (with > context.left && !text_.IsKey(with, "với")) --with;
  if (!previous_ || !text_.IsKey(with, "với") || text_.IsKey(with - 1, "so")) return;
  for (const Mention* mention : text_.MentionsIn(ClauseBegin(text_, sentence_->begin, with), with)) {
    if (mention->role == Role::kConcept && MeasureTable::Get().IsOther(mention->row))
      near.push_back({mention->row, mention->begin, mention->end, false, kInherited});
  }
}

// What speaks for the number's measure.
Binder::MeasureClues Binder::CluesOf(const Quantity& quantity, const NumberContext& context, FactKind kind) const {
  MeasureClues clues;
  clues.percent = quantity.IsPercent() || quantity.unit == "times" || quantity.unit == "percentage_point";
  clues.unit = clues.percent ? "" : quantity.unit;
  clues.concepts = ConceptsAround(quantity, context);
  if (clues.unit == "person" && quantity.unit_begin == quantity.unit_end)
    clues.concepts.push_back(PersonsCounted(quantity));
  for (const ConceptMention& mention : clues.concepts) {
    if (!mention.counted || mention.begin < quantity.begin)
      clues.actions.push_back({mention.concept_row, mention.begin, mention.end, false, kInherited});
  }
  clues.near = clues.concepts;
  const bool counts = !quantity.IsPercent() && quantity.unit_class == UnitRow::Class::kCounter;
  const std::size_t naming =
      counts ? context.naming : TurnEnd(context.naming, MeasuredEnd(context.naming, quantity.begin));
  std::erase_if(clues.near, [&](const ConceptMention& c) { return c.begin < naming; });
  LeaveOutBase(context.naming, quantity.begin, clues.near);
  clues.own_left = std::any_of(clues.near.begin(), clues.near.end(),
                               [&](const ConceptMention& c) { return c.begin < quantity.begin; });
  // "1.000 tỷ đồng cho ngân hàng A và 500 tỷ đồng cho …": what stands before "và" was said of the number before.
  const bool goes_on = SaidOfCounted(quantity, context) || SharesSubject(quantity, context);
  const std::size_t measured = MeasuredEnd(context.naming, quantity.begin);
  clues.content = !goes_on && !(previous_ && AfterAnd(quantity.begin)) &&
                  (HasContent(context.naming, measured) || EndsRest(context.naming, measured));
  if (goes_on) clues.own_left = false;
  const bool opens = !previous_ && OpensClause(quantity, context);  // "97% hộ dân dùng nước sạch"
  clues.of_other = kind != FactKind::kAttainment && clues.percent && (opens || OfAnotherWhole(quantity, context));
  AddCompanions(quantity, clues);
  std::vector<ConceptMention> speaking = clues.near;
  AddOthersCounted(context, speaking);
  clues.own = MeasureTable::Get().Choose(speaking, clues.unit, spoken_of_);
  // "chiếm 1,03% dân số": the whole that the number is a part of.
  const bool level = kind == FactKind::kShare || kind == FactKind::kTarget;
  const bool whole = clues.own.measure != nullptr && clues.own.measure->whole;
  if (!level || !clues.percent || !whole) return clues;
  if (clues.own_left && !HasParts(clues.own.measure->id)) return clues;
  for (auto* mentions : {&clues.concepts, &clues.near})
    std::erase_if(*mentions, [&](const ConceptMention& c) { return c.begin >= quantity.begin; });
  clues.own = clues.own_left ? MeasureTable::Get().Choose(clues.near, clues.unit, spoken_of_) : MeasureTable::Choice{};
  return clues;
}

Binder::MeasureReading Binder::Taken(const MeasureTable::Choice& choice, const Quantity& quantity,
                                     const NumberContext& context, const MeasureClues& clues) const {
  MeasureReading reading;
  reading.actions = clues.actions;
  reading.measure = choice.measure;
  reading.text = OpenMeasureText(quantity, context);
  if (reading.text.empty()) reading.text = choice.measure->vietnamese;
  reading.rule = "measure:" + choice.measure->id + WordsOf(clues.near);
  return reading;
}

Binder::MeasureReading Binder::Open(const char* rule, const Quantity& quantity, const NumberContext& context,
                                    const MeasureClues& clues) const {
  MeasureReading reading;
  reading.actions = clues.actions;
  reading.text = OpenMeasureText(quantity, context);
  reading.rule = rule;
  return reading;
}

// What a number has from those before it, or from words in front of its clause.
std::optional<Binder::MeasureReading> Binder::Lent(const Quantity& quantity, const NumberContext& context,
                                                   const MeasureClues& clues, FactKind kind) const {
  if (clues.percent && AspectEnd(context) != context.right) {
    MeasureReading before = InForce("");
    if (clues.own_left) {
      before.measure = clues.own.measure;
      before.text = OpenMeasureText(quantity, context);
    }
    return AspectOf(context, before);
  }
  // A percent that words of its own tie to nothing new goes with the number before it.
  const bool behind = std::any_of(clues.near.begin(), clues.near.end(),
                                  [&](const ConceptMention& c) { return c.begin == context.right; });
  const bool speaks = ((behind && OpensClause(quantity, context)) || clues.own.measure != nullptr) &&
                      IsNoun(context.right, context.right_end);
  const bool in_bracket = clues.percent && previous_ && quantity.begin == context.clause &&
                          text_.IsPunctuation(quantity.begin - 1, "(") && quantity.begin - 1 > context.left;
  if (const TokenSpan item = ItemBeforeBracket(quantity); in_bracket && item.begin < item.end)
    return MeasureNamed(item, clues.unit);
  if (in_bracket && text_.IsPunctuation(ClauseBegin(text_, context.left, quantity.begin - 1) - 1, ",;")) {
    const TokenSpan named = NamedAtBracket(quantity, context);
    bool measured = false;
    for (std::size_t at = named.begin; at < named.end; ++at) measured = measured || NamesQuantity(at);
    if (measured && named.begin > context.left) return MeasureNamed(named, clues.unit);
  }
  const bool bare_item = context.listed_place && OnlyCommunes(clues.near);
  const bool new_words = (clues.content || clues.own_left) && !bare_item;
  if (clues.percent && frame_.set && !new_words && !speaks && !clues.of_other)
    return InForce("measure-of-the-number-before");
  if (frame_.set && !clues.percent && TellsPlanOfPercent(quantity, context)) return InForce("plan-of-before");
  if (elliptic_ && !clues.own_left) return InForce("list-goes-on");
  if (NamesForm(quantity, clues)) return InForce("list-goes-on");
  if (ChangesBefore(clues, kind)) return InForce("change-of-before");
  if (NamesGroup(quantity, context, clues)) return InForce("group-of-before");
  if (NamesPart(quantity, context, clues)) return InForce("part-of-before");
  if (const TokenSpan named = NewlyNamed(quantity, context); named.begin != named.end)
    return MeasureNamed(named, clues.unit);
  std::vector<ConceptMention> counted = clues.near;
  std::erase_if(counted, [&](const ConceptMention& c) { return c.begin < quantity.number_end; });
  // "Số đảng viên này gồm 19 học sinh"
  const Mention* group = LastCue(text_, context.left, quantity.begin, "same_group");
  const bool named_anew =
      clues.own.measure != nullptr && std::any_of(clues.near.begin(), clues.near.end(), [&](auto& c) {
        return group != nullptr && c.begin >= group->end && c.begin < quantity.begin;
      });
  const bool same = group != nullptr && !named_anew && OnlyGeneric(counted);
  if (same && FrameFits(clues.unit)) return InForce("same-group");
  return std::nullopt;
}

// "đạt 97% kế hoạch mà bộ giao là 40 tỷ đồng": the plan that the percent before was of.
bool Binder::TellsPlanOfPercent(const Quantity& quantity, const NumberContext& context) const {
  if (!previous_ || previous_->kind != FactKind::kAttainment) return false;
  std::size_t that = context.left;
  while (that < quantity.begin && !text_.IsKey(that, "mà")) ++that;
  return HasCue(text_, that, quantity.begin, "sets_plan") && FirstMeasured(that, quantity.begin) == quantity.begin;
}

// "kỷ luật 9 đảng viên, gồm khiển trách 6, khai trừ 3": an item whose own word, with what was done to all of them,
// says the same measure.
bool Binder::NamesForm(const Quantity& quantity, const MeasureClues& clues) const {
  if (!previous_ || frame_.measure == nullptr || quantity.unit_begin != quantity.unit_end) return false;
  if (frame_.unit_class != UnitRow::Class::kCounter) return false;
  std::vector<ConceptMention> own = clues.near;
  std::erase_if(own, [&](const ConceptMention& c) { return OnlyGeneric({c}); });
  return !own.empty() && MeasureTable::Get().Joins(*frame_.measure, own, frame_.actions);
}

// "Trong đó, đoàn viên có 47, nữ có 39": groups of the persons counted before, each with its number.
bool Binder::NamesGroup(const Quantity& quantity, const NumberContext& context, const MeasureClues& clues) const {
  if (clues.unit != "person" || frame_.measure == nullptr || !FrameFits(clues.unit)) return false;
  if (!HasCue(text_, sentence_->begin, quantity.begin, "subset")) return false;
  std::vector<ConceptMention> named = clues.near;
  if (frame_.measure->id == "jobs_created") {  // "trong đó lao động nữ 24.800 người"
    std::erase_if(named, [&](const ConceptMention& c) { return IsWord(text_, c.begin, "lao"); });
  }
  if (!OnlyGeneric(named)) return false;
  // "33 đồng chí là binh sĩ và 8 đồng chí thuộc dân quân": of the unit that the part before was counted in
  const bool joined = IsWord(text_, quantity.begin - 1, "và") || text_.IsPunctuation(quantity.begin - 1, ",;");
  const bool goes_on = joined && previous_ && previous_->unit == clues.unit;
  return goes_on || (HasQualifier(context.clause, quantity.begin) && !clues.content);
}

// "Dẫn đầu là xã A với 31 em; kế đó xã B 24": the first number of a sentence that names a place or a group, persons
// without a word of their own: so many of those that the sentence before counted.
bool Binder::NamesPart(const Quantity& quantity, const NumberContext& context, const MeasureClues& clues) const {
  if (previous_ || clues.unit != "person" || clues.content || !frame_.set) return false;
  if (sentence_->paragraph_start && !HasCue(text_, sentence_->begin, quantity.begin, "ranks")) return false;
  if (frame_.measure == nullptr || frame_.measure->stock || !FrameFits(clues.unit) || !OnlyGeneric(clues.near))
    return false;
  const bool member = Names(quantity.number_end, "member") && Has(quantity.begin);
  const bool more = context.right < context.right_end && HasContent(context.right, context.right_end);
  const bool placed = std::any_of(sentence_->places.begin(), sentence_->places.end(),
                                  [&](const PlaceMention& place) { return place.end <= quantity.begin; });
  // "- Lũy kế từ đầu năm: 172 đồng chí": of another time
  const bool timed = !Has(quantity.begin) && !sentence_->periods.empty() &&
                     sentence_->periods.front().end <= quantity.begin && !Names(quantity.number_end, "member");
  return !member && !more && (placed || timed || HasQualifier(sentence_->begin, quantity.begin));
}

// "246 đồng chí được nhận Huy hiệu, nhiều hơn đợt trước 31 đồng chí": by how many the count before differs.
bool Binder::ChangesBefore(const MeasureClues& clues, FactKind kind) const {
  const bool goes_on = previous_ || (!clues.content && lead_) || (!clues.content && !sentence_->paragraph_start);
  return kind == FactKind::kChange && goes_on && frame_.unit_class == UnitRow::Class::kCounter && !clues.percent &&
         frame_.measure != nullptr && clues.unit == frame_.unit && OnlyGeneric(clues.near) && FrameFits(clues.unit);
}

bool Binder::FrameFits(const std::string& unit) const {
  return frame_.measure != nullptr && MeasureTable::Get().UnitFits(*frame_.measure, unit);
}

// What the number has with those before it together: the measure in force, or one that their words make with its own.
std::optional<Binder::MeasureReading> Binder::Continued(const Quantity& quantity, const NumberContext& context,
                                                        const MeasureClues& clues) const {
  const bool listed = lead_ && sentence_->line_start;
  // "dẫn đầu là phường A với 6 đảng viên" after what was admitted: members are in force as what was counted, unless
  // the words say that they stand there.
  const MeasureTable::Choice& own = clues.own;
  const bool brought = HasCue(text_, context.clause, quantity.begin, "bring_to");  // "nâng tổng số lên 300 đảng viên"
  const bool flow_goes_on = frame_.measure != nullptr && frame_.measure->id == "party_members_admitted" &&
                            own.noun_only && own.measure->stock && !brought &&
                            !HasCue(text_, context.left, context.right_end, "stand") && !Has(quantity.begin);
  const bool stands = own.measure != nullptr && own.measure->stock && own.noun_only && (brought || StoodThen(quantity));
  const bool others = frame_.measure != nullptr && frame_.measure->id == "event_delegates" && own.measure != nullptr &&
                      own.measure != frame_.measure;  // "148 đại biểu đại diện cho 1.627 đảng viên"
  const bool continues = (Continues(context) && !stands && !others) || flow_goes_on;
  if ((!continues || clues.of_other) && !listed) return std::nullopt;
  const bool weak = own.measure == nullptr || own.score < kFrameScore;
  if (continues && frame_.set && FrameFits(clues.unit) && OnlyGeneric(clues.near) && weak)
    return InForce("measure-in-force");
  if (RatedPlain(quantity.number_end, context.right_end)) return std::nullopt;
  std::vector<ConceptMention> wider = clues.concepts;
  if (continues || topic_.empty()) wider.insert(wider.end(), frame_.actions.begin(), frame_.actions.end());
  if (listed) wider.insert(wider.end(), topic_.begin(), topic_.end());
  const MeasureTable::Choice choice = MeasureTable::Get().Choose(wider, clues.unit);
  if (choice.measure == nullptr) return std::nullopt;
  MeasureReading reading = Taken(choice, quantity, context, clues);
  if (reading.actions.empty()) reading.actions = frame_.actions;
  return reading;
}

// "2 chi bộ hoàn thành nhiệm vụ": not as well as those counted before.
bool Binder::RatedPlain(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i + 2 < end; ++i) {
    if (IsWord(text_, i, "thành") && IsWord(text_, i + 1, "nhiệm") && IsWord(text_, i + 2, "vụ")) return true;
  }
  return false;
}

// Whether the measure in force holds for a number that nothing speaks for.
bool Binder::HoldsStill(const Quantity& quantity, const NumberContext& context, const MeasureClues& clues) const {
  const bool passive = HasCue(text_, context.right, std::min(context.right + 2, context.right_end), "passive");
  const bool alike = !previous_ && !clues.percent && frame_.set && CountsAlike(quantity, context, clues);
  if (!frame_.set || clues.content || passive || (!clues.concepts.empty() && !alike) || clues.of_other) return false;
  if ((!previous_ && !clues.percent && !alike) || CountsOther(quantity, context)) return false;
  const TokenSpan nothing{quantity.begin, quantity.begin};
  if (NamesMeasured(context.right) && NamedBehind(quantity, context, nothing)) return false;  // "và 9 tỷ đồng LNTT"
  if (frame_.measure != nullptr) return FrameFits(clues.unit);
  // Words that no list has are the measure of what is counted alike: 19 hệ thống after 65 chuồng trại is something
  // else.
  const bool counts = quantity.unit_class == UnitRow::Class::kCounter;
  return clues.percent || (frame_.unit.empty() && !counts) || frame_.unit == quantity.unit;
}

// "tặng quà cho 300 hộ nghèo": a stock's words after "cho" tell who gets something, not how many there are.
bool Binder::Receives(const Quantity& quantity, const MeasureTable::Choice& own) const {
  const bool lives = own.measure != nullptr && (quantity.unit == "household" || own.measure->id == "population");
  return lives && own.measure->stock && quantity.begin > sentence_->begin &&
         text_.IsKey(quantity.begin - 1, {"cho", "giúp", "tặng"});
}

Binder::MeasureReading Binder::MeasureOf(const Quantity& quantity, const NumberContext& context, FactKind kind) const {
  const MeasureClues clues = CluesOf(quantity, context, kind);
  if (quantity.per_measure) return Open("rate", quantity, context, clues);  // "20 USD/tấn": a price is no export
  if (std::optional<MeasureReading> lent = Lent(quantity, context, clues, kind)) return *lent;
  const MeasureTable::Choice& own = clues.own;
  if (Receives(quantity, own)) return Open("receivers", quantity, context, clues);
  if (own.measure != nullptr && (!own.noun_only || clues.own_left || clues.percent))
    return Taken(own, quantity, context, clues);
  if (std::optional<MeasureReading> part = OfWholeInFront(quantity, context, kind, clues)) return *part;
  if (std::optional<MeasureReading> market = OfMarket(quantity, context, clues)) return *market;
  const bool other = std::any_of(clues.near.begin(), clues.near.end(), [&](const ConceptMention& c) {
    return c.begin < quantity.begin && MeasureTable::Get().IsOther(c.concept_row);
  });
  if (other) return Open("other-measure", quantity, context, clues);
  if (std::optional<MeasureReading> continued = Continued(quantity, context, clues)) return *continued;
  const bool some =
      !clues.of_all && own.measure != nullptr && own.measure->stock && own.noun_only && Restricted(quantity, context);
  if (own.measure != nullptr && !some) return Taken(own, quantity, context, clues);
  if (HoldsStill(quantity, context, clues)) return InForce("measure-in-force");
  const bool known_class = quantity.unit == "class" && class_measure_ != nullptr;
  if (known_class &&
      !HasContent(context.right, context.right_end)) {  // "Dự kiến năm tới mở 40 lớp" in a text on training
    MeasureReading reading = Open("class-of-the-text", quantity, context, clues);
    reading.measure = class_measure_;
    return reading;
  }
  return Open("open-measure", quantity, context, clues);
}

}  // namespace timso
