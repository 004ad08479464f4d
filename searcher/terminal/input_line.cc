#include "searcher/terminal/input_line.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "analyzers/text/normalizer.h"
#include "analyzers/text/utf8.h"
#include "searcher/sinks/width.h"

namespace timso::terminal {
namespace {

constexpr std::size_t kLongest = 4096;  // clusters

bool IsControl(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

// Marks, joiners, variation selectors: what is no character of its own.
bool Extends(char32_t c) {
  if (c < 0x300) return false;
  const int category = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
  return category == U_GCB_EXTEND || category == U_GCB_ZWJ || category == U_GCB_SPACING_MARK;
}

// Parts of one letter that are no marks: Hangul.
bool ComposesWith(char32_t before, char32_t c) {
  if (before < 0x1100 || c < 0x1100) return false;
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&error);
  return U_SUCCESS(error) && unorm2_composePair(nfc, static_cast<UChar32>(before), static_cast<UChar32>(c)) >= 0;
}

}  // namespace

void InputLine::Compose(Cluster& cluster) {
  std::string typed;
  for (const char32_t c : cluster.typed) AppendCodePoint(typed, c);
  cluster.text = Normalize(typed).text;
  for (char& c : cluster.text) {
    if (c == '\n') c = ' ';
  }
  cluster.width = DisplayWidth(cluster.text);
}

void InputLine::TypeCodePoint(char32_t c) {
  if (IsControl(c)) c = U' ';
  const bool joins = cursor_ > 0 && (Extends(c) || ComposesWith(clusters_[cursor_ - 1].typed.back(), c)) &&
                     clusters_[cursor_ - 1].typed.size() < 16;
  if (joins) {
    clusters_[cursor_ - 1].typed += c;
    Compose(clusters_[cursor_ - 1]);
    return;
  }
  if (clusters_.size() >= kLongest) return;
  Cluster cluster;
  cluster.typed = c;
  Compose(cluster);
  clusters_.insert(clusters_.begin() + static_cast<std::ptrdiff_t>(cursor_), std::move(cluster));
  ++cursor_;
}

void InputLine::Type(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) TypeCodePoint(DecodeCodePoint(text, at));
}

void InputLine::Paste(std::string_view text) {
  bool blank = false;
  const std::string composed = Normalize(text).text;
  for (std::size_t at = 0; at < composed.size();) {
    const char32_t c = DecodeCodePoint(composed, at);
    // Line ends and tabs of what was copied are one space.
    const bool control = IsControl(c);
    if (!(control && blank)) TypeCodePoint(c);
    blank = control;
  }
}

void InputLine::Set(std::string_view text) {
  clusters_.clear();
  cursor_ = 0;
  Paste(text);
}

void InputLine::Backspace() {
  if (cursor_ == 0) return;
  Cluster& cluster = clusters_[cursor_ - 1];
  cluster.typed.pop_back();
  if (!cluster.typed.empty()) return Compose(cluster);
  clusters_.erase(clusters_.begin() + static_cast<std::ptrdiff_t>(cursor_ - 1));
  --cursor_;
}

void InputLine::Delete() {
  if (AtEnd()) return;
  clusters_.erase(clusters_.begin() + static_cast<std::ptrdiff_t>(cursor_));
}

bool InputLine::IsBlank(std::size_t cluster) const { return clusters_[cluster].text == " "; }

void InputLine::DeleteWord() {
  const std::size_t end = cursor_;
  WordLeft();
  clusters_.erase(clusters_.begin() + static_cast<std::ptrdiff_t>(cursor_),
                  clusters_.begin() + static_cast<std::ptrdiff_t>(end));
}

void InputLine::DeleteToStart() {
  clusters_.erase(clusters_.begin(), clusters_.begin() + static_cast<std::ptrdiff_t>(cursor_));
  cursor_ = 0;
}

void InputLine::DeleteToEnd() { clusters_.resize(cursor_); }

void InputLine::Left() {
  if (cursor_ > 0) --cursor_;
  while (cursor_ > 0 && clusters_[cursor_].width == 0) --cursor_;
}

void InputLine::Right() {
  if (!AtEnd()) ++cursor_;
  while (!AtEnd() && clusters_[cursor_].width == 0) ++cursor_;
}

void InputLine::WordLeft() {
  while (cursor_ > 0 && IsBlank(cursor_ - 1)) --cursor_;
  while (cursor_ > 0 && !IsBlank(cursor_ - 1)) --cursor_;
}

void InputLine::WordRight() {
  while (!AtEnd() && IsBlank(cursor_)) ++cursor_;
  while (!AtEnd() && !IsBlank(cursor_)) ++cursor_;
}

std::string InputLine::Text() const {
  std::string text;
  for (const Cluster& cluster : clusters_) text += cluster.text;
  return text;
}

std::string InputLine::BeforeCursor() const {
  std::string text;
  for (std::size_t i = 0; i < cursor_; ++i) text += clusters_[i].text;
  return text;
}

std::size_t InputLine::FirstShown(std::size_t columns) const {
  // The cursor needs a column of its own.
  std::size_t used = 1;
  std::size_t first = cursor_;
  while (first > 0 && used + clusters_[first - 1].width <= columns) used += clusters_[--first].width;
  return first;
}

InputLine::View InputLine::ViewOf(std::size_t columns) const {
  View view;
  const std::size_t first = FirstShown(columns);
  for (std::size_t i = 0; i < first; ++i) view.hidden_bytes += clusters_[i].text.size();
  std::size_t used = 0;
  for (std::size_t i = first; i < clusters_.size(); ++i) {
    if (i == cursor_) view.cursor = used;
    if (used + clusters_[i].width > columns) break;
    used += clusters_[i].width;
    view.text += clusters_[i].text;
  }
  if (AtEnd()) view.cursor = used;
  return view;
}

void InputLine::MoveToColumn(std::size_t column, std::size_t columns) {
  std::size_t used = 0;
  for (std::size_t i = FirstShown(columns); i < clusters_.size(); ++i) {
    used += clusters_[i].width;
    if (used > column) {
      cursor_ = i;
      return;
    }
  }
  End();
}

}  // namespace timso::terminal
