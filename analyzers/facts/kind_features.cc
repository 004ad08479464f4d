// What tells whether a number's kind was read rightly, and whether it states a fact at all.
#include <array>

#include "analyzers/facts/reading_features.h"

namespace timso {
namespace {

constexpr std::size_t kFar = 12;  // tokens

enum Name : std::uint32_t {
  kKind = 100,
  kRule,
  kRuleUnit,
  kUnit,
  kMeasureRule,
  kMeasure,
  kRelation,
  kRelationWords,
  kPreviousKind,
  kPreviousRule,
  kIndex,
  kFlag,
  kClause,
  kClauseBehind,
  kNear,
  kNearKind,
  kNearPair,
  kBothSides,
  kLeft,
  kLeftKind,
  kEarlier,
  kRight,
  kLater,
  kCuesLeft,
  kCuesEarlier,
  kCuesRight,
  kCuesLater,
  kSentenceBegin,
  kClauseBegin,
  kMeasured
};

void AddFlags(const NumberReading& r, std::uint32_t kind, FeatureList& list) {
  const std::array<bool, 15> flags = {r.kind.decided,
                                      r.kind.compared,
                                      r.kind.growth,
                                      r.kind.reached,
                                      r.context.aimed,
                                      r.context.plan_near,
                                      r.context.before_near,
                                      r.context.estimated,
                                      r.context.content,
                                      r.quantity.upper.has_value(),
                                      r.quantity.whole.has_value(),
                                      r.quantity.per_measure,
                                      r.quantity.in_words,
                                      r.subject->known(),
                                      r.measure_inherited};
  for (std::size_t i = 0; i < flags.size(); ++i) {
    if (flags[i]) list.Add(kFlag, static_cast<std::uint32_t>(i), kind);
  }
}

// The words right beside the number.
void AddNeighbours(const SentenceWords& words, const Quantity& q, std::uint32_t kind, FeatureList& list) {
  constexpr std::uint32_t kNearest = 4;
  for (std::uint32_t n = 1; n <= kNearest; ++n) {
    list.Add(kNear, n, words.Before(q.begin, n));
    list.Add(kNear, n + kNearest, words.Behind(q.end, n));
    if (n > 2) continue;
    list.Add(kNearKind, MixHash(n, kind), words.Before(q.begin, n));
    list.Add(kNearKind, MixHash(n + kNearest, kind), words.Behind(q.end, n));
    list.Add(kNearPair, n, MixHash(words.Before(q.begin, n + 1), words.Before(q.begin, n)));
    list.Add(kNearPair, n + kNearest, MixHash(words.Behind(q.end, n), words.Behind(q.end, n + 1)));
  }
  list.Add(kBothSides, words.Before(q.begin, 1), words.Behind(q.end, 1));
}

}  // namespace

void KindFeatures(const NumberReading& r, const SentenceWords& words, FeatureList& list) {
  const SentenceReading& s = r.sentence;
  const Quantity& q = r.quantity;
  const std::uint32_t kind = KindCode(r);
  const auto unit_class = static_cast<std::uint32_t>(q.unit_class);
  list.Add(kKind, kind, unit_class);
  list.Add(kRule, HashOf(r.kind.rule));
  list.Add(kRuleUnit, HashOf(r.kind.rule), unit_class);
  list.Add(kUnit, HashOf(q.unit));
  list.Add(kUnit, HashOf(q.unit), kind + 1);
  list.Add(kMeasureRule, RuleCode(r), kind);
  list.Add(kMeasure, MeasureCode(r), kind);
  list.Add(kRelation, static_cast<std::uint32_t>(q.relation), kind);
  list.Add(kRelationWords, HashOf(q.relation_words), kind);
  list.Add(kPreviousKind, r.previous == nullptr ? 9 : static_cast<std::uint32_t>(r.previous->kind), kind);
  if (r.previous != nullptr) list.Add(kPreviousRule, HashOf(r.previous->rule), kind);
  list.Add(kIndex, UpTo(r.index, 3), kind);
  AddFlags(r, kind, list);
  const std::size_t clause = ClauseBegin(r.text, s.begin, q.begin);
  const std::size_t clause_end = ClauseEnd(r.text, q.end, s.end);
  list.Add(kClause, Bin(q.begin - clause), kind);
  list.Add(kClauseBehind, Bin(clause_end - q.end), kind);
  AddNeighbours(words, q, kind, list);
  const std::size_t left = TokensBack(q.begin, kFar, clause);
  AddWords(kLeft, words, left, q.begin, 0, list);
  AddWords(kLeftKind, words, left, q.begin, kind + 1, list);
  AddWords(kEarlier, words, TokensBack(clause, 2 * kFar, s.begin), clause, 0, list);
  AddWords(kRight, words, q.end, std::min(clause_end, q.end + kFar), kind + 1, list);
  AddWords(kLater, words, clause_end, std::min(s.end, clause_end + kFar), 0, list);
  AddCues(kCuesLeft, r.text, TokensBack(q.begin, kSight, clause), q.begin, kind + 1, list);
  AddCues(kCuesEarlier, r.text, TokensBack(clause, kSight, s.begin), clause, kind + 1, list);
  AddCues(kCuesRight, r.text, q.end, clause_end, kind + 1, list);
  AddCues(kCuesLater, r.text, clause_end, s.end, kind + 1, list);
  const TokenSpan measured = ChosenWords(r);
  AddWords(kMeasured, words, measured.begin, measured.end, kind + 1, list);
  list.Add(kSentenceBegin, words.Pair(s.begin));
  list.Add(kClauseBegin, words.Pair(clause), kind);
}

}  // namespace timso
