// What tells whether a number's period was read rightly.
#include "analyzers/facts/reading_features.h"

namespace timso {
namespace {

enum Name : std::uint32_t {
  kPeriods = 400,
  kIndex,
  kKindRule,
  kCompared,
  kMeasure,
  kMeasureRule,
  kRule,
  kRuleKind,
  kNear,
  kFlags,
  kFlagsKind,
  kElsewhere,
  kSide,
  kDistance,
  kLength,
  kOpens,
  kAround,
  kPairs,
  kBeforeKind,
  kOwnWords,
  kBefore,
  kBetween,
  kCuesBetween,
  kCuesLeft,
  kBehindNumber,
  kOthers,
  kNumbers,
  kSigns
};

constexpr std::size_t kFar = 12;  // tokens

std::uint32_t FlagsOf(const PeriodMention& p) {
  std::uint32_t flags = 0;
  std::uint32_t bit = 1;
  for (const bool flag :
       {p.up_to, p.now, p.whole_years, p.yearly, p.unknown, p.forgets, p.reference, p.aside, p.dated}) {
    if (flag) flags |= bit;
    bit <<= 1;
  }
  return flags;
}

void AddMention(const NumberReading& r, const SentenceWords& words, FeatureList& list) {
  const SentenceReading& s = r.sentence;
  const Quantity& q = r.quantity;
  const PeriodMention& p = *r.period;
  const std::uint32_t kind = KindCode(r);
  const bool left = p.end <= q.begin;
  const std::uint32_t side = left ? 1 : p.begin >= q.end ? 2 : 3;
  const auto [gap_begin, gap_end] = GapTo(q, p.begin, p.end);
  list.Add(kSide, side, kind);
  list.Add(kDistance, Bin(gap_end - gap_begin), MixHash(side, kind));
  list.Add(kLength, Bin(p.end - p.begin), side);
  list.Add(kOpens, p.begin == s.begin ? 1 : 0, MixHash(side, kind));
  for (std::uint32_t n = 1; n <= 3; ++n) {
    list.Add(kAround, MixHash(n, side), words.Before(p.begin, n));
    list.Add(kAround, MixHash(n + 3, side), words.Behind(p.end, n));
  }
  list.Add(kPairs, MixHash(1, side), MixHash(words.Before(p.begin, 2), words.Before(p.begin, 1)));
  list.Add(kPairs, MixHash(2, side), MixHash(words.Before(p.begin, 3), words.Before(p.begin, 2)));
  list.Add(kPairs, MixHash(3, side), words.Pair(p.end));
  list.Add(kBeforeKind, words.Before(p.begin, 1), MixHash(side, kind));
  AddWords(kOwnWords, words, p.begin, p.end, 0, list);
  AddWords(kBefore, words, TokensBack(p.begin, kFar, s.begin), p.begin, side, list);
  AddWords(kBetween, words, gap_begin, std::min(gap_end, gap_begin + kFar), side, list);
  AddCues(kCuesBetween, r.text, gap_begin, gap_end, side, list);
  const std::size_t near = TokensBack(q.begin, kSight, s.begin);
  AddCues(kCuesLeft, r.text, ClauseBegin(r.text, near, q.begin), q.begin, kind + 1, list);
  AddWords(kBehindNumber, words, q.end, std::min(q.end + kFar / 2, s.end), 0, list);
  list.Add(kOthers, UpTo(CountWithin(s.periods, gap_begin, gap_end), 3), MixHash(side, kind));
  list.Add(kNumbers, UpTo(CountWithin(s.quantities, gap_begin, gap_end), 3), MixHash(side, kind));
  list.Add(kSigns, SignsBetween(r.text, gap_begin, gap_end), side);
}

}  // namespace

void PeriodFeatures(const NumberReading& r, const SentenceWords& words, FeatureList& list) {
  const Quantity& q = r.quantity;
  const PeriodMention& p = *r.period;
  const std::uint32_t kind = KindCode(r);
  list.Add(kPeriods, UpTo(r.sentence.periods.size(), 4), kind);
  list.Add(kIndex, UpTo(r.index, 3), kind);
  list.Add(kKindRule, HashOf(r.kind.rule));
  if (r.kind.compared) list.Add(kCompared, kind);
  list.Add(kMeasure, MeasureCode(r));
  list.Add(kMeasureRule, RuleCode(r), kind);
  list.Add(kRule, HashOf(p.rule));
  list.Add(kRuleKind, HashOf(p.rule), kind);
  for (std::uint32_t n = 1; n <= 2; ++n) {
    list.Add(kNear, n, words.Before(q.begin, n));
    list.Add(kNear, n + 2, words.Behind(q.end, n));
  }
  list.Add(kFlags, FlagsOf(p));
  list.Add(kFlagsKind, FlagsOf(p), kind);
  const bool here = p.begin >= r.sentence.begin && p.end <= r.sentence.end && p.begin < p.end;
  if (!here) return list.Add(kElsewhere, kind);
  AddMention(r, words, list);
}

}  // namespace timso
