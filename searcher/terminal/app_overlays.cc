// What keys mean in what lies over the panes: help, earlier questions, the name of a file to export to.
#include <algorithm>
#include <filesystem>
#include <vector>

#include "searcher/terminal/app.h"

namespace timso::terminal {

bool App::HandleOverlay(const KeyEvent& key) {
  if (overlay_ == Overlay::kNone) return false;
  const bool leaves = key.key == Key::kControl && (key.letter == 'c' || key.letter == 'g' || key.letter == 'q');
  if (key.key == Key::kEscape || leaves) {
    overlay_ = Overlay::kNone;
    return true;
  }
  if (key.key == Key::kControl && (key.letter == 'z' || key.letter == 'l')) return false;
  if (overlay_ == Overlay::kHistory) HandleHistory(key);
  if (overlay_ == Overlay::kExport) HandleExport(key);
  if (overlay_ == Overlay::kHelp) HandleHelp(key);
  return true;
}

void App::HandleHelp(const KeyEvent& key) {
  const int page = std::max(layout_.hints.row - 3, 1);
  if (key.key == Key::kUp) help_top_ -= 1;
  if (key.key == Key::kDown) help_top_ += 1;
  if (key.key == Key::kPageUp) help_top_ -= page;
  if (key.key == Key::kPageDown || LetterOf(key) == ' ') help_top_ += page;
  if (key.key == Key::kHome) help_top_ = 0;
  if (key.key == Key::kEnter || LetterOf(key) == 'q' || LetterOf(key) == '?') overlay_ = Overlay::kNone;
}

void App::HandleHistory(const KeyEvent& key) {
  const std::vector<std::string> found = history_.Matching(prompt_.Text());
  switch (key.key) {
    case Key::kEnter:
      overlay_ = Overlay::kNone;
      Focus(Pane::kInput);
      if (history_view_.at < found.size()) SetQuestion(found[history_view_.at]);
      return;
    case Key::kUp:
      return history_view_.Move(-1, found.size());
    case Key::kDown:
      return history_view_.Move(1, found.size());
    case Key::kControl:
      if (key.letter == 'r' || key.letter == 'n') history_view_.Move(1, found.size());
      if (key.letter == 'p') history_view_.Move(-1, found.size());
      if (key.letter == 'u') prompt_.Set("");
      return;
    case Key::kBackspace:
      prompt_.Backspace();
      return;
    case Key::kText:
      prompt_.Type(key.text);
      history_view_.Reset();
      return;
    case Key::kPaste:
      prompt_.Paste(key.text);
      history_view_.Reset();
      return;
    default:
      return;
  }
}

void App::HandleExport(const KeyEvent& key) {
  switch (key.key) {
    case Key::kEnter:
      return Export();
    case Key::kBackspace:
      prompt_.Backspace();
      return;
    case Key::kControl:
      if (key.letter == 'u') prompt_.Set("");
      return;
    case Key::kText:
      prompt_.Type(key.text);
      return;
    case Key::kPaste:
      prompt_.Paste(key.text);
      return;
    default:
      return;
  }
}

void App::Export() {
  overlay_ = Overlay::kNone;
  if (prompt_.Empty()) return;
  if (scope_ == Scope::kSaved) {
    message_ = "What is saved can be marked and printed; see ?.";
    return;
  }
  std::error_code error;
  if (std::filesystem::exists(prompt_.Text(), error) && overwrite_ != prompt_.Text()) {
    overlay_ = Overlay::kExport;
    overwrite_ = prompt_.Text();
    return;
  }
  AskFor(ExportRequest{CurrentSearch(false), prompt_.Text()});
  message_ = "Writing " + prompt_.Text() + " …";
}

}  // namespace timso::terminal
