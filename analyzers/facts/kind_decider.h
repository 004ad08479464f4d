// Decides the kind of one number; see kinds.h. The words are found once, then each question about them is a small one.
#pragma once
#include <string_view>

#include "analyzers/facts/kinds.h"

namespace timso {

// Whether two words are one, marks or no marks.
bool SameWord(std::string_view word, std::string_view other);

// Whether a target's word is what a number counts: "500 chỉ tiêu".
bool CountsTargets(const AnalyzedText& text, const Mention& mention);

// Whether a target's word is an indicator's: "chỉ tiêu này là 5%".
bool IsIndicator(const AnalyzedText& text, const Mention& mention);

// Whether a reading is of a change, one that was observed or one that is planned.
bool IsGain(const KindReading& reading);
// Whether it was read as a change: one that happened or one that somebody foretells.
bool StatesChange(const KindReading& reading);

// Relation words that are verbs of change or excess themselves: beside one the number is exact.
bool IsVerb(std::string_view words);

class KindDecider {
 public:
  KindDecider(const AnalyzedText& text, const Quantity& quantity, const NumberContext& context,
              const KindReading* previous)
      : text_(text), quantity_(quantity), context_(context), previous_(previous) {
    reading_.value = quantity.value;
    reading_.upper = quantity.upper;
    reading_.unit = quantity.unit;
    reading_.relation = quantity.relation;
  }
  KindReading Run();

 private:
  // The governing verb: the last cue of the kind before the number in its own words.
  struct Cue {
    std::string_view role;
    const Mention* mention = nullptr;
  };
  void FindCues();
  bool IsBound(const Mention& mention) const;
  const Mention* PlanNamed(std::string_view role) const;
  const Mention* AimNamed() const;
  const Mention* Fulfilling(const Mention& plan) const;
  const Mention* PlanBehind() const;
  void LookBehindBracket();
  void LookBehindJoined();
  const Mention* GrowthNoun() const;
  bool Contributes(const Mention& growth) const;
  void Consider(const Cue& cue);
  void AddWords(const Mention* mention);
  void Set(FactKind kind, std::string_view rule);
  bool VerbIs(std::string_view role) const { return verb_.mention != nullptr && verb_.role == role; }
  bool ComparedWithBefore() const {
    return before_right_ != nullptr || (compare_right_ != nullptr && plan_right_ == nullptr);
  }
  bool NearVerb(std::size_t reach) const;
  bool ByNow() const;
  bool Aimed() const;
  bool InPurpose() const;
  bool AchievedAfter(std::size_t begin) const;
  bool DoneSince(std::size_t begin) const;
  void Exceed(double sign, std::string_view rule);
  void ExceedWhole();
  void KeepInnerRelation(double sign);
  void Change(double sign, std::string_view rule);
  double ChangeSign() const { return change_.role == "up" ? +1 : -1; }

  void DecidePercent();
  bool Signed() const;
  void PercentBesideAnother();
  void PercentBeyondPlan();
  void PercentExceeds();
  bool BeyondBound() const;
  bool PlanIsFar() const;
  bool OfThoseWhoSay() const;
  bool ExceedsInWords() const;
  bool ExceedsPlanThatStates() const;
  bool NamesPlannedLevel() const;
  bool NearPreviousRate() const;
  void PercentAsLevel();
  void PercentOfGain();
  void PercentOfSomething();
  void PercentByHints();
  bool OffPlanBehind() const;
  bool ComparesWithPlan(const Mention& change, const Mention& plan) const;
  bool PlanStates() const;
  bool PlanOwns() const;
  bool BesidePlannedPercent() const;
  bool ReachedFrom() const;
  bool FromLevel() const;
  bool ChangesFromTo() const;
  bool PartThatIs() const;
  bool EqualsPart() const;
  bool InBracketWithYear() const;
  bool LeadsToLevel() const;
  bool ChangeAfter(const Mention* cue) const {
    return change_.mention != nullptr && change_.mention->begin > cue->begin;
  }
  bool ReachAfter(const Mention* cue) const;
  int ComparedChange() const;
  bool BesideEarlier() const;
  bool BracketOfComparedYear() const;
  bool ComparesWithYearStated(std::size_t from) const;
  bool ComparedOn() const;
  bool ChangesPlan() const;
  bool PlanChangedTo() const;
  bool IsCeiling() const;
  bool Describes() const;
  bool InYearBefore() const;
  std::size_t PastContrast() const;
  bool FoundWrong() const;
  bool ComparesOpenly() const;
  bool ComparesWithLevel() const;
  bool ComparedLevel() const;
  bool GrowthReached(const Mention* cue) const;
  bool AchieveAfter(const Mention* cue) const;
  bool PlannedChange() const;
  bool FollowsTarget() const;
  bool IsDemand() const;
  void PlannedGain();
  bool PlanIsAfterCompareWithBefore() const;
  bool Allots() const;
  bool AimsAtPlan() const;
  bool StartsWith(const Mention* mention, std::string_view word) const;
  void AgainstPlan();
  bool ComparesWithTime() const;
  void PercentOfEarlier();
  bool WholeAfter(std::size_t at) const {
    return StartsWholeOf(at) || HasCue(text_, at, context_.right_end, "total_of");
  }
  bool StartsWholeOf(std::size_t at) const;
  bool BracketedAim() const;
  void Growth();
  void CompareWithLevel();
  bool LevelInBracket() const;
  bool GrowthGoesOn() const;
  bool GrowsToPercent() const;
  bool BeyondPlanBefore() const;
  bool AsPlanned() const;
  bool AppliedTo() const;
  bool LabelledAnew(std::size_t begin) const;
  bool PlanHeads() const;
  bool CarriedOut() const;
  bool PlannedGrowth() const { return aim_ != nullptr && aim_->begin < growth_->begin && !DoneSince(aim_->end); }
  bool PercentOfChange() const;
  void Bare();
  bool ReachedOfPlan() const;
  bool GoesOnFromSentenceBefore() const;
  bool Assigned() const;
  bool GoesOnAsBefore() const;
  void AsBefore();
  void BareOfTheLead();
  bool Achieves() const;
  bool HasRateWord() const { return HasCue(text_, context_.left, quantity_.number_begin, "rate"); }
  bool RightSpeaks() const;
  void DecideTimes();
  void DecideAmount();
  void AmountBesideAnother();
  void AmountBeyondPlan();
  void AmountOfGain();
  void AmountPlanned();
  bool ComparesWithThen() const;
  bool ClauseCounts() const;
  bool BodiesThatMet() const;
  bool SurplusBehindPlan() const;
  bool SaysAgain() const;
  bool ChangeAsRate() const;
  bool ChangesRate() const;
  bool Disbursed() const;
  bool ComparesChanges() const;
  bool Foretold() const;
  bool FallsOn() const;
  bool Estimated() const;
  void ReadRelationAhead();
  bool InBracketOfOne() const;
  bool PercentOfAmount() const;
  bool DiffersInPoints() const;
  void DifferenceInPoints();
  bool ToldByGrowth() const;
  bool SameGrowth() const;
  bool NamesLevel() const;
  bool LeavesGain() const;
  bool GoesOnFromTarget() const;
  bool PartOfTarget() const;
  bool ExceedsBesidePlan() const;
  bool Object(std::size_t begin) const;
  bool PassedPlanStates() const;
  bool JoinsPrevious() const;
  bool IsStated(std::size_t begin) const;
  bool Governs(const Mention* plan) const;
  bool Targets() const;
  bool SpeaksOfResult(std::size_t begin) const;

  const AnalyzedText& text_;
  const Quantity& quantity_;
  const NumberContext& context_;
  const KindReading* previous_;
  KindReading reading_;
  Cue verb_;
  Cue change_;
  const Mention* growth_ = nullptr;
  const Mention* aim_ = nullptr;
  const Mention* share_ = nullptr;
  const Mention* plan_left_ = nullptr;
  const Mention* plan_right_ = nullptr;
  const Mention* compare_left_ = nullptr;
  const Mention* compare_right_ = nullptr;
  const Mention* before_right_ = nullptr;
};

}  // namespace timso
