#include "analyzers/facts/table_words.h"

#include <algorithm>

#include "analyzers/data/table.h"
#include "analyzers/text/tokens.h"

namespace timso {
namespace {

std::vector<std::string> KeysOf(const AnalyzedText& text) {
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) keys.push_back(text.lexicon->Key(text.Word(i)));
  return keys;
}

}  // namespace

const TableWords& TableWords::Get(Lexicon::Form form) {
  static const TableWords exact(Lexicon::Form::kExact);
  static const TableWords folded(Lexicon::Form::kFolded);
  return form == Lexicon::Form::kExact ? exact : folded;
}

TableWords::TableWords(Lexicon::Form form) {
  const Lexicon& lexicon = Lexicon::Get(form);
  for (const auto& row : ReadTable("table_words.tsv", 2)) {
    for (std::string_view phrase : SplitField(row[1], ';')) {
      // "!giảm": without marks other words look the same.
      const bool marked = phrase.starts_with('!');
      if (marked && form == Lexicon::Form::kFolded) continue;
      if (marked) phrase.remove_prefix(1);
      Phrase keys;
      for (const Token& token : Tokenize(phrase)) keys.push_back(lexicon.Key(Surface(phrase, token)));
      roles_[std::string(row[0])].push_back(std::move(keys));
    }
  }
}

std::vector<bool> TableWords::Mark(const AnalyzedText& text, std::string_view role) const {
  std::vector<bool> marks(text.tokens.size(), false);
  const auto phrases = roles_.find(role);
  if (phrases == roles_.end()) return marks;
  // "Giảm nghèo" is a task, no fall.
  const std::vector<bool> blocked = role == "block" ? marks : Mark(text, "block");
  const std::vector<std::string> keys = KeysOf(text);
  for (std::size_t at = 0; at < keys.size(); ++at) {
    for (const Phrase& phrase : phrases->second) {
      if (phrase.size() > keys.size() - at) continue;
      if (!std::equal(phrase.begin(), phrase.end(), keys.begin() + static_cast<std::ptrdiff_t>(at))) continue;
      if (blocked[at]) continue;
      std::fill_n(marks.begin() + static_cast<std::ptrdiff_t>(at), phrase.size(), true);
    }
  }
  return marks;
}

bool TableWords::Has(const AnalyzedText& text, std::string_view role) const {
  const std::vector<bool> marks = Mark(text, role);
  return std::find(marks.begin(), marks.end(), true) != marks.end();
}

bool TableWords::Is(const AnalyzedText& text, std::string_view role) const {
  const std::vector<bool> marks = Mark(text, role);
  bool any = false;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    any = any || marks[i];
    if (!marks[i] && text.tokens[i].kind != TokenKind::kPunctuation) return false;
  }
  return any;
}

}  // namespace timso
