// One sentence with its numbers, periods and places: what the binder walks over.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "analyzers/facts/extractor.h"
#include "analyzers/numbers/quantity.h"
#include "analyzers/places/place_mentions.h"
#include "analyzers/time/periods.h"
#include "analyzers/words/analyzed_text.h"

namespace timso {

// Tokens [begin, end).
struct TokenSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct SentenceReading {
  std::size_t begin = 0;  // tokens
  std::size_t end = 0;
  bool line_start = false;
  bool paragraph_start = false;
  BlockKind block = BlockKind::kBody;
  std::vector<PeriodMention> periods;
  std::vector<PlaceMention> places;
  std::vector<Quantity> quantities;
};

// The cue of a role at tokens [begin, end): the last one, or the first, nullptr when there is none.
const Mention* LastCue(const AnalyzedText& text, std::size_t begin, std::size_t end, std::string_view role);
const Mention* FirstCue(const AnalyzedText& text, std::size_t begin, std::size_t end, std::string_view role);

inline bool HasCue(const AnalyzedText& text, std::size_t begin, std::size_t end, std::string_view role) {
  return FirstCue(text, begin, end, role) != nullptr;
}

// The cue of a role that the token stands in, nullptr when there is none.
const Mention* CueOver(const AnalyzedText& text, std::size_t at, std::string_view role);

// Whether the token is this word, written with its marks or, in a text without any, as the text writes it.
bool IsWord(const AnalyzedText& text, std::size_t at, std::string_view word);

// The first token in [at, end) that ends a clause (, ; . : ( ) | or a line end outside a phrase of the lexicon), or
// end.
std::size_t ClauseEnd(const AnalyzedText& text, std::size_t at, std::size_t end);

// The token after the last clause end in [begin, at), or begin.
std::size_t ClauseBegin(const AnalyzedText& text, std::size_t begin, std::size_t at);

}  // namespace timso
