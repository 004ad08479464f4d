// What each key means in each pane of the interactive screen.
#include <algorithm>

#include "searcher/terminal/app.h"

namespace timso::terminal {
namespace {

bool IsResults(Pane pane) { return pane == Pane::kFacts || pane == Pane::kDocuments; }

}  // namespace

void App::Handle(const std::vector<KeyEvent>& keys) {
  if (keys.empty()) return;
  message_.clear();
  const std::string before = input_.Text();
  const std::uint64_t search = search_;
  for (const KeyEvent& key : keys) HandleOne(key);
  // A question that is asked already, by a key that did so, is asked once.
  const std::string now = input_.Text();
  if (now == before || (search_ != search && now == asked_)) return;
  if (failure_ && failure_->no_index) return;  // a folder's name is typed
  again_ = false;
  limit_ = std::min(limit_, kFirstRows);
  const bool in_word = input_.AtEnd() && !now.empty() && now.back() != ' ';
  AskSearch(in_word);
}

void App::HandleOne(const KeyEvent& key) {
  if (key.key == Key::kPress || key.key == Key::kWheelUp || key.key == Key::kWheelDown) return HandleMouse(key);
  if (HandleOverlay(key) || HandleAnywhere(key)) return;
  if (focus_ == Pane::kInput) return HandleInput(key);
  if (focus_ == Pane::kChips) return HandleChips(key);
  HandlePane(key);
}

bool App::HandleAnywhere(const KeyEvent& key) {
  switch (key.key) {
    case Key::kControl:
      HandleControl(key.letter);
      return true;
    case Key::kTab:
      NextPane(1);
      return true;
    case Key::kBackTab:
      NextPane(-1);
      return true;
    case Key::kFunction:
      if (key.number <= 4) SetScope(static_cast<Scope>(key.number - 1));
      if (key.number == 5) ToggleDoubtful();
      return true;
    case Key::kAlt:
      if (key.text.size() == 1 && key.text[0] >= '1' && key.text[0] <= '9') {
        RemoveChip(static_cast<std::size_t>(key.text[0] - '1'));
      }
      if (key.text == "b") input_.WordLeft();
      if (key.text == "f") input_.WordRight();
      return true;
    case Key::kPaste:
      Focus(Pane::kInput);
      input_.Paste(key.text);
      return true;
    case Key::kUnknown:
      return true;
    default:
      return false;
  }
}

void App::HandleControl(char letter) {
  switch (letter) {
    case 'c':
      effects_.push_back({Effect::Kind::kAbort, ""});
      return;
    case 'q':
      history_.Add(input_.Text());
      effects_.push_back({Effect::Kind::kQuit, ""});
      return;
    case 'd':
      if (focus_ != Pane::kInput || input_.Empty()) effects_.push_back({Effect::Kind::kQuit, ""});
      if (focus_ == Pane::kInput) input_.Delete();
      return;
    case 'z':
      effects_.push_back({Effect::Kind::kSuspend, ""});
      return;
    case 'l':
      effects_.push_back({Effect::Kind::kRedraw, ""});
      return;
    case 'r':
      overlay_ = Overlay::kHistory;
      prompt_.Set("");
      history_view_.Reset();
      return;
    case 'p':
      return RecallHistory(1);
    case 'n':
      return RecallHistory(-1);
    default:
      break;
  }
  if (focus_ != Pane::kInput) return;
  if (letter == 'a') input_.Home();
  if (letter == 'e') input_.End();
  if (letter == 'b') input_.Left();
  if (letter == 'f') input_.Right();
  if (letter == 'u') input_.DeleteToStart();
  if (letter == 'k') input_.DeleteToEnd();
  if (letter == 'w') input_.DeleteWord();
}

void App::HandleInput(const KeyEvent& key) {
  if (HandleInputMotion(key)) return;
  switch (key.key) {
    case Key::kText:
      // Nothing begins with it.
      if (key.text == "?" && input_.Empty()) {
        overlay_ = Overlay::kHelp;
        return;
      }
      history_at_ = 0;
      order_.reset();
      input_.Type(key.text);
      return;
    case Key::kBackspace:
      history_at_ = 0;
      key.control ? input_.DeleteWord() : input_.Backspace();
      return;
    case Key::kDelete:
      return input_.Delete();
    case Key::kEnter:
      return EnterInput();
    default:
      return;
  }
}

// Left and right in the question, up and down in the results under it.
bool App::HandleInputMotion(const KeyEvent& key) {
  switch (key.key) {
    case Key::kLeft:
      key.control ? input_.WordLeft() : input_.Left();
      return true;
    case Key::kRight:
      key.control ? input_.WordRight() : input_.Right();
      return true;
    case Key::kHome:
      input_.Home();
      return true;
    case Key::kEnd:
      input_.End();
      return true;
    case Key::kUp:
    case Key::kDown:
      MoveResults(key.key == Key::kUp ? -1 : 1);
      return true;
    case Key::kPageUp:
    case Key::kPageDown:
      MoveResults(key.key == Key::kPageUp ? -PageOf(last_results_) : PageOf(last_results_));
      return true;
    default:
      return false;
  }
}

void App::EnterInput() {
  if (failure_ && failure_->no_index) {
    if (!input_.Empty()) effects_.push_back({Effect::Kind::kIndex, input_.Text()});
    return;
  }
  history_.Add(input_.Text());
  // What was being typed is whole now.
  if (asked_unfinished_) {
    again_ = true;
    AskSearch(false);
  }
  Focus(ResultsPane());
}

void App::HandleChips(const KeyEvent& key) {
  const std::size_t count = query_.clauses.size();
  if (key.key == Key::kLeft && chip_ > 0) --chip_;
  if (key.key == Key::kRight && chip_ + 1 < count) ++chip_;
  if (key.key == Key::kHome) chip_ = 0;
  if (key.key == Key::kEnd && count > 0) chip_ = count - 1;
  if (key.key == Key::kDelete || key.key == Key::kBackspace || LetterOf(key) == 'x') return RemoveChip(chip_);
  if (key.key == Key::kEscape || key.key == Key::kUp || LetterOf(key) == '/') return Focus(Pane::kInput);
  if (key.key == Key::kDown || key.key == Key::kEnter) return Focus(ResultsPane());
  if (LetterOf(key) == '?') overlay_ = Overlay::kHelp;
  if (LetterOf(key) == 'q') HandleControl('q');
}

void App::HandlePane(const KeyEvent& key) {
  if (HandleMotion(key)) return;
  if (key.key == Key::kEscape) {
    if (focus_ == Pane::kPreview || focus_ == Pane::kFacets) return Focus(last_results_);
    return Focus(Pane::kInput);
  }
  if (key.key == Key::kEnter) return EnterPane();
  if (key.key == Key::kBackspace) {
    if (focus_ == Pane::kPreview) return Focus(last_results_);
    return GoBack();
  }
  if (const char letter = LetterOf(key)) HandleLetter(letter);
}

bool App::HandleMotion(const KeyEvent& key) {
  long by = 0;
  bool to_end = false;
  if (key.key == Key::kUp || LetterOf(key) == 'k') by = -1;
  if (key.key == Key::kDown || LetterOf(key) == 'j') by = 1;
  if (key.key == Key::kPageUp) by = -PageOf(focus_);
  if (key.key == Key::kPageDown) by = PageOf(focus_);
  if (key.key == Key::kHome || key.key == Key::kEnd || LetterOf(key) == 'g' || LetterOf(key) == 'G') to_end = true;
  const bool first = key.key == Key::kHome || LetterOf(key) == 'g';
  if (by == 0 && !to_end) return false;
  if (focus_ == Pane::kPreview) {
    to_end ? preview_.ScrollToEnd(first) : preview_.Scroll(by);
  } else if (focus_ == Pane::kFacets) {
    to_end ? facets_.MoveToEnd(first) : facets_.Move(by);
  } else {
    to_end ? MoveResultsToEnd(first) : MoveResults(by);
  }
  return true;
}

void App::HandleLetter(char letter) {
  switch (letter) {
    case '/':
      return Focus(Pane::kInput);
    case '?':
      overlay_ = Overlay::kHelp;
      return;
    case 'q':
      return HandleControl('q');
    case 'f':
      return Focus(focus_ == Pane::kFacets ? last_results_ : Pane::kFacets);
    case 'p':
      return CyclePlot();
    case '[':
      return CycleSource(-1);
    case ']':
      return CycleSource(1);
    case 'o':
      return Open();
    case 'y':
      return Copy();
    case 'e':
      return StartExport();
    case 'b':
      return Save();
    case ' ':
      if (IsResults(focus_)) return Mark();
      return;
    case 's':
      return SortByNext();
    case 'r':
      return ReverseOrder();
    case '0':
      order_.reset();
      return AskSearch(false);
    default:
      if (letter >= '1' && letter < '1' + static_cast<int>(kFactColumns)) {
        SortBy(kFactColumnList[static_cast<std::size_t>(letter - '1')].key);
      }
  }
}

void App::EnterPane() {
  if (focus_ == Pane::kFacets) return DrillIn();
  if (IsResults(focus_)) {
    plot_ = Plot::kNone;
    facets_below_ = false;
    Focus(Pane::kPreview);
  }
}

// The panes that Tab goes through.
std::vector<Pane> App::Panes() const {
  std::vector<Pane> panes = {Pane::kInput};
  if (!query_.clauses.empty()) panes.push_back(Pane::kChips);
  const bool facts = ShowsFacts() && !facts_.rows().empty();
  const bool documents = ShowsDocuments() && !documents_.hits().empty();
  const bool facts_first = answer_ == Answer::kFacts || scope_ == Scope::kSaved;
  if (facts && facts_first) panes.push_back(Pane::kFacts);
  if (documents) panes.push_back(Pane::kDocuments);
  if (facts && !facts_first) panes.push_back(Pane::kFacts);
  if (facts || documents) panes.push_back(Pane::kPreview);
  if (!facets_.Empty()) panes.push_back(Pane::kFacets);
  return panes;
}

void App::NextPane(int direction) {
  const std::vector<Pane> panes = Panes();
  const auto at = std::find(panes.begin(), panes.end(), focus_);
  const std::size_t count = panes.size();
  const std::size_t here = at == panes.end() ? 0 : static_cast<std::size_t>(at - panes.begin());
  Focus(panes[(here + (direction > 0 ? 1 : count - 1)) % count]);
}

void App::Focus(Pane pane) {
  if (pane == Pane::kFacets && facets_.Empty() && !counting_) {
    message_ = "There is nothing to count.";
    return;
  }
  if (pane == Pane::kFacets) facets_below_ = true;
  if (pane == Pane::kPreview) facets_below_ = false;
  focus_ = pane;
  if (IsResults(pane)) SelectionChanged();
}

}  // namespace timso::terminal
