#include "searcher/query/asked_periods.h"

#include <algorithm>
#include <optional>

#include "searcher/query/periods.h"

namespace timso {
namespace {

// "so với cùng kỳ năm 2020", "compared with 2020": the year that a change is counted from, not the fact's.
bool IsComparedWith(const std::vector<QuestionToken>& tokens, const QuestionCues& cues, std::size_t at) {
  return std::any_of(cues.compared.begin(), cues.compared.end(), [&](const Cue& cue) {
    return cue.begin < at && at - cue.begin <= 6 &&
           std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(cue.begin),
                        tokens.begin() + static_cast<std::ptrdiff_t>(at),
                        [](const QuestionToken& token) { return token.clause_end; });
  });
}

bool LiesWithin(const PeriodIs& narrow, const PeriodIs& wide) {
  return !narrow.from.empty() && !narrow.to.empty() && wide.from <= narrow.from &&
         (wide.to.empty() || narrow.to <= wide.to);
}

// "năm 2022 và 2023" means either; "năm 2021, 6 tháng đầu năm 2021" the narrower.
void DropWider(std::vector<Clause>& clauses) {
  for (std::size_t i = 0; i < clauses.size();) {
    const auto& wide = std::get<PeriodIs>(clauses[i].constraint);
    const bool contains = std::any_of(clauses.begin(), clauses.end(), [&](const Clause& other) {
      const auto& narrow = std::get<PeriodIs>(other.constraint);
      if (narrow.from == wide.from && narrow.to == wide.to) return &other < &clauses[i];
      return LiesWithin(narrow, wide);
    });
    if (contains) {
      clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

}  // namespace

std::vector<Clause> TakePeriods(std::vector<QuestionToken>& tokens, const QuestionCues& cues, bool marked) {
  std::vector<Clause> clauses;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].taken) continue;
    const std::optional<QuestionPeriod> found = ReadPeriod(tokens, at, marked);
    if (!found) continue;
    if (!IsComparedWith(tokens, cues, at)) {
      clauses.push_back({found->period, {SpanOf(tokens, at, found->end)}, false, false});
    }
    Take(tokens, at, found->end);
    at = found->end - 1;
  }
  DropWider(clauses);
  return clauses;
}

}  // namespace timso
