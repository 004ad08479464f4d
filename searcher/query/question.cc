#include "searcher/query/question.h"

#include <xapian.h>

#include <algorithm>

#include "analyzers/text/letters.h"
#include "analyzers/text/normalizer.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

bool IsSignToken(std::string_view sign) {
  return sign == "%" || sign == "<" || sign == ">" || sign == "=" || sign == "<=" || sign == ">=" || sign == "≥" ||
         sign == "≤" || sign == "+";
}

bool PartsClauses(std::string_view sign) {
  return sign == "," || sign == ";" || sign == ":" || sign == "?" || sign == "." || sign == "!";
}

bool IsDash(std::string_view sign) { return sign == "-" || sign == "–" || sign == "—"; }

QuestionToken MakeToken(std::string_view text, const Token& token) {
  QuestionToken made;
  made.kind = token.kind;
  made.surface = std::string(Surface(text, token));
  made.key = SyllableKey(made.surface);
  made.folded = FoldedKey(made.surface);
  static thread_local const Xapian::Stem stemmer("en");
  made.stem = stemmer(LowerCase(made.surface));
  made.capitalized = token.capitalized;
  return made;
}

}  // namespace

namespace {

// The hyphen within a word: near-poor, Bà Rịa-Vũng Tàu. Between numbers it is a range's.
bool JoinsWords(const std::vector<Token>& tokens, std::size_t at) {
  if (at == 0 || at + 1 >= tokens.size() || tokens[at].space_before || tokens[at + 1].space_before) return false;
  return tokens[at - 1].kind == TokenKind::kWord && tokens[at + 1].kind == TokenKind::kWord;
}

}  // namespace

std::vector<QuestionToken> CutQuestion(std::string_view source, std::size_t begin, std::size_t end) {
  const NormalizedText normalized = Normalize(source.substr(begin, end - begin));
  std::vector<QuestionToken> tokens;
  const std::vector<Token> found = Tokenize(normalized.text);
  for (std::size_t at = 0; at < found.size(); ++at) {
    const Token& token = found[at];
    const std::string_view sign = Surface(normalized.text, token);
    const bool is_sign = token.kind == TokenKind::kPunctuation;
    if (token.kind == TokenKind::kLineBreak || (is_sign && !IsSignToken(sign) && !IsDash(sign))) {
      // "TP. Phan Thiết", "TP.HCM": the point of an abbreviation parts nothing.
      const bool abbreviation = sign == "." && !tokens.empty() && tokens.back().surface.size() <= 3;
      if (!tokens.empty() && !abbreviation && (token.kind == TokenKind::kLineBreak || PartsClauses(sign)))
        tokens.back().clause_end = true;
      continue;
    }
    if (is_sign && IsDash(sign) && JoinsWords(found, at)) continue;
    QuestionToken made = MakeToken(normalized.text, token);
    made.span.begin = begin + normalized.offsets.ToSource(token.begin);
    made.span.end = begin + normalized.offsets.ToSourceEnd(token.end);
    tokens.push_back(std::move(made));
  }
  return tokens;
}

QuestionSpan SpanOf(const std::vector<QuestionToken>& tokens, std::size_t begin, std::size_t end) {
  return {tokens[begin].span.begin, tokens[end - 1].span.end};
}

std::vector<QuestionSpan> SpansOf(const std::vector<QuestionToken>& tokens, std::vector<std::size_t> which) {
  std::sort(which.begin(), which.end());
  std::vector<QuestionSpan> spans;
  for (std::size_t i = 0; i < which.size(); ++i) {
    const QuestionToken& token = tokens[which[i]];
    if (i > 0 && which[i - 1] + 1 == which[i]) {
      spans.back().end = token.span.end;
    } else {
      spans.push_back(token.span);
    }
  }
  return spans;
}

void Take(std::vector<QuestionToken>& tokens, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) tokens[i].taken = true;
}

bool HasMarks(std::string_view text) {
  const NormalizedText normalized = Normalize(text);
  for (std::size_t pos = 0; pos < normalized.text.size();) {
    const char32_t code_point = DecodeCodePoint(normalized.text, pos);
    if (code_point > 0x7F && LetterOf(code_point).letter != 0) return true;
  }
  return false;
}

}  // namespace timso
