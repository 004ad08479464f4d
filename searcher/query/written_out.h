// Abbreviations of a question written out, where the tables know their words: "số ĐV kết nạp" asks for đảng viên.
#pragma once
#include <vector>

#include "searcher/query/question.h"

namespace timso {

// Puts the words that an abbreviation stands for in its place, each with the abbreviation's bytes for its span. Left as
// they are: those that are read as levels or places (TP, TX), and those whose words say nothing to the tables. Of
// several readings the one with which the question names a measure best, else the likeliest.
void WriteOutAbbreviations(std::vector<QuestionToken>& tokens, bool marked);

}  // namespace timso
