// The same fact from several places becomes one row; rows that contradict each other come to stand side by side.
#pragma once
#include <vector>

#include "searcher/results.h"

namespace timso {

// Facts about the same subject, measure, kind, qualifiers and period are one row when their numbers may be the same
// one: equal, or an open or vague one ("vượt chỉ tiêu", "gần 70%") that allows the other's. Two different exact numbers
// are two rows, and contradict each other when they are from different documents neither of which states both.
// The rows keep the order of their best facts. A row's first source is its most exact statement, certain before
// doubtful, stated before derived.
std::vector<FactRow> MergeFacts(std::vector<FactSource> facts);

// Figures of one running count (6 months, 9 months, the year: one beginning, later and later ends) come to stand side
// by side in the order of time, where the first of them stands. All else keeps its order.
void JoinRunningCounts(std::vector<FactRow>& rows);

}  // namespace timso
