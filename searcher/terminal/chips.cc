#include "searcher/terminal/chips.h"

#include <algorithm>
#include <utility>

#include "searcher/query/render.h"
#include "searcher/sinks/width.h"

namespace timso::terminal {
namespace {

constexpr std::size_t kWidest = 32;
constexpr std::size_t kShort = 16;     // where there is no room for all
constexpr std::size_t kNarrowest = 8;  // to make room for all

Role RoleOf(const Constraint& constraint) {
  if (std::holds_alternative<LevelIs>(constraint) || std::holds_alternative<PlaceIs>(constraint)) return Role::kPlace;
  if (std::holds_alternative<ValueIn>(constraint)) return Role::kBound;
  if (std::holds_alternative<PeriodIs>(constraint) || std::holds_alternative<DateIn>(constraint)) return Role::kPeriod;
  if (std::holds_alternative<WordsIn>(constraint) || std::holds_alternative<AnyOf>(constraint)) return Role::kWords;
  return Role::kMeasure;
}

bool Overlap(const QuestionSpan& a, const QuestionSpan& b) { return a.begin < b.end && b.begin < a.end; }

// No other clause was read from these words.
bool IsOwn(const Query& query, std::size_t clause, const QuestionSpan& span) {
  for (std::size_t i = 0; i < query.clauses.size(); ++i) {
    if (i == clause) continue;
    for (const QuestionSpan& other : query.clauses[i].spans) {
      if (Overlap(span, other)) return false;
    }
  }
  return true;
}

// The question without the words that only this clause was read from.
std::string Cut(const Query& query, std::size_t clause) {
  std::vector<QuestionSpan> own;
  for (const QuestionSpan& span : query.clauses[clause].spans) {
    if (span.end > span.begin && span.end <= query.text.size() && IsOwn(query, clause, span)) own.push_back(span);
  }
  if (own.empty()) return query.text;
  std::string text = query.text;
  std::sort(own.begin(), own.end(), [](const auto& a, const auto& b) { return a.begin > b.begin; });
  for (const QuestionSpan& span : own) text.erase(span.begin, span.end - span.begin);
  return OneLine(text);
}

std::vector<std::string> RenderedClauses(const Query& query) {
  std::vector<std::string> rendered;
  for (const Clause& clause : query.clauses) rendered.push_back(Render(clause));
  std::sort(rendered.begin(), rendered.end());
  return rendered;
}

std::string Framed(std::size_t chip, std::string_view text) {
  return '[' + std::to_string(chip + 1) + ' ' + std::string(text) + ']';
}

int TotalWidth(const std::vector<std::string>& texts) {
  int width = -1;
  for (const std::string& text : texts) width += static_cast<int>(DisplayWidth(text)) + 1;
  return width;
}

// level:district → district; what says little alone (=none) keeps its field.
std::string WithoutField(const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon + 1 == text.size() || text[colon + 1] == '=') return text;
  return (text[0] == '-' ? "-" : "") + text.substr(colon + 1);
}

std::vector<std::string> Written(const std::vector<Chip>& chips, bool fields, std::size_t widest) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < chips.size(); ++i) {
    texts.push_back(Framed(i, FitWidth(fields ? chips[i].text : WithoutField(chips[i].text), widest)));
  }
  return texts;
}

// The chips as they are written: where they don't all fit the fields' names go, then the longest are cut.
std::vector<std::string> FittedTexts(const std::vector<Chip>& chips, int columns) {
  std::vector<std::string> texts = Written(chips, true, kWidest);
  for (std::size_t widest = kWidest; TotalWidth(texts) > columns && widest >= kNarrowest; --widest) {
    texts = Written(chips, false, widest);
  }
  return TotalWidth(texts) > columns ? Written(chips, false, kShort) : texts;
}

// The chip to begin with, so that the selected one is seen.
std::size_t FirstShown(const std::vector<std::string>& texts, int columns, std::size_t selected) {
  if (selected >= texts.size()) return 0;
  std::size_t first = 0;
  int width = 0;
  for (std::size_t i = 0; i <= selected; ++i) {
    width += static_cast<int>(DisplayWidth(texts[i])) + 1;
    const int dots = first > 0 ? 2 : 0;
    while (first < i && width + dots > columns) width -= static_cast<int>(DisplayWidth(texts[first++])) + 1;
  }
  return first;
}

}  // namespace

std::vector<Chip> ChipsOf(const Query& query) {
  std::vector<Chip> chips;
  for (const Clause& clause : query.clauses) chips.push_back({OneLine(Render(clause)), RoleOf(clause.constraint)});
  return chips;
}

std::string WithoutClause(const Query& query, std::size_t clause,
                          const std::function<Query(const std::string&)>& understand) {
  Query rest = query;
  rest.clauses.erase(rest.clauses.begin() + static_cast<std::ptrdiff_t>(clause));
  const std::string cut = Cut(query, clause);
  if (cut != query.text) {
    const std::vector<std::string> left = RenderedClauses(understand(cut));
    const bool gone = std::find(left.begin(), left.end(), Render(query.clauses[clause])) == left.end();
    // Documents are found by words: what else is read from fewer of them matters little.
    if (left == RenderedClauses(rest) || (gone && query.answer == Answer::kDocuments)) return cut;
  }
  return rest.clauses.empty() ? "" : Render(rest);
}

std::string WithField(const std::string& question, const std::string& field, const std::string& value) {
  std::string text = OneLine(question);
  if (!text.empty()) text += ' ';
  text += field + ':';
  const bool plain = !value.empty() && value.find_first_of(" \t:\",|") == std::string::npos;
  if (plain) return text + value;
  text += '"';
  for (const char c : value) {
    if (c != '"') text += c;
  }
  return text + '"';
}

std::vector<Rect> DrawChips(Frame& frame, const Rect& rect, const std::vector<Chip>& chips, std::size_t selected) {
  std::vector<Rect> places(chips.size());
  const std::vector<std::string> texts = FittedTexts(chips, rect.columns);
  const std::size_t first = FirstShown(texts, rect.columns, selected);
  int column = rect.column;
  const int end = rect.column + rect.columns;
  if (first > 0) column = frame.Put(rect.row, column, "… ", {Role::kFaint, false}, end);
  for (std::size_t i = first; i < chips.size(); ++i) {
    const int width = static_cast<int>(DisplayWidth(texts[i]));
    // The one that is chosen is seen, however narrow the screen is.
    if (column + width > end && i != selected) {
      if (column < end) frame.Put(rect.row, column, "…", {Role::kFaint, false}, end);
      break;
    }
    places[i] = {rect.row, column, 1, std::min(width, end - column)};
    frame.Put(rect.row, column, texts[i], {chips[i].role, i == selected}, end);
    column += width + 1;
  }
  return places;
}

}  // namespace timso::terminal
