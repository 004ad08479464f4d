// What tells whether all that a fact states is right: how sure its fields are, each beside what kind of fact it is.
#include <algorithm>
#include <cmath>

#include "analyzers/facts/reading_features.h"

namespace timso {
namespace {

enum Name : std::uint32_t { kTrait = 600, kTraitOdds, kOdds, kPairOfOdds, kEmptied, kEmptiedKind, kBetterWords };

constexpr std::uint32_t kNotStated = 99;

double LogOdds(double right) {
  constexpr double kSurest = 1e-3;  // a probability nearer to 0 or 1 says no more
  const double clamped = std::clamp(right, kSurest, 1 - kSurest);
  return std::log(clamped / (1 - clamped));
}

// Whole steps of the log-odds, from 0 on.
std::uint32_t OddsCode(const std::optional<double>& stated) {
  if (!stated) return kNotStated;
  constexpr double kLowest = -4;
  constexpr double kHighest = 7;
  return static_cast<std::uint32_t>(std::clamp(std::floor(LogOdds(*stated)), kLowest, kHighest) - kLowest);
}

// A trait says nothing when its field was emptied.
std::uint32_t Told(const FactTraits& traits, Trait trait, const FieldsJudged& fields) {
  const auto emptied = [&](Judgement field) { return !fields.stated[static_cast<std::size_t>(field)]; };
  if (trait == Trait::kLevel && emptied(Judgement::kSubject)) return kNotStated;
  if (trait == Trait::kPeriodRule && emptied(Judgement::kPeriod)) return kNotStated;
  if (trait == Trait::kMeasure && emptied(Judgement::kMeasure)) return kNotStated;
  return traits.Of(trait);
}

}  // namespace

FactTraits TraitsOf(const NumberReading& r) {
  FactTraits traits;
  const auto set = [&](Trait trait, std::size_t code) {
    traits.codes[static_cast<std::size_t>(trait)] = static_cast<std::uint32_t>(code);
  };
  const SentenceReading& s = r.sentence;
  const TokenSpan words = ChosenWords(r);
  const auto log_length = [](std::size_t length) { return static_cast<std::size_t>(2 * std::log1p(length)); };
  set(Trait::kKind, static_cast<std::size_t>(r.kind.kind));
  set(Trait::kUnit, HashOf(r.quantity.unit));
  set(Trait::kKindRule, HashOf(r.kind.rule));
  set(Trait::kMeasureRule, RuleCode(r, " :"));
  set(Trait::kLevel, static_cast<std::size_t>(r.subject->level));
  set(Trait::kPeriodRule, HashOf(r.period->rule));
  set(Trait::kNumbers, UpTo(s.quantities.size(), 6));
  set(Trait::kWordsLength, UpTo(words.end - words.begin, 8));
  set(Trait::kMeasure, MeasureCode(r));
  set(Trait::kRelation, static_cast<std::size_t>(r.kind.relation));
  set(Trait::kUpTo, r.period->up_to ? 1 : 0);
  set(Trait::kIndex, UpTo(r.index, 5));
  set(Trait::kPlaces, UpTo(s.places.size(), 3));
  set(Trait::kPeriods, UpTo(s.periods.size(), 3));
  set(Trait::kLength, log_length(s.end - s.begin));
  return traits;
}

void WholeFeatures(const FactTraits& traits, const FieldsJudged& fields, FeatureList& list) {
  std::array<std::uint32_t, kFields> odds{};
  for (std::uint32_t i = 0; i < kFields; ++i) {
    odds[i] = OddsCode(fields.stated[i]);
    list.Add(kOdds, i, odds[i]);
    for (std::uint32_t other = 0; other < i; ++other)
      list.Add(kPairOfOdds, MixHash(i, odds[i]), MixHash(other, odds[other]));
    list.Add(kEmptied, i, fields.emptied[i] ? 1 : 0);
    list.Add(kEmptiedKind, MixHash(i, fields.emptied[i] ? 1 : 0), traits.Of(Trait::kKind));
  }
  list.Add(kBetterWords, fields.better_words ? 1 : 0);
  for (std::uint32_t trait = 0; trait < kTraits; ++trait) {
    const std::uint32_t told = Told(traits, static_cast<Trait>(trait), fields);
    list.Add(kTrait, trait, told);
    if (trait >= kTraitsByOdds) continue;
    for (std::uint32_t i = 0; i < kFields; ++i) list.Add(kTraitOdds, MixHash(trait, told), MixHash(i, odds[i]));
  }
}

OddsInputs InputsOf(const FieldsJudged& fields) {
  constexpr double kScale = 0.5;  // beside features that are 1
  OddsInputs inputs{};
  for (std::size_t i = 0; i < kFields; ++i) {
    if (!fields.stated[i]) continue;
    inputs[i] = kScale * LogOdds(*fields.stated[i]);
    inputs[kFields + i] = kScale;
  }
  return inputs;
}

}  // namespace timso
