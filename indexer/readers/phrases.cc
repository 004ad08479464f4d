#include "indexer/readers/phrases.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/data/embedded.h"
#include "analyzers/text/syllable.h"
#include "indexer/readers/line_words.h"

namespace timso {
namespace {

std::uint32_t KindNamed(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, PhraseKind>, 12> kNames = {{{"tool", kToolPhrase},
                                                                               {"counter", kCounterPhrase},
                                                                               {"weak", kWeakPhrase},
                                                                               {"tail", kTailPhrase},
                                                                               {"related", kRelatedPhrase},
                                                                               {"teaser", kTeaserPhrase},
                                                                               {"caption", kCaptionPhrase},
                                                                               {"clock", kClockPhrase},
                                                                               {"author", kAuthorPhrase},
                                                                               {"source", kSourcePhrase},
                                                                               {"footer", kFooterPhrase},
                                                                               {"letterhead", kLetterheadPhrase}}};
  for (const auto& [known, kind] : kNames) {
    if (known == name) return kind;
  }
  return 0;
}

}  // namespace

const PhraseTable& PhraseTable::Furniture() {
  static const PhraseTable table(EmbeddedFile("furniture.tsv"));
  return table;
}

PhraseTable::PhraseTable(std::string_view tsv) {
  while (!tsv.empty()) {
    const std::size_t end = std::min(tsv.find('\n'), tsv.size());
    const std::string_view row = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    const std::size_t tab = row.find('\t');
    if (tab == std::string_view::npos) continue;
    const std::uint32_t kind = KindNamed(row.substr(0, tab));
    if (kind == 0) continue;
    std::vector<std::string> words = LineWords(row.substr(tab + 1)).keys;
    if (words.empty()) continue;
    Add(kind, words, marked_);
    for (std::string& word : words) word = StripMarks(word);
    Add(kind, std::move(words), unmarked_);
  }
}

void PhraseTable::Add(std::uint32_t kind, std::vector<std::string> words, Phrases& phrases) {
  std::vector<Phrase>& alike = phrases[words.front()];
  for (Phrase& known : alike) {
    if (known.words == words) {
      known.kinds |= kind;
      return;
    }
  }
  alike.push_back({std::move(words), kind});
}

PhraseTable::Match PhraseTable::At(const Words& words, std::size_t at, std::uint32_t kinds) const {
  Match best;
  if (at >= words.size()) return best;
  const Phrases& phrases = words.unmarked ? unmarked_ : marked_;
  const auto it = phrases.find(words.keys[at]);
  if (it == phrases.end()) return best;
  for (const Phrase& phrase : it->second) {
    if ((phrase.kinds & kinds) == 0 || phrase.words.size() <= best.words) continue;
    if (phrase.words.size() > words.size() - at) continue;
    if (std::equal(phrase.words.begin(), phrase.words.end(), words.keys.begin() + static_cast<std::ptrdiff_t>(at))) {
      best = {phrase.words.size(), phrase.kinds};
    }
  }
  return best;
}

}  // namespace timso
