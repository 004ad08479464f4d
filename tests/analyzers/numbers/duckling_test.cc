// The numeral, money and ordinal cases of Duckling's Vietnamese corpus, when it stands beside the source folder. What
// doesn't apply, and why, is in README.md here.
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "analyzers/facts/extractor.h"
#include "analyzers/numbers/numeral.h"
#include "analyzers/numbers/quantity.h"
#include "tests/catch.h"
#include "tests/shared_file.h"
#include "tests/table_rows.h"

namespace timso {
namespace {

struct Case {
  std::string expected;
  std::string text;
};

std::vector<Case> Cases(const std::string& kind) {
  std::vector<Case> cases;
  for (const std::string& line : SharedLines("data/numeric/duckling_vi/" + kind + ".tsv")) {
    const auto fields = Parts(line, '\t');
    if (fields.size() == 3) cases.push_back({fields[1], fields[2]});
  }
  return cases;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// A reason of README.md, or "" when the case applies.
std::string WhyNotNumeral(const std::string& text) {
  if (text[0] == ',' || text.substr(0, 2) == "-,") return "no digit before the comma";
  if (text[0] == '-') return "a hyphen before a count";
  if (Analyze(text).tokens.size() == 1 && text == "không") return "a lone word of negation";
  return "";
}

std::string WhyNotMoney(const std::string& text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool letter = text[i - 1] >= 'A' && text[i - 1] <= 'z';
    if (letter && IsDigit(text[i])) return "a code grown onto its digits";
    if (IsDigit(text[i - 1]) && text[i] == 'R') return "a code grown onto its digits";
    if (letter && text[i] == '.' && i + 1 < text.size()) return "a full stop inside";
  }
  if (text.find("VN$") != std::string::npos) return "a code grown onto its digits";
  return "";
}

double ReadNumber(const std::string& text) {
  const AnalyzedText analyzed = Analyze(text, Lexicon::Form::kExact);
  const auto numeral = ReadNumeral(analyzed, 0, analyzed.tokens.size());
  if (numeral && numeral->end == analyzed.tokens.size()) return numeral->value;
  const auto quantities =
      ReadQuantities(analyzed, 0, analyzed.tokens.size(), std::vector<bool>(analyzed.tokens.size()));
  return quantities.size() == 1 ? quantities[0].value : std::nan("");
}

// "between VND (1000, 2000)" as "1000 2000 VND eq".
std::string ExpectedMoney(const std::string& expected) {
  const auto words = Parts(expected, ' ');
  std::string unit = words[1] == "Dollar" || words[1] == "Cent" ? "USD" : words[1] == "Pound" ? "GBP" : words[1];
  const double factor = words[1] == "Cent" ? 0.01 : 1;
  const double low = factor * std::strtod(words[2].c_str() + (words[2][0] == '(' ? 1 : 0), nullptr);
  char buffer[80];
  std::snprintf(buffer, sizeof buffer, "%.8g %s", low,
                words.size() > 3 ? words[3].substr(0, words[3].size() - 1).c_str() : "-");
  return std::string(buffer) + " " + unit + " " +
         (words[0] == "under"   ? "below"
          : words[0] == "above" ? "above"
                                : "at");
}

std::string ReadMoney(const std::string& text) {
  const AnalyzedText analyzed = Analyze(text, Lexicon::Form::kExact);
  std::string line;
  for (const Quantity& quantity :
       ReadQuantities(analyzed, 0, analyzed.tokens.size(), std::vector<bool>(analyzed.tokens.size()))) {
    char buffer[80];
    std::snprintf(buffer, sizeof buffer, "%.8g ", quantity.value);
    line += buffer;
    if (quantity.upper) std::snprintf(buffer, sizeof buffer, "%.8g", *quantity.upper);
    line += quantity.upper ? buffer : "-";
    const bool below = quantity.relation == Relation::kLess || quantity.relation == Relation::kLessEqual;
    const bool above = quantity.relation == Relation::kGreater || quantity.relation == Relation::kGreaterEqual;
    line += " " + quantity.unit + " " + (below ? "below" : above ? "above" : "at");
  }
  return line;
}

}  // namespace

TEST_CASE("Duckling's numerals", "[numbers][duckling]") {
  for (const Case& test : Cases("Numeral")) {
    if (!WhyNotNumeral(test.text).empty()) continue;
    std::string number = Parts(test.expected, ' ')[1];
    if (number[0] == '(') number = number.substr(1, number.size() - 2);
    INFO(test.text);
    CHECK(ReadNumber(test.text) == Approx(std::strtod(number.c_str(), nullptr)));
  }
}

TEST_CASE("Duckling's amounts of money", "[numbers][duckling]") {
  for (const Case& test : Cases("AmountOfMoney")) {
    if (!WhyNotMoney(test.text).empty()) continue;
    INFO(test.text);
    CHECK(ReadMoney(test.text) == ExpectedMoney(test.expected));
  }
}

TEST_CASE("Duckling's ordinals are no facts", "[numbers][duckling]") {
  for (const Case& test : Cases("Ordinal")) {
    ArticleView article;
    article.text = test.text;
    article.blocks = {{0, test.text.size(), BlockKind::kBody}};
    INFO(test.text);
    CHECK(ExtractFacts(article).empty());
  }
}

}  // namespace timso
