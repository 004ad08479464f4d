// What a search answers with: the same for a person, a script and the interactive screen.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/facts/fact.h"
#include "searcher/query/query.h"

namespace timso {

// A document as hits name it.
struct DocumentInfo {
  std::string id;
  std::string title;
  std::string date;  // ISO, or empty
  std::string path;
  std::string source;
};

// One place that states a fact. `fact` is as that place states it, its evidence included.
struct FactSource {
  Fact fact;
  DocumentInfo document;
  std::size_t index = 0;  // the fact's place among its document's facts
};

// One row: a fact and every place found that states it. The first source is the one that `fact` is.
struct FactRow {
  std::vector<FactSource> sources;
  // Rows about the same thing that can't both be right bear the same number, 1 and up, and stand beside each other.
  std::optional<std::size_t> conflict;
  const Fact& fact() const { return sources.front().fact; }
  const DocumentInfo& document() const { return sources.front().document; }
};

// Bytes [begin, end) of a text.
struct Highlight {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The passage of a document that fits best: the author's own words, from `begin` of the document's text on.
struct Snippet {
  std::string text;
  std::size_t begin = 0;              // bytes into the document's text
  std::vector<Highlight> highlights;  // into `text`, in order, none overlapping
};

struct DocumentHit {
  DocumentInfo document;
  double score = 0;
  Snippet snippet;
  std::vector<FactSource> facts;  // its facts that fit the question
};

struct FacetCount {
  std::string value;
  std::size_t count = 0;
};

// Numbers of one kind and unit among the hits.
struct NumericFacet {
  std::string kind;
  std::string unit;
  std::size_t count = 0;
  double min = 0;
  double max = 0;
  double mean = 0;
  struct Bar {
    double from = 0;  // [from, to); the last bar has its end too
    double to = 0;
    std::size_t count = 0;
  };
  std::vector<Bar> histogram;
};

struct Facets {
  std::vector<std::pair<std::string, std::vector<FacetCount>>> names;  // in the order asked for; counts descending
  std::vector<NumericFacet> values;                                    // the most frequent first
  bool exact = true;                                                   // false: counted over a part of very many hits
};

// A word that the index lacks and what was searched in its place.
struct Correction {
  std::string typed;
  std::string meant;
  bool applied = false;  // nothing was found without it
};

struct Results {
  Query query;
  Answer answer = Answer::kDocuments;
  std::vector<FactRow> facts;          // when the answer is facts
  std::vector<DocumentHit> documents;  // when it is documents
  std::size_t total = 0;               // rows or documents, without offset and limit
  bool total_is_exact = true;
  std::size_t doubtful_left_out = 0;  // facts that would be in the answer; from a hundred on an estimate
  double took_ms = 0;
  Facets facets;
  std::vector<Correction> corrections;
  std::vector<std::string> warnings;  // the query's, then the search's own
  bool Empty() const { return facts.empty() && documents.empty(); }
};

}  // namespace timso
