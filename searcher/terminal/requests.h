// What the screen asks of the index and what comes back. Served beside the screen, in worker threads.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "searcher/searcher.h"

namespace timso::terminal {

// Where to look. kBoth shows both answers, the one that the question asks for first.
enum class Scope : unsigned char { kFacts, kDocuments, kBoth, kSaved };

struct SearchRequest {
  std::string question;
  bool unfinished = false;  // its last word is still being typed
  Scope scope = Scope::kBoth;
  std::size_t limit = 40;  // facts; of documents, which cost more and take two lines, half as many
  std::optional<Order> order;
  bool doubtful = false;  // doubtful facts too
  bool both = true;       // with Scope::kBoth: the other answer too
  bool facets = true;     // count by the names of Searcher::FacetNames()
};

// The text of a document to read. `words`: what to mark in it.
struct TextRequest {
  std::string id;
  std::vector<std::string> words;
};

// What is stated about the same thing in other years.
struct CourseRequest {
  Fact fact;
  bool doubtful = false;
};

// The question without one of its conditions.
struct RemoveRequest {
  Query query;
  std::size_t clause = 0;
};

struct ExportRequest {
  SearchRequest search;
  std::filesystem::path file;  // .json is JSON, anything else CSV
};

using Ask = std::variant<SearchRequest, TextRequest, CourseRequest, RemoveRequest, ExportRequest>;

struct Request {
  std::uint64_t number = 0;  // a reply bears its request's
  Ask ask;
};

// Replies to one search come in parts: the first answer, then the other one, then the facets.
struct SearchReply {
  enum class Part : unsigned char { kAnswer, kOther, kFacets };
  Part part = Part::kAnswer;
  bool last = false;  // no part follows
  Results results;
  bool cut = false;  // the unfinished word was left out, because nothing has it
  std::string notice;
};

struct TextReply {
  std::string id;
  std::optional<std::string> text;  // none: the index has no such document
  std::vector<Highlight> highlights;
};

struct CourseReply {
  std::vector<FactRow> rows;
};

struct RemoveReply {
  std::string question;
};

struct ExportReply {
  std::string message;
};

// The index has newer commits than those that were last searched.
struct ChangedReply {};

struct FailureReply {
  std::string sentence;
  bool no_index = false;
};

using Answered =
    std::variant<SearchReply, TextReply, CourseReply, RemoveReply, ExportReply, ChangedReply, FailureReply>;

struct Reply {
  std::uint64_t number = 0;
  Answered answer;
};

}  // namespace timso::terminal
