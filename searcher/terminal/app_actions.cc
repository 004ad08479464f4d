// What the keys of the interactive screen do.
#include <algorithm>
#include <filesystem>

#include "searcher/query/render.h"
#include "searcher/sinks/fact_words.h"
#include "searcher/sinks/width.h"
#include "searcher/terminal/app.h"

namespace timso::terminal {
namespace {

// timso.csv, timso-2.csv …: the first that is not there yet.
std::string FreshName() {
  std::error_code error;
  for (int i = 1; i < 1000; ++i) {
    const std::string name = i == 1 ? "timso.csv" : "timso-" + std::to_string(i) + ".csv";
    if (!std::filesystem::exists(name, error)) return name;
  }
  return "timso.csv";
}

std::string TextOf(const FactRow& row) {
  const Fact& fact = row.fact();
  return SubjectWords(fact) + '\t' + MeasureWords(fact) + '\t' + ValueWords(fact) + '\t' + PeriodWords(fact) + '\t' +
         (row.document().path.empty() ? row.document().id : row.document().path);
}

std::string TextOf(const DocumentHit& hit) {
  return OneLine(hit.document.title) + '\t' + hit.document.date + '\t' +
         (hit.document.path.empty() ? hit.document.id : hit.document.path);
}

}  // namespace

void App::SetScope(Scope scope) {
  if (scope == scope_) return;
  scope_ = scope;
  previewed_.clear();
  limit_ = kFirstRows;
  if (focus_ == Pane::kFacts || focus_ == Pane::kDocuments) focus_ = ResultsPane();
  AskSearch(false);
}

void App::SetQuestion(const std::string& question) {
  input_.Set(question);
  limit_ = kFirstRows;
  again_ = false;
  AskSearch(false);
}

void App::RemoveChip(std::size_t chip) {
  // What is typed since then has other conditions.
  if (chip >= query_.clauses.size() || (pending_ && query_.text != input_.Text())) return;
  removal_ = AskFor(RemoveRequest{query_, chip});
}

void App::RecallHistory(int direction) {
  const std::vector<std::string>& all = history_.questions();
  if (history_at_ == 0) history_typed_ = input_.Text();
  if (direction > 0 && history_at_ == all.size()) return;
  if (direction < 0 && history_at_ == 0) return;
  history_at_ += direction > 0 ? 1 : static_cast<std::size_t>(-1);
  const std::size_t at = history_at_;
  SetQuestion(at == 0 ? history_typed_ : all[all.size() - at]);
}

void App::DrillIn() {
  const auto fields = facets_.Enter();
  if (fields.empty()) return;
  drills_.push_back({input_.Text(), order_, scope_, facts_.view, documents_.view});
  std::string question = input_.Text();
  for (const auto& [field, value] : fields) question = WithField(question, field, value);
  history_.Add(question);
  // Documents were counted, so they are what remains: a condition on facts alone would turn to the facts.
  if (facets_.answer() == Answer::kDocuments) scope_ = Scope::kDocuments;
  SetQuestion(question);
}

void App::GoBack() {
  if (drills_.empty()) {
    message_ = "Nothing to go back to.";
    return;
  }
  const Drill drill = drills_.back();
  drills_.pop_back();
  order_ = drill.order;
  scope_ = drill.scope;
  SetQuestion(drill.question);
  facts_.view = drill.facts;
  documents_.view = drill.documents;
  again_ = true;
}

void App::SortBy(Order::Key key) {
  const bool text = key == Order::Key::kSubject || key == Order::Key::kMeasure;
  if (order_ && order_->key == key) {
    order_->descending = !order_->descending;
  } else {
    order_ = Order{key, !text};
  }
  AskSearch(false);
}

void App::SortByNext() {
  std::size_t next = 0;
  for (std::size_t i = 0; i < kFactColumns; ++i) {
    if (order_ && order_->key == kFactColumnList[i].key) next = i + 1;
  }
  if (SelectedDocument() != nullptr && scope_ == Scope::kDocuments) next = order_ ? kFactColumns : kFactColumns - 1;
  if (next < kFactColumns) return SortBy(kFactColumnList[next].key);
  order_.reset();
  AskSearch(false);
}

void App::ReverseOrder() {
  if (!order_) order_ = query_.order;
  if (order_->key == Order::Key::kBestFirst) {
    order_.reset();
    message_ = "Best first has no other way; sort by a column with s or 1 to 5.";
    return;
  }
  order_->descending = !order_->descending;
  AskSearch(false);
}

void App::ToggleDoubtful() {
  doubtful_ = !doubtful_;
  message_ =
      doubtful_ ? "Figures that may be misread are shown, marked ?." : "Figures that may be misread are left out.";
  AskSearch(false);
}

void App::Mark() {
  if (const FactRow* row = SelectedFact()) {
    marks_.Toggle(*row);
  } else if (const DocumentHit* hit = SelectedDocument()) {
    marks_.Toggle(*hit);
  }
  MoveResults(1);
}

void App::Save() {
  std::string key;
  if (const FactRow* row = SelectedFact()) {
    key = KeyOf(*row);
    saved_.Toggle(FactRow(*row));  // the row may be one of the saved ones
  } else if (const DocumentHit* hit = SelectedDocument()) {
    key = KeyOf(*hit);
    saved_.Toggle(DocumentHit(*hit));
  } else {
    return;
  }
  if (saved_keys_.erase(key) == 0) saved_keys_.insert(key);
  if (scope_ == Scope::kSaved) ShowSaved();
}

void App::Open() {
  const FactRow* row = SelectedFact();
  const DocumentHit* hit = SelectedDocument();
  if (row == nullptr && hit == nullptr) return;
  const DocumentInfo& document =
      row != nullptr ? row->sources[std::min(source_, row->sources.size() - 1)].document : hit->document;
  const bool address = document.source.starts_with("http://") || document.source.starts_with("https://");
  const std::string& target = address ? document.source : document.path;
  if (target.empty()) {
    message_ = "It is not known where this document came from.";
    return;
  }
  effects_.push_back({Effect::Kind::kOpen, target});
}

void App::Copy() {
  std::string text;
  if (const FactRow* row = SelectedFact()) text = TextOf(*row);
  if (const DocumentHit* hit = SelectedDocument()) text = TextOf(*hit);
  if (text.empty()) return;
  effects_.push_back({Effect::Kind::kCopy, text});
  message_ = "Copied.";
}

void App::StartExport() {
  if (facts_.rows().empty() && documents_.hits().empty()) {
    message_ = "There is nothing to export.";
    return;
  }
  overlay_ = Overlay::kExport;
  overwrite_.clear();
  prompt_.Set(FreshName());
}

void App::CyclePlot() {
  const bool fact = SelectedFact() != nullptr;
  if (plot_ == Plot::kNone) {
    plot_ = fact ? Plot::kCourse : Plot::kHistogram;
  } else if (plot_ == Plot::kCourse) {
    plot_ = Plot::kHistogram;
  } else {
    plot_ = Plot::kNone;
  }
  facets_below_ = false;
  if (plot_ == Plot::kCourse) AskCourse();
  if (layout_.small) focus_ = Pane::kPreview;
}

void App::CycleSource(int direction) {
  const FactRow* row = SelectedFact();
  if (row == nullptr || row->sources.size() < 2) return;
  const std::size_t count = row->sources.size();
  source_ = (source_ + (direction > 0 ? 1 : count - 1)) % count;
  ShowText();
}

long App::PageOf(Pane pane) const {
  std::size_t page = 1;
  if (pane == Pane::kFacts) page = facts_.shown();
  if (pane == Pane::kDocuments) page = static_cast<std::size_t>(std::max(layout_.documents.rows / 2, 1));
  if (pane == Pane::kPreview) page = preview_.shown();
  if (pane == Pane::kFacets) page = facets_.shown();
  return static_cast<long>(std::max<std::size_t>(page, 2) - 1);
}

void App::MoveResults(long by) {
  const Pane pane = focus_ == Pane::kFacts || focus_ == Pane::kDocuments ? focus_ : last_results_;
  if (pane == Pane::kFacts) facts_.view.Move(by, facts_.rows().size());
  if (pane == Pane::kDocuments) documents_.view.Move(by, documents_.hits().size());
  SelectionChanged();
  AskMore();
}

void App::MoveResultsToEnd(bool first) {
  constexpr long kFar = 1L << 30;
  MoveResults(first ? -kFar : kFar);
}

}  // namespace timso::terminal
