// What nothing was read from.
#pragma once
#include <cstddef>
#include <vector>

#include "searcher/query/cues.h"
#include "searcher/query/question.h"

namespace timso {

// The free tokens that are text to search, in order; words that only hold the question together are none.
std::vector<std::size_t> FindLeftovers(const std::vector<QuestionToken>& tokens, const QuestionCues& cues, bool marked);

}  // namespace timso
