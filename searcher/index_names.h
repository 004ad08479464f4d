// The names that an index's facts know: their subjects and provinces.
#pragma once
#include <xapian.h>

#include "searcher/query/names.h"

namespace timso {

// Views the database, which must outlive it. Reads terms only, a few lookups a question.
class IndexNames : public NameFinder {
 public:
  explicit IndexNames(const Xapian::Database& facts) : facts_(facts) {}

  std::optional<NameMatch> NameAt(const std::vector<QuestionToken>& tokens, std::size_t at, bool marked,
                                  std::optional<Level> level) const override;
  std::optional<std::string> SubjectWithWords(const std::vector<QuestionToken>& tokens, std::size_t begin,
                                              std::size_t end) const override;

 private:
  std::optional<NameMatch> InIndex(const std::vector<QuestionToken>& tokens, std::size_t at, std::size_t end) const;
  std::string SpellingOf(const std::string& folded) const;

  const Xapian::Database& facts_;
};

}  // namespace timso
