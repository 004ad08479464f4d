// Walks the numbers of a document from first to last and says of each whom, what and when it is about.
#pragma once
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/facts/fact.h"
#include "analyzers/facts/kinds.h"
#include "analyzers/facts/measures.h"
#include "analyzers/facts/second_reading.h"
#include "analyzers/facts/sentence_reading.h"
#include "analyzers/facts/subjects.h"

namespace timso {

// A fact with the tokens of its number; the extractor turns these into evidence.
struct DraftFact {
  Fact fact;
  std::size_t number_begin = 0;
  std::size_t number_end = 0;
  std::size_t sentence = 0;
};

class Binder {
 public:
  // `observer`: see ReadByRules; nullptr: the second reading has its say.
  Binder(const AnalyzedText& text, const SubjectResolver& subjects, std::optional<Date> date,
         const ReadingObserver* observer = nullptr);

  // REQUIRES: sentences in order.
  void Read(const SentenceReading& sentence, std::size_t index, std::vector<DraftFact>& facts);

  // The period in force beyond the sentence that was read last.
  std::optional<PeriodMention> lasting_period() const {
    return has_lasting_period_ ? std::optional<PeriodMention>(lasting_period_) : std::nullopt;
  }

 private:
  static constexpr std::size_t kNoToken = static_cast<std::size_t>(-1);
  static constexpr const char* kApart = " … ";  // between words of a measure that stand apart in the text

  // What the numbers so far have set and the next ones inherit.
  struct Frame {
    const Measure* measure = nullptr;
    std::string measure_text;
    std::string unit;
    std::string unit_words;  // of the text
    UnitRow::Class unit_class = UnitRow::Class::kCounter;
    std::vector<std::string> qualifiers;
    std::vector<ConceptMention> actions;  // what was done, for "57 tổ chức đảng và 102 đảng viên"
    KindReading kind;
    bool set = false;
  };
  struct MeasureReading {
    const Measure* measure = nullptr;
    std::string text;
    std::string rule;
    bool inherited = false;
    const Measure* whole = nullptr;  // of "12% về lượng": what the next numbers inherit
    std::string whole_text;
    UnitRow::Class unit_class = UnitRow::Class::kCounter;  // of the amount that it was read for
    std::vector<ConceptMention> actions;
  };

  // What speaks for a number's measure.
  struct MeasureClues {
    bool percent = false;  // … or times, or points: it has no unit of its own
    std::string unit;
    std::vector<ConceptMention> concepts;  // around it
    std::vector<ConceptMention> near;      // … of its own clause
    std::vector<ConceptMention> actions;   // what the next numbers may inherit
    MeasureTable::Choice own;              // that `near` speaks for
    bool own_left = false;                 // a concept of its own stands before it
    bool content = false;                  // words of its own that no list knows stand before it
    bool of_all = false;                   // it counts all of them: households beside the persons in them
    bool of_other = false;                 // a whole of its own stands behind it
  };

  void SpeakOf(const SentenceReading& sentence);
  void StartSentence(const SentenceReading& sentence);
  void EndSentence(const SentenceReading& sentence);
  void ReadProperFraction(Quantity& quantity) const;
  void ReadNumber(std::size_t i);
  KindReading KindOf(std::size_t i, Quantity& quantity, const NumberContext& context);
  PeriodMention PeriodRead(std::size_t i, const Quantity& quantity, const NumberContext& context,
                           const KindReading& kind, const MeasureReading& measure);
  std::string TimeOfRate(const Quantity& quantity, const NumberContext& context) const;
  void AddRate(Quantity& quantity, const NumberContext& context) const;
  std::string CurrencyAround(const Quantity& quantity) const;
  bool CompleteUnit(Quantity& quantity, const NumberContext& context);
  void NameWhole(const Quantity& quantity, Fact& whole) const;
  bool IsListedPlace(const Quantity& quantity) const;
  bool IsOfFraction(std::size_t i, const Quantity& quantity, const KindReading& kind) const;
  void ReadEstimateAsDone(const KindReading& kind);
  std::optional<MeasureReading> Respective(std::size_t i, const NumberContext& context);
  void TakeIntoFrame(const Quantity& quantity, const NumberContext& context, const KindReading& kind,
                     const MeasureReading& measure, const std::vector<std::string>& qualifiers);
  void Pass(std::size_t i, const Quantity& quantity, const NumberContext& context, const KindReading& kind);
  // `quantity` is the sentence's number i as it is read.
  NumberContext ContextOf(std::size_t i, const Quantity& quantity) const;
  bool Refuse(const Quantity& quantity, const NumberContext& context) const;
  bool IntroducesNames(const Quantity& quantity) const;
  bool RepeatsInBracket(const Quantity& quantity) const;
  void PassBracket(std::size_t at);
  std::size_t RightEnd(std::size_t at, std::size_t limit) const;
  bool EndsPlace(std::size_t at) const;
  bool LikeNouns(std::size_t comma) const;
  std::size_t NounPhraseEnd(const NumberContext& context) const;
  bool IsNoun(std::size_t at, std::size_t end) const;
  bool Listed(const SentenceReading& sentence) const;
  bool SaysDone(std::size_t at) const;
  bool OpensGluedSentence(std::size_t at) const;
  std::size_t AimScope(std::size_t clause, std::size_t number) const;
  bool MeetsOther(std::size_t i) const;
  bool EstimatesMonths() const;
  bool FirstMonthsOver() const;
  bool GivesTargets(std::size_t begin, std::size_t end) const;
  bool GapOfPlan(std::size_t begin, std::size_t open) const;
  bool AimsBefore(std::size_t begin, std::size_t end, bool estimated) const;
  bool InBracketOfPlan(std::size_t i, const Quantity& quantity, const NumberContext& context) const;
  bool PlanOfPercent(std::size_t i, std::size_t open) const;
  bool PlannedList(std::size_t at) const;
  bool Plans(std::size_t begin, std::size_t end) const;
  bool OpensWithTask(std::size_t begin) const;
  std::string UnitOfDeed(const Quantity& quantity, const NumberContext& context) const;
  bool CountsOrdered(const Quantity& quantity) const;
  bool HasQualifier(std::size_t begin, std::size_t end) const;
  bool InlineList(std::size_t begin, std::size_t end) const;
  std::string CounterWord(std::size_t at, std::size_t end) const;
  bool IsMoney(const Quantity& quantity, const NumberContext& context) const;
  bool InBrackets(const PlaceMention& place) const;
  bool Counts(const Quantity& quantity) const;
  bool CountsBodies(const Quantity& quantity, const MeasureReading& measure) const;
  bool IsActor(const Quantity& quantity, const NumberContext& context) const;
  bool IsThreshold(const Quantity& quantity, const NumberContext& context) const;
  bool Elliptic(const Quantity& quantity, const NumberContext& context);
  void OpenPlan(const Quantity& quantity);
  bool EndsClauseBare(const Quantity& quantity, const NumberContext& context) const;
  bool LooksLikeYear(const Quantity& quantity) const;
  bool Given(const Quantity& quantity) const;
  void ReadQuota(Quantity& quantity, const NumberContext& context, KindReading& kind);
  const Quantity* JoinedTo(const Quantity& quantity) const;
  bool InDurationList(const Quantity& quantity) const;
  bool BodiesByName(const Quantity& quantity) const;
  bool NamesGroup(const Quantity& quantity) const;
  bool SpokenOf(const Quantity& quantity) const;
  bool OnlyListed(const Quantity& quantity) const;
  bool NextCondition(const Quantity& quantity) const;
  bool IsClassOfRule(const Quantity& quantity) const;
  bool OneForAny(const Quantity& quantity) const;
  bool AimIsOver(const Mention& aim, std::size_t end) const;
  bool IsSizeOfKind(const Quantity& quantity) const;
  bool IsEntitlement(const Quantity& quantity) const;
  bool ForWhoever(const Quantity& quantity, const NumberContext& context) const;
  bool OpensName(const Mention& mention) const;
  bool InClosedBracket(const Mention& mention, std::size_t number) const;
  std::size_t SharedPredicate(const NumberContext& context) const;
  bool NamesForm(const Quantity& quantity, const MeasureClues& clues) const;
  bool NamesGroup(const Quantity& quantity, const NumberContext& context, const MeasureClues& clues) const;
  bool NamesPart(const Quantity& quantity, const NumberContext& context, const MeasureClues& clues) const;
  bool IsYoung(const Quantity& quantity) const;
  bool Names(std::size_t at, std::string_view concept_id) const;
  bool ImpliedBy(const Measure& measure, const Mention& qualifier) const;
  bool HasContent(std::size_t begin, std::size_t end) const;
  std::vector<ConceptMention> ConceptsAround(const Quantity& quantity, const NumberContext& context) const;
  std::size_t AmountEnd(std::size_t begin, std::size_t end) const;
  bool OnlyGeneric(const std::vector<ConceptMention>& concepts) const;
  bool Continues(const NumberContext& context) const;
  bool CountsOther(const Quantity& quantity, const NumberContext& context) const;
  bool InsidePlace(const Mention& mention) const;
  ConceptMention PersonsCounted(const Quantity& quantity) const;
  bool Has(std::size_t at) const;
  bool AfterAnd(std::size_t at) const;
  bool OfAnEvent(const PeriodMention& period) const;
  bool OfThePlan(const PeriodMention& period) const;
  PeriodMention FitPeriod(const PeriodMention& period, const Quantity& quantity, const NumberContext& context,
                          const KindReading& kind);
  bool OfTheDone(const PeriodMention& period, const Quantity& quantity, const KindReading& kind) const;
  bool ByYear(const Quantity& quantity) const;
  const PeriodMention* BaseBeside(const Quantity& quantity) const;
  PeriodMention SameYearBefore() const;
  bool BracketedBehindEarlier(const Quantity& quantity) const;
  bool OpensEarlier(const Quantity& quantity, const NumberContext& context) const;
  const Mention* EarlierAt(std::size_t begin, std::size_t end) const;
  const Mention* EarlierBehind(const NumberContext& context) const;
  const PeriodMention* SharedBehind(std::size_t end) const;
  const PeriodMention* BaseStated(const Quantity& quantity, const KindReading& kind) const;
  bool PlanOfYear(const PeriodMention& period, const Quantity& quantity, const KindReading& kind) const;
  static Period YearOfRecord(const PeriodMention& mention);
  bool JoinsShorter(std::size_t i) const;
  bool GluedBetween(std::size_t begin, std::size_t end) const;
  bool CountedSince(const PeriodMention& period, const PeriodMention& now) const;
  bool StandsOnDay(const MeasureReading& measure, const Quantity& quantity) const;
  PeriodMention SamePartOf(const PeriodMention& named) const;
  std::size_t BracketEnd(std::size_t at) const;
  bool StaysInBracket(const PeriodMention& period, std::size_t end);
  void LeaveBracket(std::size_t end);
  PeriodMention YearBefore(const Quantity& quantity, const NumberContext& context) const;
  PeriodMention ComparedPeriod(const Quantity& quantity, const NumberContext& context) const;
  std::string WordsOf(const std::vector<ConceptMention>& concepts) const;
  MeasureReading InForce(const char* rule) const;
  std::size_t AspectEnd(const NumberContext& context) const;
  bool Turns(std::size_t at) const;
  bool LeadsToNumber(std::size_t at) const;
  bool NamesMeasured(std::size_t at) const;
  std::size_t FirstMeasured(std::size_t begin, std::size_t end) const;
  bool InsideName(std::size_t at) const;
  bool Speaks(std::size_t begin, std::size_t end) const;
  std::size_t MeasuredEnd(std::size_t begin, std::size_t end) const;
  std::size_t NamingBegin(std::size_t left, std::size_t clause, std::size_t number) const;
  bool IsOneWord(std::size_t at) const;
  bool OnlyNames(const TokenSpan& words) const;
  bool SharesSubject(const Quantity& quantity, const NumberContext& context) const;
  bool EndsRest(std::size_t begin, std::size_t at) const;
  bool EndsAverage(std::size_t begin, std::size_t at) const;
  bool EndsWord(std::size_t begin, std::size_t at, std::size_t end) const;
  std::size_t TurnEnd(std::size_t begin, std::size_t end) const;
  std::size_t ObjectBegin(std::size_t begin, std::size_t end) const;
  std::size_t CoordinationBegin(std::size_t left, std::size_t clause, std::size_t number) const;
  bool HeadsList(std::size_t noun, std::size_t end) const;
  bool SaidOfCounted(const Quantity& quantity, const NumberContext& context) const;
  TokenSpan OwnedByCounted(const Quantity& quantity, const NumberContext& context) const;
  bool NamedBehind(const Quantity& quantity, const NumberContext& context, const TokenSpan& before) const;
  bool Stated(std::size_t begin, std::size_t end) const;
  std::size_t NextStated(std::size_t begin, std::size_t end) const;
  std::size_t BehindAnd(std::size_t begin, std::size_t end) const;
  bool NamedBefore(const Quantity& quantity, const NumberContext& context, const TokenSpan& before) const;
  std::size_t ReasonBegin(std::size_t at, std::size_t end) const;
  TokenSpan NamedAtBracket(const Quantity& quantity, const NumberContext& context) const;
  TokenSpan ItemBeforeBracket(const Quantity& quantity) const;
  TokenSpan NewlyNamed(const Quantity& quantity, const NumberContext& context) const;
  MeasureReading MeasureNamed(const TokenSpan& named, const std::string& unit) const;
  bool IsCue(std::string_view words, std::string_view role) const;
  bool IsBareSideAt(std::size_t noun, std::size_t end) const;
  bool IsBareSide(std::string_view words) const;
  std::string WithoutSide(const std::string& words, bool worth) const;
  static constexpr double kInherited = 8;  // tokens that a concept of an earlier number counts as being away
  bool EndsWithSide(std::string_view words) const;
  const MeasureReading* WholeOfAspect(bool worth, const MeasureReading& before) const;
  MeasureReading AspectOf(const NumberContext& context, const MeasureReading& before) const;
  const Mention* RiceInForce(std::size_t end) const;
  void LeaveOutBase(std::size_t begin, std::size_t number, std::vector<ConceptMention>& near) const;
  bool BesideInhabitants(const Quantity& quantity) const;
  bool OnlyCommunes(const std::vector<ConceptMention>& concepts) const;
  bool AllThatLiveThere(const Quantity& quantity, const MeasureClues& clues) const;
  void AddCompanions(const Quantity& quantity, MeasureClues& clues) const;
  std::optional<MeasureReading> OfWholeInFront(const Quantity& quantity, const NumberContext& context, FactKind kind,
                                               const MeasureClues& clues) const;
  std::optional<MeasureReading> OfMarket(const Quantity& quantity, const NumberContext& context,
                                         const MeasureClues& clues) const;
  bool CountsAlike(const Quantity& quantity, const NumberContext& context, const MeasureClues& clues) const;
  void AddOthersCounted(const NumberContext& context, std::vector<ConceptMention>& near) const;
  MeasureClues CluesOf(const Quantity& quantity, const NumberContext& context, FactKind kind) const;
  MeasureReading Taken(const MeasureTable::Choice& choice, const Quantity& quantity, const NumberContext& context,
                       const MeasureClues& clues) const;
  MeasureReading Open(const char* rule, const Quantity& quantity, const NumberContext& context,
                      const MeasureClues& clues) const;
  std::optional<MeasureReading> Lent(const Quantity& quantity, const NumberContext& context, const MeasureClues& clues,
                                     FactKind kind) const;
  bool ChangesBefore(const MeasureClues& clues, FactKind kind) const;
  bool RatedPlain(std::size_t begin, std::size_t end) const;
  bool StoodThen(const Quantity& quantity) const;
  bool RefersBack(const SentenceReading& sentence) const;
  void TakeTopic(const SentenceReading& sentence);
  bool FrameFits(const std::string& unit) const;
  std::optional<MeasureReading> Continued(const Quantity& quantity, const NumberContext& context,
                                          const MeasureClues& clues) const;
  bool HoldsStill(const Quantity& quantity, const NumberContext& context, const MeasureClues& clues) const;
  bool TellsPlanOfPercent(const Quantity& quantity, const NumberContext& context) const;
  bool Receives(const Quantity& quantity, const MeasureTable::Choice& own) const;
  MeasureReading MeasureOf(const Quantity& quantity, const NumberContext& context, FactKind kind) const;
  std::size_t ListBegin(const NumberContext& context, std::size_t number) const;
  bool OnlyNouns(std::size_t begin, std::size_t end) const;
  bool NamesWhole(const NumberContext& context) const;
  bool NamesQuantity(std::size_t at) const;
  bool OpensItem(const Quantity& quantity, const NumberContext& context) const;
  bool OfAnotherWhole(const Quantity& quantity, const NumberContext& context) const;
  bool Restricted(const Quantity& quantity, const NumberContext& context) const;
  bool LeadsOnward(std::size_t at, std::size_t end) const;
  std::size_t CountedEnd(std::size_t begin, std::size_t end) const;
  std::size_t HeadBegin(std::size_t begin, std::size_t end) const;
  bool InPeriod(std::size_t at) const;
  bool InPlace(std::size_t at) const;
  bool InQuarter(std::size_t at) const;
  bool OnlyJoins(std::size_t i) const;
  std::size_t BracketedEnd(std::size_t begin, std::size_t end) const;
  bool OpensClause(const Quantity& quantity, const NumberContext& context) const;
  TokenSpan WordsBefore(const Quantity& quantity, const NumberContext& context) const;
  TokenSpan SpokenBefore(const Quantity& quantity, const NumberContext& context) const;
  std::string CountedBare(const Quantity& quantity, const NumberContext& context, const TokenSpan& before) const;
  std::string NamedBeforeNames(const NumberContext& context, const TokenSpan& names) const;
  bool OpensOther(std::size_t at) const;
  bool OpensNoun(std::size_t at, std::size_t end) const;
  std::size_t NounEnd(std::size_t begin, std::size_t end) const;
  TokenSpan NounBehind(const Quantity& quantity, const NumberContext& context) const;
  std::string ExtremeBefore(const Quantity& quantity, const NumberContext& context) const;
  std::string SecondNamed(const TokenSpan& first, const TokenSpan& second) const;
  void NameSecond(const Quantity& quantity, const NumberContext& context);
  std::size_t RespectiveJoint(const Quantity& quantity, const TokenSpan& before) const;
  TokenSpan PlannedBehind(const NumberContext& context) const;
  TokenSpan RestBehind(const NumberContext& context) const;
  std::string PredicateBehind(const Quantity& quantity, const NumberContext& context) const;
  std::string NamedInFront(const NumberContext& context) const;
  std::string WithoutNoun(const Quantity& quantity, const NumberContext& context, const MeasureReading& measure) const;
  std::string WithNounBehind(const Quantity& quantity, const NumberContext& context, FactKind kind,
                             const MeasureReading& measure) const;
  std::string GrowthNamed(const Quantity& quantity, const NumberContext& context) const;
  std::string GrowthAimedAt(const Quantity& quantity, const NumberContext& context) const;
  std::string OpenMeasureText(const Quantity& quantity, const NumberContext& context) const;
  std::vector<std::string> QualifiersOf(const Quantity& quantity, const NumberContext& context,
                                        const MeasureReading& measure) const;
  std::vector<Subject> SubjectsOf(const Quantity& quantity, const NumberContext& context);
  void TakeSector(const SentenceReading& sentence);
  std::optional<std::string> SectorOf(const std::set<std::string>& own) const;
  bool PlaceItem(const Quantity& quantity) const;
  std::vector<std::string> QualifiersBefore(std::size_t at) const;
  bool SharedByAll(const Quantity& quantity) const;
  void PassPlaces(std::size_t end);
  bool InsidePredicate(const PlaceMention& place) const;
  bool WhereItIs(const PlaceMention& place) const;
  bool IsBase(const PlaceMention& place) const;
  bool Ranks(const PlaceMention& place) const;
  bool IsComparedWith(const PlaceMention& place) const;
  static bool IsNation(const PlaceMention& place);
  const PlaceMention* OwnerOfCompared(const Quantity& quantity) const;
  bool OwnsCompared(const PlaceMention& place) const;
  bool IsPartner(const PlaceMention& place) const;
  bool OfItsOwn(const PlaceMention& place) const;
  bool BehindPart(const PlaceMention& place) const;
  bool ListedWithSkipped(const PlaceMention& place) const;
  bool InReason(const PlaceMention& place) const;
  bool Contrasted(const Quantity& quantity) const;
  bool EachOfTogether(const PlaceMention& place) const;
  std::size_t TogetherEnd() const;
  std::optional<Subject> OneOfTogether(const Quantity& quantity) const;
  std::pair<std::size_t, std::size_t> JoinedWith(std::size_t i) const;
  PeriodMention OneOfYears(const PeriodMention& period, std::size_t i) const;
  bool IsGivenTo(const PlaceMention& place) const;
  bool OfOthers(const Quantity& quantity, const NumberContext& context) const;
  bool OfTheWorld(const Quantity& quantity, const NumberContext& context) const;
  bool PurposeBetween(std::size_t begin, std::size_t end) const;
  bool GoesThroughMarkets(std::size_t end) const;
  bool IsMarket(const PlaceMention& place) const;
  bool SendsGuests(const PlaceMention& place) const;
  Subject CountryInForce(const PlaceMention& place) const;
  bool IsSubject(const PlaceMention& place) const;
  bool WithinMonths(std::size_t begin, std::size_t end) const;
  const PeriodMention* InSameBracket(std::size_t begin) const;
  const PeriodMention* BeforeBracket(std::size_t begin) const;
  PeriodMention PeriodOf(std::size_t begin, std::size_t end, const NumberContext& context, bool stock);
  bool FewDays(const PeriodMention& period) const;
  bool NamesCongress(const PeriodMention& period) const;
  bool TakesOccasion(const PeriodMention& period);
  bool Contrasted(const PeriodMention& period) const;
  bool StageOfRate(const PeriodMention& period) const;
  bool InPassing(const PeriodMention& period) const;
  const PeriodMention* TimeOfScene(std::size_t until) const;
  void PassPeriods(std::size_t end);
  bool StandsThen(const Quantity& quantity, const KindReading& kind) const;
  Period PeriodFor(const PeriodMention& mention, bool stock, bool flow, bool brought_to) const;
  bool IsFuture(const Fact& fact) const;
  bool NamesYear(std::size_t at) const;
  void FitTargetPeriod(Fact& fact) const;
  void Emit(const Quantity& quantity, const KindReading& kind, const MeasureReading& measure,
            const std::vector<std::string>& qualifiers, const PeriodMention& period, const Subject& subject);
  void EmitAll(const NumberReading& reading, const MeasureReading& measure, const std::vector<std::string>& qualifiers,
               const std::vector<Subject>& subjects);
  void EmitReviewed(const NumberReading& reading, const MeasureReading& measure,
                    const std::vector<std::string>& qualifiers, const std::vector<Subject>& subjects);
  const KindReading* PreviousKind() const { return previous_ ? &*previous_ : nullptr; }
  void ReadWordless();
  bool GoesOnFromAmount(std::size_t clause, std::size_t verb, MeasureReading& measure) const;
  std::vector<Subject> NamedAfter(std::size_t at) const;
  DraftFact NewDraft(const Subject& subject, const MeasureReading& measure) const;

  const AnalyzedText& text_;
  const SubjectResolver& resolver_;
  std::optional<Date> date_;
  const ReadingObserver* observer_;
  SecondReading second_;
  const SentenceReading* sentence_ = nullptr;
  std::size_t sentence_index_ = 0;
  std::vector<DraftFact>* facts_ = nullptr;

  Frame frame_;
  std::vector<const Measure*> spoken_of_;      // measures stated so far
  std::vector<MeasureReading> amounts_;        // of this sentence so far
  std::size_t paired_left_ = 0;                // percents still to come that go with amounts, one each
  bool elliptic_ = false;                      // the number at hand has no unit and goes on a list
  std::optional<KindReading> previous_;        // of the number before in this sentence
  std::size_t plan_passed_ = kNoToken;         // token after the plan's word that a percent was of
  std::size_t previous_end_ = 0;               // token after it and its unit
  std::optional<KindReading> outer_;           // of the number before the bracket that the number before stood in
  Frame outer_frame_;                          // in force before the bracket
  std::size_t previous_fact_ = 0;              // of the number before, its last one
  std::size_t outer_fact_ = 0;                 // … before the bracket
  std::size_t bracket_end_ = 0;                // token of that bracket's end, 0 when it stood in none
  std::size_t plan_met_ = 0;                   // token that ends the clause in which a plan was met
  std::vector<std::string> whole_qualifiers_;  // of the last number that was no part of another: "trong đó nữ 5" is one
  std::string sector_;                         // qualifier of the sector that was named last
  bool sector_here_ = false;                   // … which the sentence at hand is about
  const Measure* planned_measure_ = nullptr;  // what the document last measured by a plan
  const Measure* class_measure_ = nullptr;    // what the document's classes are
  Subject subject_;
  std::vector<Subject> together_;  // subjects that share the next number: "A, B và C đều …"
  std::size_t paragraph_ = 0;      // token that begins the paragraph
  std::size_t places_passed_ = 0;
  std::size_t skipped_place_ = 0;           // token after the last place passed that is no subject
  std::vector<Subject> sentence_subjects_;  // named in this sentence, each once
  PeriodMention period_;                    // in force
  bool has_period_ = false;
  PeriodMention lasting_period_;  // in force beyond the sentence: no "hiện nay"
  bool has_lasting_period_ = false;
  std::optional<PeriodMention> wider_period_;  // lasting beyond the paragraph, in which a part of it is in force
  bool period_in_paragraph_ = false;           // … named in this paragraph
  std::optional<PeriodMention> occasion_;      // the day of the congress or ceremony that the text tells of
  Subject occasion_subject_;                   // whose it was
  std::optional<PeriodMention> scene_;         // … that this sentence or the one that it goes on with is told at
  std::optional<PeriodMention> founded_;       // when the body it tells of came to be
  PeriodMention period_outside_;               // of the bracket whose own period is in force
  bool has_period_outside_ = false;
  std::size_t period_bracket_ = 0;  // token that ends it, 0 when there is none
  bool now_here_ = false;           // "hiện nay" stands in this very sentence
  std::size_t periods_passed_ = 0;
  bool aimed_ = false;                    // this sentence, or the lead that it is listed under, plans
  bool lead_ = false;                     // a sentence that ended in a colon introduces this one
  bool first_item_ = false;               // … and this is the first after it
  bool plan_lead_ = false;                // the lead spoke of a plan that the items are measured by
  std::optional<FactKind> last_percent_;  // what the last percent of the paragraph was
  std::vector<ConceptMention> topic_;     // the concepts of the lead
};

}  // namespace timso
