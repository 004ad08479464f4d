#include "analyzers/text/tokens.h"

#include <utility>

#include "analyzers/text/characters.h"
#include "analyzers/text/letters.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/token_patterns.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

bool IsSuperscript(char32_t c) { return c == U'²' || c == U'³'; }

// Signs of which a run is one token: dots, dashes, rulers.
bool GrowsInRuns(char32_t c) {
  switch (c) {
    case U'.':
    case U'-':
    case U'_':
    case U'=':
    case U'*':
    case U'!':
    case U'?':
    case U'~':
    case U'+':
    case U'…':
    case U'–':
    case U'—':
    case U'·':
    case U'#':
      return true;
    default:
      return false;
  }
}

// The tokenizer proper: a cursor over the text and one method a kind of character that a token begins with.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5); }

  std::vector<Token> Run() {
    while (pos_ < text_.size()) {
      std::size_t next = pos_;
      const char32_t c = DecodeCodePoint(text_, next);
      const std::uint8_t character_class = ClassOf(c);
      if ((character_class & kLetterClass) != 0) {
        StartingWithLetter();
      } else if ((character_class & kSpaceClass) != 0) {
        pos_ = next;
        space_ = true;
      } else if ((character_class & kDigitClass) != 0) {
        StartingWithDigit();
      } else if (c == U'\n') {
        LineBreak();
      } else {
        Punctuation(c, next);
      }
    }
    return std::move(tokens_);
  }

 private:
  // A run of letters and what was seen on the way.
  struct Word {
    std::size_t end = 0;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool first_capital = false;
  };

  Word ReadWord(std::size_t at) const {
    Word word;
    while (at < text_.size()) {
      std::size_t next = at;
      const std::uint8_t character_class = ClassOf(DecodeCodePoint(text_, next));
      if ((character_class & kLetterClass) == 0) break;
      const bool capital = (character_class & kUpperClass) != 0;
      if (word.letters++ == 0) word.first_capital = capital;
      word.capitals += capital ? 1 : 0;
      at = next;
    }
    word.end = at;
    return word;
  }

  char32_t Peek(std::size_t at) const { return at < text_.size() ? DecodeCodePoint(text_, at) : 0; }
  char ByteAt(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool DigitAt(std::size_t at) const { return IsDigit(static_cast<unsigned char>(ByteAt(at))); }

  std::size_t LettersAndDigits(std::size_t at) const {
    while (at < text_.size()) {
      std::size_t next = at;
      if ((ClassOf(DecodeCodePoint(text_, next)) & (kLetterClass | kDigitClass)) == 0) break;
      at = next;
    }
    return at;
  }

  Token& Emit(std::size_t end, TokenKind kind) {
    Token token;
    token.begin = static_cast<std::uint32_t>(pos_);
    token.end = static_cast<std::uint32_t>(end);
    token.kind = kind;
    token.space_before = space_;
    tokens_.push_back(token);
    pos_ = end;
    space_ = false;
    return tokens_.back();
  }

  void EmitWord(const Word& word) {
    Token& token = Emit(word.end, TokenKind::kWord);
    token.capitalized = word.first_capital;
    token.all_capitals = word.capitals == word.letters && word.letters >= 2;
  }

  // A token that may hold digits and signs besides letters: its case is that of its letters.
  void EmitMixed(std::size_t end, TokenKind kind) {
    Token& token = Emit(end, kind);
    std::size_t at = token.begin;
    token.capitalized = IsUpper(DecodeCodePoint(text_, at));
    token.all_capitals = token.capitalized && at < token.end;
    while (token.all_capitals && at < token.end) {
      const char32_t c = DecodeCodePoint(text_, at);
      token.all_capitals = IsUpper(c) || !IsLetter(c);
    }
  }

  void LineBreak() {
    std::size_t end = pos_;
    int lines = 0;
    while (end < text_.size()) {
      std::size_t next = end;
      const char32_t c = DecodeCodePoint(text_, next);
      if (c == U'\n') {
        ++lines;
      } else if (!IsSpace(c)) {
        break;
      }
      end = next;
    }
    Emit(end, TokenKind::kLineBreak).paragraph_end = lines > 1;
    space_ = true;
  }

  void StartingWithDigit() {
    if (const std::size_t end = DateEnd(text_, pos_)) {
      Emit(end, TokenKind::kDate);
    } else if (const std::size_t clock_end = ClockEnd(text_, pos_)) {
      Emit(clock_end, TokenKind::kClock);
    } else if (const std::size_t document_end = DocumentNumberEnd(text_, pos_)) {
      EmitMixed(document_end, TokenKind::kDocumentNumber);
    } else {
      Number();
    }
  }

  // 25.271,9ha and 35KV are a number and its unit; 12C3A, 4K and 367915D are codes.
  void Number() {
    const std::size_t end = NumberEnd(text_, pos_);
    const Word unit = ReadWord(end);
    if (unit.letters == 0) {
      Emit(end, TokenKind::kNumber);
      return;
    }
    if (const std::size_t email = EmailEnd(text_, pos_)) {
      Emit(email, TokenKind::kEmail);
      return;
    }
    const bool separated = text_.substr(pos_, end - pos_).find_first_of(".,") != std::string_view::npos;
    const bool digit_after = DigitAt(unit.end);
    const bool power = digit_after && text_[unit.end - 1] == 'm' && !DigitAt(unit.end + 1);
    const bool small = unit.capitals == 0 && !digit_after;
    const bool mixed_case = unit.letters >= 2 && !digit_after;
    if (separated || power || small || mixed_case) {
      Emit(end, TokenKind::kNumber);
    } else {
      EmitMixed(LettersAndDigits(end), TokenKind::kCode);
    }
  }

  void StartingWithLetter() {
    const Word word = ReadWord(pos_);
    const char next = ByteAt(word.end);
    // Nearly every word ends at a space, a comma or the like: nothing more to ask.
    if (next == ' ' || next == ',' || next == '\n' || next == '\0' || next == ';' || next == ')') {
      EmitWord(word);
    } else if (!SpecialWord(word)) {
      EmitWord(word);
    }
  }

  // Words that a sign or a digit follows at once; false when it is a plain word after all.
  bool SpecialWord(const Word& word) {
    const char next = ByteAt(word.end);
    if (DigitAt(word.end)) return WordBeforeDigit(word);
    if (next == '.' || next == '@' || next == ':' || next == '_' || next == '-' || next == '+') {
      if (const std::size_t email = EmailEnd(text_, pos_)) return Emit(email, TokenKind::kEmail), true;
      if (const std::size_t url = UrlEnd(text_, pos_, word.end)) return Emit(url, TokenKind::kUrl), true;
    }
    if (next == '.' || next == '-' || next == '&' || next == '/') {
      if (const std::size_t end = AbbreviationEnd(text_, pos_, word.end)) {
        return EmitMixed(end, TokenKind::kAbbreviation), true;
      }
      if (const std::size_t end = NumberedNameEnd(text_, pos_, word.end)) return EmitMixed(end, TokenKind::kCode), true;
      return false;
    }
    if (const std::size_t end = ApostropheEnd(text_, pos_, word.end); end > word.end) {
      return EmitMixed(end, TokenKind::kWord), true;
    }
    if (IsSuperscript(Peek(word.end)) && text_[word.end - 1] == 'm') {
      return EmitMixed(word.end + 2, TokenKind::kCode), true;  // km²
    }
    return false;
  }

  // "có11.727" and "Năm2020" lost their space; c50805742, QL1A and m2 are codes.
  bool WordBeforeDigit(const Word& word) {
    if (const std::size_t email = EmailEnd(text_, pos_)) return Emit(email, TokenKind::kEmail), true;
    const bool lower = word.capitals == (word.first_capital ? 1U : 0U);
    const std::size_t number = NumberEnd(text_, word.end);
    if (lower && word.letters >= 2 && !IsLetter(Peek(number)) && IsSyllable(text_.substr(pos_, word.end - pos_))) {
      return false;
    }
    EmitMixed(LettersAndDigits(word.end), TokenKind::kCode);
    return true;
  }

  void Punctuation(char32_t c, std::size_t next) {
    while (next < text_.size() && GrowsInRuns(c) && Peek(next) == c) DecodeCodePoint(text_, next);
    Emit(next, TokenKind::kPunctuation);
  }

  std::string_view text_;
  std::size_t pos_ = 0;
  bool space_ = true;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> Tokenize(std::string_view text) { return Scanner(text).Run(); }

}  // namespace timso
