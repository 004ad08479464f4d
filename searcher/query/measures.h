// Which measure a question is about.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/facts/fact.h"
#include "searcher/query/question.h"

namespace timso {

struct MeasureMention {
  std::vector<std::string> ids;  // several when the question names them alike: "kiểm tra, giám sát … đảng viên"
  std::vector<std::size_t> tokens;  // that said it
  std::vector<std::size_t> other;   // words for what no measure has: "đoàn viên mới kết nạp"
  bool bare_members = false;        // only "đảng viên" said it: those in total, or those newly admitted
};

// The measure that most of the free tokens speak for; no ids when none. Takes no tokens.
MeasureMention FindMeasure(const std::vector<QuestionToken>& tokens, bool marked);

// The ids of measures that a value of `measure:` may mean: an id, or words; empty when none.
std::vector<std::string> MeasuresNamed(std::string_view value);

// The kinds that a bare question about the measure means: "độ che phủ rừng" is a share, "kết nạp đảng viên" a count.
std::vector<FactKind> UsualKinds(std::string_view measure);

// The base unit that its amounts are counted in; empty when the table names none.
std::string UnitOf(std::string_view measure);

// The ids of measures.tsv.
std::vector<std::string> MeasureIds();

// True when measures.tsv has it.
bool IsMeasure(std::string_view id);

}  // namespace timso
