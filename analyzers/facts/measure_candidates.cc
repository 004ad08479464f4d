// The phrases around a number that may say what it measures.
#include <algorithm>
#include <initializer_list>

#include "analyzers/facts/reading_features.h"

namespace timso {
namespace {

bool HasRole(const AnalyzedText& text, std::size_t at, std::initializer_list<std::string_view> roles) {
  constexpr std::size_t kLongest = 5;  // tokens of a cue
  for (const Mention* mention : text.MentionsIn(TokensBack(at, kLongest), at + 1)) {
    if (mention->end <= at || mention->role != Role::kCue) continue;
    const std::string& role = text.lexicon->cues()[mention->row];
    if (std::find(roles.begin(), roles.end(), role) != roles.end()) return true;
  }
  return false;
}

// Whether the name of something measured begins at the token: "doanh thu", "số".
bool NamesMeasured(const AnalyzedText& text, std::size_t at) {
  for (const Mention* mention : text.MentionsIn(at, at + 1)) {
    if (mention->role == Role::kCuePart && text.lexicon->cues()[mention->row] == "measured") return true;
  }
  return false;
}

class Candidates {
 public:
  Candidates(const NumberReading& reading, const TokenSpan& own) : r_(reading), text_(reading.text) {
    if (own.begin < own.end) spans_.push_back(own);
  }

  std::vector<TokenSpan> Run() {
    constexpr int kChunksBefore = 5;
    const std::size_t first = TokensBack(r_.quantity.begin, kSight, r_.sentence.begin);
    std::size_t end = r_.quantity.begin;
    for (int chunks = 0; chunks < kChunksBefore && end > first;) {
      while (end > first && Parts(end - 1)) --end;
      std::size_t begin = end;
      while (begin > first && !Parts(begin - 1)) --begin;
      if (begin < end && ++chunks > 0) TakeChunk(begin, end);
      end = begin;
    }
    constexpr int kChunksBehind = 2;
    std::size_t begin = r_.quantity.number_end;
    const std::size_t last = std::min(begin + kSight, r_.sentence.end);
    for (int chunks = 0; chunks < kChunksBehind && begin < last;) {
      while (begin < last && Parts(begin)) ++begin;
      end = begin;
      while (end < last && !Parts(end)) ++end;
      if (begin < end && ++chunks > 0) TakeChunk(begin, end);
      begin = end;
    }
    return std::move(spans_);
  }

 private:
  // What ends a phrase: signs, numbers, periods, verbs that lead to a number.
  bool Parts(std::size_t at) const {
    if (text_.tokens[at].kind != TokenKind::kWord) return true;
    const auto over = [at](const auto& item) { return at >= item.begin && at < item.end; };
    if (std::any_of(r_.sentence.periods.begin(), r_.sentence.periods.end(), over)) return true;
    const auto number = [at](const Quantity& q) { return at >= q.begin && at < q.number_end; };
    if (std::any_of(r_.sentence.quantities.begin(), r_.sentence.quantities.end(), number)) return true;
    return HasRole(text_, at,
                   {"up", "down", "achieve", "reach", "share", "exceed", "multiplies", "holds", "compare"}) &&
           !NamesMeasured(text_, at);
  }

  // The whole phrase and the parts of it that begin behind a verb or with a measured noun, or end before a preposition.
  void TakeChunk(std::size_t begin, std::size_t end) {
    Take(begin, end);
    for (std::size_t at = begin; at < end; ++at) {
      const bool opens = at > begin && (NamesMeasured(text_, at) || OpensBehind(at - 1));
      if (opens) Take(at, end);
      const bool preposition =
          text_.IsKey(at, {"và", "của", "do", "từ", "để", "trong", "tại", "ở", "cho", "với", "so"});
      if (at > begin && at + 1 < end && preposition) Take(begin, at);
    }
    for (const PlaceMention& place : r_.sentence.places) {
      if (place.begin >= begin && place.end < end) Take(place.end, end);
      if (place.begin > begin && place.end <= end) Take(begin, place.begin);
    }
  }

  bool OpensBehind(std::size_t at) const {
    return text_.IsKey(at, {"và", "là", "với", "của", "có", "do", "từ"}) ||
           HasRole(text_, at, {"other_verb", "takes", "turns", "aim_verb", "plan", "aim"});
  }

  void Take(std::size_t begin, std::size_t end) {
    const auto joins = [this](std::size_t at) { return HasRole(text_, at, {"function"}); };
    while (begin < end && joins(begin) && !NamesMeasured(text_, begin)) ++begin;
    while (begin < end && joins(end - 1)) --end;
    const bool known = std::any_of(spans_.begin(), spans_.end(),
                                   [&](const TokenSpan& span) { return span.begin == begin && span.end == end; });
    if (begin < end && !known) spans_.push_back({begin, end});
  }

  const NumberReading& r_;
  const AnalyzedText& text_;
  std::vector<TokenSpan> spans_;
};

}  // namespace

TokenSpan ChosenWords(const NumberReading& r) {
  if (r.measure_text.empty()) return {};
  const AnalyzedText& text = r.text;
  const TokenSpan s{TokensBack(r.quantity.begin, 2 * kSight, r.sentence.begin),
                    std::min(r.quantity.end + kSight, r.sentence.end)};
  const std::size_t from = text.tokens[s.begin].begin;
  const std::string_view body = text.text().substr(from, text.tokens[s.end - 1].end - from);
  std::size_t at = body.rfind(r.measure_text, text.tokens[r.quantity.begin].begin - from);
  if (at == std::string_view::npos) at = body.find(r.measure_text);
  if (at == std::string_view::npos) return {};
  TokenSpan span{s.begin, s.begin};
  while (span.begin < s.end && text.tokens[span.begin].begin < from + at) ++span.begin;
  span.end = span.begin;
  while (span.end < s.end && text.tokens[span.end].end <= from + at + r.measure_text.size()) ++span.end;
  const bool whole = span.begin < span.end && text.Words(span.begin, span.end) == r.measure_text;
  return whole ? span : TokenSpan{};
}

std::vector<TokenSpan> MeasureCandidates(const NumberReading& reading) {
  return Candidates(reading, ChosenWords(reading)).Run();
}

WordsToWeigh WordsOf(const NumberReading& reading) {
  WordsToWeigh words;
  const TokenSpan own = ChosenWords(reading);
  words.own = own.begin < own.end;
  words.of_table = reading.measure != nullptr && reading.measure_text == reading.measure->vietnamese;
  words.elsewhere = !words.own && !words.of_table && !reading.measure_text.empty();
  if (words.elsewhere) return words;
  const bool together = reading.stated_text != reading.measure_text;  // two phrases, which no other one replaces
  if (!together) words.spans = Candidates(reading, own).Run();
  if (together && words.own) words.spans = {own};
  return words;
}

}  // namespace timso
