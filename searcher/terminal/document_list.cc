#include "searcher/terminal/document_list.h"

#include <algorithm>

#include "searcher/sinks/fact_words.h"
#include "searcher/sinks/width.h"
#include "searcher/terminal/fact_table.h"

namespace timso::terminal {
namespace {

using fact_words::SnippetWord;

bool IsMarked(const SnippetWord& word) { return word.mark_end > word.mark_begin; }
int WidthOf(const SnippetWord& word) { return static_cast<int>(DisplayWidth(word.text)); }

// The word to begin with, so that the first highlight stands in the left half.
std::size_t FirstShown(const std::vector<SnippetWord>& words, int columns) {
  std::size_t first = 0;
  int before = 0;
  if (std::none_of(words.begin(), words.end(), IsMarked)) return 0;
  for (std::size_t i = 0; i < words.size() && !IsMarked(words[i]); ++i) {
    before += WidthOf(words[i]) + 1;
    while (before > columns / 2 && first < i) before -= WidthOf(words[first++]) + 1;
  }
  return first;
}

int DrawWord(Frame& frame, int row, int column, int end, const SnippetWord& word) {
  constexpr Style kPlain{Role::kText, false};
  const std::string_view text(word.text);
  column = frame.Put(row, column, text.substr(0, word.mark_begin), kPlain, end);
  column =
      frame.Put(row, column, text.substr(word.mark_begin, word.mark_end - word.mark_begin), {Role::kMark, false}, end);
  return frame.Put(row, column, text.substr(word.mark_end), kPlain, end);
}

// The snippet in one line.
void DrawSnippet(Frame& frame, int row, int column, int end, const Snippet& snippet) {
  const std::vector<SnippetWord> words = fact_words::WordsOf(snippet);
  const std::size_t first = FirstShown(words, end - column);
  if (first > 0) column = frame.Put(row, column, "…", {Role::kFaint, false}, end);
  for (std::size_t i = first; i < words.size(); ++i) {
    if (i > first) column = frame.Put(row, column, " ", {Role::kText, false}, end);
    const int after = i + 1 < words.size() ? 2 : 0;  // blank and …
    if (column + WidthOf(words[i]) + after > end) {
      frame.Put(row, column, "…", {Role::kFaint, false}, end);
      return;
    }
    column = DrawWord(frame, row, column, end, words[i]);
  }
}

}  // namespace

void DocumentList::Set(std::vector<DocumentHit> hits, bool keep) {
  hits_ = std::move(hits);
  if (!keep) view.Reset();
  view.Fit(hits_.size(), shown_);
}

void DocumentList::Draw(Frame& frame, const Rect& rect, bool focused, const std::set<std::string>& marked,
                        const std::set<std::string>& saved) {
  drawn_ = rect;
  shown_ = static_cast<std::size_t>(std::max((rect.rows + kLines - 1) / kLines, 0));
  const auto whole = static_cast<std::size_t>(std::max(rect.rows / kLines, 1));
  view.Fit(hits_.size(), whole);
  if (rect.Empty()) return;
  const int end = rect.column + rect.columns;
  for (std::size_t i = 0; i < shown_ && view.top + i < hits_.size(); ++i) {
    const DocumentHit& hit = hits_[view.top + i];
    const int row = rect.row + static_cast<int>(i) * kLines;
    const std::string key = KeyOf(hit);
    DrawMark(frame, row, rect.column + 1, marked.count(key) > 0, saved.count(key) > 0);
    const std::string title = OneLine(hit.document.title.empty() ? hit.document.id : hit.document.title);
    const std::string& date = hit.document.date;
    const int title_end = date.empty() || rect.columns < 40 ? end : end - 12;
    frame.PutFitted(row, rect.column + 2, title, {Role::kStrong, false}, title_end);
    if (title_end < end) frame.Put(row, end - 10, date, {Role::kFaint, false}, end);
    const bool selected = view.top + i == view.at;
    if (selected) frame.Put(row, rect.column, "›", {Role::kHint, false}, end);
    if (selected && focused) frame.Select({row, rect.column, 1, rect.columns});
    if (row + 1 < rect.row + rect.rows) DrawSnippet(frame, row + 1, rect.column + 4, end, hit.snippet);
  }
}

std::optional<std::size_t> DocumentList::RowAt(int row) const {
  if (row < drawn_.row || row >= drawn_.row + drawn_.rows) return std::nullopt;
  const std::size_t at = view.top + static_cast<std::size_t>((row - drawn_.row) / kLines);
  return at < hits_.size() ? std::optional(at) : std::nullopt;
}

}  // namespace timso::terminal
