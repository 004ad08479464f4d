// `name:value` of the query language → clauses.
#pragma once
#include <string_view>

#include "searcher/query/names.h"
#include "searcher/query/query.h"
#include "searcher/query/scanner.h"

namespace timso {

// True for the fields of the schema, their aliases, and the words that order the answer: sort, top, bottom, answer.
bool IsQueryField(std::string_view name);

// Adds what the piece says to the query; what can't be read becomes words and a warning. REQUIRES: a field piece.
void AddField(const QuestionPiece& piece, const NameFinder& names, Query& query);

}  // namespace timso
