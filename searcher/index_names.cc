#include "searcher/index_names.h"

#include <algorithm>

#include "analyzers/text/syllable.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"

namespace timso {
namespace {

constexpr std::size_t kLongestName = 5;  // words

std::string FoldedWords(const std::vector<QuestionToken>& tokens, std::size_t begin, std::size_t end) {
  std::string folded;
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens[i].kind == TokenKind::kPunctuation) continue;
    if (!folded.empty()) folded += ' ';
    folded += tokens[i].folded;
  }
  return folded;
}

// Names are typed with capitals where marks are typed; without either, a name of one word is too often a word.
bool MayBeName(const std::vector<QuestionToken>& tokens, std::size_t at, std::size_t end, bool marked) {
  if (tokens[at].capitalized) return true;
  return !marked && end - at > 1;
}

bool HasWords(const std::string& name, const std::vector<QuestionToken>& tokens, std::size_t begin, std::size_t end) {
  const std::string padded = " " + name + " ";
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens[i].kind == TokenKind::kPunctuation) continue;
    if (padded.find(" " + tokens[i].folded + " ") == std::string::npos) return false;
  }
  return true;
}

}  // namespace

std::string IndexNames::SpellingOf(const std::string& folded) const {
  for (const auto& [prefix, slot] : {std::pair(prefix::kSubject, FactSlot::kSubject), std::pair(prefix::kProvince, FactSlot::kProvince)}) {
    const std::string term = MakeTerm(prefix, folded);
    const Xapian::PostingIterator first = facts_.postlist_begin(term);
    if (first != facts_.postlist_end(term)) return facts_.get_document(*first, Xapian::DOC_ASSUME_VALID).get_value(SlotOf(slot));
  }
  return folded;
}

std::optional<NameMatch> IndexNames::NameAt(const std::vector<QuestionToken>& tokens, std::size_t at, bool marked,
                                            std::optional<Level> level) const {
  for (std::size_t end = std::min(tokens.size(), at + kLongestName); end > at; --end) {
    bool whole = true;
    for (std::size_t i = at; i < end; ++i) {
      whole = whole && !tokens[i].taken && (i + 1 == end || !tokens[i].clause_end);
    }
    if (!whole || tokens[at].kind != TokenKind::kWord || tokens[end - 1].kind == TokenKind::kPunctuation) continue;
    const std::string folded = FoldedWords(tokens, at, end);
    if (!facts_.term_exists(MakeTerm(prefix::kPlaceName, folded))) continue;
    if (!level && !MayBeName(tokens, at, end, marked)) continue;
    NameMatch match;
    match.end = end;
    match.name = SpellingOf(folded);
    return match;
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
