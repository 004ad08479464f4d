#include "searcher/query/written_out.h"

#include <algorithm>
#include <string_view>

#include "analyzers/words/abbreviations.h"
#include "searcher/query/measures.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

using Tokens = std::vector<QuestionToken>;

// The roles whose words make constraints.
constexpr std::string_view kTelling[] = {"concept", "measure", "qualifier", "level", "body", "country"};

// The readers of places and levels know it (TP, TX, "trường THPT", "Hội LHPN"), or it says nothing (UBND).
bool IsKnown(const Tokens& tokens, std::size_t at, bool marked) {
  constexpr std::size_t kLongestBefore = 3;
  const WordTable& table = WordTable::Default();
  for (std::size_t begin = at - std::min(at, kLongestBefore); begin <= at; ++begin) {
    for (const std::string_view role : {"level", "body", "stop"}) {
      const WordMatch match = table.LongestAt(tokens, begin, role, marked);
      if (match.form != nullptr && match.end() > at) return true;
    }
  }
  return false;
}

bool IsTelling(const Tokens& words, bool marked) {
  return std::any_of(std::begin(kTelling), std::end(kTelling), [&](std::string_view role) {
    return WordTable::Default().LongestAt(words, 0, role, marked).words == words.size();
  });
}

Tokens WordsOf(const Abbreviation& reading, const QuestionToken& token) {
  Tokens words = CutQuestion(reading.expansion, 0, reading.expansion.size());
  for (QuestionToken& word : words) {
    word.span = token.span;
    word.clause_end = false;
  }
  words.back().clause_end = token.clause_end;
  return words;
}

Tokens Replaced(const Tokens& tokens, std::size_t at, const Tokens& words) {
  Tokens replaced(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(at));
  replaced.insert(replaced.end(), words.begin(), words.end());
  replaced.insert(replaced.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1, tokens.end());
  return replaced;
}

// The question with the abbreviation at the token written out; empty when that says nothing.
Tokens WrittenOut(const Tokens& tokens, std::size_t at, bool marked, std::size_t& words_put) {
  std::vector<Tokens> readings;
  for (const Abbreviation* reading : ExpandAbbreviation(tokens[at].surface, ShortFormMatch::kTyped)) {
    Tokens words = WordsOf(*reading, tokens[at]);
    if (IsTelling(words, true)) readings.push_back(std::move(words));
  }
  Tokens best;
  std::size_t most = 0;
  for (const Tokens& words : readings) {
    Tokens replaced = Replaced(tokens, at, words);
    const std::size_t measured = readings.size() > 1 ? FindMeasure(replaced, marked).tokens.size() : 0;
    if (!best.empty() && measured <= most) continue;
    best = std::move(replaced);
    most = measured;
    words_put = words.size();
  }
  return best;
}

}  // namespace

void WriteOutAbbreviations(Tokens& tokens, bool marked) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const TokenKind kind = tokens[at].kind;
    if (kind != TokenKind::kWord && kind != TokenKind::kAbbreviation) continue;
    if (IsKnown(tokens, at, marked)) continue;
    std::size_t words = 1;
    Tokens written = WrittenOut(tokens, at, marked, words);
    if (written.empty()) continue;
    tokens = std::move(written);
    at += words - 1;
  }
}

}  // namespace timso
