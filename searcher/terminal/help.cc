#include "searcher/terminal/help.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/sinks/width.h"
#include "searcher/terminal/preview.h"

namespace timso::terminal {
namespace {

using Keys = std::vector<std::pair<std::string_view, std::string_view>>;

const Keys& HintsOf(Pane focus) {
  static const Keys kInput = {{"↑↓", "move"},       {"Enter", "to the results"}, {"Tab", "next pane"},
                              {"F1–F4", "scope"},   {"^R", "history"},           {"^Q", "quit"},
                              {"Alt-1", "drop [1]"}};
  static const Keys kChips = {
      {"←→", "choose"}, {"Del", "remove"}, {"Tab", "next pane"}, {"/", "question"}, {"?", "help"}};
  static const Keys kResults = {{"Enter", "read"}, {"Space", "mark"}, {"s", "sort"}, {"f", "facets"},
                                {"p", "plot"},     {"e", "export"},   {"?", "help"}, {"q", "quit"},
                                {"o", "open"},     {"y", "copy"},     {"b", "save"}, {"Bksp", "back"}};
  static const Keys kPreview = {{"↑↓", "scroll"},     {"[ ]", "source"}, {"p", "plot"}, {"o", "open"},
                                {"Tab", "next pane"}, {"?", "help"},     {"q", "quit"}};
  static const Keys kFacets = {{"Enter", "drill in"}, {"Bksp", "back"}, {"↑↓", "move"},
                               {"Tab", "next pane"},  {"?", "help"},    {"q", "quit"}};
  switch (focus) {
    case Pane::kInput:
      return kInput;
    case Pane::kChips:
      return kChips;
    case Pane::kPreview:
      return kPreview;
    case Pane::kFacets:
      return kFacets;
    default:
      return kResults;
  }
}

// A key and what it does; a line without a key is a heading.
const Keys& HelpLines() {
  static const Keys kLines = {
      {"", "Everywhere"},
      {"Tab, Shift-Tab", "next pane, pane before"},
      {"F1 F2 F3 F4", "facts, documents, both, what was saved"},
      {"F5", "facts that may be misread, too, marked ?; again: without"},
      {"Alt-1 … Alt-9", "take away a condition [1] … [9]"},
      {"Ctrl-R", "earlier questions"},
      {"Ctrl-L", "draw the screen anew"},
      {"Ctrl-Q", "quit and print what is marked"},
      {"Ctrl-C", "quit and print nothing"},
      {"", "In the question"},
      {"↑ ↓ PgUp PgDn", "move in the results"},
      {"Ctrl-P, Ctrl-N", "question before, after"},
      {"Enter", "to the results"},
      {"Ctrl-A E U K W", "start, end, clear before, clear after, delete word"},
      {"", "In the results"},
      {"/", "to the question"},
      {"Enter", "read the article at its evidence"},
      {"Space", "mark; marked rows are printed at the end"},
      {"b", "save, or forget; F4 shows what is saved"},
      {"s, 1 … 5", "sort by the next column, by a column; again: the other way"},
      {"0", "sort as the question asks"},
      {"f", "facets: Enter drills in, Backspace goes back"},
      {"p", "histogram, course over the years, text"},
      {"[ ]", "another source of the same fact"},
      {"186 người ?", "a figure that may be misread: read its sentence"},
      {"o", "open the source"},
      {"y", "copy the row"},
      {"e", "export what is shown to a .csv or .json file"},
      {"q", "quit and print what is marked"},
      {"", "Mouse"},
      {"click", "select; a column's title sorts; a condition goes; a facet drills in"},
      {"wheel", "scroll"},
      {"", "Questions"},
      {"", "  huyện vượt chỉ tiêu kết nạp đảng viên năm 2023"},
      {"", "  districts over 100% quota in 2023"},
      {"", "  level:district attainment:>100 year:2023"},
      {"", "  measure:party_members_admitted value:>=200 \"học sinh\" -Lạng"},
  };
  return kLines;
}

}  // namespace

void DrawHints(Frame& frame, const Rect& rect, Pane focus) {
  if (rect.Empty()) return;
  int column = rect.column;
  const int end = rect.column + rect.columns;
  for (const auto& [key, what] : HintsOf(focus)) {
    const int width = static_cast<int>(DisplayWidth(key) + 1 + DisplayWidth(what));
    if (column + width > end) return;
    column = frame.Put(rect.row, column, key, {Role::kStrong, false}, end) + 1;
    column = frame.Put(rect.row, column, what, {Role::kHint, false}, end) + 2;
  }
}

int DrawHelp(Frame& frame, const Rect& rect, int top) {
  const int end = rect.column + rect.columns;
  const int keys = rect.columns < 60 ? 14 : 18;
  const int texts = rect.column + 3 + keys;
  frame.Fill(rect, {});
  int line = -top;
  const auto put = [&](int column, std::string_view text, Role role, int until) {
    if (line >= 0 && line < rect.rows) frame.PutFitted(rect.row + line, column, text, {role, false}, until);
  };
  for (const auto& [key, words] : HelpLines()) {
    const std::string what(words);
    if (key.empty()) {
      put(rect.column, what, what.front() == ' ' ? Role::kText : Role::kStrong, end);
      ++line;
      continue;
    }
    put(rect.column + 2, key, Role::kMark, texts - 1);
    for (const auto& [from, to] : WrapText(what, static_cast<std::size_t>(std::max(end - texts, 8)))) {
      put(texts, what.substr(from, to - from), Role::kText, end);
      ++line;
    }
  }
  return line + top;
}

}  // namespace timso::terminal
