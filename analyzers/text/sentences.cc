#include "analyzers/text/sentences.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/text/lines.h"
#include "analyzers/text/syllable.h"

namespace timso {
namespace {

template <std::size_t kSize>
bool Contains(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that begin a sentence and no name: they decide for the stop after "A." or "TP.".
bool BeginsSentence(std::string_view lower) {
  constexpr std::array<std::string_view, 56> kBeginners = {
      "trong", "theo", "đến",  "ngoài", "bên",   "tuy",  "từ",    "hiện", "để", "với", "các",  "những",
      "tại",   "năm",  "nhờ",  "qua",   "trước", "sau",  "khi",   "nếu",  "do", "vì",  "đây",  "đó",
      "này",   "như",  "cùng", "đồng",  "riêng", "tính", "nhiều", "một",  "số", "cả",  "còn",  "nhưng",
      "song",  "vậy",  "ngày", "tháng", "mới",   "sáng", "chiều", "được", "có", "đặc", "việc", "người",
      "về",    "mỗi",  "ông",  "bà",    "anh",   "chị",  "kết",   "tổng"};
  return Contains(kBeginners, lower);
}

// "Điều 5. Phạm vi": heads of numbered parts.
bool NamesPart(std::string_view lower) {
  constexpr std::array<std::string_view, 14> kParts = {"điều", "chương", "mục",  "phần",  "bài", "câu",  "bảng",
                                                       "hình", "phụ",    "bước", "khoản", "lục", "biểu", "tiết"};
  return Contains(kParts, lower);
}

bool IsSign(std::string_view sign, std::string_view signs) {
  return !sign.empty() && signs.find(sign) != std::string_view::npos;
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens)
      : text_(text), tokens_(tokens), lines_(FindLines(text, tokens)) {}

  std::vector<Sentence> Run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].kind == TokenKind::kLineBreak) {
        if (!LineRunsOn(i)) CloseLine(i);
      } else if (tokens_[i].kind == TokenKind::kPunctuation && IsTerminator(i)) {
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
  bool IsPunctuation(std::size_t i) const { return tokens_[i].kind == TokenKind::kPunctuation; }

  // What seems to be a longer one is no prose: cut, it takes its readers no more than its length.
  static constexpr std::size_t kLongest = 800;  // tokens

  void Close(std::size_t end) {
    for (std::size_t begin = begin_; begin < end; begin += kLongest) Add(begin, std::min(end, begin + kLongest));
  }

  void Add(std::size_t begin, std::size_t end) {
    while (begin < end && tokens_[begin].kind == TokenKind::kLineBreak) ++begin;
    while (end > begin && tokens_[end - 1].kind == TokenKind::kLineBreak) --end;
    if (begin < end) {
      sentences_.push_back({begin, end, line_start_, paragraph_start_});
      line_start_ = paragraph_start_ = false;
    }
  }

  void CloseLine(std::size_t line_break) {
    Close(line_break);
    line_start_ = true;
    paragraph_start_ = paragraph_start_ || tokens_[line_break].paragraph_end;
    begin_ = line_break + 1;
  }

  // The line that ends at this break goes on in the next. Line breaks are asked for in order.
  bool LineRunsOn(std::size_t line_break) {
    while (line_ < lines_.size() && lines_[line_].end < line_break) ++line_;
    return line_ < lines_.size() && lines_[line_].end == line_break && lines_[line_].runs_on;
  }

  // What the sign is followed by: the next token that is no running-on line break, or the size.
  std::size_t Next(std::size_t i) {
    std::size_t next = i + 1;
    if (next < tokens_.size() && tokens_[next].kind == TokenKind::kLineBreak && LineRunsOn(next)) ++next;
    return next;
  }

  bool IsClosing(std::size_t i) const {
    return IsPunctuation(i) && !tokens_[i].space_before && IsSign(At(i), "\"”’)»]");
  }

  bool IsTerminator(std::size_t i) {
    const std::string_view sign = At(i);
    const bool stop = sign == ".";
    const bool dots = !stop && (sign.find_first_not_of('.') == std::string_view::npos || sign.starts_with("…"));
    const bool mark = sign[0] == '!' || sign[0] == '?';
    if (!stop && !dots && !mark) return false;
    std::size_t next = Next(i);
    if (stop && next < tokens_.size() && (OwnsThisStop(i, next) || IsListNumber(i))) return false;
    while (next < tokens_.size() && IsClosing(next)) next = Next(next);
    if (next >= tokens_.size() || tokens_[next].kind == TokenKind::kLineBreak) return true;
    if (!Begins(next)) return false;
    if (tokens_[next].space_before || tokens_[next - 1].kind == TokenKind::kLineBreak || next > i + 1) return true;
    return LostSpace(i, next);
  }

  // A sentence may begin here: a capital, a number, an opening quote or bracket, a dash.
  bool Begins(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kAbbreviation) return token.capitalized;
    if (token.kind != TokenKind::kPunctuation) return true;
    return token.space_before && IsSign(At(i), "\"“‘(«[-–—+*•►▪");
  }

  // "dụng.Trong", "70%.Tỷ", "sinh...Nhằm": the space after the sign is missing. Not "a.b", "Zing.Vn", "J.K".
  bool LostSpace(std::size_t i, std::size_t next) const {
    if (i == begin_ || tokens_[next].kind != TokenKind::kWord || tokens_[next].all_capitals) return false;
    const Token& before = tokens_[i - 1];
    if (before.kind == TokenKind::kWord) return before.end - before.begin >= 2;
    return before.kind != TokenKind::kPunctuation || IsSign(At(i - 1), "%)\"”]");
  }

  // The stop at i belongs to the abbreviation or the initial before it.
  bool OwnsThisStop(std::size_t i, std::size_t next) const {
    if (i == begin_ || tokens_[i].space_before) return false;
    const Token& before = tokens_[i - 1];
    if (before.kind != TokenKind::kWord && before.kind != TokenKind::kAbbreviation) return false;
    if (tokens_[next].kind == TokenKind::kLineBreak) return false;
    std::string word = LowerCase(At(i - 1));
    if (before.kind == TokenKind::kAbbreviation) {
      std::string last = word.substr(word.find_last_of(".&-") + 1);  // PGS.TS. Nguyễn
      std::erase(word, '.');                                         // T.P. Hồ Chí Minh
      if (OwnsStop(last) && last.size() > 1) word = std::move(last);
    }
    const bool initial = before.capitalized && before.kind == TokenKind::kWord && LetterCount(i - 1) == 1;
    if (IsPunctuation(next) || (!initial && !OwnsStop(word))) return false;
    // "no." and "ls." in small letters are ordinary words; "tp. Huế" and "tr. 15" are not.
    if (!before.capitalized && !(word == "tp" || word == "tx" || word == "ths" || word == "tr" || word == "đ/c"))
      return false;
    return !(tokens_[next].capitalized && !tokens_[next].all_capitals && BeginsSentence(LowerCase(At(next))));
  }

  std::size_t LetterCount(std::size_t i) const {
    std::size_t count = 0;
    for (const char c : At(i)) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    return count;
  }

  // "1. Về công tác …", "1.2. Mục tiêu", "II. Nhiệm vụ", "a. Thu", "Điều 5. Phạm vi": a label at the beginning.
  bool IsListNumber(std::size_t i) const {
    if (i == 0 || tokens_[i].space_before) return false;
    const Token& before = tokens_[i - 1];
    const std::size_t first = FirstToken();
    const bool roman = before.all_capitals && At(i - 1).find_first_not_of("IVX") == std::string_view::npos;
    const bool number = before.kind == TokenKind::kNumber && IsLabel(At(i - 1));
    const bool letter = before.kind == TokenKind::kWord && LetterCount(i - 1) == 1;
    if (!roman && !number && !letter) return false;
    if (i - 1 == first) return true;
    if (i - 1 == first + 1) return !letter && (NamesPart(LowerCase(At(first))) || IsSign(At(first), "-–+*•("));
    return i - 1 == first + 2 && NamesPart(LowerCase(At(first + 1))) && !letter;
  }

  // 1, 12, 1.2, 3.1.4; not 2021 and not 1.481.
  static bool IsLabel(std::string_view number) {
    std::size_t digits = 0;
    for (const char c : number) {
      digits = c == '.' ? 0 : digits + 1;
      if (digits > 2 || c == ',') return false;
    }
    return true;
  }

  std::size_t FirstToken() const {
    std::size_t first = begin_;
    while (first < tokens_.size() && tokens_[first].kind == TokenKind::kLineBreak) ++first;
    return first;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Line> lines_;
  std::vector<Sentence> sentences_;
  std::size_t line_ = 0;
  std::size_t begin_ = 0;
  bool line_start_ = true;
  bool paragraph_start_ = true;
};

}  // namespace

std::vector<Sentence> SplitSentences(std::string_view text, const std::vector<Token>& tokens) {
  return Splitter(text, tokens).Run();
}

}  // namespace timso
