// The levels of places that a question asks for: huyện nào, các xã, by province.
#pragma once
#include <vector>

#include "searcher/query/query.h"
#include "searcher/query/question.h"

namespace timso {

struct AskedLevels {
  std::vector<Level> levels;        // in the question's order, each once
  std::vector<QuestionSpan> spans;  // of their words
  bool by_level = false;            // "theo huyện", "by district"
};

// Finds them in the free tokens, which become taken. Levels that belong to a name ("huyện Krông Pắc") must be taken
// before.
AskedLevels TakeLevels(std::vector<QuestionToken>& tokens, bool marked);

}  // namespace timso
