// The passage of an article that answers a question best, in the author's own words.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/schema/document.h"
#include "indexer/schema/text_terms.h"
#include "searcher/results.h"

namespace timso {

// What is looked for in a passage.
struct SnippetWords {
  std::vector<TextWord> words;
  std::vector<double> weights;  // of each word: the rarer the heavier
  std::vector<bool> weak;       // words that are shown only beside their neighbours: "đang" of "dang vien"; or empty
  std::vector<std::pair<std::size_t, std::size_t>> whole;  // words [first, last) that count only all beside each other
};

// The window of about `length` bytes with the heaviest different words in it, from word to word, at a sentence's
// beginning when one is near; titles and furniture are left out. Without any of the words: the body's beginning.
// A word typed with marks is highlighted where it has these marks, or, when the passage has none such, without.
Snippet MakeSnippet(const Document& document, const SnippetWords& wanted, std::size_t length);

// Where the words stand in any text.
std::vector<Highlight> FindHighlights(std::string_view text, const SnippetWords& wanted);

}  // namespace timso
