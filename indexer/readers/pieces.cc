#include "indexer/readers/pieces.h"

#include <algorithm>
#include <optional>

#include "indexer/readers/dates.h"
#include "indexer/readers/phrases.h"

namespace timso {
namespace {

constexpr std::size_t kLongPiece = 400;      // bytes; longer is running text and not looked at closely
constexpr std::size_t kSentenceWords = 8;    // a piece of so many that ends like a sentence is running text
constexpr std::size_t kParagraphWords = 40;  // and so is one of so many, however it ends
constexpr std::size_t kNameWords = 5;
constexpr std::size_t kCutSpaces = 3;

// Bytes of the white-space character at text[at], or 0. No-break spaces count.
std::size_t SpaceAt(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || c == '\r' || c == '\v' || c == '\f') return 1;
  if (c == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0') return 2;
  const bool wide = c == '\xE2' && at + 2 < text.size() && text[at + 1] == '\x80';
  if (wide && static_cast<unsigned char>(text[at + 2]) <= 0x8B) return 3;
  return 0;
}

bool EndsLikeSentence(std::string_view piece) {
  for (const std::string_view close : {"”", "\"", "’", "'", ")", "»"}) {
    if (piece.ends_with(close)) piece.remove_suffix(close.size());
  }
  return piece.ends_with('.') || piece.ends_with(';') || piece.ends_with(':') || piece.ends_with("…");
}

bool HasDigits(std::string_view surface, std::ptrdiff_t at_least) {
  return std::count_if(surface.begin(), surface.end(), [](char c) { return c >= '0' && c <= '9'; }) >= at_least;
}

// Looks at the words of one piece.
class Looker {
 public:
  explicit Looker(std::string_view piece) : piece_(piece), words_(LineWords(piece)) {}

  Look Run() const {
    if (words_.size() == 0) return Look::kNoise;
    if (const std::optional<Look> heading = Heading()) return *heading;
    if (const std::optional<Look> covered = Covered()) return *covered;
    if (Begins(kClockPhrase) && !FindDate(words_).empty() && words_.size() <= kParagraphWords / 2) return Look::kClock;
    if (IsDateline(words_) || IsReportDateline(words_)) return Look::kDateline;
    if (IsCaption()) return Look::kCaption;
    if (CueThenSign(kAuthorPhrase, 12)) return Look::kAuthor;
    if (CueThenSign(kSourcePhrase, 12)) return Look::kSource;
    if (CueThenSign(kFooterPhrase, 40) || (Begins(kFooterPhrase) && words_.size() <= 20)) return Look::kFooter;
    if (IsName()) return Look::kInitials;
    return IsParagraph() ? Look::kParagraph : Look::kText;
  }

 private:
  static constexpr std::uint32_t kAny = 0xFFFFFFFF;

  bool Begins(std::uint32_t kinds) const { return PhraseTable::Furniture().At(words_, 0, kinds).words > 0; }

  bool CueThenSign(std::uint32_t kinds, std::size_t most_words) const {
    const std::size_t cue = PhraseTable::Furniture().At(words_, 0, kinds).words;
    return cue > 0 && cue <= words_.size() && words_.size() <= most_words && words_.After(cue - 1) == ':';
  }

  // "Ý kiến bạn đọc", "Tin liên quan (3)", "ĐỌC THÊM: 5 cách giữ tinh thần …"
  std::optional<Look> Heading() const {
    const PhraseTable::Match match = PhraseTable::Furniture().At(words_, 0, kTailPhrase | kRelatedPhrase);
    if (match.words > 0 && OnlyNumbers(match.words)) {
      return (match.kinds & kTailPhrase) != 0 ? Look::kTail : Look::kRelated;
    }
    if (CueThenSign(kTeaserPhrase, kParagraphWords)) return Look::kTeaser;
    return std::nullopt;
  }

  bool OnlyNumbers(std::size_t from) const {
    for (std::size_t i = from; i < words_.size(); ++i) {
      if (!words_.IsNumber(i)) return false;
    }
    return true;
  }

  // Nothing but phrases of the page's machinery, numbers, codes and single letters (A- A A+).
  std::optional<Look> Covered() const {
    std::uint32_t kinds = 0;
    std::size_t codes = 0;
    for (std::size_t i = 0; i < words_.size();) {
      const PhraseTable::Match match =
          PhraseTable::Furniture().At(words_, i, kToolPhrase | kCounterPhrase | kWeakPhrase);
      if (match.words == 0 && !IsFiller(i)) return std::nullopt;
      if (match.words == 0 && IsCode(i)) ++codes;
      kinds |= match.kinds;
      i += std::max<std::size_t>(match.words, 1);
    }
    if ((kinds & kCounterPhrase) != 0) return Look::kCounter;
    if ((kinds & kToolPhrase) != 0) return Look::kTool;
    if ((kinds & kWeakPhrase) != 0) return codes > 0 ? Look::kCounter : Look::kWeak;
    if (codes > 0) return Look::kCounter;
    const bool numbers = std::all_of(words_.tokens.begin(), words_.tokens.end(),
                                     [](const Token& token) { return token.kind == TokenKind::kNumber; });
    return numbers ? std::optional<Look>(Look::kNumber) : std::nullopt;
  }

  bool IsFiller(std::size_t i) const {
    const std::string_view surface = words_.SurfaceOf(i);
    return words_.IsNumber(i) || IsCode(i) || surface == "A" || surface == "a";
  }

  // 367915D, d94730, Post282080, the c and 33017319 of c/33017319: letters glued to four and more digits.
  bool IsCode(std::size_t i) const {
    const TokenKind kind = words_.tokens[i].kind;
    if (kind == TokenKind::kUrl || kind == TokenKind::kEmail) return true;
    if (kind == TokenKind::kCode) return HasDigits(words_.SurfaceOf(i), 4);
    const bool letter = kind == TokenKind::kWord && words_.SurfaceOf(i).size() == 1;
    return letter && words_.After(i) == '/' && i + 1 < words_.size() && HasDigits(words_.SurfaceOf(i + 1), 4);
  }

  // "Ảnh: …", "Ảnh minh hoạ: …", "… lớp sơ cấp khóa XX. Ảnh: Quốc Huy", "… (Ảnh: TTXVN)"
  bool IsCaption() const {
    if (CueThenSign(kCaptionPhrase, 120)) return true;
    const std::size_t first = words_.size() > 2 * kNameWords ? words_.size() - 2 * kNameWords : 0;
    for (std::size_t i = std::max<std::size_t>(first, 1); i < words_.size(); ++i) {
      const std::size_t cue = PhraseTable::Furniture().At(words_, i, kCaptionPhrase).words;
      if (cue == 0 || !words_.tokens[i].capitalized) continue;
      const char before = words_.After(i - 1);
      const char after = words_.After(i + cue - 1);
      if ((before == '.' || before == '(' || before == '-') && after == ':') return true;
    }
    return false;
  }

  // "N.M", "LA", "NGỌC T.", "Lê Hương", "Vũ Đình Chuyền"
  bool IsName() const {
    if (words_.size() > kNameWords || piece_.size() > 60) return false;
    if (words_.size() == 1 && words_.tokens[0].kind == TokenKind::kWord && !words_.tokens[0].all_capitals) return false;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const TokenKind kind = words_.tokens[i].kind;
      if (kind != TokenKind::kWord && kind != TokenKind::kAbbreviation) return false;
      if (!words_.tokens[i].capitalized && kind == TokenKind::kWord) return false;
      const char after = words_.After(i);
      if (after != 0 && after != '.' && after != ',' && after != '-') return false;
    }
    return true;
  }

  bool IsParagraph() const {
    return words_.size() >= kParagraphWords || (words_.size() >= kSentenceWords && EndsLikeSentence(piece_));
  }

  std::string_view piece_;
  Words words_;
};

}  // namespace

void CutLine(std::string_view text, std::size_t begin, std::size_t end, std::size_t line,
             std::vector<LinePiece>& pieces) {
  const auto add = [&](std::size_t from, std::size_t to) {
    if (from < to) {
      LinePiece piece;
      piece.begin = from;
      piece.end = to;
      piece.line = line;
      pieces.push_back(piece);
    }
  };
  std::size_t piece_begin = begin;
  std::size_t piece_end = begin;  // after the last character that is no space
  std::size_t spaces = 0;
  for (std::size_t at = begin; at < end;) {
    const std::size_t space = SpaceAt(text, at);
    const bool cut = text[at] == '\t' || text[at] == '|';
    if (space > 0 && !cut) {
      if (piece_end == piece_begin) piece_begin = piece_end = at + space;
      ++spaces;
      at += space;
      continue;
    }
    if (cut || (spaces >= kCutSpaces && piece_end > piece_begin)) {
      add(piece_begin, piece_end);
      piece_begin = piece_end = cut ? at + 1 : at;
    }
    spaces = 0;
    at += 1;
    if (!cut) piece_end = at;
  }
  add(piece_begin, std::min(piece_end, end));
}

Look LookOf(std::string_view piece) { return piece.size() > kLongPiece ? Look::kParagraph : Looker(piece).Run(); }

bool IsLetterhead(std::string_view piece) {
  constexpr std::size_t kMostWords = 8;
  const Words words = LineWords(piece);
  if (words.size() > kMostWords || PhraseTable::Furniture().At(words, 0, kLetterheadPhrase).words == 0) return false;
  return std::all_of(words.tokens.begin(), words.tokens.end(), [](const Token& token) { return token.all_capitals; });
}

std::string_view AfterCue(std::string_view piece) {
  const std::size_t colon = piece.find(':');
  if (colon == std::string_view::npos) return piece;
  piece.remove_prefix(colon + 1);
  while (!piece.empty() && SpaceAt(piece, 0) > 0) piece.remove_prefix(SpaceAt(piece, 0));
  return piece;
}

}  // namespace timso
