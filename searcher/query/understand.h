// The words of a question → constraints: who, what, how much, when, in which order, and what is left as text.
#pragma once
#include <vector>

#include "searcher/query/names.h"
#include "searcher/query/query.h"
#include "searcher/query/question.h"

namespace timso {

// Reads the free words of a question that are no field syntax and adds what they say to `query`: clauses, order, top,
// why it is to be answered with facts. Tokens that said something become taken; words that nothing was read from become
// a WordsIn clause. What the question leaves open is left open. Never throws on text.
void Understand(std::vector<QuestionToken>& tokens, const NameFinder& names, Query& query);

}  // namespace timso
