#include "searcher/terminal/app.h"

#include <algorithm>

#include "searcher/query/render.h"
#include "searcher/sinks/fact_words.h"
#include "searcher/sinks/width.h"

namespace timso::terminal {
namespace {

constexpr std::size_t kMostTexts = 24;  // articles kept to read again

std::string WhereOf(const DocumentInfo& document) {
  std::string where = document.date;
  for (const std::string& part : {document.source, document.path.empty() ? document.id : document.path}) {
    if (!part.empty()) where += (where.empty() ? "" : " · ") + part;
  }
  return OneLine(where);
}

}  // namespace

App::App(AppOptions options, std::function<void(Request)> ask)
    : options_(std::move(options)),
      ask_(std::move(ask)),
      history_(options_.state_folder),
      saved_(options_.state_folder) {
  input_.Set(options_.question);
  for (const FactRow& row : saved_.facts()) saved_keys_.insert(KeyOf(row));
  for (const DocumentHit& hit : saved_.documents()) saved_keys_.insert(KeyOf(hit));
}

void App::Start() { AskSearch(false); }

void App::IndexIsThere() {
  failure_.reset();
  input_.Set(options_.question);
  Reload();
}

void App::Reload() {
  texts_.clear();
  previewed_.clear();
  again_ = true;
  AskSearch(false);
}

std::uint64_t App::AskFor(Ask ask) {
  ask_({++numbers_, std::move(ask)});
  return numbers_;
}

SearchRequest App::CurrentSearch(bool unfinished) const {
  SearchRequest request;
  request.question = input_.Text();
  request.unfinished = unfinished;
  request.scope = scope_;
  request.limit = limit_;
  request.order = order_;
  request.doubtful = doubtful_;
  request.both = true;
  return request;
}

void App::AskSearch(bool unfinished) {
  asked_ = input_.Text();
  asked_unfinished_ = unfinished;
  if (scope_ == Scope::kSaved) return ShowSaved();
  pending_ = counting_ = true;
  search_ = AskFor(CurrentSearch(unfinished));
}

// Scrolled near the end of what was asked for.
void App::AskMore() {
  const bool facts = focus_ != Pane::kDocuments;
  const std::size_t have = facts ? facts_.rows().size() : documents_.hits().size();
  const std::size_t at = facts ? facts_.view.at : documents_.view.at;
  const std::size_t total = facts ? facts_total_ : documents_total_;
  if (pending_ || scope_ == Scope::kSaved || have < (facts ? limit_ : limit_ / 2) || have >= total || at + 20 < have)
    return;
  limit_ += std::max<std::size_t>(limit_, 100);
  again_ = true;
  AskSearch(asked_unfinished_);
}

void App::Receive(const Reply& reply) {
  if (const auto* search = std::get_if<SearchReply>(&reply.answer)) {
    if (reply.number == search_ && scope_ != Scope::kSaved) Receive(*search);
  } else if (const auto* text = std::get_if<TextReply>(&reply.answer)) {
    if (reply.number == text_) Receive(*text);
  } else if (const auto* course = std::get_if<CourseReply>(&reply.answer)) {
    if (reply.number == course_) course_rows_ = course->rows;
  } else if (const auto* rest = std::get_if<RemoveReply>(&reply.answer)) {
    // Unless something else was typed or asked meanwhile.
    if (reply.number == removal_ && input_.Text() == asked_) SetQuestion(rest->question);
  } else if (const auto* written = std::get_if<ExportReply>(&reply.answer)) {
    message_ = written->message;
  } else if (const auto* failure = std::get_if<FailureReply>(&reply.answer)) {
    if (reply.number == search_ || reply.number == text_) Receive(*failure);
  } else if (std::holds_alternative<ChangedReply>(reply.answer)) {
    failure_ && failure_->no_index ? IndexIsThere() : Reload();
  }
}

void App::Receive(const FailureReply& failure) {
  pending_ = counting_ = false;
  failure_ = failure;
  if (failure.no_index && input_.Empty() && !options_.folder.empty()) input_.Set(options_.folder);
}

void App::Receive(const SearchReply& reply) {
  using Part = SearchReply::Part;
  const Results& results = reply.results;
  failure_.reset();
  if (reply.part == Part::kFacets) return ReceiveFacets(results);
  if (reply.part == Part::kAnswer) {
    pending_ = false;
    answered_ = true;
    query_ = results.query;
    answer_ = results.answer;
    cut_ = reply.cut;
    corrections_ = results.corrections;
    warnings_ = results.warnings;
    if (!reply.notice.empty() && !told_notice_) message_ = reply.notice, told_notice_ = true;
    if (results.Empty()) facets_.Clear(), numbers_spread_.clear();
    chip_ = std::min(chip_, query_.clauses.empty() ? 0 : query_.clauses.size() - 1);
  }
  TakeAnswer(results);
  if (reply.part == Part::kAnswer && scope_ != Scope::kBoth) {
    // The other list belongs to another scope.
    if (answer_ == Answer::kFacts) documents_.Set({}, false), documents_total_ = 0;
    if (answer_ == Answer::kDocuments) facts_.Set({}, false), facts_total_ = 0;
  }
  if (reply.last || reply.part == Part::kOther) again_ = again_ && !reply.last;
  if (focus_ == Pane::kFacts || focus_ == Pane::kDocuments) focus_ = ResultsPane();
  SelectionChanged();
}

void App::ReceiveFacets(const Results& results) {
  counting_ = false;
  facets_.Set(results.facets, results.answer);
  numbers_spread_ = results.facets.values;
  if (focus_ == Pane::kFacets && facets_.Empty()) Focus(ResultsPane());
}

void App::TakeAnswer(const Results& results) {
  if (results.answer == Answer::kFacts) {
    facts_.Set(results.facts, again_);
    facts_total_ = results.total;
    facts_exact_ = results.total_is_exact;
    doubtful_left_out_ = results.doubtful_left_out;
  } else {
    documents_.Set(results.documents, again_);
    documents_total_ = results.total;
    documents_exact_ = results.total_is_exact;
  }
}

// Of what is saved, what has all the words that are typed.
void App::ShowSaved() {
  pending_ = counting_ = false;
  answered_ = true;
  query_ = {};
  warnings_.clear();
  corrections_.clear();
  facets_.Clear();
  numbers_spread_.clear();
  cut_ = false;
  const std::string words = input_.Text();
  std::vector<FactRow> facts = saved_.facts();
  std::erase_if(facts, [&](const FactRow& row) {
    const Fact& fact = row.fact();
    return !HasWords(SubjectWords(fact) + ' ' + MeasureWords(fact) + ' ' + ValueWords(fact) + ' ' + PeriodWords(fact) +
                         ' ' + row.document().title,
                     words);
  });
  std::vector<DocumentHit> documents = saved_.documents();
  std::erase_if(documents, [&](const DocumentHit& hit) {
    return !HasWords(hit.document.title + ' ' + hit.document.source + ' ' + hit.snippet.text, words);
  });
  facts_total_ = facts.size();
  documents_total_ = documents.size();
  facts_.Set(std::move(facts), true);
  documents_.Set(std::move(documents), true);
  facts_exact_ = documents_exact_ = true;
  SelectionChanged();
}

// The list that has something, of the two the one that had the focus last or that was asked for.
Pane App::ResultsPane() const {
  const bool facts = ShowsFacts() && !facts_.rows().empty();
  const bool documents = ShowsDocuments() && !documents_.hits().empty();
  if (facts && documents) {
    if (focus_ == Pane::kFacts || focus_ == Pane::kDocuments) return focus_;
    return answer_ == Answer::kFacts || scope_ == Scope::kSaved ? Pane::kFacts : Pane::kDocuments;
  }
  if (facts || documents) return facts ? Pane::kFacts : Pane::kDocuments;
  return ShowsFacts() ? Pane::kFacts : Pane::kDocuments;
}

const FactRow* App::SelectedFact() const {
  const Pane pane = focus_ == Pane::kFacts || focus_ == Pane::kDocuments ? focus_ : last_results_;
  return pane == Pane::kFacts ? facts_.Selected() : nullptr;
}

const DocumentHit* App::SelectedDocument() const {
  const Pane pane = focus_ == Pane::kFacts || focus_ == Pane::kDocuments ? focus_ : last_results_;
  return pane == Pane::kDocuments ? documents_.Selected() : nullptr;
}

void App::SelectionChanged() {
  if (focus_ == Pane::kFacts || focus_ == Pane::kDocuments) last_results_ = focus_;
  if (focus_ == Pane::kInput || focus_ == Pane::kChips || focus_ == Pane::kFacets) last_results_ = ResultsPane();
  const FactRow* fact = SelectedFact();
  const DocumentHit* document = SelectedDocument();
  const std::string key = fact != nullptr ? KeyOf(*fact) : document != nullptr ? KeyOf(*document) + '\t' + asked_ : "";
  if (key == previewed_) return;
  previewed_ = key;
  source_ = 0;
  ShowText();
  if (plot_ == Plot::kCourse) AskCourse();
}

void App::ShowText() {
  const FactRow* row = SelectedFact();
  const DocumentHit* hit = SelectedDocument();
  if (row == nullptr && hit == nullptr) return preview_.Clear();
  if (row != nullptr) source_ = std::min(source_, row->sources.size() - 1);
  const DocumentInfo& document = row != nullptr ? row->sources[source_].document : hit->document;
  // The words that are marked in a document depend on the question.
  const std::string cached = row != nullptr ? document.id : document.id + '\n' + asked_;
  const auto known = texts_.find(cached);
  if (known == texts_.end()) {
    TextRequest request{document.id, {}};
    if (hit != nullptr) {
      for (const Highlight& highlight : hit->snippet.highlights) {
        request.words.push_back(hit->snippet.text.substr(highlight.begin, highlight.end - highlight.begin));
      }
    }
    text_ = AskFor(std::move(request));
    return;
  }
  if (!known->second.text) return preview_.Say("The index has no document " + document.id + " any more.");
  std::string where = WhereOf(document);
  if (row != nullptr && row->sources.size() > 1) {
    where = "source " + std::to_string(source_ + 1) + " of " + std::to_string(row->sources.size()) + " · " + where;
  }
  std::vector<Highlight> marks = known->second.highlights;
  std::size_t at = 0;
  if (row != nullptr) {
    const Evidence& evidence = row->sources[source_].fact.evidence;
    marks = {{evidence.begin, evidence.end}};
    at = evidence.begin;
  } else {
    const Snippet& snippet = hit->snippet;
    at = snippet.begin + (snippet.highlights.empty() ? 0 : snippet.highlights.front().begin);
  }
  preview_.Set(OneLine(document.title), where, *known->second.text, std::move(marks), at);
}

void App::Receive(const TextReply& reply) {
  if (texts_.size() >= kMostTexts) texts_.clear();
  const bool fact = SelectedFact() != nullptr;
  texts_[fact ? reply.id : reply.id + '\n' + asked_] = reply;
  ShowText();
}

void App::AskCourse() {
  const FactRow* row = SelectedFact();
  if (row == nullptr) return;
  const Fact& fact = row->fact();
  const std::string key = KeyOf(*row);
  if (key == course_key_) return;
  course_key_ = key;
  course_rows_.clear();
  course_ = AskFor(CourseRequest{fact, doubtful_});
}

bool App::ShowsFacts() const { return scope_ != Scope::kDocuments; }
bool App::ShowsDocuments() const { return scope_ != Scope::kFacts; }

}  // namespace timso::terminal
