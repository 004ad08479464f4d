#include "analyzers/facts/sentence_reading.h"

#include <algorithm>

#include "analyzers/text/syllable.h"

namespace timso {
namespace {

bool IsCue(const AnalyzedText& text, const Mention& mention, std::size_t end, std::string_view role) {
  const bool cue = mention.role == Role::kCue || mention.role == Role::kCuePart;
  return cue && mention.end <= end && text.lexicon->cues()[mention.row] == role;
}

bool EndsClause(const AnalyzedText& text, std::size_t at) {
  const Token& token = text.tokens[at];
  if (token.kind == TokenKind::kLineBreak) return false;
  return text.IsPunctuation(at, ",;:()|.") || (token.kind == TokenKind::kPunctuation && text.Word(at) == "…");
}

// Inside "học sinh, sinh viên" or "trong sạch, vững mạnh" a comma ends nothing.
bool InsidePhrase(const AnalyzedText& text, std::size_t at) {
  constexpr std::size_t kLongestPhrase = 8;
  const std::size_t earliest = TokensBack(at, kLongestPhrase);
  for (const Mention* mention : text.MentionsIn(earliest, at)) {
    if (mention->end > at + 1 &&
        (mention->role == Role::kConcept || mention->role == Role::kQualifier || mention->role == Role::kUnit)) {
      return true;
    }
  }
  return false;
}

bool HasNumber(const AnalyzedText& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (text.tokens[i].kind == TokenKind::kNumber) return true;
  }
  return false;
}

// "Đảng viên: 7.267 người", "2. Xóa tên: 3 đồng chí; nữ: 12": the words in front of the colon belong to the number
// behind it; where other numbers stand before them, only a few words do.
bool IsLabel(const AnalyzedText& text, std::size_t begin, std::size_t colon) {
  constexpr std::size_t kLongestLabel = 8;  // tokens
  const bool numbered = text.tokens[begin].kind == TokenKind::kNumber && text.IsPunctuation(begin + 1, ".)");
  if (!HasNumber(text, begin + (numbered ? 1 : 0), colon)) return true;
  std::size_t first = colon;
  while (first > begin && !(EndsClause(text, first - 1) && !text.IsPunctuation(first - 1, ")"))) {
    --first;
    if (!text.IsPunctuation(first, ")")) continue;
    while (first > begin && !text.IsPunctuation(first, "(")) --first;  // "Kết nạp đảng viên (ĐV) mới: 83"
  }
  return colon - first <= kLongestLabel && !HasNumber(text, first, colon);
}

}  // namespace

const Mention* LastCue(const AnalyzedText& text, std::size_t begin, std::size_t end, std::string_view role) {
  const Mention* last = nullptr;
  for (const Mention* mention : text.MentionsIn(begin, end)) {
    if (IsCue(text, *mention, end, role)) last = mention;
  }
  return last;
}

const Mention* FirstCue(const AnalyzedText& text, std::size_t begin, std::size_t end, std::string_view role) {
  for (const Mention* mention : text.MentionsIn(begin, end)) {
    if (IsCue(text, *mention, end, role)) return mention;
  }
  return nullptr;
}

const Mention* CueOver(const AnalyzedText& text, std::size_t at, std::string_view role) {
  constexpr std::size_t kLongestCue = 6;  // tokens
  for (const Mention* mention : text.MentionsIn(TokensBack(at, kLongestCue), at + 1)) {
    if (mention->end > at && IsCue(text, *mention, text.tokens.size(), role)) return mention;
  }
  return nullptr;
}

bool IsWord(const AnalyzedText& text, std::size_t at, std::string_view word) {
  return text.IsKey(at, SyllableKey(word));
}

std::size_t ClauseEnd(const AnalyzedText& text, std::size_t at, std::size_t end) {
  while (at < end && !(EndsClause(text, at) && !InsidePhrase(text, at))) ++at;
  return at;
}

std::size_t ClauseBegin(const AnalyzedText& text, std::size_t begin, std::size_t at) {
  bool labelled = false;
  while (at > begin) {
    // "giá trị sản xuất (giá so sánh) của tỉnh": what stands in brackets interrupts no clause.
    if (text.IsPunctuation(at - 1, ")")) {
      std::size_t open = at - 1;
      while (open > begin && !text.IsPunctuation(open, "(")) --open;
      if (!text.IsPunctuation(open, "(")) break;
      at = open;
    } else if (text.IsPunctuation(at - 1, ":") && IsLabel(text, begin, at - 1) &&
               !(labelled && HasNumber(text, begin, at))) {
      labelled = true;
      --at;  // "Đảng viên: 7.267 người": the label belongs to the number
    } else if (EndsClause(text, at - 1) && !InsidePhrase(text, at - 1)) {
      break;
    } else {
      --at;
    }
  }
  return at;
}

}  // namespace timso
