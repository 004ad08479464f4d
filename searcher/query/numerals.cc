#include "searcher/query/numerals.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "analyzers/numbers/numeral.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

constexpr double kLargest = 1e21;  // beyond, digits are no number that anybody counted

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// 1,234,567: groups of three apart by commas, perhaps decimals behind a point.
bool HasEnglishGroups(std::string_view text) {
  std::size_t at = text.find(',');
  if (at == 0 || at > 3 || text.front() == '0') return false;
  while (at != std::string_view::npos) {
    const std::size_t next = text.find_first_of(".,", at + 1);
    const std::size_t group = (next == std::string_view::npos ? text.size() : next) - at - 1;
    if (group != 3) return false;
    if (next != std::string_view::npos && text[next] == '.') return text.find_first_of(".,", next + 1) == text.npos;
    at = next;
  }
  return true;
}

std::size_t DigitsEnd(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (IsDigit(text[end]) || text[end] == '.' || text[end] == ',')) ++end;
  return end;
}

}  // namespace

std::optional<double> ReadDigits(std::string_view text, bool english) {
  if (text.empty() || text.size() > 40 || !IsDigit(text.front()) || DigitsEnd(text) < text.size()) return std::nullopt;
  if (!english || text.find(',') == std::string_view::npos || !HasEnglishGroups(text)) return NumberFromDigits(text);
  std::string plain(text);
  plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
  return std::strtod(plain.c_str(), nullptr);
}

namespace {

// Digits or an English number word, or digits and a scale grown together (1.5tr); `at` moves behind it.
std::optional<double> LeadingNumber(const std::vector<QuestionToken>& tokens, std::size_t& at, bool marked,
                                    bool english) {
  const QuestionToken& token = tokens[at];
  std::optional<double> value;
  if (token.kind == TokenKind::kNumber) {
    value = ReadDigits(token.surface, english);
  } else if (token.kind == TokenKind::kCode) {
    const std::string_view text = token.surface;
    value = ReadDigits(text.substr(0, DigitsEnd(text)), english);
    const auto scale = WordTable::Default().IdsOf("scale", text.substr(DigitsEnd(text)));
    if (scale.size() != 1) return std::nullopt;
    if (value) *value *= std::strtod(scale.front().c_str(), nullptr);
  } else if (const WordMatch word = WordTable::Default().LongestAt(tokens, at, "number", marked);
             word.form != nullptr) {
    at = word.end();
    return std::strtod(word.form->id.c_str(), nullptr);
  }
  if (value) ++at;
  return value;
}

// The same with the scale words behind it: 50 thousand, 1.5 million.
std::optional<ReadNumber> QuestionNumber(const std::vector<QuestionToken>& tokens, std::size_t at, bool marked,
                                         bool english) {
  const bool in_words = tokens[at].kind == TokenKind::kWord;
  const std::optional<double> value = LeadingNumber(tokens, at, marked, english);
  if (!value) return std::nullopt;
  ReadNumber number{*value, at, in_words};
  while (number.end < tokens.size() && !tokens[number.end - 1].clause_end) {
    const WordMatch scale = WordTable::Default().LongestAt(tokens, number.end, "scale", marked);
    if (scale.form == nullptr) break;
    number.value *= std::strtod(scale.form->id.c_str(), nullptr);
    number.end = scale.end();
    number.in_words = false;
  }
  return number;
}

}  // namespace

std::optional<QuestionNumeral> ReadQuestionNumeral(const std::vector<QuestionToken>& tokens,
                                                   const QuestionAnalysis& analysis, std::size_t at, bool marked,
                                                   bool english, bool lone_word) {
  if (at >= tokens.size() || tokens[at].taken) return std::nullopt;
  std::optional<ReadNumber> number = QuestionNumber(tokens, at, marked, english);
  const std::optional<ReadNumber> as_documents = analysis.NumberAt(at);
  if (as_documents && (!number || as_documents->end > number->end)) number = as_documents;
  if (!number || number->value > kLargest) return std::nullopt;
  QuestionNumeral numeral{number->value, false, number->end};
  const WordMatch percent = WordTable::Default().LongestAt(tokens, numeral.end, "percent", marked);
  if (percent.form != nullptr && !tokens[numeral.end - 1].clause_end) {
    numeral.percent = true;
    numeral.end = percent.end();
  }
  // A lone number word is too often something else: năm, ba, "one".
  if (number->in_words && !numeral.percent && !lone_word) return std::nullopt;
  return numeral;
}

namespace {

struct Comparison {
  std::string_view sign;
  char direction;  // '>' '<' '='
  bool included;
};
constexpr Comparison kComparisons[] = {{">=", '>', true}, {"=>", '>', true}, {"≥", '>', true},
                                       {"<=", '<', true}, {"=<", '<', true}, {"≤", '<', true},
                                       {">", '>', false}, {"<", '<', false}, {"=", '=', true}};

std::optional<double> WholeNumber(std::string_view text) {
  double sign = 1;
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    sign = text.front() == '-' ? -1 : 1;
    text.remove_prefix(1);
  }
  const std::vector<QuestionToken> tokens = CutQuestion(text, 0, text.size());
  const bool marked = HasMarks(text);
  const QuestionAnalysis analysis(text, tokens, marked);
  const std::optional<QuestionNumeral> numeral = ReadQuestionNumeral(tokens, analysis, 0, marked, false);
  if (!numeral || numeral->end != tokens.size()) return std::nullopt;
  return sign * numeral->value;
}

}  // namespace

std::optional<NumberRange> ReadNumberRange(std::string_view value) {
  if (const std::size_t dots = value.find(".."); dots != std::string_view::npos) {
    std::size_t after = dots;
    while (after < value.size() && value[after] == '.') ++after;
    const std::optional<double> low = WholeNumber(value.substr(0, dots));
    const std::optional<double> high = WholeNumber(value.substr(after));
    if ((!low && dots > 0) || (!high && after < value.size()) || (!low && !high)) return std::nullopt;
    return NumberRange{low, high, true, true};
  }
  for (const Comparison& comparison : kComparisons) {
    if (value.substr(0, comparison.sign.size()) != comparison.sign) continue;
    const std::optional<double> number = WholeNumber(value.substr(comparison.sign.size()));
    if (!number) return std::nullopt;
    NumberRange range;
    if (comparison.direction != '<') range.low = number, range.low_included = comparison.included;
    if (comparison.direction != '>') range.high = number, range.high_included = comparison.included;
    return range;
  }
  const std::optional<double> number = WholeNumber(value);
  if (!number) return std::nullopt;
  return NumberRange{number, number, true, true};
}

}  // namespace timso
