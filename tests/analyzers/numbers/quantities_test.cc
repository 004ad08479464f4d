// Every form of a number in numerals.tsv and of a quantity in quantities.tsv, with marks and without.
#include <cstdlib>

#include "analyzers/numbers/numeral.h"
#include "analyzers/numbers/quantity.h"
#include "analyzers/text/syllable.h"
#include "tests/catch.h"
#include "tests/table_rows.h"

namespace timso {
namespace {

std::string Plain(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.10g", value);
  return buffer;
}

// What the numeral at the text's beginning says, "-" when none covers the whole text.
std::string ReadWholeNumeral(const std::string& text, Lexicon::Form form) {
  const AnalyzedText analyzed = Analyze(text, form);
  const auto numeral = ReadNumeral(analyzed, 0, analyzed.tokens.size());
  return numeral && numeral->end == analyzed.tokens.size() ? Plain(numeral->value) : "-";
}

// A quantity as a row writes it.
std::string Render(const Quantity& quantity) {
  std::string line = Plain(quantity.value);
  line += "|" + (quantity.upper ? Plain(*quantity.upper) : "");
  line += "|" + (quantity.whole ? Plain(*quantity.whole) : "");
  return line + "|" + std::string(NameOf(quantity.relation)) + "|" + quantity.unit;
}

std::string ReadQuantity(const std::string& text, Lexicon::Form form) {
  const AnalyzedText analyzed = Analyze(text, form);
  const std::vector<bool> taken(analyzed.tokens.size());
  std::string lines;
  for (const Quantity& quantity : ReadQuantities(analyzed, 0, analyzed.tokens.size(), taken)) {
    CHECK(quantity.begin <= quantity.number_begin);
    CHECK(quantity.number_begin < quantity.number_end);
    CHECK(quantity.number_end <= quantity.end);
    CHECK(quantity.end <= analyzed.tokens.size());
    lines += (lines.empty() ? "" : " ; ") + Render(quantity);
  }
  return lines.empty() ? "-" : lines;
}

std::string Expected(const std::vector<std::string>& row) {
  if (row[1] == "-") return "-";
  const auto plain = [](const std::string& field) {
    return field.empty() ? field : Plain(std::strtod(field.c_str(), nullptr));
  };
  return plain(row[1]) + "|" + plain(row[2]) + "|" + plain(row[3]) + "|" + row[4] + "|" + row[5];
}

}  // namespace

TEST_CASE("numerals are read in every form of the table", "[numbers]") {
  const auto rows = TableRows("tests/analyzers/numbers/numerals.tsv", 3);
  REQUIRE(rows.size() > 100);
  for (const auto& row : rows) {
    const std::string expected = row[1] == "-" ? "-" : Plain(std::strtod(row[1].c_str(), nullptr));
    INFO("row: " << row[0]);
    CHECK(ReadWholeNumeral(row[0], Lexicon::Form::kExact) == expected);
    if (row[2].find("marks") != std::string::npos) continue;
    INFO("unmarked: " << StripMarks(row[0]));
    CHECK(ReadWholeNumeral(StripMarks(row[0]), Lexicon::Form::kFolded) == expected);
  }
}

TEST_CASE("quantities are read in every form of the table", "[numbers]") {
  const auto rows = TableRows("tests/analyzers/numbers/quantities.tsv", 7);
  REQUIRE(rows.size() > 200);
  for (const auto& row : rows) {
    INFO("row: " << row[0]);
    CHECK(ReadQuantity(row[0], Lexicon::Form::kExact) == Expected(row));
    if (row[6].find("marks") != std::string::npos) continue;
    INFO("unmarked: " << StripMarks(row[0]));
    CHECK(ReadQuantity(StripMarks(row[0]), Lexicon::Form::kFolded) == Expected(row));
  }
}

}  // namespace timso
