// A question as the readers of documents see it: the same periods and numerals are understood on both sides.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/time/periods.h"
#include "analyzers/words/analyzed_text.h"
#include "searcher/query/query.h"
#include "searcher/query/question.h"

namespace timso {

// A period at tokens [begin, end) of the question.
struct QuestionPeriod {
  PeriodIs period;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A numeral of the question, scale words multiplied in, up to token `end`.
struct ReadNumber {
  double value = 0;
  std::size_t end = 0;
  bool in_words = false;  // "hai mươi", without a scale or digits
};

class QuestionAnalysis {
 public:
  // `tokens` were cut from `source`, perhaps from parts of it; they are looked at here alone. `marked`: the question
  // has marks.
  QuestionAnalysis(std::string_view source, const std::vector<QuestionToken>& tokens, bool marked);

  // The period that begins at the token. Open on a side that nothing tells ("từ năm 2019"). Years are 1900 to 2100.
  const QuestionPeriod* PeriodAt(std::size_t token) const;
  // Whether the token belongs to a period.
  bool InPeriod(std::size_t token) const;

  // The number that begins at the token, as documents' numerals are read.
  std::optional<ReadNumber> NumberAt(std::size_t token) const;

 private:
  std::size_t TokenAt(std::size_t analyzed) const;
  void ReadPeriods();
  void ReadYearsBeforeLevels(const std::vector<QuestionToken>& tokens, bool marked);
  std::size_t PastSeason(const PeriodMention& mention) const;

  AnalyzedText text_;
  std::vector<std::size_t> analyzed_;  // of each of the question's tokens: its place in text_.tokens
  std::vector<QuestionPeriod> periods_;
};

}  // namespace timso
