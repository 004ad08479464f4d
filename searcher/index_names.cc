#include "searcher/index_names.h"

#include <algorithm>

#include "analyzers/text/syllable.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"
#include "searcher/place_index.h"

namespace timso {
namespace {

// "tp.hcm" is two words of a name.
std::string WithoutPoints(std::string folded) {
  std::replace(folded.begin(), folded.end(), '.', ' ');
  return folded;
}

std::string FoldedWords(const std::vector<QuestionToken>& tokens, std::size_t begin, std::size_t end) {
  std::string folded;
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens[i].kind == TokenKind::kPunctuation) continue;
    if (!folded.empty()) folded += ' ';
    folded += tokens[i].folded;
  }
  return folded;
}

bool HasWords(const std::string& name, const std::vector<QuestionToken>& tokens, std::size_t begin, std::size_t end) {
  const std::string padded = " " + name + " ";
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens[i].kind == TokenKind::kPunctuation) continue;
    if (padded.find(" " + tokens[i].folded + " ") == std::string::npos) return false;
  }
  return true;
}

// One name: free tokens, no sign that parts clauses inside, a word at either end.
bool IsWhole(const std::vector<QuestionToken>& tokens, std::size_t at, std::size_t end) {
  for (std::size_t i = at; i < end; ++i) {
    if (tokens[i].taken || (i + 1 < end && tokens[i].clause_end)) return false;
  }
  return tokens[end - 1].kind != TokenKind::kPunctuation;
}

bool IsLarge(const std::vector<Level>& levels) {
  return std::any_of(levels.begin(), levels.end(), [](Level level) {
    return level == Level::kProvince || level == Level::kDistrict || level == Level::kCountry;
  });
}

bool HasLevel(const std::vector<Level>& levels, Level level) {
  return std::find(levels.begin(), levels.end(), level) != levels.end();
}

// ở bình thuận, của krông pắc
bool AfterPreposition(const std::vector<QuestionToken>& tokens, std::size_t at) {
  if (at == 0) return true;
  constexpr std::string_view kWords[] = {"o", "tai", "cua", "thuoc", "in", "of"};
  return std::find(std::begin(kWords), std::end(kWords), tokens[at - 1].folded) != std::end(kWords);
}

// A capital tells a name. Without it a name of one word, or of a small place, is too often a word of the language;
// where marks are typed even a district's wants a preposition before it ("thống nhất" is to unify).
bool IsCertain(const std::vector<QuestionToken>& tokens, std::size_t at, std::size_t end, bool marked,
               const std::vector<Level>& levels) {
  constexpr std::size_t kLongName = 4;  // words that only a body's name has beside each other
  if (levels.empty() && end - at >= kLongName) return true;
  if (tokens[at].capitalized) {
    // "Trung tâm" is no commune Trung Tâm; "Hà nội" may be typed so.
    return IsLarge(levels) ||
           std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(at),
                       tokens.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const QuestionToken& token) { return token.capitalized || token.kind != TokenKind::kWord; });
  }
  if (end - at < 2 || !IsLarge(levels)) return false;
  return !marked || HasLevel(levels, Level::kProvince) || AfterPreposition(tokens, at);
}

// Where marks are typed they must be the name's: "ha nam" may be Hà Nam, "hạ nam" is not.
bool MarksAgree(const std::vector<QuestionToken>& tokens, std::size_t at, std::size_t end, std::string_view name) {
  const std::vector<QuestionToken> words = CutQuestion(name, 0, name.size());
  std::size_t word = 0;
  for (std::size_t i = at; i < end; ++i) {
    if (tokens[i].kind == TokenKind::kPunctuation) continue;
    while (word < words.size() && words[word].kind == TokenKind::kPunctuation) ++word;
    if (word == words.size()) return true;
    const bool typed = tokens[i].key != tokens[i].folded;
    if (typed && tokens[i].folded == words[word].folded && tokens[i].key != words[word].key) return false;
    ++word;
  }
  return true;
}

std::optional<NameMatch> InGazetteer(const std::vector<QuestionToken>& tokens, std::size_t at, std::size_t end,
                                     std::optional<Level> level) {
  const FoldedPlaces& places = FoldedPlaces::Get();
  std::string folded;
  for (std::size_t i = at; i < end; ++i) {
    if (tokens[i].kind == TokenKind::kPunctuation) continue;
    if (!folded.empty()) folded += ' ';
    folded += WithoutPoints(places.Word(tokens[i].folded));
  }
  NameMatch match;
  for (const PlaceRow& row : places.Named(folded)) {
    if ((level && row.level != *level) || !MarksAgree(tokens, at, end, row.name)) continue;
    // The largest unit of a name gives its spelling.
    if (match.codes.empty() || row.level < match.levels.front()) match.name = row.name;
    match.codes.emplace_back(row.code);
    match.levels.push_back(row.level);
    std::sort(match.levels.begin(), match.levels.end());
  }
  if (match.codes.empty()) return std::nullopt;
  return match;
}

}  // namespace

std::optional<NameMatch> IndexNames::InIndex(const std::vector<QuestionToken>& tokens, std::size_t at,
                                             std::size_t end) const {
  const std::string folded = FoldedWords(tokens, at, end);
  if (folded.empty() || !facts_.term_exists(MakeTerm(prefix::kPlaceName, folded))) return std::nullopt;
  NameMatch match;
  match.name = SpellingOf(folded);
  if (!MarksAgree(tokens, at, end, match.name)) return std::nullopt;
  // One word that only the index has for a name must be written as there.
  const bool one_word = end - at == 1 && !tokens[at].capitalized;
  if (one_word && tokens[at].key != SyllableKey(match.name)) return std::nullopt;
  return match;
}

std::string IndexNames::SpellingOf(const std::string& folded) const {
  for (const auto& [prefix, slot] :
       {std::pair(prefix::kSubject, FactSlot::kSubject), std::pair(prefix::kProvince, FactSlot::kProvince)}) {
    const std::string term = MakeTerm(prefix, folded);
    const Xapian::PostingIterator first = facts_.postlist_begin(term);
    if (first != facts_.postlist_end(term))
      return facts_.get_document(*first, Xapian::DOC_ASSUME_VALID).get_value(SlotOf(slot));
  }
  return folded;
}

std::optional<NameMatch> IndexNames::NameAt(const std::vector<QuestionToken>& tokens, std::size_t at, bool marked,
                                            std::optional<Level> level) const {
  if (tokens[at].kind == TokenKind::kPunctuation) return std::nullopt;
  for (std::size_t end = std::min(tokens.size(), at + FoldedPlaces::kLongestName); end > at; --end) {
    if (!IsWhole(tokens, at, end)) continue;
    std::optional<NameMatch> match = InGazetteer(tokens, at, end, level);
    if (!match) match = InIndex(tokens, at, end);
    if (!match) continue;
    match->end = end;
    match->certain = IsCertain(tokens, at, end, marked, match->levels);
    if (level || match->certain) return match;
  }
  return std::nullopt;
}

std::optional<std::string> IndexNames::SubjectWithWords(const std::vector<QuestionToken>& tokens, std::size_t begin,
                                                        std::size_t end) const {
  const std::string all(prefix::kSubject);
  const std::string folded = FoldedWords(tokens, begin, end);
  std::string shortest;
  for (Xapian::TermIterator term = facts_.allterms_begin(all); term != facts_.allterms_end(all); ++term) {
    const std::string name = (*term).substr(all.size());
    if (name == folded) return SpellingOf(name);
    if ((shortest.empty() || name.size() < shortest.size()) && HasWords(name, tokens, begin, end)) shortest = name;
  }
  if (shortest.empty()) return std::nullopt;
  return SpellingOf(shortest);
}

}  // namespace timso
