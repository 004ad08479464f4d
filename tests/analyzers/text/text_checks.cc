#include "tests/analyzers/text/text_checks.h"

#include <vector>

#include "analyzers/text/characters.h"
#include "analyzers/text/letters.h"
#include "analyzers/text/normalizer.h"
#include "analyzers/text/sentences.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

bool IsWellFormed(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    const bool replaced = DecodeCodePoint(text, pos) == kReplacementCharacter;
    if (replaced && text.substr(begin, pos - begin) != "\xEF\xBF\xBD") return false;
  }
  return true;
}

bool IsBlank(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    if (!IsSpace(DecodeCodePoint(text, pos))) return false;
  }
  return true;
}

// A token that begins with a mark begins inside a cluster: its span is the cluster's, and cannot be cut finer.
bool BeginsWithMark(std::string_view surface) {
  std::size_t pos = 0;
  const char32_t c = surface.empty() ? 0 : DecodeCodePoint(surface, pos);
  return c >= 0x300 && (ClassOf(c) & kLetterClass) != 0 && LetterOf(c).letter == 0;
}

bool IsVietnamese(std::string_view word) {
  for (std::size_t pos = 0; pos < word.size();) {
    if (LetterOf(DecodeCodePoint(word, pos)).letter == 0) return false;
  }
  return true;
}

class Checker {
 public:
  explicit Checker(std::string_view source)
      : source_(source), normalized_(Normalize(source)), tokens_(Tokenize(normalized_.text)) {}

  std::string Run() {
    CheckNormalized();
    CheckTokens();
    CheckSpans();
    CheckSentences();
    CheckKeys();
    return broken_;
  }

 private:
  void Require(bool holds, std::string_view rule, std::size_t at) {
    if (holds || !broken_.empty()) return;
    broken_ = std::string(rule) + " at byte " + std::to_string(at) + " of the normalized text: \"" +
              normalized_.text.substr(at, 40) + "\"";
  }

  void CheckNormalized() {
    const std::string& text = normalized_.text;
    Require(IsWellFormed(text), "normalized text is well-formed UTF-8", 0);
    Require(Normalize(text).text == text, "normalizing again changes nothing", 0);
    Require(normalized_.offsets.ToSource(0) <= source_.size(), "the map stays inside the source", 0);
    Require(normalized_.offsets.ToSourceEnd(text.size()) <= source_.size(), "the map stays inside the source", 0);
  }

  void CheckTokens() {
    const std::string& text = normalized_.text;
    std::size_t end = 0;
    for (const Token& token : tokens_) {
      Require(token.begin >= end && token.end > token.begin && token.end <= text.size(), "tokens go forwards", end);
      if (!broken_.empty()) return;
      Require(IsCodePointBoundary(text, token.begin) && IsCodePointBoundary(text, token.end),
              "tokens lie on code-point boundaries", token.begin);
      const std::string_view gap = std::string_view(text).substr(end, token.begin - end);
      Require(IsBlank(gap), "only white space lies between tokens", end);
      const bool after_break = end > 0 && text[end - 1] == '\n';
      if (!gap.empty()) Require(token.space_before || after_break, "a space before a token is told", token.begin);
      end = token.end;
    }
    Require(IsBlank(std::string_view(text).substr(end)), "only white space follows the last token", end);
  }

  void CheckSpans() {
    const OffsetMap& map = normalized_.offsets;
    const bool well_formed = IsWellFormed(source_);
    std::size_t last_end = 0;
    for (const Token& token : tokens_) {
      const std::string_view surface = Surface(normalized_.text, token);
      const std::size_t begin = map.ToSource(token.begin);
      const std::size_t end = map.ToSourceEnd(token.end);
      Require(begin < end && end <= source_.size(), "a token has a span in the source", token.begin);
      if (!broken_.empty()) return;
      const bool next_is_mark = BeginsWithMark(std::string_view(normalized_.text).substr(token.end));
      if (!BeginsWithMark(surface) && !next_is_mark) {
        Require(begin >= last_end, "spans in the source go forwards", token.begin);
        Require(Normalize(source_.substr(begin, end - begin)).text == surface, "a token's span normalizes to it",
                token.begin);
        Require(map.ToNormalized(begin) == token.begin, "the map back returns a token's begin", token.begin);
      }
      if (well_formed) {
        Require(IsCodePointBoundary(source_, begin) && IsCodePointBoundary(source_, end),
                "spans lie on the author's code points", token.begin);
      }
      last_end = end;
    }
  }

  void CheckSentences() {
    std::size_t at = 0;
    for (const Sentence& sentence : SplitSentences(normalized_.text, tokens_)) {
      Require(sentence.begin >= at && sentence.end > sentence.begin && sentence.end <= tokens_.size(),
              "sentences go forwards", 0);
      if (!broken_.empty()) return;
      Require(OnlyLineBreaks(at, sentence.begin), "every token is in a sentence", tokens_[at].begin);
      Require(tokens_[sentence.begin].kind != TokenKind::kLineBreak &&
                  tokens_[sentence.end - 1].kind != TokenKind::kLineBreak,
              "no sentence begins or ends with a line break", tokens_[sentence.begin].begin);
      at = sentence.end;
    }
    Require(OnlyLineBreaks(at, tokens_.size()), "the last tokens are in a sentence", 0);
  }

  bool OnlyLineBreaks(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (tokens_[i].kind != TokenKind::kLineBreak) return false;
    }
    return true;
  }

  void CheckKeys() {
    std::string appended = "x";
    for (const Token& token : tokens_) {
      const std::string_view surface = Surface(normalized_.text, token);
      if (token.kind == TokenKind::kLineBreak) continue;
      const std::string key = SyllableKey(surface);
      const std::string folded = FoldedKey(surface);
      Require(!key.empty() && !folded.empty(), "a token has a key", token.begin);
      Require(IsWellFormed(key) && IsWellFormed(folded), "keys are well-formed", token.begin);
      appended.resize(1);
      AppendSyllableKey(surface, appended);
      Require(appended == "x" + key, "the appended key is the key", token.begin);
      if (!IsVietnamese(surface)) continue;
      Require(SyllableKey(key) == key, "a key's key is itself", token.begin);
      Require(FoldedKey(key) == folded && FoldedKey(folded) == folded, "folding is stable", token.begin);
      Require(StripMarks(folded) == folded, "a folded key has no marks", token.begin);
    }
  }

  std::string_view source_;
  NormalizedText normalized_;
  std::vector<Token> tokens_;
  std::string broken_;
};

}  // namespace

std::string BrokenRule(std::string_view source) { return Checker(source).Run(); }

}  // namespace timso
