#include "analyzers/numbers/numeral.h"

#include <algorithm>
#include <string>
#include <vector>

namespace timso {
namespace {

using Class = NumeralRow::Class;

// The parts of a digit string between its separators.
struct Digits {
  std::vector<std::string> groups;
  std::string separators;  // one character between each two groups
};

Digits SplitDigits(std::string_view text) {
  Digits digits;
  digits.groups.emplace_back();
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits.groups.back().push_back(c);
    } else {
      digits.separators.push_back(c);
      digits.groups.emplace_back();
    }
  }
  return digits;
}

// Whether separator number `i` may stand before a group of thousands.
bool Groups(const Digits& digits, std::size_t i) {
  return digits.groups[i + 1].size() == 3 && digits.groups[0].size() <= 3 && digits.groups[0] != "0";
}

// How many of the separators, from the left, group thousands; what follows is a decimal fraction.
std::size_t CountGrouping(const Digits& digits) {
  const std::string& separators = digits.separators;
  if (separators.empty()) return 0;
  const char first = separators[0];
  std::size_t same = 0;
  while (same < separators.size() && separators[same] == first && Groups(digits, same)) ++same;
  if (same == separators.size()) return first == ',' && same == 1 ? 0 : same;  // 24,023 is a decimal
  return same;
}

const NumeralRow* NumeralAt(const AnalyzedText& text, std::size_t token, std::size_t* end) {
  for (const Mention* mention : text.MentionsIn(token, token + 1)) {
    if (mention->role != Role::kNumeral) continue;
    *end = mention->end;
    return &text.lexicon->numerals()[mention->row];
  }
  return nullptr;
}

bool IsScale(const NumeralRow* row) {
  return row != nullptr && (row->numeral_class == Class::kScale || row->numeral_class == Class::kHundred);
}

// Scale words that multiply what stands before: "nghìn tỷ".
double ReadScale(const AnalyzedText& text, std::size_t& at, std::size_t limit) {
  double scale = 1;
  std::size_t end = 0;
  while (at < limit) {
    const NumeralRow* row = NumeralAt(text, at, &end);
    if (!IsScale(row)) break;
    if (row->numeral_class == Class::kHundred && scale == 1 && text.lexicon->form() == Lexicon::Form::kFolded) break;
    scale *= row->value;
    at = end;
  }
  return scale;
}

// "rưỡi" after a scale word.
double ReadHalf(const AnalyzedText& text, std::size_t& at, std::size_t limit, double scale) {
  std::size_t end = 0;
  const NumeralRow* row = at < limit ? NumeralAt(text, at, &end) : nullptr;
  if (row == nullptr || row->numeral_class != Class::kHalf) return 0;
  at = end;
  return scale * row->value;
}

// "228, 763 triệu": a space crept in after the comma. Only before a scale word, where nothing else makes sense.
bool JoinsOverSpace(const AnalyzedText& text, std::size_t at, std::size_t limit) {
  if (at + 3 >= limit || !text.IsPunctuation(at + 1, ",") || text.tokens[at + 1].space_before) return false;
  if (text.tokens[at + 2].kind != TokenKind::kNumber || text.Word(at + 2).size() != 3) return false;
  if (text.Word(at).find_first_of(".,") != std::string_view::npos) return false;
  std::size_t end = 0;
  return IsScale(NumeralAt(text, at + 3, &end));
}

std::optional<double> FromCode(std::string_view code) {
  const char suffix = code.back();
  const double scale = suffix == 'k' || suffix == 'K' ? 1e3 : suffix == 'M' ? 1e6 : suffix == 'G' ? 1e9 : 0;
  const std::string_view digits = code.substr(0, code.size() - 1);
  if (scale == 0 || digits.find_first_not_of("0123456789.,") != std::string_view::npos) return std::nullopt;
  const auto number = NumberFromDigits(digits);
  return number ? std::optional<double>(*number * scale) : std::nullopt;
}

std::optional<Numeral> ReadDigits(const AnalyzedText& text, std::size_t at, std::size_t limit) {
  Numeral numeral;
  numeral.begin = at;
  std::string digits(text.Word(at));
  if (JoinsOverSpace(text, at, limit)) {
    digits += "," + std::string(text.Word(at + 2));
    at += 2;
  }
  const auto number = NumberFromDigits(digits);
  if (!number) return std::nullopt;
  ++at;
  numeral.scale = ReadScale(text, at, limit);
  numeral.value = *number * numeral.scale + (numeral.scale > 1 ? ReadHalf(text, at, limit, numeral.scale) : 0);
  // "566 tỷ 384 triệu": a smaller number of a smaller scale adds up.
  while (numeral.scale > 1 && at + 1 < limit && text.tokens[at].kind == TokenKind::kNumber) {
    std::size_t next = at + 1;
    const auto part = NumberFromDigits(text.Word(at));
    const double scale = ReadScale(text, next, limit);
    if (!part || scale <= 1 || scale >= numeral.scale) break;
    numeral.value += *part * scale;
    numeral.scale = scale;
    at = next;
  }
  numeral.end = at;
  return numeral;
}

// Words: a left-to-right sum of what a scale word has multiplied and what is still open.
class WordReader {
 public:
  explicit WordReader(const AnalyzedText& text) : text_(text) {}

  std::optional<Numeral> Read(std::size_t at, std::size_t limit) {
    Numeral numeral;
    numeral.begin = at;
    numeral.in_words = true;
    std::size_t words = 0;
    std::size_t end = 0;
    while (at < limit) {
      const NumeralRow* row = NumeralAt(text_, at, &end);
      if (row == nullptr || !Take(*row, text_.Word(at))) break;
      at = end;
      ++words;
    }
    if (words == 0) return std::nullopt;
    numeral.end = at;
    numeral.value = total_ + open_;
    numeral.scale = scale_;
    numeral.bare_one = words == 1 && numeral.value == 1;
    return numeral;
  }

 private:
  // False when the word cannot go on the numeral.
  bool Take(const NumeralRow& row, std::string_view word) {
    switch (row.numeral_class) {
      case Class::kDigit:
        return TakeDigit(row.value, word);
      case Class::kTen:
        if (last_ == Class::kDigit) return false;
        open_ += 10;
        break;
      case Class::kTens:
        if (last_ != Class::kDigit) return false;
        open_ += digit_ * 9;  // the digit is in it once
        break;
      case Class::kHundred:
        if (!started_) {
          open_ = 0;
          return false;
        }
        if (last_ != Class::kDigit) return false;
        open_ += digit_ * 99;
        break;
      case Class::kZero:
        if (last_ != Class::kHundred && last_ != Class::kScale) return false;
        break;
      case Class::kHalf:
        if (last_ != Class::kScale && last_ != Class::kHundred) return false;
        total_ += 0.5 * (last_ == Class::kScale ? scale_ : 100);
        break;
      case Class::kScale:
        if (!started_) return false;
        if (row.value > scale_ && last_ == Class::kScale) {
          total_ *= row.value;
          scale_ *= row.value;
        } else {
          total_ += open_ * row.value;
          scale_ = row.value;
        }
        open_ = 0;
        break;
    }
    started_ = true;
    last_ = row.numeral_class;
    return true;
  }

  bool TakeDigit(double value, std::string_view word) {
    if (started_ && last_ == Class::kDigit) return false;
    const bool tail = word == "mốt" || word == "lăm" || word == "nhăm" || word == "tư";
    if (!started_ && (tail || value == 0)) return false;
    digit_ = value;
    open_ += value;
    started_ = true;
    last_ = Class::kDigit;
    return true;
  }

  const AnalyzedText& text_;
  double total_ = 0;
  double open_ = 0;
  double digit_ = 0;
  double scale_ = 1;
  bool started_ = false;
  Class last_ = Class::kHalf;  // nothing that a digit could follow wrongly
};

}  // namespace

std::optional<double> NumberFromDigits(std::string_view text) {
  const Digits digits = SplitDigits(text);
  const std::size_t grouping = CountGrouping(digits);
  if (digits.separators.size() > grouping + 1) return std::nullopt;
  std::string plain;
  for (std::size_t i = 0; i <= grouping; ++i) plain += digits.groups[i];
  if (digits.separators.size() == grouping + 1) plain += "." + digits.groups[grouping + 1];
  if (plain.empty() || plain.size() > 300) return std::nullopt;
  return std::strtod(plain.c_str(), nullptr);
}

std::optional<Numeral> ReadNumeral(const AnalyzedText& text, std::size_t at, std::size_t limit) {
  if (at >= limit) return std::nullopt;
  const Token& token = text.tokens[at];
  if (token.kind == TokenKind::kNumber) return ReadDigits(text, at, limit);
  if (token.kind == TokenKind::kCode) {
    const auto value = FromCode(text.Word(at));
    if (!value) return std::nullopt;
    Numeral numeral;
    numeral.begin = at;
    numeral.end = at + 1;
    numeral.value = *value;
    return numeral;
  }
  if (token.kind != TokenKind::kWord) return std::nullopt;
  return WordReader(text).Read(at, limit);
}

}  // namespace timso
