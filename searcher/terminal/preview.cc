#include "searcher/terminal/preview.h"

#include <algorithm>
#include <utility>

#include "analyzers/text/utf8.h"
#include "searcher/sinks/width.h"

namespace timso::terminal {

std::vector<std::pair<std::size_t, std::size_t>> WrapText(const std::string& text, std::size_t columns) {
  std::vector<std::pair<std::size_t, std::size_t>> lines;
  columns = std::max<std::size_t>(columns, 2);
  std::size_t begin = 0;
  std::size_t blank = std::string::npos;  // the last one of the line
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = DecodeCodePoint(text, at);
    if (c == U'\n') {
      lines.emplace_back(begin, here);
      begin = at, used = 0, blank = std::string::npos;
      continue;
    }
    const std::size_t width = c == U'\t' ? 1 : CharacterWidth(c);
    if (c == U' ' || c == U'\t') blank = here;
    if (used + width > columns && c != U' ') {
      const bool at_blank = blank != std::string::npos && blank > begin;
      lines.emplace_back(begin, at_blank ? blank : here);
      begin = at_blank ? blank + 1 : here;
      blank = std::string::npos;
      used = DisplayWidth(std::string_view(text).substr(begin, here - begin));
    }
    used += width;
  }
  if (begin < text.size()) lines.emplace_back(begin, text.size());
  return lines;
}

void Preview::Set(std::string title, std::string where, std::string text, std::vector<Highlight> marks,
                  std::size_t at) {
  title_ = std::move(title);
  where_ = std::move(where);
  text_ = std::move(text);
  marks_ = std::move(marks);
  at_ = at;
  begin_ = 0;
  if (!title_.empty() && text_.starts_with(title_) && at_ >= title_.size()) {
    begin_ = title_.size();
    while (begin_ < text_.size() && text_[begin_] == '\n') ++begin_;
  }
  wrapped_ = 0;
  top_ = 0;
  scroll_to_mark_ = true;
}

void Preview::Say(std::string sentence) { Set("", "", std::move(sentence), {}, 0); }

void Preview::Wrap(std::size_t columns) {
  if (wrapped_ == columns) return;
  lines_.clear();
  for (const auto& [begin, end] : WrapText(text_.substr(begin_), columns)) {
    lines_.push_back({begin_ + begin, begin_ + end});
  }
  wrapped_ = columns;
  scroll_to_mark_ = true;
}

void Preview::Scroll(long lines) {
  const long most = std::max(0L, static_cast<long>(lines_.size()) - static_cast<long>(shown_));
  top_ = static_cast<std::size_t>(std::clamp(static_cast<long>(top_) + lines, 0L, most));
}

void Preview::ScrollToEnd(bool first) {
  top_ = 0;
  if (!first) Scroll(static_cast<long>(lines_.size()));
}

void Preview::Draw(Frame& frame, const Rect& rect, bool focused) {
  if (rect.Empty()) return;
  const int end = rect.column + rect.columns;
  Rect body = rect;
  if (!title_.empty()) {
    frame.PutFitted(body.row, body.column, title_, {Role::kStrong, focused}, end);
    ++body.row, --body.rows;
  }
  if (!where_.empty() && body.rows > 3) {
    frame.PutFitted(body.row, body.column, where_, {Role::kFaint, false}, end);
    ++body.row, --body.rows;
  }
  Wrap(static_cast<std::size_t>(std::max(body.columns, 2)));
  shown_ = static_cast<std::size_t>(std::max(body.rows, 0));
  if (scroll_to_mark_) {
    scroll_to_mark_ = false;
    std::size_t line = 0;
    while (line + 1 < lines_.size() && lines_[line + 1].begin <= at_) ++line;
    top_ = line > shown_ / 3 ? line - shown_ / 3 : 0;
  }
  Scroll(0);
  for (std::size_t i = 0; i < shown_ && top_ + i < lines_.size(); ++i) {
    DrawLine(frame, body.row + static_cast<int>(i), body, lines_[top_ + i]);
  }
}

void Preview::DrawLine(Frame& frame, int row, const Rect& rect, const Line& line) const {
  const int end = rect.column + rect.columns;
  int column = rect.column;
  std::size_t at = line.begin;
  const std::string_view text(text_);
  auto mark = std::lower_bound(marks_.begin(), marks_.end(), line.begin,
                               [](const Highlight& highlight, std::size_t byte) { return highlight.end <= byte; });
  while (at < line.end) {
    const bool marked = mark != marks_.end() && mark->begin <= at;
    std::size_t until = line.end;
    if (mark != marks_.end()) until = std::min(until, marked ? mark->end : mark->begin);
    if (until <= at) {
      ++mark;
      continue;
    }
    column = frame.Put(row, column, text.substr(at, until - at), {marked ? Role::kMark : Role::kText, false}, end);
    if (marked && until == mark->end) ++mark;
    at = until;
  }
}

}  // namespace timso::terminal
