// What tells whether the words for what a number measures, or its measure's id, were read rightly.
#include "analyzers/facts/reading_features.h"

namespace timso {
namespace {

enum Name : std::uint32_t {
  kRule = 500,
  kRuleKind,
  kId,
  kIdKind,
  kIdUnit,
  kRuleId,
  kKindRule,
  kUnit,
  kInherited,
  kPreviousKind,
  kIndex,
  kLevel,
  kLevelRule,
  kNear,
  kPairs,
  kElsewhere,
  kChosen = 600,
  kSide,
  kSideRule,
  kLength,
  kLengthKind,
  kFirst,
  kFirstKind,
  kFirstId,
  kFirstPair,
  kFirstPairId,
  kLast,
  kLastPair,
  kOwn,
  kCues,
  kAround,
  kBehindPair,
  kCapitals,
  kOpens,
  kGap,
  kGapRule,
  kGapCues,
  kGapNumbers,
  kGapSigns,
  kGapSignsRule,
  kPlace,
  kGapPlaces
};

std::uint32_t RuleOf(const NumberReading& r) { return RuleCode(r, " :"); }

// The number's own context: the same for all words that it may be about.
void AddContext(const NumberReading& r, const SentenceWords& words, FeatureList& list) {
  const Quantity& q = r.quantity;
  const std::uint32_t kind = KindCode(r);
  const std::uint32_t rule = RuleOf(r);
  list.Add(kRule, rule);
  list.Add(kRuleKind, rule, kind);
  list.Add(kKindRule, HashOf(r.kind.rule), rule);
  list.Add(kUnit, HashOf(q.unit), rule);
  if (r.measure_inherited) list.Add(kInherited, kind);
  list.Add(kPreviousKind, r.previous == nullptr ? 9 : static_cast<std::uint32_t>(r.previous->kind), kind);
  list.Add(kIndex, UpTo(r.index, 3), rule);
  for (std::uint32_t n = 1; n <= 2; ++n) {
    list.Add(kNear, MixHash(n, kind), words.Before(q.begin, n));
    list.Add(kNear, MixHash(n + 2, kind), words.Behind(q.end, n));
  }
  list.Add(kPairs, 1, MixHash(words.Before(q.begin, 2), words.Before(q.begin, 1)));
  list.Add(kPairs, 2, words.Pair(q.end));
}

// Between the words and their number.
void AddGap(const NumberReading& r, const TokenSpan& span, std::uint32_t side, FeatureList& list) {
  const std::uint32_t kind = KindCode(r);
  const std::uint32_t rule = RuleOf(r);
  const auto [begin, end] = GapTo(r.quantity, span.begin, span.end);
  list.Add(kGap, Bin(end - begin), MixHash(side, kind));
  list.Add(kGapRule, Bin(end - begin), MixHash(side, rule));
  AddCues(kGapCues, r.text, begin, end, kind + 1, list);
  list.Add(kGapNumbers, UpTo(CountWithin(r.sentence.quantities, begin, end), 3), MixHash(side, kind));
  const std::uint32_t signs = SignsBetween(r.text, begin, end);
  list.Add(kGapSigns, signs, kind);
  list.Add(kGapSignsRule, signs, rule);
  list.Add(kGapPlaces, UpTo(CountWithin(r.sentence.places, begin, end), 2), kind);
}

}  // namespace

void CandidateFeatures(const NumberReading& r, const SentenceWords& words, const TokenSpan& span, bool chosen,
                       FeatureList& list) {
  const std::uint32_t kind = KindCode(r);
  const std::uint32_t rule = RuleOf(r);
  const std::uint32_t id = MeasureCode(r);
  const std::size_t length = span.end - span.begin;
  const std::uint32_t side = span.end <= r.quantity.begin ? 1 : span.begin >= r.quantity.end ? 2 : 3;
  const std::uint32_t choice = !chosen ? 0 : r.stated_text == r.measure_text ? 1 : 2;
  list.Add(kChosen, choice, rule);
  list.Add(kChosen, choice + 3, HashOf(r.kind.rule));
  list.Add(kSide, side, kind);
  list.Add(kSideRule, side, rule);
  list.Add(kLength, Bin(length), rule);
  list.Add(kLengthKind, Bin(length), kind);
  list.Add(kFirst, words.At(span.begin), side);
  list.Add(kFirstKind, words.At(span.begin), kind);
  list.Add(kFirstId, words.At(span.begin), id);
  if (length > 1) list.Add(kFirstPair, words.Pair(span.begin), side);
  if (length > 1) list.Add(kFirstPairId, words.Pair(span.begin), id);
  list.Add(kLast, words.At(span.end - 1), side);
  if (length > 1) list.Add(kLastPair, words.Pair(span.end - 2), side);
  AddWords(kOwn, words, span.begin, span.end, 0, list);
  AddCues(kCues, r.text, span.begin, span.end, kind + 1, list);
  for (std::uint32_t n = 1; n <= 2; ++n) {
    list.Add(kAround, MixHash(n, side), words.Before(span.begin, n));
    list.Add(kAround, MixHash(n + 2, side), words.Behind(span.end, n));
  }
  list.Add(kBehindPair, words.Pair(span.end), side);
  std::size_t capitals = 0;
  for (std::size_t at = span.begin; at < span.end; ++at) capitals += r.text.tokens[at].capitalized ? 1 : 0;
  list.Add(kCapitals, UpTo(capitals, 3), capitals == length ? 99 : kind);
  list.Add(kOpens, span.begin == r.sentence.begin ? 1 : 0, rule);
  AddGap(r, span, side, list);
  for (const PlaceMention& place : r.sentence.places) {
    if (place.begin < span.end && place.end > span.begin)
      list.Add(kPlace, static_cast<std::uint32_t>(place.kind), kind);
  }
}

void MeasureFeatures(const NumberReading& r, const SentenceWords& words, FeatureList& list) {
  const std::uint32_t id = MeasureCode(r);
  const auto level = static_cast<std::uint32_t>(r.subject->level);
  AddContext(r, words, list);
  list.Add(kId, id);
  list.Add(kIdKind, id, KindCode(r));
  list.Add(kIdUnit, id, HashOf(r.quantity.unit));
  list.Add(kRuleId, id, RuleOf(r));
  list.Add(kLevel, id, level);
  list.Add(kLevelRule, RuleOf(r), level);
  const TokenSpan chosen = ChosenWords(r);
  if (chosen.begin == chosen.end) return list.Add(kElsewhere, r.measure_text.empty() ? 1 : 0, KindCode(r));
  CandidateFeatures(r, words, chosen, true, list);
}

}  // namespace timso
