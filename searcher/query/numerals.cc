#include "searcher/query/numerals.h"

#include <cmath>
#include <cstdlib>
#include <string>

#include "searcher/query/word_table.h"

namespace timso {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// True when the separators of that kind part groups of three: 1.234.567
bool PartsThousands(std::string_view text, char separator) {
  std::size_t at = text.find(separator);
  if (at == 0 || at > 3 || text.front() == '0') return false;
  while (at != std::string_view::npos) {
    const std::size_t next = text.find_first_of(".,", at + 1);
    const std::size_t group = (next == std::string_view::npos ? text.size() : next) - at - 1;
    if (group != 3) return false;
    if (next != std::string_view::npos && text[next] != separator) return true;
    at = next;
  }
  return true;
}

std::size_t CountOf(std::string_view text, char c) {
  std::size_t count = 0;
  for (const char other : text) count += other == c ? 1 : 0;
  return count;
}

// The one separator that parts decimals, or 0.
char DecimalSign(std::string_view text, bool english) {
  const std::size_t points = CountOf(text, '.');
  const std::size_t commas = CountOf(text, ',');
  if (points > 0 && commas > 0) return text.rfind('.') > text.rfind(',') ? '.' : ',';
  if (points == 0 && commas == 0) return 0;
  const char separator = points > 0 ? '.' : ',';
  if (points + commas > 1) return 0;
  if (!PartsThousands(text, separator)) return separator;
  return separator == ',' && !english ? ',' : char{0};
}

}  // namespace

std::optional<double> ReadDigits(std::string_view text, bool english) {
  if (text.empty() || text.size() > 40 || !IsDigit(text.front())) return std::nullopt;
  const char decimal = DecimalSign(text, english);
  std::string plain;
  for (const char c : text) {
    if (IsDigit(c)) {
      plain += c;
    } else if (c != '.' && c != ',') {
      return std::nullopt;
    } else if (c == decimal) {
      plain += '.';
    }
  }
  return std::strtod(plain.c_str(), nullptr);
}

namespace {

std::optional<double> LeadingNumber(const std::vector<QuestionToken>& tokens, std::size_t& at, bool marked,
                                    bool english) {
  const QuestionToken& token = tokens[at];
  if (token.kind == TokenKind::kNumber) {
    const std::optional<double> value = ReadDigits(token.surface, english);
    if (value) ++at;
    return value;
  }
  // 50k, 1.5tr: digits and a scale grown together.
  if (token.kind == TokenKind::kCode) {
    std::size_t digits = 0;
    while (digits < token.surface.size() &&
           (IsDigit(token.surface[digits]) || token.surface[digits] == '.' || token.surface[digits] == ','))
      ++digits;
    const std::optional<double> value = ReadDigits(std::string_view(token.surface).substr(0, digits), english);
    const auto scale = WordTable::Default().IdsOf("scale", std::string_view(token.surface).substr(digits));
    if (value && scale.size() == 1) {
      ++at;
      return *value * std::strtod(scale.front().c_str(), nullptr);
    }
    return std::nullopt;
  }
  const WordMatch word = WordTable::Default().LongestAt(tokens, at, "number", marked);
  if (word.form == nullptr) return std::nullopt;
  at = word.end();
  return std::strtod(word.form->id.c_str(), nullptr);
}

}  // namespace

std::optional<QuestionNumeral> ReadQuestionNumeral(const std::vector<QuestionToken>& tokens, std::size_t at,
                                                   bool marked, bool english) {
  if (at >= tokens.size() || tokens[at].taken) return std::nullopt;
  const bool in_words = tokens[at].kind == TokenKind::kWord;
  std::optional<double> value = LeadingNumber(tokens, at, marked, english);
  if (!value) return std::nullopt;
  bool scaled = false;
  while (at < tokens.size() && !tokens[at - 1].clause_end) {
    const WordMatch scale = WordTable::Default().LongestAt(tokens, at, "scale", marked);
    if (scale.form == nullptr) break;
    *value *= std::strtod(scale.form->id.c_str(), nullptr);
    at = scale.end();
    scaled = true;
  }
  QuestionNumeral numeral{*value, false, at};
  const WordMatch percent = WordTable::Default().LongestAt(tokens, at, "percent", marked);
  if (percent.form != nullptr && !tokens[at - 1].clause_end) {
    numeral.percent = true;
    numeral.end = percent.end();
  }
  // A lone number word is too often something else: năm, ba, "one".
  if (in_words && !scaled && !numeral.percent) return std::nullopt;
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
  const std::optional<QuestionNumeral> numeral = ReadQuestionNumeral(tokens, 0, HasMarks(text), false);
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
