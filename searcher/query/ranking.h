// How many a question wants: top 5 huyện, ba xã … thấp nhất, five districts with the most.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/query/question.h"
#include "searcher/query/question_analysis.h"

namespace timso {

struct AskedTop {
  std::size_t count = 0;
  // Tokens [begin, end) of "top 5", "bottom five"; empty when a count before a level's name says how many of the most
  // or least are wanted.
  std::size_t begin = 0;
  std::size_t end = 0;
  bool lowest = false;
};

// The tokens become taken. None when no count is named.
std::optional<AskedTop> TakeTop(std::vector<QuestionToken>& tokens, const QuestionAnalysis& analysis, bool marked);

// True when the question asks for several: những huyện nào, which districts.
bool SaysPlural(const std::vector<QuestionToken>& tokens);

}  // namespace timso
