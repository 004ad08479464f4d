// What the words of a table's headers and labels say: analyzers/data/table_words.tsv.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/words/analyzed_text.h"

namespace timso {

class TableWords {
 public:
  // Made at first use, then shared; safe from several threads.
  static const TableWords& Get(Lexicon::Form form);

  // Where phrases of a role stand among the tokens, one flag a token.
  std::vector<bool> Mark(const AnalyzedText& text, std::string_view role) const;
  bool Has(const AnalyzedText& text, std::string_view role) const;
  // Whether the words are a phrase of the role and nothing else; signs don't count.
  bool Is(const AnalyzedText& text, std::string_view role) const;

 private:
  explicit TableWords(Lexicon::Form form);

  using Phrase = std::vector<std::string>;  // keys
  std::map<std::string, std::vector<Phrase>, std::less<>> roles_;
};

}  // namespace timso
