// Texts that state nothing (corpus/negatives/texts.tsv): no fact may be read from them. The known defects are listed by
// id in negative_defects.tsv; one that starts to pass must be taken off that list.
#include <algorithm>
#include <iostream>

#include "analyzers/facts/extractor.h"
#include "tests/catch.h"
#include "tests/table_rows.h"

namespace timso {
namespace {

std::vector<Fact> FactsOf(const std::string& text) {
  ArticleView article;
  article.text = text;
  article.blocks = {{0, text.size(), BlockKind::kBody}};
  return ExtractFacts(article);
}

std::string Render(const std::vector<Fact>& facts) {
  std::string line;
  for (const Fact& fact : facts) {
    line += " [" + std::string(NameOf(fact.kind)) + " " + std::to_string(fact.value) + " " + fact.unit + ": " +
            fact.measure_text + "]";
  }
  return line;
}

}  // namespace

TEST_CASE("texts that state no figure yield no fact", "[facts][negatives]") {
  std::vector<std::string> defects;
  for (const auto& row : TableRows("tests/analyzers/facts/negative_defects.tsv", 2)) defects.push_back(row[0]);
  const auto rows = TableRows("corpus/negatives/texts.tsv", 2);
  std::size_t required = 0;
  for (const auto& row : rows) {
    const std::vector<Fact> facts = FactsOf(row[1]);
    const bool defect = std::find(defects.begin(), defects.end(), row[0]) != defects.end();
    INFO(row[0] << ": " << row[1] << "\n" << Render(facts));
    CHECK(facts.empty() != defect);
    required += defect ? 0 : 1;
    defects.erase(std::remove(defects.begin(), defects.end(), row[0]), defects.end());
  }
  CHECK(required >= 150);
  CHECK(defects.empty());  // every known defect is a row of the corpus
  std::cout << "texts without a figure: " << required << " of " << rows.size() << " required to yield nothing\n";
}

}  // namespace timso
