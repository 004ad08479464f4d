#include "analyzers/words/atoms.h"

#include <algorithm>
#include <array>

#include "analyzers/text/characters.h"
#include "analyzers/text/letters.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ULL;

// Titles and places whose point belongs to them. Single letters do so too (H., q.).
constexpr std::array kAbbreviations = {"TP"sv,  "Tp"sv, "tp"sv,  "TX"sv, "Tx"sv, "Th"sv, "ThS"sv, "TS"sv,  "GS"sv,
                                       "PGS"sv, "BS"sv, "KS"sv,  "CN"sv, "LS"sv, "Mr"sv, "Ms"sv,  "Mrs"sv, "Dr"sv,
                                       "St"sv,  "Co"sv, "Ltd"sv, "Jr"sv, "Sr"sv, "No"sv, "Ths"sv, "Gs"sv,  "Ts"sv};
// How the treebank writes brackets.
constexpr std::array kBracketNames = {"LBKT"sv, "RBKT"sv};

struct Counts {
  std::uint32_t lower = 0, upper = 0, digits = 0, others = 0;
  bool first_upper = false;
};

// Accumulates the key of a word, letter by letter.
class KeyHasher {
 public:
  void Add(char32_t c) {
    if (c == U'Ð' || c == U'ð') c = U'đ';  // Eth is typed for Đ
    if (const Letter& letter = LetterOf(c); letter.letter != 0) {
      hash_ = (hash_ ^ letter.letter) * kPrime;
      tone_ += static_cast<std::uint32_t>(letter.tone);
    } else {
      hash_ = (hash_ ^ (c < 0x80 ? c : ToLower(c))) * kPrime;
    }
    hash_ ^= hash_ >> 29;
  }
  std::uint64_t Get() const {
    std::uint64_t key = (hash_ ^ tone_) * kPrime;
    key ^= key >> 32;
    return key == 0 ? 1 : key;
  }

 private:
  std::uint64_t hash_ = kPrime;
  std::uint32_t tone_ = 0;
};

Shape ShapeOf(const Counts& n, bool abbreviation) {
  if (n.lower + n.upper == 0) return n.digits > 0 ? Shape::kNumber : Shape::kSign;
  if (n.digits > 0) return Shape::kMixed;
  if (abbreviation) return Shape::kAbbreviation;
  if (n.lower + n.upper == 1 && n.upper == 1) return Shape::kInitial;
  if (n.upper == 0) return Shape::kForeign;
  if (n.lower == 0) return Shape::kCapitals;
  return n.upper == 1 && n.first_upper ? Shape::kTitleForeign : Shape::kMixed;
}

// A cursor over the text.
class Splitter {
 public:
  Splitter(std::string_view text, std::vector<Atom>& atoms) : text_(text), atoms_(atoms) {}

  void Run() {
    while (pos_ < text_.size()) {
      std::size_t next = pos_;
      const char32_t c = DecodeCodePoint(text_, next);
      const std::uint8_t type = ClassOf(c);
      if ((type & (kLetterClass | kDigitClass)) != 0) {
        Core();
      } else if (c == U'\n' || (type & kSpaceClass) != 0) {
        line_begin_ = line_begin_ || c == U'\n';
        pos_ = next;
      } else {
        Signs(c, next);
      }
    }
  }

 private:
  char32_t Peek(std::size_t at) const {
    if (at >= text_.size()) return 0;
    return DecodeCodePoint(text_, at);
  }

  // Letters and digits with what connects them.
  void Core() {
    const std::size_t begin = pos_;
    Counts counts;
    KeyHasher hasher;
    char32_t previous = 0;
    while (pos_ < text_.size()) {
      std::size_t next = pos_;
      const char32_t c = DecodeCodePoint(text_, next);
      const std::uint8_t type = ClassOf(c);
      if ((type & (kLetterClass | kDigitClass)) != 0) {
        Count(type, counts, pos_ == begin);
      } else if (Connects(previous, c, next)) {
        ++counts.others;
      } else {
        break;
      }
      hasher.Add(c);
      previous = c;
      pos_ = next;
    }
    const bool abbreviation = TakesPoint(begin, counts);
    if (abbreviation && pos_ < text_.size() && text_[pos_] == '.') ++pos_;
    const std::size_t end = pos_;
    Shape shape = ShapeOf(counts, abbreviation);
    const std::string_view word = text_.substr(begin, end - begin);
    if (shape == Shape::kCapitals && std::ranges::find(kBracketNames, word) != kBracketNames.end()) {
      shape = Shape::kSign;
    }
    Push(begin, end, hasher.Get(), shape);
  }

  void Push(std::size_t begin, std::size_t end, std::uint64_t key, Shape shape) {
    atoms_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), key, shape, line_begin_});
    line_begin_ = false;
  }

  static void Count(std::uint8_t type, Counts& counts, bool first) {
    if ((type & kDigitClass) != 0) {
      ++counts.digits;
    } else if ((type & kUpperClass) != 0) {
      ++counts.upper;
      counts.first_upper = counts.first_upper || first;
    } else {
      ++counts.lower;
    }
  }

  // Whether the sign c after `previous` goes on with the atom; `next` is where what follows it begins.
  bool Connects(char32_t previous, char32_t c, std::size_t next) const {
    if (c >= 0x80 && c != U'’' && c != U'–') return false;
    if (c == U'%') return IsDigit(previous);
    const char32_t after = Peek(next);
    const std::uint8_t left = ClassOf(previous);
    const std::uint8_t right = ClassOf(after);
    if ((right & (kLetterClass | kDigitClass)) == 0) return false;
    const bool digits = (left & kDigitClass) != 0 && (right & kDigitClass) != 0;
    const bool left_lower = (left & (kLetterClass | kUpperClass)) == kLetterClass;
    const bool right_upper = (right & kUpperClass) != 0;
    switch (c) {
      case U'-':  // Lung-nan, GD-ĐT, 5.000-6.000, but Hà Nội - Hải Phòng
        return !(left_lower && right_upper);
      case U'.':  // 2.000, bktt.vn, but two sentences without a space, and TP.HCM
        return digits || (!right_upper && (left & kDigitClass) == 0);
      case U'/':
        return digits || ((left & (kUpperClass | kDigitClass)) != 0 && (right & (kUpperClass | kDigitClass)) != 0);
      case U',':
      case U':':
      case U'–':
        return digits;
      case U'\'':
      case U'’':
      case U'&':
      case U'@':
      case U'_':
      case U'+':
        return true;
      default:
        return false;
    }
  }

  // Whether the word is an abbreviation, whose point is its own: not at the end of a line, where it ends the sentence.
  bool TakesPoint(std::size_t begin, const Counts& counts) const {
    if (counts.digits + counts.others > 0) return false;
    const std::string_view word = text_.substr(begin, pos_ - begin);
    if (word == "TP" || word == "Tp") return true;  // with or without a point
    if (pos_ >= text_.size() || text_[pos_] != '.') return false;
    const std::size_t after = text_.find_first_not_of(" \t\r.", pos_);
    if (after == std::string_view::npos || text_[after] == '\n' || Peek(pos_ + 1) == U'.') return false;
    return counts.lower + counts.upper == 1 || std::ranges::find(kAbbreviations, word) != kAbbreviations.end();
  }

  // One sign, or a run of the same.
  void Signs(char32_t sign, std::size_t next) {
    const std::size_t begin = pos_;
    pos_ = next;
    KeyHasher hasher;
    hasher.Add(sign);
    while (pos_ < text_.size() && Peek(pos_) == sign && sign != kReplacementCharacter) {
      hasher.Add(DecodeCodePoint(text_, pos_));
    }
    Push(begin, pos_, hasher.Get(), Shape::kSign);
  }

  std::string_view text_;
  std::vector<Atom>& atoms_;
  std::size_t pos_ = 0;
  bool line_begin_ = true;
};

}  // namespace

std::uint64_t AtomKey(std::string_view word) {
  KeyHasher hasher;
  for (std::size_t pos = 0; pos < word.size();) hasher.Add(DecodeCodePoint(word, pos));
  return hasher.Get();
}

void SplitAtoms(std::string_view text, std::vector<Atom>& atoms) { Splitter(text, atoms).Run(); }

}  // namespace timso
