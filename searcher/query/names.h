// The names that a question may mean: places of the gazetteer and subjects of the index.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/facts/fact.h"
#include "searcher/query/question.h"

namespace timso {

// A name at tokens [begin, end) of a question. `codes` are those of the units that bear it (at `level`, when one is
// told); empty for a subject that only the index knows.
struct NameMatch {
  std::size_t end = 0;
  std::string name;  // in its usual spelling
  std::vector<std::string> codes;
  std::vector<Level> levels;  // the levels of units with that name; empty when unknown
  bool certain = true;        // false: a word of the language too, wants a level's name before it or a capital
};

class NameFinder {
 public:
  virtual ~NameFinder() = default;

  // The longest name that begins at the token. `level`: the question says which level ("huyện …").
  virtual std::optional<NameMatch> NameAt(const std::vector<QuestionToken>& tokens, std::size_t at, bool marked,
                                          std::optional<Level> level) const = 0;

  // The subject of the index that these tokens name, all of them, though not in full ("khối dân chính đảng lạng sơn");
  // its name as the index has it.
  virtual std::optional<std::string> SubjectWithWords(const std::vector<QuestionToken>& tokens, std::size_t begin,
                                                      std::size_t end) const = 0;
};

// Knows no names: for questions without an index.
class NoNames : public NameFinder {
 public:
  std::optional<NameMatch> NameAt(const std::vector<QuestionToken>&, std::size_t, bool,
                                  std::optional<Level>) const override {
    return std::nullopt;
  }
  std::optional<std::string> SubjectWithWords(const std::vector<QuestionToken>&, std::size_t,
                                              std::size_t) const override {
    return std::nullopt;
  }
};

}  // namespace timso
