// What the trained second reading looks at to judge each field that the rules read. One code for training and for use,
// so that they cannot differ. Every change here needs a new model.
#pragma once
#include <array>
#include <vector>

#include "analyzers/facts/judgement.h"
#include "analyzers/facts/number_reading.h"

namespace timso {

// Adds to `list` what tells whether …
// … the kind is right and the number states a fact at all,
void KindFeatures(const NumberReading& reading, const SentenceWords& words, FeatureList& list);
// … the measure's id is right, REQUIRES: there is one,
void MeasureFeatures(const NumberReading& reading, const SentenceWords& words, FeatureList& list);
// … the subject is right, REQUIRES: it is known,
void SubjectFeatures(const NumberReading& reading, const SentenceWords& words, FeatureList& list);
// … the period is right, REQUIRES: one side of it is known.
void PeriodFeatures(const NumberReading& reading, const SentenceWords& words, FeatureList& list);

// The words that may say what the number measures: the rules' own choice first, when it stands in the sentence, then
// noun phrases before it, the nearest first, and behind it. None twice.
std::vector<TokenSpan> MeasureCandidates(const NumberReading& reading);
// Where the words that the rules chose stand: nearest before the number, else behind it; empty when they are of another
// sentence.
TokenSpan ChosenWords(const NumberReading& reading);
// The phrases among which an open measure's words are chosen.
struct WordsToWeigh {
  std::vector<TokenSpan> spans;
  bool own = false;        // the first are the rules' own
  bool of_table = false;   // the rules have only the measure's name, no words of the text
  bool elsewhere = false;  // their words are of another sentence: nothing to weigh
};
WordsToWeigh WordsOf(const NumberReading& reading);
// … such words are the right ones. `chosen`: the rules chose them.
void CandidateFeatures(const NumberReading& reading, const SentenceWords& words, const TokenSpan& span, bool chosen,
                       FeatureList& list);

// What kind of fact a reading makes; the first kTraitsByOdds are looked at beside each field's odds.
enum class Trait : std::uint8_t {
  kKind,
  kUnit,
  kKindRule,
  kMeasureRule,
  kLevel,
  kPeriodRule,
  kNumbers,      // how many the sentence has
  kWordsLength,  // tokens
  kMeasure,
  kRelation,
  kUpTo,
  kIndex,
  kPlaces,
  kPeriods,
  kLength
};
inline constexpr std::size_t kTraitsByOdds = 8;
inline constexpr std::size_t kTraits = 15;

struct FactTraits {
  std::array<std::uint32_t, kTraits> codes{};
  std::uint32_t Of(Trait trait) const { return codes[static_cast<std::size_t>(trait)]; }
};
FactTraits TraitsOf(const NumberReading& reading);

// Adds to `list`, which holds what its kind, measure, subject and period were judged by, what else tells whether all of
// a fact is right.
void WholeFeatures(const FactTraits& traits, const FieldsJudged& fields, FeatureList& list);

// The log-odds of the stated fields, 0 for the others, then which are stated.
using OddsInputs = std::array<double, 2 * kFields>;
OddsInputs InputsOf(const FieldsJudged& fields);

}  // namespace timso
