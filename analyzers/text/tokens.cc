#include "analyzers/text/tokens.h"

#include <unicode/uchar.h>

#include "analyzers/text/letters.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool IsLetter(char32_t c) {
  return LetterOf(c).letter != 0 || (c >= 0x80 && u_isalpha(static_cast<UChar32>(c)) != 0) ||
         (c >= 0x300 && c <= 0x36F);
}
bool IsUpper(char32_t c) { return c < 0x80 ? c >= U'A' && c <= U'Z' : u_isupper(static_cast<UChar32>(c)) != 0; }
bool IsSpace(char32_t c) { return c == U' ' || c == U'\t' || c == U'\v' || c == U'\f'; }

// The tokenizer proper: a cursor over the text and one method a kind of token.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 6); }

  std::vector<Token> Run() {
    while (pos_ < text_.size()) {
      const char32_t c = Peek(pos_);
      if (IsSpace(c)) {
        Advance(pos_);
        space_ = true;
      } else if (c == U'\n') {
        LineBreak();
      } else if (IsDigit(c)) {
        StartingWithDigit();
      } else if (IsLetter(c)) {
        StartingWithLetter();
      } else {
        Punctuation(c);
      }
    }
    return std::move(tokens_);
  }

 private:
  char32_t Peek(std::size_t at) const {
    if (at >= text_.size()) return 0;
    return DecodeCodePoint(text_, at);
  }
  void Advance(std::size_t& at) const { DecodeCodePoint(text_, at); }

  template <typename Predicate>
  std::size_t Run(std::size_t at, Predicate holds) const {
    while (at < text_.size()) {
      std::size_t next = at;
      if (!holds(DecodeCodePoint(text_, next))) break;
      at = next;
    }
    return at;
  }
  std::size_t Digits(std::size_t at) const { return Run(at, IsDigit); }
  std::size_t Letters(std::size_t at) const { return Run(at, IsLetter); }

  void Emit(std::size_t end, TokenKind kind) {
    Token token;
    token.begin = static_cast<std::uint32_t>(pos_);
    token.end = static_cast<std::uint32_t>(end);
    token.kind = kind;
    token.space_before = space_;
    if (kind == TokenKind::kWord || kind == TokenKind::kCode) MarkCase(token);
    tokens_.push_back(token);
    pos_ = end;
    space_ = false;
  }

  void MarkCase(Token& token) const {
    std::size_t at = token.begin;
    token.capitalized = IsUpper(DecodeCodePoint(text_, at));
    token.all_capitals = token.capitalized && at < token.end;
    while (token.all_capitals && at < token.end) {
      const char32_t c = DecodeCodePoint(text_, at);
      token.all_capitals = IsUpper(c) || IsDigit(c);
    }
  }

  void LineBreak() {
    std::size_t end = pos_;
    int lines = 0;
    while (end < text_.size() && (text_[end] == '\n' || IsSpace(Peek(end)))) {
      if (text_[end] == '\n') ++lines;
      Advance(end);
    }
    Emit(end, TokenKind::kLineBreak);
    tokens_.back().paragraph_end = lines > 1;
    space_ = true;
  }

  // 31-8-2021, 14/09/2021, 27.9.2017: the end of the date that begins here, or 0.
  std::size_t DateEnd() const {
    const std::size_t day = Digits(pos_);
    if (day - pos_ > 2) return 0;
    const char32_t separator = Peek(day);
    if (separator != U'/' && separator != U'-' && separator != U'.') return 0;
    const std::size_t month = Digits(day + 1);
    if (month == day + 1 || month - day > 3 || Peek(month) != separator) return 0;
    const std::size_t year = Digits(month + 1);
    const std::size_t width = year - month - 1;
    if (width != 4 || (text_[month + 1] != '1' && text_[month + 1] != '2')) return 0;
    const int day_number = std::stoi(std::string(text_.substr(pos_, day - pos_)));
    const int month_number = std::stoi(std::string(text_.substr(day + 1, month - day - 1)));
    const bool valid = day_number >= 1 && day_number <= 31 && month_number >= 1 && month_number <= 12;
    return valid && !IsLetter(Peek(year)) ? year : 0;
  }

  // 07:59, 20:08:31, 14h30: the end of the clock time that begins here, or 0.
  std::size_t ClockEnd() const {
    const std::size_t hour = Digits(pos_);
    if (hour - pos_ > 2) return 0;
    const char32_t separator = Peek(hour);
    if (separator != U':' && separator != U'h' && separator != U'g') return 0;
    std::size_t end = Digits(hour + 1);
    if (end - hour != 3) return separator == U'h' && !IsLetter(Peek(hour + 1)) && end == hour + 1 ? hour + 1 : 0;
    if (separator == U':' && Peek(end) == U':' && Digits(end + 1) == end + 3) end += 3;
    return IsLetter(Peek(end)) && Peek(end) != U'p' ? 0 : end;
  }

  // 14-CT/TU, 128/NQ-CP, 21-NQ/TW, 1088/2013/QĐ-UBND: the end of the document's number, or 0. What tells it from
  // "2021-Đảng" is that only capitals (one small letter may end it: QĐ-TTg, CTr) follow, at least two.
  std::size_t DocumentNumberEnd() const {
    std::size_t at = Digits(pos_);
    if (Peek(at) == U'/' && Digits(at + 1) == at + 5) at += 5;
    const char32_t separator = Peek(at);
    if (separator != U'-' && separator != U'/') return 0;
    const std::size_t sign = at + 1;
    std::size_t end = Letters(sign);
    if (!IsDocumentSign(sign, end)) return 0;
    while (Peek(end) == U'-' || Peek(end) == U'/' || Peek(end) == U'.') {
      const std::size_t next = Run(end + 1, [](char32_t c) { return IsLetter(c) || IsDigit(c); });
      if (next == end + 1 || !IsUpper(Peek(end + 1))) break;
      end = next;
    }
    return end;
  }

  bool IsDocumentSign(std::size_t begin, std::size_t end) const {
    std::size_t capitals = 0;
    std::size_t letters = 0;
    for (std::size_t at = begin; at < end; ++letters) capitals += IsUpper(DecodeCodePoint(text_, at)) ? 1 : 0;
    return capitals >= 2 && letters - capitals <= 1 && letters <= 7;
  }

  // 1.481  106,93  1.950,5: separators only between digits.
  std::size_t NumberEnd() const {
    std::size_t end = Digits(pos_);
    while ((Peek(end) == U'.' || Peek(end) == U',') && IsDigit(Peek(end + 1))) end = Digits(end + 1);
    return end;
  }

  void StartingWithDigit() {
    if (const std::size_t end = DateEnd()) return Emit(end, TokenKind::kDate);
    if (const std::size_t end = ClockEnd()) return Emit(end, TokenKind::kClock);
    if (const std::size_t end = DocumentNumberEnd()) return Emit(end, TokenKind::kDocumentNumber);
    const std::size_t end = NumberEnd();
    if (!IsLetter(Peek(end))) return Emit(end, TokenKind::kNumber);
    // 25.271,9ha and 170km are a number and its unit; 12C3A and 4K are codes.
    const std::size_t letters = Letters(end);
    const bool unit = !IsUpper(Peek(end)) && !IsDigit(Peek(letters));
    const bool square = IsDigit(Peek(letters)) && Digits(letters) == letters + 1 && Peek(letters - 1) == U'm';
    if (unit || square) return Emit(end, TokenKind::kNumber);
    if (Capitals(end, letters) && letters - end >= 2 && !IsDigit(Peek(letters))) return Emit(end, TokenKind::kNumber);
    Emit(Run(end, [](char32_t c) { return IsLetter(c) || IsDigit(c); }), TokenKind::kCode);
  }

  bool Capitals(std::size_t begin, std::size_t end) const {
    while (begin < end) {
      if (!IsUpper(DecodeCodePoint(text_, begin))) return false;
    }
    return true;
  }

  void StartingWithLetter() {
    if (const std::size_t end = AddressEnd()) {
      return Emit(end, text_.substr(pos_, end - pos_).find('@') != std::string_view::npos ? TokenKind::kEmail
                                                                                        : TokenKind::kUrl);
    }
    const std::size_t letters = Letters(pos_);
    if (!IsDigit(Peek(letters))) return Emit(letters, TokenKind::kWord);
    // "có11.727" lost its space; c50805742 and QL1A are codes; m2 and m3 are units.
    const bool accented = letters - pos_ >= 2 && HasMarks(pos_, letters) && !IsUpper(Peek(pos_));
    if (accented) return Emit(letters, TokenKind::kWord);
    Emit(Run(pos_, [](char32_t c) { return IsLetter(c) || IsDigit(c); }), TokenKind::kCode);
  }

  bool HasMarks(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end; ++at) {
      if (static_cast<unsigned char>(text_[at]) >= 0x80) return true;
    }
    return false;
  }

  // https://…, www.…, name@host: the end, or 0.
  std::size_t AddressEnd() const {
    const auto in_address = [](char32_t c) {
      return c > U' ' && c < 0x7F && c != U'"' && c != U'<' && c != U'>' && c != U'(' && c != U')' && c != U',' &&
             c != U';' && c != U'|';
    };
    const std::string_view rest = text_.substr(pos_);
    const bool url = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    if (!url) {
      const std::size_t local = Run(pos_, [](char32_t c) {
        return (c < 0x80 && (IsLetter(c) || IsDigit(c))) || c == U'.' || c == U'_' || c == U'-';
      });
      if (Peek(local) != U'@' || !IsLetter(Peek(local + 1))) return 0;
    }
    std::size_t end = Run(pos_, in_address);
    while (end > pos_ && (text_[end - 1] == '.' || text_[end - 1] == ':' || text_[end - 1] == '?')) --end;
    return end;
  }

  void Punctuation(char32_t c) { Emit(Run(pos_, [c](char32_t other) { return other == c; }), TokenKind::kPunctuation); }

  std::string_view text_;
  std::size_t pos_ = 0;
  bool space_ = true;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> Tokenize(std::string_view text) { return Scanner(text).Run(); }

}  // namespace timso
