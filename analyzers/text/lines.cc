#include "analyzers/text/lines.h"

#include <algorithm>
#include <array>

#include "analyzers/text/syllable.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

// Hard-wrapped text keeps its lines within these widths; longer lines are whole paragraphs.
constexpr std::size_t kNarrowest = 30;
constexpr std::size_t kWidest = 130;
// Short of it a line that small letters follow is a heading or a cell rather than wrapped.
constexpr std::size_t kWrapped = 40;

bool IsBullet(std::string_view sign) {
  constexpr std::array<std::string_view, 17> kBullets = {"-", "–", "—", "+", "*", "•", "·",      "●",     "▪",
                                                         "■", "►", "➢", "✓", "○", "◦", "\uF0B7", "\uF02D"};
  return std::find(kBullets.begin(), kBullets.end(), sign) != kBullets.end();
}

// Words that a number has to follow: a line that ends with one goes on with the number.
bool AsksForNumber(std::string_view word) {
  constexpr std::array<std::string_view, 30> kAsking = {
      "năm",  "tháng", "ngày", "quý",    "từ",   "đến", "đạt",  "có",    "được", "là",
      "trên", "hơn",   "gần",  "khoảng", "dưới", "số",  "bằng", "chiếm", "tăng", "giảm",
      "và",   "với",   "còn",  "lên",    "vượt", "cho", "thứ",  "xuống", "nạp",  "ước"};
  const std::string lower = LowerCase(word);
  return std::find(kAsking.begin(), kAsking.end(), lower) != kAsking.end();
}

class LineFinder {
 public:
  LineFinder(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  std::vector<Line> Run() {
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= tokens_.size(); ++i) {
      if (i < tokens_.size() && tokens_[i].kind != TokenKind::kLineBreak) continue;
      if (begin < i) lines_.push_back(Describe(begin, i));
      begin = i + 1;
    }
    const std::size_t measure = Measure();
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) lines_[i].runs_on = RunsOn(lines_[i], lines_[i + 1], measure);
    return std::move(lines_);
  }

 private:
  std::string_view At(std::size_t i) const { return Surface(text_, tokens_[i]); }
  bool IsSign(std::size_t i) const { return tokens_[i].kind == TokenKind::kPunctuation; }

  Line Describe(std::size_t begin, std::size_t end) const {
    Line line;
    line.begin = begin;
    line.end = end;
    const std::size_t first = tokens_[begin].begin;
    for (std::size_t at = first; at < tokens_[end - 1].end; ++at) line.width += IsCodePointBoundary(text_, at) ? 1 : 0;
    line.opening = Opening(begin, end);
    line.columns = HasColumns(begin, end);
    line.paragraph_end = end == tokens_.size() || tokens_[end].paragraph_end;
    return line;
  }

  LineOpening Opening(std::size_t begin, std::size_t end) const {
    if (IsSign(begin) && IsBullet(At(begin)) && begin + 1 < end) return LineOpening::kBullet;
    if (begin + 1 < end && IsSign(begin + 1) && !tokens_[begin + 1].space_before) {
      const std::string_view sign = At(begin + 1);
      const bool label = tokens_[begin].kind == TokenKind::kNumber || At(begin).size() <= 2 || IsRoman(begin);
      const bool spaced = begin + 2 == end || tokens_[begin + 2].space_before;
      if (label && (sign == ")" || sign == "/" || (sign == "." && spaced)) && At(begin).size() <= 5) {
        return LineOpening::kListNumber;
      }
    }
    return LineOpening::kText;
  }

  bool IsRoman(std::size_t i) const { return At(i).find_first_not_of("IVX") == std::string_view::npos; }

  bool HasColumns(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i + 1 < end; ++i) {
      if (At(i) == "|") return true;
      const std::string_view gap = text_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end);
      if (gap.size() >= 3 || gap.find('\t') != std::string_view::npos) return true;
    }
    return false;
  }

  // The width that the text's lines were wrapped to, or 0 when they were not: then nearly every line that another
  // follows in its paragraph is filled up so far that the next line's first word had no room.
  std::size_t Measure() const {
    std::vector<std::size_t> widths;
    for (const Line& line : lines_) {
      if (!line.paragraph_end && !line.columns) widths.push_back(line.width);
    }
    constexpr std::size_t kFewest = 3;
    if (widths.size() < kFewest) return 0;
    std::sort(widths.begin(), widths.end());
    const std::size_t measure = widths[widths.size() * 19 / 20];
    if (measure < kNarrowest || measure > kWidest) return 0;
    std::size_t filled = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (lines_[i].paragraph_end || lines_[i].columns) continue;
      ++all;
      filled += IsFilled(lines_[i], lines_[i + 1], measure) ? 1 : 0;
    }
    return filled * 10 >= all * 6 ? measure : 0;
  }

  bool IsFilled(const Line& line, const Line& next, std::size_t measure) const {
    std::size_t word = 1;
    const Token& first = tokens_[next.begin];
    for (std::size_t at = first.begin; at < first.end; ++at) word += IsCodePointBoundary(text_, at) ? 1 : 0;
    return measure != 0 && line.width + word > measure;
  }

  bool RunsOn(const Line& line, const Line& next, std::size_t measure) const {
    if (line.paragraph_end || line.columns || next.columns) return false;
    const std::size_t last = line.end - 1;
    const bool filled = IsFilled(line, next, measure);
    if (next.opening == LineOpening::kBullet) return filled && IsDashWithin(last, next.begin);
    if (next.opening == LineOpening::kListNumber && !AsksForNumber(At(last))) return false;
    const std::string_view sign = IsSign(last) ? At(last) : std::string_view();
    if (sign == "," || sign == "–" || sign == "-" || sign == "(") return last > line.begin;
    if (sign == ":" || sign == ";") return filled && IsSmall(next.begin);
    if (sign == "!" || sign == "?" || sign == "…") return false;
    if (sign == "." && last > line.begin && OwnsStop(LowerCase(At(last - 1)))) return tokens_[next.begin].capitalized;
    // Also when the line ends with a full stop: whether that ends the sentence is no matter of lines.
    if (filled) return true;
    return line.width >= kWrapped && (IsSmall(next.begin) || (IsNumber(next.begin) && AsksForNumber(At(last))));
  }

  // "2015\n- 2020".
  bool IsDashWithin(std::size_t last, std::size_t dash) const {
    return IsNumber(last) && dash + 1 < tokens_.size() && IsNumber(dash + 1);
  }

  bool IsSmall(std::size_t i) const { return tokens_[i].kind == TokenKind::kWord && !tokens_[i].capitalized; }
  bool IsNumber(std::size_t i) const {
    return tokens_[i].kind == TokenKind::kNumber || tokens_[i].kind == TokenKind::kDate;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Line> lines_;
};

}  // namespace

bool OwnsStop(std::string_view lower) {
  constexpr std::array<std::string_view, 27> kOwners = {
      "tp",  "tx", "tt", "ths", "ts",  "tskh", "pgs", "gs", "bs",  "ks",   "cn",   "ls",   "dr",  "mr",
      "mrs", "ms", "st", "no",  "nxb", "tr",   "ncs", "vs", "đ/c", "nsnd", "nsưt", "ngnd", "ngưt"};
  return std::find(kOwners.begin(), kOwners.end(), lower) != kOwners.end();
}

std::vector<Line> FindLines(std::string_view text, const std::vector<Token>& tokens) {
  return LineFinder(text, tokens).Run();
}

}  // namespace timso
