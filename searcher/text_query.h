// Words of a question → a Xapian::Query over articles that wins with and without marks.
#pragma once
#include <xapian.h>

#include <string_view>
#include <vector>

#include "indexer/schema/text_terms.h"
#include "searcher/other_forms.h"

namespace timso {

// A word of a question with what the question's writing tells about it.
struct QuestionWord : TextWord {
  bool asks = false;    // part of what only a question has: bao nhiêu, khi nào, who
  bool name = false;    // written with a capital inside a sentence
  bool number = false;  // begins with a digit
};

// The words of a question in order. Where all words have capitals none is a name. Never fails.
std::vector<QuestionWord> QuestionWords(std::string_view question);

// How much each kind of term speaks. Chosen on one half of XQuAD-vi's questions and confirmed on the other with
// tools/bench/retrieval_bench.
struct TextWeights {
  double exact = 1;     // a word with its marks, when the question has marks
  double folded = 1;    // the same without
  double bigram = 0.8;  // two neighbours, folded
  double asks = 0.4;    // times this for words that only ask,
  double name = 1.8;    // for names
  double number = 1.4;  // and for numbers
  double other = 0.9;   // for an abbreviation in place of its words and the reverse, of what the words themselves get
  double counted_twice = 0.65;  // the same where a form is found by several terms
  double k1 = 1.1;              // BM25
  double b = 0.85;
  double shortest = 0.1;  // a document's length counts as at least so much of the average
  double common = 0.9;    // words in more than so much of the documents are left out while rarer ones are there
  // In an index of at least so many documents long lists of them cost more time than they tell: words in more than
  // `plain` of the documents count with their marks alone, those in more than `very_common` not at all while rarer ones
  // are there.
  Xapian::doccount large = 2000;
  double plain = 0.1;
  double very_common = 0.6;

  static const TextWeights& Default();
};

// Any of the words, best fit first. `marked`: the question has marks, so that those of its words count. `documents`
// gives the frequencies by which very common words are left out. MatchNothing when there is no word.
// `groups`: of FindOtherForms; a document with another form of some words ranks just below one with the words
// themselves, and having both counts once.
Xapian::Query AnyWords(const std::vector<QuestionWord>& words, const std::vector<FormGroup>& groups, bool marked,
                       const Xapian::Database& documents, const TextWeights& weights);

// All the words beside each other; with their marks where they were typed.
Xapian::Query Phrase(const std::vector<TextWord>& words);

}  // namespace timso
