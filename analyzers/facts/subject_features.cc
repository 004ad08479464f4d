// What tells whether a number's subject was read rightly.
#include "analyzers/facts/reading_features.h"

namespace timso {
namespace {

enum Name : std::uint32_t {
  kLevel = 300,
  kLevelKind,
  kLevelMeasure,
  kLevelUnit,
  kRule,
  kIndex,
  kCompany,
  kOfGazetteer,
  kPlaces,
  kNear,
  kUnnamed,
  kType,
  kDistance,
  kFlags,
  kFlagsType,
  kFlag,
  kAround,
  kPairBefore,
  kPairBehind,
  kBeforeMeasure,
  kOwnWords,
  kLength,
  kOpens,
  kBetween,
  kCuesBetween,
  kOthers,
  kNumbers,
  kSigns
};

constexpr std::size_t kFar = 12;  // tokens

bool Names(const PlaceMention& place, const Subject& subject) {
  if (!subject.name) return place.kind == PlaceMention::Kind::kBack;
  return place.name == *subject.name || (!place.name.empty() && subject.name->find(place.name) != std::string::npos) ||
         place.name.find(*subject.name) != std::string::npos;
}

// The mention of the subject nearest to the number, before it if there is one; nullptr when another sentence names it.
const PlaceMention* NearestMention(const NumberReading& r) {
  const PlaceMention* found = nullptr;
  for (const PlaceMention& place : r.sentence.places) {
    if (!Names(place, *r.subject)) continue;
    if (found == nullptr || place.end <= r.quantity.begin) found = &place;
  }
  return found;
}

void AddMention(const NumberReading& r, const SentenceWords& words, const PlaceMention& p, std::uint32_t level,
                FeatureList& list) {
  const SentenceReading& s = r.sentence;
  const Quantity& q = r.quantity;
  const bool left = p.end <= q.begin;
  const auto [gap_begin, gap_end] = GapTo(q, p.begin, p.end);
  const std::uint32_t type = MixHash(static_cast<std::uint32_t>(p.kind) * 2 + (left ? 1 : 0), level);
  const std::uint32_t side = left ? 1 : 2;
  list.Add(kType, type);
  list.Add(kDistance, Bin(gap_end - gap_begin), type);
  std::uint32_t flags = 0;
  std::uint32_t bit = 1;
  for (const bool flag :
       {p.typed, p.whole, p.organ, p.source, p.back, p.speaker, p.dateline, p.weak, p.company, p.late}) {
    if (flag) list.Add(kFlag, bit, type);
    if (flag) flags |= bit;
    bit <<= 1;
  }
  list.Add(kFlags, flags);
  list.Add(kFlagsType, flags, type);
  for (std::uint32_t n = 1; n <= 3; ++n) {
    list.Add(kAround, MixHash(n, side), words.Before(p.begin, n));
    list.Add(kAround, MixHash(n + 3, side), words.Behind(p.end, n));
  }
  list.Add(kPairBefore, MixHash(words.Before(p.begin, 2), words.Before(p.begin, 1)), side);
  list.Add(kPairBehind, words.Pair(p.end), side);
  list.Add(kBeforeMeasure, words.Before(p.begin, 1), MeasureCode(r));
  AddWords(kOwnWords, words, p.begin, p.end, 0, list);
  list.Add(kLength, Bin(p.end - p.begin), type);
  list.Add(kOpens, p.begin == s.begin ? 1 : 0, type);
  AddWords(kBetween, words, gap_begin, std::min(gap_end, gap_begin + kFar), side, list);
  AddCues(kCuesBetween, r.text, gap_begin, gap_end, side, list);
  list.Add(kOthers, UpTo(CountWithin(s.places, gap_begin, gap_end), 3), type);
  list.Add(kNumbers, UpTo(CountWithin(s.quantities, gap_begin, gap_end), 3), type);
  list.Add(kSigns, SignsBetween(r.text, gap_begin, gap_end), side);
}

}  // namespace

void SubjectFeatures(const NumberReading& r, const SentenceWords& words, FeatureList& list) {
  const Quantity& q = r.quantity;
  const Subject& subject = *r.subject;
  const auto level = static_cast<std::uint32_t>(subject.level);
  list.Add(kLevel, level);
  list.Add(kLevelKind, level, KindCode(r));
  list.Add(kLevelMeasure, level, MeasureCode(r));
  list.Add(kLevelUnit, level, HashOf(q.unit));
  list.Add(kRule, RuleCode(r), level);
  list.Add(kIndex, UpTo(r.index, 3), level);
  if (subject.company) list.Add(kCompany, KindCode(r));
  list.Add(kOfGazetteer, subject.place != kNoPlace ? 1 : 0, level);
  list.Add(kPlaces, UpTo(r.sentence.places.size(), 4), level);
  list.Add(kNear, 1, words.Before(q.begin, 1));
  list.Add(kNear, 2, words.Before(q.begin, 2));
  list.Add(kNear, 3, words.Behind(q.end, 1));
  const PlaceMention* mention = NearestMention(r);
  if (mention == nullptr) return list.Add(kUnnamed, level);
  AddMention(r, words, *mention, level, list);
}

}  // namespace timso
