// The periods that a question asks for.
#pragma once
#include <vector>

#include "searcher/query/cues.h"
#include "searcher/query/names.h"
#include "searcher/query/query.h"
#include "searcher/query/question.h"
#include "searcher/query/question_analysis.h"

namespace timso {

// A PeriodIs clause each, of which any may hold; a period within another stands for both, and one that is only compared
// with ("so với năm 2020") is none. The tokens of all of them become taken.
std::vector<Clause> TakePeriods(std::vector<QuestionToken>& tokens, const QuestionAnalysis& analysis,
                                const QuestionCues& cues, const NameFinder& names, bool marked);

}  // namespace timso
