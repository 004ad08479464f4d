#include "searcher/query/question.h"

#include <xapian.h>

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

std::vector<QuestionToken> CutQuestion(std::string_view source, std::size_t begin, std::size_t end) {
  const NormalizedText normalized = Normalize(source.substr(begin, end - begin));
  std::vector<QuestionToken> tokens;
  for (const Token& token : Tokenize(normalized.text)) {
    const std::string_view sign = Surface(normalized.text, token);
    const bool is_sign = token.kind == TokenKind::kPunctuation;
    if (token.kind == TokenKind::kLineBreak || (is_sign && !IsSignToken(sign) && !IsDash(sign))) {
      // "TP. Phan Thiết", "TP.HCM": the point of an abbreviation parts nothing.
      const bool abbreviation = sign == "." && !tokens.empty() && tokens.back().surface.size() <= 3;
      if (!tokens.empty() && !abbreviation && (token.kind == TokenKind::kLineBreak || PartsClauses(sign)))
        tokens.back().clause_end = true;
      continue;
    }
    QuestionToken made = MakeToken(normalized.text, token);
    made.span.begin = begin + normalized.offsets.ToSource(token.begin);
    made.span.end = begin + normalized.offsets.ToSourceEnd(token.end);
    tokens.push_back(std::move(made));
  }
  return tokens;
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
