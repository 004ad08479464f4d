#include "analyzers/text/sentences.h"

#include <algorithm>
#include <array>

namespace timso {
namespace {

// Words that a full stop belongs to. They are few and closed, so they stand here and not in a table.
constexpr std::array<std::string_view, 30> kStopOwners = {
    "TP",  "Tp",  "tp",  "TX",  "Tx",  "TT",  "Tt",  "Q",   "P",  "H",  "X",  "ThS", "Ths", "TS", "Ts",
    "PGS", "GS",  "BS",  "Bs",  "KS",  "CN",  "LS",  "Dr",  "Mr", "Mrs", "Ms", "St",  "No",  "Nxb", "tr"};

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  std::vector<Sentence> Run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].kind == TokenKind::kLineBreak) {
        if (EndsAtLineBreak(i)) {
          Close(i);
          line_start_ = true;
          paragraph_start_ = paragraph_start_ || tokens_[i].paragraph_end;
          begin_ = i + 1;
        }
      } else if (IsTerminator(i)) {
        std::size_t end = i + 1;
        while (end < tokens_.size() && IsClosing(end)) ++end;
        Close(end);
        begin_ = end;
        i = end - 1;
      }
    }
    Close(tokens_.size());
    return std::move(sentences_);
  }

 private:
  std::string_view At(std::size_t i) const { return Surface(text_, tokens_[i]); }

  void Close(std::size_t end) {
    std::size_t begin = begin_;
    while (begin < end && tokens_[begin].kind == TokenKind::kLineBreak) ++begin;
    while (end > begin && tokens_[end - 1].kind == TokenKind::kLineBreak) --end;
    if (begin < end) {
      sentences_.push_back({begin, end, line_start_, paragraph_start_});
      line_start_ = paragraph_start_ = false;
    }
  }

  bool IsClosing(std::size_t i) const {
    if (tokens_[i].kind != TokenKind::kPunctuation || tokens_[i].space_before) return false;
    const std::string_view sign = At(i);
    return sign == "\"" || sign == "”" || sign == "’" || sign == ")" || sign == "»";
  }

  bool IsTerminator(std::size_t i) const {
    if (tokens_[i].kind != TokenKind::kPunctuation) return false;
    const std::string_view sign = At(i);
    if (sign[0] == '!' || sign[0] == '?') return true;
    const bool dots = sign.find_first_not_of('.') == std::string_view::npos || sign == "…";
    if (!dots) return false;
    if (i + 1 >= tokens_.size()) return true;
    const Token& next = tokens_[i + 1];
    if (next.kind == TokenKind::kLineBreak || IsClosing(i + 1)) return sign != "." || !IsListNumber(i);
    // "dụng.Trong" lost its space after the stop; "a.b" did not.
    if (!next.space_before && !(sign == "." && next.capitalized && i > begin_ && !tokens_[i - 1].capitalized &&
                                tokens_[i - 1].kind == TokenKind::kWord)) {
      return false;
    }
    if (sign == "." && (IsStopOwner(i) || IsListNumber(i))) return false;
    const bool starts = next.capitalized || next.kind != TokenKind::kWord;
    return starts && !(sign != "." && !next.capitalized);
  }

  bool IsStopOwner(std::size_t i) const {
    if (i == begin_ || tokens_[i].space_before) return false;
    const std::string_view word = At(i - 1);
    return std::find(kStopOwners.begin(), kStopOwners.end(), word) != kStopOwners.end() ||
           (word.size() == 1 && tokens_[i - 1].capitalized);
  }

  // "1. Về công tác …": a short number at the sentence's beginning.
  bool IsListNumber(std::size_t i) const {
    if (i == 0 || tokens_[i].space_before) return false;
    const Token& before = tokens_[i - 1];
    const bool short_number = before.kind == TokenKind::kNumber && before.end - before.begin <= 2;
    const bool roman = before.all_capitals && At(i - 1).find_first_not_of("IVX") == std::string_view::npos;
    return (short_number || roman) && i - 1 == FirstWord();
  }

  std::size_t FirstWord() const {
    std::size_t first = begin_;
    while (first < tokens_.size() && tokens_[first].kind == TokenKind::kLineBreak) ++first;
    return first;
  }

  // A line end ends the sentence unless the text runs on: a hard-wrapped line, whose successor goes on in small
  // letters or with a number after a word that asks for one.
  bool EndsAtLineBreak(std::size_t i) const {
    if (tokens_[i].paragraph_end || i + 1 >= tokens_.size() || i == begin_) return true;
    const Token& next = tokens_[i + 1];
    const Token& last = tokens_[i - 1];
    if (last.kind == TokenKind::kPunctuation) return At(i - 1) != "," || !RunsOn(next);
    return !RunsOn(next) || LineLength(i) < kWrappedLine;
  }

  static bool RunsOn(const Token& next) {
    return (next.kind == TokenKind::kWord && !next.capitalized) || next.kind == TokenKind::kNumber ||
           next.kind == TokenKind::kDate;
  }

  std::size_t LineLength(std::size_t line_break) const {
    std::size_t i = line_break;
    while (i > 0 && tokens_[i - 1].kind != TokenKind::kLineBreak) --i;
    return tokens_[line_break].begin - tokens_[i].begin;
  }

  static constexpr std::size_t kWrappedLine = 50;  // bytes; shorter lines are headings, list items, table rows

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Sentence> sentences_;
  std::size_t begin_ = 0;
  bool line_start_ = true;
  bool paragraph_start_ = true;
};

}  // namespace

std::vector<Sentence> SplitSentences(std::string_view text, const std::vector<Token>& tokens) {
  return Splitter(text, tokens).Run();
}

}  // namespace timso
