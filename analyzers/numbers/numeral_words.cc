#include "analyzers/numbers/numeral_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace timso {
namespace {

using Class = NumeralRow::Class;

// Reads the words from left to right: a sum of what a scale word has multiplied (total_) and what is still open.
class WordReader {
 public:
  explicit WordReader(const AnalyzedText& text) : text_(text) {}

  std::optional<Numeral> Read(std::size_t at, std::size_t limit) {
    Numeral numeral;
    numeral.begin = at;
    numeral.in_words = true;
    while (at < limit && TakeToken(at, limit)) {
      ++at;
      ++words_;
    }
    if (words_ == 0 || last_ == Class::kHalfOf) return std::nullopt;
    numeral.end = at;
    numeral.value = total_ + open_ + fraction_ + ShortTail();
    numeral.scale = scale_;
    numeral.bare_one = words_ == 1 && (numeral.value == 1 || last_ == Class::kHundred);
    return numeral;
  }

 private:
  bool TakeToken(std::size_t at, std::size_t limit) {
    if (point_ && last_ == Class::kPoint && text_.tokens[at].kind == TokenKind::kNumber) {
      last_ = Class::kDigit;
      return TakeFraction(text_.Word(at));
    }
    if (text_.tokens[at].kind != TokenKind::kWord) return false;
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      if (mention->role != Role::kNumeral) continue;
      if (Take(text_.lexicon->numerals()[mention->row], at, limit)) return true;
    }
    return false;
  }

  // False when the word cannot go on the numeral.
  bool Take(const NumeralRow& row, std::size_t at, std::size_t limit) {
    if (point_ && row.numeral_class != Class::kDigit && row.numeral_class != Class::kScale) return false;
    bool fits = false;
    switch (row.numeral_class) {
      case Class::kDigit:
        fits = TakeDigit(row.value, at, limit);
        break;
      case Class::kTail:
        fits = TakeTail(row.value);
        break;
      case Class::kTen:
        fits = TakeTen();
        break;
      case Class::kTens:
        fits = TakeTens();
        break;
      case Class::kHundred:
        fits = TakeHundred();
        break;
      case Class::kZero:
        fits = last_ == Class::kHundred || last_ == Class::kScale;
        break;
      case Class::kHalf:
        fits = TakeHalf();
        break;
      case Class::kHalfOf:
        fits = words_ == 0 && NextIs(at + 1, limit, Class::kScale);
        open_ = fits ? row.value : open_;
        break;
      case Class::kPoint:
        fits = point_ = TakePoint(at, limit);
        break;
      case Class::kScale:
        fits = TakeScale(row.value, at, limit);
        break;
    }
    if (fits) {
      before_last_ = last_;
      last_ = row.numeral_class;
    }
    return fits;
  }

  bool NextIs(std::size_t at, std::size_t limit, Class wanted) const {
    if (at >= limit) return false;
    const auto mentions = text_.MentionsIn(at, at + 1);
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
      return mention->role == Role::kNumeral && text_.lexicon->numerals()[mention->row].numeral_class == wanted;
    });
  }

  bool TakePoint(std::size_t at, std::size_t limit) const {
    const bool digits = at + 1 < limit && text_.tokens[at + 1].kind == TokenKind::kNumber;
    return words_ == 1 && last_ == Class::kDigit && (digits || NextIs(at + 1, limit, Class::kDigit));
  }

  // "hai phẩy 23".
  bool TakeFraction(std::string_view digits) {
    if (digits.find_first_not_of("0123456789") != std::string_view::npos || digits.size() > 9) return false;
    fraction_ = std::strtod(("0." + std::string(digits)).c_str(), nullptr);
    return true;
  }

  bool TakeDigit(double value, std::size_t at, std::size_t limit) {
    if (point_) {
      if (last_ != Class::kPoint) return false;
      fraction_ = value / 10;
      return true;
    }
    if (words_ > 0 &&
        (last_ == Class::kDigit || last_ == Class::kTail || last_ == Class::kHalf || last_ == Class::kHalfOf))
      return false;
    // "không" opens "không trăm" and "không phẩy năm" alone.
    if (value == 0 && !(words_ > 0 ? NextIs(at + 1, limit, Class::kHundred) : NextIs(at + 1, limit, Class::kPoint)))
      return false;
    // "hai trăm năm": two hundred years.
    const bool after_round = last_ == Class::kHundred || last_ == Class::kScale;
    if (words_ > 0 && after_round && value == 5 && !GoesOn(at + 1, limit)) return false;
    digit_ = value;
    open_ += value;
    return true;
  }

  // Whether the numeral goes on with a word that gives this digit its place: "hai trăm năm mươi".
  bool GoesOn(std::size_t at, std::size_t limit) const {
    return NextIs(at, limit, Class::kTens) || NextIs(at, limit, Class::kHundred) || NextIs(at, limit, Class::kScale);
  }

  // "hai mươi mốt", and without "mươi": "hai mốt".
  bool TakeTail(double value) {
    const bool marked = text_.lexicon->form() == Lexicon::Form::kExact;
    if (last_ == Class::kDigit && digit_ >= 2 && marked && words_ > 0)
      open_ += digit_ * 9;
    else if (words_ == 0 || (last_ != Class::kTens && last_ != Class::kTen && last_ != Class::kZero))
      return false;
    open_ += value;
    return true;
  }

  bool TakeTen() {
    if (words_ > 0 && last_ != Class::kHundred && last_ != Class::kScale) return false;
    open_ += 10;
    return true;
  }

  bool TakeTens() {
    if (words_ == 0 || last_ != Class::kDigit) return false;
    open_ += digit_ * 9;  // the digit is in it once
    return true;
  }

  // "hai trăm"; "trăm" alone is a hundred, "trăm rưỡi" one and a half.
  bool TakeHundred() {
    if (words_ == 0) {
      if (text_.lexicon->form() == Lexicon::Form::kFolded) return false;  // "trạm"
      open_ = 100;
      return true;
    }
    if (last_ != Class::kDigit) return false;
    open_ += digit_ * 99;
    return true;
  }

  bool TakeHalf() {
    if (words_ == 0 || (last_ != Class::kScale && last_ != Class::kHundred)) return false;
    total_ += 0.5 * (last_ == Class::kScale ? scale_ : 100);
    return true;
  }

  bool TakeScale(double value, std::size_t at, std::size_t limit) {
    if (words_ == 0) {
      if (!NextIs(at + 1, limit, Class::kHalf)) return false;
      open_ = 1;
    }
    if (value > scale_ && last_ == Class::kScale && words_ > 0) {
      total_ *= value;
      scale_ *= value;
    } else {
      total_ += (open_ + fraction_) * value;
      scale_ = value;
    }
    open_ = fraction_ = 0;
    point_ = false;
    return true;
  }

  // "một triệu hai", "một trăm hai": the digit counts the next smaller place.
  double ShortTail() const {
    if (last_ != Class::kDigit || words_ < 3 || open_ == 0) return 0;
    if (before_last_ == Class::kScale) return digit_ * (scale_ / 10 - 1);
    return before_last_ == Class::kHundred ? digit_ * 9 : 0;
  }

  const AnalyzedText& text_;
  double total_ = 0;
  double open_ = 0;
  double fraction_ = 0;
  double digit_ = 0;
  double scale_ = 1;
  std::size_t words_ = 0;
  bool point_ = false;
  Class last_ = Class::kHalf;  // nothing that a digit could follow wrongly
  Class before_last_ = Class::kHalf;
};

// "vài trăm", "hàng nghìn", "mấy chục": no number is stated.
bool Vague(const AnalyzedText& text, std::size_t at) {
  constexpr std::array<std::string_view, 14> kWords = {"hàng", "vài", "mấy", "cả", "nhiều", "bạc", "chục",
                                                       "hang", "vai", "may", "ca", "nhieu", "bac", "chuc"};
  if (at == 0) return false;
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return text.IsKey(at - 1, word); });
}

}  // namespace

std::optional<Numeral> ReadNumeralWords(const AnalyzedText& text, std::size_t at, std::size_t limit) {
  if (at > 0 && text.IsPunctuation(at - 1, "/")) return std::nullopt;  // "đồng/năm"
  auto numeral = WordReader(text).Read(at, limit);
  const bool round = numeral && numeral->value >= 10 && numeral->end == at + 1;
  return round && Vague(text, at) ? std::nullopt : numeral;
}

}  // namespace timso
