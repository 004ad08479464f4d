// The words that a question is made of, and what they mean: analyzers/data/query_words.tsv and the tables of measures
// and qualifiers, found in a question's tokens in Vietnamese with or without marks and in English in any inflection.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "searcher/query/question.h"

namespace timso {

// One row: a form that plays a role. A form of several parts ("kết nạp + đảng viên") wants each part somewhere in the
// question, in any order; a part's words stand beside each other.
struct WordForm {
  struct Part {
    std::vector<std::string> keys;  // exact, folded and stemmed, a word each
    std::vector<std::string> folded;
    std::vector<std::string> stems;
  };
  std::string role;
  std::string id;
  std::string form;
  bool english = false;
  std::vector<Part> parts;
  std::size_t words = 0;
};

// A form found: for each part the first token and one past the last.
struct WordMatch {
  const WordForm* form = nullptr;
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  std::size_t words = 0;
  std::size_t begin() const { return parts.front().first; }
  std::size_t end() const { return parts.front().second; }
};

class WordTable {
 public:
  // The program's own table; built once, shared by threads.
  static const WordTable& Default();

  // Columns role, id, form, language (vi, en, any), with a header line; throws std::runtime_error on a broken row.
  explicit WordTable(std::string_view tsv);

  // The longest forms of one role that start at the token; empty when there is none. Tokens that are taken match
  // nothing. `marked`: the question has marks, so that a word without them means itself.
  std::vector<WordMatch> At(const std::vector<QuestionToken>& tokens, std::size_t at, std::string_view role,
                            bool marked) const;

  // The longest form of the role at the token; form == nullptr when there is none.
  WordMatch LongestAt(const std::vector<QuestionToken>& tokens, std::size_t at, std::string_view role,
                      bool marked) const;

  // Every form of the role, several parts too, that stands in the free tokens.
  std::vector<WordMatch> FindAll(const std::vector<QuestionToken>& tokens, std::string_view role, bool marked) const;

  // The ids of the role under which this text as a whole is known, in any spelling.
  std::vector<std::string> IdsOf(std::string_view role, std::string_view text) const;

  // The rows of a role, in file order.
  const std::vector<const WordForm*>& Rows(std::string_view role) const;

  // True when some form has this word (a SyllableKey, or an English word in any inflection).
  bool Knows(const std::string& word) const;

  void Add(std::string_view role, std::string_view id, std::string_view form, std::string_view language);

 private:
  // The forms of the role whose first part may begin at the token, Vietnamese ones first.
  template <typename Visit>
  void EachCandidate(std::string_view role, const QuestionToken& token, Visit visit) const;

  std::unordered_set<std::string> known_;  // exact, folded and stemmed words of all forms
  std::vector<std::unique_ptr<WordForm>> forms_;
  std::map<std::string, std::vector<const WordForm*>, std::less<>> by_role_;
  // First word of the first part → forms of any role; a question looks up each of its words for some forty roles.
  using ByFirst = std::unordered_map<std::string, std::vector<const WordForm*>>;
  ByFirst by_folded_;  // of Vietnamese forms
  ByFirst by_stem_;    // of English ones
};

}  // namespace timso
