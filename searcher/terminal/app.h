// The interactive screen without a terminal: keys and replies go in, pictures and wishes come out.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "searcher/terminal/chips.h"
#include "searcher/terminal/document_list.h"
#include "searcher/terminal/facet_pane.h"
#include "searcher/terminal/fact_table.h"
#include "searcher/terminal/input_line.h"
#include "searcher/terminal/keys.h"
#include "searcher/terminal/layout.h"
#include "searcher/terminal/marks.h"
#include "searcher/terminal/preview.h"
#include "searcher/terminal/requests.h"
#include "searcher/terminal/state_files.h"

namespace timso::terminal {

struct AppOptions {
  std::filesystem::path index;
  std::filesystem::path state_folder;  // empty: nothing is remembered
  std::string question;                // to begin with
  std::string folder;                  // to index when there is no index yet
};

// What the App can't do itself.
struct Effect {
  enum class Kind : unsigned char {
    kQuit,     // marks are printed
    kAbort,    // nothing is
    kSuspend,  // Ctrl-Z
    kRedraw,   // the terminal is to be drawn anew
    kCopy,     // `text` to the clipboard
    kOpen,     // `text`: a path or an address
    kIndex,    // `text`: a file or folder to make the index of
  };
  Kind kind = Kind::kQuit;
  std::string text;
};

class App {
 public:
  App(AppOptions options, std::function<void(Request)> ask);

  // Asks what was asked for first. Call once.
  void Start();
  // The keys of one burst, in order; a new question is asked once, at its end.
  void Handle(const std::vector<KeyEvent>& keys);
  void Receive(const Reply& reply);
  // After an effect: what came of it, said at the bottom.
  void Say(const std::string& message) { message_ = message; }
  // There was no index, now there is one.
  void IndexIsThere();

  Frame Draw(Size size);
  std::vector<Effect> TakeEffects() { return std::exchange(effects_, {}); }
  const Marks& marks() const { return marks_; }
  const Query& query() const { return query_; }
  std::string Question() const { return input_.Text(); }

 private:
  enum class Overlay : unsigned char { kNone, kHelp, kHistory, kExport };
  enum class Plot : unsigned char { kNone, kHistogram, kCourse };
  static constexpr std::size_t kFirstRows = 40;  // asked for at first; more when somebody scrolls there
  struct Drill {
    std::string question;
    std::optional<Order> order;
    Scope scope = Scope::kBoth;
    ListView facts;
    ListView documents;
  };

  // ---- keys (app_keys.cc)
  void HandleOne(const KeyEvent& key);
  bool HandleAnywhere(const KeyEvent& key);
  void HandleControl(char letter);
  void HandleInput(const KeyEvent& key);
  bool HandleInputMotion(const KeyEvent& key);
  void EnterInput();
  void HandleChips(const KeyEvent& key);
  void HandlePane(const KeyEvent& key);
  bool HandleMotion(const KeyEvent& key);
  void HandleLetter(char letter);
  void EnterPane();
  void NextPane(int direction);
  std::vector<Pane> Panes() const;
  void Focus(Pane pane);

  // ---- keys in what lies over the panes (app_overlays.cc)
  bool HandleOverlay(const KeyEvent& key);
  void HandleHelp(const KeyEvent& key);
  void HandleHistory(const KeyEvent& key);
  void HandleExport(const KeyEvent& key);
  void Export();

  // ---- the mouse (app_mouse.cc)
  void HandleMouse(const KeyEvent& key);
  void Press(int row, int column);

  // ---- what keys do (app_actions.cc)
  void SetScope(Scope scope);
  void SetQuestion(const std::string& question);
  void RemoveChip(std::size_t chip);
  void RecallHistory(int direction);
  void DrillIn();
  void GoBack();
  void SortBy(Order::Key key);
  void SortByNext();
  void ReverseOrder();
  void Mark();
  void Save();
  void Open();
  void Copy();
  void StartExport();
  void CyclePlot();
  void ToggleDoubtful();
  void CycleSource(int direction);
  void MoveResults(long by);
  void MoveResultsToEnd(bool first);
  long PageOf(Pane pane) const;

  // ---- questions and replies (app.cc)
  std::uint64_t AskFor(Ask ask);
  void AskSearch(bool unfinished);
  void AskMore();
  void Reload();
  void Receive(const SearchReply& reply);
  void ReceiveFacets(const Results& results);
  void Receive(const TextReply& reply);
  void Receive(const FailureReply& reply);
  void TakeAnswer(const Results& results);
  void ShowSaved();
  void SelectionChanged();
  void ShowText();
  void AskCourse();
  SearchRequest CurrentSearch(bool unfinished) const;
  Pane ResultsPane() const;
  const FactRow* SelectedFact() const;
  const DocumentHit* SelectedDocument() const;

  // ---- drawing (app_draw.cc)
  void DrawInput(Frame& frame, const Rect& rect);
  void DrawHead(Frame& frame, const Rect& rect, const std::string& text, bool focused) const;
  void DrawResults(Frame& frame);
  void DrawLower(Frame& frame);
  void DrawEmpty(Frame& frame, const Rect& rect) const;
  void DrawHistory(Frame& frame, const Rect& rect);
  void DrawBottom(Frame& frame, const Rect& rect);
  std::string FactsTitle() const;
  std::string DocumentsTitle() const;
  std::string LowerTitle() const;
  bool ShowsFacts() const;
  bool ShowsDocuments() const;

  AppOptions options_;
  std::function<void(Request)> ask_;
  std::vector<Effect> effects_;
  History history_;
  Saved saved_;
  std::set<std::string> saved_keys_;
  Marks marks_;

  InputLine input_;
  Pane focus_ = Pane::kInput;
  Pane last_results_ = Pane::kFacts;  // the list that had the focus last
  Scope scope_ = Scope::kBoth;
  Overlay overlay_ = Overlay::kNone;
  Plot plot_ = Plot::kNone;
  bool facets_below_ = false;
  std::size_t chip_ = 0;
  std::vector<Drill> drills_;
  std::optional<Order> order_;
  bool doubtful_ = false;  // doubtful facts are shown, too
  std::size_t limit_ = kFirstRows;
  std::string message_;
  InputLine prompt_;  // of an overlay
  ListView history_view_;
  std::size_t history_at_ = 0;  // Ctrl-P: how many questions back
  std::string history_typed_;   // what was typed before Ctrl-P
  std::string overwrite_;       // a file that is there, and was named once
  int help_top_ = 0;

  std::uint64_t numbers_ = 0;
  std::uint64_t search_ = 0;  // the newest search
  std::uint64_t text_ = 0;
  std::uint64_t course_ = 0;
  std::uint64_t removal_ = 0;
  bool pending_ = false;   // the newest search has no answer yet
  bool answered_ = false;  // some search has
  bool counting_ = false;  // the facets of the newest search are still to come
  std::string asked_;      // the question of the newest search
  bool asked_unfinished_ = false;
  bool again_ = false;  // the newest search repeats the one before: the selection stays
  Query query_;         // how the answered question was read
  Answer answer_ = Answer::kFacts;
  bool cut_ = false;
  bool told_notice_ = false;  // what is to be said about the index is said once
  std::size_t facts_total_ = 0;
  std::size_t documents_total_ = 0;
  bool facts_exact_ = true;
  std::size_t doubtful_left_out_ = 0;
  bool documents_exact_ = true;
  std::vector<Correction> corrections_;
  std::vector<std::string> warnings_;
  std::optional<FailureReply> failure_;

  FactTable facts_;
  DocumentList documents_;
  FacetPane facets_;
  std::vector<NumericFacet> numbers_spread_;
  Preview preview_;
  std::string previewed_;   // the key of what the preview shows
  std::size_t source_ = 0;  // of the selected fact
  std::map<std::string, TextReply> texts_;
  std::vector<FactRow> course_rows_;
  std::string course_key_;

  Layout layout_;
  std::size_t input_columns_ = 1;
  std::vector<Rect> chip_places_;
  std::vector<std::pair<Rect, Scope>> scope_places_;
};

}  // namespace timso::terminal
