#include "indexer/readers/layout.h"

#include <algorithm>
#include <optional>

#include "analyzers/text/letters.h"
#include "analyzers/text/text_tables.h"
#include "analyzers/text/utf8.h"
#include "indexer/readers/dates.h"
#include "indexer/readers/pieces.h"

namespace timso {
namespace {

constexpr std::size_t kTitleCandidates = 12;
constexpr std::size_t kLongestTitle = 400;    // bytes
constexpr std::size_t kShortHeadWords = 8;    // a piece between title and body of so few is a category
constexpr std::size_t kDigitColumn = 3;       // lines of one or two digits that make a counter
constexpr std::size_t kTeaserParagraphs = 2;  // so many real paragraphs after related headlines: the article goes on

bool IsText(Look look) { return look == Look::kText || look == Look::kParagraph; }
bool IsMachinery(Look look) {
  return look == Look::kCounter || look == Look::kTool || look == Look::kTail || look == Look::kClock;
}

bool StartsLow(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  std::size_t pos = at;
  const char32_t c = DecodeCodePoint(text, pos);
  const Letter& letter = LetterOf(c);
  return letter.letter == c && letter.letter != 0;
}

// The layout of one page. Pieces of all lines in order; each step settles some.
class Page {
 public:
  Page(Document& document, const std::vector<PageLine>& lines) : document_(document), text_(document.text) {
    for (std::size_t i = 0; i < lines.size(); ++i) AddLine(lines, i);
    KeepTables();
  }

  void Run() {
    SettleWeak();
    FindTitle();
    FindTail();
    ReadHead();
    ReadTail();
    Emit();
    if (document_.title.empty()) TitleFromText();
  }

 private:
  struct Settled : LinePiece {
    std::optional<BlockKind> kind;
  };

  std::string_view TextOf(const LinePiece& piece) const { return text_.substr(piece.begin, piece.end - piece.begin); }

  void AddLine(const std::vector<PageLine>& lines, std::size_t i) {
    std::vector<LinePiece> pieces;
    const PageLine& line = lines[i];
    if (line.hint == LineHint::kUnknown) {
      CutLine(text_, line.begin, line.end, line_count_, pieces);
    } else if (line.begin < line.end) {
      LinePiece whole;
      whole.begin = line.begin;
      whole.end = line.end;
      whole.line = line_count_;
      pieces.push_back(whole);
    }
    if (pieces.empty()) return;
    ++line_count_;
    const bool wrapped = i + 1 < lines.size() && StartsLow(text_, lines[i + 1].begin);
    for (const LinePiece& piece : pieces) {
      Settled settled{piece, std::nullopt};
      settled.look = line.hint == LineHint::kUnknown ? LookOf(TextOf(piece)) : Look::kText;
      settled.wrapped = wrapped;
      if (wrapped && settled.look == Look::kText) settled.look = Look::kParagraph;
      if (line.hint == LineHint::kTitle) settled.kind = BlockKind::kTitle;
      if (line.hint == LineHint::kBody) settled.kind = BlockKind::kBody;
      if (line.hint == LineHint::kCaption) settled.kind = BlockKind::kCaption;
      if (line.hint == LineHint::kFurniture) settled.kind = BlockKind::kFurniture;
      pieces_.push_back(settled);
    }
  }

  // Cells look like names and counters; a table is the article's own.
  void KeepTables() {
    std::size_t piece = 0;
    for (const TextTable& table : FindTextTables(text_)) {
      while (piece < pieces_.size() && pieces_[piece].begin < table.span.begin) ++piece;
      for (; piece < pieces_.size() && pieces_[piece].begin < table.span.end; ++piece) {
        if (!pieces_[piece].kind) pieces_[piece].kind = BlockKind::kBody;
      }
    }
  }

  // Counts beside counters are counters; a column of digits is one.
  void SettleWeak() {
    const auto spread = [](Settled& piece, const Settled& neighbour) {
      const bool near = piece.line <= neighbour.line + 1 && neighbour.line <= piece.line + 1;
      if (near && IsMachinery(neighbour.look) && (piece.look == Look::kWeak || piece.look == Look::kNumber)) {
        piece.look = Look::kCounter;
      }
    };
    for (std::size_t i = 1; i < pieces_.size(); ++i) spread(pieces_[i], pieces_[i - 1]);
    for (std::size_t i = pieces_.size(); i-- > 1;) spread(pieces_[i - 1], pieces_[i]);
    for (std::size_t i = 0; i < pieces_.size();) {
      std::size_t end = i;
      while (end < pieces_.size() && IsDigits(pieces_[end])) ++end;
      for (std::size_t k = i; end - i >= kDigitColumn && k < end; ++k) pieces_[k].look = Look::kCounter;
      i = std::max(end, i + 1);
    }
    for (Settled& piece : pieces_) {
      if (piece.look == Look::kWeak || piece.look == Look::kNumber) piece.look = Look::kText;
    }
  }

  static bool IsDigits(const Settled& piece) { return piece.look == Look::kNumber && piece.end - piece.begin <= 2; }

  // The title among the first lines: the longest short line, best right above a dateline, never a breadcrumb.
  void FindTitle() {
    const bool given = std::any_of(pieces_.begin(), pieces_.end(),
                                   [](const Settled& piece) { return piece.kind == BlockKind::kTitle; });
    body_begin_ = 0;
    if (given) {
      while (body_begin_ < pieces_.size() && pieces_[body_begin_].kind != BlockKind::kTitle) ++body_begin_;
      title_ = body_begin_++;
      return;
    }
    double best = 0;
    std::size_t seen = 0;
    for (std::size_t i = 0; i < pieces_.size() && seen < kTitleCandidates; ++i) {
      if (pieces_[i].look == Look::kParagraph || pieces_[i].kind == BlockKind::kBody) break;
      if (pieces_[i].look != Look::kText && pieces_[i].look != Look::kInitials) continue;
      const double score = TitleScore(i, seen++);
      if (score > best) {
        best = score;
        title_ = i;
      }
    }
    if (title_) pieces_[*title_].kind = BlockKind::kTitle;
    body_begin_ = title_ ? *title_ + 1 : 0;
  }

  double TitleScore(std::size_t i, std::size_t seen) const {
    const std::string_view line = TextOf(pieces_[i]);
    if (line.size() > kLongestTitle) return 0;
    const double words = static_cast<double>(std::count(line.begin(), line.end(), ' ') + 1);
    double score = std::min(words, 12.0) - 1.5 * static_cast<double>(seen);
    const bool alone = (i == 0 || pieces_[i - 1].line != pieces_[i].line) &&
                       (i + 1 == pieces_.size() || pieces_[i + 1].line != pieces_[i].line);
    if (!alone || line.find("»") != std::string_view::npos || line.find(" > ") != std::string_view::npos) score -= 6;
    if (IsLetterhead(line)) score -= 4;
    for (std::size_t next = i + 1; next < pieces_.size() && next <= i + 2; ++next) {
      if (pieces_[next].look == Look::kDateline) score += 3;
      if (pieces_[next].look != Look::kNoise) break;
    }
    return score;
  }

  // Where the article ends: at the comments' or statistics' heading, at other articles' headlines unless it goes on
  // after them.
  void FindTail() {
    tail_ = pieces_.size();
    bool body = false;
    for (std::size_t i = body_begin_; i < pieces_.size(); ++i) {
      const Look look = pieces_[i].look;
      body = body || look == Look::kParagraph || pieces_[i].kind == BlockKind::kBody;
      if (!body) continue;
      if (look == Look::kTail) {
        tail_ = i;
        return;
      }
      if (look != Look::kRelated) continue;
      const std::size_t goes_on = NextParagraph(i);
      if (goes_on == pieces_.size()) {
        tail_ = i;
        return;
      }
      for (; i < goes_on; ++i) pieces_[i].kind = BlockKind::kFurniture;
      --i;
    }
  }

  // The next real paragraph, when enough of them follow; else the end.
  std::size_t NextParagraph(std::size_t from) const {
    std::size_t first = pieces_.size();
    std::size_t paragraphs = 0;
    for (std::size_t i = from + 1; i < pieces_.size(); ++i) {
      if (pieces_[i].look == Look::kTail) break;
      if (pieces_[i].look != Look::kParagraph) continue;
      first = std::min(first, i);
      ++paragraphs;
    }
    return paragraphs >= kTeaserParagraphs ? first : pieces_.size();
  }

  std::size_t FirstParagraph() const {
    std::size_t i = body_begin_;
    while (i < tail_ && pieces_[i].look != Look::kParagraph && pieces_[i].kind != BlockKind::kBody) ++i;
    return i;
  }

  // After the last running text; what stands there is signatures and sources.
  std::size_t BodyEnd() const {
    std::size_t end = tail_;
    while (end > body_begin_ && pieces_[end - 1].look != Look::kParagraph &&
           pieces_[end - 1].kind != BlockKind::kBody) {
      --end;
    }
    return end;
  }

  void ReadHead() {
    const std::size_t first = FirstParagraph();
    for (std::size_t i = 0; i < std::min(first, pieces_.size()); ++i) {
      Settled& piece = pieces_[i];
      if (piece.look == Look::kDateline) TakeDate(piece);
      const bool before_title = title_ && i < *title_;
      const bool category = title_ && first < tail_ && piece.look == Look::kText && IsCategory(piece);
      if (!piece.kind && (before_title || category)) piece.kind = BlockKind::kFurniture;
      if (piece.look == Look::kAuthor || piece.look == Look::kSource) TakeByline(piece);
    }
    if (first < pieces_.size()) TakeDateOfLead(TextOf(pieces_[first]));
  }

  bool IsCategory(const Settled& piece) const {
    const std::string_view line = TextOf(piece);
    const bool digits = line.find_first_of("0123456789") != std::string_view::npos;
    const std::size_t words = static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
    return !digits && words <= kShortHeadWords && line.find_last_of(".:!?") != line.size() - 1;
  }

  // "(QBĐT, 22/7/2019) - Ban Tổ chức Tỉnh ủy …"
  void TakeDateOfLead(std::string_view lead) {
    constexpr std::size_t kLeadBytes = 80;
    const std::string_view head = lead.substr(0, kLeadBytes);
    const std::size_t open = head.find('(');
    const std::size_t close = head.find(')');
    if (open > kLeadBytes / 2 || close == std::string_view::npos || close < open || !document_.date.empty()) return;
    document_.date = FindDate(LineWords(head.substr(open + 1, close - open - 1)));
  }

  void TakeDate(const Settled& piece) {
    if (document_.date.empty()) document_.date = FindDate(LineWords(TextOf(piece)));
  }

  void TakeByline(const Settled& piece) {
    std::string& field = piece.look == Look::kSource ? document_.source : document_.author;
    if (field.empty()) field = AfterCue(TextOf(piece));
  }

  void ReadTail() {
    const std::size_t end = BodyEnd();
    for (std::size_t i = end; i < pieces_.size(); ++i) {
      Settled& piece = pieces_[i];
      if (piece.kind) continue;
      if (piece.look == Look::kDateline) TakeDate(piece);
      if (piece.look == Look::kAuthor || piece.look == Look::kSource) TakeByline(piece);
      const bool name = piece.look == Look::kInitials && i < tail_ && !InTable(i);
      if (name && document_.author.empty()) document_.author = TextOf(piece);
      if (name || i >= tail_ || piece.look == Look::kFooter) piece.kind = BlockKind::kFurniture;
    }
    for (std::size_t i = body_begin_; i < end; ++i) {
      if (pieces_[i].look == Look::kAuthor || pieces_[i].look == Look::kSource) TakeByline(pieces_[i]);
    }
  }

  // A neighbour on the same line is text: a row of a table.
  bool InTable(std::size_t i) const {
    const auto text = [&](std::size_t k) {
      return k < pieces_.size() && pieces_[k].line == pieces_[i].line && IsText(pieces_[k].look);
    };
    return text(i + 1) || (i > 0 && text(i - 1));
  }

  BlockKind KindOf(const Settled& piece) const {
    if (piece.kind) return *piece.kind;
    if (piece.look == Look::kCaption) return BlockKind::kCaption;
    // A bare name or an imprint's word amid the text is text.
    return IsText(piece.look) || piece.look == Look::kInitials || piece.look == Look::kFooter ? BlockKind::kBody
                                                                                              : BlockKind::kFurniture;
  }

  void Emit() {
    for (const Settled& piece : pieces_) {
      const BlockKind kind = KindOf(piece);
      std::vector<Block>& blocks = document_.blocks;
      const bool joins = !blocks.empty() && blocks.back().kind == kind && kind != BlockKind::kCaption;
      if (joins) {
        blocks.back().end = piece.end;
      } else {
        blocks.push_back({piece.begin, piece.end, kind});
      }
    }
    if (title_ && document_.title.empty()) document_.title = TextOf(pieces_[*title_]);
  }

  // No line looks like a title: the beginning of the first words stands in for one; they stay body.
  void TitleFromText() {
    constexpr std::size_t kBytes = 120;
    for (const Block& block : document_.blocks) {
      if (block.kind != BlockKind::kBody) continue;
      std::string_view head = text_.substr(block.begin, block.end - block.begin);
      head = head.substr(0, std::min(head.find('\n'), head.find(". ")));
      if (head.size() > kBytes) {
        std::size_t cut = head.rfind(' ', kBytes);
        if (cut == std::string_view::npos) cut = kBytes;
        while (!IsCodePointBoundary(head, cut)) --cut;
        document_.title = std::string(head.substr(0, cut)) + "…";
      } else {
        document_.title = head;
      }
      return;
    }
  }

  Document& document_;
  std::string_view text_;
  std::vector<Settled> pieces_;
  std::size_t line_count_ = 0;
  std::optional<std::size_t> title_;
  std::size_t body_begin_ = 0;
  std::size_t tail_ = 0;
};

}  // namespace

std::vector<PageLine> SplitLines(std::string_view text) {
  std::vector<PageLine> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    lines.push_back({begin, end, LineHint::kUnknown});
    begin = end + 1;
  }
  return lines;
}

void LayOut(Document& document, const std::vector<PageLine>& lines) {
  document.blocks.clear();
  Page(document, lines).Run();
}

}  // namespace timso
