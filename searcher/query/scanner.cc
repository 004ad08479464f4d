#include "searcher/query/scanner.h"

#include <array>

#include "analyzers/text/utf8.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

using Kind = QuestionPiece::Kind;

bool IsBlank(char c) { return static_cast<unsigned char>(c) <= ' '; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The quotes that people type or paste; each closes with any of them.
constexpr std::array<std::string_view, 5> kQuotes = {"\"", "“", "”", "«", "»"};

std::size_t QuoteAt(std::string_view text, std::size_t at) {
  for (std::string_view quote : kQuotes) {
    if (text.substr(at, quote.size()) == quote) return quote.size();
  }
  return 0;
}

std::size_t ClosingQuote(std::string_view text, std::size_t at) {
  while (at < text.size() && QuoteAt(text, at) == 0) ++at;
  return at;
}

class Scanner {
 public:
  Scanner(std::string_view text, bool (*is_field)(std::string_view)) : text_(text), is_field_(is_field) {}

  ScannedQuestion Run() {
    while (pos_ < text_.size()) {
      if (IsBlank(text_[pos_])) {
        ++pos_;
      } else {
        Piece();
      }
    }
    return std::move(result_);
  }

 private:
  std::size_t ChunkEnd(std::size_t at) const {
    while (at < text_.size() && !IsBlank(text_[at]) && QuoteAt(text_, at) == 0) ++at;
    return at;
  }
  std::size_t SkipBlanks(std::size_t at) const {
    while (at < text_.size() && IsBlank(text_[at])) ++at;
    return at;
  }

  void Push(QuestionPiece piece, std::size_t begin, std::size_t end) {
    piece.span = {begin, end};
    // A run of words is one piece.
    std::vector<QuestionPiece>& pieces = result_.pieces;
    if (piece.kind == Kind::kWords && !piece.negated && !pieces.empty() && pieces.back().kind == Kind::kWords &&
        !pieces.back().negated) {
      pieces.back().span.end = end;
    } else {
      pieces.push_back(std::move(piece));
    }
    pos_ = end;
  }

  void Piece() {
    const std::size_t begin = pos_;
    std::size_t at = begin;
    QuestionPiece piece;
    if (text_[at] == '-' && at + 1 < text_.size() && !IsBlank(text_[at + 1]) && !IsDigit(text_[at + 1]) &&
        text_[at + 1] != '-') {
      piece.negated = true;
      ++at;
    }
    if (QuoteAt(text_, at) > 0) return Phrase(piece, begin, at);
    const std::size_t end = ChunkEnd(at);
    const std::string_view chunk = text_.substr(at, end - at);
    if (!piece.negated && (chunk == "OR" || chunk == "HOẶC")) {
      piece.kind = Kind::kOr;
      return Push(piece, begin, end);
    }
    const std::size_t colon = chunk.find(':');
    if (colon != std::string_view::npos && colon > 0 && Field(piece, begin, at, at + colon)) return;
    Push(piece, begin, end);
  }

  void Phrase(QuestionPiece piece, std::size_t begin, std::size_t at) {
    const std::size_t inside = at + QuoteAt(text_, at);
    const std::size_t close = ClosingQuote(text_, inside);
    if (close >= text_.size()) {
      result_.warnings.push_back("A quotation mark is not closed; the words after it are searched one by one.");
      pos_ = inside;
      return;
    }
    piece.kind = Kind::kPhrase;
    piece.value = std::string(text_.substr(inside, close - inside));
    Push(piece, begin, close + QuoteAt(text_, close));
  }

  // Reads NAME:VALUE whose colon stands at `colon`; false when it is no field, and nothing has been taken then.
  bool Field(QuestionPiece piece, std::size_t begin, std::size_t name, std::size_t colon) {
    piece.field = std::string(text_.substr(name, colon - name));
    std::size_t value = colon + 1;
    if (!is_field_(piece.field)) {
      const bool looks_like_one =
          value < text_.size() && !IsBlank(text_[value]) && text_[value] != '/' && LooksLikeName(piece.field);
      if (looks_like_one) {
        result_.warnings.push_back("There is no field named `" + piece.field +
                                   "`; it is searched as words (`timso search --help` lists the fields).");
      }
      return false;
    }
    if (value >= text_.size() || IsBlank(text_[value])) value = SkipBlanks(value);
    if (value >= text_.size()) {
      result_.warnings.push_back("`" + piece.field + ":` says nothing after the colon and is left out.");
      pos_ = text_.size();
      return true;
    }
    piece.kind = Kind::kField;
    const std::size_t end = Value(piece.value, value);
    Push(piece, begin, end);
    return true;
  }

  static bool LooksLikeName(std::string_view name) {
    for (const char c : name) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80 && (byte < 'A' || (byte > 'Z' && byte < 'a' && byte != '_') || byte > 'z')) return false;
    }
    return true;
  }

  // A value ends at a blank outside of quotes; a lone comparison sign takes the next chunk too.
  std::size_t Value(std::string& value, std::size_t at) {
    std::size_t operator_end = at;
    while (operator_end < text_.size() &&
           (text_[operator_end] == '>' || text_[operator_end] == '<' || text_[operator_end] == '=')) {
      ++operator_end;
    }
    value = std::string(text_.substr(at, operator_end - at));
    at = operator_end == at ? at : SkipBlanks(operator_end);
    if (const std::size_t quote = QuoteAt(text_, at); at < text_.size() && quote > 0) {
      const std::size_t close = ClosingQuote(text_, at + quote);
      if (close >= text_.size()) {
        result_.warnings.push_back("A quotation mark is not closed; the value is read to the end.");
      }
      value += text_.substr(at + quote, close - at - quote);
      return std::min(text_.size(), close + (close < text_.size() ? QuoteAt(text_, close) : 0));
    }
    std::size_t end = ChunkEnd(at);
    value += text_.substr(at, end - at);
    // value:>2 nghìn, attainment:>100 %
    while (!value.empty() && value.find_first_of("0123456789") != std::string::npos) {
      const std::size_t next = SkipBlanks(end);
      const std::size_t next_end = ChunkEnd(next);
      const std::string_view chunk = text_.substr(next, next_end - next);
      if (chunk.empty() ||
          (WordTable::Default().IdsOf("scale", chunk).empty() && WordTable::Default().IdsOf("percent", chunk).empty()))
        break;
      value += " " + std::string(chunk);
      end = next_end;
    }
    return end;
  }

  std::string_view text_;
  bool (*is_field_)(std::string_view);
  std::size_t pos_ = 0;
  ScannedQuestion result_;
};

}  // namespace

ScannedQuestion ScanQuestion(std::string_view text, bool (*is_field)(std::string_view name)) {
  std::size_t length = text.size();
  if (length > kLongestQuestion) {
    length = kLongestQuestion;
    while (length > 0 && !IsCodePointBoundary(text, length)) --length;
  }
  ScannedQuestion scanned = Scanner(text.substr(0, length), is_field).Run();
  if (length < text.size()) {
    scanned.warnings.push_back("The question is very long; only its first " + std::to_string(length) +
                               " bytes are read.");
  }
  return scanned;
}

}  // namespace timso
