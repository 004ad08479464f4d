// A question as typed → a typed Query.
#pragma once
#include <string_view>

#include "searcher/query/names.h"
#include "searcher/query/query.h"

namespace timso {

// Field syntax and words, in Vietnamese with or without marks, in English, or mixed. Lenient: never throws on text;
// what is not understood is searched as words and named in `warnings`.
Query ParseQuestion(std::string_view text, const NameFinder& names);

}  // namespace timso
