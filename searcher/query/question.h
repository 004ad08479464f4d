// A piece of the question cut into tokens, each with the keys under which the word tables know it.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text/tokens.h"
#include "searcher/query/query.h"

namespace timso {

struct QuestionToken {
  TokenKind kind = TokenKind::kWord;
  std::string surface;  // normalized, as typed
  std::string key;      // SyllableKey
  std::string folded;   // FoldedKey
  std::string stem;     // the English stem of the lower-cased word
  QuestionSpan span;    // bytes of the whole question
  bool capitalized = false;
  bool clause_end = false;  // a sign that parts clauses (, ; : ?) follows
  bool taken = false;       // a constraint has been read from it
};

// Cuts source[begin, end) into word and number tokens; signs only set `clause_end`, but for %, <, >, = and +, which are
// tokens. Never throws.
std::vector<QuestionToken> CutQuestion(std::string_view source, std::size_t begin, std::size_t end);

// The bytes of tokens [begin, end), and of any tokens: those that stand beside each other make one span.
QuestionSpan SpanOf(const std::vector<QuestionToken>& tokens, std::size_t begin, std::size_t end);
std::vector<QuestionSpan> SpansOf(const std::vector<QuestionToken>& tokens, std::vector<std::size_t> which);

// Marks tokens [begin, end) as taken.
void Take(std::vector<QuestionToken>& tokens, std::size_t begin, std::size_t end);

// True when a letter with a Vietnamese mark stands in the text: then a word typed without marks means that word.
bool HasMarks(std::string_view text);

}  // namespace timso
