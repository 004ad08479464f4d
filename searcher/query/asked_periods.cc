#include "searcher/query/asked_periods.h"

#include <algorithm>
#include <optional>
#include <string>

#include "searcher/query/periods.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

// "so với cùng kỳ năm 2020", "compared with 2020": the year that a change is counted from, not the fact's.
bool IsComparedWith(const std::vector<QuestionToken>& tokens, const QuestionCues& cues, std::size_t at) {
  return std::any_of(cues.compared.begin(), cues.compared.end(), [&](const Cue& cue) {
    // "so với kế hoạch năm 2020" is the plan of the fact's own year.
    const bool with_plan = std::any_of(cues.target.begin(), cues.target.end(), [&](const Cue& target) {
      return cue.begin < target.begin && target.begin < at;
    });
    return cue.begin < at && at - cue.begin <= 6 && !with_plan &&
           std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(cue.begin),
                        tokens.begin() + static_cast<std::ptrdiff_t>(at), [&](const QuestionToken& token) {
                          // "Krông Pắc so với Vị Xuyên năm 2020" compares places.
                          const bool name = token.capitalized && &token != &tokens[cue.begin];
                          return token.clause_end || name;
                        });
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

// "trước năm 2020", "after 2020": what the words before a period, tokens [begin, …), make of it.
struct Side {
  std::size_t begin = 0;
  bool before = false;
  bool after = false;
};

Side SideBefore(const std::vector<QuestionToken>& tokens, std::size_t period, bool marked) {
  const WordTable& table = WordTable::Default();
  for (std::size_t words = std::min<std::size_t>(3, period); words > 0; --words) {
    const std::size_t at = period - words;
    // "năm trước 2020" is the year before, no span.
    const bool year_before = at > 0 && tokens[at - 1].folded == "nam";
    // "sau 9 tháng năm 2020" tells how far the year has come.
    if (tokens[period].kind == TokenKind::kNumber && tokens[period].surface.size() <= 2) continue;
    if (tokens[at].taken || tokens[period - 1].clause_end || year_before) continue;
    if (table.LongestAt(tokens, at, "before", marked).words == words) return {at, true, false};
    if (table.LongestAt(tokens, at, "later", marked).words == words) return {at, false, true};
  }
  return {period, false, false};
}

PeriodIs On(const Side& side, PeriodIs period) {
  if (side.before && !period.from.empty()) return {"", DayBeside(period.from, -1), period.how};
  if (side.after && !period.to.empty()) return {DayBeside(period.to, 1), "", period.how};
  return period;
}

// "Sa Dec in 2022": the last word of a place's name is no month of English.
bool EndsName(const std::vector<QuestionToken>& tokens, std::size_t at, const NameFinder& names, bool marked) {
  constexpr std::size_t kMonth = 3;  // letters of "Dec"
  const QuestionToken& token = tokens[at];
  if (at == 0 || token.kind != TokenKind::kWord || token.surface.size() != kMonth || token.folded == "nam" ||
      token.folded == "quy")
    return false;
  const std::optional<NameMatch> name = names.NameAt(tokens, at - 1, marked, std::nullopt);
  return name && name->end > at;
}

// The year that such a reading ended with, on its own.
void TakeYear(std::vector<QuestionToken>& tokens, std::size_t end, std::vector<Clause>& clauses) {
  const std::string& year = tokens[end - 1].surface;
  const bool digits = year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || tokens[end - 1].taken) return;
  clauses.push_back({PeriodIs{year + "-01-01", year + "-12-31", PeriodIs::How::kWithin},
                     {SpanOf(tokens, end - 1, end)},
                     false,
                     false});
  Take(tokens, end - 1, end);
}

bool AnyTaken(const std::vector<QuestionToken>& tokens, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (tokens[at].taken) return true;
  }
  return false;
}

}  // namespace

std::vector<Clause> TakePeriods(std::vector<QuestionToken>& tokens, const QuestionAnalysis& analysis,
                                const QuestionCues& cues, const NameFinder& names, bool marked) {
  std::vector<Clause> clauses;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const QuestionPeriod* found = analysis.PeriodAt(at);
    if (found != nullptr && EndsName(tokens, at, names, marked)) {
      TakeYear(tokens, found->end, clauses);
      continue;
    }
    if (found == nullptr || AnyTaken(tokens, found->begin, found->end)) continue;
    const Side side = SideBefore(tokens, at, marked);
    if (!IsComparedWith(tokens, cues, at)) {
      clauses.push_back({On(side, found->period), {SpanOf(tokens, side.begin, found->end)}, false, false});
    }
    Take(tokens, side.begin, found->end);
    at = found->end - 1;
  }
  DropWider(clauses);
  return clauses;
}

}  // namespace timso
