// The search over one index: a question in, results out.
#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/results.h"

namespace timso {

struct SearchOptions {
  std::optional<Answer> in;  // else as the question asks
  std::size_t offset = 0;
  std::size_t limit = 20;
  std::optional<Order> order;        // else as the question asks
  std::vector<std::string> facets;   // names of Searcher::FacetNames(); empty: none
  bool doubtful = false;             // doubtful facts too, see Fact; they are only counted else
  bool snippets = true;              // of documents
  bool document_facts = true;        // the facts of each document hit that fit the question
  bool correct = true;               // try likely spellings when nothing is found
  std::size_t snippet_length = 240;  // bytes, about
};

// Not for several threads at once: each opens its own. What it returns is the caller's and stays valid.
class Searcher {
 public:
  // Throws IndexError (indexer/schema/index_reader.h): one sentence that names the remedy.
  explicit Searcher(std::filesystem::path index);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  // How the question is read, with the names that this index knows. Never throws on text.
  Query Understand(std::string_view question);

  // Throws IndexError when the index is damaged or gone. Commits of a writer meanwhile are survived: the search runs
  // again on the newest state.
  Results Search(const Query& query, const SearchOptions& options);
  Results Search(std::string_view question, const SearchOptions& options);

  // The text of the document with that id; none when the index has none.
  std::optional<std::string> DocumentText(const std::string& id);

  // Goes to the newest commit of the newest generation; cheap when nothing has changed.
  void Reopen();

  // Changes with every commit and every new generation that is read; after Reopen, those of the newest.
  std::string Revision() const;

  // Something about the index that the user should know (it was made with other analyzer data …), or empty.
  std::string Notice() const;

  static const std::vector<std::string>& FacetNames();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace timso
