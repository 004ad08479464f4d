// How the interactive screen looks.
#include <algorithm>

#include "searcher/query/render.h"
#include "searcher/sinks/fact_words.h"
#include "searcher/sinks/width.h"
#include "searcher/terminal/app.h"
#include "searcher/terminal/help.h"
#include "searcher/terminal/plots.h"

namespace timso::terminal {
namespace {

constexpr Style kText{Role::kText, false};
constexpr Style kFaint{Role::kFaint, false};
constexpr Style kStrong{Role::kStrong, false};
constexpr Style kHint{Role::kHint, false};

std::string Counted(std::size_t count, bool exact, std::string_view one, std::string_view many) {
  return (exact ? "" : "about ") + std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

// Lines of prose from `row` on, wrapped.
void PutProse(Frame& frame, const Rect& rect, const std::vector<std::string>& paragraphs) {
  int row = rect.row;
  for (const std::string& paragraph : paragraphs) {
    if (paragraph.empty()) ++row;
    for (const auto& [begin, end] : WrapText(paragraph, static_cast<std::size_t>(std::max(rect.columns - 2, 4)))) {
      if (row >= rect.row + rect.rows) return;
      const bool command = paragraph.starts_with("  ");
      frame.Put(row, rect.column + 2, paragraph.substr(begin, end - begin), command ? kStrong : kText,
                rect.column + rect.columns);
      ++row;
    }
  }
}

}  // namespace

Frame App::Draw(Size size) {
  Frame frame(size);
  LayoutWants wants;
  wants.facts = ShowsFacts() && (scope_ == Scope::kFacts || !facts_.rows().empty());
  wants.documents = ShowsDocuments() && (scope_ == Scope::kDocuments || !documents_.hits().empty());
  if (!wants.facts && !wants.documents) wants.facts = true;
  wants.facts_first = answer_ == Answer::kFacts || scope_ == Scope::kSaved;
  wants.facets_below = facets_below_ && (counting_ || !facets_.Empty());
  wants.focus = focus_;
  layout_ = LayoutOf(size, wants);
  DrawInput(frame, layout_.input);
  const std::size_t selected = focus_ == Pane::kChips ? chip_ : kNoChip;
  chip_places_ = DrawChips(frame, layout_.chips, ChipsOf(query_), selected);
  const int top = layout_.chips.row + layout_.chips.rows;
  const Rect body{top, 0, layout_.hints.row - top, size.columns};
  if (overlay_ == Overlay::kHelp) {
    const int lines = DrawHelp(frame, body, help_top_);
    help_top_ = std::clamp(help_top_, 0, std::max(lines - body.rows, 0));
    DrawHelp(frame, body, help_top_);
  } else if (overlay_ == Overlay::kHistory) {
    DrawHistory(frame, body);
  } else if (failure_ || (facts_.rows().empty() && documents_.hits().empty())) {
    DrawEmpty(frame, body);
  } else {
    DrawResults(frame);
    DrawLower(frame);
  }
  DrawBottom(frame, layout_.hints);
  return frame;
}

void App::DrawInput(Frame& frame, const Rect& rect) {
  static constexpr std::pair<std::string_view, Scope> kScopes[] = {
      {"facts", Scope::kFacts}, {"documents", Scope::kDocuments}, {"both", Scope::kBoth}, {"saved", Scope::kSaved}};
  scope_places_.clear();
  const bool all = rect.columns >= 100;  // else the question needs the room
  int column = rect.columns - (all ? 33 : 12);
  const int end = column - 3;
  frame.Put(rect.row, 0, "› ", {Role::kStrong, false}, rect.columns);
  const auto room = static_cast<std::size_t>(std::max(end - 2, 1));
  input_columns_ = room;
  const InputLine::View view = input_.ViewOf(room);
  frame.Put(rect.row, 2, view.text, kText, end);
  if (view.hidden_bytes > 0) frame.Put(rect.row, 1, "…", kFaint, end);
  if (input_.Empty()) {
    const std::string_view hint = failure_ && failure_->no_index ? "a folder to index" : "a question";
    frame.Put(rect.row, 3, hint, kHint, end);
  }
  if (focus_ == Pane::kInput && overlay_ == Overlay::kNone) {
    frame.cursor = Position{rect.row, 2 + static_cast<int>(view.cursor)};
  }
  if (pending_) frame.Put(rect.row, end + 1, "…", kHint, rect.columns);
  for (const auto& [name, scope] : kScopes) {
    if (!all && scope != scope_) continue;
    const bool on = scope == scope_;
    const std::string text = on ? '[' + std::string(name) + ']' : ' ' + std::string(name) + ' ';
    const int width = static_cast<int>(text.size());
    scope_places_.push_back({{rect.row, column, 1, width}, scope});
    frame.Put(rect.row, column, text, on ? kStrong : kHint, rect.columns);
    column += width;
  }
}

void App::DrawHead(Frame& frame, const Rect& rect, const std::string& text, bool focused) const {
  if (rect.Empty()) return;
  const int end = rect.column + rect.columns;
  int column = rect.column;
  while (column < end) column = frame.Put(rect.row, column, "─", {Role::kBorder, false}, end);
  const Style style{focused ? Role::kStrong : Role::kFaint, false};
  frame.Put(rect.row, rect.column + 2,
            (focused ? "▸" : " ") + FitWidth(text, static_cast<std::size_t>(std::max(rect.columns - 6, 1))) + " ",
            style, end);
}

std::string App::FactsTitle() const {
  std::string title = Counted(facts_total_, facts_exact_, "fact", "facts");
  const std::optional<Order> order = order_ ? order_ : std::optional<Order>(query_.order);
  if (order->key != Order::Key::kBestFirst) {
    title += " by " + std::string(NameOf(order->key)) + (order->descending ? " ↓" : " ↑");
  }
  if (!marks_.Empty()) title += " · " + std::to_string(marks_.size()) + " marked";
  if (doubtful_left_out_ > 0) title += " · " + std::to_string(doubtful_left_out_) + " doubtful left out";
  if (cut_) title += " · without the last word";
  for (const Correction& correction : corrections_) {
    if (correction.applied) title += " · searched for \"" + correction.meant + "\"";
  }
  return title;
}

std::string App::DocumentsTitle() const {
  std::string title = Counted(documents_total_, documents_exact_, "document", "documents");
  if (!marks_.Empty() && layout_.facts_head.Empty()) title += " · " + std::to_string(marks_.size()) + " marked";
  return title;
}

std::string App::LowerTitle() const {
  if (plot_ == Plot::kHistogram) return "how the values are spread";
  if (plot_ == Plot::kCourse) return "course over the years";
  return "article";
}

void App::DrawResults(Frame& frame) {
  const std::optional<Order> order = order_ ? order_ : std::optional<Order>(query_.order);
  DrawHead(frame, layout_.facts_head, FactsTitle(), focus_ == Pane::kFacts);
  facts_.Draw(frame, layout_.facts, focus_ == Pane::kFacts, order, marks_.keys(), saved_keys_);
  DrawHead(frame, layout_.documents_head, DocumentsTitle(), focus_ == Pane::kDocuments);
  documents_.Draw(frame, layout_.documents, focus_ == Pane::kDocuments, marks_.keys(), saved_keys_);
}

void App::DrawLower(Frame& frame) {
  DrawHead(frame, layout_.facets_head, "facets", focus_ == Pane::kFacets);
  facets_.Draw(frame, layout_.facets, focus_ == Pane::kFacets);
  if (layout_.wide) {
    const int column = layout_.facets.column + layout_.facets.columns;
    for (int row = layout_.facets_head.row; row < layout_.hints.row; ++row) {
      frame.Put(row, column, "│", {Role::kBorder, false});
    }
  }
  DrawHead(frame, layout_.lower_head, LowerTitle(), focus_ == Pane::kPreview);
  const Rect& rect = layout_.preview;
  if (plot_ == Plot::kNone) return preview_.Draw(frame, rect, focus_ == Pane::kPreview);
  if (plot_ == Plot::kCourse) {
    const FactRow* row = SelectedFact();
    if (row == nullptr) return frame.PutFitted(rect.row, rect.column, "Choose a fact.", kHint, rect.columns);
    const Fact& fact = row->fact();
    const std::string what =
        MeasureWords(fact) + " (" + std::string(NameOf(fact.kind)) + (fact.unit.empty() ? "" : ", " + fact.unit) + ")";
    return DrawCourse(frame, rect, SubjectWords(fact) + ": " + what, CourseOfYears(course_rows_));
  }
  if (numbers_spread_.empty())
    return frame.PutFitted(rect.row, rect.column, "There are no numbers.", kHint, rect.columns);
  DrawHistogram(frame, rect, numbers_spread_.front());
}

void App::DrawEmpty(Frame& frame, const Rect& rect) const {
  const Rect inner{rect.row + (rect.rows > 12 ? 1 : 0), rect.column, rect.rows, rect.columns};
  if (failure_ && failure_->no_index) {
    std::vector<std::string> lines = {
        "There is no index yet at " + options_.index.string() + ".", "",
        "Make one of a folder with articles (.txt .md .html .jsonl, also .gz .zst):", "  timso index FOLDER", ""};
    lines.push_back(input_.Empty() ? "Or type the folder's name above and press Enter."
                                   : "Or press Enter to index " + input_.Text() + " now.");
    return PutProse(frame, inner, lines);
  }
  if (failure_) return PutProse(frame, inner, {failure_->sentence});
  if (scope_ == Scope::kSaved)
    return PutProse(frame, inner,
                    {saved_keys_.empty() ? "Nothing is saved yet: b in the results saves a row."
                                         : "Nothing that is saved has these words."});
  if (input_.Empty()) {
    return PutProse(frame, inner,
                    {"Ask in Vietnamese, with marks or without, or in English:", "",
                     "  huyện vượt chỉ tiêu kết nạp đảng viên năm 2023", "  tỷ lệ đảng viên nữ trên 40%",
                     "  districts over 100% quota in 2023", "  top 5 districts by members admitted 2021",
                     "  đảng viên là học sinh", "", "? shows the keys, Ctrl-R what was asked before."});
  }
  if (pending_ || !answered_) return;
  std::vector<std::string> lines = {"Nothing found.", "", "Read as: " + ReadAsSentence(query_)};
  for (const Correction& correction : corrections_) lines.push_back("Did you mean \"" + correction.meant + "\"?");
  for (const std::string& warning : warnings_) lines.push_back(warning);
  if (doubtful_left_out_ > 0)
    lines.push_back("F5 shows facts that may be misread: " + std::to_string(doubtful_left_out_) + ".");
  if (scope_ == Scope::kFacts) lines.push_back("F2 looks in the documents, F3 in both.");
  if (scope_ == Scope::kDocuments) lines.push_back("F1 looks in the facts, F3 in both.");
  if (!query_.clauses.empty()) lines.push_back("Alt-1 takes away the condition [1], and so on.");
  PutProse(frame, inner, lines);
}

void App::DrawHistory(Frame& frame, const Rect& rect) {
  const std::vector<std::string> found = history_.Matching(prompt_.Text());
  DrawHead(frame, {rect.row, rect.column, 1, rect.columns}, "earlier questions", true);
  const int end = rect.column + rect.columns;
  const auto height = static_cast<std::size_t>(std::max(rect.rows - 1, 0));
  history_view_.Fit(found.size(), height);
  if (found.empty()) frame.PutFitted(rect.row + 1, 2, "none", kHint, end);
  for (std::size_t i = 0; i < height && history_view_.top + i < found.size(); ++i) {
    const int row = rect.row + 1 + static_cast<int>(i);
    const bool selected = history_view_.top + i == history_view_.at;
    frame.PutFitted(row, rect.column, (selected ? "› " : "  ") + found[history_view_.top + i], {Role::kText, selected},
                    end);
  }
}

void App::DrawBottom(Frame& frame, const Rect& rect) {
  if (rect.Empty()) return;
  const int end = rect.column + rect.columns;
  if (overlay_ == Overlay::kHistory || overlay_ == Overlay::kExport) {
    const bool there = !overwrite_.empty() && overwrite_ == prompt_.Text();
    const std::string_view label = overlay_ == Overlay::kHistory ? "search: "
                                   : there                       ? "is there; Enter overwrites it: "
                                                                 : "write to (.csv or .json): ";
    const int column = frame.Put(rect.row, rect.column, label, kStrong, end);
    const InputLine::View view = prompt_.ViewOf(static_cast<std::size_t>(std::max(end - column, 1)));
    frame.Put(rect.row, column, view.text, kText, end);
    frame.cursor = Position{rect.row, column + static_cast<int>(view.cursor)};
    return;
  }
  if (overlay_ == Overlay::kHelp) return frame.PutFitted(rect.row, 0, "↑↓ scroll  Esc close", kHint, end);
  if (!message_.empty()) return frame.PutFitted(rect.row, 0, message_, {Role::kWarning, false}, end);
  const bool nothing = facts_.rows().empty() && documents_.hits().empty();
  if (!warnings_.empty() && !nothing && focus_ == Pane::kInput && !pending_) {
    return frame.PutFitted(rect.row, 0, "! " + warnings_.front(), {Role::kWarning, false}, end);
  }
  DrawHints(frame, rect, focus_);
}

}  // namespace timso::terminal
