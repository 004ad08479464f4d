#include "indexer/readers/line_words.h"

#include "analyzers/text/normalizer.h"
#include "analyzers/text/syllable.h"

namespace timso {

char Words::After(std::size_t i) const {
  std::size_t at = tokens[i].end;
  while (at < text.size() && text[at] == ' ') ++at;
  const std::size_t next = i + 1 < tokens.size() ? tokens[i + 1].begin : text.size();
  return at < next ? text[at] : '\0';
}

bool Words::Is(std::size_t i, std::string_view key) const {
  return keys[i] == key || (unmarked && keys[i] == StripMarks(key));
}

Words LineWords(std::string_view line) {
  Words words;
  words.text = Normalize(line).text;
  for (const Token& token : Tokenize(words.text)) {
    if (token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kLineBreak) continue;
    words.tokens.push_back(token);
    words.keys.push_back(SyllableKey(Surface(words.text, token)));
    words.unmarked = words.unmarked && StripMarks(words.keys.back()) == words.keys.back();
  }
  return words;
}

}  // namespace timso
