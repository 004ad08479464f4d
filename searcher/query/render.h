// How a question was read, said back: in the field syntax, which reads back as the same query, and in a sentence.
#pragma once
#include <string>

#include "searcher/query/query.h"

namespace timso {

// `level:district attainment:>100 year:2023`: what somebody would type to say exactly this.
std::string Render(const Query& query);
std::string Render(const Clause& clause);

// One English sentence: "Facts: districts; attainment over 100 %; in 2023." Never empty.
std::string ReadAsSentence(const Query& query);

// A number as people write it in a question: 100, 105.5, 1500000.
std::string PlainNumber(double number);

}  // namespace timso
