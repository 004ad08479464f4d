// The other way to write what a question says: ủy ban nhân dân for UBND, UBND for ủy ban nhân dân.
#pragma once
#include <string_view>
#include <vector>

#include "indexer/schema/text_terms.h"

namespace timso {

// Another way to write some words of a question.
struct OtherForm {
  std::vector<TextWord> words;  // as a document has it; offsets are those of no text
  double certainty = 1;         // that it means the same: less where an abbreviation has several readings
};

// Words [begin, end) of a question and their other forms.
struct FormGroup {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool abbreviation = false;  // the question has the abbreviation, the forms are what it stands for
  std::vector<OtherForm> forms;
};

// The abbreviations of the question and the expansions that have one. `words`: TextWords(question); `marked`: the
// question has marks, so that a word without them means itself. In order of `begin`, a group before those within it;
// any two lie one within the other or apart. Never fails.
std::vector<FormGroup> FindOtherForms(std::string_view question, const std::vector<TextWord>& words, bool marked);

}  // namespace timso
