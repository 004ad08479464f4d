#include "searcher/searcher.h"

#include <chrono>
#include <utility>

#include "indexer/schema/entries.h"
#include "indexer/schema/format.h"
#include "indexer/schema/index_reader.h"
#include "indexer/schema/terms.h"
#include "searcher/document_search.h"
#include "searcher/fact_search.h"
#include "searcher/index_names.h"
#include "searcher/query/parser.h"
#include "searcher/suggest.h"

namespace timso {

class Searcher::Implementation {
 public:
  explicit Implementation(std::filesystem::path index) : reader_(std::move(index)) {}

  Query Understand(std::string_view question) {
    return reader_.Run([&] { return ParseQuestion(question, IndexNames(reader_.facts())); });
  }

  Results Search(const Query& query, const SearchOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    Results results = reader_.Run([&] { return SearchOnce(query, options); });
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    results.took_ms = took.count();
    return results;
  }

  // Understands and searches; words that the index lacks get their likely form, which is searched when nothing else was
  // found.
  Results Answer(std::string_view question, const SearchOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    Results results = Search(Understand(question), options);
    if (options.correct && !question.empty()) {
      const std::optional<Suggestion> suggestion = reader_.Run([&] { return Suggest(reader_, question); });
      if (suggestion) Correct(*suggestion, options, results);
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    results.took_ms = took.count();
    return results;
  }

  std::optional<std::string> DocumentText(const std::string& id) {
    return reader_.Run([&]() -> std::optional<std::string> {
      const std::string term = IdTerm(id);
      const Xapian::Database& documents = reader_.documents();
      const Xapian::PostingIterator first = documents.postlist_begin(term);
      if (first == documents.postlist_end(term)) return std::nullopt;
      return DocumentOf(documents.get_document(*first)).text;
    });
  }

  void Reopen() { reader_.Reopen(); }

  std::string Revision() {
    return reader_.Run(
        [&] { return reader_.generation() + '/' + reader_.documents().get_metadata(std::string(metadata::kCommit)); });
  }

  std::string Notice() const {
    if (reader_.analyzer_differs()) {
      return "the index was made with other analyzer data than this program's; `timso rebuild` brings it up to date";
    }
    if (!reader_.in_step())
      return "the last writer was interrupted; `timso index` or `timso check --repair` mends the index";
    return "";
  }

 private:
  void Correct(const Suggestion& suggestion, const SearchOptions& options, Results& results) {
    results.corrections = suggestion.corrections;
    if (!results.Empty() || results.doubtful_left_out > 0) return;
    Results corrected = Search(Understand(suggestion.question), options);
    if (corrected.Empty()) return;
    corrected.corrections = suggestion.corrections;
    for (Correction& correction : corrected.corrections) correction.applied = true;
    corrected.warnings.push_back("Nothing was found as typed; searched for: " + suggestion.question);
    results = std::move(corrected);
  }

  Results SearchOnce(const Query& query, const SearchOptions& options) {
    Results results;
    results.query = query;
    results.warnings = query.warnings;
    results.answer = options.in.value_or(query.answer.value_or(Answer::kDocuments));
    if (query.Empty() && query.words.empty()) return results;
    if (results.answer == Answer::kFacts) {
      SearchFacts(reader_, options, results);
    } else {
      SearchDocuments(reader_, options, results);
    }
    return results;
  }

  IndexReader reader_;
};

Searcher::Searcher(std::filesystem::path index) : implementation_(std::make_unique<Implementation>(std::move(index))) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Query Searcher::Understand(std::string_view question) { return implementation_->Understand(question); }
Results Searcher::Search(const Query& query, const SearchOptions& options) {
  return implementation_->Search(query, options);
}
Results Searcher::Search(std::string_view question, const SearchOptions& options) {
  return implementation_->Answer(question, options);
}
std::optional<std::string> Searcher::DocumentText(const std::string& id) { return implementation_->DocumentText(id); }
void Searcher::Reopen() { implementation_->Reopen(); }
std::string Searcher::Revision() const { return implementation_->Revision(); }
std::string Searcher::Notice() const { return implementation_->Notice(); }

const std::vector<std::string>& Searcher::FacetNames() {
  static const std::vector<std::string> names = {"province", "level", "measure", "kind",
                                                 "unit",     "year",  "source",  "value"};
  return names;
}

}  // namespace timso
