#include "analyzers/numbers/numeral.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <vector>

#include "analyzers/numbers/numeral_words.h"

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
  // 24,023 is a decimal; 50,000 and 663,700 are not: nobody writes such zeros behind a comma
  const bool zeros = same == 1 && digits.groups[1].compare(1, 2, "00") == 0;
  if (same == separators.size()) return first == ',' && same == 1 && !zeros ? 0 : same;
  return same;
}

// The row of one of the classes at the token.
const NumeralRow* RowAt(const AnalyzedText& text, std::size_t token, std::initializer_list<Class> classes) {
  for (const Mention* mention : text.MentionsIn(token, token + 1)) {
    if (mention->role == Role::kUnit && mention->end > token + 1) return nullptr;  // "210 tỷ phú"
    if (mention->role != Role::kNumeral) continue;
    const NumeralRow& row = text.lexicon->numerals()[mention->row];
    if (std::find(classes.begin(), classes.end(), row.numeral_class) != classes.end()) return &row;
  }
  return nullptr;
}

// "100k", "1,2M": a letter grown onto the digits.
double LetterScale(std::string_view letter) {
  if (letter == "k" || letter == "K") return 1e3;
  if (letter == "M") return 1e6;
  return letter == "G" ? 1e9 : 0;
}

// Scale words that multiply what stands before: "nghìn tỷ", "chục triệu"; 1 when there are none.
double ReadScale(const AnalyzedText& text, std::size_t& at, std::size_t limit) {
  double scale = 1;
  if (at < limit && !text.tokens[at].space_before) {
    if (const double letter = LetterScale(text.Word(at)); letter > 0) return ++at, letter;
  }
  for (; at < limit; ++at) {
    const NumeralRow* row = RowAt(text, at, {Class::kScale, Class::kHundred, Class::kTens});
    if (row == nullptr || text.IsKey(at + 1, {"lệ", "trọng", "suất"})) break;  // "2,9 Tỷ lệ lãi"
    // Without marks "trạm" and "trăm" are one word.
    const bool unmarked = text.lexicon->form() == Lexicon::Form::kFolded;
    if (row->numeral_class == Class::kHundred && scale == 1 && unmarked) break;
    scale *= row->value;
  }
  return scale;
}

// "rưỡi" after a scale word.
double ReadHalf(const AnalyzedText& text, std::size_t& at, std::size_t limit, double scale) {
  const NumeralRow* row = at < limit ? RowAt(text, at, {Class::kHalf}) : nullptr;
  if (row == nullptr) return 0;
  ++at;
  return scale * row->value;
}

// "228, 763 triệu": a space crept in after the comma. Only before a scale word, where nothing else makes sense.
bool JoinsOverSpace(const AnalyzedText& text, std::size_t at, std::size_t limit) {
  if (at + 3 >= limit || !text.IsPunctuation(at + 1, ",") || text.tokens[at + 1].space_before) return false;
  if (text.tokens[at + 2].kind != TokenKind::kNumber || text.Word(at + 2).size() != 3) return false;
  if (text.Word(at).find_first_of(".,") != std::string_view::npos) return false;
  if (at > 0 && text.IsPunctuation(at - 1, "/-")) return false;  // "từ ngày 1/10, 300 tỷ"
  return RowAt(text, at + 3, {Class::kScale, Class::kHundred}) != nullptr;
}

// "64 .000": a space crept in before the dot.
bool DotAfterSpace(const AnalyzedText& text, std::size_t at, std::size_t limit) {
  if (at + 2 >= limit || !text.IsPunctuation(at + 1, ".") || text.tokens[at + 2].space_before) return false;
  const std::string_view head = text.Word(at);
  const std::string_view tail = text.Word(at + 2);
  const auto plain = [](std::string_view word) {
    return word.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return text.tokens[at + 2].kind == TokenKind::kNumber && plain(head) && plain(tail) && tail.size() == 3 &&
         head.size() <= 3 && head[0] != '0';
}

// "1 250 000 người": groups of thousands apart by single spaces, a word behind them. The token after them.
std::size_t SpacedGroupsEnd(const AnalyzedText& text, std::size_t at, std::size_t limit) {
  const auto plain = [&](std::size_t i) {
    return text.tokens[i].kind == TokenKind::kNumber && text.Word(i).find_first_of(".,") == std::string_view::npos;
  };
  if (!plain(at) || text.Word(at).size() > 3 || text.Word(at)[0] == '0') return at + 1;
  if (at > 0 && text.tokens[at - 1].kind == TokenKind::kNumber) return at + 1;
  std::size_t end = at + 1;
  while (end < limit && plain(end) && text.Word(end).size() == 3 &&
         text.tokens[end].begin == text.tokens[end - 1].end + 1) {
    ++end;
  }
  const bool closed = end == limit || text.tokens[end].kind == TokenKind::kWord;
  return closed ? end : at + 1;
}

// The digits at the token, also over a space that belongs to them; `at` moves behind them.
std::string DigitsAt(const AnalyzedText& text, std::size_t& at, std::size_t limit) {
  std::string digits(text.Word(at));
  if (JoinsOverSpace(text, at, limit)) {
    digits += "," + std::string(text.Word(at + 2));
    at += 3;
    return digits;
  }
  if (DotAfterSpace(text, at, limit)) {
    digits += std::string(text.Word(at + 2));
    at += 3;
    return digits;
  }
  const std::size_t end = SpacedGroupsEnd(text, at, limit);
  for (++at; at < end; ++at) digits += text.Word(at);
  // "2 phẩy 23"
  if (at + 1 < limit && RowAt(text, at, {Class::kPoint}) != nullptr && text.tokens[at + 1].kind == TokenKind::kNumber) {
    digits += "," + std::string(text.Word(at + 1));
    at += 2;
  }
  return digits;
}

// "2 tỷ 5", "1 triệu 250": what follows is a part of the scale, when nothing that it could count follows it.
double ReadShortTail(const AnalyzedText& text, std::size_t& at, std::size_t limit, double scale) {
  if (scale < 1e6 || at >= limit || text.tokens[at].kind != TokenKind::kNumber) return 0;
  const std::string_view word = text.Word(at);
  const bool short_form =
      word.find_first_not_of("0123456789") == std::string_view::npos && (word.size() == 1 || word.size() == 3);
  const bool closed =
      at + 1 >= limit || text.tokens[at + 1].kind == TokenKind::kLineBreak || text.IsPunctuation(at + 1, ".;,)");
  if (!short_form || !closed) return 0;
  ++at;
  return std::strtod(std::string(word).c_str(), nullptr) * scale / (word.size() == 1 ? 10 : 1000);
}

std::optional<Numeral> ReadDigits(const AnalyzedText& text, std::size_t at, std::size_t limit) {
  Numeral numeral;
  numeral.begin = at;
  const auto number = NumberFromDigits(DigitsAt(text, at, limit));
  if (!number) return std::nullopt;
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
  numeral.value += ReadShortTail(text, at, limit, numeral.scale);
  numeral.end = at;
  return numeral;
}

// 100K as one token.
std::optional<Numeral> ReadCode(const AnalyzedText& text, std::size_t at) {
  const std::string_view code = text.Word(at);
  const std::string_view digits = code.substr(0, code.size() - 1);
  const double scale = LetterScale(code.substr(digits.size()));
  if (scale == 0 || digits.find_first_not_of("0123456789.,") != std::string_view::npos) return std::nullopt;
  const auto number = NumberFromDigits(digits);
  if (!number) return std::nullopt;
  Numeral numeral;
  numeral.begin = at;
  numeral.end = at + 1;
  numeral.value = *number * scale;
  return numeral;
}

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
  switch (text.tokens[at].kind) {
    case TokenKind::kNumber:
      return ReadDigits(text, at, limit);
    case TokenKind::kCode:
      return ReadCode(text, at);
    case TokenKind::kWord:
      return ReadNumeralWords(text, at, limit);
    default:
      return std::nullopt;
  }
}

}  // namespace timso
