// A small gazetteer for tests of question understanding.
#pragma once
#include <string>
#include <vector>

#include "searcher/query/names.h"

namespace timso {

class FixedNames : public NameFinder {
 public:
  std::optional<NameMatch> NameAt(const std::vector<QuestionToken>& tokens, std::size_t at, bool marked,
                                  std::optional<Level> level) const override;
  std::optional<std::string> SubjectWithWords(const std::vector<QuestionToken>& tokens, std::size_t begin,
                                              std::size_t end) const override;
};

}  // namespace timso
