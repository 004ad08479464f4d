// Every form of a period in tests/analyzers/time/periods.tsv, with marks and without.
#include "analyzers/time/periods.h"

#include <algorithm>

#include "analyzers/text/syllable.h"
#include "tests/catch.h"
#include "tests/table_rows.h"

namespace timso {
namespace {

bool Has(const std::string& flags, const std::string& flag) {
  const std::vector<std::string> parts = Parts(flags, ',');
  return std::find(parts.begin(), parts.end(), flag) != parts.end();
}

std::string Iso(const std::optional<Date>& date) { return date ? ToIso(*date) : "-"; }

// One mention as a row writes it: "2022-01-01 2022-06-30 up_to".
std::string Render(const PeriodMention& mention) {
  std::string line = Iso(mention.period.from) + " " + Iso(mention.period.to);
  if (mention.up_to) line += " up_to";
  if (mention.now) line += " now";
  if (mention.whole_years) line += " whole_years";
  if (mention.forgets) line += " forgets";
  if (mention.reference) line += " reference";
  if (mention.schooling) line += " schooling";
  return line;
}

std::string Read(const std::string& text, Lexicon::Form form, const std::string& date, bool question) {
  const AnalyzedText analyzed = Analyze(text, form);
  PeriodReader reader(analyzed, DateFromIso(date));
  std::string lines;
  for (const Sentence& sentence : analyzed.sentences) {
    for (const PeriodMention& mention : reader.Read(sentence.begin, sentence.end, question)) {
      CHECK(mention.begin < mention.end);
      CHECK(mention.end <= sentence.end);
      CHECK(!mention.rule.empty());
      lines += (lines.empty() ? "" : "; ") + Render(mention);
    }
  }
  return lines;
}

std::string Expected(const std::vector<std::string>& row) {
  if (Has(row[4], "none")) return "";
  const auto from = Parts(row[2], ';');
  const auto to = Parts(row[3], ';');
  const auto flags = Parts(row[4], ';');
  std::string lines;
  for (std::size_t i = 0; i < from.size(); ++i) {
    lines += (i == 0 ? "" : "; ") + from[i] + " " + to[i];
    for (const char* flag : {"up_to", "now", "whole_years", "forgets", "reference", "schooling"}) {
      if (i < flags.size() && Has(flags[i], flag)) lines += std::string(" ") + flag;
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("periods are read in every form of the table", "[periods]") {
  const auto rows = TableRows("tests/analyzers/time/periods.tsv", 5);
  REQUIRE(rows.size() > 200);
  for (const auto& row : rows) {
    const bool question = Has(row[4], "question");
    INFO("row: " << row[0] << " | " << row[1]);
    CHECK(Read(row[0], Lexicon::Form::kExact, row[1], question) == Expected(row));
    if (Has(row[4], "marks")) continue;
    const std::string unmarked = StripMarks(row[0]);
    INFO("unmarked: " << unmarked);
    CHECK(Read(unmarked, Lexicon::Form::kFolded, row[1], question) == Expected(row));
  }
}

}  // namespace timso
